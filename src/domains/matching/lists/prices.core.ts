import { faultOfSolution } from '#matching/engine/certificate.ts'
import type { Instance } from '#matching/engine/instance.ts'
import { solve } from '#matching/engine/solve.ts'
import type { Solution } from '#matching/engine/solve.ts'
import type { Compare } from '../market/compare.core.ts'
import { worthTable } from '../market/compare.core.ts'
import { instanceOf } from '../market/market.core.ts'
import type { Market } from '../market/market.core.ts'

/** What a seat costs when everybody wants the best for all: the points others lose when one more goes there; and how many it would suit. */
export type PlacePrice = { id: string; price: number; suits: number }
/** What somebody has at best when seats cost, and how many places would suit her. */
export type PersonChance = { id: string; best: number; suits: number }
export type Prices = { places: PlacePrice[]; people: PersonChance[] }

/** Several prices may prove the same plan; which is taken is drawn from this seed and not from anybody's row. */
const SEED = 1

/** The best plan for a whole cohort, proved like every plan. */
export function bestOf(instance: Instance): Solution {
  const solution = solve(instance, SEED)
  const fault = solution ? faultOfSolution(instance, solution) : 'no plan'
  if (!solution || fault !== undefined) throw new Error(`The plan is not proved: ${fault}`)
  return solution
}

/** The dual prices of the best plan for the whole cohort, proved like every plan. */
export function priceOf(market: Market, compare: Compare): Prices {
  const instance = instanceOf(market, worthTable(compare, () => undefined))
  const solution = bestOf(instance)
  const suits = new Int32Array(market.places.length)
  const people = market.people.map(({ id }, i): PersonChance => {
    const [from, to] = [instance.rowStart[i] ?? 0, instance.rowStart[i + 1] ?? 0]
    let best = 0
    for (let e = from; e < to; e += 1) {
      const j = instance.place[e] ?? 0
      suits[j] = (suits[j] ?? 0) + 1
      best = Math.max(best, (instance.weight[e] ?? 0) - (solution.prices[j] ?? 0))
    }
    return { id, best, suits: to - from }
  })
  return { people, places: market.places.map(({ facts }, j) => ({ id: facts.id, price: solution.prices[j] ?? 0, suits: suits[j] ?? 0 })) }
}
