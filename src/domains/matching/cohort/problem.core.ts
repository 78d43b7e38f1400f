import type { Decision, Refusal } from '#shared/decision.ts'
import { accept, refuse } from '#shared/decision.ts'
import type { Instance } from '#matching/engine/instance.ts'
import type { Solution } from '#matching/engine/solve.ts'
import type { Goal } from './cohort.schema.ts'

/** A limit above places, or above other limits: how many more it takes, and the limit above it (null at the top). */
export type Limit = { left: number; above: number | null }
/**
 * Everybody against every place. `pairs[i][j]` is the score of person i at place j: 0 where she cannot, below 0 where nothing of hers leads there
 * and only a person may put her (PLA-03). `limitOf[j]` is the number of the limit right above place j.
 */
export type Cohort = { pairs: readonly Int32Array[]; seats: readonly number[]; limitOf: readonly (number | null)[]; limits: readonly Limit[] }
/** What people have decided, by numbers of person and place: `fixed[i]` is the place she is to have, or -1 for none. */
export type Decided = { fixed: ReadonlyMap<number, number>; forbidden: ReadonlySet<number> }
/** One number for a pair. */
export const pairKey = (cohort: Cohort, i: number, j: number): number => i * cohort.seats.length + j
/** How one with a place is counted: her score, whoever put her there. */
export const scoreAt = ({ pairs }: Cohort, i: number, j: number): number => Math.abs(pairs[i]?.[j] ?? 0)
/** Whether the engine may put her there by itself: she can, something of hers leads there, and nobody has forbidden it. */
export const isFree = (cohort: Cohort, { forbidden }: Decided, i: number, j: number): boolean =>
  (cohort.pairs[i]?.[j] ?? 0) > 0 && !forbidden.has(pairKey(cohort, i, j))

/** The nodes from place j upwards: the place itself, then the limits above it. Limits are numbered after the places. */
export function* wayUp({ seats, limitOf, limits }: Pick<Cohort, 'seats' | 'limitOf' | 'limits'>, j: number): Generator<number> {
  yield j
  for (let at = limitOf[j] ?? null; at !== null; at = limits[at]?.above ?? null) yield seats.length + at
}

/** How many each node takes when those who are fixed have been seated; the first that would take too many is a refusal. */
export function roomLeft(cohort: Cohort, { fixed }: Decided): Decision<Int32Array> {
  const room = Int32Array.from([...cohort.seats, ...cohort.limits.map(({ left }) => left)])
  const all = room.slice()
  for (const j of fixed.values()) if (j >= 0) for (const node of wayUp(cohort, j)) room[node] = (room[node] ?? 0) - 1
  const over = room.findIndex((left) => left < 0)
  if (over < 0) return accept(room)
  const seats = all[over] ?? 0
  return refuse({ code: over < cohort.seats.length ? 'matching.tooManyFixed' : 'matching.tooManyFixedUnder', params: { seats, fixed: seats - (room[over] ?? 0), node: over } })
}

/** How the parts of a goal are laid into one whole number: places first where that is the goal, then score, then what stays as it was. */
export type Bands = { perPlaced: number; perScore: number; perKept: number }
const MOST = 2 ** 31 - 1
const tooLarge: Refusal = { code: 'matching.planTooLarge' }

/** Bands wide enough that no sum of a lower part reaches one of a higher. Where they do not fit, what stays as it was is given up first. */
export function bandsFor(goal: Exclude<Goal, 'stable'>, people: number, heaviest: number): Decision<Bands> {
  const perPlaced = goal === 'most_placed' ? people * heaviest + 1 : 0
  const fits = (perScore: number): boolean => (perPlaced + heaviest) * perScore + 1 <= MOST
  if (fits(people + 1)) return accept({ perPlaced: perPlaced * (people + 1), perScore: people + 1, perKept: 1 })
  return fits(1) ? accept({ perPlaced, perScore: 1, perKept: 0 }) : refuse(tooLarge)
}

export type Posed = { cohort: Cohort; decided: Decided; goal: Goal; /** Where each was before, -1 for none: of equally good plans the one that moves fewest. */ before: Int32Array | null }

/** The question for the engine: those who are fixed have taken their seats already and have no edges left. */
export function instanceOf({ cohort, decided, before }: Posed, bands: Bands, room: Int32Array): Instance {
  const [rowStart, place, weight]: [number[], number[], number[]] = [[0], [], []]
  cohort.pairs.forEach((row, i) => {
    if (!decided.fixed.has(i)) row.forEach((score, j) => {
      if (!isFree(cohort, decided, i, j)) return
      place.push(j)
      weight.push(bands.perPlaced + score * bands.perScore + (before?.[i] === j ? bands.perKept : 0))
    })
    rowStart.push(place.length)
  })
  const parent = [...cohort.limitOf, ...cohort.limits.map(({ above }) => above)].map((at) => (at === null ? -1 : cohort.seats.length + at))
  return { people: cohort.pairs.length, places: cohort.seats.length, rowStart: Int32Array.from(rowStart), place: Int32Array.from(place), weight: Int32Array.from(weight), capacity: room, parent: Int32Array.from(parent), mustPlaceAll: false }
}

/** Where everybody is, those who are fixed too. */
export function matchOf({ fixed }: Decided, solution: Pick<Solution, 'match'>): Int32Array {
  const match = solution.match.slice()
  for (const [i, j] of fixed) match[i] = j
  return match
}

export type Totals = { placed: number; score: number }
/** What a distribution comes to. */
export function totalsOf(cohort: Cohort, match: Int32Array): Totals {
  let [placed, score] = [0, 0]
  match.forEach((j, i) => { if (j >= 0) { placed++; score += scoreAt(cohort, i, j) } })
  return { placed, score }
}
