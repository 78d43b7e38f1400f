import { auction } from './auction.ts'
import { isDense, solveDense } from './dense.ts'
import { drawn, ordersOf } from './draw.ts'
import { placeOne } from './forward.ts'
import { takeOver } from './hand-over.ts'
import { type Instance } from './instance.ts'
import { networkOf, type Network } from './network.ts'
import { fillOne } from './reverse.ts'
import type { Solution } from './solution.ts'

export type { Solution } from './solution.ts'

/** A solution in the drawn order, and the old numbers in it. */
type Drawn = { personAt: Int32Array; placeAt: Int32Array; found: Solution }

/** Mends every fault that is left; afterwards the flow is the best there is. */
export function mend(network: Network): void {
  const { people, nodes, best, match, isActive, excess, outside } = network
  for (let i = 0; i < people; i++) if (match[i] === -1 && isActive[i] === 1 && best[i]! > outside) placeOne(network, i, -1)
  for (let v = 0; v < nodes; v++) while (excess[v]! > 0) placeOne(network, -1, v)
  for (let v = 0; v < nodes; v++) while (excess[v]! < 0) fillOne(network, v)
}

/** What the people who are placed are worth together, and how many they are. */
export function sumOf({ people, match, rowStart, rowPlace, rowWeight }: Network): { objective: number; placed: number } {
  let [objective, placed] = [0, 0]
  for (let i = 0; i < people; i++) {
    if (match[i] === -1) continue
    placed++
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) if (rowPlace[e] === match[i]) objective += rowWeight[e]!
  }
  return { objective, placed }
}

/** Prices as they are proved by: a node nobody is sent from may have fallen below the group above it, and is as dear as that. */
export function pricesOf({ total, nodes, parent }: Network): Float64Array {
  const prices = new Float64Array(nodes).fill(-1)
  const priceOf = (v: number): number => {
    if (v === nodes) return 0
    if (prices[v] === -1) prices[v] = Math.max(total[v]!, priceOf(parent[v]!))
    return prices[v]!
  }
  for (let v = 0; v < nodes; v++) priceOf(v)
  return prices
}

/** The network of an instance with the best flow there is; `most` as in `networkOf`. */
export function solved(instance: Instance, most?: number): Network {
  const network = networkOf(instance, most)
  takeOver(network, auction(network))
  mend(network)
  return network
}

/**
 * The best assignment of an instance that `faultOf` finds nothing wrong with, and its proof; undefined when all must be placed and cannot be.
 * Of several that are as good, the seed decides which.
 */
export function solve(instance: Instance, seed: number): Solution | undefined {
  const { personAt, placeAt, found } = isDense(instance) ? denseInOrder(instance, seed) : sparseInOrder(instance, seed)
  if (instance.mustPlaceAll && found.placed < instance.people) return undefined
  const match = new Int32Array(instance.people).fill(-1)
  personAt.forEach((old, now) => { if (found.match[now] !== -1) match[old] = placeAt[found.match[now]!]! })
  const prices = found.prices.slice()
  placeAt.forEach((old, now) => { prices[old] = found.prices[now]! })
  return { ...found, match, prices }
}

function denseInOrder(instance: Instance, seed: number): Drawn {
  const orders = ordersOf(instance, seed)
  return { ...orders, found: solveDense(instance, orders) }
}

function sparseInOrder(instance: Instance, seed: number): Drawn {
  const { instance: laidOut, personAt, placeAt } = drawn(instance, seed)
  const network = solved(laidOut)
  return { personAt, placeAt, found: { match: network.match, ...sumOf(network), prices: pricesOf(network) } }
}
