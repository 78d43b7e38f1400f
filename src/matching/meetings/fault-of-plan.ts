import { clockOf } from './clock.ts'
import { interestOf, type Employer, type FixedMeeting, type Meeting, type MeetingEvent, type MeetingPlan } from './event.ts'

type Found = string | undefined
/** When a slot begins, as people say it. */
const timeOf = ({ slots }: MeetingEvent, slot: number): string => (slots[slot] ? `at ${clockOf(slots[slot].from)}` : `in slot ${slot}`)
const keyOf = (...parts: (string | number)[]): string => JSON.stringify(parts)
const byId = <T extends { id: string }>(all: readonly T[]): Map<string, T> => new Map(all.map((one) => [one.id, one]))

/** The first thing that is counted more often than it may be. */
function tooOften<T>(all: readonly T[], key: (one: T) => string, most: (one: T) => number, words: (one: T) => string): Found {
  const count = new Map<string, number>()
  for (const one of all) {
    count.set(key(one), (count.get(key(one)) ?? 0) + 1)
    if (count.get(key(one))! > most(one)) return words(one)
  }
  return undefined
}

const isTableOpen = ({ tables, present, closed = [] }: Employer, { slot, table }: FixedMeeting): boolean =>
  Number.isInteger(table) && table >= 0 && table < tables && present[slot] === true && !closed.some((one) => one.table === table && one.from <= slot)

/** One meeting by itself: those in it are there, at a table that may be used, and understand each other. */
function faultOfMeeting(event: MeetingEvent, isFixed: boolean): (meeting: FixedMeeting & { room?: string }) => Found {
  const [participants, employers, interpreters] = [byId(event.participants), byId(event.employers), byId(event.interpreters)]
  const wished = new Set(event.wishes.map((wish) => keyOf(wish.participant, wish.employer)))
  const fixed = new Set(event.fixed.map((one) => keyOf(one.participant, one.employer)))
  return (meeting) => {
    const [participant, employer] = [participants.get(meeting.participant), employers.get(meeting.employer)]
    const who = `${meeting.participant} with ${meeting.employer} ${timeOf(event, meeting.slot)}`
    if (!participant || !employer || !event.slots[meeting.slot]) return `${who}: one of these is not in the event`
    if (participant.present[meeting.slot] !== true) return `${who}: the participant is not there`
    if (!isTableOpen(employer, meeting)) return `${who}: table ${meeting.table + 1} cannot be used then`
    if (!isFixed && meeting.room !== employer.room) return `${who}: not in the employer's room`
    const stands = isFixed || fixed.has(keyOf(meeting.participant, meeting.employer))
    if (!stands && !wished.has(keyOf(meeting.participant, meeting.employer))) return `${who}: nobody wishes it`
    if (meeting.interpreter === undefined) return participant.language === undefined || stands ? undefined : `${who}: there is no interpreter`
    const interpreter = interpreters.get(meeting.interpreter)
    if (!interpreter) return `${who}: the interpreter is not in the event`
    if (interpreter.present[meeting.slot] !== true) return `${who}: the interpreter is not there`
    return participant.language === undefined || interpreter.languages.includes(participant.language) ? undefined : `${who}: the interpreter does not speak ${participant.language}`
  }
}

/** Meetings together: nobody and nothing is taken twice at once, and nobody has more than she wants, but for what is fixed. */
function faultTogether(event: MeetingEvent, meetings: readonly (FixedMeeting & { room?: string })[]): Found {
  const [participants, employers, rooms] = [byId(event.participants), byId(event.employers), byId(event.rooms)]
  const fixedOf = (is: (one: FixedMeeting) => boolean): number => event.fixed.filter(is).length
  const roomOf = (one: FixedMeeting): string => employers.get(one.employer)!.room
  return tooOften(meetings, (one) => keyOf(one.participant, one.employer), () => 1, (one) => `${one.participant} meets ${one.employer} twice`)
    ?? tooOften(meetings, (one) => keyOf(one.participant, one.slot), () => 1, (one) => `${one.participant} has two meetings ${timeOf(event, one.slot)}`)
    ?? tooOften(meetings, (one) => keyOf(one.employer, one.table, one.slot), () => 1, (one) => `${one.employer} has two meetings at table ${one.table + 1} ${timeOf(event, one.slot)}`)
    ?? tooOften(meetings.filter((one) => one.interpreter !== undefined), (one) => keyOf(one.interpreter!, one.slot), () => 1, (one) => `${one.interpreter} interprets twice ${timeOf(event, one.slot)}`)
    ?? tooOften(meetings, (one) => one.participant, (one) => Math.max(participants.get(one.participant)!.most, fixedOf((other) => other.participant === one.participant)), (one) => `${one.participant} has more meetings than she wants`)
    ?? tooOften(meetings, (one) => one.employer, (one) => Math.max(employers.get(one.employer)!.most ?? Infinity, fixedOf((other) => other.employer === one.employer)), (one) => `${one.employer} has more meetings than it wants`)
    ?? tooOften(meetings, (one) => keyOf(roomOf(one), one.slot), (one) => Math.max(rooms.get(roomOf(one))?.tables ?? Infinity, fixedOf((other) => other.slot === one.slot && roomOf(other) === roomOf(one))), (one) => `${roomOf(one)} is too full ${timeOf(event, one.slot)}`)
}

const firstFault = <T>(all: readonly T[], fault: (one: T) => Found): Found => { for (const one of all) { const found = fault(one); if (found !== undefined) return found } return undefined }

/** What is wrong with what is fixed, by itself. */
export const faultOfFixed = (event: MeetingEvent): Found => firstFault(event.fixed, faultOfMeeting(event, true)) ?? faultTogether(event, event.fixed)

/**
 * Whether a plan may be held: knows nothing of how it was made. Returns the first thing that is wrong in words (tables numbered from 1), or undefined.
 * Of what is fixed it does not ask for a wish or an interpreter.
 */
export function faultOfPlan(event: MeetingEvent, { meetings, value, upperBound }: Pick<MeetingPlan, 'meetings' | 'value' | 'upperBound'>): Found {
  const single = firstFault<Meeting>(meetings, faultOfMeeting(event, false)) ?? faultTogether(event, meetings)
  if (single !== undefined) return single
  const held = new Set(meetings.map((one) => keyOf(one.participant, one.employer, one.slot, one.table)))
  const lost = event.fixed.find((one) => !held.has(keyOf(one.participant, one.employer, one.slot, one.table)))
  if (lost) return `${lost.participant} with ${lost.employer} ${timeOf(event, lost.slot)} is fixed and not in the plan`
  const worth = new Map(event.wishes.map((wish) => [keyOf(wish.participant, wish.employer), interestOf(wish)]))
  const reached = meetings.reduce((sum, one) => sum + (worth.get(keyOf(one.participant, one.employer)) ?? 0), 0)
  if (reached !== value) return `the meetings are worth ${reached}, not ${value}`
  return value <= upperBound ? undefined : `a value of ${value} is above the bound ${upperBound}`
}
