/** What one assignment gives: its score, and by how much each floor is passed (below 0: missed). */
export type Point = { score: number; over: readonly number[] }

const TINY = 1e-11

/** One step of the simplex method: the column that comes in and the row that goes out (Bland's rule: the first of each, so that it never circles). */
function step(table: Float64Array[], basis: number[]): boolean {
  const goal = table.at(-1)!
  const width = goal.length - 1
  const column = goal.findIndex((value, at) => at < width && value < -TINY)
  if (column === -1) return false
  let out = -1
  for (let row = 0; row < basis.length; row++) {
    const own = table[row]!
    if (own[column]! <= TINY) continue
    const [reach, least] = [own[width]! / own[column]!, out === -1 ? Infinity : table[out]![width]! / table[out]![column]!]
    if (reach < least - TINY || (reach <= least + TINY && basis[row]! < basis[out]!)) out = row
  }
  if (out === -1) return false
  const pivot = table[out]!.map((value) => value / table[out]![column]!)
  table.forEach((row, at) => { table[at] = at === out ? pivot : row.map((value, k) => value - row[column]! * pivot[k]!) })
  basis[out] = column
  return true
}

/**
 * The multipliers, 0 to `most` each, for which the best of the known points promises least: where the next point is worth looking for (Dantzig and Wolfe).
 * As a linear programme: mix the points so that every floor is kept on average, at the highest score; a floor may be missed at the price of `most` a unit.
 * The multipliers are the prices of the floors in it.
 */
export function multipliersOf(points: readonly Point[], floors: number, most: number): number[] {
  const size = Math.max(1, ...points.map(({ score }) => score))
  const width = points.length + floors + floors + 1 // mixed points, misses, what is over in each row
  const rows = Array.from({ length: floors }, (_, g) => {
    const row = new Float64Array(width + 1)
    points.forEach(({ over }, k) => { row[k] = -over[g]! / size })
    row[points.length + g] = -1
    row[points.length + floors + g] = 1
    return row
  })
  const mix = new Float64Array(width + 1)
  mix.fill(1, 0, points.length)
  mix[width - 1] = 1
  mix[width] = 1
  const goal = new Float64Array(width + 1)
  points.forEach(({ score }, k) => { goal[k] = -score / size })
  goal.fill(most, points.length, points.length + floors)
  const table = [...rows, mix, goal]
  const basis = Array.from({ length: floors + 1 }, (_, row) => points.length + floors + row)
  while (step(table, basis)) continue
  return Array.from({ length: floors }, (_, g) => Math.min(most, Math.max(0, table.at(-1)![points.length + floors + g]!)))
}
