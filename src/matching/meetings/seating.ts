import type { Numbered } from './numbered.ts'
import { emptyStanding, put, type Standing } from './standing.ts'

/** An open table of the employer nobody sits at in this slot, or -1. */
export function freeRow({ event: { slots, rowStart, isOpen }, ofRow }: Standing, e: number, s: number): number {
  for (let row = rowStart[e]!; row < rowStart[e + 1]!; row++) if (isOpen[row * slots + s] === 1 && ofRow[row * slots + s] === -1) return row
  return -1
}

/** An interpreter for a pair in a slot, others of the slot changing theirs where that helps (an augmenting path); -1 when there is none. */
export function freeHelper(standing: Standing, x: number, s: number, asked = new Set<number>()): number {
  const { event: { slots, helpers, personOf, isHelperThere }, ofHelper, isFixed } = standing
  const able = (helpers[personOf[x]!] ?? new Int32Array()).filter((k) => isHelperThere[k * slots + s] === 1 && !asked.has(k))
  for (const k of able) if (ofHelper[k * slots + s] === -1) return k
  for (const k of able) {
    const other = ofHelper[k * slots + s]!
    if (asked.has(k) || isFixed[other] === 1) continue
    asked.add(k)
    const instead = freeHelper(standing, other, s, asked)
    if (instead === -1) continue
    put(standing, other, s, standing.rowOf[other]!, instead)
    return k
  }
  return -1
}

/** Whether both may meet in the slot, whoever else they meet there. */
export const mayMeet = ({ slots, personOf, isThere }: Numbered, x: number, s: number): boolean => isThere[personOf[x]! * slots + s] === 1

/** Whether a pair can have a table in a slot: both are there and free, and room and limits hold one more. */
export function hasRoom({ event, ofPerson, ofRow, inRoom, personCount, employerCount }: Standing, x: number, s: number, row: number): boolean {
  const { slots, personOf, employerOf, roomOf, roomMost, employerMost, most, isOpen } = event
  const [p, e] = [personOf[x]!, employerOf[x]!]
  return mayMeet(event, x, s) && isOpen[row * slots + s] === 1 && ofPerson[p * slots + s] === -1 && ofRow[row * slots + s] === -1
    && inRoom[roomOf[e]! * slots + s]! < roomMost[roomOf[e]!]! && personCount[p]! < most[p]! && employerCount[e]! < employerMost[e]!
}

/** Lets a pair meet at a table, when there is room and an interpreter; else nothing changes. What is seated elsewhere is to be taken first. */
export function seat(standing: Standing, x: number, s: number, row: number): boolean {
  const { event: { personOf, helpers } } = standing
  if (!hasRoom(standing, x, s, row)) return false
  const isHelped = helpers[personOf[x]!] !== undefined
  const helper = isHelped ? freeHelper(standing, x, s) : -1
  if (isHelped && helper === -1) return false
  put(standing, x, s, row, helper)
  return true
}

/** Lets a pair meet in a slot in which both are free. */
export function seatFree(standing: Standing, x: number, s: number): boolean {
  const { event, ofPerson } = standing
  if (!mayMeet(event, x, s) || ofPerson[event.personOf[x]! * event.slots + s] !== -1) return false
  const row = freeRow(standing, event.employerOf[x]!, s)
  return row !== -1 && seat(standing, x, s, row)
}

/** Everything as it is fixed, and nothing else. */
export function standingOf(event: Numbered): Standing {
  const standing = emptyStanding(event)
  for (const { pair, slot, row, helper } of event.fixed) {
    put(standing, pair, slot, row, helper)
    standing.isFixed[pair] = 1
  }
  for (const { pair, slot, row, helper } of event.fixed) if (helper === -1 && event.helpers[event.personOf[pair]!]) put(standing, pair, slot, row, freeHelper(standing, pair, slot))
  return standing
}
