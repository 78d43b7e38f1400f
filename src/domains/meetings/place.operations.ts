import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { check } from '#shared/decision.ts'
import { RemoveInput, Removed, Saved } from './day.schema.ts'
import { lockDay } from './load-day.ts'
import { SaveInterpreterInput, SaveRoomInput } from './meeting.schema.ts'
import { stateRefusals } from './state.core.ts'

const nobody = (): string[] => []
const permission = 'meetings.write' as const

/** The day, where it may still be changed; kept for this change until it is done. */
export async function openDay(context: Context, dayId: string) {
  const day = await lockDay(context, dayId)
  refuseIf(stateRefusals(day.state, 'change'))
  return day
}
/** Whoever comes leaves after she comes. */
export const presenceRefusals = ({ from, to }: { from: string | null; to: string | null }) => check(from === null || to === null || from < to, { code: 'meetings.leavesBefore', path: 'to' })

export const saveRoom = operation({
  permission, input: SaveRoomInput, output: Saved, subjects: nobody,
  async run(context, { id, dayId, version, x, y, ...input }) {
    await openDay(context, dayId)
    const values = { ...input, xMetres: x, yMetres: y }
    if (version !== undefined) return { id, version: await saveVersioned(context, 'meetingRoom', { id, version }, values) }
    await context.tx.insertInto('meetingRoom').values({ id, dayId, ...values }).execute()
    return { id, version: 1 }
  },
})

/** Takes a room away: employers who were in it, and meetings planned there, are in none. */
export const removeRoom = operation({
  permission, input: RemoveInput, output: Removed, subjects: nobody,
  async run(context, { dayId, id }) {
    const { tx } = context
    await openDay(context, dayId)
    await tx.updateTable('meetingEmployer').set({ roomId: null }).where('roomId', '=', id).execute()
    await tx.updateTable('meetingSlot').set({ roomId: null }).where('roomId', '=', id).execute()
    found((await tx.deleteFrom('meetingRoom').where('id', '=', id).where('dayId', '=', dayId).returning('id').execute())[0])
    return { id }
  },
})

export const saveInterpreter = operation({
  permission, input: SaveInterpreterInput, output: Saved, subjects: nobody,
  async run(context, { id, dayId, version, from, to, ...input }) {
    await openDay(context, dayId)
    refuseIf(presenceRefusals({ from, to }))
    const values = { ...input, fromTime: from, toTime: to }
    if (version !== undefined) return { id, version: await saveVersioned(context, 'meetingInterpreter', { id, version }, values) }
    await context.tx.insertInto('meetingInterpreter').values({ id, dayId, ...values }).execute()
    return { id, version: 1 }
  },
})

export const removeInterpreter = operation({
  permission, input: RemoveInput, output: Removed, subjects: nobody,
  async run(context, { dayId, id }) {
    const { tx } = context
    await openDay(context, dayId)
    await tx.updateTable('meetingSlot').set({ interpreterId: null }).where('interpreterId', '=', id).execute()
    found((await tx.deleteFrom('meetingInterpreter').where('id', '=', id).where('dayId', '=', dayId).returning('id').execute())[0])
    return { id }
  },
})
