import { z } from 'zod'
import { operation } from '#platform/operation.ts'
import { found } from '#platform/problem.ts'
import { instantOf } from '#shared/date.ts'
import { AboutPersons } from './portal.schema.ts'

/** Closes the link she or an employer came by, for whoever shares the device: its history may hold the address. Other links to the same day stay open. */
export const closeOwnLink = operation({
  permission: 'link.meeting', input: z.object({}), output: AboutPersons, subjects: (_, { personIds }) => personIds,
  async run({ tx, now, actor }) {
    // a screen on the wall has no page of its own to close it from
    found(actor.meeting?.guestId ?? actor.meeting?.employerId)
    await tx.updateTable('personalLink').set({ usedAt: instantOf(now) }).where('id', '=', actor.id).where('usedAt', 'is', null).execute()
    return { personIds: actor.personId === undefined ? [] : [actor.personId] }
  },
})
