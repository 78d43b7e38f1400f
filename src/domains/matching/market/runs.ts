import type { Context } from '#platform/operation.ts'
import { failure, log } from '#platform/log.ts'
import { refuseIf } from '#platform/problem.ts'
import { check } from '#shared/decision.ts'
import { calculate } from './calculation.ts'
import type { Answer, Question } from './question.ts'

export type RunState = 'waits' | 'runs' | 'done' | 'cancelled' | 'failed'
/** A calculation somebody asked for. Kept in memory alone: after a restart it is asked for again. */
export type Run = { owner: string; personId: string | null; state: RunState; progress: number; endedAt: number | null; abort: AbortController; answer: Answer | null }

const runs = new Map<string, Run>()
/** So many may wait or run at once, of all colleagues together. */
const MOST_AT_ONCE = 12
/** So long is an answer kept. */
const KEPT_MS = 30 * 60_000

const ownerOf = ({ actor }: Pick<Context, 'actor'>): string => `${actor.municipalityId} ${actor.id}`

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

/** Begins a calculation under an id made by the client; the same id again is the same calculation. A colleague has one at a time: a new one takes the place of hers. Refused where too many wait already. */
export function startRun(context: Pick<Context, 'actor' | 'now'>, id: string, question: Question, personId: string | null = null): void {
  forget(context.now.getTime())
  if (runs.has(id)) return
  const run: Run = { owner: ownerOf(context), personId, state: 'waits', progress: 0, endedAt: null, abort: new AbortController(), answer: null }
  const others = [...runs.values()].filter(({ endedAt, abort }) => endedAt === null && !abort.signal.aborted)
  refuseIf(check(others.filter(({ owner }) => owner !== run.owner).length < MOST_AT_ONCE, { code: 'matching.tooManyCalculations', params: { most: MOST_AT_ONCE } }))
  for (const other of others) if (other.owner === run.owner) other.abort.abort()
  runs.set(id, run)
  void work(run, question)
}

/** A calculation of one's own; nothing where there is none under this id, or it is somebody else's. */
export function findRun(context: Pick<Context, 'actor'>, id: string): Run | undefined {
  const run = runs.get(id)
  return run?.owner === ownerOf(context) ? run : undefined
}

/** Calls a calculation off; one that has ended stays as it is. */
export const cancelRun = (run: Run): void => run.abort.abort()
