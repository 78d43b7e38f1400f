import type { PlainDate } from '#shared/date.ts'
import { addDays, daysBetween, weekday } from '#shared/date.ts'
import type { PlannedFollowUp } from './agreement.schema.ts'

type Suggestion = Omit<PlannedFollowUp, 'id'>

const FIRST_AFTER = 4
const WEEKS_BETWEEN = 3
/** The last talk comes this many days before the end, while there is still time to go on from it. */
const BEFORE_END = 14

const onWorkday = (day: PlainDate): PlainDate => (weekday(day) > 5 ? addDays(day, 8 - weekday(day)) : day)

/**
 * Days on which to ask both sides (PLA-05): a visit within a week of the start, then about every third week, a visit every
 * second time, and a meeting two weeks before the end. All on working days inside the period; at least one, however short.
 */
export function suggestFollowUps(from: PlainDate, to: PlainDate | null): Suggestion[] {
  const end = to ?? addDays(from, 26 * 7)
  const first = onWorkday(addDays(from, Math.min(FIRST_AFTER, daysBetween(from, end))))
  if (first > end) return [{ kind: 'call', dueOn: from }]
  const suggested: Suggestion[] = [{ kind: 'visit', dueOn: first }]
  const last = onWorkday(addDays(end, -BEFORE_END))
  for (let day = addDays(first, WEEKS_BETWEEN * 7); day < addDays(last, -7); day = addDays(day, WEEKS_BETWEEN * 7)) {
    suggested.push({ kind: suggested.length % 2 === 0 ? 'visit' : 'call', dueOn: onWorkday(day) })
  }
  if (to !== null && last > first) suggested.push({ kind: 'meeting', dueOn: last })
  return suggested
}
