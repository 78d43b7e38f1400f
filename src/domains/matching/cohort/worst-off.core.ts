import type { Spread, WorstOffPrice } from './worst-off.schema.ts'
import type { Cohort } from './problem.core.ts'
import { scoreAt } from './problem.core.ts'

/** What everybody has where she is in points; 0 without a place. */
const scoresOf = (cohort: Cohort, match: Int32Array): number[] => Array.from(match, (j, i) => (j < 0 ? 0 : scoreAt(cohort, i, j)))

/** What those with a place have: the sum, the lowest, and the one in the middle (the lower of two). */
export function spreadOf(cohort: Cohort, match: Int32Array): Spread {
  const scores = scoresOf(cohort, match).filter((_, i) => (match[i] ?? -1) >= 0).toSorted((a, b) => a - b)
  return { placed: scores.length, score: scores.reduce((sum, one) => sum + one, 0), lowest: scores[0] ?? 0, middle: scores[Math.floor((scores.length - 1) / 2)] ?? 0 }
}

/** A plan beside the plain one: what the two come to, and how many have more and less in the first. */
export function worstOffPrice(cohort: Cohort, own: Int32Array, plain: Int32Array): WorstOffPrice {
  const [here, there] = [scoresOf(cohort, own), scoresOf(cohort, plain)]
  const differences = here.map((score, i) => score - (there[i] ?? 0))
  return { own: spreadOf(cohort, own), plain: spreadOf(cohort, plain), more: differences.filter((one) => one > 0).length, less: differences.filter((one) => one < 0).length }
}
