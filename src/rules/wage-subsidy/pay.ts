import { z } from 'zod'
import { PlainDate, plainDate } from '#shared/date.ts'
import { basicAmount } from '../basic-amount.ts'
import { hundredths, nearest } from '../exact.ts'
import { parameter } from '../parameter.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'

const holidayLaw = (number: number) => ref('FERIE', '10', { ledd: number })
const pensionLaw = ref('OTP', '4', { ledd: 1, sentence: 2 })

export const holidayPayLeast = parameter({ name: 'holidayPayLeast', unit: 'percent', values: [{ from: plainDate('2021-01-01'), value: 10.2, source: holidayLaw(2) }] })
export const holidayPayOver60 = parameter({ name: 'holidayPayOver60', unit: 'percent', values: [{ from: plainDate('2021-01-01'), value: 2.3, source: holidayLaw(3) }] })
/** From the first krone since 2022; before that the act counted from one basic amount, which is not built in. */
export const pensionLeast = parameter({ name: 'pensionLeast', unit: 'percent', values: [{ from: plainDate('2022-01-01'), value: 2, source: pensionLaw }] })

const [EXTRA_AGE, EXTRA_CAP_G, PENSION_CAP_G] = [60, 6, 12]

/** Holiday pay earned in the calendar year of `on`, in øre; `extraOre` is the part for those over 60. */
export const HolidayPay = z.object({ holidayPayOre: z.int(), extraOre: z.int(), isAtLeastLegal: z.boolean() })

const holidayNames = ['yearlyPay', 'holidayPayPercent', 'birthDate'] as const

/** The supplement for those who turn 60 in the year the holiday is taken, or earlier: of pay up to 6 G on 31 December of the year it is earned. */
function extraOf(ask: Asking<(typeof holidayNames)[number]>): number {
  const { yearlyPay, birthDate } = ask.need('yearlyPay', 'birthDate')
  const earned = Number(ask.on.slice(0, 4))
  if (earned + 1 - Number(birthDate.slice(0, 4)) < EXTRA_AGE) return 0
  const extra = ask.value(holidayPayOver60, ask.on) ?? 0
  const cap = EXTRA_CAP_G * (ask.value(basicAmount, PlainDate.parse(`${earned}-12-31`)) ?? 0)
  const extraOre = nearest(BigInt(Math.min(yearlyPay, cap)) * hundredths(extra), 100n)
  ask.step('step.pay.over60', holidayLaw(3), { params: { age: EXTRA_AGE, percent: extra, basics: EXTRA_CAP_G, kroner: extraOre / 100 } })
  return extraOre
}

/** Holiday pay of the pay of the year (ferieloven § 10): the percent is a fact, since tariff agreements give more than the law. */
export const holidayPay = rule({
  name: 'pay.holidayPay', version: 1, decidedBy: [], facts: holidayNames, answer: HolidayPay,
  sources: [holidayLaw(2), holidayLaw(3), holidayLaw(6), ref('FERIE', '5', { ledd: 2 })],
  checkedBy: 'lønnskontoret',
  decide(ask) {
    const { yearlyPay, holidayPayPercent } = ask.need(...holidayNames)
    const least = ask.value(holidayPayLeast, ask.on) ?? 0
    const plainOre = nearest(BigInt(yearlyPay) * hundredths(holidayPayPercent), 100n)
    ask.step('step.pay.holiday', holidayLaw(2), { params: { percent: holidayPayPercent, least, kroner: plainOre / 100 } })
    const extraOre = extraOf(ask)
    const isAtLeastLegal = holidayPayPercent >= least
    if (!isAtLeastLegal) ask.judge('judge.pay.belowLegal', holidayLaw(6))
    return { holidayPayOre: plainOre + extraOre, extraOre, isAtLeastLegal }
  },
})

/** What the employer's percent comes to of pay up to 12 G, and what the law asks at least, in øre. */
export const OccupationalPension = z.object({ pensionOre: z.int(), leastPensionOre: z.int(), isAtLeastLegal: z.boolean() })

/** Occupational pension of the pay of a year (OTP-loven § 4): at least 2 % of pay up to 12 G, of the basic amount on the day asked of. */
export const occupationalPension = rule({
  name: 'pay.pension', version: 1, decidedBy: [], facts: ['yearlyPay', 'pensionPercent'], answer: OccupationalPension,
  sources: [pensionLaw],
  checkedBy: 'lønnskontoret',
  decide(ask) {
    const { yearlyPay, pensionPercent } = ask.need('yearlyPay', 'pensionPercent')
    const least = ask.value(pensionLeast, ask.on) ?? 0
    const counted = BigInt(Math.min(yearlyPay, PENSION_CAP_G * (ask.value(basicAmount, ask.on) ?? 0)))
    const [pensionOre, leastPensionOre] = [nearest(counted * hundredths(pensionPercent), 100n), nearest(counted * hundredths(least), 100n)]
    ask.step('step.pay.pension', pensionLaw, { params: { least, basics: PENSION_CAP_G, counted: Number(counted), percent: pensionPercent, kroner: pensionOre / 100 }, force: 'shall' })
    return { pensionOre, leastPensionOre, isAtLeastLegal: pensionPercent >= least }
  },
})
