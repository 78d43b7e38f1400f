import { useApi } from '#web/api.ts'
import { useFormat, useRefusalText, useText } from '#web/i18n.tsx'
import { refusalsOf } from '#web/problem.ts'
import { Notice } from '#web/ui/Notice.tsx'
import type { Change } from '../cohort.schema.ts'
import { nameOf, signed, usePlaceText, type Plan, type Preview } from './words.ts'

const MOST_NAMED = 12

/** Who else is moved by it, from where to where. */
function Others({ plan, shifts, personId }: { plan: Plan; shifts: Preview['shifts']; personId: string }) {
  const t = useText('cohort')
  const placeText = usePlaceText(plan.places)
  const others = shifts.filter((one) => one.personId !== personId)
  if (others.length === 0) return <p>{t('cost.same')}</p>
  return (
    <>
      <p>{t('cost.others')}:</p>
      <ul className="consequences">
        {others.slice(0, MOST_NAMED).map((one) => {
          const row = plan.rows.find(({ person }) => person.id === one.personId)
          return <li key={one.personId}>{row && <bdi>{nameOf(row)}</bdi>}: {placeText(one.from)} → {placeText(one.to)}</li>
        })}
        {others.length > MOST_NAMED && <li>{t('release.more', { count: others.length - MOST_NAMED })}</li>}
      </ul>
    </>
  )
}

/** The cost of a change before it is made. `version` makes the answer belong to the plan as it is now. */
export function useCost(plan: Plan, change: Change | undefined) {
  return useApi('matching.previewChange', { cohortId: plan.id, version: plan.version, change: change ?? { do: 'clear', personId: plan.id } }, { enabled: change !== undefined, keep: true })
}

/** What the plan gains or loses by a change, and who must give way: before it is done. */
export function CostNote({ plan, personId, cost }: { plan: Plan; personId: string; cost: ReturnType<typeof useCost> }) {
  const t = useText('cohort')
  const refusalText = useRefusalText()
  const { formatNumber } = useFormat()
  if (cost.isError) return <Notice tone="warning">{refusalsOf(cost.error).map((one) => <p key={one.code}>{refusalText(one)}</p>)}</Notice>
  if (!cost.data) return null
  const { before, after, shifts } = cost.data
  const [placed, score] = [after.placed - before.placed, after.score - before.score]
  return (
    <div className="cohort-cost" role="status" aria-busy={cost.isPlaceholderData || undefined} data-worse={placed < 0 || (placed === 0 && score < 0) || undefined}>
      <h3>{t('cost.title')}</h3>
      <p><strong>{placed < 0 ? t('cost.placedLess', { count: -placed }) : t('cost.placed', { count: placed })}</strong> ({before.placed} → {after.placed})</p>
      <p>{t('cost.score', { before: formatNumber(before.score), after: formatNumber(after.score), difference: signed(score, formatNumber), percent: formatNumber(score / Math.max(1, before.score) * 100, { signDisplay: 'exceptZero', maximumFractionDigits: 1 }) })}</p>
      <Others plan={plan} shifts={shifts} personId={personId} />
    </div>
  )
}
