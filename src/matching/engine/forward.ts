import { push, settleNext, type Open } from './heap.ts'
import { seat, unseat, type Network } from './network.ts'

/** How a node was reached: by a person (her number), up from a child (`people + child`), or down from the group above (`people + nodes`). */
type Search = Open & { /** Where the unit ends: a node that lacks one or the top, or a person who leaves. */ end: number; leaver: number }

function relax(network: Network, search: Search, v: number, distance: number, from: number): void {
  if (distance >= search.limit || network.done[v] === network.stamp) return
  if (network.seen[v] === network.stamp && network.distance[v]! <= distance) return
  network.seen[v] = network.stamp
  network.distance[v] = distance
  network.from[v] = from
  if (v === network.nodes || network.excess[v]! < 0) { search.limit = distance; search.end = v; search.leaver = -1; return }
  push(network, search.size++, distance, v)
}

/** A person who stands at `distance` and must find another place, or stay outside. */
function fromPerson(network: Network, search: Search, i: number, distance: number): void {
  const { rowStart, rowPlace, rowWeight, total, best, outside } = network
  const at = distance + best[i]!
  if (at - outside < search.limit) { search.limit = at - outside; search.end = -1; search.leaver = i }
  const to = rowStart[i + 1]!
  for (let e = rowStart[i]!; e < to; e++) {
    const without = at - rowWeight[e]!
    if (without >= search.limit) break
    const j = rowPlace[e]!
    relax(network, search, j, without + total[j]!, i)
  }
}

/** A node that has taken one in: it sends one up, or gives up one of those it has. */
function fromNode(network: Network, search: Search, v: number, distance: number): void {
  const { total, parent, sent, capacity, people, nodes, places } = network
  if (sent[v]! < capacity[v]!) relax(network, search, parent[v]!, distance + total[parent[v]!]! - total[v]!, people + v)
  if (v < places) for (let i = network.first[v]!; i !== -1; i = network.next[i]!) fromPerson(network, search, i, distance)
  else {
    for (let at = network.childStart[v]!; at < network.childStart[v + 1]!; at++) {
      const c = network.child[at]!
      if (sent[c]! > 0) relax(network, search, c, distance + total[c]! - total[v]!, people + nodes)
    }
  }
}

/** Lowers what everybody nearer than the end has at best, and raises the prices there, so that the way becomes free. */
function reprice(network: Network, { settled, limit }: Search, source: number): void {
  const { distance, total, best, places, first, next } = network
  if (source !== -1) best[source]! -= limit
  for (const v of settled) {
    const by = limit - distance[v]!
    total[v]! += by
    if (v < places) for (let i = first[v]!; i !== -1; i = next[i]!) best[i]! -= by
  }
}

/** Carries the unit back from its end to where it came from. */
function carry(network: Network, { end, leaver }: Search, source: number, start: number): void {
  const { from, match, sent, parent, people, nodes } = network
  let v = end
  if (leaver !== -1) {
    if (leaver === source) return
    v = match[leaver]!
    unseat(network, leaver)
  }
  while (v !== start) {
    const way = from[v]!
    if (way < people) {
      const before = match[way]!
      if (before !== -1) unseat(network, way)
      seat(network, way, v)
      if (way === source) return
      v = before
    } else if (way < people + nodes) {
      v = way - people
      sent[v]!++
    } else {
      sent[v]!--
      v = parent[v]!
    }
  }
}

/**
 * Finds the cheapest way to place one more unit: of person `source`, or of node `start` that has one too many (the other is -1).
 * It ends at a node that lacks one, at the top, or with somebody who goes outside. Prices stay right.
 */
export function placeOne(network: Network, source: number, start: number): void {
  network.stamp++
  const search: Search = { size: 0, limit: Infinity, end: -1, leaver: -1, settled: [] }
  if (source === -1) { network.from[start] = -1; network.seen[start] = network.stamp; network.distance[start] = 0; push(network, search.size++, 0, start) }
  else fromPerson(network, search, source, 0)
  for (let v = settleNext(network, search); v !== -1; v = settleNext(network, search)) fromNode(network, search, v, network.distance[v]!)
  reprice(network, search, source)
  carry(network, search, source, start)
  if (start !== -1) network.excess[start]!--
  if (search.end !== -1 && search.end !== network.nodes) network.excess[search.end]!++
}
