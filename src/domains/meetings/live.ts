import type { Meeting, MeetingEvent, Replanned } from '#matching/meetings/event.ts'
import { faultOfPlan } from '#matching/meetings/fault-of-plan.ts'
import { replan } from '#matching/meetings/replan.ts'
import type { Context } from '#platform/operation.ts'
import { clockInNorway, instantOf } from '#shared/date.ts'
import { presentIn } from './day.core.ts'
import type { DayPage, Marked } from './day.schema.ts'
import { activeSlots, eventOf, meetingsOf } from './event.core.ts'
import { loadPage } from './load-page.ts'
import type { Slot } from './meeting.schema.ts'
import { figuresOf, rowOf, writeRows } from './plan.operations.ts'

/** Meetings of the same round or an earlier one are not moved any more. */
const roundToCome = ({ rounds, onDate }: DayPage, { now, today }: Context): number => {
  if (today < onDate) return 0
  const clock = today > onDate ? '24:00' : clockInNorway(now)
  const next = rounds.findIndex(({ from }) => from > clock)
  return next === -1 ? rounds.length : next
}

/** Whether everybody a meeting needs is there in its round, as far as is noted. */
function canBeHeld(day: DayPage): (slot: Slot) => boolean {
  const there = new Map([...day.guests.map((one) => [one.id, one.state === 'no_show' ? [] : presentIn(one, day.rounds)] as const), ...[...day.employers, ...day.interpreters].map((one) => [one.id, presentIn(one, day.rounds)] as const)])
  return ({ round, guestId, employerId, interpreterId }) => [guestId, employerId, ...(interpreterId === null ? [] : [interpreterId])].every((id) => there.get(id)?.[round] === true)
}

const keyOf = ({ participant, employer }: Meeting): string => `${participant} ${employer}`
const keyOfSlot = ({ guestId, employerId }: Slot): string => `${guestId} ${employerId}`
const isSame = (slot: Slot, { slot: round, table, interpreter }: Meeting): boolean => slot.round === round && slot.table === table + 1 && slot.interpreterId === (interpreter ?? null)

/** Writes what differs: what moved is kept as where it was, what is lost was not held. */
async function writeChanges(context: Context, day: DayPage, { plan }: Replanned, next: number): Promise<{ moved: { slot: Slot; to: Meeting }[]; lost: Slot[]; added: Meeting[] }> {
  const { tx, now } = context
  const after = new Map(plan.meetings.filter(({ slot }) => slot >= next).map((one) => [keyOf(one), one]))
  const before = activeSlots(day.slots).filter(({ round, state }) => round >= next && state === 'planned')
  const was = new Set(activeSlots(day.slots).map(keyOfSlot))
  const changed = before.flatMap((slot) => { const to = after.get(keyOfSlot(slot)); return to && !isSame(slot, to) ? [{ slot, to }] : [] })
  const lost = before.filter((slot) => !after.has(keyOfSlot(slot)))
  const added = [...after.values()].filter((one) => !was.has(keyOf(one)))
  if (lost.length > 0) await tx.updateTable('meetingSlot').set({ state: 'not_held' }).where('id', 'in', lost.map(({ id }) => id)).where('state', '=', 'planned').execute()
  if (changed.length > 0) await tx.updateTable('meetingSlot').set({ state: 'moved' }).where('id', 'in', changed.map(({ slot }) => slot.id)).where('state', '=', 'planned').execute()
  await writeRows(context, [...changed.map(({ to, slot }) => ({ ...rowOf(day.id, to), fixed: slot.fixed, movedAt: instantOf(now) })), ...added.map((one) => ({ ...rowOf(day.id, one), fixed: false, movedAt: instantOf(now) }))])
  return { moved: changed, lost, added }
}

/** Plans again from the next round on after something was noted, touching as little as possible; answers who is moved. */
export async function planAgain(context: Context, dayId: string): Promise<Marked> {
  const began = performance.now()
  const noted = await loadPage(context, dayId)
  const next = roundToCome(noted, context)
  // what has begun without one of them is not held, and may find another time
  const gone = noted.slots.filter((slot) => slot.state === 'planned' && slot.round < next && !canBeHeld(noted)(slot))
  if (gone.length > 0) await context.tx.updateTable('meetingSlot').set({ state: 'not_held' }).where('id', 'in', gone.map(({ id }) => id)).execute()
  const isGone = new Set(gone.map(({ id }) => id))
  const day: DayPage = { ...noted, slots: noted.slots.map((slot) => (isGone.has(slot.id) ? { ...slot, state: 'not_held' } : slot)) }
  const can = canBeHeld(day)
  const event = eventOf(day, 'all', (slot) => slot.round < next || slot.state === 'held' || (slot.fixed && can(slot)))
  const known = new Set([...event.participants, ...event.employers].map(({ id }) => id))
  const meetings = meetingsOf(day.slots).filter(({ participant, employer }) => known.has(participant) && known.has(employer))
  const planned = comesOnly(event, day)
  const result = replan(planned, { ...EMPTY, meetings }, [], next, day.plan?.seed ?? 0)
  const fault = faultOfPlan(result.event, result.plan)
  if (fault !== undefined) throw new Error(`A changed plan of a meeting day is not sound: ${fault}`)
  const changes = await writeChanges(context, day, result, next)
  await context.tx.updateTable('meetingDay').set(figuresOf(result.plan, day.guests)).where('id', '=', dayId).execute()
  return { ...told(day, { ...changes, lost: [...changes.lost, ...gone] }), ms: Math.round(performance.now() - began) }
}

const EMPTY = { value: 0, upperBound: 0, without: [], idle: 0, idleTables: 0, walk: 0 }

/** On the day nobody is planned for who has not been planned for: those who never said yes and have not come. */
function comesOnly(event: MeetingEvent, day: DayPage): MeetingEvent {
  const planned = new Set(day.slots.flatMap(({ guestId, employerId }) => [guestId, employerId]))
  const here = new Set([...day.guests.map((one) => ({ ...one, isHere: one.state === 'came' })), ...day.employers.map((one) => ({ ...one, isHere: one.cameAt !== null }))].filter(({ id, reply, isHere }) => reply === 'yes' || isHere || planned.has(id)).map(({ id }) => id))
  const away = <T extends { id: string; present: boolean[] }>(all: T[]): T[] => all.map((one) => (here.has(one.id) ? one : { ...one, present: one.present.map(() => false) }))
  return { ...event, participants: away(event.participants), employers: away(event.employers) }
}

function told({ guests, employers, rounds }: DayPage, { moved, lost, added }: { moved: { slot: Slot; to: Meeting }[]; lost: Slot[]; added: Meeting[] }): Omit<Marked, 'ms'> {
  const name = (guestId: string, employerId: string) => ({ guestId, employerId, number: guests.find(({ id }) => id === guestId)?.number ?? 0, employerName: employers.find(({ id }) => id === employerId)?.name ?? '' })
  const at = (round: number): string | null => rounds[round]?.from ?? null
  const rows = [
    ...moved.map(({ slot, to }) => ({ ...name(slot.guestId, slot.employerId), from: at(slot.round), to: at(to.slot), table: to.table + 1 })),
    ...added.map((one) => ({ ...name(one.participant, one.employer), from: null, to: at(one.slot), table: one.table + 1 })),
    ...lost.map((slot) => ({ ...name(slot.guestId, slot.employerId), from: at(slot.round), to: null, table: null })),
  ]
  const concerned = new Set(rows.map(({ guestId }) => guestId))
  return { moved: rows, added: added.length, lost: lost.length, personIds: guests.flatMap(({ id, personId }) => (concerned.has(id) && personId !== null ? [personId] : [])) }
}
