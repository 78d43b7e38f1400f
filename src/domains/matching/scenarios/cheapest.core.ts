import { outcomesOf } from '../market/standing.core.ts'
import { spreadOf, statesOf } from './effect.core.ts'
import type { Workshop } from './scenario.core.ts'
import type { Cheapest, PricedPart, Spread } from './what-if.schema.ts'

/** Draws of who gets a seat for each set that is tried: fewer than for a scenario, since there are many sets. */
const DRAWS_A_SET = 10
/** Sets tried before the search goes step by step. */
export const MOST_SETS = 600

const costOf = (parts: readonly PricedPart[], chosen: readonly number[]): number => chosen.reduce((sum, at) => sum + (parts[at]?.cost ?? 0), 0)

/** Every set of so many parts, the cheapest first; of equally cheap ones the smallest. */
function setsByCost(parts: readonly PricedPart[]): { chosen: number[]; cost: number }[] {
  return Array.from({ length: 2 ** parts.length }, (_, bits) => {
    const chosen = parts.flatMap((_part, at) => ((bits >> at) & 1 ? [at] : []))
    return { chosen, cost: costOf(parts, chosen), bits }
  }).toSorted((a, b) => a.cost - b.cost || a.chosen.length - b.chosen.length || a.bits - b.bits)
}

type Tried = (chosen: readonly number[]) => Spread

/** How many a set places, each set solved once. */
function trier(shop: Workshop, parts: readonly PricedPart[], seed: number): { placedBy: Tried; count: () => number } {
  const known = new Map<string, Spread>()
  return { count: () => known.size, placedBy: (chosen) => {
    const key = chosen.join()
    const before = known.get(key)
    if (before) return before
    const states = statesOf(shop, chosen.flatMap((at) => parts[at] ?? []), seed, DRAWS_A_SET)
    const placed = spreadOf([...outcomesOf(states.map(({ market }) => market), shop.worths, seed)].map((outcome) => outcome.placed))
    known.set(key, placed)
    return placed
  } }
}

/** Adds what brings most for its cost until the target is reached, then takes away what was not needed. */
function stepByStep(parts: readonly PricedPart[], target: number, placedBy: Tried): number[] | undefined {
  let chosen: number[] = []
  while (placedBy(chosen).mean < target) {
    const now = placedBy(chosen).mean
    const next = parts.flatMap((part, at) => (chosen.includes(at) ? [] : [{ at, gain: (placedBy([...chosen, at].toSorted((a, b) => a - b)).mean - now) / (part.cost + 1) }])).toSorted((a, b) => b.gain - a.gain || a.at - b.at)[0]
    if (!next) return undefined
    chosen = [...chosen, next.at].toSorted((a, b) => a - b)
  }
  for (const at of chosen.toSorted((a, b) => (parts[b]?.cost ?? 0) - (parts[a]?.cost ?? 0))) {
    const without = chosen.filter((one) => one !== at)
    if (placedBy(without).mean >= target) chosen = without
  }
  return chosen
}

/**
 * The cheapest parts that place at least `target` on average over the draws. Sets are tried in the order of their cost, so the first that reaches it is the cheapest: exact.
 * Where there are more than `most` sets to try, the answer is found step by step, and what the dearest set tried costs is a bound no answer goes below.
 */
export function cheapestSet(shop: Workshop, parts: readonly PricedPart[], target: number, { seed, most = MOST_SETS, onStep = () => undefined }: { seed: number; most?: number; onStep?: (share: number) => void }): Cheapest {
  const { placedBy, count } = trier(shop, parts, seed)
  const sets = setsByCost(parts)
  const whole = parts.map((_, at) => at)
  const base = { target, today: placedBy([]).mean, all: placedBy(whole).mean }
  const answer = (chosen: number[], how: Cheapest['how'], bound: number): Cheapest => ({ ...base, chosen, cost: costOf(parts, chosen), placed: placedBy(chosen), tried: count(), how, bound })
  for (const [index, { chosen, cost }] of sets.slice(0, most).entries()) {
    onStep(index / Math.min(most, sets.length))
    if (placedBy(chosen).mean >= target) return answer(chosen, 'exact', cost)
  }
  const bound = sets[most]?.cost ?? costOf(parts, whole)
  const none: Cheapest = { ...base, chosen: null, cost: null, placed: null, tried: count(), how: sets.length <= most ? 'exact' : 'bounded', bound }
  const found = sets.length <= most ? undefined : stepByStep(parts, target, placedBy)
  return found ? answer(found, costOf(parts, found) <= bound ? 'exact' : 'bounded', bound) : none
}
