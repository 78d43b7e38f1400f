import { z } from 'zod'
import { daysBetween } from '#shared/date.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { partMonthDays } from './choices.ts'

/** How many thirtieths of a month's benefit: 30 for a whole month. */
const PartMonth = z.object({ thirtieths: z.int().min(0).max(30) })

/**
 * The part of a month somebody has a right to, when she begins, ends or is on leave without benefit within it. A day is 1/30 of the month
 * (IL § 20 second paragraph), and months have 28 to 31: whether the days with the right or those without are counted, the act does not say.
 */
export const benefitPartMonth = rule({
  name: 'benefit.partMonth', version: 1, decidedBy: [], facts: ['paymentFrom', 'paymentTo', 'benefitDays'], answer: PartMonth,
  sources: [ref('IL', '20', { ledd: 2, sentence: 2 })], checkedBy: 'IMDi',
  decide(ask) {
    const { paymentFrom, paymentTo, benefitDays } = ask.need('paymentFrom', 'paymentTo', 'benefitDays')
    const days = daysBetween(paymentFrom, paymentTo) + 1
    if (benefitDays >= days || benefitDays === 0) {
      ask.step(benefitDays === 0 ? 'step.partMonth.none' : 'step.partMonth.whole', ref('IL', '20', { ledd: 2, sentence: 1 }))
      return { thirtieths: benefitDays === 0 ? 0 : 30 }
    }
    const thirtieths = ask.choice(partMonthDays) === 'days_with' ? Math.min(30, benefitDays) : Math.max(0, 30 - (days - benefitDays))
    ask.step('step.partMonth.part', partMonthDays.source, { params: { thirtieths, benefitDays, days } })
    return { thirtieths }
  },
})
