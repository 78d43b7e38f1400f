import { useApi, type Output } from '#web/api.ts'
import { useFormat, useText } from '#web/i18n.tsx'
import { Loaded } from '#web/ui/Loaded.tsx'
import { Table } from '#web/ui/Table.tsx'
import { Meter } from '../../web/Meter.tsx'
import { HIGHEST } from '../../weights/weights.core.ts'
import type { Plan } from './words.ts'

type Price = Output<'matching.priceOfWorstOff'>

/** The lowest and the middle one in both plans, as bars beside their points. */
function Both({ own, plain }: Price) {
  const t = useText('cohort')
  const { formatNumber } = useFormat()
  const points = (value: number) => <>{formatNumber(value)}<Meter share={value / HIGHEST} /></>
  return (
    <Table caption={t('worstOff.caption')} hideCaption rows={[{ goal: 'worst_off_first' as const, ...own }, { goal: 'most_placed' as const, ...plain }]} rowKey={({ goal }) => goal} columns={[
      { key: 'goal', header: t('worstOff.which'), names: true, cell: ({ goal }) => t(`goal.${goal}`) },
      { key: 'lowest', header: t('worstOff.lowest'), cell: ({ lowest }) => points(lowest) },
      { key: 'middle', header: t('worstOff.middle'), cell: ({ middle }) => points(middle) },
      { key: 'score', header: t('whole.score'), align: 'end', cell: ({ score }) => formatNumber(score) },
    ]} />
  )
}

/** What it costs to lift whoever gets least, beside the plan that places most with the best sum. */
export function WorstOff({ plan }: { plan: Plan }) {
  const t = useText('cohort')
  const { formatNumber } = useFormat()
  const query = useApi('matching.priceOfWorstOff', { cohortId: plan.id, version: plan.version }, { keep: true })
  return (
    <div className="stack cohort-worst">
      <h3>{t('worstOff.title')}</h3>
      <Loaded query={query} rows={3}>{(price) => (price.more + price.less === 0 ? <p>{t('worstOff.same')}</p> : (
        <>
          <p><strong>{t('worstOff.lifted', { gained: price.own.lowest - price.plain.lowest, before: formatNumber(price.plain.lowest), after: formatNumber(price.own.lowest) })}</strong>{' '}
            {t('worstOff.price', { percent: formatNumber((price.plain.score - price.own.score) / Math.max(1, price.plain.score) * 100, { maximumFractionDigits: 1 }) })}{' '}
            {t('worstOff.people', { more: price.more, less: price.less })}</p>
          <Both {...price} />
        </>
      ))}</Loaded>
    </div>
  )
}
