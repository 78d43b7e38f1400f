import type { Context } from '#platform/operation.ts'
import { found } from '#platform/problem.ts'
import { readRounds } from './day.core.ts'
import type { DayInfo } from './portal.schema.ts'
import type { Room } from './meeting.schema.ts'

/** The rooms of a day, each with its version for those who may change it. */
export const loadRooms = async ({ tx }: Context, dayId: string): Promise<(Room & { version: number })[]> =>
  tx.selectFrom('meetingRoom').select(['id', 'version', 'name', 'picture', 'xMetres as x', 'yMetres as y', 'tables']).where('dayId', '=', dayId).orderBy('name').execute()

/** A day as everybody who comes may read it, its rounds read, or NotFound. */
export async function loadDay({ tx }: Context, dayId: string) {
  const { rounds, ...row } = found(await tx.selectFrom('meetingDay').select(['id', 'kind', 'title', 'onDate', 'place', 'address', 'rounds', 'office', 'replyBy', 'state']).where('id', '=', dayId).executeTakeFirst())
  return { ...row, rounds: readRounds(rounds) }
}
export type LoadedDay = Awaited<ReturnType<typeof loadDay>>

/** The whole of a day as stored, with its plan: for those who plan it. */
export async function loadWholeDay({ tx }: Context, dayId: string) {
  const { rounds, ...row } = found(await tx.selectFrom('meetingDay').selectAll().where('id', '=', dayId).executeTakeFirst())
  return { ...row, rounds: readRounds(rounds) }
}

/** The same, kept for this change until it is done: whatever else changes the plan waits. What the day is only told of (answers, taps) does not. */
export async function lockDay(context: Context, dayId: string): Promise<WholeDay> {
  await context.tx.selectFrom('meetingDay').select('id').where('id', '=', dayId).forNoKeyUpdate().execute()
  return loadWholeDay(context, dayId)
}
export type WholeDay = Awaited<ReturnType<typeof loadWholeDay>>

/** What everybody who comes is told of it. */
export async function dayInfo(context: Context, { id, kind, title, onDate, place, address, rounds, office, replyBy, state }: LoadedDay): Promise<DayInfo> {
  return { id, kind, title, onDate, place, address, rounds, office, replyBy, state, rooms: await loadRooms(context, id) }
}
