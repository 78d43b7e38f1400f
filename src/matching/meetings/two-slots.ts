import type { Numbered } from './numbered.ts'
import { freeRow, mayMeet, seat } from './seating.ts'
import { put, take, undo, type Standing } from './standing.ts'

const mayMove = ({ event, isFixed, rowOf }: Standing, x: number, to: number): boolean => isFixed[x] === 0 && mayMeet(event, x, to) && event.isOpen[rowOf[x]! * event.slots + to] === 1

/**
 * The meetings that change between slots `a` and `b` when the one at a table in `a` must leave it: its participant's other meeting comes to `a`,
 * whose table's meeting goes to `b`, and so on (König, Kempe). The way ends, since it enters no participant or table twice; undefined when one on it may not change.
 */
function wayFrom(standing: Standing, row: number, a: number, b: number): number[] | undefined {
  const { event: { slots, personOf }, ofPerson, ofRow, rowOf } = standing
  const way: number[] = []
  for (let at = row; ;) {
    const leaving = ofRow[at * slots + a]!
    if (leaving === -1) return way
    if (!mayMove(standing, leaving, b)) return undefined
    way.push(leaving)
    const coming = ofPerson[personOf[leaving]! * slots + b]!
    if (coming === -1) return way
    if (!mayMove(standing, coming, a)) return undefined
    way.push(coming)
    at = rowOf[coming]!
  }
}

/** Swaps the two slots along a way; false, with nothing changed, when a room or the interpreters do not allow it. */
export function swapAlong(standing: Standing, way: readonly number[], a: number, b: number): boolean {
  const { trail, slotOf, rowOf } = standing
  const before = trail.length
  const from = way.map((x) => ({ x, to: slotOf[x] === a ? b : a, row: rowOf[x]! }))
  for (const { x } of from) take(standing, x)
  if (from.every(({ x, to, row }) => seat(standing, x, to, row))) return true
  undo(standing, before)
  return false
}

const freeSlots = ({ slots }: Numbered, of: Int32Array, at: number, open: Uint8Array): number[] => {
  const free: number[] = []
  for (let s = 0; s < slots; s++) if (of[at * slots + s] === -1 && open[at * slots + s] === 1) free.push(s)
  return free
}

/**
 * Lets a pair meet in a slot the participant has free and the table has not, or the other way, by swapping two slots for some others.
 * Where all are there all day and no room or interpreter is short, this always succeeds as long as both have a free slot.
 */
export function seatBySwap(standing: Standing, x: number): boolean {
  const { event, ofPerson, ofRow, trail } = standing
  const [p, e] = [event.personOf[x]!, event.employerOf[x]!]
  const own = freeSlots(event, ofPerson, p, event.isThere)
  for (let row = event.rowStart[e]!; row < event.rowStart[e + 1]!; row++) for (const b of freeSlots(event, ofRow, row, event.isOpen)) for (const a of own) {
    if (event.isOpen[row * event.slots + a] === 0) continue
    const before = trail.length
    const way = a === b ? [] : wayFrom(standing, row, a, b)
    if (way === undefined || !swapAlong(standing, way, a, b)) continue
    if (seat(standing, x, a, row)) return true
    undo(standing, before)
  }
  return false
}

/** Every meeting at the lowest free table of its employer in its slot, so that as few tables as possible are in use. */
export function useFewTables(standing: Standing): void {
  const { event: { pairs, employerOf, slots, personOf }, slotOf, rowOf, helperOf, isFixed } = standing
  const inOrder = Array.from({ length: pairs }, (_, x) => x).filter((x) => slotOf[x] !== -1 && isFixed[x] === 0).toSorted((x, y) => rowOf[x]! - rowOf[y]!)
  for (const x of inOrder) {
    const row = freeRow(standing, employerOf[x]!, slotOf[x]!)
    if (row !== -1 && row < rowOf[x]! && standing.ofPerson[personOf[x]! * slots + slotOf[x]!] === x) put(standing, x, slotOf[x]!, row, helperOf[x]!)
  }
}
