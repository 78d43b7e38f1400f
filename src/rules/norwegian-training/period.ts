import type { PlainDate } from '#shared/date.ts'
import { addDays, addMonths, yearsBetween } from '#shared/date.ts'
import { dayAfterMonths } from '../introduction-programme/months.ts'
import type { Asking } from '../rule.ts'

/** The last day of a period of whole months that begins on `from`, that day counted. */
export const lastDayOf = (ask: Pick<Asking<never>, 'choice'>, from: PlainDate, months: number): PlainDate => addDays(dayAfterMonths(ask, from, months), -1)

/** The day somebody reaches an age in whole years; 1 March for those born on 29 February, in years without that day. */
export function turnsOn(birth: PlainDate, years: number): PlainDate {
  const day = addMonths(birth, years * 12)
  return yearsBetween(birth, day) < years ? addDays(day, 1) : day
}

/** The earlier of two days. */
export const earlier = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? a : b)
