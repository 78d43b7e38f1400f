import type { Instance } from './instance.ts'

/** Everybody may go everywhere, one seat each, as many people as places, all to be placed: then a table is quicker than lists. */
export const isDense = ({ people, places, place, capacity, parent, mustPlaceAll }: Instance): boolean =>
  mustPlaceAll && people === places && people > 1 && place.length === people * places && parent.length === places && capacity.every((seats) => seats === 1)

type Table = { n: number; /** What row i loses at column j: to be made small. */ cost: Int32Array; /** What each column is lowered by. */ price: Float64Array; columnOf: Int32Array; rowOf: Int32Array }

function tableOf({ people: n, rowStart, place, weight }: Instance): Table {
  const cost = new Int32Array(n * n)
  for (let i = 0; i < n; i++) for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) cost[i * n + place[e]!] = -weight[e]!
  return { n, cost, price: new Float64Array(n), columnOf: new Int32Array(n).fill(-1), rowOf: new Int32Array(n).fill(-1) }
}

/** Each column is priced by its least cost, and goes to that row if it is free. */
function priceColumns({ n, cost, price, columnOf, rowOf }: Table): void {
  const least = new Int32Array(n)
  price.fill(Infinity)
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) if (cost[i * n + j]! < price[j]!) { price[j] = cost[i * n + j]!; least[j] = i }
  for (let j = n - 1; j >= 0; j--) if (columnOf[least[j]!] === -1) { columnOf[least[j]!] = j; rowOf[j] = least[j]! }
}

/** Each free row takes its best column, and lowers the price by as much as it is better than the second; who had it tries in turn. */
function bid({ n, cost, price, columnOf, rowOf }: Table): void {
  const free: number[] = []
  for (let i = n - 1; i >= 0; i--) if (columnOf[i] === -1) free.push(i)
  for (let left = 6 * n, i = free.pop(); i !== undefined && left > 0; i = free.pop(), left--) {
    let [best, second, at, base] = [Infinity, Infinity, -1, i * n]
    for (let j = 0; j < n; j++) {
      const own = cost[base + j]! - price[j]!
      if (own < second) { if (own < best) { second = best; best = own; at = j } else second = own }
    }
    const before = rowOf[at]!
    if (best === second && before !== -1) continue // nothing to gain by taking it from her: left to the search
    price[at]! -= second - best
    rowOf[at] = i
    columnOf[i] = at
    if (before !== -1) { columnOf[before] = -1; free.push(before) }
  }
}

/** The shortest way from a free row to a free column; the columns nearer than that are priced anew. */
function augment({ n, cost, price, columnOf, rowOf }: Table, start: number, distance: Float64Array, from: Int32Array, order: Int32Array): void {
  for (let j = 0; j < n; j++) { distance[j] = cost[start * n + j]! - price[j]!; from[j] = start; order[j] = j }
  let [end, nearest, ready] = [-1, 0, 0]
  while (end === -1) {
    let at = ready
    for (let k = ready + 1; k < n; k++) if (distance[order[k]!]! < distance[order[at]!]!) at = k
    const j = order[at]!
    order[at] = order[ready]!
    order[ready++] = j
    nearest = distance[j]!
    const i = rowOf[j]!
    if (i === -1) { end = j; break }
    const base = i * n
    const own = cost[base + j]! - price[j]! - nearest
    for (let k = ready; k < n; k++) {
      const other = order[k]!
      const way = cost[base + other]! - price[other]! - own
      if (way < distance[other]!) { distance[other] = way; from[other] = i }
    }
  }
  for (let k = 0; k < ready; k++) { const j = order[k]!; if (distance[j]! < nearest) price[j]! += distance[j]! - nearest }
  for (let j = end; ;) {
    const i = from[j]!
    rowOf[j] = i
    const next = columnOf[i]!
    columnOf[i] = j
    if (i === start) return
    j = next
  }
}

/** The best assignment of a dense instance, and prices that prove it (Jonker and Volgenant's way, written anew). */
export function solveDense(instance: Instance): { match: Int32Array; objective: number; placed: number; prices: Float64Array } {
  const table = tableOf(instance)
  priceColumns(table)
  bid(table)
  const { n, columnOf, price, cost } = table
  const [distance, from, order] = [new Float64Array(n), new Int32Array(n), new Int32Array(n)]
  for (let i = 0; i < n; i++) if (columnOf[i] === -1) augment(table, i, distance, from, order)
  // every seat is taken and everybody placed, so all prices may be raised alike until none is below 0
  const most = price.reduce((one, other) => Math.max(one, other), -Infinity)
  return { match: columnOf, placed: n, objective: columnOf.reduce((sum, j, i) => sum - cost[i * n + j]!, 0), prices: price.map((own) => most - own) }
}
