import type { Instance } from './instance.ts'
import type { Solution } from './solve.ts'
import { SURE_95, wilson } from './wilson.ts'

/** A share with the interval it lies in (95 %), as if these people were drawn from many alike; no interval where there are too few to say. */
export type Share = { share: number; low: number; high: number }
/** How one group fares. `ownBest`: what it could get if it alone were to be placed. */
export type GroupReport = { group: number; people: number; placed: number; placedShare: Share | null; score: number; ownBest: number; ownBestShare: Share | null }
/** What each person gets, and would get in the best her group could get alone. */
export type Fares = { group: Int32Array; groups: number; ownBest: Float64Array }

/** A share of sums over people, by the linearised variance of a ratio (Cochran, Sampling Techniques, ch. 6). */
export function ratio(parts: readonly number[], wholes: readonly number[]): Share | null {
  const [part, whole, n] = [parts.reduce((sum, one) => sum + one, 0), wholes.reduce((sum, one) => sum + one, 0), parts.length]
  if (whole <= 0) return null
  const share = part / whole
  if (n < 2) return { share, low: share, high: share }
  const squares = parts.reduce((sum, one, at) => sum + (one - share * wholes[at]!) ** 2, 0)
  const reach = SURE_95 * Math.sqrt(n * squares / (n - 1)) / whole
  return { share, low: Math.max(0, share - reach), high: share + reach }
}

/** What each person's place is worth to her. */
export function scoresOf({ people, rowStart, place, weight }: Instance, { match }: Pick<Solution, 'match'>): Float64Array {
  const scores = new Float64Array(people)
  for (let i = 0; i < people; i++) for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) if (place[e] === match[i]) scores[i] = weight[e]!
  return scores
}

/** How every group fares in an assignment. A person in no group (-1) is in no report. */
export function reportOf(instance: Instance, { group, groups, ownBest }: Fares, solution: Pick<Solution, 'match'>): GroupReport[] {
  const scores = scoresOf(instance, solution)
  const members = Map.groupBy(Array.from({ length: instance.people }, (_, i) => i), (i) => group[i]!)
  return Array.from({ length: groups }, (_, at) => {
    const all = members.get(at) ?? []
    const placed = all.filter((i) => solution.match[i] !== -1).length
    const [own, best] = [all.map((i) => scores[i]!), all.map((i) => ownBest[i]!)]
    return { group: at, people: all.length, placed, placedShare: wilson(placed, all.length), score: own.reduce((sum, one) => sum + one, 0), ownBest: best.reduce((sum, one) => sum + one, 0), ownBestShare: ratio(own, best) }
  })
}
