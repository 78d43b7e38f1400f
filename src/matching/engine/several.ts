import { faultOfSolution } from './certificate.ts'
import type { Instance } from './instance.ts'
import { solve } from './solve.ts'

/** As an instance, but that a person may have several places, each at most once; every weight is above 0. */
export type Several = Pick<Instance, 'people' | 'places' | 'rowStart' | 'place' | 'weight' | 'capacity' | 'parent'> & {
  /** How many places each person may have at most. */
  most: Int32Array
  /** How many of them come before more for anybody; those she `has` already count before them. */
  least: Int32Array
  has: Int32Array
}

/**
 * `chosen` tells of each edge whether it is taken. No other choice lacks fewer of all `least`; of those none gives more people a first place,
 * then a second, and so on up to their least; of those none has a larger `value` (the sum of the weights taken).
 */
export type SeveralSolution = { chosen: Uint8Array; value: number; /** Places below the least, of all people. */ lacking: number }

const LARGEST = 2 ** 31 - 1
const degreeOf = ({ rowStart }: Several, i: number): number => rowStart[i + 1]! - rowStart[i]!
const mostOf = (problem: Several, i: number): number => Math.min(problem.most[i]!, degreeOf(problem, i))
const leastOf = (problem: Several, i: number): number => Math.min(problem.least[i]!, mostOf(problem, i))

/** What a person's first, second … place is worth beside its weight: each more than all weights together, the first the most. */
export function bandsOf(problem: Several): { heaviest: number; step: number; count: number; of: (nth: number) => number } {
  const { people, weight, has } = problem
  const heaviest = weight.reduce((most, one) => Math.max(most, one), 0)
  let [places, count] = [0, 0]
  for (let i = 0; i < people; i++) {
    places += mostOf(problem, i)
    if (leastOf(problem, i) > 0) count = Math.max(count, has[i]! + leastOf(problem, i))
  }
  const step = places * heaviest + 1
  return { heaviest, step, count, of: (nth) => Math.max(0, count + 1 - nth) * step }
}

/** Whether the numbers the reduction makes lie in 32 bits. */
export const severalFits = (problem: Several): boolean => { const { heaviest, step, count } = bandsOf(problem); return (count + 1) * step + heaviest < LARGEST }

type Left = { capacity: number; weight: number }

/**
 * What a person's pairs may be left over to, the best filled first: those beyond her most, those beyond her least, then the last of the least
 * and so on. The first of the least is lacking where a pair goes nowhere.
 */
function leftOvers(problem: Several, i: number, bands: ReturnType<typeof bandsOf>): Left[] {
  const [most, least, has] = [mostOf(problem, i), leastOf(problem, i), problem.has[i]!]
  const first = least > 0 ? bands.of(has + 1) : 0
  const beyond = [{ capacity: degreeOf(problem, i) - most, weight: first + bands.heaviest + 1 }]
  if (least === 0) return beyond.filter(({ capacity }) => capacity > 0)
  const lacking = Array.from({ length: least - 1 }, (_, at) => ({ capacity: 1, weight: first - bands.of(has + least - at) }))
  return [...beyond, { capacity: most - least, weight: first }, ...lacking].filter(({ capacity }) => capacity > 0)
}

/**
 * An instance in which each pair of person and place is a person of its own. She goes to the place, or to one of the left-overs of her person;
 * as many pairs as are too many for the person go there first, being worth more there than at any place, so no more than her most are left.
 */
export function reduced(problem: Several): Instance {
  const { people, places, rowStart, place, weight, capacity, parent } = problem
  const bands = bandsOf(problem)
  const lefts = Array.from({ length: people }, (_, i) => leftOvers(problem, i, bands))
  const leftCount = lefts.reduce((sum, { length }) => sum + length, 0)
  const [row, to, worth] = [new Int32Array(place.length + 1), [] as number[], [] as number[]]
  for (let i = 0, node = places; i < people; i++) {
    const own = lefts[i]!
    const first = leastOf(problem, i) > 0 ? bands.of(problem.has[i]! + 1) : 0
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
      to.push(place[e]!, ...own.map((_, at) => node + at))
      worth.push(weight[e]! + first, ...own.map((one) => one.weight))
      row[e + 1] = to.length
    }
    node += own.length
  }
  const shifted = (v: number): number => (v === -1 ? -1 : v + leftCount)
  return { people: place.length, places: places + leftCount, rowStart: row, place: Int32Array.from(to), weight: Int32Array.from(worth), mustPlaceAll: false,
    capacity: Int32Array.from([...capacity.subarray(0, places), ...lefts.flat().map((one) => one.capacity), ...capacity.subarray(places)]),
    parent: Int32Array.from([...parent.subarray(0, places).map(shifted), ...Array.from({ length: leftCount }, () => -1), ...parent.subarray(places).map(shifted)]) }
}

/** The best choice of places for people who may have several, proved by the engine's certificate. Throws when the numbers do not fit (`severalFits`). */
export function solveSeveral(problem: Several, seed: number): SeveralSolution {
  const instance = reduced(problem)
  const solution = solve(instance, seed)
  const fault = solution ? faultOfSolution(instance, solution) : 'there is no answer'
  if (!solution || fault !== undefined) throw new Error(`A choice of several places is not proved: ${fault}`)
  const chosen = Uint8Array.from(problem.place, (_, e) => (solution.match[e]! !== -1 && solution.match[e]! < problem.places ? 1 : 0))
  let [value, lacking] = [0, 0]
  for (let i = 0; i < problem.people; i++) {
    let own = 0
    for (let e = problem.rowStart[i]!; e < problem.rowStart[i + 1]!; e++) if (chosen[e] === 1) { own++; value += problem.weight[e]! }
    lacking += Math.max(0, problem.least[i]! - own)
  }
  return { chosen, value, lacking }
}
