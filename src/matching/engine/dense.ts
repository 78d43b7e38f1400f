import type { Orders } from './draw.ts'
import type { Instance } from './instance.ts'
import type { Solution } from './solution.ts'

/** Everybody may go everywhere, one seat each, as many people as places, all to be placed: then a table is quicker than lists. */
export const isDense = ({ people, places, place, capacity, parent, mustPlaceAll }: Instance): boolean =>
  mustPlaceAll && people === places && people > 1 && place.length === people * places && parent.length === places && capacity.every((seats) => seats === 1)

/** Rounds of bids, and how many bids in each for each row, before the search does the rest (measured). */
const [ROUNDS, MOST_BIDS] = [4, 4]

type Table = { n: number; /** What row i loses at column j: to be made small. */ cost: Int32Array; /** What each column is lowered by. */ price: Float64Array; columnOf: Int32Array; rowOf: Int32Array }

/** The table with rows and columns in a drawn order. Each column is priced by its least cost, and goes to that row if it is free. */
function tableOf({ people: n, rowStart, place, weight }: Instance, { personAt, newPlace }: Orders): Table {
  const [cost, least, leastIn] = [new Int32Array(n * n), new Int32Array(n).fill(2 ** 31 - 1), new Int32Array(n)]
  for (let i = 0; i < n; i++) {
    const to = rowStart[personAt[i]! + 1]!
    for (let e = rowStart[personAt[i]!]!; e < to; e++) {
      const j = newPlace[place[e]!]!
      const own = -weight[e]! | 0
      cost[i * n + j] = own
      if (own < least[j]!) { least[j] = own; leastIn[j] = i }
    }
  }
  const [columnOf, rowOf] = [new Int32Array(n).fill(-1), new Int32Array(n).fill(-1)]
  for (let j = n - 1; j >= 0; j--) if (columnOf[leastIn[j]!] === -1) { columnOf[leastIn[j]!] = j; rowOf[j] = leastIn[j]! }
  return { n, cost, price: Float64Array.from(least), columnOf, rowOf }
}

/** The two columns that lose row `i` least at the prices of the moment, and what they lose. */
function bestTwo({ n, cost, price }: Table, i: number, found: { best: number; second: number; at: number; at2: number }): void {
  let [best, second, at, at2] = [Infinity, Infinity, -1, -1]
  for (let j = 0, e = i * n; j < n; j++, e++) {
    const own = cost[e]! - price[j]!
    if (own >= second) continue
    if (own < best) { second = best; at2 = at; best = own; at = j } else { second = own; at2 = j }
  }
  found.best = best; found.second = second; found.at = at; found.at2 = at2
}

/**
 * Each free row takes its best column, and lowers the price by as much as it is better than the second; who had it tries in turn.
 * Where there is nothing to gain by taking it, the row takes the second, and who had that waits for the next round.
 */
function bid(table: Table): void {
  const { n, price, columnOf, rowOf } = table
  const found = { best: 0, second: 0, at: -1, at2: -1 }
  for (let round = 0; round < ROUNDS; round++) {
    const free: number[] = []
    for (let i = n - 1; i >= 0; i--) if (columnOf[i] === -1) free.push(i)
    for (let left = MOST_BIDS * n, i = free.pop(); i !== undefined && left > 0; i = free.pop(), left--) {
      bestTwo(table, i, found)
      const isBetter = found.best < found.second
      const at = isBetter || rowOf[found.at] === -1 ? found.at : found.at2
      const before = rowOf[at]!
      if (isBetter) price[at]! -= found.second - found.best
      rowOf[at] = i
      columnOf[i] = at
      if (before === -1) continue
      columnOf[before] = -1
      if (isBetter) free.push(before)
    }
  }
}

/**
 * Searches look at the columns of a row that are not much worse than its best (`listOf`), and at the whole row only when the way has become as long as
 * those left out at least are: prices only fall, so what was left out is never nearer than it was (`bound`).
 */
type Search = { table: Table; slack: number; lists: (Int32Array | undefined)[]; bound: Float64Array; distance: Float64Array; from: Int32Array; /** Columns that were reached: first the settled ones, then the others. */ reached: Int32Array; isReached: Uint8Array; count: number; settled: number; rows: Int32Array; left: Float64Array; /** How far the nearest free column is that was reached; what is further is not looked at. */ limit: number }

/** So many columns of a row are looked at first. */
const FEW = 10
const SAMPLES = 4

/** How much worse than the best the columns looked at first may be, so that there are a few of them. */
function slackOf({ n, cost, price }: Table): number {
  let sum = 0
  for (let sample = 0; sample < SAMPLES; sample++) {
    const i = Math.floor(sample * n / SAMPLES)
    const own = new Float64Array(n)
    for (let j = 0; j < n; j++) own[j] = cost[i * n + j]! - price[j]!
    own.sort()
    sum += own[Math.min(FEW, n - 1)]! - own[0]!
  }
  return sum / SAMPLES
}

function listOf(search: Search, i: number): Int32Array {
  const { n, cost, price } = search.table
  const [list, base] = [search.lists[i], i * n]
  if (list) return list
  let least = Infinity
  for (let j = 0; j < n; j++) { const own = cost[base + j]! - price[j]!; if (own < least) least = own }
  const most = least + search.slack
  const near: number[] = []
  for (let j = 0; j < n; j++) if (cost[base + j]! - price[j]! <= most) near.push(j)
  search.bound[i] = most
  return (search.lists[i] = Int32Array.from(near))
}

/** Reaches column `j` from row `i`, if it is nearer than it was. */
function reach(search: Search, i: number, j: number, way: number): void {
  if (way > search.limit) return
  if (search.isReached[j] === 0) { search.isReached[j] = 1; search.reached[search.count++] = j }
  else if (way >= search.distance[j]!) return
  search.distance[j] = way
  search.from[j] = i
  if (search.table.rowOf[j] === -1) search.limit = way
}

/** From a row at what it has itself: the columns looked at first; the rest is `left` for when the way is long. */
function fromRow(search: Search, i: number, own: number): void {
  const { table: { n, cost, price }, rows, left } = search
  for (const j of listOf(search, i)) reach(search, i, j, cost[i * n + j]! - price[j]! - own)
  rows[search.settled] = i
  left[search.settled] = search.bound[i]! - own
}

/** The nearest column that is not settled, put next in line; whole rows are looked at where something left out might be nearer. */
function nearestOf(search: Search): number {
  const { table: { n, cost, price, rowOf }, distance, reached, settled, rows, left } = search
  for (;;) {
    let [at, least] = [-1, Infinity]
    for (let k = settled; k < search.count; k++) { const j = reached[k]!; const d = distance[j]!; if (d < least || (d === least && rowOf[j] === -1)) { least = d; at = k } }
    let isWhole = true
    for (let k = 0; k <= settled; k++) {
      if (left[k]! >= least) continue
      const [i, own] = [rows[k]!, search.bound[rows[k]!]! - left[k]!]
      for (let j = 0; j < n; j++) reach(search, i, j, cost[i * n + j]! - price[j]! - own)
      left[k] = Infinity
      isWhole = false
    }
    if (!isWhole) continue
    const j = reached[at]!
    reached[at] = reached[settled]!
    reached[settled] = j
    return j
  }
}

/** The shortest way from a free row to a free column; the columns nearer than that are priced anew. */
function augment(search: Search, start: number): void {
  const { table: { n, cost, price, columnOf, rowOf }, distance, from, reached, isReached } = search
  search.count = 0
  search.settled = 0
  search.limit = Infinity
  fromRow(search, start, 0)
  let end = nearestOf(search)
  for (let i = rowOf[end]!; i !== -1; i = rowOf[end]!) {
    search.settled++
    fromRow(search, i, cost[i * n + end]! - price[end]! - distance[end]!)
    end = nearestOf(search)
  }
  for (let k = 0; k < search.settled; k++) { const j = reached[k]!; price[j]! += distance[j]! - distance[end]! }
  for (let k = 0; k < search.count; k++) isReached[reached[k]!] = 0
  for (let j = end; ;) {
    const i = from[j]!
    rowOf[j] = i
    const next = columnOf[i]!
    columnOf[i] = j
    if (i === start) return
    j = next
  }
}

/** The best assignment of a dense instance, in the order drawn, and prices that prove it (Jonker and Volgenant's way, written anew). */
export function solveDense(instance: Instance, orders: Orders): Solution {
  const table = tableOf(instance, orders)
  bid(table)
  const { n, columnOf, price, cost } = table
  const search: Search = { table, slack: slackOf(table), lists: Array.from({ length: n }), bound: new Float64Array(n), distance: new Float64Array(n), from: new Int32Array(n), reached: new Int32Array(n), isReached: new Uint8Array(n), count: 0, settled: 0, rows: new Int32Array(n + 1), left: new Float64Array(n + 1), limit: Infinity }
  for (let i = 0; i < n; i++) if (columnOf[i] === -1) augment(search, i)
  // every seat is taken and everybody placed, so all prices may be raised alike until none is below 0
  const most = price.reduce((one, other) => Math.max(one, other), -Infinity)
  return { match: columnOf, placed: n, objective: columnOf.reduce((sum, j, i) => sum - cost[i * n + j]!, 0), prices: price.map((own) => most - own) }
}
