import { push, settleNext, type Open } from './heap.ts'
import { seat, unseat, type Network } from './network.ts'
import { sortColumn } from './sorted-edges.ts'

/** How a node gives its unit on: a person moves from it (her number), up to the group (`people + nodes`), or down to a child (`people + child`). */
type Search = Open & { /** The node whose unit comes from the top, or the person who comes in from outside. */ end: number; comer: number; to: number }

function relax(network: Network, search: Search, v: number, distance: number, way: number, into: number): void {
  if (distance >= search.limit || network.done[v] === network.stamp) return
  if (network.seen[v] === network.stamp && network.distance[v]! <= distance) return
  network.seen[v] = network.stamp
  network.distance[v] = distance
  network.from[v] = way
  network.into[v] = into
  push(network, search.size++, distance, v)
}

/** Everybody who could come to place `v`, from outside or from where she is. */
function fromPeople(network: Network, search: Search, v: number, distance: number): void {
  const { columnStart, columnPerson, columnWeight, best, match, isActive } = network
  const price = distance + network.total[v]!
  sortColumn(network, v)
  const outside = network.outside
  for (let e = columnStart[v]!; e < columnStart[v + 1]!; e++) {
    if (price + outside - columnWeight[e]! >= search.limit) break
    const i = columnPerson[e]!
    const nearer = price + best[i]! - columnWeight[e]!
    if (nearer >= search.limit || isActive[i] === 0) continue
    const at = match[i]!
    if (at === -1) { search.limit = nearer; search.comer = i; search.to = v; search.end = -1 }
    else if (at !== v) relax(network, search, at, nearer, i, v)
  }
}

/** A node that lacks one: it sends one fewer up, or takes one more in. */
function fromNode(network: Network, search: Search, v: number, distance: number): void {
  const { total, parent, sent, capacity, people, nodes, places } = network
  if (sent[v]! > 0) {
    const [above, further] = [parent[v]!, distance + total[v]! - total[parent[v]!]!]
    if (above !== nodes) relax(network, search, above, further, people + v, v)
    else if (further < search.limit) { search.limit = further; search.end = v; search.comer = -1 }
  }
  if (v < places) fromPeople(network, search, v, distance)
  else {
    for (let at = network.childStart[v]!; at < network.childStart[v + 1]!; at++) {
      const c = network.child[at]!
      if (sent[c]! < capacity[c]!) relax(network, search, c, distance + total[v]! - total[c]!, people + nodes, v)
    }
  }
}

/** Lowers the prices of everything nearer than the end, and raises what people have there. */
function reprice(network: Network, { settled, limit }: Search): void {
  const { distance, total, best, places, first, next } = network
  for (const v of settled) {
    const by = limit - distance[v]!
    total[v]! -= by
    if (v < places) for (let i = first[v]!; i !== -1; i = next[i]!) best[i]! += by
  }
}

/** Carries the unit from its end to the node that lacked it. */
function carry(network: Network, { end, comer, to }: Search, start: number): void {
  const { from, into, sent, people, nodes } = network
  let v = end
  if (comer !== -1) { seat(network, comer, to); v = to } else sent[end]!--
  while (v !== start) {
    const way = from[v]!
    if (way < people) {
      unseat(network, way)
      v = into[v]!
      seat(network, way, v)
    } else if (way === people + nodes) {
      sent[v]!++
      v = into[v]!
    } else {
      v = way - people
      sent[v]!--
    }
  }
}

/** Finds the cheapest way to give node `start` the unit it lacks: from outside, from elsewhere, or by lowering its price. Prices stay right. */
export function fillOne(network: Network, start: number): void {
  network.stamp++
  const search: Search = { size: 0, limit: Infinity, end: -1, comer: -1, to: -1, settled: [] }
  relax(network, search, start, 0, -1, -1)
  for (let v = settleNext(network, search); v !== -1; v = settleNext(network, search)) fromNode(network, search, v, network.distance[v]!)
  reprice(network, search)
  carry(network, search, start)
  network.excess[start]!++
}
