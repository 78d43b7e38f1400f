import type { Numbered } from './numbered.ts'

/**
 * Which pairs meet where: -1 where nobody or nothing does. Changed by `put` alone, which keeps both directions the same, so that no place holds two;
 * `trail` remembers what each change replaced, for `undo`.
 */
export type Standing = {
  event: Numbered
  slotOf: Int32Array
  rowOf: Int32Array
  helperOf: Int32Array
  /** The pair that has the participant, the table, the interpreter in each slot. */
  ofPerson: Int32Array
  ofRow: Int32Array
  ofHelper: Int32Array
  inRoom: Int32Array
  personCount: Int32Array
  employerCount: Int32Array
  /** Stays where it is. */
  isFixed: Uint8Array
  trail: number[]
}

/** Everything as it is fixed, and nothing else. */
export function standingOf(event: Numbered): Standing {
  const { slots, people, employers, rows, rooms, interpreters, pairs, fixed } = event
  const none = (size: number): Int32Array => new Int32Array(size).fill(-1)
  const standing: Standing = { event, slotOf: none(pairs), rowOf: none(pairs), helperOf: none(pairs), ofPerson: none(people * slots), ofRow: none(rows * slots), ofHelper: none(interpreters * slots),
    inRoom: new Int32Array(rooms * slots), personCount: new Int32Array(people), employerCount: new Int32Array(employers), isFixed: new Uint8Array(pairs), trail: [] }
  for (const { pair, slot, row, helper } of fixed) {
    put(standing, pair, slot, row, helper)
    standing.isFixed[pair] = 1
  }
  for (const { pair, slot, row, helper } of fixed) if (helper === -1 && event.helpers[event.personOf[pair]!]) put(standing, pair, slot, row, freeHelper(standing, pair, slot))
  return standing
}

function mark(standing: Standing, x: number, pair: number, by: number): void {
  const { event: { slots, personOf, employerOf, roomOf }, slotOf, rowOf, helperOf } = standing
  const [s, p, e] = [slotOf[x]!, personOf[x]!, employerOf[x]!]
  if (s === -1) return
  standing.ofPerson[p * slots + s] = pair
  standing.ofRow[rowOf[x]! * slots + s] = pair
  if (helperOf[x] !== -1) standing.ofHelper[helperOf[x]! * slots + s] = pair
  standing.inRoom[roomOf[e]! * slots + s]! += by
  standing.personCount[p]! += by
  standing.employerCount[e]! += by
}

/** Lets a pair meet at a slot, table and with an interpreter, or not at all (slot -1). What is there must be free. */
export function put(standing: Standing, x: number, slot: number, row: number, helper: number): void {
  const { slotOf, rowOf, helperOf, trail } = standing
  trail.push(x, slotOf[x]!, rowOf[x]!, helperOf[x]!)
  set(standing, x, slot, row, helper)
}

function set(standing: Standing, x: number, slot: number, row: number, helper: number): void {
  mark(standing, x, -1, -1)
  standing.slotOf[x] = slot
  standing.rowOf[x] = row
  standing.helperOf[x] = helper
  mark(standing, x, x, 1)
}

export const take = (standing: Standing, x: number): void => put(standing, x, -1, -1, -1)

/** Takes back everything since the trail was so long. */
export function undo(standing: Standing, length: number): void {
  const { trail } = standing
  while (trail.length > length) {
    const [helper, row, slot, x] = [trail.pop()!, trail.pop()!, trail.pop()!, trail.pop()!]
    set(standing, x, slot, row, helper)
  }
}

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

/** Lets a pair meet at a free table, when room, limits and interpreters allow it. */
export function seat(standing: Standing, x: number, s: number, row: number): boolean {
  const { event: { slots, personOf, employerOf, roomOf, roomMost, employerMost, most, helpers }, inRoom, personCount, employerCount } = standing
  const [p, e] = [personOf[x]!, employerOf[x]!]
  if (inRoom[roomOf[e]! * slots + s]! >= roomMost[roomOf[e]!]! || personCount[p]! >= most[p]! || employerCount[e]! >= employerMost[e]!) return false
  const helper = helpers[p] ? freeHelper(standing, x, s) : -1
  if (helpers[p] && helper === -1) return false
  put(standing, x, s, row, helper)
  return true
}

/** Whether both may meet in the slot, whoever else they meet there. */
export const mayMeet = ({ slots, personOf, isThere }: Numbered, x: number, s: number): boolean => isThere[personOf[x]! * slots + s] === 1

/** Lets a pair meet in a slot in which both are free. */
export function seatFree(standing: Standing, x: number, s: number): boolean {
  const { event, ofPerson } = standing
  if (!mayMeet(event, x, s) || ofPerson[event.personOf[x]! * event.slots + s] !== -1) return false
  const row = freeRow(standing, event.employerOf[x]!, s)
  return row !== -1 && seat(standing, x, s, row)
}
