import { useApi } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Section } from '#web/ui/Section.tsx'
import { Table, type Column } from '#web/ui/Table.tsx'
import type { DivisionName, GroupFigures, PlanGroupRow } from '../groups.schema.ts'
import { FloorPrice } from './FloorPrice.tsx'
import { useGroupName, type Plan } from './words.ts'

/** A share as whole per cents, and the interval around it. */
function useShareText() {
  const t = useText('cohort')
  const { formatNumber } = useFormat()
  const whole = (value: number): string => formatNumber(Math.round(Math.min(1, value) * 100))
  return { share: (one: GroupFigures['placedShare']): string => (one === null ? '–' : t('groups.percent', { percent: whole(one.share) })),
    interval: (one: GroupFigures['placedShare']): string => (one === null ? '–' : t('groups.interval', { low: whole(one.low), high: whole(one.high) })) }
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
  const text = useShareText()
  const dash = <span aria-hidden="true">–</span>
  const columns: Column<PlanGroupRow>[] = [
    { key: 'group', header: t('groups.group'), names: true, cell: ({ key }) => nameOf(key) },
    { key: 'placed', header: t('groups.placed'), align: 'end', cell: ({ result }) => (result === 'hidden' ? <span className="unknown">{t('groups.hidden', { smallest })}</span> : <>{text.share(result.placedShare)} <span className="cohort-quiet">{t('groups.ofPeople', { placed: result.placed, people: result.people })}</span></>) },
    { key: 'placedBetween', header: t('groups.placedBetween'), align: 'end', cell: ({ result }) => (result === 'hidden' ? dash : text.interval(result.placedShare)) },
    { key: 'ownBest', header: t('groups.ownBest'), align: 'end', cell: ({ result }) => (result === 'hidden' ? dash : text.share(result.ownBestShare)) },
    { key: 'ownBestBetween', header: t('groups.ownBestBetween'), align: 'end', cell: ({ result }) => (result === 'hidden' ? dash : text.interval(result.ownBestShare)) },
  ]
  return <Table caption={t(`groups.division.${division}`)} columns={columns} rows={rows} rowKey={({ key }) => key} />
}

/** How groups fare in a plan, what that cannot say, and what a floor would cost for whoever asks. Nothing here changes a plan. */
export function Groups({ plan }: { plan: Plan }) {
  const t = useText('cohort')
  const query = useApi('matching.planGroups', { cohortId: plan.id, version: plan.version }, { enabled: plan.hidden === 0, keep: true })
  return (
    <Section title={t('groups.title')} description={t('groups.help')}>
      {plan.hidden > 0 ? <Notice>{t('matching.groupsNotWhole', { count: plan.hidden })}</Notice> : (
        <Loaded query={query} rows={6}>{({ divisions, smallest }) => (
          <div className="stack">
            {divisions.map(({ division, rows }) => <GroupTable key={division} division={division} rows={rows} smallest={smallest} />)}
            <Cannot smallest={smallest} />
            <FloorPrice plan={plan} />
          </div>
        )}</Loaded>
      )}
    </Section>
  )
}
