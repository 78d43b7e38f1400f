import { useText } from '#web/i18n.tsx'
import type { Schedule } from '#shared/schedule.ts'
import { ActivityKind } from '../activity.schema.ts'

/** Everything that shows activities and weeks: fetched again after each change. */
export const showsWeeks = ['programme.listActivities', 'programme.getActivity', 'programme.getWeek', 'programme.listCourses', 'programme.getRoad', 'programme.getPlan'] as const

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const
export type Weekday = (typeof WEEKDAYS)[number]
/** A number from a shape as one of the seven days. */
export const weekdayOf = (day: number): Weekday => WEEKDAYS.find((one) => one === day) ?? 1

const OTHER_KINDS = ['work_training', 'wage_subsidy', 'trainee', 'ordinary_job', 'apprenticeship', 'voluntary', 'family', 'busy'] as const
const kinds = [...ActivityKind.options, ...OTHER_KINDS]
const keyOf = (kind: string) => `kind.${kinds.find((one) => one === kind) ?? 'other'}` as const

/** What a stretch or an activity is, in words. */
export function useKind(): (kind: string) => string {
  const t = useText('week')
  return (kind) => t(keyOf(kind))
}

/** Fixed hours on one line: `mandag og onsdag 08:30–11:30, fredag 09:00–12:00`. */
export function useScheduleText(): (schedule: Schedule) => string {
  const t = useText('week')
  return (schedule) => [...Map.groupBy(schedule, ({ from, to }) => `${from}–${to}`)].map(([hours, slots]) =>
    `${slots.toSorted((a, b) => a.weekday - b.weekday).map(({ weekday }) => t(`weekday.${weekdayOf(weekday)}`)).join(', ')} ${hours}`).join(' · ')
}
