import { faultOfSolution } from '#matching/engine/certificate.ts'
import type { Instance } from '#matching/engine/instance.ts'
import { solve } from '#matching/engine/solve.ts'
import { bandOf, type Numbered } from './numbered.ts'
import { freeRow, mayMeet, seat } from './seating.ts'
import { take, undo, type Standing } from './standing.ts'

/** What the plan is worth, with the minima in front. */
export function aimOf({ event, personCount, slotOf }: Standing): number {
  let sum = 0
  for (let p = 0; p < event.people; p++) for (let nth = 1; nth <= personCount[p]!; nth++) sum += bandOf(event, p, nth)
  for (let x = 0; x < event.pairs; x++) if (slotOf[x] !== -1) sum += event.worth[x]!
  return sum
}

type Candidate = { p: number; pairs: number[]; worth: number[] }

/** Who could meet in a slot in which only what is fixed stands, and what each meeting would add. */
function candidatesOf(standing: Standing, s: number): Candidate[] {
  const { event, slotOf, ofPerson, personCount } = standing
  return Array.from({ length: event.people }, (_, p) => p).flatMap((p) => {
    if (ofPerson[p * event.slots + s] !== -1 || personCount[p]! >= event.most[p]!) return []
    const pairs: number[] = []
    for (let x = event.pairStart[p]!; x < event.pairStart[p + 1]!; x++) if (slotOf[x] === -1 && event.worth[x]! > 0 && mayMeet(event, x, s)) pairs.push(x)
    return pairs.length === 0 ? [] : [{ p, pairs, worth: pairs.map((x) => event.worth[x]! + bandOf(event, p, personCount[p]! + 1)) }]
  })
}

/** Of those who need an interpreter, as many as there are interpreters for (augmenting paths), the most gained first. */
function withHelpers({ event, ofHelper }: Standing, s: number, candidates: Candidate[]): Candidate[] {
  const { helpers, isHelperThere, slots } = event
  const has = new Map<number, Candidate>()
  const finds = (one: Candidate, asked: Set<number>): boolean => [...helpers[one.p] ?? []].some((k) => {
    if (asked.has(k) || isHelperThere[k * slots + s] === 0 || ofHelper[k * slots + s] !== -1) return false
    asked.add(k)
    const other = has.get(k)
    if (other && !finds(other, asked)) return false
    has.set(k, one)
    return true
  })
  const best = (one: Candidate): number => Math.max(...one.worth)
  const helped = new Set(candidates.filter(({ p }) => helpers[p]).toSorted((one, other) => best(other) - best(one)).filter((one) => finds(one, new Set())))
  return candidates.filter((one) => !helpers[one.p] || helped.has(one))
}

function freeRows({ event: { slots, rowStart, isOpen }, ofRow }: Standing, e: number, s: number): number {
  let count = 0
  for (let row = rowStart[e]!; row < rowStart[e + 1]!; row++) if (isOpen[row * slots + s] === 1 && ofRow[row * slots + s] === -1) count++
  return count
}

function instanceOf(standing: Standing, s: number, candidates: readonly Candidate[]): Instance {
  const { event: { employers, rooms, employerMost, employerOf, roomOf, roomMost, slots }, employerCount, inRoom } = standing
  const rowStart = new Int32Array(candidates.length + 1)
  candidates.forEach(({ pairs }, c) => { rowStart[c + 1] = rowStart[c]! + pairs.length })
  return { people: candidates.length, places: employers, rowStart, mustPlaceAll: false,
    place: Int32Array.from(candidates.flatMap(({ pairs }) => pairs.map((x) => employerOf[x]!))), weight: Int32Array.from(candidates.flatMap(({ worth }) => worth)),
    capacity: Int32Array.from([...Array.from({ length: employers }, (_, e) => Math.max(0, Math.min(freeRows(standing, e, s), employerMost[e]! - employerCount[e]!))), ...Array.from({ length: rooms }, (_, r) => Math.max(0, roomMost[r]! - inRoom[r * slots + s]!))]),
    parent: Int32Array.from([...Array.from(roomOf, (r) => employers + r), ...Array.from({ length: rooms }, () => -1)]) }
}

/** Those who meet in a slot and are not fixed. */
function movableIn({ event: { rows, slots }, ofRow, isFixed }: Standing, s: number): number[] {
  const all: number[] = []
  for (let row = 0; row < rows; row++) { const x = ofRow[row * slots + s]!; if (x !== -1 && isFixed[x] === 0) all.push(x) }
  return all
}

const bestIn = (instance: Instance, seed: number): Int32Array => {
  const solution = solve(instance, seed)
  const fault = solution && faultOfSolution(instance, solution)
  if (!solution || fault !== undefined) throw new Error(`A slot is not proved: ${fault}`)
  return solution.match
}

/** Fills one slot anew with what is best while all other slots stay as they are; true when the plan is worth more for it. */
export function solveSlot(standing: Standing, s: number, seed: number): boolean {
  const { event, trail, rowOf } = standing
  const [before, had] = [trail.length, movableIn(standing, s)]
  const worthBefore = aimOf(standing)
  const kept = new Map(had.map((x) => [x, rowOf[x]!]))
  for (const x of had) take(standing, x)
  const candidates = withHelpers(standing, s, candidatesOf(standing, s))
  const pairs = pairsOf(event, candidates, bestIn(instanceOf(standing, s, candidates), seed))
  const fits = pairs.toSorted((x, y) => Number(kept.has(y)) - Number(kept.has(x))).every((x) => seat(standing, x, s, kept.get(x) ?? freeRow(standing, event.employerOf[x]!, s)))
  const after = aimOf(standing)
  if (!fits || after < worthBefore) undo(standing, before)
  return fits && after > worthBefore
}

const pairsOf = ({ employerOf }: Numbered, candidates: readonly Candidate[], match: Int32Array): number[] => candidates.flatMap(({ pairs }, c) => pairs.filter((x) => employerOf[x] === match[c]))
