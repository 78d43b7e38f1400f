import type { PlainDate } from '#shared/date.ts'
import { addDays, daysBetween, weekday } from '#shared/date.ts'
import { isPublicHoliday } from '#shared/public-holiday.ts'
import type { PlannedFollowUp } from './agreement.schema.ts'

type Suggestion = Omit<PlannedFollowUp, 'id'>

const FIRST_AFTER = 4
const FIRST_WITHIN = 7
const WEEKS_BETWEEN = 3
/** The last talk comes this many days before the end, while there is still time to go on from it. */
const BEFORE_END = 14

const isWorkday = (day: PlainDate): boolean => weekday(day) <= 5 && !isPublicHoliday(day)
const earlier = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? a : b)

/** The nearest working day from `day` on, or where there is none until `latest` the nearest before it, not before `earliest`. */
function nearWorkday(day: PlainDate, earliest: PlainDate, latest: PlainDate): PlainDate | undefined {
  for (let on = day; on <= latest; on = addDays(on, 1)) if (isWorkday(on)) return on
  for (let on = day; on >= earliest; on = addDays(on, -1)) if (isWorkday(on)) return on
  return undefined
}

/**
 * Days on which to ask both sides (PLA-05): a visit within a week of the start, then about every third week, a visit every
 * second time, and a meeting two weeks before the end. On working days inside the period; at least one, however short.
 */
export function suggestFollowUps(from: PlainDate, to: PlainDate | null): Suggestion[] {
  const end = to ?? addDays(from, 26 * 7)
  const first = nearWorkday(addDays(from, Math.min(FIRST_AFTER, daysBetween(from, end))), from, earlier(end, addDays(from, FIRST_WITHIN)))
  if (first === undefined) return [{ kind: 'call', dueOn: from }]
  const suggested: Suggestion[] = [{ kind: 'visit', dueOn: first }]
  const last = nearWorkday(addDays(end, -BEFORE_END), first, end) ?? first
  for (let day = addDays(first, WEEKS_BETWEEN * 7); day < addDays(last, -7); day = addDays(day, WEEKS_BETWEEN * 7)) {
    suggested.push({ kind: suggested.length % 2 === 0 ? 'visit' : 'call', dueOn: nearWorkday(day, first, last) ?? day })
  }
  if (to !== null && last > first) suggested.push({ kind: 'meeting', dueOn: last })
  return suggested
}
