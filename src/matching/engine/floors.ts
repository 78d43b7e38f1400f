import { bestBy, groundOf, pointOf, type Found, type Ground, type Groups } from './floor-ground.ts'
import { reportOf, type GroupReport } from './group-report.ts'
import type { Instance } from './instance.ts'
import { multipliersOf, type Point } from './multipliers.ts'

/** Who pays: how many in a group get less than without floors, how many more, and the points of each. */
export type Payer = { group: number; lose: number; lost: number; gain: number; gained: number }
/** What proves a bound: each group's weights (last: of those in none) times `factors`, and prices for that instance; the bound is theirs less what the floors are worth, over `scale`. */
export type BoundProof = { scale: number; factors: number[]; prices: Float64Array }
/** Floors that are kept, and their price. No assignment that keeps them scores above `bound`; `gap` is how far below it this one is, as a share. */
export type Fair = { ok: true; match: Int32Array; placed: number; score: number; bound: number; gap: number; proof: BoundProof; plainScore: number; loss: number; solves: number; before: GroupReport[]; after: GroupReport[]; payers: Payer[] }
/** No assignment was found that keeps every floor; `isProved`: there is none. `closest`: what the last try gave each group. */
export type Unfair = { ok: false; isProved: boolean; solves: number; before: GroupReport[]; closest: GroupReport[] }
/** When to be content: at this gap, or after so many solves. */
export type Patience = { gap: number; solves: number }

/** Aimed a little above the floors, so that what is found keeps them. */
const AIM = 5e-5
/** Multipliers are looked for up to here, and then so many times further. */
const [FIRST_REACH, FURTHER] = [0.25, 4]

type Floor = { group: number; least: number }
type Search = { ground: Ground; floors: readonly Floor[]; points: Point[]; reach: number; tried: Set<string>; push: number; isImpossible: boolean; bound: number; proof: BoundProof; best?: Found; last: Found }

const factorsOf = ({ ground, floors }: Search, multipliers: readonly number[], rest: number): number[] => Array.from({ length: ground.groups + 1 }, (_, g) => { const at = floors.findIndex(({ group }) => group === g); return at === -1 ? rest : rest + multipliers[at]! })
const keepsAll = ({ over }: Point): boolean => over.every((one) => one >= 0)

/** Solves with these multipliers, whole parts of `scale`; keeps what it proves and what it finds. */
function look(search: Search, multipliers: readonly number[]): void {
  const { ground, floors } = search
  const factors = factorsOf(search, multipliers, ground.scale)
  const found = bestBy(ground, factors)
  const point = pointOf(found, floors)
  const bound = (found.solution.objective - floors.reduce((sum, { least }, at) => sum + multipliers[at]! * least, 0)) / ground.scale
  if (bound < search.bound) Object.assign(search, { bound, proof: { scale: ground.scale, factors, prices: found.solution.prices } })
  if (keepsAll(point) && found.score > (search.best?.score ?? -1)) search.best = found
  search.last = found
  search.points.push(point)
}

/** Whether the floors cannot all be kept: even with nothing but the groups that have one counted, by these weights, they are not reached. */
function isImpossible(search: Search, multipliers: readonly number[]): boolean {
  const { ground, floors } = search
  const pull = multipliers.map((one) => Math.max(1, one))
  const found = bestBy(ground, factorsOf(search, pull, 0))
  return found.solution.objective < floors.reduce((sum, { least }, at) => sum + pull[at]! * least, 0)
}

/** Where to look next: where the points that are known promise least; where that has been tried, further out for the groups that still miss their floor. */
function next(search: Search): number[] | undefined {
  const { ground, floors, points, tried } = search
  const aimed = points.map(({ score, over }) => ({ score, over: over.map((one, at) => one - AIM * floors[at]!.least) }))
  const last = points.at(-1)!
  for (;;) {
    const multipliers = multipliersOf(aimed, floors.length, search.reach).map((one) => Math.round(one * ground.scale))
    const pushed = multipliers.map((one, at) => (last.over[at]! < 0 && search.push > 0 ? Math.min(one + search.push, Math.floor(ground.most * ground.scale)) : one))
    if (!tried.has(pushed.join())) { tried.add(pushed.join()); return pushed }
    if (keepsAll(last)) return undefined
    if (multipliers.some((one) => one >= Math.floor(search.reach * ground.scale)) && search.reach < ground.most) {
      if ((search.isImpossible = isImpossible(search, multipliers))) return undefined
      search.reach = Math.min(ground.most, search.reach * FURTHER)
    }
    else if (search.push < ground.most * ground.scale) search.push = Math.max(1, 2 * search.push)
    else return undefined
  }
}

const gapOf = ({ bound, best }: Search): number => (best === undefined ? Infinity : bound <= 0 ? 0 : Math.max(0, bound - best.score) / bound)

function payersOf(ground: Ground, before: Found, after: Found): Payer[] {
  const payers = Array.from({ length: ground.groups }, (_, group) => ({ group, lose: 0, lost: 0, gain: 0, gained: 0 }))
  after.scores.forEach((score, i) => {
    const [payer, change] = [payers[ground.group[i]!], score - before.scores[i]!]
    if (payer && change < 0) { payer.lose++; payer.lost -= change }
    if (payer && change > 0) { payer.gain++; payer.gained += change }
  })
  return payers
}

/** The best each group could get alone: in all, and what each person has in it. */
function ownBests(ground: Ground): { total: number[]; each: Float64Array } {
  const each = new Float64Array(ground.sorted.people)
  const total = Array.from({ length: ground.groups }, (_, g) => {
    const { scores, score } = bestBy(ground, Array.from({ length: ground.groups + 1 }, (_, at) => (at === g ? 1 : 0)))
    scores.forEach((one, i) => { if (ground.group[i] === g) each[i] = one })
    return score
  })
  return { total, each }
}

/**
 * The best assignment in which each group gets at least its share of the best it could get alone, found by giving the points of a group that gets too
 * little more weight (Lagrange), with a proved bound on how much better any could be. What it asks must be without faults (`faultsOfGroups`).
 */
export function fairOf(instance: Instance, groups: Groups, seed: number, patience: Patience = { gap: 0.0002, solves: 40 }, onProgress: (share: number) => void = () => {}): Fair | Unfair {
  const ground = groundOf(instance, groups, seed)
  const { total, each } = ownBests(ground)
  const floors = groups.floors.flatMap((share, group) => (share === null ? [] : [{ group, least: Math.ceil(share * total[group]!) }]))
  const factors = Array.from({ length: ground.groups + 1 }, () => 1)
  const plain = bestBy(ground, factors)
  const point = pointOf(plain, floors)
  const search: Search = { ground, floors, points: [point], reach: FIRST_REACH, tried: new Set([floors.map(() => 0).join()]), push: 0, isImpossible: false, bound: plain.score, proof: { scale: 1, factors, prices: plain.solution.prices }, last: plain, ...(keepsAll(point) ? { best: plain } : {}) }
  while (gapOf(search) > patience.gap && ground.solves < patience.solves) {
    const multipliers = next(search)
    if (!multipliers) break
    look(search, multipliers)
    onProgress(Math.min(1, ground.solves / patience.solves))
  }
  const { best, bound, proof } = search
  const fares = { group: ground.group, groups: ground.groups, ownBest: each }
  const before = reportOf(ground.sorted, fares, plain.solution)
  if (!best) return { ok: false, isProved: search.isImpossible, solves: ground.solves, before, closest: reportOf(ground.sorted, fares, search.last.solution) }
  const match = new Int32Array(instance.people).fill(-1)
  ground.personAt.forEach((old, now) => { const j = best.solution.match[now]!; if (j !== -1) match[old] = ground.placeAt[j]! })
  const prices = proof.prices.slice()
  ground.placeAt.forEach((old, now) => { prices[old] = proof.prices[now]! })
  return { ok: true, match, placed: best.solution.placed, score: best.score, bound, gap: gapOf(search), proof: { ...proof, prices }, plainScore: plain.score, loss: plain.score === 0 ? 0 : 1 - best.score / plain.score, solves: ground.solves, before, after: reportOf(ground.sorted, fares, best.solution), payers: payersOf(ground, plain, best) }
}
