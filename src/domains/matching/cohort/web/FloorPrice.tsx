import { useState } from 'react'
import { useApi } from '#web/api.ts'
import { useFormat, useRefusalText, useText } from '#web/i18n.tsx'
import { refusalsOf } from '#web/problem.ts'
import { Button } from '#web/ui/Button.tsx'
import { Loading } from '#web/ui/Loading.tsx'
import { Notice } from '#web/ui/Notice.tsx'
import { Select } from '#web/ui/Select.tsx'
import { Table } from '#web/ui/Table.tsx'
import type { DivisionName, FloorPrice as Answer, PayRow, Price } from '../groups.schema.ts'
import { DIVISIONS } from '../groups.schema.ts'
import { useGroupName, type Plan } from './words.ts'

/** Which groups get less and more by the floors; no person. */
function Payers({ rows, smallest }: { rows: readonly PayRow[]; smallest: number }) {
  const t = useText('cohort')
  const nameOf = useGroupName()
  const { formatNumber } = useFormat()
  const share = (value: number | null): string => (value === null ? '–' : t('groups.percent', { percent: formatNumber(value * 100, { maximumFractionDigits: 1 }) }))
  const people = (count: number, points: number): string => (count === 0 ? '–' : t('floor.people', { count, points: formatNumber(points) }))
  const dash = <span aria-hidden="true">–</span>
  return (
    <Table caption={t('floor.who')} rows={rows} rowKey={({ key }) => key} columns={[
      { key: 'group', header: t('groups.group'), names: true, cell: ({ key, result }) => <>{nameOf(key)}{result !== 'hidden' && !result.hasFloor && <span className="cohort-quiet"> {t('floor.noFloor')}</span>}</> },
      { key: 'before', header: t('floor.before'), align: 'end', cell: ({ result }) => (result === 'hidden' ? <span className="unknown">{t('groups.hidden', { smallest })}</span> : share(result.before)) },
      { key: 'after', header: t('floor.after'), align: 'end', cell: ({ result }) => (result === 'hidden' ? dash : share(result.after)) },
      { key: 'less', header: t('floor.less'), align: 'end', cell: ({ result }) => (result === 'hidden' ? dash : people(result.lose, result.lost)) },
      { key: 'more', header: t('floor.more'), align: 'end', cell: ({ result }) => (result === 'hidden' ? dash : people(result.gain, result.gained)) },
    ]} />
  )
}

function Cost({ price, plan, smallest }: { price: Price; plan: Answer['plan']; smallest: number }) {
  const t = useText('cohort')
  const { formatNumber } = useFormat()
  const fine = (share: number): string => formatNumber(share * 100, { maximumFractionDigits: 2 })
  // a bound is never told as lower than it is
  const gap = formatNumber(Math.ceil(price.gap * 1e4) / 100, { maximumFractionDigits: 2 })
  const lost = price.without.placed - price.with.placed
  return (
    <>
      <p><strong>{t('floor.price', { percent: fine(price.loss), points: formatNumber(price.without.score - price.with.score), placed: Math.max(0, lost) })}</strong></p>
      {lost < 0 && <p>{t('floor.morePlaced', { count: -lost })}</p>}
      <p>{t('floor.gap', { percent: gap })}</p>
      <Table caption={t('floor.sums')} rows={[{ of: 'plan' as const, ...plan }, { of: 'without' as const, ...price.without }, { of: 'with' as const, ...price.with }]} rowKey={({ of }) => of} columns={[
        { key: 'of', header: t('floor.which'), names: true, cell: ({ of }) => t(`floor.sum.${of}`) },
        { key: 'placed', header: t('whole.placed'), align: 'end', cell: ({ placed }) => formatNumber(placed) },
        { key: 'score', header: t('whole.score'), align: 'end', cell: ({ score }) => formatNumber(score) },
      ]} />
      <Payers rows={price.rows} smallest={smallest} />
    </>
  )
}

/** What a floor for each group would cost: reckoned when somebody asks, and kept nowhere. */
export function FloorPrice({ plan }: { plan: Plan }) {
  const t = useText('cohort')
  const refusalText = useRefusalText()
  const [division, setDivision] = useState<DivisionName>('gender')
  const [asked, setAsked] = useState<{ division: DivisionName; version: number }>()
  const isAsked = asked?.division === division && asked.version === plan.version
  const query = useApi('matching.planFloorPrice', { cohortId: plan.id, version: plan.version, division }, { enabled: isAsked })
  return (
    <div className="stack">
      <h3>{t('floor.title')}</h3>
      <p className="cohort-quiet">{t('floor.help')} {t('floor.fewFloors')}</p>
      <p className="cohort-quiet">{t('floor.parity')}</p>
      <Select label={t('floor.division')} value={division} onChange={(next) => setDivision(next ?? 'gender')} options={DIVISIONS.map((value) => ({ value, label: t(`groups.division.${value}`) }))} />
      <div><Button onClick={() => setAsked({ division, version: plan.version })}>{t('floor.ask')}</Button></div>
      {isAsked && (
        <div className="stack" role="status" aria-busy={query.isFetching || undefined}>
          {query.isFetching && !query.data && <Loading rows={4} />}
          {query.isError && <Notice tone="warning">{refusalsOf(query.error).map((one) => <p key={one.code}>{refusalText(one)}</p>)}</Notice>}
          {query.data?.price && <Cost price={query.data.price} plan={query.data.plan} smallest={query.data.smallest} />}
          {query.data && query.data.outcome !== 'kept' && <Notice tone="warning">{t(`floor.${query.data.outcome}`)}</Notice>}
        </div>
      )}
    </div>
  )
}
