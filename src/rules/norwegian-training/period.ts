import type { PlainDate } from '#shared/date.ts'
import { addDays, addMonths, plainDate, yearsBetween } from '#shared/date.ts'

/**
 * The last day of a period of whole months that begins on `from`, that day counted: the day before the same date, or the
 * last day of the month where the date does not exist.
 */
export function lastDayOf(from: PlainDate, months: number): PlainDate {
  const same = addMonths(from, months)
  return same.slice(8) === from.slice(8) ? addDays(same, -1) : same
}

/** The day somebody reaches an age in whole years; 1 March for those born on 29 February, in years without that day. */
export function turnsOn(birth: PlainDate, years: number): PlainDate {
  const day = addMonths(birth, years * 12)
  return yearsBetween(birth, day) < years ? addDays(day, 1) : day
}

/** The earlier of two days. */
export const earlier = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? a : b)

/** A stretch of time in which chapter 6A of the act stood as enacted, its last day included. */
type Period = { from: PlainDate; to: PlainDate; source: string }

/** Chapter 6A (collective protection) has been given three times, each for two years, without a day between. */
export const CHAPTER_6A: readonly Period[] = [
  { from: plainDate('2022-06-15'), to: plainDate('2024-06-30'), source: 'LOV-2022-06-10-35' },
  { from: plainDate('2024-07-01'), to: plainDate('2026-06-30'), source: 'LOV-2024-06-25-53' },
  { from: plainDate('2026-07-01'), to: plainDate('2028-06-30'), source: 'LOV-2026-06-12-22' },
]

/** The period of chapter 6A a day falls in; nothing before and after. */
export const chapter6aOn = (on: PlainDate): Period | undefined => CHAPTER_6A.find(({ from, to }) => from <= on && on <= to)
