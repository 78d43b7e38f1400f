import { largest, worthOutside, type Instance } from './instance.ts'
import { sortEdges, type SortedEdges } from './sorted-edges.ts'

/** Whole numbers: half the memory where they fit. */
export type Numbers = Int32Array | Float64Array
const numbers = (size: number, most: number): Numbers => (most < 2 ** 30 ? new Int32Array(size) : new Float64Array(size))

/**
 * A flow in the making: each person sends one unit to a place, from there up through the groups to the top.
 * The prices (`total`) are kept such that no arc that can still carry flow is worth less than nothing; what lacks then is balance:
 * a node may have taken in more or fewer than it sends up (`excess`). A search mends one such fault at a time, and keeps the prices right.
 */
export type Network = SortedEdges & {
  people: number; places: number; nodes: number
  /** What staying without a place is worth. */
  outside: number
  capacity: Int32Array; parent: Int32Array
  /** The children of node v are `child[childStart[v]] …`. */
  childStart: Int32Array; child: Int32Array
  /** Price of a seat with all groups above it; the top (index `nodes`) costs 0. Never less than that of the group above. */
  total: Numbers
  /** What each person has at best: the largest of the weights less the prices, and of being outside. */
  best: Numbers
  /** The place of each person, or -1. */
  match: Int32Array
  isActive: Uint8Array
  /** The people at a place, as a list in both directions. */
  first: Int32Array; next: Int32Array; previous: Int32Array
  /** Units sent from each node to the group above. */
  sent: Int32Array
  /** Units taken in less units sent. */
  excess: Int32Array
  // what a search writes
  stamp: number; seen: Int32Array; done: Int32Array; distance: Numbers; from: Int32Array; into: Int32Array; heapKey: Numbers; heapNode: Int32Array
}

function childrenOf(parent: Int32Array): Pick<Network, 'childStart' | 'child'> {
  const nodes = parent.length
  const childStart = new Int32Array(nodes + 2)
  const above = (v: number): number => (parent[v] === -1 ? nodes : parent[v]!)
  for (let v = 0; v < nodes; v++) childStart[above(v) + 1]!++
  for (let v = 0; v <= nodes; v++) childStart[v + 1]! += childStart[v]!
  const at = childStart.slice()
  const child = new Int32Array(nodes)
  for (let v = 0; v < nodes; v++) child[at[above(v)]!++] = v
  return { childStart, child }
}

/** Nobody placed, nothing priced. `most` is the largest number a price may become, where weights are to be changed to heavier ones. */
export function networkOf(instance: Instance, most = largest(instance)): Network {
  const { people, places, capacity, parent } = instance
  const nodes = parent.length
  const outside = worthOutside(instance)
  return {
    ...sortEdges(instance), ...childrenOf(parent), people, places, nodes, outside, capacity: capacity.slice(), parent: parent.map((above) => (above === -1 ? nodes : above)),
    total: numbers(nodes + 1, most), best: numbers(people, most).fill(outside), match: new Int32Array(people).fill(-1), isActive: new Uint8Array(people).fill(1),
    first: new Int32Array(places).fill(-1), next: new Int32Array(people).fill(-1), previous: new Int32Array(people).fill(-1),
    sent: new Int32Array(nodes), excess: new Int32Array(nodes + 1),
    stamp: 0, seen: new Int32Array(nodes + 1), done: new Int32Array(nodes + 1), distance: numbers(nodes + 1, most), from: new Int32Array(nodes + 1), into: new Int32Array(nodes + 1),
    heapKey: numbers(nodes + 64, most), heapNode: new Int32Array(nodes + 64),
  }
}

/** Puts a person at a place, in the list alone. */
export function seat({ match, first, next, previous }: Network, i: number, j: number): void {
  match[i] = j
  const head = first[j]!
  next[i] = head
  previous[i] = -1
  if (head !== -1) previous[head] = i
  first[j] = i
}

/** Takes a person from her place, in the list alone. */
export function unseat({ match, first, next, previous }: Network, i: number): void {
  const [before, after] = [previous[i]!, next[i]!]
  if (before === -1) first[match[i]!] = after
  else next[before] = after
  if (after !== -1) previous[after] = before
  match[i] = -1
}

/** What a person has at best at the prices of the moment. */
export function bestAt({ rowStart, rowPlace, rowWeight, total, outside }: Network, i: number): number {
  let best = outside
  for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
    if (rowWeight[e]! <= best) break
    const gain = rowWeight[e]! - total[rowPlace[e]!]!
    if (gain > best) best = gain
  }
  return best
}
