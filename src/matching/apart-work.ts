import { faultOfSolution } from './engine/certificate.ts'
import type { Change } from './engine/change.ts'
import { whyNotAll, type TooFew } from './engine/infeasible.ts'
import type { Instance } from './engine/instance.ts'
import { scenariosOf, type Outcome } from './engine/scenarios.ts'
import { solve, type Solution } from './engine/solve.ts'

/** The best assignment, proved; undefined when all must be placed and cannot be. */
export type SolveTask = { do: 'solve'; instance: Instance; seed: number }
/** Why not everybody can be placed. */
export type WhyTask = { do: 'why'; instance: Instance }
/** What each change would do to the base. `away`: who is not there in the base; `withPlaces`: the place of each person too. */
export type ScenariosTask = { do: 'scenarios'; base: Instance; away?: readonly number[]; changes: readonly Change[]; seed: number; mostPlacedFirst?: boolean; withPlaces?: boolean }

/** One worker's part of the scenarios: it takes the next that nobody has taken, until there are none. */
type PartOfScenarios = ScenariosTask & { taken: Int32Array }
export type Work = SolveTask | WhyTask | PartOfScenarios
export type ScenarioOutcome = Omit<Outcome, 'match'> & { match?: Int32Array }
export type NumberedOutcome = { at: number; outcome: ScenarioOutcome }

function solveProved({ instance, seed }: SolveTask): Solution | undefined {
  const solution = solve(instance, seed)
  const fault = solution && faultOfSolution(instance, solution)
  if (fault !== undefined) throw new Error(`The engine gave an answer that its certificate does not prove: ${fault}`)
  return solution
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
export async function perform(work: Work, onProgress: (share: number) => void): Promise<Solution | undefined | TooFew | NumberedOutcome[]> {
  switch (work.do) {
    case 'solve': return solveProved(work)
    case 'why': return whyNotAll(work.instance)
    case 'scenarios': return scenarios(work, onProgress)
  }
}
