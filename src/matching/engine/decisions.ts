import type { Fault, Instance } from './instance.ts'
import { faultInWords } from './instance.ts'

export type Pair = readonly [person: number, place: number]

/** What people have decided before the engine is asked. */
export type Decisions = {
  /** She goes there and nowhere else. */
  pins: readonly Pair[]
  /** She does not go there. */
  forbids: readonly Pair[]
  /** What runs today: given up only where the sum of scores gains at least `unlessGain` for each pair given up; at 0, between equally good answers, the one that keeps more. */
  keep: { pairs: readonly Pair[]; unlessGain: number } | null
  /** As many placed as can be, and among those answers the best score; else a place is given only where it adds to the score. */
  mostPlacedFirst: boolean
}

/** Why decisions cannot stand together, and about whom and what; `inWords` says it in English. */
export type Reason =
  | { code: 'fault'; fault: Fault }
  | { code: 'unknownPair'; person: number; place: number }
  | { code: 'pinnedTwice'; person: number; places: number[] }
  | { code: 'pinForbidden'; person: number; place: number }
  | { code: 'pinImpossible'; person: number; place: number }
  | { code: 'tooManyPins'; node: number; seats: number; people: number[] }
  | { code: 'gainNotWhole'; unlessGain: number }
  | { code: 'tooLarge'; needed: number; most: number }

/** The edge of a pair, or -1. */
export function edgeOf({ rowStart, place }: Instance, [i, j]: Pair): number {
  for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) if (place[e] === j) return e
  return -1
}

/** Pairs of somebody or something that is not there. */
function unknownPairs({ people, places }: Instance, { pins, forbids, keep }: Decisions): Reason[] {
  const isKnown = (at: number, size: number): boolean => Number.isInteger(at) && at >= 0 && at < size
  return [...pins, ...forbids, ...(keep?.pairs ?? [])].filter(([i, j]) => !isKnown(i, people) || !isKnown(j, places)).map(([person, place]) => ({ code: 'unknownPair', person, place }))
}

/** Pins by themselves: each of one person at one place where she may be, and no more of them below any node than it takes. In a tree that is enough. */
function faultsOfPins(base: Instance, { pins, forbids }: Decisions): Reason[] {
  const { capacity, parent } = base
  const placesOf = Map.groupBy(pins, ([i]) => i)
  const twice: Reason[] = [...placesOf].map(([person, all]) => ({ code: 'pinnedTwice' as const, person, places: [...new Set(all.map(([, j]) => j))] })).filter(({ places }) => places.length > 1)
  const once = [...placesOf.values()].flatMap(([one]) => (one ? [one] : []))
  const impossible: Reason[] = once.flatMap(([person, place]): Reason[] =>
    forbids.some(([i, j]) => i === person && j === place) ? [{ code: 'pinForbidden', person, place }] : edgeOf(base, [person, place]) === -1 ? [{ code: 'pinImpossible', person, place }] : [])
  const below = new Map<number, number[]>()
  for (const [i, j] of once) for (let v = j; v !== -1; v = parent[v]!) below.set(v, [...below.get(v) ?? [], i])
  const over: Reason[] = [...below].filter(([v, all]) => all.length > capacity[v]!).map(([node, people]) => ({ code: 'tooManyPins', node, seats: capacity[node]!, people }))
  return [...twice, ...impossible, ...over]
}

/** Every reason why decisions cannot stand together, apart from the size of their numbers. */
export function faultsOfDecisions(base: Instance, decisions: Decisions): Reason[] {
  const unknown = unknownPairs(base, decisions)
  if (unknown.length > 0) return unknown
  const { keep } = decisions
  const isWhole = keep === null || (Number.isSafeInteger(keep.unlessGain) && keep.unlessGain >= 0)
  return [...faultsOfPins(base, decisions), ...(isWhole ? [] : [{ code: 'gainNotWhole' as const, unlessGain: keep.unlessGain }])]
}

/** A reason in English, with the numbers the instance knows people and nodes by, or with their names where these are given. */
export function inWords(reason: Reason, person = (i: number): string => `person ${i}`, node = (v: number): string => `place ${v}`): string {
  switch (reason.code) {
    case 'fault': return faultInWords(reason.fault)
    case 'unknownPair': return `There is no pair of ${person(reason.person)} and ${node(reason.place)}.`
    case 'pinnedTwice': return `${person(reason.person)} is pinned to ${reason.places.map(node).join(' and ')}, and can only be at one.`
    case 'pinForbidden': return `${person(reason.person)} is both pinned to ${node(reason.place)} and forbidden there.`
    case 'pinImpossible': return `${person(reason.person)} is pinned to ${node(reason.place)}, where she may not be.`
    case 'tooManyPins': return `${reason.people.length} are pinned to ${node(reason.node)}, which has ${reason.seats} seats: ${reason.people.map(person).join(', ')}.`
    case 'gainNotWhole': return `What a change must gain is a whole number from 0, not ${reason.unlessGain}.`
    case 'tooLarge': return `With these decisions a weight would be ${reason.needed}, and the most is ${reason.most}: use smaller weights, keep fewer pairs, or do not ask for the most placed first.`
  }
}
