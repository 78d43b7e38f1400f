import { createHash } from 'node:crypto'
import type { Decision, Refusal } from '#shared/decision.ts'
import { accept, refuse } from '#shared/decision.ts'
import { apart } from '#matching/apart.ts'
import { leximin } from '#matching/engine/leximin.ts'
import { faultOfSolution } from '#matching/engine/certificate.ts'
import type { Instance } from '#matching/engine/instance.ts'
import { pose } from '#matching/engine/pose.ts'
import type { Solution } from '#matching/engine/solve.ts'
import { solve } from '#matching/engine/solve.ts'
import { blockingOf, stable } from '#matching/engine/stability.ts'
import type { Goal } from './cohort.schema.ts'
import type { Cohort, Decided, Totals } from './problem.core.ts'
import { totalsOf } from './problem.core.ts'
import { decisionsOf, instanceOf, refusalOf, restOf } from './question.core.ts'

/** A distribution with what it comes to, and the proof that there is none better (`bound` equals what was reached; a stable one has blockingPairs = 0 instead). */
export type Answer = Totals & { match: Int32Array; blockingPairs: number; bound: number | null; certificateHash: string | null }
export type Question = { cohort: Cohort; decided: Decided; goal: Goal; seed: number; /** Where each was before. */ before: Int32Array | null; nameOf: (node: number) => string; signal?: AbortSignal; onProgress?: (share: number) => void }

/** Up to so many pairs a solve takes about a hundredth of a second, and others wait no longer for their pages. More are solved in a worker thread. */
const FEW_EDGES = 20_000

/** Solves, a large problem in a worker thread, and checks the proof here, whoever solved. */
export async function solveChecked(instance: Instance, seed: number, signal: AbortSignal | undefined): Promise<Solution> {
  const solution = instance.place.length > FEW_EDGES ? await apart({ do: 'solve', instance, seed }, { signal, isFirst: true }) : solve(instance, seed)
  if (!solution) throw new Error('An instance that need not place all was not solved')
  const fault = faultOfSolution(instance, solution)
  if (fault !== undefined) throw new Error(`The plan is not proved: ${fault}`)
  return solution
}

const NOBODY: Instance = { people: 0, places: 0, rowStart: Int32Array.of(0), place: new Int32Array(), weight: new Int32Array(), capacity: new Int32Array(), parent: new Int32Array(), mustPlaceAll: false }

/** Starts a worker for a plan that is solved in one, so that it is there when somebody decides. */
export function warmFor({ pairs, seats }: Cohort): void {
  if (pairs.length * seats.length > FEW_EDGES) void apart({ do: 'solve', instance: NOBODY, seed: 1 }).catch(() => undefined) // the solve itself will say what is wrong
}

const hashOf = ({ match, prices, objective }: Solution): string => createHash('sha256').update(match).update(prices).update(String(objective)).digest('hex')

const whole = ({ cohort, decided }: Question, rest: Instance, match: Int32Array, proof: Pick<Answer, 'bound' | 'certificateHash'>): Answer =>
  ({ match, ...totalsOf(cohort, match), blockingPairs: blockingOf(rest, { match: match.map((j, i) => (decided.fixed.has(i) ? -1 : j)) }).pairs, ...proof })

/** The stable distribution of all who are not fixed, beside those who are. */
async function stableMatch({ decided, seed, signal }: Question, rest: Instance): Promise<Int32Array> {
  const { match } = rest.place.length > FEW_EDGES ? (await apart({ do: 'stable', instance: rest, seed }, { signal, isFirst: true })).stable : stable(rest, seed)
  return match.map((j, i) => decided.fixed.get(i) ?? j)
}

/** Up to so many pairs the fairest is found here; it takes some hundred solves. */
const FEW_PAIRS = 200

/** Only the pairs above a score, all worth the same: what is placed over them is as many as can be. */
const above = (instance: Instance, score: number): Instance => ({ ...instance, weight: instance.weight.map((weight) => (weight > score ? 1 : 0)) })

/**
 * The fairest distribution to whoever gets least, of all who are not fixed. The engine proves every step; two of them are proved once more here: that no more can be
 * placed, and that fewer are where everybody is to have more than the lowest has.
 */
async function fairest(question: Question, rest: Instance): Promise<Answer> {
  const { decided, seed, before, signal, onProgress } = question
  const found = rest.place.length > FEW_PAIRS ? await apart({ do: 'leximin', instance: rest, seed, before }, { signal, onProgress, isFirst: true }) : leximin(rest, seed, onProgress, before)
  const most = await solveChecked(above(rest, 0), seed, signal)
  const fault = faultOfSolution(above(rest, 0), { ...most, match: found.match, objective: found.placed })
  if (fault !== undefined) throw new Error(`The plan is not proved: ${fault}`)
  const higher = found.placed === 0 ? undefined : await solveChecked(above(rest, found.lowest), seed, signal)
  if (higher && higher.objective >= found.placed) throw new Error('The plan is not proved: as many could have more than the lowest has')
  const match = found.match.map((j, i) => decided.fixed.get(i) ?? j)
  return whole(question, rest, match, { bound: found.placed, certificateHash: createHash('sha256').update(match).update(most.prices).update(higher?.prices ?? new Int32Array()).digest('hex') })
}

/** The best distribution for the goal under all limits and decisions, proved; or why the decisions cannot stand together. */
export async function solveCohort(question: Question): Promise<Decision<Answer>> {
  const { cohort, decided, goal, seed, before, nameOf, signal } = question
  const decisions = decisionsOf(decided, goal, before)
  const base = instanceOf(cohort, decided, goal)
  const posed = pose(base, decisions)
  // where the numbers do not fit, what stays as it was is the first to be given up
  const fitting = posed.ok || posed.reasons.some(({ code }) => code !== 'tooLarge') ? posed : pose(base, { ...decisions, keep: null })
  if (!fitting.ok) return refuse(...fitting.reasons.map((reason): Refusal => refusalOf(reason, nameOf)))
  const rest = restOf(base, cohort, decided)
  if (goal === 'stable') return accept(whole(question, rest, await stableMatch(question, rest), { bound: null, certificateHash: null }))
  if (goal === 'worst_off_first') return accept(await fairest(question, rest))
  const solution = await solveChecked(fitting.instance, seed, signal)
  return accept(whole(question, rest, solution.match, { bound: solution.objective, certificateHash: hashOf(solution) }))
}
