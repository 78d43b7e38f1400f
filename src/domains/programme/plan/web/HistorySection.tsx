import { useState } from 'react'
import { z } from 'zod'
import { useApi } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { Button } from '#web/ui/Button.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Timeline } from '#web/ui/Timeline.tsx'
import { PlanElement } from '../plan.schema.ts'
import type { Plan, PlanPage } from './words.ts'

const names = { finalGoal: 'content.finalGoal', goalIs: 'content.goalIs', months: 'content.months', longTermGoals: 'content.longTermGoals', occupationName: 'content.occupation', norwegianWhy: 'norwegian.why', norwegianHours: 'norwegian.hours', socialStudiesHours: 'norwegian.social',
  socialStudiesLanguage: 'norwegian.socialLanguage', afterProgramme: 'after.title', guidanceDeviation: 'guidance.deviation', needWeighed: 'need.weighed', disagreement: 'disagreement', disagreementAnswer: 'disagreement.answer', reviewOn: 'history.reviewOn',
  'norwegian.listening': 'norwegian.listening', 'norwegian.reading': 'norwegian.reading', 'norwegian.writing': 'norwegian.writing', 'norwegian.oral': 'norwegian.oral' } as const
const isNamed = (at: string): at is keyof typeof names => Object.hasOwn(names, at)
const Goal = z.enum(['work', 'higher_education', 'vocational_requalification', 'parts_of_upper_secondary', 'upper_secondary', 'vocational_training'])

/** A part's value as people read it: a goal and an element in words, the rest as it was written. */
function useValueText(): (at: string, value: string | null) => string {
  const t = useText('plan')
  const { formatDate } = useFormat()
  return (at, value) => {
    if (value === null) return t('history.nothing')
    if (at === 'finalGoal') { const goal = Goal.safeParse(value); return goal.success ? t(`goal.${goal.data}`) : value }
    if (at === 'goalIs') return t(value === 'confirmed' ? 'content.confirmed' : 'content.provisional')
    if (at === 'reviewOn') return formatDate(value)
    if (!at.startsWith('elements.')) return value
    const { kind, title, fromDate, toDate, hoursPerWeek, reason } = PlanElement.omit({ id: true, courseId: true }).parse(JSON.parse(value))
    return [`${t(`element.${kind}`)}${title === null ? '' : `: ${title}`}`, fromDate ?? toDate ? t('elements.period', { from: fromDate ? formatDate(fromDate) : '…', to: toDate ? formatDate(toDate) : '…' }) : '', hoursPerWeek === null ? '' : `${hoursPerWeek} ${t('elements.hours').toLowerCase()}`, reason ?? ''].filter(Boolean).join(' · ')
  }
}

function CompareDialog({ plan, revision, open, onClose }: { plan: Plan; revision: number; open: boolean; onClose: () => void }) {
  const t = useText('plan')
  const valueText = useValueText()
  const query = useApi('programme.comparePlan', { planId: plan.id, from: revision - 1, to: revision }, { enabled: open })
  return (
    <Dialog open={open} onClose={onClose} title={t('history.compare')} wide>
      <Loaded query={query} rows={3}>{({ differences }) => { const shown = differences.filter(({ at }) => at !== 'occupationCode'); return shown.length === 0 ? <p>{t('history.none')}</p> : (
        <dl className="plan-differences">{shown.map(({ at, before, after }) => (
          <div key={at}><dt><strong>{isNamed(at) ? t(names[at]) : t('elements.title')}</strong></dt>
            <dd><span><small>{t('history.before')}:</small> {valueText(at, before)}</span><span><small>{t('history.after')}:</small> {valueText(at, after)}</span></dd></div>))}</dl>) }}</Loaded>
    </Dialog>
  )
}

/** Every version with what changed and why; any beside the one before it. */
export function HistorySection({ page, plan }: { page: PlanPage; plan: Plan }) {
  const t = useText('plan')
  const { formatMoment } = useFormat()
  const [open, setOpen] = useState<number>()
  return (
    <Section title={t('history.title')} count={page.revisions.length}>
      <Timeline items={page.revisions.map(({ revision, madeAt, madeBy, reason }) => ({ id: String(revision), when: t('history.by', { name: madeBy, date: formatMoment(madeAt) }), title: t('sign.revisionOf', { revision }),
        text: <><p className="plan-text">{reason === '' ? t('history.first') : reason}</p>{revision > 1 && <Button kind="quiet" onClick={() => setOpen(revision)}>{t('history.compare')}</Button>}</> }))} />
      {open !== undefined && <CompareDialog plan={plan} revision={open} open onClose={() => setOpen(undefined)} />}
    </Section>
  )
}
