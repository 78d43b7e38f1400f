import type { PlainDate } from '#shared/date.ts'
import { addDays } from '#shared/date.ts'
import { mondayOf } from './slots.core.ts'
import type { WorkHours } from './week.schema.ts'

/** For how many weeks ahead what is planned is looked at: late enough to be true, early enough to do something. */
export const WEEKS_AHEAD = 4

/** What the rule answers about one person: nothing asked, or how much from which day; undefined where it cannot be decided. */
export type WorkRule = { asked: number; startsOn: PlainDate } | 'not_asked' | { openQuestions: string[] }

/** Minutes of work-oriented activity in each week, by its Monday. A week in which nothing is planned of any kind is not among them. */
export type WeekMinutes = { monday: PlainDate; minutes: number }

const mean = (weeks: readonly WeekMinutes[]): number | null => (weeks.length === 0 ? null : weeks.reduce((sum, { minutes }) => sum + minutes, 0) / 60 / weeks.length)

/**
 * The running average against the hours asked: from the first whole week after the rule starts to the week looked at, and what is
 * planned ahead. `at_risk` says so before it is broken: the mean is still enough, or the rule has not begun, and what is planned is too little.
 */
export function workHours(rule: WorkRule, weeks: readonly WeekMinutes[], monday: PlainDate): WorkHours {
  const planned = (weeks.find((week) => week.monday === monday)?.minutes ?? 0) / 60
  const nothing = { asked: null, startsOn: null, planned, averageSince: null, weeksSince: 0, averageAhead: null, openQuestions: [] }
  if (rule === 'not_asked') return { ...nothing, state: 'not_asked' }
  if ('openQuestions' in rule) return { ...nothing, state: 'undecided', openQuestions: rule.openQuestions }
  const { asked, startsOn } = rule
  const firstWeek = mondayOf(addDays(startsOn, 6))
  const since = weeks.filter((week) => week.monday >= firstWeek && week.monday <= monday)
  const from = firstWeek > monday ? firstWeek : monday
  const ahead = weeks.filter((week) => week.monday >= from && week.monday < addDays(from, WEEKS_AHEAD * 7))
  const [averageSince, averageAhead] = [mean(since), mean(ahead)]
  const isSoon = firstWeek < addDays(monday, WEEKS_AHEAD * 7)
  const tooLittle = (isSoon && averageAhead === null) || (averageAhead !== null && averageAhead < asked)
  const state = averageSince !== null && averageSince < asked ? 'breached' : tooLittle ? 'at_risk' : averageSince === null ? 'before' : 'met'
  return { asked, startsOn, planned, averageSince, weeksSince: since.length, averageAhead, state, openQuestions: [] }
}
