import type { Context } from '#platform/operation.ts'
import { failure, log } from '#platform/log.ts'
import { CalledOff, calculate } from './calculation.ts'
import type { Answer, Question } from './question.ts'

export type RunState = 'waits' | 'runs' | 'done' | 'cancelled' | 'failed'
/** A calculation somebody asked for. Kept in memory alone: after a restart it is asked for again. */
type Run = { owner: string; personId: string | null; state: RunState; progress: number; endedAt: number | null; abort: AbortController; answer: Answer | null; start: () => void }

const runs = new Map<string, Run>()
/** So many threads at once, and so long is an answer kept. */
const MOST_THREADS = 2
const KEPT_MS = 30 * 60_000

const ownerOf = ({ actor }: Context): string => `${actor.municipalityId} ${actor.id}`
const ended = (run: Run, state: RunState): void => { run.state = state; run.endedAt = Date.now() }

function startNext(): void {
  const all = [...runs.values()]
  if (all.filter(({ state }) => state === 'runs').length >= MOST_THREADS) return
  all.find(({ state }) => state === 'waits')?.start()
}

async function work(run: Run, question: Question): Promise<void> {
  run.state = 'runs'
  try {
    run.answer = await calculate(question, { signal: run.abort.signal, onProgress: (share) => { run.progress = share } })
    ended(run, 'done')
  } catch (error) {
    if (!(error instanceof CalledOff)) log.error('matching.calculation', failure(error))
    ended(run, error instanceof CalledOff ? 'cancelled' : 'failed')
  }
  startNext()
}

function forget(now: number): void {
  for (const [id, { endedAt }] of runs) if (endedAt !== null && now - endedAt > KEPT_MS) runs.delete(id)
}

/** Begins a calculation under an id made by the client; the same id again is the same calculation. */
export function startRun(context: Context, id: string, question: Question, personId: string | null = null): void {
  forget(Date.now())
  if (runs.has(id)) return
  const run: Run = { owner: ownerOf(context), personId, state: 'waits', progress: 0, endedAt: null, abort: new AbortController(), answer: null, start: () => { void work(run, question) } }
  runs.set(id, run)
  startNext()
}

/** A calculation of one's own; nothing where there is none under this id, or it is somebody else's. */
export function findRun(context: Context, id: string): Run | undefined {
  const run = runs.get(id)
  return run?.owner === ownerOf(context) ? run : undefined
}

/** Calls a calculation off; one that has ended stays as it is. */
export function cancelRun(run: Run): void {
  if (run.state === 'waits') ended(run, 'cancelled')
  else run.abort.abort()
}
