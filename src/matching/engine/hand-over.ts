import { bestAt, unseat, type Network } from './network.ts'

/** Prices of the groups: where a group is full, the lowest of those in it; else what is above it costs all there is. Those in it are never cheaper. */
function priceGroups({ total, places, nodes, childStart, child, capacity }: Network, inflow: Int32Array, order: readonly number[]): void {
  for (const v of order) {
    if (v < places) continue
    let lowest = Infinity
    for (let at = childStart[v]!; at < childStart[v + 1]!; at++) lowest = Math.min(lowest, total[child[at]!]!)
    total[v] = inflow[v]! >= capacity[v]! && lowest < Infinity ? lowest : 0
  }
  total[nodes] = 0
}

/** Every node before the group above it. */
function fromTheLeaves({ parent, nodes }: Network): number[] {
  const depth = new Int32Array(nodes + 1)
  const depthOf = (v: number): number => (v === nodes ? 0 : depth[v] !== 0 ? depth[v]! : (depth[v] = depthOf(parent[v]!) + 1))
  return Array.from({ length: nodes }, (_, v) => v).toSorted((a, b) => depthOf(b) - depthOf(a))
}

/** Counts of people at each node. */
function inflowOf({ match, parent, nodes, people }: Network): Int32Array {
  const inflow = new Int32Array(nodes)
  for (let i = 0; i < people; i++) if (match[i] !== -1) for (let v = match[i]!; v !== nodes; v = parent[v]!) inflow[v]!++
  return inflow
}

/**
 * Takes over places and prices that are nearly right: keeps who is at one that is best for her at these prices, and says where each node
 * is out of balance. A node with a price of its own is taken to be full; what it lacks is a fault to be mended, not a reason to lower the price.
 */
export function takeOver(network: Network, price: Float64Array): void {
  const { people, places, nodes, total, best, match, rowStart, rowPlace, rowWeight, parent, capacity, sent, excess } = network
  for (let j = 0; j < places; j++) total[j] = price[j]!
  const order = fromTheLeaves(network)
  priceGroups(network, inflowOf(network), order)
  for (let i = 0; i < people; i++) {
    best[i] = bestAt(network, i)
    if (match[i] === -1) continue
    let e = rowStart[i]!
    while (rowPlace[e] !== match[i]) e++
    if (rowWeight[e]! - total[match[i]!]! < best[i]!) unseat(network, i)
  }
  const inflow = new Int32Array(nodes + 1)
  for (let i = 0; i < people; i++) if (match[i] !== -1) inflow[match[i]!]!++
  for (const v of order) {
    sent[v] = total[v]! > total[parent[v]!]! ? capacity[v]! : Math.min(inflow[v]!, capacity[v]!)
    excess[v] = inflow[v]! - sent[v]!
    inflow[parent[v]!]! += sent[v]!
  }
}
