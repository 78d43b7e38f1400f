import { z } from 'zod'
import { atMost, exactly, Ore } from '#shared/money.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { benefitOf, forHours, rounding } from './amounts.ts'
import { baseOf } from './base.ts'
import { benefitRate, rateFacts } from './rate.ts'

/** What paid work takes of a month's benefit, whole øre, and by what: its time, or the pay krone for krone. */
const PaidWork = z.object({ reduction: Ore, by: z.enum(['none', 'time', 'pay']) })

/**
 * Paid work that is a part of the programme reduces the benefit by its time, or krone for krone when that is better for her
 * (IL § 23 second paragraph). Work outside the programme reduces nothing.
 */
export const benefitPaidWork = rule({
  name: 'benefit.paidWork', version: 1, decidedBy: [], facts: [...rateFacts, 'isPaidWorkInProgramme', 'paidWorkHours', 'paidWorkPayOre'], answer: PaidWork,
  sources: [ref('IL', '23', { ledd: 1 }), ref('IL', '23', { ledd: 2, sentence: 1 }), ref('IL', '23', { ledd: 2, sentence: 2 })], checkedBy: 'IMDi',
  decide(ask): z.infer<typeof PaidWork> {
    const { isPaidWorkInProgramme } = ask.need('isPaidWorkInProgramme')
    if (!isPaidWorkInProgramme) {
      ask.step('step.paidWork.outside', ref('IL', '23', { ledd: 1, sentence: 1 }))
      return { reduction: Ore.parse(0), by: 'none' }
    }
    const { paidWorkHours, paidWorkPayOre } = ask.need('paidWorkHours', 'paidWorkPayOre')
    const { basicAmount, share } = ask.rule(benefitRate)
    const byTime = forHours(baseOf(ask, basicAmount, share).hour, paidWorkHours)
    const byPay = exactly(Ore.parse(paidWorkPayOre))
    const isPayBetter = atMost(byTime, byPay) === byPay
    ask.step('step.paidWork.time', ref('IL', '23', { ledd: 2, sentence: 1 }), { params: { hours: paidWorkHours }, force: 'shall' })
    if (isPayBetter) ask.step('step.paidWork.pay', ref('IL', '23', { ledd: 2, sentence: 2 }), { force: 'shall' })
    return { reduction: rounding(ask)(atMost(atMost(byTime, byPay), benefitOf(basicAmount, share).month)), by: isPayBetter ? 'pay' : 'time' }
  },
})
