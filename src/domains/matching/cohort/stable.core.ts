import { draws, drawnOrder } from '#matching/engine/draw.ts'
import type { Cohort, Decided } from './problem.core.ts'
import { mayBeAt, roomOf, scoreAt, wayUp } from './problem.core.ts'

type Pair = { i: number; j: number; score: number; draw: number }

/** Every pair that may be, those fixed by hand first, then the best first; which of equals comes first is drawn. */
function pairsInOrder(cohort: Cohort, decided: Decided, seed: number): Pair[] {
  const pairs = cohort.pairs.flatMap((row, i) => [...row.keys()].filter((j) => mayBeAt(cohort, decided, i, j))
    .map((j) => ({ i, j, score: decided.fixed.has(i) ? Infinity : scoreAt(cohort, i, j) })))
  const order = drawnOrder(pairs.length, draws(seed))
  return pairs.map((pair, at) => ({ ...pair, draw: order[at] ?? 0 })).toSorted((a, b) => (a.score === b.score ? a.draw - b.draw : b.score - a.score))
}

/**
 * A distribution in which nobody and no place would both rather have one another: the best pair first, then the best of those left.
 * With one score that both sides go by this is what deferred acceptance ends in, under limits in a tree too.
 */
export function stableMatch(cohort: Cohort, decided: Decided, seed: number): Int32Array {
  const left = roomOf(cohort)
  const match = new Int32Array(cohort.pairs.length).fill(-1)
  for (const { i, j } of pairsInOrder(cohort, decided, seed)) {
    if (match[i] !== -1 || [...wayUp(cohort, j)].some((node) => (left[node] ?? 0) < 1)) continue
    match[i] = j
    for (const node of wayUp(cohort, j)) left[node] = (left[node] ?? 0) - 1
  }
  return match
}

/** Of each node how much room is left, and the lowest score among those in it who could give way. */
function nodesOf(cohort: Cohort, decided: Decided, match: Int32Array): { left: Int32Array; lowest: Float64Array } {
  const left = roomOf(cohort)
  const lowest = new Float64Array(left.length).fill(Infinity)
  match.forEach((j, i) => {
    if (j < 0) return
    const score = decided.fixed.has(i) ? Infinity : scoreAt(cohort, i, j)
    for (const node of wayUp(cohort, j)) {
      left[node] = (left[node] ?? 0) - 1
      lowest[node] = Math.min(lowest[node] ?? Infinity, score)
    }
  })
  return { left, lowest }
}

/**
 * How many pairs of a person and a place would both rather have one another than what they got: she scores higher there than where she is,
 * and there is room, or somebody who scores lower there could give way. Those fixed by hand neither wish nor give way.
 */
export function countBlocking(cohort: Cohort, decided: Decided, match: Int32Array): number {
  const { left, lowest } = nodesOf(cohort, decided, match)
  // whoever leaves the lowest node that is full makes room in all above it
  const bar = cohort.seats.map((_, j) => {
    const full = [...wayUp(cohort, j)].find((node) => (left[node] ?? 0) < 1)
    return full === undefined ? 0 : lowest[full] ?? Infinity
  })
  let count = 0
  cohort.pairs.forEach((row, i) => {
    if (decided.fixed.has(i)) return
    const at = match[i] ?? -1
    const own = at < 0 ? 0 : scoreAt(cohort, i, at)
    row.forEach((score, j) => { if (score > own && score > (bar[j] ?? Infinity) && mayBeAt(cohort, decided, i, j)) count++ })
  })
  return count
}
