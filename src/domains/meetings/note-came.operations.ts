import type { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { instantOf } from '#shared/date.ts'
import { check } from '#shared/decision.ts'
import { personIdsOf } from './guest-persons.ts'
import { NoteCameInput } from './day.schema.ts'
import { lockDay } from './load-day.ts'
import { loadEmployers, loadGuests, loadSlots } from './load-page.ts'
import { AboutPersons } from './portal.schema.ts'
import { stateRefusals } from './state.core.ts'
import { notableOf } from './unnoted.core.ts'

type Asked = Pick<z.infer<typeof NoteCameInput>, 'dayId' | 'who' | 'id'>

/** Refuses whoever was noted while the day ran: that stays as it was seen. */
async function refuseNoted(context: Context, { dayId, who, id }: Asked): Promise<void> {
  const day = { employers: await loadEmployers(context, dayId), guests: await loadGuests(context, dayId), slots: await loadSlots(context, dayId) }
  const isIn = ({ employers, guests }: Pick<typeof day, 'employers' | 'guests'>): boolean => (who === 'employer' ? employers : guests).some((one) => one.id === id)
  found(isIn(day) || undefined)
  refuseIf(check(isIn(notableOf(day)), { code: 'meetings.notedBefore' }))
}

/** Notes after the day that somebody was there, or was not, whom nobody noted while it ran; such an answer may be set right. A trigger counts the meetings that were left open then, and no others. */
export const noteCame = operation({
  permission: 'meetings.write', input: NoteCameInput, output: AboutPersons, subjects: (_, { personIds }) => personIds,
  async run(context, { dayId, who, id, version, came }) {
    const day = await lockDay(context, dayId)
    refuseIf(stateRefusals(day.state, 'note'))
    await refuseNoted(context, { dayId, who, id })
    const at = instantOf(context.now)
    const noted = { cameAt: came ? at : null, lateUntil: null, notedAfterwards: true }
    if (who === 'employer') {
      // one that did not come has left before the first round, as when it is noted on the day
      await saveVersioned(context, 'meetingEmployer', { id, version }, { ...noted, leftAt: came ? null : day.rounds[0]?.from ?? null })
      return { personIds: [] }
    }
    await saveVersioned(context, 'meetingGuest', { id, version }, { ...noted, noShowAt: came ? null : at, leftAt: null })
    return { personIds: await personIdsOf(context, id) }
  },
})
