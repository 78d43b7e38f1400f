import type { Context } from '#platform/operation.ts'
import { failure, log } from '#platform/log.ts'
import { calculate } from './calculation.ts'
import type { Answer, Question } from './question.ts'

export type RunState = 'waits' | 'runs' | 'done' | 'cancelled' | 'failed'
/** A calculation somebody asked for. Kept in memory alone: after a restart it is asked for again. */
export type Run = { owner: string; personId: string | null; state: RunState; progress: number; endedAt: number | null; abort: AbortController; answer: Answer | null }

const runs = new Map<string, Run>()
/** So long is an answer kept. */
const KEPT_MS = 30 * 60_000

const ownerOf = ({ actor }: Context): string => `${actor.municipalityId} ${actor.id}`

async function work(run: Run, question: Question): Promise<void> {
  const { signal } = run.abort
  const onProgress = (share: number): void => { run.state = 'runs'; run.progress = share }
  try {
    run.answer = await calculate(question, { signal, onProgress })
    run.state = 'done'
  } catch (error) {
    if (!signal.aborted) log.error('matching.calculation', failure(error))
    run.state = signal.aborted ? 'cancelled' : 'failed'
  }
  run.endedAt = Date.now()
}

function forget(now: number): void {
  for (const [id, { endedAt }] of runs) if (endedAt !== null && now - endedAt > KEPT_MS) runs.delete(id)
}

/** Begins a calculation under an id made by the client; the same id again is the same calculation. One that is begun anew by the same colleague about the same thing takes the place of the former. */
export function startRun(context: Context, id: string, question: Question, personId: string | null = null): void {
  forget(context.now.getTime())
  if (runs.has(id)) return
  const run: Run = { owner: ownerOf(context), personId, state: 'waits', progress: 0, endedAt: null, abort: new AbortController(), answer: null }
  for (const other of runs.values()) if (other.owner === run.owner && other.endedAt === null && other.personId === personId) other.abort.abort()
  runs.set(id, run)
  void work(run, question)
}

/** A calculation of one's own; nothing where there is none under this id, or it is somebody else's. */
export function findRun(context: Context, id: string): Run | undefined {
  const run = runs.get(id)
  return run?.owner === ownerOf(context) ? run : undefined
}

/** Calls a calculation off; one that has ended stays as it is. */
export const cancelRun = (run: Run): void => run.abort.abort()
