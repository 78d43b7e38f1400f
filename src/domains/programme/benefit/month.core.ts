import type { PlainDate } from '#shared/date.ts'
import { addDays, addMonths, plainDate, weekday } from '#shared/date.ts'
import { isPublicHoliday } from '#shared/public-holiday.ts'

/** The first day of a month stands for the month. */
export const monthOf = (day: PlainDate): PlainDate => plainDate(`${day.slice(0, 7)}-01`)
export const lastDayOf = (month: PlainDate): PlainDate => addDays(addMonths(month, 1), -1)

export type PaySetting = { payDay: number; monthsAfter: number }

const isWorkingDay = (day: PlainDate): boolean => weekday(day) <= 5 && !isPublicHoliday(day)

/** The day a month is paid: the municipality's own day of the month, or the last working day before it (§ 24 leaves it to the municipality). */
export function payDayFor(month: PlainDate, { payDay, monthsAfter }: PaySetting): PlainDate {
  const paidIn = addMonths(monthOf(month), monthsAfter)
  const last = lastDayOf(paidIn)
  let day = addDays(paidIn, payDay - 1)
  if (day > last) day = last
  while (!isWorkingDay(day)) day = addDays(day, -1)
  return day
}
