import { z } from 'zod'
import type { ExactAmount } from '#shared/money.ts'
import { atMost, Ore, plus, shareOf } from '#shared/money.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { benefitOf, forHours, rounding } from './amounts.ts'
import { baseOf } from './base.ts'
import { benefitRate, rateFacts } from './rate.ts'

const names = [...rateFacts, 'unauthorisedMonths', 'unauthorisedDays', 'unauthorisedHours'] as const
type Ask = Asking<(typeof names)[number]>

/** What unauthorised absence takes, whole øre: `benefit` is before it (a month, or as many months as were missed), `left` after. */
const Deduction = z.object({ benefit: Ore, deduction: Ore, left: Ore })

/** The length of the absence in the units of IL § 20 second paragraph. */
function lengthIn(ask: Ask, { month, day, hour }: Record<'month' | 'day' | 'hour', ExactAmount>): ExactAmount {
  const { unauthorisedMonths, unauthorisedDays, unauthorisedHours } = ask.need('unauthorisedMonths', 'unauthorisedDays', 'unauthorisedHours')
  ask.step('step.deduction.length', ref('IL', '21'), { params: { months: unauthorisedMonths, days: unauthorisedDays, hours: unauthorisedHours }, force: 'shall' })
  return plus(plus(shareOf(month, unauthorisedMonths, 1), shareOf(day, unauthorisedDays, 1)), forHours(hour, unauthorisedHours))
}

/**
 * Reduction for absence that is neither illness nor another compelling welfare reason, and without permission (IL § 21): by its length
 * in months, days and hours, never above the benefit. Days are whole days of absence: a day is 1/30 of the month, whatever hours it had.
 */
export const benefitDeduction = rule({
  name: 'benefit.deduction', version: 1, decidedBy: [], facts: names, answer: Deduction,
  sources: [ref('IL', '21'), ref('IL', '20', { ledd: 2 })], checkedBy: 'IMDi',
  decide(ask) {
    const { unauthorisedMonths } = ask.need('unauthorisedMonths', 'unauthorisedDays', 'unauthorisedHours')
    const { basicAmount, share } = ask.rule(benefitRate)
    const own = shareOf(benefitOf(basicAmount, share).month, Math.max(1, unauthorisedMonths), 1)
    const full = lengthIn(ask, baseOf(ask, basicAmount, share))
    const taken = atMost(full, own)
    if (taken !== full) ask.step('step.deduction.notAbove', ref('IL', '21'))
    ask.judge('judge.deduction.compelling', ref('IL', '21'))
    const round = rounding(ask)
    const [benefit, deduction] = [round(own), round(taken)]
    return { benefit, deduction, left: Ore.parse(benefit - deduction) }
  },
})
