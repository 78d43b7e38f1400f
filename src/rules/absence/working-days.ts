import type { PlainDate } from '#shared/date.ts'
import { addDays, daysBetween, weekday } from '#shared/date.ts'
import { isHolidayByLaw } from '#shared/public-holiday.ts'
import type { workingDay } from './choices.ts'

/** How the municipality reads "virkedag". */
export type WorkingWeek = (typeof workingDay)['options'][number]

/** Whether a day is a working day: no public holiday, no Sunday, and no Saturday unless Saturdays are read as working days. */
export const isWorkingDay = (day: PlainDate, week: WorkingWeek): boolean => weekday(day) <= (week === 'monday_to_saturday' ? 6 : 5) && !isHolidayByLaw(day)

/** All days from the first to the last, both counted in; none when the last comes before the first. */
export const daysFromTo = (from: PlainDate, to: PlainDate): PlainDate[] => Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, index) => addDays(from, index))

/** Working days from the first to the last day, both counted in. */
export const workingDaysBetween = (from: PlainDate, to: PlainDate, week: WorkingWeek): number => daysFromTo(from, to).filter((day) => isWorkingDay(day, week)).length
