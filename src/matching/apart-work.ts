import { faultOfSolution } from './engine/certificate.ts'
import type { Change } from './engine/change.ts'
import type { Groups } from './engine/floor-ground.ts'
import { fairOf, type Fair, type Patience, type Unfair } from './engine/floors.ts'
import { whyNotAll, type TooFew } from './engine/infeasible.ts'
import type { Instance } from './engine/instance.ts'
import { leximin, type Leximin } from './engine/leximin.ts'
import type { SideRule } from './engine/side-rule.ts'
import { scenariosOf, type Outcome } from './engine/scenarios.ts'
import { solve, type Solution } from './engine/solve.ts'
import { blockingOf, stable, type Blocking } from './engine/stability.ts'
import type { MeetingEvent, MeetingPlan } from './meetings/event.ts'
import { planMeetings } from './meetings/plan.ts'
import type { Ruled } from './side-rules.ts'

/** The best assignment, proved; undefined when all must be placed and cannot be. */
export type SolveTask = { do: 'solve'; instance: Instance; seed: number }
/** Why not everybody can be placed. */
export type WhyTask = { do: 'why'; instance: Instance }
/** What each change would do to the base. `away`: who is not there in the base; `withPlaces`: the place of each person too. */
export type ScenariosTask = { do: 'scenarios'; base: Instance; away?: readonly number[]; changes: readonly Change[]; seed: number; mostPlacedFirst?: boolean; withPlaces?: boolean }
/** The best that gives each group its share of its own best, and its price. */
export type FairTask = { do: 'fair'; instance: Instance; groups: Groups; seed: number; patience?: Patience }
/** The fairest to the worst off; of equally fair ones the one that moves fewest away from `before`. */
export type LeximinTask = { do: 'leximin'; instance: Instance; seed: number; before?: Int32Array | null }
/** The stable assignment, which may place fewer and score lower, and how many pairs would block the best one. */
export type StableTask = { do: 'stable'; instance: Instance; seed: number }
export type Stable = { stable: ReturnType<typeof stable>; best: Solution; blockingBest: Blocking }
/** The best under rules that are no tree, by HiGHS, within so many seconds. */
export type RulesTask = { do: 'rules'; instance: Instance; rules: readonly SideRule[]; seed: number; seconds?: number }
/** The clock-time plan of a meeting day. */
export type MeetingsTask = { do: 'meetings'; event: MeetingEvent; seed: number }

/** One worker's part of the scenarios: it takes the next that nobody has taken, until there are none. */
type PartOfScenarios = ScenariosTask & { taken: Int32Array }
export type Work = SolveTask | WhyTask | FairTask | LeximinTask | StableTask | RulesTask | PartOfScenarios | MeetingsTask
export type ScenarioOutcome = Omit<Outcome, 'match'> & { match?: Int32Array }
export type NumberedOutcome = { at: number; outcome: ScenarioOutcome }

function solveProved({ instance, seed }: Omit<SolveTask, 'do'>): Solution | undefined {
  const solution = solve(instance, seed)
  const fault = solution && faultOfSolution(instance, solution)
  if (fault !== undefined) throw new Error(`The engine gave an answer that its certificate does not prove: ${fault}`)
  return solution
}

function stableOf({ instance, seed }: StableTask): Stable {
  const best = solveProved({ instance: { ...instance, mustPlaceAll: false }, seed })
  if (!best) throw new Error('Where not all must be placed there is always an answer.')
  return { stable: stable(instance, seed), best, blockingBest: blockingOf(instance, best) }
}

function scenarios({ base, away = [], changes, seed, mostPlacedFirst = false, withPlaces = false, taken }: PartOfScenarios, onProgress: (share: number) => void): NumberedOutcome[] {
  const outcomeOf = scenariosOf({ base, away, changes, seed, mostPlacedFirst })
  const found: NumberedOutcome[] = []
  for (let at = Atomics.add(taken, 0, 1); at < changes.length; at = Atomics.add(taken, 0, 1)) {
    const change = changes[at]
    if (!change) break
    const { match, ...rest } = outcomeOf(change)
    found.push({ at, outcome: withPlaces ? { ...rest, match } : rest })
    onProgress(found.length / changes.length)
  }
  return found
}

/** Does a piece of work where it is called. */
export async function perform(work: Work, onProgress: (share: number) => void): Promise<Solution | undefined | TooFew | Fair | Unfair | Leximin | Stable | Ruled | NumberedOutcome[] | MeetingPlan> {
  switch (work.do) {
    case 'solve': return solveProved(work)
    case 'why': return whyNotAll(work.instance)
    case 'fair': return fairOf(work.instance, work.groups, work.seed, work.patience, onProgress)
    case 'leximin': return leximin(work.instance, work.seed, onProgress, work.before)
    case 'stable': return stableOf(work)
    // loaded when it is needed: it brings 3.5 MB of HiGHS
    case 'rules': return await (await import('./side-rules.ts')).solveWithRules(work.instance, work.rules, work.seed, work.seconds)
    case 'scenarios': return scenarios(work, onProgress)
    case 'meetings': return planMeetings(work.event, work.seed)
  }
}
