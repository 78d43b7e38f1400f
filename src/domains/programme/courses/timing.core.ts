import type { PlainDate } from '#shared/date.ts'
import { addDays, addMonths } from '#shared/date.ts'
import type { CourseContent } from './course.schema.ts'
import type { Reason } from './road.schema.ts'
import { reason } from './reason.core.ts'

/** The days of one programme that decide when a course belongs; `practiceFrom` is her first day of practice, had or planned. */
export type RoadDays = { startsOn: PlainDate; lastDay: PlainDate; practiceFrom: PlainDate | null }
type Timed = Pick<CourseContent, 'timing' | 'timingAmount'>

const later = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b)

/** The days on which a course should begin for her; both ends included. It may be empty: in a short programme nothing lies after thirty weeks. */
export function windowOf({ timing, timingAmount }: Timed, { startsOn, lastDay, practiceFrom }: RoadDays): { from: PlainDate; to: PlainDate } {
  const amount = timingAmount ?? 0
  if (timing === 'first_weeks') return { from: startsOn, to: addDays(startsOn, 7 * amount - 1) }
  if (timing === 'after_weeks') return { from: addDays(startsOn, 7 * amount), to: lastDay }
  if (timing === 'before_practice') return { from: startsOn, to: practiceFrom === null ? lastDay : addDays(practiceFrom, -1) }
  if (timing === 'last_months') return { from: later(startsOn, addDays(addMonths(lastDay, -amount), 1)), to: lastDay }
  return { from: startsOn, to: lastDay }
}

/** Why a first day in a course is out of its place in the road: nothing where it is well placed. */
export function outOfTime(timed: Timed, days: RoadDays, begins: PlainDate): Reason[] {
  const { from, to } = windowOf(timed, days)
  if (begins < from && timed.timing !== 'any_time') return [reason('time.tooEarly', { begins, from })]
  if (begins > days.lastDay) return [reason('time.afterEnd', { begins, lastDay: days.lastDay })]
  if (begins > to) return [reason(timed.timing === 'before_practice' ? 'time.afterPractice' : 'time.tooLate', { begins, to })]
  return []
}

export type Required = { id: string; name: string }
/** Courses that should have been taken before a day and were not: `doneBefore` says the last day she was in each, null while she still is. */
export const missingBefore = (required: readonly Required[], begins: PlainDate, doneBefore: (courseId: string) => PlainDate | null | undefined): Reason[] =>
  required.flatMap(({ id, name }) => {
    const last = doneBefore(id)
    return last !== undefined && last !== null && last < begins ? [] : [reason('time.requires', { name })]
  })
