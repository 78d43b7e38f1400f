import type { ExactAmount, Ore } from '#shared/money.ts'
import { downToKrone, exactly, kroner, shareOf, toNearestKrone, toNearestOre } from '#shared/money.ts'
import { basicAmount } from '../basic-amount.ts'
import type { Asking } from '../rule.ts'
import { benefitRounding } from './choices.ts'

/** A part of the whole benefit: 1/1, 2/3, 1/3, 5/6 and their products. */
export type Share = { numerator: number; denominator: number }

/** G on the day asked about, kroner a year. Were it repealed, there would be nothing to take twice. */
export const basicAmountOn = (ask: Pick<Asking<never>, 'value' | 'on'>): number => ask.value(basicAmount, ask.on) ?? 0

/** A share of the benefit, exact: twice G a year, a month 1/12 of it, a day 1/30 of the month, an hour 1/1850 of the year (IL § 20). */
export function benefitOf(g: number, { numerator, denominator }: Share): Record<'yearly' | 'month' | 'day' | 'hour', ExactAmount> {
  const yearly = shareOf(exactly(kroner(g)), 2 * numerator, denominator)
  return { yearly, month: shareOf(yearly, 1, 12), day: shareOf(yearly, 1, 360), hour: shareOf(yearly, 1, 1850) }
}

/** Hours times an hour's benefit, counted to the minute. */
export const forHours = (hour: ExactAmount, hours: number): ExactAmount => shareOf(hour, Math.round(hours * 60), 60)

/** How the municipality rounds. */
export function rounding(ask: Pick<Asking<never>, 'choice'>): (amount: ExactAmount) => Ore {
  const chosen = ask.choice(benefitRounding)
  if (chosen === 'nearest_krone') return toNearestKrone
  return chosen === 'down_to_krone' ? downToKrone : toNearestOre
}
