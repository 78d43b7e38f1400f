import { faultOfSolution } from './certificate.ts'
import { drawn } from './draw.ts'
import type { Instance } from './instance.ts'
import { pricesOf, solved, sumOf, type Solution } from './solve.ts'

/** As many placed as can be, and then the lowest score as high as can be, then the next lowest, and so on; `lowest` of those placed (0 where nobody is). */
export type Leximin = { match: Int32Array; placed: number; score: number; lowest: number; solves: number }

/**
 * All the assignments that are the best so far: those that use only `edges`, place everybody who must be placed and fill every node that must be full
 * (complementary slackness: the best of a linear programme are exactly what its prices leave possible).
 */
type Face = { laidOut: Instance; edges: Int32Array; personOf: Int32Array; mustPlace: Uint8Array; mustFill: Uint8Array; solves: number; /** One of them. */ match: Int32Array }

/** What an edge is worth in one of the solves: 0 or 1, by its weight or its number. */
type Worth = (weight: number, e: number) => number

/** The instance of a face, each edge at its own small worth, with so much added for keeping within the face that nothing is gained by leaving it. */
function instanceOf({ laidOut, edges, personOf, mustPlace, mustFill }: Face, worth: Worth): Instance {
  const { people, places, parent } = laidOut
  const keep = people + 1
  const forPlace = Int32Array.from({ length: places }, (_, j) => { let sum = 0; for (let v = j; v !== -1; v = parent[v]!) sum += mustFill[v]!; return sum })
  const rowStart = new Int32Array(people + 1)
  for (const e of edges) rowStart[personOf[e]! + 1]!++
  for (let i = 0; i < people; i++) rowStart[i + 1]! += rowStart[i]!
  return { ...laidOut, rowStart, place: edges.map((e) => laidOut.place[e]!), weight: edges.map((e) => worth(laidOut.weight[e]!, e) + keep * (mustPlace[personOf[e]!]! + forPlace[laidOut.place[e]!]!)) }
}

/** Solves within a face; `narrow`: keeps only what is as good. Returns the place of each person. */
function solveIn(face: Face, worth: Worth, narrow: boolean): Int32Array {
  const instance = instanceOf(face, worth)
  const network = solved(instance)
  const solution: Solution = { match: network.match, ...sumOf(network), prices: pricesOf(network) }
  const fault = faultOfSolution(instance, solution)
  if (fault !== undefined) throw new Error(`The engine gave an answer that its certificate does not prove: ${fault}`)
  face.solves++
  if (narrow) narrowTo(face, instance, solution)
  return solution.match
}

function narrowTo(face: Face, { people, rowStart, place, weight, parent }: Instance, { match, prices }: Solution): void {
  const [kept, mustPlace] = [new Uint8Array(face.edges.length), new Uint8Array(people)]
  for (let i = 0; i < people; i++) {
    let best = 0
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) best = Math.max(best, weight[e]! - prices[place[e]!]!)
    mustPlace[i] = best > 0 ? 1 : 0
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) kept[e] = weight[e]! - prices[place[e]!]! === best ? 1 : 0
  }
  face.edges = face.edges.filter((_, at) => kept[at] === 1)
  face.mustPlace = mustPlace
  face.mustFill = Uint8Array.from(parent, (above, v) => (prices[v]! > (above === -1 ? 0 : prices[above]!) ? 1 : 0))
  face.match = match
}

/** What the places of an assignment are worth, of those who have one. */
function weightsOf({ laidOut: { rowStart, place, weight } }: Face, match: Int32Array): number[] {
  return Array.from(match.entries()).flatMap(([i, j]) => (j === -1 ? [] : [weight[place.subarray(rowStart[i], rowStart[i + 1]).indexOf(j) + rowStart[i]!]!]))
}

/** Whether somebody must stand above `settled` and not above `level`, whatever the assignment of the face. */
function isNeeded(face: Face, settled: number, level: number): boolean {
  const match = solveIn(face, (weight) => (weight > settled && weight <= level ? 0 : 1), false)
  return weightsOf(face, match).some((weight) => weight > settled && weight <= level)
}

/** The first of these rising levels that somebody must stand at or below: looked for in growing steps, then between the last two. */
function firstNeeded(face: Face, settled: number, levels: readonly number[]): number {
  let [low, high] = [0, 0]
  for (let by = 1; high < levels.length - 1 && !isNeeded(face, settled, levels[high]!); by *= 2) { low = high + 1; high = Math.min(levels.length - 1, high + by) }
  while (low < high) {
    const middle = (low + high) >> 1
    if (isNeeded(face, settled, levels[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}

/** The next level somebody must stand at, with as few there as can be; -1 when everybody is settled. */
function settle(face: Face, settled: number): number {
  const levels = [...new Set(face.edges.map((e) => face.laidOut.weight[e]!))].filter((weight) => weight > settled).toSorted((a, b) => a - b)
  if (!weightsOf(face, face.match).some((weight) => weight > settled)) return -1
  const at = firstNeeded(face, settled, levels)
  const [below, level] = [levels[at - 1] ?? settled, levels[at]!]
  face.edges = face.edges.filter((e) => face.laidOut.weight[e]! <= settled || face.laidOut.weight[e]! > below)
  solveIn(face, (weight) => (weight === level ? 0 : 1), true)
  return level
}

/**
 * The fairest to the worst off, at the size of a municipality: the lowest score is made as high as can be, then as few as can be stand there, and so on up.
 * A pair whose weight is not above 0 is none. Of equally fair ones it gives the one that moves fewest away from `before` (the place of each, or -1), else ties
 * are by the seed. `onProgress`: the share of those placed who are settled.
 */
export function leximin(instance: Instance, seed: number, onProgress: (share: number) => void = () => {}, before: Int32Array | null = null): Leximin {
  const { instance: laidOut, personAt, placeAt } = drawn(instance, seed)
  const personOf = new Int32Array(laidOut.place.length)
  for (let i = 0; i < laidOut.people; i++) personOf.fill(i, laidOut.rowStart[i], laidOut.rowStart[i + 1])
  const edges = Int32Array.from(laidOut.weight.keys()).filter((e) => laidOut.weight[e]! > 0)
  const face: Face = { laidOut: { ...laidOut, mustPlaceAll: false }, edges, personOf, mustPlace: new Uint8Array(laidOut.people), mustFill: new Uint8Array(laidOut.parent.length), solves: 0, match: new Int32Array() }
  solveIn(face, () => 1, true)
  for (let level = settle(face, 0); level !== -1; level = settle(face, level)) {
    const weights = weightsOf(face, face.match)
    onProgress(weights.filter((weight) => weight <= level).length / weights.length)
  }
  if (before) solveIn(face, (_, e) => (before[personAt[personOf[e]!]!] === placeAt[laidOut.place[e]!] ? 1 : 0), true)
  const [match, weights] = [new Int32Array(instance.people).fill(-1), weightsOf(face, face.match)]
  personAt.forEach((old, now) => { const j = face.match[now]!; if (j !== -1) match[old] = placeAt[j]! })
  return { match, placed: weights.length, score: weights.reduce((sum, one) => sum + one, 0), lowest: weights.reduce((least, one) => Math.min(least, one), Infinity), solves: face.solves }
}
