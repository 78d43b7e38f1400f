import type { PlainDate } from '#shared/date.ts'
import { addDays } from '#shared/date.ts'
import { isHolidayByLaw } from '#shared/public-holiday.ts'

/** The public days off of integreringsforskriften § 17 first paragraph but for Saturdays and Sundays, from `first` to `last`. */
export function daysOffBetween(first: PlainDate, last: PlainDate): PlainDate[] {
  const days: PlainDate[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) if (isHolidayByLaw(day)) days.push(day)
  return days
}
