import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { operation } from '#platform/operation.ts'
import { found } from '#platform/problem.ts'
import { Id } from '#shared/id.ts'
import { personIdsOf } from './guest-persons.ts'
import { SaveWishInput } from './meeting.schema.ts'
import { openDay } from './place.operations.ts'

/** Notes what either side has said to a colleague: how gladly they would meet, or that they would not. */
export const saveWish = operation({
  permission: 'meetings.write', input: SaveWishInput, output: z.object({ personIds: z.array(Id) }), subjects: (_, { personIds }) => personIds,
  async run(context, { dayId, guestId, employerId, byGuest, byEmployer }) {
    const { tx } = context
    await openDay(context, dayId)
    found(await tx.selectFrom('meetingGuest').select('id').where('id', '=', guestId).where('dayId', '=', dayId).executeTakeFirst())
    found(await tx.selectFrom('meetingEmployer').select('id').where('id', '=', employerId).where('dayId', '=', dayId).executeTakeFirst())
    const said = { ...(byGuest !== undefined && { byGuest }), ...(byEmployer !== undefined && { byEmployer }) }
    const row = { id: randomUUID(), dayId, guestId, meetingEmployerId: employerId, ...said }
    await tx.insertInto('meetingWish').values(row).onConflict((conflict) => {
      const same = conflict.columns(['municipalityId', 'guestId', 'meetingEmployerId'])
      return Object.keys(said).length > 0 ? same.doUpdateSet(said) : same.doNothing()
    }).execute()
    return { personIds: await personIdsOf(context, guestId) }
  },
})
