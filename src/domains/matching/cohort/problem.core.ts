/** A limit above places, or above other limits: how many more it takes, and the limit above it (null at the top). */
export type Limit = { left: number; above: number | null }
/**
 * Everybody against every place. `pairs[i][j]` is the score of person i at place j: 0 where she cannot, below 0 where nothing of hers leads there
 * and only a person may put her (PLA-03). `limitOf[j]` is the number of the limit right above place j.
 */
export type Cohort = { pairs: readonly Int32Array[]; seats: readonly number[]; limitOf: readonly (number | null)[]; limits: readonly Limit[] }
/** What people have decided, by numbers of person and place: `fixed` is the place she is to have, or -1 for none. */
export type Decided = { fixed: ReadonlyMap<number, number>; forbidden: ReadonlySet<number> }
export const NOTHING_DECIDED: Decided = { fixed: new Map(), forbidden: new Set() }
/** One number for a pair. */
export const pairKey = ({ seats }: Pick<Cohort, 'seats'>, i: number, j: number): number => i * seats.length + j
/** How one with a place is counted: her score, whoever put her there. */
export const scoreAt = ({ pairs }: Pick<Cohort, 'pairs'>, i: number, j: number): number => Math.abs(pairs[i]?.[j] ?? 0)

/** Whether she may be put there: by the engine only where something of hers leads there and nobody has forbidden it, by a person where she can. */
export function mayBeAt(cohort: Cohort, { fixed, forbidden }: Decided, i: number, j: number): boolean {
  const score = cohort.pairs[i]?.[j] ?? 0
  const fixedTo = fixed.get(i)
  return fixedTo === undefined ? score > 0 && !forbidden.has(pairKey(cohort, i, j)) : fixedTo === j && score !== 0
}

/** The nodes from place j upwards: the place itself, then the limits above it. Limits are numbered after the places. */
export function* wayUp({ seats, limitOf, limits }: Pick<Cohort, 'seats' | 'limitOf' | 'limits'>, j: number): Generator<number> {
  yield j
  for (let at = limitOf[j] ?? null; at !== null; at = limits[at]?.above ?? null) yield seats.length + at
}

type Tree = Pick<Cohort, 'seats' | 'limitOf' | 'limits'>

/** How many each node can take when the limits above and the seats below it are counted. */
function usableOf({ seats, limitOf, limits }: Tree): number[] {
  const below = limits.map(() => 0)
  const add = (at: number | null, count: number): void => { if (at !== null) below[at] = (below[at] ?? 0) + count }
  seats.forEach((count, j) => add(limitOf[j] ?? null, count))
  // a limit stands before those it lies over: what is highest was written down first
  const usable = limits.map(() => 0)
  for (let at = limits.length - 1; at >= 0; at--) {
    usable[at] = Math.min(limits[at]?.left ?? 0, below[at] ?? 0)
    add(limits[at]?.above ?? null, usable[at] ?? 0)
  }
  return usable
}

/** How many people there is room for in all: seats, less what limits keep from being used. */
export function usableSeats(tree: Tree): number {
  const usable = usableOf(tree)
  const free = tree.seats.reduce((sum, count, j) => sum + ((tree.limitOf[j] ?? null) === null ? count : 0), 0)
  return tree.limits.reduce((sum, { above }, at) => sum + (above === null ? usable[at] ?? 0 : 0), free)
}

/** How much room is left at each place, under every limit above it. */
export function roomLeft(cohort: Cohort, match: Int32Array): (j: number) => number {
  const room = roomOf(cohort)
  for (const at of match) if (at >= 0) for (const node of wayUp(cohort, at)) room[node] = (room[node] ?? 0) - 1
  return (j) => {
    let left = Infinity
    for (const node of wayUp(cohort, j)) left = Math.min(left, room[node] ?? 0)
    return Math.max(0, left)
  }
}

/** How many each node takes. */
export const roomOf = ({ seats, limits }: Cohort): Int32Array => Int32Array.from([...seats, ...limits.map(({ left }) => left)])

export type Totals = { placed: number; score: number }
/** What a distribution comes to. */
export function totalsOf(cohort: Pick<Cohort, 'pairs'>, match: Int32Array): Totals {
  let [placed, score] = [0, 0]
  match.forEach((j, i) => { if (j >= 0) { placed++; score += scoreAt(cohort, i, j) } })
  return { placed, score }
}
