import { useFormat, useText } from '#web/i18n.tsx'
import { isolate } from '#web/texts.ts'
import { Table } from '#web/ui/Table.tsx'
import type { Comparison, Effect } from '../what-if.schema.ts'
import { useDifference, usePartText, useSpread, type Choices, type Draft } from './words.ts'

type Row = { key: string; name: string; effect: Effect }
const rowsOf = ({ today, scenarios }: Comparison, nameOfToday: string): Row[] =>
  [{ key: 'today', name: nameOfToday, effect: today }, ...scenarios.map(({ name, effect }, at) => ({ key: String(at), name, effect }))]

/** How many get a place, as bars with the spread of the draws; the table below says the same in figures. */
function Bars({ rows, people }: { rows: readonly Row[]; people: number }) {
  const spread = useSpread()
  const most = Math.max(1, people, ...rows.map(({ effect }) => effect.placed.high))
  const share = (value: number): string => `${(100 * value / most).toFixed(1)}%`
  return (
    <div className="what-if-bars" aria-hidden="true">
      {rows.map(({ key, name, effect: { placed, fits } }) => (
        <div key={key} className="what-if-bar" data-today={key === 'today' || undefined}>
          <span>{name}</span>
          <span className="what-if-track">
            <span className="what-if-placed" style={{ inlineSize: share(placed.mean) }} /><span className="what-if-fits" style={{ inlineSize: share(fits.mean) }} />
            {placed.high > placed.low && <span className="what-if-spread" style={{ insetInlineStart: share(placed.low), inlineSize: share(placed.high - placed.low) }} />}
          </span>
          <strong>{spread(placed)}</strong>
        </div>
      ))}
    </div>
  )
}

function Figures({ rows, people, today }: { rows: readonly Row[]; people: number; today: Effect }) {
  const t = useText('scenarios')
  const spread = useSpread()
  const difference = useDifference()
  const { formatNumber } = useFormat()
  const scoreShare = (effect: Effect): string => (today.score.mean === 0 ? '–' : formatNumber(effect.score.mean / today.score.mean - 1, { style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' }))
  return (
    <Table caption={t('figures', { people })} rows={rows} rowKey={({ key }) => key} columns={[
      { key: 'name', header: t('scenario'), names: true, cell: ({ name }) => name },
      { key: 'placed', header: t('placed'), align: 'end', cell: ({ effect }) => spread(effect.placed) },
      { key: 'change', header: t('change'), align: 'end', cell: ({ key, effect }) => (key === 'today' ? '' : difference(effect.placed.mean - today.placed.mean)) },
      { key: 'fits', header: t('fits'), align: 'end', cell: ({ effect }) => spread(effect.fits) },
      { key: 'score', header: t('score'), align: 'end', cell: ({ key, effect }) => (key === 'today' ? '' : scoreShare(effect)) },
      { key: 'seats', header: t('seats'), align: 'end', cell: ({ effect }) => formatNumber(effect.seats) },
    ]} />
  )
}

/** Who gains: as groups, and never of fewer than five. */
function Groups({ rows }: { rows: readonly Row[] }) {
  const t = useText('scenarios')
  const difference = useDifference()
  const { formatNumber } = useFormat()
  const [today, ...others] = rows
  if (!today) return null
  const after = (row: Row, group: string) => row.effect.groups.find((one) => one.group === group)
  return (
    <Table caption={t('groups')} rows={today.effect.groups} rowKey={({ group }) => group} columns={[
      { key: 'group', header: t('group'), names: true, cell: ({ group }) => t(`group.${group}`) },
      { key: 'people', header: t('inGroup'), align: 'end', cell: ({ people }) => (people === null ? t('few') : formatNumber(people)) },
      { key: 'today', header: t('todayPlaced'), align: 'end', cell: ({ before }) => (before === null ? '–' : formatNumber(Math.round(before * 10) / 10)) },
      ...others.map((row) => ({ key: row.key, header: row.name, align: 'end' as const, cell: ({ group, before }: Effect['groups'][number]) => { const now = after(row, group)?.after ?? null; return now === null || before === null ? '–' : difference(now - before) } })),
    ]} />
  )
}

/** What each part came to: how many it helps, how many it takes in, what it changed and what the law keeps. */
function PartsDone({ rows, drafts, choices }: { rows: readonly Row[]; drafts: readonly Draft[]; choices: Choices }) {
  const t = useText('scenarios')
  const partText = usePartText(choices)
  const few = (count: number): string => (count > 0 && count < 5 ? t('few') : String(count))
  return (
    <details>
      <summary>{t('partsDone')}</summary>
      {rows.slice(1).map(({ key, name, effect }, at) => (
        <div key={key}><h3 className="what-if-name">{name}</h3><ul>
          {effect.parts.map(({ helps, takes, changed, kept, under }, index) => { const part = drafts[at]?.parts[index]?.part; return part && (
            <li key={`${index} ${JSON.stringify(part)}`}>{partText(part)}: {[helps !== null && t('helps', { count: few(helps) }), takes !== null && takes !== helps && t('takes', { count: few(takes) }), changed !== null && t(part.is === 'places' ? 'addedSeats' : part.is === 'level' ? 'changedDemands' : 'changedPlaces', { count: changed }), kept !== null && kept > 0 && t('kept', { count: kept }), under !== null && t('under', { name: isolate(under.name), left: under.left })].filter(Boolean).join(' · ')}</li>) })}
        </ul></div>
      ))}
    </details>
  )
}

/** Several scenarios beside today: a picture, the figures, the groups, and what each part did. */
export function ComparisonView({ comparison, drafts, choices }: { comparison: Comparison; drafts: readonly Draft[]; choices: Choices }) {
  const t = useText('scenarios')
  const rows = rowsOf(comparison, t('today'))
  const draws = Math.max(...rows.map(({ effect }) => effect.draws))
  return (
    <div className="stack">
      <Bars rows={rows} people={comparison.people} />
      <p className="what-if-quiet">{t('legend')}{draws > 1 && ` ${t('drawsHelp', { draws })}`}</p>
      <Figures rows={rows} people={comparison.people} today={comparison.today} />
      <Groups rows={rows} />
      <p className="what-if-quiet">{t('groupsHelp')}</p>
      <PartsDone rows={rows} drafts={drafts} choices={choices} />
    </div>
  )
}
