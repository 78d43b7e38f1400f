import { useState } from 'react'
import { useApi } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { Button, LinkButton } from '#web/ui/Button.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Tag } from '#web/ui/Tag.tsx'
import { AgreedSteps } from './AgreedSteps.tsx'
import { GuidanceSection } from './GuidanceSection.tsx'
import { PlanTalkDialog } from './PlanTalkDialog.tsx'
import './talks.css'
import type { TalkList } from './words.ts'
import { stateTones } from './words.ts'

type Talk = TalkList['talks'][number]

function TalkItem({ talk }: { talk: Talk }) {
  const t = useText('talks')
  const { formatDate } = useFormat()
  const day = talk.heldOn ?? talk.plannedOn
  const where = [day === null ? t('list.noDay') : formatDate(day), talk.heldOn === null && talk.plannedAt, talk.place, talk.closedBy].filter(Boolean).join(' · ')
  return (
    <li className="talk-item">
      <div><p className="cluster"><strong>{t(`kind.${talk.kind}`)}</strong><Tag tone={stateTones[talk.state]}>{t(`state.${talk.state}`)}</Tag></p><small>{where}</small></div>
      {talk.mayOpen && <LinkButton kind={talk.state === 'planned' || talk.state === 'late' || talk.state === 'begun' ? 'secondary' : 'quiet'} to={`/people/${talk.personId}/talks/${talk.id}`}>{t(`open.${talk.state}`)}<span className="ds-sr-only">: {t(`kind.${talk.kind}`)}, {where}</span></LinkButton>}
    </li>
  )
}

/** Her talks, what was agreed in them, and the career guidance with the mapping that goes along. */
export function TalksPanel({ id }: { id: string }) {
  const t = useText('talks')
  const query = useApi('programme.listTalks', { personId: id })
  const [planning, setPlanning] = useState(false)
  return (
    <Loaded query={query} rows={6}>{(list) => {
      const plan = list.actions.includes('plan') && <Button icon="plus" onClick={() => setPlanning(true)}>{t('plan.new')}</Button>
      return (
        <div className="stack">
          <Section title={t('list.title')} description={t('list.help')} actions={list.talks.length > 0 && plan}>
            {list.talks.length === 0 ? <EmptyState title={t('list.empty')} action={plan || undefined}>{t('list.emptyHelp')}</EmptyState>
              : <ul className="talk-list">{list.talks.map((talk) => <TalkItem key={talk.id} talk={talk} />)}</ul>}
          </Section>
          {list.steps.length > 0 && <Section title={t('steps.title')} description={t('steps.help')}><AgreedSteps steps={list.steps} maySettle={list.actions.includes('settleStep')} /></Section>}
          <GuidanceSection personId={id} />
          {planning && <PlanTalkDialog personId={id} onClose={() => setPlanning(false)} />}
        </div>
      )
    }}</Loaded>
  )
}
