import type { PlainDate } from '#shared/date.ts'
import { addDays, addMonths } from '#shared/date.ts'
import type { Asking } from '../rule.ts'
import { endOfMonth } from './choices.ts'

/**
 * The first day after a period of whole months that begins on `start`: 12 months from 2 February end on 1 February, and
 * the day after is 2 February. Where the last month lacks the day (31 January and one month), the municipality has chosen
 * whether the period lasts through the end of that month.
 */
export function dayAfterMonths(ask: Pick<Asking<never>, 'choice'>, start: PlainDate, months: number): PlainDate {
  const day = addMonths(start, months)
  if (day.slice(8) === start.slice(8)) return day
  return ask.choice(endOfMonth) === 'whole_last_month' ? addDays(day, 1) : day
}
