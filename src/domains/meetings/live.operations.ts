import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { Refused, found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { clockInNorway, instantOf } from '#shared/date.ts'
import { check } from '#shared/decision.ts'
import { MarkEmployerInput, MarkGuestInput, MarkInterpreterInput, MarkMeetingInput, Marked } from './day.schema.ts'
import { planAgain } from './live.ts'
import type { WholeDay } from './load-day.ts'
import { lockDay } from './load-day.ts'

const permission = 'meetings.write' as const
const subjects = (_: unknown, { personIds }: { personIds: string[] }): string[] => personIds
/** One change after the other: each plans again from what the one before it has left. */
async function isLive(context: Context, dayId: string): Promise<WholeDay> {
  const day = await lockDay(context, dayId)
  refuseIf(check(day.state === 'live', { code: 'meetings.notLive' }))
  return day
}

/** From when somebody late is there, or until when somebody leaves: `until`, or now. */
const times = ({ now }: Context, as: string, until: string | undefined) => {
  if (as === 'late' && until === undefined) throw new Refused({ code: 'shape.required', path: 'until' })
  return { lateUntil: as === 'late' ? until ?? null : null, leftAt: as === 'left' ? until ?? clockInNorway(now) : null }
}

/** Notes that a guest came, is late, does not come, or has left. The rest of the day is planned again; nobody is moved who need not be. */
export const markGuest = operation({
  permission, input: MarkGuestInput, output: Marked, subjects,
  async run(context, { dayId, id, as, until }) {
    await isLive(context, dayId)
    const guest = found(await context.tx.selectFrom('meetingGuest').select(['id', 'version', 'cameAt']).where('id', '=', id).where('dayId', '=', dayId).executeTakeFirst())
    const at = instantOf(context.now)
    const cameAt = as === 'came' || as === 'left' ? guest.cameAt ?? at : null
    await saveVersioned(context, 'meetingGuest', guest, { cameAt, noShowAt: as === 'no_show' ? at : null, ...times(context, as, until) })
    return planAgain(context, dayId)
  },
})

/** The same of an employer. One that does not come has left before the first round. */
export const markEmployer = operation({
  permission, input: MarkEmployerInput, output: Marked, subjects,
  async run(context, { dayId, id, as, until }) {
    const { rounds } = await isLive(context, dayId)
    const employer = found(await context.tx.selectFrom('meetingEmployer').select(['id', 'version', 'cameAt']).where('id', '=', id).where('dayId', '=', dayId).executeTakeFirst())
    await saveVersioned(context, 'meetingEmployer', employer, { cameAt: as === 'came' || as === 'left' ? employer.cameAt ?? instantOf(context.now) : null, ...times(context, as, until), ...(as === 'no_show' && { leftAt: rounds[0]?.from ?? null }) })
    return planAgain(context, dayId)
  },
})

/** The same of an interpreter: whoever needs her is met with another, at another time, or not. */
export const markInterpreter = operation({
  permission, input: MarkInterpreterInput, output: Marked, subjects,
  async run(context, { dayId, id, as, until }) {
    await isLive(context, dayId)
    const interpreter = found(await context.tx.selectFrom('meetingInterpreter').select(['id', 'version']).where('id', '=', id).where('dayId', '=', dayId).executeTakeFirst())
    await saveVersioned(context, 'meetingInterpreter', interpreter, times(context, as, until))
    return planAgain(context, dayId)
  },
})

/** Notes that one meeting was held, or was not. One that was not may find another time. */
export const markMeeting = operation({
  permission, input: MarkMeetingInput, output: Marked, subjects,
  async run(context, { dayId, id, held }) {
    await isLive(context, dayId)
    const { state } = found(await context.tx.selectFrom('meetingSlot').select('state').where('id', '=', id).where('dayId', '=', dayId).executeTakeFirst())
    refuseIf(check(state !== 'moved', { code: 'meetings.notPlanned' }))
    await context.tx.updateTable('meetingSlot').set({ state: held ? 'held' : 'not_held' }).where('id', '=', id).execute()
    return held ? { moved: [], added: 0, lost: 0, ms: 0, personIds: [] } : planAgain(context, dayId)
  },
})
