import { seatByChain } from './chains.ts'
import { changed } from './change.ts'
import { chosenPairs, possibleSlots } from './choice.ts'
import type { Change, FixedMeeting, Meeting, MeetingEvent, MeetingPlan, Moved, Replanned } from './event.ts'
import { indexOf, numbered, pairOf } from './numbered.ts'
import { boundOf, fill } from './plan.ts'
import { planOf } from './plan-of.ts'
import { hasRoom, seatFree, standingOf } from './seating.ts'
import { put, type Standing } from './standing.ts'

/** To save one meeting at most so many others change their time. */
const MOST_THAT_MAKE_WAY = 2
const STEPS = 3000

const keyOf = ({ participant, employer }: Pick<FixedMeeting, 'participant' | 'employer'>): string => JSON.stringify([participant, employer])

/** What a meeting takes: two that take one of the same cannot both be. */
const takes = ({ participant, employer, slot, table, interpreter }: FixedMeeting): string[] => [JSON.stringify([participant, employer]), JSON.stringify(['participant', participant, slot]), JSON.stringify(['table', employer, table, slot]),
  ...(interpreter === undefined ? [] : [JSON.stringify(['interpreter', interpreter, slot])])]

/** What stands after the changes: what is fixed, and what the plan held before now. A meeting with somebody away, or at a table that was gone, was not held. */
function standsNow(event: MeetingEvent, meetings: readonly Meeting[], now: number): FixedMeeting[] {
  const [people, employers, helpers] = [new Map(event.participants.map((one) => [one.id, one])), new Map(event.employers.map((one) => [one.id, one])), new Map(event.interpreters.map((one) => [one.id, one]))]
  const couldBeHeld = ({ participant, employer, slot, table }: FixedMeeting): boolean => {
    const host = employers.get(employer)
    return people.get(participant)?.present[slot] === true && host?.present[slot] === true && table < host.tables && !host.closed?.some((one) => one.table === table && one.from <= slot)
  }
  const withHelper = ({ participant, employer, slot, table, interpreter }: FixedMeeting): FixedMeeting =>
    ({ participant, employer, slot, table, ...(interpreter !== undefined && helpers.get(interpreter)?.present[slot] === true ? { interpreter } : {}) })
  const fixed = event.fixed.filter(couldBeHeld).map(withHelper)
  const taken = new Set(fixed.flatMap(takes))
  const isNew = (one: FixedMeeting): boolean => !takes(one).some((key) => taken.has(key))
  return [...fixed, ...meetings.filter((one) => one.slot < now && couldBeHeld(one)).map(withHelper).filter(isNew)]
}

type Old = { x: number; slot: number; row: number; helper: number }

/** The old meetings that do not stand yet, in numbers; those of a wish that is gone are left out. */
function olds(event: MeetingEvent, standing: Standing, meetings: readonly Meeting[]): Old[] {
  const [people, employers, helpers] = [indexOf(event.participants), indexOf(event.employers), indexOf(event.interpreters)]
  return meetings.flatMap(({ participant, employer, slot, table, interpreter }) => {
    const [p, e] = [people.get(participant), employers.get(employer)]
    const x = p === undefined || e === undefined ? -1 : pairOf(standing.event, p, e)
    return x === -1 || e === undefined || standing.slotOf[x] !== -1 ? [] : [{ x, slot, row: standing.event.rowStart[e]! + table, helper: interpreter === undefined ? -1 : helpers.get(interpreter) ?? -1 }]
  })
}

/** Leaves a meeting exactly as it was, when it still can be. */
function keep(standing: Standing, { x, slot, row, helper }: Old): boolean {
  const { event: { slots, isHelperThere, helpers, personOf, employerOf, rowStart }, ofHelper } = standing
  const able = helpers[personOf[x]!]
  const isHelped = !able || (able.includes(helper) && isHelperThere[helper * slots + slot] === 1 && ofHelper[helper * slots + slot] === -1)
  if (row >= rowStart[employerOf[x]! + 1]! || !isHelped || !hasRoom(standing, x, slot, row)) return false
  put(standing, x, slot, row, able ? helper : -1)
  return true
}

/** Seats a meeting that cannot stay without moving others: in its own slot at another table or with another interpreter, else in another slot. */
function rescue(standing: Standing, x: number, slot: number, now: number): boolean {
  if (slot >= now && seatFree(standing, x, slot)) return true
  for (let s = now; s < standing.event.slots; s++) if (seatFree(standing, x, s)) return true
  return false
}

/** What differs between two plans. */
function differences(before: readonly Meeting[], after: readonly Meeting[], displaced: ReadonlySet<string>, from: number): Pick<Replanned, 'moved' | 'added' | 'adjusted'> {
  const [old, now] = [new Map(before.map((one) => [keyOf(one), one])), new Map(after.map((one) => [keyOf(one), one]))]
  const moved = before.flatMap((one): Moved[] => {
    const other = now.get(keyOf(one))
    const why = displaced.has(keyOf(one)) || !other ? 'mustMove' : 'madeWay'
    return other?.slot === one.slot ? [] : [{ participant: one.participant, employer: one.employer, from: one.slot, to: other?.slot, why }]
  })
  const adjusted = after.filter((one) => { const was = old.get(keyOf(one)); return one.slot >= from && was?.slot === one.slot && (was.table !== one.table || was.interpreter !== one.interpreter || was.room !== one.room) })
  return { moved, adjusted, added: after.filter((one) => !old.has(keyOf(one))) }
}

/**
 * A plan after something has happened, in slot `now` or before it begins. What was held stays; every other meeting that can stay stays, to the
 * minute. One that cannot is seated again, if need be by letting at most two others change their time; then what is free is filled.
 * Without changes nothing is touched.
 */
export function replan(before: MeetingEvent, plan: MeetingPlan, changes: readonly Change[], now: number, seed: number): Replanned {
  const after = changed(before, changes)
  const event = { ...after, fixed: standsNow(after, plan.meetings, now) }
  const numbers = numbered(event)
  const standing = standingOf(numbers)
  const choice = chosenPairs(standing, possibleSlots(standing), true, seed)
  const displaced = olds(event, standing, plan.meetings).filter((one) => one.slot < now || !keep(standing, one))
  const byWorth = displaced.toSorted((one, other) => numbers.worth[other.x]! - numbers.worth[one.x]!)
  const lost = byWorth.filter(({ x, slot }) => !rescue(standing, x, slot, now))
  for (const { x } of lost) seatByChain(standing, x, { depth: MOST_THAT_MAKE_WAY, from: now, steps: STEPS, dropBelow: 0, worthOf: () => 0 })
  fill(standing, now)
  const next = planOf(event, standing, boundOf(numbers, standing, choice, seed))
  const names = new Set(displaced.map(({ x }) => keyOf({ participant: event.participants[numbers.personOf[x]!]!.id, employer: event.employers[numbers.employerOf[x]!]!.id })))
  return { event, plan: next, ...differences(plan.meetings, next.meetings, names, now) }
}
