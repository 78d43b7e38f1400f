/**
 * Whom may be placed where, and how good that is: people on one side, places with seats on the other, and above the places
 * groups (an employer, a municipality) with limits of their own, which may lie in groups again: a tree.
 * A node is a place (`0 … places-1`) or a group (from `places` on).
 */
export type Instance = {
  people: number
  places: number
  /** The edges of person `i` are `rowStart[i] … rowStart[i+1]-1`. */
  rowStart: Int32Array
  /** The place of each edge. */
  place: Int32Array
  /** What each edge is worth: whole, more is better; one that is not above 0 is never chosen unless all must be placed. */
  weight: Int32Array
  /** How many people each node takes, groups too. */
  capacity: Int32Array
  /** The group above each node; -1 where there is none. */
  parent: Int32Array
  /** Every person has a place, or there is no answer. */
  mustPlaceAll: boolean
}

/** What is wrong with an instance: a code, and where. */
export type Fault = { code: 'tooLarge' | 'negativeCapacity' | 'unknownPlace' | 'unknownGroup' | 'groupsInCircle' | 'rowsBroken' | 'edgeTwice'; at: number }

const words: Record<Fault['code'], string> = {
  tooLarge: 'The weights are too large to be counted without error.', negativeCapacity: 'A capacity is below 0.', unknownPlace: 'An edge leads to nowhere.',
  unknownGroup: 'A group is not there.', groupsInCircle: 'The groups lie in each other in a circle.', rowsBroken: 'The edges are not laid out by person.', edgeTwice: 'The same two are joined twice.',
}
export const faultInWords = ({ code }: Fault): string => words[code]

/** Weights lie in 32 bits. */
export const HEAVIEST = 2 ** 31 - 1

/** The heaviest edge, 0 where there is none. */
export const heaviest = ({ weight }: Instance): number => weight.reduce((most, one) => Math.max(most, Math.abs(one)), 0)

/** Prices and distances are counted in whole numbers up to here without error. */
const EXACT = Number.MAX_SAFE_INTEGER

/** What staying without a place is worth: 0, or so little that every other way is better. */
export const worthOutside = (instance: Instance): number => (instance.mustPlaceAll ? -(2 * instance.people + 2) * (heaviest(instance) + 1) : 0)

/** The largest number a price or distance can become, where no weight is heavier than `most`. */
export const largest = (instance: Instance, most = heaviest(instance)): number => 4 * Math.max(most + 1, -worthOutside(instance))

function faultOfRows({ people, places, rowStart, place, weight }: Instance): Fault | undefined {
  if (rowStart.length !== people + 1 || rowStart[0] !== 0 || rowStart[people] !== place.length || place.length !== weight.length) return { code: 'rowsBroken', at: 0 }
  const seenBy = new Int32Array(places).fill(-1)
  for (let i = 0; i < people; i++) {
    if (rowStart[i + 1]! < rowStart[i]!) return { code: 'rowsBroken', at: i }
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
      const j = place[e]!
      if (j < 0 || j >= places) return { code: 'unknownPlace', at: e }
      if (seenBy[j] === i) return { code: 'edgeTwice', at: e }
      seenBy[j] = i
    }
  }
  return undefined
}

function faultOfTree({ places, capacity, parent }: Instance): Fault | undefined {
  if (capacity.length !== parent.length || capacity.length < places) return { code: 'unknownGroup', at: parent.length }
  for (let v = 0; v < parent.length; v++) {
    if (capacity[v]! < 0) return { code: 'negativeCapacity', at: v }
    if (parent[v]! !== -1 && (parent[v]! < places || parent[v]! >= parent.length)) return { code: 'unknownGroup', at: v }
    let above = parent[v]!
    for (let steps = 0; above !== -1; steps++, above = parent[above]!) if (steps > parent.length - places) return { code: 'groupsInCircle', at: v }
  }
  return undefined
}

/** The first thing that makes an instance unsolvable as it stands; undefined when it is sound. */
export const faultOf = (instance: Instance): Fault | undefined =>
  faultOfTree(instance) ?? faultOfRows(instance) ?? (largest(instance) > EXACT ? { code: 'tooLarge', at: 0 } : undefined)
