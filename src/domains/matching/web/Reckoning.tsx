import { useState } from 'react'
import { useApi } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Table, type Column } from '#web/ui/Table.tsx'
import type { Contribution, NoSum, Reckoning as Sum } from '../match.schema.ts'
import { useNearByText, useSourceText, useValueText } from './words.ts'

type Row = Contribution & { key: string }
const DAYS_A_MONTH = 30

/** Points with their sign, as people write them: +300, −1 200, 0. */
function useSigned(): (points: number) => string {
  const { formatNumber } = useFormat()
  return (points) => formatNumber(points, { signDisplay: 'exceptZero' }).replace('-', '−')
}

/** How much a part did of the most it can do, drawn: parts that may weigh more have a longer bar. */
function PartBar({ points, of, most }: { points: number; of: number; most: number }) {
  return <span className="reckoning__bar" aria-hidden="true" style={{ inlineSize: `${of / Math.max(1, most) * 100}%` }}><span data-takes={points < 0 || undefined} style={{ inlineSize: `${Math.min(1, Math.abs(points) / Math.max(1, of)) * 100}%` }} /></span>
}

function useColumns(most: number): Column<Row>[] {
  const t = useText('matching')
  const [valueText, sourceText, nearByText, signed] = [useValueText(), useSourceText(), useNearByText(), useSigned()]
  const { formatNumber } = useFormat()
  const age = (days: number): string => (days < 2 * DAYS_A_MONTH ? t('reckoning.days', { days }) : t('reckoning.months', { months: Math.round(days / DAYS_A_MONTH) }))
  const knownOf = ({ criterion, ageDays }: Row) => {
    if (criterion === null) return t('reckoning.everybody')
    if (criterion.known === 'unknown') return <span className="unknown">{t('value.unknown')}</span>
    const how = [sourceText(criterion.known), ageDays !== null && age(ageDays)].filter((one) => one && one !== '–').join(', ')
    const near = nearByText(criterion.nearBy)
    return <>{valueText(criterion.known.value)}{near && <span className="match-gap">{near}</span>}{how && <span className="match-gap">{how}</span>}</>
  }
  return [
    { key: 'kind', header: t('compare.criterion'), names: true, cell: ({ kind, criterion }) => <>{kind === 'start' ? t('reckoning.start') : t(`kind.${kind}`)}{criterion && criterion.asked.is !== 'none' && <span className="match-gap">{criterion.sentence ?? valueText(criterion.asked)}</span>}</> },
    { key: 'known', header: t('compare.known'), cell: knownOf },
    { key: 'points', header: t('reckoning.points'), align: 'end', cell: ({ points, of, kind }) => (kind === 'start' ? formatNumber(points) : <><span className="reckoning__points">{signed(points)}</span><span className="match-gap">{t('reckoning.of', { of: formatNumber(of) })}</span><PartBar points={points} of={of} most={most} /></>) },
  ]
}

/** The sum that decides the order, part by part, in words; or why there is none. */
export function ReckoningTable({ sum, noSum }: { sum: Sum | null; noSum: NoSum | null }) {
  const t = useText('matching')
  const { formatNumber } = useFormat()
  const parts = sum?.contributions ?? []
  const columns = useColumns(parts.reduce((most, { of, kind }) => (kind === 'start' ? most : Math.max(most, of)), 0))
  if (!sum) return <p className="match-quiet">{t(`reckoning.none.${noSum ?? 'objects'}`)}</p>
  const { score, weightsNumber } = sum
  // what did most stands first, below what everybody begins with
  const rows = parts.map((one, index) => ({ ...one, key: String(index) })).toSorted((a, b) => Number(b.kind === 'start') - Number(a.kind === 'start') || Math.abs(b.points) - Math.abs(a.points))
  return (
    <div className="reckoning">
      <p className="match-quiet">{t('reckoning.help')}</p>
      <Table caption={t('reckoning.title')} hideCaption columns={columns} rows={rows} rowKey={({ key }) => key} />
      <p>{t('reckoning.sum', { score: formatNumber(score) })} <span className="match-quiet">{weightsNumber === 0 ? t('reckoning.weightsDefault') : t('reckoning.weights', { number: weightsNumber })}</span></p>
    </div>
  )
}

function Fetched({ personId, openingId }: { personId: string; openingId: string }) {
  return <Loaded query={useApi('matching.explain', { personId, openingId })} rows={4}>{({ reckoning, noSum }) => <ReckoningTable sum={reckoning} noSum={noSum} />}</Loaded>
}

/** How the place in the list came about: asked for, never the first thing seen. For colleagues only. */
export function Reckoning({ personId, openingId }: { personId: string; openingId: string }) {
  const t = useText('matching')
  const [open, setOpen] = useState(false)
  return (
    <details className="match-reckoning no-print" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('reckoning.title')}</summary>
      {open && <Fetched personId={personId} openingId={openingId} />}
    </details>
  )
}
