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

/** Nobody meets anybody. */
export function emptyStanding(event: Numbered): Standing {
  const { slots, people, employers, rows, rooms, interpreters, pairs } = event
  const none = (size: number): Int32Array => new Int32Array(size).fill(-1)
  return { event, slotOf: none(pairs), rowOf: none(pairs), helperOf: none(pairs), ofPerson: none(people * slots), ofRow: none(rows * slots), ofHelper: none(interpreters * slots),
    inRoom: new Int32Array(rooms * slots), personCount: new Int32Array(people), employerCount: new Int32Array(employers), isFixed: new Uint8Array(pairs), trail: [] }
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
