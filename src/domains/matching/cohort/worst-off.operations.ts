import { operation } from '#platform/operation.ts'
import { Refused, enforce } from '#platform/problem.ts'
import { decidedOf } from './change.core.ts'
import { loadPlan } from './load-plan.ts'
import { solveCohort } from './solve-cohort.ts'
import { worstOffPrice } from './worst-off.core.ts'
import { WorstOffPrice, WorstOffPriceInput } from './worst-off.schema.ts'

/** What it costs to give most to whoever gets least: the plan beside the plain one with the same decisions. It names nobody, and nothing is kept. */
export const priceOfWorstOff = operation({
  permission: 'matching.read', reads: true, input: WorstOffPriceInput, output: WorstOffPrice, subjects: () => [],
  async run(context, { cohortId: planId, version }) {
    const plan = await loadPlan(context, planId)
    if (version !== undefined && plan.head.version !== version) throw new Refused({ code: 'matching.planChanged' })
    if (plan.head.people !== plan.rows.length) throw new Refused({ code: 'matching.planNotWhole', params: { count: plan.head.people - plan.rows.length } })
    const plain = enforce(await solveCohort({ cohort: plan.cohort, decided: decidedOf(plan, plan.rulings), goal: 'most_placed', seed: plan.head.seed, before: plan.match, nameOf: String }))
    return worstOffPrice(plan.cohort, plan.match, plain.match)
  },
})
