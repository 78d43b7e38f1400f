import { freeRow, mayMeet, seat, seatFree } from './seating.ts'
import { take, undo, type Standing } from './standing.ts'

/** An empty slot between two meetings weighs as much as a walk of so many metres. */
const IDLE_METRES = 100
/** And one of an employer. */
const EMPLOYER_IDLE_METRES = 40
const ROUNDS = 6

/** Empty slots between a participant's first and last meeting in which she is there, and metres between her meetings. */
export function dayOf({ event, ofPerson }: Standing, p: number): { idle: number; walk: number } {
  const { slots, isThere, roomOf, employerOf, metres, rooms } = event
  let [idle, walk, waiting, room] = [0, 0, 0, -1]
  for (let s = 0; s < slots; s++) {
    const x = ofPerson[p * slots + s]!
    if (x === -1) { waiting += isThere[p * slots + s]!; continue }
    const next = roomOf[employerOf[x]!]!
    if (room !== -1) { idle += waiting; walk += metres[room * rooms + next]! }
    room = next
    waiting = 0
  }
  return { idle, walk }
}

/** Empty slots of an employer between its first and last meeting. */
function idleOf({ event: { slots, rowStart, isOpen }, ofRow }: Standing, e: number): number {
  let [idle, waiting] = [0, -1]
  for (let s = 0; s < slots; s++) {
    let [isUsed, isThere] = [false, false]
    for (let row = rowStart[e]!; row < rowStart[e + 1]!; row++) { if (ofRow[row * slots + s] !== -1) isUsed = true; if (isOpen[row * slots + s] === 1) isThere = true }
    if (isUsed) { idle += Math.max(0, waiting); waiting = 0 } else if (waiting !== -1 && isThere) waiting++
  }
  return idle
}

const cost = (standing: Standing, p: number): number => { const { idle, walk } = dayOf(standing, p); return idle * IDLE_METRES + walk }

/** Does something, and undoes it unless it succeeds and the participants and employers it concerns have a better day together. */
function tried(standing: Standing, people: readonly number[], hosts: readonly number[], change: () => boolean): boolean {
  const length = standing.trail.length
  const costs = (): number => people.reduce((sum, p) => sum + cost(standing, p), 0) + hosts.reduce((sum, e) => sum + idleOf(standing, e) * EMPLOYER_IDLE_METRES, 0)
  const before = costs()
  if (change() && costs() < before) return true
  undo(standing, length)
  return false
}

/** A meeting goes to a free slot and table. */
function moved(standing: Standing, x: number, to: number): boolean {
  const { event, ofPerson } = standing
  const p = event.personOf[x]!
  if (ofPerson[p * event.slots + to] !== -1) return false
  const row = freeRow(standing, event.employerOf[x]!, to)
  if (row === -1) return false
  return tried(standing, [p], [event.employerOf[x]!], () => { take(standing, x); return seat(standing, x, to, row) })
}

/** Two meetings change slots: of one participant with two employers, or of one employer with two participants. */
function exchanged(standing: Standing, x: number, y: number): boolean {
  const { event: { personOf, employerOf }, slotOf, isFixed } = standing
  const [a, b, p, q] = [slotOf[x]!, slotOf[y]!, personOf[x]!, personOf[y]!]
  if (isFixed[y] === 1 || a === b) return false
  const hosts = p === q ? [employerOf[x]!, employerOf[y]!] : [] // of one employer, the same slots stay taken
  return tried(standing, p === q ? [p] : [p, q], hosts, () => { take(standing, x); take(standing, y); return seatFree(standing, x, b) && seatFree(standing, y, a) })
}

/** Meetings a meeting may change slots with: the participant's own, and in her free slots those at the same employer. */
function partners({ event, ofPerson, ofRow, slotOf }: Standing, x: number): number[] {
  const { slots, personOf, employerOf, rowStart, isThere } = event
  const [p, e, a] = [personOf[x]!, employerOf[x]!, slotOf[x]!]
  const found: number[] = []
  for (let b = 0; b < slots; b++) {
    const own = ofPerson[p * slots + b]!
    if (own !== -1) { if (own !== x) found.push(own); continue }
    if (isThere[p * slots + b] === 0) continue
    for (let row = rowStart[e]!; row < rowStart[e + 1]!; row++) {
      const y = ofRow[row * slots + b]!
      if (y !== -1 && ofPerson[personOf[y]! * slots + a] === -1 && mayMeet(event, y, a)) found.push(y)
    }
  }
  return found
}

function improved(standing: Standing, x: number): boolean {
  for (let s = 0; s < standing.event.slots; s++) if (moved(standing, x, s)) return true
  return partners(standing, x).some((y) => exchanged(standing, x, y))
}

/** Moves and exchanges meetings while that leaves fewer empty slots and shorter walks. Who meets whom stays the same, and so does the plan's worth. */
export function shortenWaits(standing: Standing): void {
  const { event: { people, pairStart, employerOf }, slotOf, isFixed } = standing
  for (let round = 0, hasChanged = true; hasChanged && round < ROUNDS; round++) {
    hasChanged = false
    for (let p = 0; p < people; p++) for (let x = pairStart[p]!; x < pairStart[p + 1]!; x++) {
      if (slotOf[x] !== -1 && isFixed[x] === 0 && cost(standing, p) + idleOf(standing, employerOf[x]!) > 0 && improved(standing, x)) hasChanged = true
    }
  }
}
