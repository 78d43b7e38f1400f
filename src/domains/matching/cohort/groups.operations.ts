import { dayInNorway } from '#shared/date.ts'
import { apart } from '#matching/apart.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { Refused } from '#platform/problem.ts'
import { SMALLEST } from '../calibration/small-groups.core.ts'
import { decidedOf } from './change.core.ts'
import { DIVISIONS, FloorPrice, FloorPriceInput, PlanGroups, PlanGroupsInput } from './groups.schema.ts'
import { loadMembers } from './load-members.ts'
import { loadPlan } from './load-plan.ts'
import { FLOOR, aloneIn, divided, floorsOf, groupRows, priceOf, settled } from './plan-groups.core.ts'
import { NOTHING_DECIDED, totalsOf } from './problem.core.ts'
import { instanceOf } from './question.core.ts'
import { solveChecked } from './solve-cohort.ts'

/** Figures of large groups, without names, for whoever sees the work from above and may see plans too. */
const permission = 'programme.overview' as const
const subjects = (): string[] => []

/** A whole plan as the engine takes it, in plain scores and with what is decided standing; with what people are divided by. */
async function loadQuestion(context: Context, { cohortId, version }: { cohortId: string; version?: number }) {
  if (!context.actor.permissions.includes('matching.read')) throw new Refused({ code: 'matching.groupsNeedPlans' })
  const plan = await loadPlan(context, cohortId)
  if (version !== undefined && plan.head.version !== version) throw new Refused({ code: 'matching.planChanged' })
  if (plan.head.people !== plan.rows.length) throw new Refused({ code: 'matching.groupsNotWhole', params: { count: plan.head.people - plan.rows.length } })
  const { cohort, match } = settled(plan.cohort, decidedOf(plan, plan.rulings), plan.match)
  return { seed: plan.head.seed, totals: totalsOf(cohort, match), instance: instanceOf(cohort, NOTHING_DECIDED, 'most_placed'), match, members: await loadMembers(context, plan), on: dayInNorway(new Date(plan.head.solvedAt)) }
}

/** How groups fare in a plan: how many are placed, and what they have of the best they could get alone. It changes nothing. */
export const planGroups = operation({
  permission, reads: true, input: PlanGroupsInput, output: PlanGroups, subjects,
  async run(context, asked) {
    const { instance, match, members, on, seed } = await loadQuestion(context, asked)
    const divisions: PlanGroups['divisions'] = []
    for (const division of DIVISIONS) {
      const parts = divided(members, division, on)
      const bests = []
      for (const at of parts.shown.keys()) bests.push(await solveChecked(aloneIn(instance, parts, at), seed, undefined))
      divisions.push({ division, rows: groupRows(instance, parts, match, bests) })
    }
    return { smallest: SMALLEST, divisions }
  },
})

/** What it would cost if each group had at least its floor of its own best. It is reckoned, shown, and kept nowhere. */
export const planFloorPrice = operation({
  permission, reads: true, input: FloorPriceInput, output: FloorPrice, subjects,
  async run(context, { division, ...asked }) {
    const { instance, members, on, seed, totals } = await loadQuestion(context, asked)
    const parts = divided(members, division, on)
    const groups = floorsOf(parts)
    if (!groups) throw new Refused({ code: 'matching.groupsTooSmall', params: { smallest: SMALLEST } })
    const fair = await apart({ do: 'fair', instance, groups, seed }, { isFirst: true })
    const outcome = fair.ok ? 'kept' as const : fair.isProved ? 'impossible' as const : 'notFound' as const
    return { floor: FLOOR, smallest: SMALLEST, plan: totals, outcome, price: fair.ok ? priceOf(parts, fair) : null }
  },
})
