import { operation } from '#platform/operation.ts'
import { found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { instantOf } from '#shared/date.ts'
import { NoteCameInput } from './day.schema.ts'
import { lockDay } from './load-day.ts'
import { AboutPersons } from './portal.schema.ts'
import { stateRefusals } from './state.core.ts'

/** Notes after the day that somebody was there, or was not, whom nobody noted while it ran. A trigger counts the meetings that were left open then, and no others. */
export const noteCame = operation({
  permission: 'meetings.write', input: NoteCameInput, output: AboutPersons, subjects: (_, { personIds }) => personIds,
  async run(context, { dayId, who, id, came }) {
    const { tx, now } = context
    const day = await lockDay(context, dayId)
    refuseIf(stateRefusals(day.state, 'note'))
    const at = instantOf(now)
    if (who === 'employer') {
      const employer = found(await tx.selectFrom('meetingEmployer').select(['id', 'version']).where('id', '=', id).where('dayId', '=', dayId).executeTakeFirst())
      // one that did not come has left before the first round, as when it is noted on the day
      await saveVersioned(context, 'meetingEmployer', employer, { cameAt: came ? at : null, lateUntil: null, leftAt: came ? null : day.rounds[0]?.from ?? null })
      return { personIds: [] }
    }
    const guest = found(await tx.selectFrom('meetingGuest').select(['id', 'version']).where('id', '=', id).where('dayId', '=', dayId).executeTakeFirst())
    await saveVersioned(context, 'meetingGuest', guest, { cameAt: came ? at : null, noShowAt: came ? null : at, lateUntil: null, leftAt: null })
    return { personIds: (await tx.selectFrom('meetingGuestPerson').select('personId').where('guestId', '=', id).execute()).map(({ personId }) => personId) }
  },
})
