import type { MeetingEvent } from './event.ts'
import { faultOfFixed } from './fault-of-plan.ts'

export type WrongCode = 'nobodyThere' | 'slotTimes' | 'idTwice' | 'unknownId' | 'presentLength' | 'notANumber' | 'leastAboveMost' | 'wishTwice' | 'interest' | 'fixedClash' | 'tooLarge'
/** What is wrong, where in the event, and in words. */
export type Wrong = { code: WrongCode; where: string; words: string }
type Say = (code: WrongCode, where: string, words: string) => void

const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0 && value < 2 ** 31
/** Interests, minima and meetings are added up in 32 bits. */
const LARGEST = 2 ** 31 - 1
const HEAVIEST = 16

function wrongSlots({ slots }: MeetingEvent, say: Say): void {
  slots.forEach(({ from, to }, s) => {
    if (!isCount(from) || !isCount(to) || to > 24 * 60) say('slotTimes', `slots[${s}]`, 'a slot has whole minutes from midnight, up to 1440.')
    else if (to <= from) say('slotTimes', `slots[${s}]`, 'a slot ends after it begins.')
    else if (s > 0 && from < slots[s - 1]!.to) say('slotTimes', `slots[${s}]`, 'a slot begins before the one above it has ended.')
  })
}

function wrongIds(event: MeetingEvent, say: Say): void {
  for (const name of ['employers', 'participants', 'interpreters', 'rooms'] as const) {
    const seen = new Set<string>()
    event[name].forEach(({ id }, at) => { if (seen.has(id)) say('idTwice', `${name}[${at}]`, `'${id}' stands twice.`); seen.add(id) })
  }
  for (const name of ['slots', 'employers', 'participants'] as const) if (event[name].length === 0) say('nobodyThere', name, `there are no ${name}.`)
  for (const name of ['employers', 'participants', 'interpreters'] as const) event[name].forEach(({ present }, at) => {
    if (present.length !== event.slots.length) say('presentLength', `${name}[${at}].present`, `has ${present.length} entries for ${event.slots.length} slots.`)
  })
}

function wrongNumbers({ employers, participants, rooms }: MeetingEvent, say: Say): void {
  const count = (where: string, value: number | undefined): void => { if (value !== undefined && !isCount(value)) say('notANumber', where, `${value} is not a whole number from 0.`) }
  const roomIds = new Set(rooms.map(({ id }) => id))
  employers.forEach(({ tables, most, room, closed }, e) => {
    count(`employers[${e}].tables`, tables)
    count(`employers[${e}].most`, most)
    closed?.forEach((one, at) => { count(`employers[${e}].closed[${at}].table`, one.table); count(`employers[${e}].closed[${at}].from`, one.from) })
    if (!roomIds.has(room)) say('unknownId', `employers[${e}].room`, `there is no room '${room}'.`)
  })
  participants.forEach(({ most, least }, p) => {
    count(`participants[${p}].most`, most)
    count(`participants[${p}].least`, least)
    if (least > most) say('leastAboveMost', `participants[${p}]`, `least (${least}) is above most (${most}).`)
  })
  rooms.forEach(({ at, tables }, r) => {
    count(`rooms[${r}].tables`, tables)
    if (at.length !== 2 || !at.every((one) => Number.isFinite(one) && Math.abs(one) < 1e6)) say('notANumber', `rooms[${r}].at`, 'is two numbers of metres.')
  })
}

function wrongPairs(event: MeetingEvent, say: Say): void {
  const ids = { participant: new Set(event.participants.map(({ id }) => id)), employer: new Set(event.employers.map(({ id }) => id)), interpreter: new Set(event.interpreters.map(({ id }) => id)) }
  const known = (where: string, kind: keyof typeof ids, id: string | undefined): void => { if (id !== undefined && !ids[kind].has(id)) say('unknownId', where, `there is no ${kind} '${id}'.`) }
  const seen = new Set<string>()
  event.wishes.forEach(({ participant, employer, byParticipant, byEmployer }, at) => {
    known(`wishes[${at}]`, 'participant', participant)
    known(`wishes[${at}]`, 'employer', employer)
    if (seen.has(JSON.stringify([participant, employer]))) say('wishTwice', `wishes[${at}]`, `'${participant}' with '${employer}' stands twice.`)
    seen.add(JSON.stringify([participant, employer]))
    if (![byParticipant, byEmployer].every((one) => [0, 1, 2, 3].includes(one))) say('interest', `wishes[${at}]`, 'interest is 0, 1, 2 or 3.')
  })
  event.fixed.forEach(({ participant, employer, interpreter }, at) => {
    known(`fixed[${at}]`, 'participant', participant)
    known(`fixed[${at}]`, 'employer', employer)
    known(`fixed[${at}]`, 'interpreter', interpreter)
  })
}

const isTooLarge = ({ slots, participants, employers }: MeetingEvent): boolean => {
  const meetings = participants.reduce((sum, { most }) => sum + Math.min(most, slots.length), 0)
  const least = participants.reduce((most, one) => Math.max(most, Math.min(one.least, slots.length)), 0)
  return (least + 2) * (meetings * HEAVIEST + 1) > LARGEST || employers.reduce((sum, { tables }) => sum + tables, 0) * slots.length > 50_000_000
}

/** Every reason an event cannot be planned; none for one that can. */
export function whatIsWrong(event: MeetingEvent): Wrong[] {
  const wrong: Wrong[] = []
  const say: Say = (code, where, words) => { wrong.push({ code, where, words: `${where}: ${words}` }) }
  wrongSlots(event, say)
  wrongIds(event, say)
  wrongNumbers(event, say)
  wrongPairs(event, say)
  if (wrong.length === 0 && isTooLarge(event)) say('tooLarge', 'event', 'there are too many participants, meetings or tables.')
  const clash = wrong.length === 0 ? faultOfFixed(event) : undefined
  if (clash !== undefined) say('fixedClash', 'fixed', `${clash}.`)
  return wrong
}
