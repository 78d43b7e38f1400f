import { edgeOf, faultsOfDecisions, type Decisions, type Pair, type Reason } from './decisions.ts'
import { faultOf, HEAVIEST, type Instance } from './instance.ts'
import type { Solution } from './solve.ts'

/** What a solution of the posed instance means: how many are placed, what they are worth by the plain weights, how many of the kept pairs stand. */
export type Reading = { placed: number; score: number; kept: number }
export type Posed = { ok: true; instance: Instance; /** Pairs to keep that may no longer be. */ cannotKeep: Pair[]; read: (solution: Solution) => Reading } | { ok: false; reasons: Reason[] }

type Edges = Pick<Instance, 'rowStart' | 'place'> & { /** What each edge is worth, before it is known to fit 32 bits. */ worth: Float64Array; isPin: Uint8Array }

/**
 * The edges that are left. Each is worth its score times one more than there are pairs to keep, so that a kept pair can be worth a little less than
 * `unlessGain` points: at a gain of exactly that for each pair given up they are given up, and at a point less they stand.
 */
function edgesLeft(base: Instance, { pins, forbids, keep }: Decisions): Edges {
  const { people, rowStart, place, weight, places } = base
  const scale = (keep?.pairs.length ?? 0) + 1
  const worthOfKept = keep === null ? 0 : keep.unlessGain === 0 ? 1 : keep.unlessGain * scale - 1
  const keyOf = ([i, j]: Pair): number => i * places + j
  const [pinnedTo, isForbidden, isKept] = [new Map(pins), new Set(forbids.map(keyOf)), new Set(keep?.pairs.map(keyOf))]
  const left: Edges = { rowStart: new Int32Array(people + 1), place: new Int32Array(place.length), worth: new Float64Array(place.length), isPin: Uint8Array.from({ length: people }, (_, i) => (pinnedTo.has(i) ? 1 : 0)) }
  let to = 0
  for (let i = 0; i < people; i++) {
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
      const pair: Pair = [i, place[e]!]
      if ((left.isPin[i] === 1 && pinnedTo.get(i) !== place[e]) || isForbidden.has(keyOf(pair))) continue
      left.place[to] = place[e]!
      left.worth[to++] = weight[e]! * scale + (isKept.has(keyOf(pair)) ? worthOfKept : 0)
    }
    left.rowStart[i + 1] = to
  }
  return { ...left, place: left.place.slice(0, to), worth: left.worth.slice(0, to) }
}

/** So much is a seat worth that it is always taken, whatever the score: placing one more moves fewer than `size` others (people, or places), and they can lose no more than this. */
export const worthOfSeat = (size: number, least: number, most: number): number => Math.max(0, (size - 1) * most - size * least + 1)

/**
 * Lifts what comes first above all that comes after: a seat above every score, a pin above every seat. A pin keeps out at most one who is not pinned (the lowest full node above her gives up one), so it need only be
 * worth more than anybody else.
 */
function inBands({ people, places, mustPlaceAll }: Instance, edges: Edges, mostPlacedFirst: boolean): Edges {
  const { rowStart, worth, isPin } = edges
  const isPinned = new Uint8Array(worth.length)
  for (let i = 0; i < people; i++) isPinned.fill(isPin[i]!, rowStart[i], rowStart[i + 1])
  let [least, most] = [Infinity, -Infinity]
  worth.forEach((one, e) => { if (isPinned[e] === 0) { least = Math.min(least, one); most = Math.max(most, one) } })
  if (least === Infinity) return { ...edges, worth: worth.map(() => 1) }
  const seat = mostPlacedFirst && !mustPlaceAll ? worthOfSeat(Math.min(people, places), least, most) : 0
  const pin = Math.max(0, most + seat) + 1
  return { ...edges, worth: worth.map((one, e) => (isPinned[e] === 1 ? pin : one + seat)) }
}

/** What a solution of a posed instance means, by the weights before any decision. */
function reader(base: Instance, pairs: readonly Pair[]): (solution: Solution) => Reading {
  return ({ match }) => {
    let [placed, score] = [0, 0]
    match.forEach((j, i) => {
      if (j === -1) return
      placed++
      score += base.weight[edgeOf(base, [i, j])]!
    })
    return { placed, score, kept: pairs.filter(([i, j]) => match[i] === j).length }
  }
}

/** A problem as people's decisions make it: an instance to be solved and proved like any other, and what its solution means; or every reason why the decisions cannot stand. */
export function pose(base: Instance, decisions: Decisions): Posed {
  const fault = faultOf(base)
  const reasons: Reason[] = fault ? [{ code: 'fault', fault }] : faultsOfDecisions(base, decisions)
  if (reasons.length > 0) return { ok: false, reasons }
  const pairs = decisions.keep?.pairs ?? []
  const { rowStart, place, worth } = inBands(base, edgesLeft(base, decisions), decisions.mostPlacedFirst)
  const needed = worth.reduce((most, one) => Math.max(most, Math.abs(one)), 0)
  if (needed > HEAVIEST) return { ok: false, reasons: [{ code: 'tooLarge', needed, most: HEAVIEST }] }
  const instance: Instance = { ...base, rowStart, place, weight: Int32Array.from(worth) }
  const overflow = faultOf(instance)
  if (overflow) return { ok: false, reasons: [{ code: 'fault', fault: overflow }] }
  return { ok: true, instance, cannotKeep: pairs.filter((pair) => edgeOf(instance, pair) === -1), read: reader(base, pairs) }
}
