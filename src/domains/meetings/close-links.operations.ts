import { z } from 'zod'
import { operation } from '#platform/operation.ts'
import { found } from '#platform/problem.ts'
import { instantOf } from '#shared/date.ts'
import { MakeLinkInput } from './day.schema.ts'

/** Closes the open links of a guest, of an employer, or without either those of the walls: when a telephone is lost, or an address was wrong. */
export const closeLinks = operation({
  permission: 'meetings.write', input: MakeLinkInput, output: z.object({ closed: z.int(), personIds: z.array(z.uuid()) }), subjects: (_, { personIds }) => personIds,
  async run({ tx, now }, { dayId, guestId, employerId }) {
    found(await tx.selectFrom('meetingDay').select('id').where('id', '=', dayId).executeTakeFirst())
    const closed = await tx.updateTable('personalLink').set({ revokedAt: instantOf(now) }).where('meetingDayId', '=', dayId).where('revokedAt', 'is', null).where('expiresAt', '>', instantOf(now))
      .where('purpose', '=', employerId !== undefined ? 'meet_guests' : guestId !== undefined ? 'meet_employers' : 'meeting_wall')
      .where('meetingEmployerId', 'is not distinct from', employerId ?? null).where('meetingGuestId', 'is not distinct from', guestId ?? null).returning('personId').execute()
    return { closed: closed.length, personIds: closed.flatMap(({ personId }) => personId ?? []) }
  },
})
