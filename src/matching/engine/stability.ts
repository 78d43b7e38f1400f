import { drawn } from './draw.ts'
import type { Instance } from './instance.ts'
import { scoresOf } from './group-report.ts'
import type { Solution } from './solve.ts'

/** How many pairs would both rather have each other, and how many people are in one of them. */
export type Blocking = { pairs: number; people: number }

/**
 * The stable assignment, where people and places rank each other by the same score: whoever is higher is never passed over for somebody lower, limits of
 * groups kept. Where both sides rank by the same numbers, deferred acceptance ends in the pairs one gets by taking them from the highest down while there
 * is room, so that is what is done. Equal scores are decided by the seed. A pair whose weight is not above 0 is none.
 */
export function stable(instance: Instance, seed: number): { match: Int32Array; placed: number; score: number } {
  const { instance: laidOut, personAt, placeAt } = drawn(instance, seed)
  const { people, rowStart, place, weight, capacity, parent } = laidOut
  const personOf = new Int32Array(place.length)
  for (let i = 0; i < people; i++) personOf.fill(i, rowStart[i], rowStart[i + 1])
  // sorting keeps the drawn order of equal scores
  const order = Int32Array.from(weight.keys()).filter((e) => weight[e]! > 0).sort((a, b) => weight[b]! - weight[a]!)
  const [free, match] = [capacity.slice(), new Int32Array(instance.people).fill(-1)]
  let [placed, score] = [0, 0]
  for (const e of order) {
    const old = personAt[personOf[e]!]!
    let v = match[old] === -1 ? place[e]! : -2
    while (v >= 0 && free[v]! > 0) v = parent[v]!
    if (v !== -1) continue
    for (let node = place[e]!; node !== -1; node = parent[node]!) free[node]!--
    match[old] = placeAt[place[e]!]!
    placed++
    score += weight[e]!
  }
  return { match, placed, score }
}

/** Of each node: how many are in it, and the lowest of their scores. */
function fillings({ parent, places }: Instance, match: Int32Array, scores: Float64Array): { count: Int32Array; lowest: Float64Array } {
  const [count, lowest] = [new Int32Array(parent.length), new Float64Array(parent.length).fill(Infinity)]
  match.forEach((j, i) => { if (j === -1 || j >= places) return; for (let v = j; v !== -1; v = parent[v]!) { count[v]!++; lowest[v] = Math.min(lowest[v]!, scores[i]!) } })
  return { count, lowest }
}

/**
 * The pairs that block an assignment: she would rather be there than where she is, and there is room for her, or somebody lower who could make it: in the
 * lowest full node she would come into, since who leaves there makes room in every node above.
 */
export function blockingOf(instance: Instance, solution: Pick<Solution, 'match'>): Blocking {
  const { people, rowStart, place, weight, capacity, parent } = instance
  const scores = scoresOf(instance, solution)
  const { count, lowest } = fillings(instance, solution.match, scores)
  const holdsHer = new Int32Array(parent.length).fill(-1)
  const found: Blocking = { pairs: 0, people: 0 }
  for (let i = 0; i < people; i++) {
    for (let v = solution.match[i]!; v !== -1; v = parent[v]!) holdsHer[v] = i
    let own = 0
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
      if (weight[e]! <= Math.max(0, scores[i]!)) continue
      let v = place[e]!
      while (v !== -1 && (count[v]! < capacity[v]! || holdsHer[v] === i)) v = parent[v]!
      if (v === -1 || lowest[v]! < weight[e]!) own++
    }
    found.pairs += own
    if (own > 0) found.people++
  }
  return found
}
