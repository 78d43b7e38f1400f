import { faultOfSolution } from './certificate.ts'
import { CLOSED } from './change.ts'
import { drawn } from './draw.ts'
import { scoresOf } from './group-report.ts'
import { HEAVIEST, heaviest, type Instance } from './instance.ts'
import type { Point } from './multipliers.ts'
import { pricesOf, solved, sumOf, type Solution } from './solve.ts'
import { sortEdges } from './sorted-edges.ts'

/** The group of each person (-1: none), and for each group the least share (0–1) of its own best that it must get, or null. */
export type Groups = { group: Int32Array; floors: readonly (number | null)[] }

/** People and places in a drawn order with each row sorted, so that each solve need not sort again; and the numbers that floors are counted in. */
export type Ground = {
  sorted: Instance; group: Int32Array; groups: number; personAt: Int32Array; placeAt: Int32Array
  /** Multipliers are whole numbers of this part of one, and no larger than `most` ones. */
  scale: number; most: number
  solves: number
}
/** The best by some weights: what it is worth by the plain ones, to everybody and to each group; `objective` by the weights it was found with. */
export type Found = { solution: Solution; scores: Float64Array; score: number; ofGroup: number[] }

const FINE = 5000
/** Multipliers in coarser parts than this are too coarse to be of use. */
const COARSE = 20
const LARGEST_MULTIPLIER = 1000

/** Every reason why floors cannot be asked for, in words. */
export function faultsOfGroups(instance: Instance, { group, floors }: Groups): string[] {
  const most = Math.floor(HEAVIEST / (5 * COARSE))
  return [
    ...(group.length === instance.people ? [] : [`There are ${instance.people} people, and groups of ${group.length}.`]),
    ...(group.every((g) => g >= -1 && g < floors.length) ? [] : ['Somebody is in a group that is not there.']),
    ...floors.filter((floor) => floor !== null && !(floor >= 0 && floor <= 1)).map((floor) => `A floor is a share from 0 to 1, not ${floor}.`),
    ...(heaviest(instance) <= most ? [] : [`With floors a weight may be at most ${most}.`]),
    ...(instance.mustPlaceAll ? ['Floors are for where not everybody must be placed.'] : []),
  ]
}

export function groundOf(instance: Instance, { group, floors }: Groups, seed: number): Ground {
  const { instance: laidOut, personAt, placeAt } = drawn(instance, seed)
  const { rowPlace, rowWeight } = sortEdges(laidOut)
  const scale = Math.min(FINE, Math.floor(HEAVIEST / (5 * (heaviest(instance) + 1))))
  const most = Math.min(LARGEST_MULTIPLIER, HEAVIEST / (scale * (heaviest(instance) + 1)) - 1)
  return { sorted: { ...laidOut, place: rowPlace, weight: rowWeight }, group: personAt.map((old) => group[old]!), groups: floors.length, personAt, placeAt, scale, most, solves: 0 }
}

/** The weights of each group (and last, of those in none) by a whole factor; 0: they are not there. */
export function weighted({ sorted, group, groups }: Pick<Ground, 'sorted' | 'group' | 'groups'>, factors: readonly number[]): Instance {
  const weight = new Int32Array(sorted.weight.length)
  for (let i = 0; i < sorted.people; i++) {
    const factor = factors[group[i] === -1 ? groups : group[i]!]!
    for (let e = sorted.rowStart[i]!; e < sorted.rowStart[i + 1]!; e++) weight[e] = factor === 0 || sorted.weight[e]! <= 0 ? CLOSED : sorted.weight[e]! * factor
  }
  return { ...sorted, weight }
}

/** The best by weights with these factors, proved. */
export function bestBy(ground: Ground, factors: readonly number[]): Found {
  const instance = weighted(ground, factors)
  const network = solved(instance)
  const solution: Solution = { match: network.match, ...sumOf(network), prices: pricesOf(network) }
  const fault = faultOfSolution(instance, solution)
  if (fault !== undefined) throw new Error(`The engine gave an answer that its certificate does not prove: ${fault}`)
  ground.solves++
  const scores = scoresOf(ground.sorted, solution)
  const ofGroup = Array.from({ length: ground.groups }, () => 0)
  scores.forEach((score, i) => { if (ground.group[i] !== -1) ofGroup[ground.group[i]!]! += score })
  return { solution, scores, score: scores.reduce((sum, one) => sum + one, 0), ofGroup }
}

/** How far each floor is passed. */
export const pointOf = ({ score, ofGroup }: Found, floors: readonly { group: number; least: number }[]): Point => ({ score, over: floors.map(({ group, least }) => ofGroup[group]! - least) })
