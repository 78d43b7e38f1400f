import type { PlainDate } from '#shared/date.ts'
import { addDays, addMonths, plainDate, weekday } from '#shared/date.ts'
import { isPublicHoliday } from '#shared/public-holiday.ts'

/** The first day of a month stands for the month. */
export const monthOf = (day: PlainDate): PlainDate => plainDate(`${day.slice(0, 7)}-01`)
export const lastDayOf = (month: PlainDate): PlainDate => addDays(addMonths(month, 1), -1)

export type PaySetting = { payDay: number; monthsAfter: number }

const isWorkingDay = (day: PlainDate): boolean => weekday(day) <= 5 && !isPublicHoliday(day)

/** The day itself, or the last working day before it: on a day off nothing reaches an account. */
export function onWorkingDay(day: PlainDate): PlainDate {
  let found = day
  while (!isWorkingDay(found)) found = addDays(found, -1)
  return found
}

/** The day a month is paid: the municipality's own day of the month, or the last working day before it (§ 24 leaves it to the municipality). */
export function payDayFor(month: PlainDate, { payDay, monthsAfter }: PaySetting): PlainDate {
  const paidIn = addMonths(monthOf(month), monthsAfter)
  const last = lastDayOf(paidIn)
  const day = addDays(paidIn, payDay - 1)
  return onWorkingDay(day > last ? last : day)
}

/** One month's benefit as it is paid or can be expected. `amountOre` is null where it cannot be told; `isAbout` until it is approved. */
export type BenefitMonth = { month: PlainDate; payOn: PlainDate; amountOre: number | null; isAbout: boolean }
/** When the benefit of a programme is paid first. */
export type FirstBenefit = { startsOn: PlainDate; endsOn: PlainDate | null; payOn: PlainDate }
