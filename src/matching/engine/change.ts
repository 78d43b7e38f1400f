import { HEAVIEST, type Instance } from './instance.ts'

/** What is otherwise in a scenario than in the base. A place that is to come has 0 seats in the base; people who are to come are `away` in it. */
export type Change = {
  /** Another number of seats at a place or in a group. */
  capacity?: readonly (readonly [node: number, seats: number])[]
  /** Another weight of a pair, or a pair that was none; `null`: a pair no more. */
  weights?: readonly (readonly [person: number, place: number, weight: number | null])[]
  comes?: readonly number[]
  leaves?: readonly number[]
}

/** What a pair that is none weighs: it is never chosen. */
export const CLOSED = -1

const isBelow = (at: number, size: number): boolean => Number.isInteger(at) && at >= 0 && at < size
const MOST_REASONS = 20

function faultsOfChange({ people, places, parent }: Instance, { capacity = [], weights = [], comes = [], leaves = [] }: Change): string[] {
  return [
    ...capacity.flatMap(([v, seats]) => [...(isBelow(v, parent.length) ? [] : [`There is no place or group ${v}.`]), ...(isBelow(seats, HEAVIEST) ? [] : [`${seats} is no number of seats.`])]),
    ...weights.flatMap(([i, j, weight]) => [...(isBelow(i, people) && isBelow(j, places) ? [] : [`There is no pair of person ${i} and place ${j}.`]), ...(weight === null || isBelow(weight, HEAVIEST) ? [] : [`${weight} is no weight: it is whole, from 0, and below ${HEAVIEST}.`])]),
    ...[...comes, ...leaves].flatMap((i) => (isBelow(i, people) ? [] : [`There is no person ${i}.`])),
  ]
}

/** Every reason why changes cannot be made to a base, in words, up to twenty. */
export function faultsOfChanges(base: Instance, changes: readonly Change[]): string[] {
  const reasons = base.mustPlaceAll ? ['A base in which all must be placed has no scenarios: ask for the most placed first instead.'] : []
  for (const [at, change] of changes.entries()) {
    if (reasons.length >= MOST_REASONS) break
    reasons.push(...faultsOfChange(base, change).map((reason) => `Change ${at}: ${reason}`))
  }
  return reasons.slice(0, MOST_REASONS)
}

/** How many single edits a change is. */
export function editsIn({ capacity: now }: Instance, { capacity = [], weights = [], comes = [], leaves = [] }: Change): number {
  return capacity.reduce((sum, [v, seats]) => sum + Math.abs(seats - now[v]!), 0) + weights.length + comes.length + leaves.length
}

/** The base with every pair that is one in some change; those that are none in the base are closed there, and so are weights below 0. */
export function withAllPairs(base: Instance, changes: readonly Change[]): Instance {
  const added = new Map<number, Set<number>>()
  for (const [i, j] of changes.flatMap(({ weights = [] }) => weights)) added.set(i, (added.get(i) ?? new Set()).add(j))
  const extra = [...added.values()].reduce((sum, { size }) => sum + size, 0)
  const [rowStart, place, weight] = [new Int32Array(base.people + 1), new Int32Array(base.place.length + extra), new Int32Array(base.place.length + extra)]
  let to = 0
  for (let i = 0; i < base.people; i++) {
    const missing = added.get(i)
    for (let e = base.rowStart[i]!; e < base.rowStart[i + 1]!; e++) {
      missing?.delete(base.place[e]!)
      place[to] = base.place[e]!
      weight[to++] = Math.max(CLOSED, base.weight[e]!)
    }
    for (const j of missing ?? []) { place[to] = j; weight[to++] = CLOSED }
    rowStart[i + 1] = to
  }
  return { ...base, rowStart, place: place.slice(0, to), weight: weight.slice(0, to) }
}
