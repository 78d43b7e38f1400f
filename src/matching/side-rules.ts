import { faultOfSolution } from './engine/certificate.ts'
import { drawn } from './engine/draw.ts'
import type { Instance } from './engine/instance.ts'
import { brokenBy, worthOf, type SideRule } from './engine/side-rule.ts'
import { solve } from './engine/solve.ts'
import { solveByHighs } from './highs.ts'

/** Rules that are no tree are for one municipality or region: HiGHS takes no more pairs than this, and no longer than this many seconds unless told otherwise. */
export const MOST_PAIRS = 100_000
export const SECONDS = 60

/**
 * The best that keeps every rule. `provedBy` says by what: the engine's own prices, where the rules made no difference; HiGHS, whose word it is;
 * or not at all, when time ran out (`gap`: by how much at most, as a share, a better one might be better).
 */
export type Ruled = { ok: true; match: Int32Array; placed: number; score: number; gap: number; provedBy: 'certificate' | 'highs' | null } | { ok: false; reason: string; /** Rules that cannot be kept together, by number; empty where it is not for them. */ rules: number[] }

/** Of rules that cannot all be kept, those that already cannot be kept together: each of them is needed for that. */
async function conflicting(instance: Instance, rules: readonly SideRule[], seconds: number): Promise<number[]> {
  let kept = rules.map((_, at) => at)
  for (const at of rules.keys()) {
    const without = kept.filter((one) => one !== at)
    const { status } = await solveByHighs({ ...instance, weight: new Int32Array(instance.weight.length) }, rules.filter((_, one) => without.includes(one)), { seconds: seconds / rules.length })
    if (status === 'impossible') kept = without
  }
  return kept
}

async function withHighs(instance: Instance, rules: readonly SideRule[], seed: number, seconds: number): Promise<Ruled> {
  const { instance: laidOut, personAt, placeAt } = drawn(instance, seed)
  const [newPerson, newPlace] = [new Map(Array.from(personAt, (old, now) => [old, now])), new Map(Array.from(placeAt, (old, now) => [old, now]))]
  const moved = rules.map((rule) => ({ ...rule, people: rule.people?.map((i) => newPerson.get(i) ?? i) ?? null, places: rule.places?.map((j) => newPlace.get(j) ?? j) ?? null }))
  const answer = await solveByHighs(laidOut, moved, { seconds, seed })
  if (answer.status === 'no time') return { ok: false, reason: `No answer was found in ${seconds} seconds.`, rules: [] }
  if (answer.status === 'impossible') {
    const together = await conflicting(instance, rules, seconds)
    return { ok: false, reason: together.length === 0 ? 'Not everybody can be placed.' : `Rules ${together.join(', ')} cannot be kept together.`, rules: together }
  }
  const match = new Int32Array(instance.people).fill(-1)
  personAt.forEach((old, now) => { match[old] = placeAt[answer.match[now] ?? -1] ?? -1 })
  const score = worthOf(instance, match)
  if (score === undefined || brokenBy(instance, rules, { match }).length > 0) throw new Error('HiGHS gave an answer that does not keep the rules.')
  const isBest = answer.status === 'best'
  return { ok: true, match, placed: match.filter((j) => j !== -1).length, score, gap: isBest ? 0 : Math.max(0, answer.bound - score) / Math.max(1, Math.abs(answer.bound)), provedBy: isBest ? 'highs' : null }
}

/** Solves under rules that are no tree. First without them: where that keeps them anyway it is the best, and proved by its prices. Rules must be without faults. */
export async function solveWithRules(instance: Instance, rules: readonly SideRule[], seed: number, seconds = SECONDS): Promise<Ruled> {
  const free = solve(instance, seed)
  if (!free) return { ok: false, reason: 'Not everybody can be placed.', rules: [] }
  if (brokenBy(instance, rules, free).length === 0 && faultOfSolution(instance, free) === undefined) return { ok: true, match: free.match, placed: free.placed, score: free.objective, gap: 0, provedBy: 'certificate' }
  if (instance.place.length > MOST_PAIRS) return { ok: false, reason: `There are ${instance.place.length} pairs, and with rules that are no tree at most ${MOST_PAIRS} are solved: ask for one municipality at a time.`, rules: [] }
  return await withHighs(instance, rules, seed, seconds)
}
