import { z } from 'zod'
import { yearsBetween } from '#shared/date.ts'
import { basicAmount } from '../basic-amount.ts'
import { nearest } from '../exact.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { qualificationFactor } from './settings.ts'

const names = ['birthDate'] as const

/** Benefit in øre, a year and a day (1/260 of the year), each rounded half up on its own; `share` is what those under 25 get. */
export const QualificationBenefit = z.object({ yearlyOre: z.int(), dailyOre: z.int(), share: z.enum(['whole', 'two_thirds']) })

const [FULL_FROM_AGE, DAYS_A_YEAR] = [25, 260]

/** Benefit of the qualification programme on a day (sosialtjenesteloven § 35), before deduction for absence and work. */
export const qualificationBenefit = rule({
  name: 'kvp.benefit', version: 1, decidedBy: [], facts: names, answer: QualificationBenefit,
  sources: [ref('STL', '35', { ledd: 2 }), ref('STL', '35', { ledd: 3 }), ref('FTL', '1-4')],
  checkedBy: 'Nav',
  decide(ask) {
    const { birthDate } = ask.need('birthDate')
    const factor = ask.value(qualificationFactor, ask.on) ?? 0
    const basic = ask.value(basicAmount, ask.on) ?? 0
    const isYoung = yearsBetween(birthDate, ask.on) < FULL_FROM_AGE
    // thousandths of a krone, whole: the factor has at most three decimals
    const thousandths = BigInt(Math.round(factor * 1000) * basic * (isYoung ? 2 : 1))
    const anOre = isYoung ? 30n : 10n
    const [yearlyOre, dailyOre] = [nearest(thousandths, anOre), nearest(thousandths, anOre * BigInt(DAYS_A_YEAR))]
    ask.step('step.kvp.yearly', ref('STL', '35', { ledd: 2, sentence: 1 }), { params: { factor, basic } })
    ask.step(isYoung ? 'step.kvp.young' : 'step.kvp.whole', ref('STL', '35', { ledd: 2, sentence: 2 }), { params: { age: FULL_FROM_AGE, kroner: yearlyOre / 100 } })
    ask.step('step.kvp.daily', ref('STL', '35', { ledd: 3 }), { params: { days: DAYS_A_YEAR, kroner: dailyOre / 100 } })
    ask.step('step.kvp.deductions', ref('STL', '36', { ledd: 1 }), { force: 'shall' })
    ask.open('open.kvp.rounding')
    ask.open('open.kvp.children')
    return { yearlyOre, dailyOre, share: isYoung ? 'two_thirds' as const : 'whole' as const }
  },
})
