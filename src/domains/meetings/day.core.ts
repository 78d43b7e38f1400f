import type { PlainDate } from '#shared/date.ts'
import { addDays } from '#shared/date.ts'
import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import type { z } from 'zod'
import type { DayState, GuestState, Reply, Round, SaveDayInput } from './meeting.schema.ts'

type Stands = { state: DayState; onDate: PlainDate }
/** For how many days after the day what was met may still be told of: devices catch up, links lead somewhere. */
export const DAYS_AFTER = 14

/** Reads rounds as stored, `HH:MM-HH:MM`. */
export const readRounds = (stored: readonly string[]): Round[] => stored.map((one) => ({ from: one.slice(0, 5), to: one.slice(6) }))
export const writeRounds = (rounds: readonly Round[]): string[] => rounds.map(({ from, to }) => `${from}-${to}`)

/** Rounds follow one another by the clock, and each lasts. */
export const roundRefusals = (rounds: readonly Round[]): Refusal[] => rounds.flatMap(({ from, to }, index) => [
  ...check(from < to, { code: 'meetings.roundEndsBefore', path: `rounds.${index}.to` }),
  ...check(index === 0 || (rounds[index - 1]?.to ?? '') <= from, { code: 'meetings.roundsOverlap', path: `rounds.${index}.from` }),
])

/** Every reason why a day cannot be saved as it is. */
export const dayRefusals = ({ rounds, onDate, replyBy }: Pick<SaveDayInput, 'rounds' | 'onDate' | 'replyBy'>, today: PlainDate): Refusal[] => [
  ...roundRefusals(rounds), ...check(onDate >= today, { code: 'meetings.dayIsPast', path: 'onDate' }),
  ...check(replyBy === null || replyBy <= onDate, { code: 'meetings.replyAfterDay', path: 'replyBy' }),
]

/** Whether an invitation may be answered: until the day is live. */
export const mayAnswer = ({ state, onDate }: Stands, today: PlainDate): boolean => (state === 'invited' || state === 'planned' || state === 'draft') && today <= onDate
/** Wishes are taken until the plan is made. */
export const mayWish = ({ state, onDate }: Stands, reply: Reply, today: PlainDate): boolean => (state === 'draft' || state === 'invited') && reply !== 'no' && today <= onDate
/** What was met is told of on the day and for a fortnight. */
export const mayTell = ({ state, onDate }: Stands, today: PlainDate): boolean => (state === 'live' || state === 'closed') && today <= addDays(onDate, DAYS_AFTER)

type Seen = { cameAt: string | null; noShowAt: string | null; lateUntil: string | null; leftAt: string | null }
/** How somebody stands on the day, from what was noted. */
export function guestState({ cameAt, noShowAt, lateUntil, leftAt }: Seen): z.infer<typeof GuestState> {
  if (noShowAt !== null) return 'no_show'
  if (leftAt !== null) return 'left'
  if (cameAt !== null) return 'came'
  return lateUntil === null ? 'expected' : 'late'
}

/** The round that runs at `clock`, and the next that begins: indexes, or undefined. */
export function roundsAt(rounds: readonly Round[], clock: string): { now?: number; next?: number } {
  const now = rounds.findIndex(({ from, to }) => from <= clock && clock < to)
  const next = rounds.findIndex(({ from }) => from > clock)
  return { ...(now >= 0 && { now }), ...(next >= 0 && { next }) }
}

type Present = { from: string | null; to: string | null; lateUntil: string | null; leftAt: string | null }
/** In which rounds somebody is there, whole rounds alone: from when she comes, however late, until she goes. */
export const presentIn = ({ from, to, lateUntil, leftAt }: Present, rounds: readonly Round[]): boolean[] =>
  rounds.map((round) => (from === null || from <= round.from) && (lateUntil === null || lateUntil <= round.from) && (to === null || round.to <= to) && (leftAt === null || round.to <= leftAt))
