import { atOnce, poolOf, type Options } from './apart-pool.ts'
import type { FairTask, LeximinTask, MeetingsTask, NumberedOutcome, RulesTask, ScenarioOutcome, ScenariosTask, SolveTask, Stable, StableTask, WhyTask } from './apart-work.ts'
import { faultsOfChanges } from './engine/change.ts'
import { faultsOfGroups } from './engine/floor-ground.ts'
import type { Fair, Unfair } from './engine/floors.ts'
import type { TooFew } from './engine/infeasible.ts'
import { faultInWords, faultOf, type Instance } from './engine/instance.ts'
import type { Leximin } from './engine/leximin.ts'
import { faultsOfRules } from './engine/side-rule.ts'
import type { Solution } from './engine/solve.ts'
import type { MeetingPlan } from './meetings/event.ts'
import { whatIsWrong } from './meetings/what-is-wrong.ts'
import type { Ruled } from './side-rules.ts'

export type Task = SolveTask | WhyTask | FairTask | LeximinTask | StableTask | RulesTask | ScenariosTask | MeetingsTask
/** What each task ends with. Scenarios: one outcome for each change, in their order. */
type Done = { solve: Solution | undefined; why: TooFew; fair: Fair | Unfair; leximin: Leximin; stable: Stable; rules: Ruled; scenarios: ScenarioOutcome[]; meetings: MeetingPlan }

/** A part has to solve the base anew, so it must be worth its while. */
const FEWEST_IN_PART = 4
const run = poolOf(new URL('./apart-worker.ts', import.meta.url))

/** A copy that every worker reads: what the caller does to hers meanwhile changes nothing. */
function shared(array: Int32Array): Int32Array {
  const copy = new Int32Array(new SharedArrayBuffer(array.byteLength))
  copy.set(array)
  return copy
}

function sharedInstance(instance: Instance): Instance {
  const fault = faultOf(instance)
  if (fault) throw new RangeError(faultInWords(fault))
  return { ...instance, rowStart: shared(instance.rowStart), place: shared(instance.place), weight: shared(instance.weight), capacity: shared(instance.capacity), parent: shared(instance.parent) }
}

function refuse(reasons: readonly string[]): void {
  if (reasons.length > 0) throw new RangeError(reasons.join('\n'))
}

async function scenariosApart(task: ScenariosTask, { signal, onProgress }: Options): Promise<ScenarioOutcome[]> {
  const base = sharedInstance(task.base)
  refuse([...faultsOfChanges(base, [{ leaves: task.away }]), ...faultsOfChanges(base, task.changes)])
  const work = { ...task, base, taken: shared(Int32Array.of(0)) }
  const shares = Array.from({ length: Math.max(1, Math.min(atOnce(), Math.floor(task.changes.length / FEWEST_IN_PART))) }, () => 0)
  // when one part fails there is no need of the others
  const failed = new AbortController()
  const either = signal ? AbortSignal.any([signal, failed.signal]) : failed.signal
  const parts = shares.map((_, part) => run<NumberedOutcome[]>(work, { signal: either, onProgress: (share) => { shares[part] = share; onProgress?.(shares.reduce((sum, one) => sum + one, 0)) } }))
  const all = await Promise.all(parts).catch((error: unknown) => { failed.abort(); throw error })
  return all.flat().toSorted((a, b) => a.at - b.at).map(({ outcome }) => outcome)
}

/**
 * Does a task of the engine in a worker thread, so that whoever asks can go on. Refused, in words, when what is asked makes no sense, when it is called
 * off by `signal`, or when the worker dies. `onProgress` tells how much is done, from 0 to 1, of tasks that take more than one solve.
 */
export async function apart<Asked extends Task>(task: Asked, options?: Options): Promise<Done[Asked['do']]>
export async function apart(task: Task, options: Options = {}): Promise<Done[keyof Done]> {
  switch (task.do) {
    case 'scenarios': return await scenariosApart(task, options)
    case 'meetings': refuse(whatIsWrong(task.event).map(({ words }) => words)); return await run<MeetingPlan>(task, options)
    case 'fair': refuse(faultsOfGroups(task.instance, task.groups)); break
    case 'rules': refuse(faultsOfRules(task.instance, task.rules)); break
    case 'solve': case 'why': case 'leximin': case 'stable': break
  }
  return await run<Exclude<Done[keyof Done], ScenarioOutcome[]>>({ ...task, instance: sharedInstance(task.instance) }, options)
}
