import { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { found } from '#platform/problem.ts'
import { clockInNorway } from '#shared/date.ts'
import { roundsAt } from './day.core.ts'
import { loadDay, loadRooms } from './load-day.ts'
import { Wall } from './portal.schema.ts'

const nobody = (): string[] => []

/** What is now and next at a day, by numbers. On another day the first round is next. */
async function loadWall(context: Context, dayId: string): Promise<Wall> {
  const day = await loadDay(context, dayId)
  const rooms = await loadRooms(context, dayId)
  const clock = clockInNorway(context.now)
  const { now, next } = roundsAt(day.rounds, context.today === day.onDate ? clock : context.today < day.onDate ? '00:00' : '24:00')
  const rows = await context.tx.selectFrom('meetingSlot as s').innerJoin('meetingGuest as g', 'g.id', 's.guestId').innerJoin('meetingEmployer as e', 'e.id', 's.meetingEmployerId')
    .select(['g.number', 'e.name as employerName', 's.tableNumber as table', 's.roomId', 's.round']).where('s.dayId', '=', dayId).where('s.state', 'in', ['planned', 'held']).orderBy('g.number').execute()
  const at = (index: number | undefined): Wall['now'] => {
    const round = index === undefined ? undefined : day.rounds[index]
    if (index === undefined || !round) return null
    return { round: index, ...round, meetings: rows.filter((row) => row.round === index).map(({ number, employerName, table, roomId }) => ({ number, employerName, table, room: rooms.find(({ id }) => id === roomId) ?? null })) }
  }
  return { title: day.title, place: day.place, onDate: day.onDate, state: day.state, clock, now: at(now), next: at(next) }
}

/** The wall for a screen that nobody is signed in at. */
export const getWallLink = operation({ permission: 'link.meeting', reads: true, input: z.object({}), output: Wall, subjects: nobody, run: (context) => loadWall(context, found(context.actor.meeting?.dayId)) })
