import type { Network } from './network.ts'
import { seat, unseat } from './network.ts'

/**
 * A quick and nearly right beginning (Bertsekas' auction, here with seats and groups): whoever has no place bids for the one that is
 * best for her, as much as it is better than her second best, and the lowest bidder of what is then overfull bids anew.
 * The bids grow finer from round to round; each starts at the prices of the one before, a little lowered.
 */
type Auction = {
  /** What each place costs while it has room. */
  floor: Float64Array
  /** Of each full node the lowest bid in it; of others the floor, for a group 0. */
  price: Float64Array
  bid: Float64Array
  count: Int32Array
  /** The bids in each group as a heap, lowest first, bid and person in one number; one that no longer stands is passed over. */
  bids: number[][]
  /** Who bids no more below this. */
  outside: number
}

/** Of the heaviest weight: the first and the last step. What is finer than the last, the search mends quicker (measured). */
const [FIRST_SHARE, LAST_SHARE] = [8, 300]
const FINER = 8

function heapPush(heap: number[], one: number): void {
  let at = heap.length
  heap.push(one)
  for (let up = (at - 1) >> 1; at > 0 && heap[up]! > one; at = up, up = (at - 1) >> 1) heap[at] = heap[up]!
  heap[at] = one
}

function heapPop(heap: number[]): void {
  const last = heap.pop()
  if (last === undefined || heap.length === 0) return
  let at = 0
  for (let down = 1; down < heap.length; down = 2 * at + 1) {
    if (down + 1 < heap.length && heap[down + 1]! < heap[down]!) down++
    if (heap[down]! >= last) break
    heap[at] = heap[down]!
    at = down
  }
  heap[at] = last
}

/** What a seat costs: the dearest of its place and the groups above. */
function priceOf({ parent, nodes }: Network, price: Float64Array, j: number): number {
  let most = price[j]!
  for (let v = parent[j]!; v !== nodes; v = parent[v]!) if (price[v]! > most) most = price[v]!
  return most
}

function isUnder({ parent, nodes }: Network, j: number, group: number): boolean {
  for (let v = parent[j]!; v !== nodes; v = parent[v]!) if (v === group) return true
  return false
}

/** The lowest bidder at a place or in a group that has some. */
function lowestIn(network: Network, { bid, bids }: Auction, v: number): number {
  if (v < network.places) {
    let lowest = network.first[v]!
    for (let i = network.next[lowest]!; i !== -1; i = network.next[i]!) if (bid[i]! < bid[lowest]!) lowest = i
    return lowest
  }
  const heap = bids[v - network.places]!
  for (;;) {
    const i = heap[0]! % network.people
    if (network.match[i]! !== -1 && bid[i] === Math.floor(heap[0]! / network.people) && isUnder(network, network.match[i]!, v)) return i
    heapPop(heap)
  }
}

function setPrice(network: Network, auction: Auction, v: number): void {
  const isFull = auction.count[v]! >= network.capacity[v]!
  auction.price[v] = isFull && network.capacity[v]! > 0 ? auction.bid[lowestIn(network, auction, v)]! : auction.price[v]!
}

function leave(network: Network, auction: Auction, i: number): void {
  const j = network.match[i]!
  unseat(network, i)
  for (let v = j; v !== network.nodes; v = network.parent[v]!) auction.count[v]!--
  auction.price[j] = auction.floor[j]!
}

/** Seats a bidder, and returns who had to leave for her, or -1. */
function enter(network: Network, auction: Auction, i: number, j: number): number {
  seat(network, i, j)
  let left = -1
  for (let v = j; v !== network.nodes; v = network.parent[v]!) {
    auction.count[v]!++
    if (v >= network.places) heapPush(auction.bids[v - network.places]!, auction.bid[i]! * network.people + i)
  }
  for (let v = j; v !== network.nodes && left === -1; v = network.parent[v]!) {
    if (auction.count[v]! <= network.capacity[v]!) continue
    left = lowestIn(network, auction, v)
    leave(network, auction, left)
  }
  for (let v = j; v !== network.nodes; v = network.parent[v]!) setPrice(network, auction, v)
  return left
}

/** The place a person bids for, or -1 when none is worth it; sets her bid. */
function choose(network: Network, { price, bid, outside }: Auction, i: number, step: number, least: number): number {
  const { rowStart, rowPlace, rowWeight } = network
  let [best, second, at, cost] = [outside, outside, -1, 0]
  for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
    if (rowWeight[e]! <= second) break
    const j = rowPlace[e]!
    if (rowWeight[e]! - price[j]! <= second) continue // the groups above can only make it dearer
    const own = priceOf(network, price, j)
    const gain = rowWeight[e]! - own
    if (gain > best) { second = best; best = gain; at = j; cost = own }
    else if (gain > second) second = gain
  }
  if (at !== -1) bid[i] = cost + Math.min(best - second, least) + step
  return at
}

function round(network: Network, auction: Auction, step: number, most: number): void {
  const waiting: number[] = []
  for (let i = network.people - 1; i >= 0; i--) waiting.push(i)
  for (let i = waiting.pop(); i !== undefined; i = waiting.pop()) {
    const j = choose(network, auction, i, step, most)
    const left = j === -1 ? -1 : enter(network, auction, i, j)
    if (left !== -1) waiting.push(left)
  }
}

/** Places people by auction; returns what a seat at each place, and each group, costs at its end. */
export function auction(network: Network): Float64Array {
  const { places, nodes, people, capacity, rowWeight } = network
  let most = 0
  for (const one of rowWeight) if (Math.abs(one) > most) most = Math.abs(one)
  const closed = 2 * (most + 1) - network.outside
  const state: Auction = { floor: new Float64Array(places), price: new Float64Array(nodes), bid: new Float64Array(people), count: new Int32Array(nodes), bids: [], outside: Math.max(network.outside, -4 * (most + 1)) }
  const finest = Math.max(1, Math.floor(most / LAST_SHARE))
  for (let step = Math.max(1, Math.floor(most / FIRST_SHARE)); ; step = Math.max(finest, Math.floor(step / FINER))) {
    for (let v = 0; v < nodes; v++) state.price[v] = capacity[v] === 0 ? closed : v < places ? state.floor[v]! : 0
    state.bids = Array.from({ length: nodes - places }, () => [])
    round(network, state, step, most)
    if (step <= finest) break
    for (let j = 0; j < places; j++) state.floor[j] = Math.max(0, priceOf(network, state.price, j) - 2 * step)
    for (let i = 0; i < people; i++) if (network.match[i] !== -1) unseat(network, i)
    state.count.fill(0)
  }
  return Float64Array.from({ length: places }, (_, j) => priceOf(network, state.price, j))
}
