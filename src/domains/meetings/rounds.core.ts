import { minutesOf } from '#shared/schedule.ts'
import type { Round } from './meeting.schema.ts'

/** How a day is cut up: so many rounds from a time on, with time to change between, and one longer break after a round. */
export type Cut = { start: string; rounds: number; length: number; change: number; breakAfter: number; breakLength: number }
const LAST = 24 * 60 - 1

const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** The rounds by the clock; those that would go past midnight are left out. */
export function cutRounds({ start, rounds, length, change, breakAfter, breakLength }: Cut): Round[] {
  const made: Round[] = []
  let from = minutesOf(start)
  for (let index = 1; index <= rounds && from + length <= LAST; index++) {
    made.push({ from: clock(from), to: clock(from + length) })
    from += length + (index === breakAfter && breakLength > 0 ? breakLength : change)
  }
  return made
}

/** How rounds that stand were cut: the longest pause, where it is longer than the others, is the break. */
export function readCut(rounds: readonly Round[]): Cut {
  const pauses = rounds.slice(1).map(({ from }, index) => minutesOf(from) - minutesOf(rounds[index]?.to ?? from))
  const change = pauses.length === 0 ? 5 : Math.min(...pauses)
  const longest = Math.max(0, ...pauses)
  const first = rounds[0] ?? { from: '10:00', to: '10:15' }
  return { start: first.from, rounds: Math.max(1, rounds.length), length: minutesOf(first.to) - minutesOf(first.from), change, breakAfter: longest > change ? pauses.indexOf(longest) + 1 : 0, breakLength: longest > change ? longest : 0 }
}
