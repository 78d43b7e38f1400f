import type { PlainDate } from '#shared/date.ts'
import { addDays, weekday } from '#shared/date.ts'
import type { Pattern } from './desk.schema.ts'

/** A day on which something was planned, with what was missed of it, whatever the reason. */
export type PlannedDay = { onDay: PlainDate; planned: number; missing: number }

/** What is looked at: twelve weeks back. */
export const PATTERN_DAYS = 84
/** Fewer absences than this say nothing. */
const FEWEST = 4
const RECENT_DAYS = 28

const isAway = ({ planned, missing }: PlannedDay): boolean => missing * 2 > planned
const share = (days: readonly PlannedDay[]): number | null => {
  const planned = days.reduce((sum, one) => sum + one.planned, 0)
  return planned === 0 ? null : days.reduce((sum, one) => sum + one.missing, 0) / planned
}

/** Spells of being away: days with nothing planned between do not end one. */
function spellsOf(days: readonly PlannedDay[]): number[] {
  const spells: number[] = []
  let length = 0
  for (const day of days) {
    if (isAway(day)) { length += 1; continue }
    if (length > 0) spells.push(length)
    length = 0
  }
  return length > 0 ? [...spells, length] : spells
}

/**
 * What stands out in the days of the last twelve weeks, in order of day. Days away count, not reasons; a share is held against how often such a
 * day was planned, so that one who only comes on Mondays is not said to be away on Mondays.
 */
export function patternsOf(all: readonly PlannedDay[], today: PlainDate): Pattern[] {
  const days = all.filter(({ onDay, planned }) => planned > 0 && onDay > addDays(today, -PATTERN_DAYS) && onDay <= today).toSorted((a, b) => a.onDay.localeCompare(b.onDay))
  const away = days.filter(isAway)
  const found: Pattern[] = []
  const weekdays = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, count: away.filter(({ onDay }) => weekday(onDay) === day).length, planned: days.filter(({ onDay }) => weekday(onDay) === day).length }))
  const most = weekdays.toSorted((a, b) => b.count - a.count)[0]
  if (most && most.count >= FEWEST && most.count * 10 >= away.length * 6 && most.planned * 2 <= days.length) found.push({ kind: 'same_weekday', weekday: most.day, count: most.count, of: away.length })
  const isBeside = ({ onDay }: PlannedDay): boolean => weekday(onDay) === 1 || weekday(onDay) === 5
  const [beside, plannedShare] = [away.filter(isBeside).length, days.length === 0 ? 0 : days.filter(isBeside).length / days.length]
  if (beside >= FEWEST && beside * 4 >= away.length * 3 && plannedShare <= 0.5) found.push({ kind: 'around_weekend', count: beside, of: away.length, plannedShare })
  const spells = spellsOf(days)
  const short = spells.filter((length) => length <= 2).length
  if (short >= FEWEST) found.push({ kind: 'many_short', count: short, of: spells.length })
  const [recent, before] = [share(days.filter(({ onDay }) => onDay > addDays(today, -RECENT_DAYS))), share(days.filter(({ onDay }) => onDay <= addDays(today, -RECENT_DAYS)))]
  if (recent !== null && before !== null && recent - before >= 0.15) found.push({ kind: 'falling', recent: 1 - recent, before: 1 - before })
  return found
}
