import { z } from 'zod'
import type { PlainDate } from '#shared/date.ts'
import { plainDate } from '#shared/date.ts'
import { Ore } from '#shared/money.ts'
import { turnsOn } from '../norwegian-training/period.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import type { Share } from './amounts.ts'
import { basicAmountOn, benefitOf, rounding } from './amounts.ts'
import { ageInPaymentPeriod } from './choices.ts'

/** The facts the rate hangs on; rules that start from the rate need them too. */
export const rateFacts = ['birthDate', 'livesWithParents', 'isPartnerInProgramme', 'hasChildren', 'startedOn', 'paymentFrom', 'paymentTo'] as const
type Ask = Asking<(typeof rateFacts)[number]>

/** The benefit in whole øre, each figure rounded on its own from the exact yearly benefit; and what part of the whole benefit it is. */
export const Rate = z.object({
  yearly: Ore, month: Ore, day: Ore, hour: Ore,
  share: z.object({ numerator: z.int(), denominator: z.int() }),
  /** G of the day, kroner a year. */
  basicAmount: z.number(),
})

const ADULT = 25

/** The day whose age counts: the day asked about, unless she turns 25 within the payment period; then the municipality's choice. */
function ageDay(ask: Ask, birthday: PlainDate): PlainDate {
  const [from, to] = [ask.known('paymentFrom'), ask.known('paymentTo')]
  if (from === undefined || to === undefined || birthday <= from || birthday > to) return ask.on
  const chosen = ask.choice(ageInPaymentPeriod)
  return chosen === 'first_day' ? from : chosen === 'last_day' ? to : ask.on
}

/** Under 25: 2/3, or 1/3 with one or both parents. */
function ageShare(ask: Ask): Share {
  const birthday = turnsOn(ask.need('birthDate').birthDate, ADULT)
  if (ageDay(ask, birthday) >= birthday) return { numerator: 1, denominator: 1 }
  const { livesWithParents } = ask.need('livesWithParents')
  ask.step(livesWithParents ? 'step.rate.withParents' : 'step.rate.under25', ref('IL', '20', { ledd: 3, sentence: livesWithParents ? 2 : 1 }), { params: { age: ADULT } })
  return { numerator: livesWithParents ? 1 : 2, denominator: 3 }
}

/** Couples without children, both in the programme: 5/6, for those who are new from 1 July 2024. */
function coupleShare(ask: Ask, { numerator, denominator }: Share): Share {
  const { isPartnerInProgramme } = ask.need('isPartnerInProgramme')
  if (!isPartnerInProgramme || ask.need('hasChildren').hasChildren) return { numerator, denominator }
  if (ask.need('startedOn').startedOn < plainDate('2024-07-01')) {
    ask.step('step.rate.coupleBefore', ref('FOR-2024-06-25-1215', '1'))
    return { numerator, denominator }
  }
  ask.step('step.rate.couple', ref('IL', '20', { ledd: 4 }))
  if (numerator === 2) ask.step('step.rate.both', ref('Prop. 101 L (2023–2024)', '5', { certainty: 'P' }))
  if (denominator === 3 && numerator === 1) ask.open('open.rate.thirdAndCouple')
  return numerator === 2 ? { numerator: 5, denominator: 9 } : { numerator: numerator * 5, denominator: denominator * 6 }
}

/**
 * The introduction benefit (IL § 20): twice the basic amount a year; a month is 1/12 of it, a day 1/30 of the month, an hour
 * 1/1850 of the year. A day is thus 1/360 of the year, and seven and a half hours about 1/247: they do not agree, by the act.
 */
export const benefitRate = rule({
  name: 'benefit.rate', version: 1, decidedBy: ['startedOn'], facts: rateFacts, answer: Rate,
  sources: [1, 2, 3, 4].map((ledd) => ref('IL', '20', { ledd })), checkedBy: 'IMDi',
  decide(ask) {
    const g = basicAmountOn(ask)
    const share = coupleShare(ask, ageShare(ask))
    ask.step('step.rate.twiceBasicAmount', ref('IL', '20', { ledd: 1 }), { params: { basicAmount: g } })
    ask.step('step.rate.units', ref('IL', '20', { ledd: 2 }))
    const { yearly, month, day, hour } = benefitOf(g, share)
    const round = rounding(ask)
    return { yearly: round(yearly), month: round(month), day: round(day), hour: round(hour), share, basicAmount: g }
  },
})
