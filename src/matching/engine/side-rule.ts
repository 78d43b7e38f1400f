import type { Instance } from './instance.ts'
import type { Solution } from './solve.ts'

/**
 * A rule that need not fit a tree: of these people at these places (null: all of them) at least so many and at most so many, or so many points between them.
 * `{ people: [3, 5, 8], places: [2, 4], count: 'people', most: 2 }`: at most two of three at an employer's two places.
 */
export type SideRule = { people: readonly number[] | null; places: readonly number[] | null; count: 'people' | 'points'; least?: number; most?: number }

const isBelow = (at: number, size: number): boolean => Number.isInteger(at) && at >= 0 && at < size
const isNumber = (value: number | undefined): boolean => value === undefined || (Number.isSafeInteger(value) && value >= 0)

/** Every reason why a rule makes no sense, in words. */
export function faultsOfRules({ people, places }: Instance, rules: readonly SideRule[]): string[] {
  return rules.flatMap((rule, at) => [
    ...(rule.people ?? []).filter((i) => !isBelow(i, people)).map((i) => `Rule ${at}: There is no person ${i}.`),
    ...(rule.places ?? []).filter((j) => !isBelow(j, places)).map((j) => `Rule ${at}: There is no place ${j}.`),
    ...(isNumber(rule.least) && isNumber(rule.most) ? [] : [`Rule ${at}: least and most are whole numbers from 0.`]),
    ...(rule.least === undefined && rule.most === undefined ? [`Rule ${at}: It says neither least nor most.`] : []),
    ...((rule.least ?? 0) > (rule.most ?? Infinity) ? [`Rule ${at}: The least is above the most.`] : []),
  ])
}

/** The edges a rule speaks of. */
export function edgesUnder({ people, rowStart, place }: Instance, rule: SideRule): number[] {
  const [isOne, isPlace] = [rule.people && new Set(rule.people), rule.places && new Set(rule.places)]
  const edges: number[] = []
  for (let i = 0; i < people; i++) {
    if (isOne && !isOne.has(i)) continue
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) if (!isPlace || isPlace.has(place[e]!)) edges.push(e)
  }
  return edges
}

/** The rules an assignment breaks, by their number. */
export function brokenBy(instance: Instance, rules: readonly SideRule[], { match }: Pick<Solution, 'match'>): number[] {
  const isTaken = new Uint8Array(instance.place.length)
  for (let i = 0; i < instance.people; i++) for (let e = instance.rowStart[i]!; e < instance.rowStart[i + 1]!; e++) if (instance.place[e] === match[i]) isTaken[e] = 1
  return rules.flatMap((rule, at) => {
    const sum = edgesUnder(instance, rule).reduce((all, e) => all + (isTaken[e] === 1 ? (rule.count === 'people' ? 1 : instance.weight[e]!) : 0), 0)
    return sum < (rule.least ?? 0) || sum > (rule.most ?? Infinity) ? [at] : []
  })
}

/** What an assignment is worth; undefined when somebody is where she may not be, or a node takes more than it may. Needs no prices. */
export function worthOf({ people, rowStart, place, weight, capacity, parent }: Instance, match: Int32Array): number | undefined {
  const taken = new Int32Array(parent.length)
  let sum = 0
  for (let i = 0; i < people; i++) {
    if (match[i] === -1) continue
    const e = place.subarray(rowStart[i], rowStart[i + 1]).indexOf(match[i]!)
    if (e === -1) return undefined
    sum += weight[rowStart[i]! + e]!
    for (let v = match[i]!; v !== -1; v = parent[v]!) taken[v]!++
  }
  return taken.some((count, v) => count > capacity[v]!) ? undefined : sum
}
