import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { apart } from '#matching/apart.ts'
import type { MeetingPlan } from '#matching/meetings/event.ts'
import { faultOfPlan } from '#matching/meetings/fault-of-plan.ts'
import { whatIsWrong } from '#matching/meetings/what-is-wrong.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import type { Instant } from '#shared/date.ts'
import { instantOf } from '#shared/date.ts'
import { check } from '#shared/decision.ts'
import { Id } from '#shared/id.ts'
import { MakePlanInput, PinInput, Planned } from './day.schema.ts'
import { NO_ROOM, eventOf, lacksOf } from './event.core.ts'
import type { DayGuest } from './meeting.schema.ts'
import { loadPage } from './load-page.ts'
import { openDay } from './place.operations.ts'
import { interpreterFor, seatRefusals } from './seat.core.ts'

const permission = 'meetings.write' as const

/** What is kept of a plan beside its meetings. */
export const figuresOf = (plan: MeetingPlan, guests: readonly DayGuest[]) => ({ planValue: plan.value, planBound: plan.upperBound, planIdle: plan.idle, planWalk: Math.round(plan.walk), planLacks: JSON.stringify(lacksOf(plan, guests)) })

/** A meeting of a plan as a row. */
export const rowOf = (dayId: string, { participant, employer, slot, table, room, interpreter }: MeetingPlan['meetings'][number]) =>
  ({ id: randomUUID(), dayId, guestId: participant, meetingEmployerId: employer, round: slot, tableNumber: table + 1, roomId: room === NO_ROOM ? null : room, interpreterId: interpreter ?? null })

const WRITTEN_AT_ONCE = 1000
export async function writeRows({ tx }: Context, rows: readonly (ReturnType<typeof rowOf> & { fixed?: boolean; movedAt?: Instant })[]): Promise<void> {
  for (let at = 0; at < rows.length; at += WRITTEN_AT_ONCE) await tx.insertInto('meetingSlot').values(rows.slice(at, at + WRITTEN_AT_ONCE)).execute()
}

/** Plans the whole day by the clock; what is pinned stays, unless one of the two has said no since. A plan that is not sound is not stored. */
export const makePlan = operation({
  permission, input: MakePlanInput, output: Planned, subjects: () => [],
  async run(context, { dayId, version, seed, who }) {
    await openDay(context, dayId)
    const day = await loadPage(context, dayId)
    const gone = new Set([...day.guests, ...day.employers].filter(({ reply }) => reply === 'no').map(({ id }) => id))
    const event = eventOf(day, who, ({ fixed, guestId, employerId }) => fixed && !gone.has(guestId) && !gone.has(employerId))
    refuseIf([...new Set(whatIsWrong(event).map(({ code }) => code))].map((why) => ({ code: 'meetings.cannotPlan', params: { why } })))
    const plan = await apart({ do: 'meetings', event, seed }, { isFirst: true })
    const fault = faultOfPlan(event, plan)
    if (fault !== undefined) throw new Error(`A plan of a meeting day is not sound: ${fault}`)
    const next = await saveVersioned(context, 'meetingDay', { id: dayId, version }, { ...figuresOf(plan, day.guests), planSeed: seed, plannedAt: instantOf(context.now), state: 'planned' })
    const pinned = new Set(event.fixed.map(({ participant, employer }) => `${participant} ${employer}`))
    await context.tx.deleteFrom('meetingSlot').where('dayId', '=', dayId).execute()
    await writeRows(context, plan.meetings.map((one) => ({ ...rowOf(dayId, one), fixed: pinned.has(`${one.participant} ${one.employer}`) })))
    return { version: next, value: plan.value, bound: plan.upperBound, meetings: plan.meetings.length, lacks: lacksOf(plan, day.guests) }
  },
})

/** Pins a meeting so that it stays when the day is planned again, or lets it go. */
export const pinMeeting = operation({
  permission, input: PinInput, output: z.object({ id: Id }), subjects: () => [],
  async run(context, { dayId, slotId, fixed }) {
    await openDay(context, dayId)
    const slot = found(await context.tx.selectFrom('meetingSlot').select('state').where('id', '=', slotId).where('dayId', '=', dayId).executeTakeFirst())
    refuseIf(check(slot.state === 'planned', { code: 'meetings.notPlanned' }))
    await context.tx.updateTable('meetingSlot').set({ fixed }).where('id', '=', slotId).execute()
    return { id: slotId }
  },
})

/** Puts one meeting where a colleague wants it, pinned, with an interpreter where she wants one: refused with why where it cannot be held. The figures are told anew when the day is planned again. */
export const setMeeting = operation({
  permission, input: z.object({ dayId: Id, guestId: Id, employerId: Id, round: z.int().min(0).max(59), table: z.int().min(1).max(50) }), output: z.object({ id: Id }), subjects: () => [],
  async run(context, { dayId, guestId, employerId, round, table }) {
    const { tx } = context
    await openDay(context, dayId)
    const day = await loadPage(context, dayId)
    const [guest, employer] = [found(day.guests.find((one) => one.id === guestId)), found(day.employers.find((one) => one.id === employerId))]
    const seat = { guest, employer, round, table }
    refuseIf(seatRefusals(day, seat))
    await tx.deleteFrom('meetingSlot').where('guestId', '=', guestId).where('meetingEmployerId', '=', employerId).where('state', '=', 'planned').execute()
    const id = randomUUID()
    await tx.insertInto('meetingSlot').values({ id, dayId, guestId, meetingEmployerId: employerId, round, tableNumber: table, roomId: employer.roomId, interpreterId: interpreterFor(day, seat) ?? null, fixed: true }).execute()
    return { id }
  },
})
