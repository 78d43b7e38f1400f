import { solveSeveral, type Several } from '#matching/engine/several.ts'
import { chosenWithHelpers, groupsOf } from './interpreters.ts'
import { mayMeet } from './seating.ts'
import type { Standing } from './standing.ts'

/**
 * Which pairs are best to meet when clock times are left out: those that are best if interpreters lasted for all, and those that are best as far as they
 * last. No plan is worth more than `bound`.
 */
export type Choice = { ideal: number[]; pairs: () => number[]; bound: () => number }

/** How many meetings fit in a room in a slot, beside what is fixed there. */
const roomIn = ({ event: { slots, roomMost }, inRoom }: Standing, r: number, s: number): number => Math.max(0, roomMost[r]! - inRoom[r * slots + s]!)

/** Seats of each employer over the day, of which a room may hold fewer at once, and of each room. */
function seatsOf(standing: Standing): { employer: Int32Array; room: Int32Array } {
  const { event: { slots, employers, rooms, rowStart, isOpen, employerMost, roomOf }, ofRow, employerCount } = standing
  const [employer, room] = [new Int32Array(employers), new Int32Array(rooms)]
  for (let s = 0; s < slots; s++) {
    const inRoom = new Int32Array(rooms)
    for (let e = 0; e < employers; e++) {
      let open = 0
      for (let row = rowStart[e]!; row < rowStart[e + 1]!; row++) if (isOpen[row * slots + s] === 1 && ofRow[row * slots + s] === -1) open++
      employer[e]! += Math.min(open, roomIn(standing, roomOf[e]!, s))
      inRoom[roomOf[e]!]! += open
    }
    inRoom.forEach((open, r) => { room[r]! += Math.min(open, roomIn(standing, r, s)) })
  }
  return { employer: employer.map((seats, e) => Math.max(0, Math.min(seats, employerMost[e]! - employerCount[e]!))), room }
}

/** Whether the two could meet in a slot, as far as what is fixed and interpreters there at all allow. */
function couldMeet({ event, ofPerson, ofRow }: Standing, x: number, s: number): boolean {
  const { slots, personOf, employerOf, helpers, isHelperThere, rowStart, isOpen } = event
  const [p, e] = [personOf[x]!, employerOf[x]!]
  if (!mayMeet(event, x, s) || ofPerson[p * slots + s] !== -1) return false
  if (helpers[p] && !helpers[p].some((k) => isHelperThere[k * slots + s] === 1)) return false
  for (let row = rowStart[e]!; row < rowStart[e + 1]!; row++) if (isOpen[row * slots + s] === 1 && ofRow[row * slots + s] === -1) return true
  return false
}

/** The slots each pair could meet in, counted; 0 for those that are fixed. */
export function possibleSlots(standing: Standing): Int32Array {
  const { event: { slots, pairs }, slotOf } = standing
  return Int32Array.from({ length: pairs }, (_, x) => {
    let count = 0
    if (slotOf[x] === -1) for (let s = 0; s < slots; s++) if (couldMeet(standing, x, s)) count++
    return count
  })
}

/** The slots a participant has left for meetings. */
function slotsLeft({ event: { slots, isThere, helpers, isHelperThere }, ofPerson }: Standing, p: number): number {
  let count = 0
  for (let s = 0; s < slots; s++) if (isThere[p * slots + s] === 1 && ofPerson[p * slots + s] === -1 && (!helpers[p] || helpers[p].some((k) => isHelperThere[k * slots + s] === 1))) count++
  return count
}

/** Beside what is fixed: who could have how many meetings with whom. */
export function severalOf(standing: Standing, possible: Int32Array, withLeast: boolean): { problem: Several; pairAt: number[] } {
  const { event: { people, employers, pairStart, employerOf, worth, most, least, roomOf }, personCount } = standing
  const { employer, room } = seatsOf(standing)
  const [rowStart, pairAt] = [new Int32Array(people + 1), [] as number[]]
  for (let p = 0; p < people; p++) {
    for (let x = pairStart[p]!; x < pairStart[p + 1]!; x++) if (possible[x]! > 0) pairAt.push(x)
    rowStart[p + 1] = pairAt.length
  }
  return { pairAt, problem: { people, places: employers, rowStart, place: Int32Array.from(pairAt, (x) => employerOf[x]!), weight: Int32Array.from(pairAt, (x) => worth[x]!),
    capacity: Int32Array.from([...employer, ...room]), parent: Int32Array.from([...roomOf.map((r) => employers + r), ...room.map(() => -1)]), has: personCount.slice(),
    most: most.map((own, p) => Math.max(0, Math.min(own - personCount[p]!, slotsLeft(standing, p)))), least: least.map((own, p) => (withLeast ? Math.max(0, own - personCount[p]!) : 0)) } }
}

const fixedValue = ({ event: { pairs, worth }, isFixed }: Standing): number => { let sum = 0; for (let x = 0; x < pairs; x++) if (isFixed[x] === 1) sum += worth[x]!; return sum }

/** The best pairs beside those that are fixed; `withLeast` whether minima come before mutual interest. */
export function chosenPairs(standing: Standing, possible: Int32Array, withLeast: boolean, seed: number): Choice {
  const { problem, pairAt } = severalOf(standing, possible, withLeast)
  const ideal = solveSeveral(problem, seed)
  const groups = groupsOf(standing) // now, while only what is fixed stands
  const helped = once(() => chosenWithHelpers(groups, problem, ideal, seed))
  const at = (chosen: Uint8Array): number[] => pairAt.filter((_, e) => chosen[e] === 1)
  const fixed = fixedValue(standing)
  return { ideal: at(ideal.chosen), pairs: () => at(helped().chosen()), bound: () => helped().bound + fixed }
}

/** Works something out when it is asked for, and not twice. */
function once<T extends object>(work: () => T): () => T {
  let done: T | undefined
  return () => (done ??= work())
}
