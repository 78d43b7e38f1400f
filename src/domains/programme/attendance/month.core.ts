import type { PlainDate } from '#shared/date.ts'
import { addDays, addMonths, plainDate } from '#shared/date.ts'
import type { Absence, Pause } from './absence.schema.ts'
import type { CalendarDay } from './desk.schema.ts'

/** The first and the last day of a month (`YYYY-MM`). */
export function monthSpan(month: string): { first: PlainDate; last: PlainDate } {
  const first = plainDate(`${month}-01`)
  return { first, last: addDays(addMonths(first, 1), -1) }
}

/** Minutes of one day, whatever they were spent on. */
export type DayMinutes = { onDay: PlainDate; planned: number; present: number; missing: number; presumed: number; unregistered: number }

type Beside = { today: PlainDate; away: ReadonlySet<string>; absences: readonly Absence[] | null; pauses: readonly Pause[]; daysOff: readonly PlainDate[] }

/** What an absence makes of its day. */
const ofDecision = { approved: 'approved', unauthorised: 'unauthorised', pending: 'waiting', withdrawn: 'none' } as const

function markOf(day: PlainDate, minutes: DayMinutes | undefined, { today, away, absences, pauses, daysOff }: Beside): CalendarDay['mark'] {
  if (pauses.some(({ fromDate, toDate }) => fromDate <= day && (toDate === null || day <= toDate))) return 'frozen'
  const absence = absences?.find(({ fromDate, toDate, isReplaced, decision, minutesEachDay }) => !isReplaced && decision !== 'withdrawn' && minutesEachDay === null && fromDate <= day && day <= toDate)
  if (minutes === undefined || minutes.planned === 0) return daysOff.includes(day) ? 'off' : 'none'
  if (absence) return ofDecision[absence.decision]
  if (away.has(day) && minutes.present === 0) return 'reported'
  if (day > today) return 'planned'
  if (minutes.missing > 0) return minutes.present > 0 ? 'partly' : 'unexplained'
  return minutes.unregistered > 0 ? (minutes.present + minutes.presumed > 0 ? 'partly' : 'unregistered') : 'present'
}

/** Every day of a month with its mark: one word for what it was, in the order of what matters most. */
export function calendarOf(month: string, minutes: readonly DayMinutes[], beside: Beside): CalendarDay[] {
  const { first, last } = monthSpan(month)
  const byDay = new Map(minutes.map((one) => [one.onDay, one]))
  const days: CalendarDay[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const one = byDay.get(day)
    const mark = markOf(day, one, beside)
    const isAway = mark === 'approved' || mark === 'unauthorised' || mark === 'waiting' || mark === 'reported'
    days.push({ onDay: day, planned: one?.planned ?? 0, present: day > beside.today || isAway ? one?.present ?? 0 : (one?.present ?? 0) + (one?.presumed ?? 0), mark })
  }
  return days
}
