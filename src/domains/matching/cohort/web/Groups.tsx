import { useState } from 'react'
import { useApi } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Table, type Column } from '#web/ui/Table.tsx'
import { Meter } from '../../web/Meter.tsx'
import type { DivisionName, GroupFigures, PlanGroupRow } from '../groups.schema.ts'
import { FloorPrice } from './FloorPrice.tsx'
import { useGroupName, type Plan } from './words.ts'

/** A share in whole per cents with the interval around it, and as a bar. */
function ShareCell({ of, before }: { of: GroupFigures['placedShare']; before?: string }) {
  const t = useText('cohort')
  const { formatNumber } = useFormat()
  const whole = (value: number): string => formatNumber(Math.round(Math.min(1, value) * 100))
  if (of === null) return '–'
  return (
    <div className="cohort-share">
      <span>{before !== undefined && <strong>{before} </strong>}{t('groups.withInterval', { share: t('groups.percent', { percent: whole(of.share) }), interval: t('groups.interval', { low: whole(of.low), high: whole(of.high) }) })}</span>
      <Meter share={of.share} low={of.low} high={of.high} />
    </div>
  )
}

function Cannot({ smallest }: { smallest: number }) {
  const t = useText('cohort')
  const lines = [t('groups.cannot.cause'), t('groups.cannot.best'), t('groups.cannot.interval'), t('groups.cannot.few', { smallest }), t('groups.cannot.fixed'), t('groups.cannot.change')]
  return <Notice title={t('groups.cannot.title')}><ul>{lines.map((line) => <li key={line}>{line}</li>)}</ul></Notice>
}

/** Each group of one division: how many are placed, and what they have of the best they could get alone. */
function GroupTable({ division, rows, smallest }: { division: DivisionName; rows: readonly PlanGroupRow[]; smallest: number }) {
  const t = useText('cohort')
  const nameOf = useGroupName()
  const columns: Column<PlanGroupRow>[] = [
    { key: 'group', header: t('groups.group'), names: true, cell: ({ key }) => nameOf(key) },
    { key: 'placed', header: t('groups.placed'), cell: ({ result }) => (result === 'hidden' ? <span className="unknown">{t('groups.hidden', { smallest })}</span> : <ShareCell of={result.placedShare} before={t('groups.ofPeople', { placed: result.placed, people: result.people })} />) },
    { key: 'ownBest', header: t('groups.ownBest'), cell: ({ result }) => (result === 'hidden' ? <span aria-hidden="true">–</span> : <ShareCell of={result.ownBestShare} />) },
  ]
  return <Table caption={t(`groups.division.${division}`)} columns={columns} rows={rows} rowKey={({ key }) => key} />
}

function Figures({ plan }: { plan: Plan }) {
  const query = useApi('matching.planGroups', { cohortId: plan.id, version: plan.version }, { keep: true })
  return (
    <Loaded query={query} rows={6}>{({ divisions, smallest }) => (
      <div className="stack">
        {divisions.map(({ division, rows }) => <GroupTable key={division} division={division} rows={rows} smallest={smallest} />)}
        <Cannot smallest={smallest} />
        <FloorPrice plan={plan} />
      </div>
    )}</Loaded>
  )
}

/** How groups fare in a plan, what that cannot say, and what a floor would cost for whoever asks. Folded away, since the board below is the daily work. Nothing here changes a plan. */
export function Groups({ plan }: { plan: Plan }) {
  const t = useText('cohort')
  const [open, setOpen] = useState(false)
  return (
    <Section title={t('groups.title')} description={t('groups.help')}>
      {plan.hidden > 0 ? <Notice>{t('matching.groupsNotWhole', { count: plan.hidden })}</Notice> : (
        <details className="cohort-more" onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{t('groups.open')}</summary>
          {open && <Figures plan={plan} />}
        </details>
      )}
    </Section>
  )
}
