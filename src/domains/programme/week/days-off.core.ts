import type { PlainDate } from '#shared/date.ts'
import { addDays } from '#shared/date.ts'
import { isPublicHoliday } from '#shared/public-holiday.ts'

/** Nobody is visited on them, but they are no days off by integreringsforskriften § 17. */
const eves = ['12-24', '12-31']

/** The public days off of integreringsforskriften § 17 first paragraph but for Saturdays and Sundays, from `first` to `last`. */
export function daysOffBetween(first: PlainDate, last: PlainDate): PlainDate[] {
  const days: PlainDate[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) if (isPublicHoliday(day) && !eves.includes(day.slice(5))) days.push(day)
  return days
}
