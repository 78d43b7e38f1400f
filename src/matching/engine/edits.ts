import { placeOne } from './forward.ts'
import { fillOne } from './reverse.ts'
import { bestAt, unseat, type Network } from './network.ts'
import { sortColumn } from './sorted-edges.ts'

/*
 * One change at a time to a flow that is the best there is; it is so again afterwards, at the price of a search or two.
 * Above some hundred changes a new solve is quicker.
 */

/** One unit fewer comes to node `v`: where it costs nothing extra one fewer goes on; a node with a price of its own must be filled again. */
function lose(network: Network, v: number): void {
  const { total, parent, sent, excess, nodes } = network
  let at = v
  while (at !== nodes) {
    if (excess[at]! > 0) { excess[at]!--; return }
    if (sent[at]! === 0 || total[at]! > total[parent[at]!]!) { excess[at]!--; break }
    sent[at]!--
    at = parent[at]!
  }
  if (at !== nodes) while (excess[at]! < 0) fillOne(network, at)
}

/** Takes somebody out: what she leaves goes to whoever gains most by it. */
export function removePerson(network: Network, i: number): void {
  if (network.isActive[i] === 0) return
  network.isActive[i] = 0
  const place = network.match[i]!
  network.best[i] = network.outside
  if (place === -1) return
  unseat(network, i)
  lose(network, place)
}

/** Takes somebody in who was taken out. */
export function addPerson(network: Network, i: number): void {
  if (network.isActive[i] === 1) return
  network.isActive[i] = 1
  network.best[i] = bestAt(network, i)
  if (network.best[i]! > network.outside) placeOne(network, i, -1)
}

/** Gives a place or a group another number of seats. */
export function setCapacity(network: Network, v: number, seats: number): void {
  const { capacity, total, parent, sent, excess, nodes } = network
  const isPriced = total[v]! > total[parent[v]!]!
  const before = capacity[v]!
  capacity[v] = seats
  if (seats > before && isPriced) {
    sent[v]! += seats - before
    excess[v]! -= seats - before
    // what it sends on, the group above takes in
    for (let unit = before; unit < seats; unit++) gain(network, parent[v]!)
    while (excess[v]! < 0) fillOne(network, v)
  }
  for (let unit = sent[v]!; unit > seats; unit--) {
    sent[v]!--
    excess[v]!++
    if (parent[v]! !== nodes) lose(network, parent[v]!)
    if (excess[v]! > 0) placeOne(network, -1, v)
  }
}

/** One unit more comes to node `v`; where it has no room, one of those it has must go elsewhere. */
function gain(network: Network, v: number): void {
  if (v === network.nodes) return
  network.excess[v]!++
  while (network.excess[v]! > 0) placeOne(network, -1, v)
}

/** Moves an entry of a falling list to where its new weight belongs. */
function place(other: Int32Array, weight: Int32Array, from: number, to: number, entry: number, next: number): void {
  let at = from
  while (other[at] !== entry) at++
  for (; at > from && weight[at - 1]! < next; at--) { weight[at] = weight[at - 1]!; other[at] = other[at - 1]! }
  for (; at + 1 < to && weight[at + 1]! > next; at++) { weight[at] = weight[at + 1]!; other[at] = other[at + 1]! }
  weight[at] = next
  other[at] = entry
}

/** Gives one pair another weight; the pair must be an edge, and the weight no heavier than the instance allowed for. */
export function setWeight(network: Network, i: number, j: number, weight: number): void {
  const wasActive = network.isActive[i] === 1
  // a place that is not hers and is still no better than what she has changes nothing
  const isIdle = network.match[i] !== j && weight - network.total[j]! <= network.best[i]!
  if (!isIdle) removePerson(network, i)
  sortColumn(network, j)
  place(network.rowPlace, network.rowWeight, network.rowStart[i]!, network.rowStart[i + 1]!, j, weight)
  place(network.columnPerson, network.columnWeight, network.columnStart[j]!, network.columnStart[j + 1]!, i, weight)
  if (wasActive && !isIdle) addPerson(network, i)
}
