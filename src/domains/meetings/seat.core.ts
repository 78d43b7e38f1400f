import { faultOfPlan } from '#matching/meetings/fault-of-plan.ts'
import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import { presentIn } from './day.core.ts'
import type { DayPage } from './day.schema.ts'
import { NO_ROOM, activeSlots, eventOf, meetingsOf, worthOf } from './event.core.ts'
import type { DayEmployer, DayGuest, Slot } from './meeting.schema.ts'

/** Where somebody is to be put by hand: with whom, in which round, at which table (from 1). */
export type Seat = { guest: DayGuest; employer: DayEmployer; round: number; table: number }

/** The meetings that stand beside it: all but the one the two had planned before, which is moved here. */
const othersOf = ({ slots }: DayPage, { guest, employer }: Seat): Slot[] =>
  activeSlots(slots).filter((one) => one.state === 'held' || one.guestId !== guest.id || one.employerId !== employer.id)

/** Who interprets: one who speaks her language, is there and is free then; null where she wants none, undefined where there is nobody. */
export function interpreterFor(day: DayPage, seat: Seat): string | null | undefined {
  const { guest: { language }, round } = seat
  if (language === null) return null
  const busy = new Set(othersOf(day, seat).filter((one) => one.round === round).map(({ interpreterId }) => interpreterId))
  return day.interpreters.find((one) => one.languages.includes(language) && !busy.has(one.id) && presentIn(one, day.rounds)[round] === true)?.id
}

function isRoomFull({ rooms, employers }: DayPage, { employer: { roomId }, round }: Seat, others: readonly Slot[]): boolean {
  const most = rooms.find(({ id }) => id === roomId)?.tables ?? Infinity
  const inRoom = new Set(employers.filter((one) => one.roomId === roomId).map(({ id }) => id))
  return others.filter((one) => one.round === round && inRoom.has(one.employerId)).length >= most
}

/** The whole plan with the new meeting, asked of what knows nothing of how it was made. */
function isSound(day: DayPage, seat: Seat, others: readonly Slot[]): boolean {
  const event = eventOf({ ...day, slots: [...others] }, 'all', () => true)
  const roomOf = new Map(event.employers.map(({ id, room }) => [id, room]))
  const interpreter = interpreterFor(day, seat)
  const put = { participant: seat.guest.id, employer: seat.employer.id, slot: seat.round, table: seat.table - 1, room: seat.employer.roomId ?? NO_ROOM, ...(interpreter && { interpreter }) }
  const meetings = [...meetingsOf(others).map((one) => ({ ...one, room: roomOf.get(one.employer) ?? NO_ROOM })), put]
  const value = worthOf(event.wishes, meetings)
  return faultOfPlan(event, { meetings, value, upperBound: value }) === undefined
}

/** What the room and the interpreters do not allow. */
export const limitRefusals = (day: DayPage, seat: Seat): Refusal[] => [
  ...check(!isRoomFull(day, seat, othersOf(day, seat)), { code: 'meetings.setRoomFull' }),
  ...check(interpreterFor(day, seat) !== undefined, { code: 'meetings.setNoInterpreter' }),
]

/** Every reason why somebody cannot be put there: what either said, where they are, what is taken, how much was agreed, who interprets. */
export function seatRefusals(day: DayPage, seat: Seat): Refusal[] {
  const { guest, employer, round, table } = seat
  if (round >= day.rounds.length || table > employer.tables) return [{ code: 'meetings.noSuchTable' }]
  const others = othersOf(day, seat)
  const hers = others.filter(({ guestId }) => guestId === guest.id)
  const theirs = others.filter(({ employerId }) => employerId === employer.id)
  const isWished = eventOf(day, 'all', () => false).wishes.some((one) => one.participant === guest.id && one.employer === employer.id)
  const reasons = [
    ...check(guest.reply !== 'no' && employer.reply !== 'no', { code: 'meetings.setSaidNo' }),
    ...check(isWished || guest.reply === 'no' || employer.reply === 'no', { code: 'meetings.setUnwished' }),
    ...check([guest, employer].every((one) => presentIn(one, day.rounds)[round] === true), { code: 'meetings.setAway' }),
    ...check(!hers.some((one) => one.round === round || one.employerId === employer.id) && !theirs.some((one) => one.round === round && one.table === table), { code: 'meetings.setTaken' }),
    ...check(hers.length < guest.most && theirs.length < (employer.most ?? Infinity), { code: 'meetings.setEnough' }),
    ...limitRefusals(day, seat),
  ]
  return reasons.length > 0 ? reasons : check(isSound(day, seat, others), { code: 'meetings.setUnsound' })
}
