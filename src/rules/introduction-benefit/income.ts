import { z } from 'zod'
import type { ExactAmount } from '#shared/money.ts'
import { atMost, exactly, kroner, Ore, plus, shareOf } from '#shared/money.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { benefitOf, rounding } from './amounts.ts'
import type { Income } from './facts.ts'
import { benefitRate, rateFacts } from './rate.ts'

const names = [...rateFacts, 'otherIncomes'] as const
type Ask = Asking<(typeof names)[number]>

/** What other benefits take of a month's benefit, whole øre. */
const Reduction = z.object({ benefit: Ore, reduction: Ore, left: Ore })

/** Deducted only when the right was earned before the programme: dagpenger, sykepenger, foreldrepenger. */
const earned: readonly Income['kind'][] = ['unemployment_benefit', 'sickness_benefit', 'parental_benefit']

const nothing = exactly(Ore.parse(0))

/** Overgangsstønad: 40 percent of what is above half of G, reckoned by the year. */
function ofTransitionalBenefit(ask: Ask, monthOre: number, g: number): ExactAmount {
  const above = Math.max(0, 2 * 12 * monthOre - kroner(g))
  ask.step('step.income.transitional', ref('IL', '22', { ledd: 2 }), { params: { percent: 40 }, force: 'shall' })
  return shareOf(exactly(Ore.parse(above)), 40, 2 * 100 * 12)
}

/** What one benefit or income takes of a month's benefit. */
function reductionOf(ask: Ask, income: Income, g: number): ExactAmount {
  const whole = exactly(Ore.parse(income.monthOre))
  if (earned.includes(income.kind)) {
    ask.step(income.earnedBefore ? 'step.income.earnedBefore' : 'step.income.earnedAfter', ref('IL', '22', { ledd: 1, sentence: 1 }), { force: 'shall' })
    return income.earnedBefore ? whole : nothing
  }
  if (income.kind === 'disability_benefit' || income.kind === 'work_assessment_allowance') {
    ask.step('step.income.received', ref('IL', '22', { ledd: 1, sentence: 2 }), { force: 'shall' })
    return whole
  }
  if (income.kind === 'transitional_benefit') return ofTransitionalBenefit(ask, income.monthOre, g)
  const isChildBenefit = income.kind === 'child_benefit' || income.kind === 'cash_for_care'
  if (isChildBenefit) ask.step('step.income.childBenefit', ref('IL', '22', { ledd: 3 }))
  else ask.step(income.kind === 'child_support' ? 'step.income.childSupport' : 'step.income.ownMeans', ref('IL', '23', { ledd: 1, sentence: income.kind === 'child_support' ? 2 : 1 }))
  return nothing
}

/** What other benefits and means take of a month's benefit (IL §§ 22 and 23 first paragraph); never more than the benefit. */
export const benefitIncome = rule({
  name: 'benefit.income', version: 1, decidedBy: [], facts: names, answer: Reduction,
  sources: [ref('IL', '22', { ledd: 1 }), ref('IL', '22', { ledd: 2 }), ref('IL', '22', { ledd: 3 }), ref('IL', '23', { ledd: 1 })], checkedBy: 'IMDi',
  decide(ask) {
    const { otherIncomes } = ask.need('otherIncomes')
    const { basicAmount, share } = ask.rule(benefitRate)
    const { month } = benefitOf(basicAmount, share)
    const full = otherIncomes.map((one) => reductionOf(ask, one, basicAmount)).reduce(plus, nothing)
    const taken = atMost(full, month)
    if (taken !== full) ask.step('step.income.notAbove', ref('IL', '22', { ledd: 1 }))
    const round = rounding(ask)
    const [benefit, reduction] = [round(month), round(taken)]
    return { benefit, reduction, left: Ore.parse(benefit - reduction) }
  },
})
