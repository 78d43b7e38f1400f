import { z } from 'zod'
import { hundredths, nearest, nearestWhole } from '../exact.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { contributionOnPension } from './choices.ts'
import { UNIT, expensesOf } from './expenses.ts'

const names = ['mentorPayKind', 'mentorPay', 'positionPercent', 'mentorHours', 'mentorEmployedByOrganiser', 'holidayPayPercent', 'pensionPercent', 'contributionPercent'] as const
type Ask = Asking<(typeof names)[number]>

/** Whole kroner, each rounded half up on its own; `subsidy` is the rounded sum of the unrounded parts. */
export const MentorSubsidy = z.object({ hourlyPay: z.int(), pay: z.int(), holidayPay: z.int(), pension: z.int(), contribution: z.int(), subsidy: z.int() })

const TEN_DECIMALS = 10n ** 10n
/** Hours paid for by a year's, month's, week's and day's pay, in tenths: 1 950, 162.5, 37.5 and 7.5. */
const TENTHS_OF_HOURS = { yearly: 19_500n, monthly: 1_625n, weekly: 375n, daily: 75n } as const

/** Pay an hour, whole kroner: the pay over its hours, times 100 over the percent of the position; both with ten decimals, then half up. */
export function hourlyPayOf(kind: keyof typeof TENTHS_OF_HOURS, pay: number, positionPercent: number): number {
  const perHour = nearestWhole(BigInt(pay) * 10n * TEN_DECIMALS, TENTHS_OF_HOURS[kind])
  const fullTime = nearestWhole(10_000n * TEN_DECIMALS, hundredths(positionPercent))
  return nearest(perHour * fullTime, TEN_DECIMALS * TEN_DECIMALS)
}

function hourlyPay(ask: Ask): number {
  const { mentorPayKind, mentorPay } = ask.need('mentorPayKind', 'mentorPay')
  return mentorPayKind === 'hourly' ? mentorPay : hourlyPayOf(mentorPayKind, mentorPay, ask.need('positionPercent').positionPercent)
}

/** The subsidy of a mentor: ordinary pay an hour times the hours agreed, with contribution; holiday pay and pension when the organiser employs the mentor (TF § 5-6). */
export const mentorSubsidy = rule({
  name: 'subsidy.mentor', version: 1, decidedBy: [], facts: names, answer: MentorSubsidy,
  sources: [ref('TF', '5-6', { ledd: 1 }), ref('TF', '5-6', { ledd: 2 })],
  checkedBy: 'Nav',
  decide(ask) {
    const { mentorHours, mentorEmployedByOrganiser: isEmployed, contributionPercent } = ask.need('mentorHours', 'mentorEmployedByOrganiser', 'contributionPercent')
    const perHour = hourlyPay(ask)
    const own = isEmployed ? ask.need('holidayPayPercent', 'pensionPercent') : { holidayPayPercent: 0, pensionPercent: 0 }
    const isContributionOnPension = isEmployed && ask.choice(contributionOnPension) === 'as_nav_computes'
    const payOre = BigInt(perHour) * hundredths(mentorHours)
    const { exact, ...parts } = expensesOf(payOre, { ...own, contributionPercent, isContributionOnPension })
    const [pay, subsidy] = [nearest(payOre, 100n), nearest(exact, UNIT)]
    ask.step('step.mentor.hourly', ref('TF', '5-6', { ledd: 1 }), { params: { kroner: perHour } })
    ask.step('step.mentor.pay', ref('TF', '5-6', { ledd: 1 }), { params: { hours: mentorHours, kroner: pay } })
    ask.step(isEmployed ? 'step.mentor.withHolidayPay' : 'step.mentor.withoutHolidayPay', ref('TF', '5-6', { ledd: 2 }), { params: { kroner: subsidy } })
    ask.judge('judge.mentor.onceOnly', ref('TF', '5-6', { ledd: 3 }))
    return { hourlyPay: perHour, pay, ...parts, subsidy }
  },
})
