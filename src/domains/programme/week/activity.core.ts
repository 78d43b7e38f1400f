import type { PlainDate } from '#shared/date.ts'
import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import type { Permission } from '#shared/permission.ts'
import type { Schedule } from '#shared/schedule.ts'
import { minutesOf } from '#shared/schedule.ts'
import type { Activity, ActivityContent, SaveExceptionInput } from './activity.schema.ts'

/** Whether slots on the same weekday lie on top of one another. */
export const overlapsItself = (schedule: Schedule): boolean => schedule.some((a, at) => schedule.slice(at + 1).some((b) =>
  a.weekday === b.weekday && minutesOf(a.from) < minutesOf(b.to) && minutesOf(b.from) < minutesOf(a.to)))

type Asked = ActivityContent & { personId: string | null }

/** Whether an activity may be saved: every reason against it. Health is one person's own and says nothing but the time; a run is of its course's kind. */
export function maySave(one: Asked, held: readonly Permission[], course?: { kind: string }): Refusal[] {
  const isHealth = one.kind === 'health'
  return [
    ...check(one.personId === null || held.includes('programme.write'), { code: 'week.ownNeedsAdviser' }),
    ...check(!isHealth || one.personId !== null, { code: 'week.healthIsOwn', path: 'kind' }),
    ...check(!isHealth || (one.title === null && one.place === null && one.teacherId === null && one.courseId === null), { code: 'week.healthSaysNothing', path: 'title' }),
    ...check(isHealth || one.title !== null, { code: 'shape.required', path: 'title' }),
    ...check(one.toDate === null || one.toDate >= one.fromDate, { code: 'week.endsBeforeStart', path: 'toDate' }),
    ...check(one.schedule.length > 0 || one.ownWorkHours > 0, { code: 'week.noHours', path: 'schedule' }),
    ...check(!overlapsItself(one.schedule), { code: 'week.overlapsItself', path: 'schedule' }),
    ...check(course === undefined || course.kind === one.kind, { code: 'week.courseOfOtherKind', path: 'courseId' }),
    ...check(one.schedule.every(({ from, to }) => from !== to), { code: 'week.noTime', path: 'schedule' }),
  ]
}

type Period = { fromDate: PlainDate; toDate: PlainDate | null }
const isWithin = (day: PlainDate, { fromDate, toDate }: Period): boolean => day >= fromDate && (toDate === null || day <= toDate)

/** Whether somebody may begin to take part on a day, and whether there is room: `free` is null where seats are not counted. */
export const mayTakePart = (fromDate: PlainDate, activity: Period & { personId: string | null }, room: { asked: number; free: number | null } = { asked: 0, free: null }): Refusal[] => [
  ...check(activity.personId === null, { code: 'week.isOwn' }),
  ...check(isWithin(fromDate, activity), { code: 'week.outsidePeriod', path: 'fromDate' }),
  ...check(room.free === null || room.asked <= room.free, { code: 'week.full', params: { free: room.free ?? 0 } }),
]

/** Whether a day may be cancelled or moved: it is a day the activity has, and the new hours are a stretch of the day. */
export const mayExcept = (asked: Omit<SaveExceptionInput, 'id' | 'activityId' | 'note'>, activity: Period & { schedule: Schedule }, weekdayOf: (day: PlainDate) => number): Refusal[] => {
  const isMoved = asked.movedTo !== null
  return [
    ...check(isWithin(asked.onDay, activity), { code: 'week.outsidePeriod', path: 'onDay' }),
    ...check(activity.schedule.some(({ weekday }) => weekday === weekdayOf(asked.onDay)), { code: 'week.notThatDay', path: 'onDay' }),
    ...check(!isMoved || (asked.fromTime !== null && asked.toTime !== null), { code: 'week.movedNeedsTime', path: 'fromTime' }),
    ...check(isMoved || (asked.fromTime === null && asked.toTime === null && asked.place === null), { code: 'week.cancelledHasNoTime', path: 'movedTo' }),
    ...check(asked.fromTime === null || asked.toTime === null || asked.fromTime < asked.toTime, { code: 'week.noTime', path: 'toTime' }),
  ]
}

/** What may be done with an activity by one who holds these permissions. */
export const activityActions = (personId: string | null, held: readonly Permission[]): Activity['actions'] => {
  if (!held.includes(personId === null ? 'programme.teach' : 'programme.write')) return []
  return personId === null ? ['change', 'participants', 'exceptions'] : ['change', 'exceptions']
}
