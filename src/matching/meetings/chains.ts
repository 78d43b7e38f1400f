import { freeRow, mayMeet, seat, seatFree } from './seating.ts'
import { take, undo, type Standing } from './standing.ts'

/** How long a chain may be, in which slots, and how many steps are tried, for this one and for all that share a pool. `worthOf` says what a pair is worth that may be given up for another. */
export type Reach = { depth: number; from: number; steps: number; pool?: { left: number }; /** A meeting worth less than this may be dropped at the end. */ dropBelow: number; worthOf: (x: number) => number }

/** The meetings of which one stands in the way of a pair in a slot, when only one does: hers, or any at the employer's tables. */
function inTheWay({ event, ofPerson, ofRow }: Standing, x: number, s: number, free: number): number[] {
  const { slots, personOf, employerOf, rowStart, isOpen } = event
  const hers = ofPerson[personOf[x]! * slots + s]!
  if (hers !== -1) return free === -1 ? [] : [hers]
  const e = employerOf[x]!
  const theirs: number[] = []
  for (let row = rowStart[e]!; row < rowStart[e + 1]!; row++) if (isOpen[row * slots + s] === 1 && ofRow[row * slots + s] !== -1) theirs.push(ofRow[row * slots + s]!)
  return theirs
}

/**
 * Seats a pair by letting another make way, which is seated in the same way, until one finds a free slot (or is worth so little that it is dropped).
 * False, with nothing changed, when no chain so long was found.
 */
export function seatByChain(standing: Standing, x: number, reach: Reach): boolean {
  for (let depth = 0; depth <= reach.depth; depth++) {
    const steps = { left: reach.steps }
    if (chain(standing, x, depth, reach, steps, new Set([x]))) return true
  }
  return false
}

function seatAnywhere(standing: Standing, x: number, from: number): boolean {
  for (let s = from; s < standing.event.slots; s++) if (seatFree(standing, x, s)) return true
  return false
}

function chain(standing: Standing, x: number, depth: number, reach: Reach, steps: { left: number }, moving: Set<number>): boolean {
  if (depth === 0) return seatAnywhere(standing, x, reach.from)
  const { event, employerOf } = { event: standing.event, employerOf: standing.event.employerOf }
  for (let s = reach.from; s < event.slots; s++) {
    if (!mayMeet(event, x, s)) continue
    for (const other of inTheWay(standing, x, s, freeRow(standing, employerOf[x]!, s))) {
      if (standing.isFixed[other] === 1 || moving.has(other)) continue
      if (--steps.left < 0 || (reach.pool && --reach.pool.left < 0)) return false
      if (makeWay(standing, { x, other, s }, depth, reach, steps, moving)) return true
    }
  }
  return false
}

function makeWay(standing: Standing, { x, other, s }: { x: number; other: number; s: number }, depth: number, reach: Reach, steps: { left: number }, moving: Set<number>): boolean {
  const { event, trail, rowOf } = standing
  const before = trail.length
  const row = event.employerOf[other] === event.employerOf[x] ? rowOf[other]! : freeRow(standing, event.employerOf[x]!, s)
  take(standing, other)
  if (seat(standing, x, s, row)) {
    moving.add(other)
    if (reach.worthOf(other) < reach.dropBelow || chain(standing, other, depth - 1, reach, steps, moving)) return true
    moving.delete(other)
  }
  undo(standing, before)
  return false
}
