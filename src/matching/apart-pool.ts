import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'

/** What a worker says of its task: how far it is (0–1), that it is done, or why it could not be. */
export type Said<Result> = { progress: number } | { done: Result } | { failed: string }
/** `seconds`: how long it may take once it has begun; after that it is ended and refused. `isFirst`: somebody waits for it on a page, so it stands before what waits already. */
export type Options = { signal?: AbortSignal; onProgress?: (share: number) => void; seconds?: number; isFirst?: boolean }
/** The task was ended because it took longer than it may. */
export class TookTooLong extends Error {
  constructor(seconds: number) { super(`The task took longer than ${seconds} seconds.`) }
}
const CORES = availableParallelism()
/** What all pools of the process share: how many tasks may run and do, and how each pool begins its next. Whoever began last stands last. One core is left to whoever waits for a page, where there is more than one. */
const all = { most: Math.max(1, CORES - 1), working: 0, pools: [] as (() => boolean)[] }
/** So many tasks at once in the whole process, whatever pool they are of. */
export const atOnce = (): number => all.most
/** For a process that answers nobody meanwhile: all cores are its own. */
export const takeAllCores = (): void => { all.most = CORES }

/** Begins what there is room for, one of each pool in turn. */
function beginNext(): void {
  for (let at = 0; all.working < all.most && at < all.pools.length;) {
    const begin = all.pools[at]
    if (begin?.()) { all.pools.push(...all.pools.splice(at, 1)); at = 0 } else at++
  }
}
type Job = { start: (worker: Worker) => void }

/** A worker nobody asks is ended after so many milliseconds; until then it keeps no process from ending. */
const IDLE = 120_000

/** Workers that are kept for the next task while nobody asks them. */
function workersOf(file: URL): { take: () => Worker; giveBack: (worker: Worker) => void } {
  const idle = new Map<Worker, NodeJS.Timeout>()
  const take = (): Worker => {
    const [[worker, timer] = []] = idle
    // not with the options this process was started with: they may be of no use to a worker
    if (!worker) return new Worker(file, { execArgv: [] })
    clearTimeout(timer)
    idle.delete(worker)
    forget(worker)
    worker.ref()
    return worker
  }
  const giveBack = (worker: Worker): void => {
    worker.unref()
    idle.set(worker, setTimeout(() => { idle.delete(worker); void worker.terminate() }, IDLE).unref())
    // one that dies while idle is not given out again
    worker.on('error', () => {}).on('exit', () => { clearTimeout(idle.get(worker)); idle.delete(worker) })
  }
  return { take, giveBack }
}

/**
 * Worker threads that each do one task at a time, at most `size` of this pool and `atOnce` of all pools together; more tasks wait in turn. A worker that ends without an answer
 * refuses its task, and one whose task is called off is ended: in both cases the next task gets a new one.
 */
export function poolOf(file: URL, size = CORES): <Result>(task: object, options?: Options) => Promise<Result> {
  const waiting: Job[] = []
  const { take, giveBack } = workersOf(file)
  let working = 0

  const begin = (): boolean => {
    const job = working < size ? waiting.shift() : undefined
    if (!job) return false
    working++
    all.working++
    job.start(take())
    return true
  }
  all.pools.push(begin)

  return <Result>(task: object, { signal, onProgress, seconds, isFirst = false }: Options = {}) => new Promise<Result>((resolve, reject) => {
    const start = (worker: Worker): void => {
      const timer = seconds === undefined ? undefined : setTimeout(() => end(() => reject(new TookTooLong(seconds)), false), seconds * 1000)
      const end = (settle: () => void, isWell: boolean): void => {
        forget(worker)
        clearTimeout(timer)
        signal?.removeEventListener('abort', stop)
        if (isWell) giveBack(worker)
        else { worker.on('error', () => {}); void worker.terminate() }
        working--
        all.working--
        settle()
        beginNext()
      }
      const stop = (): void => end(() => reject(reasonOf(signal)), false)
      signal?.addEventListener('abort', stop)
      worker.on('message', (said: Said<Result>) => {
        if ('progress' in said) onProgress?.(said.progress)
        else if ('done' in said) end(() => resolve(said.done), true)
        else end(() => reject(new Error(said.failed)), true)
      })
      worker.on('error', (error: Error) => end(() => reject(new Error(`The worker could not go on: ${error.message}`, { cause: error })), false))
      worker.on('exit', (code) => end(() => reject(new Error(`The worker ended (${code}) before it had an answer.`)), false))
      try { worker.postMessage(task) } catch (error) { end(() => reject(error), true) } // what cannot be copied cannot be sent
    }
    const job = { start: (worker: Worker): void => { signal?.removeEventListener('abort', leave); start(worker) } }
    const leave = (): void => { waiting.splice(waiting.indexOf(job), 1); reject(reasonOf(signal)) }
    if (signal?.aborted === true) { reject(reasonOf(signal)); return }
    signal?.addEventListener('abort', leave)
    if (isFirst) waiting.unshift(job)
    else waiting.push(job)
    beginNext()
  })
}

function forget(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event)
}

/** Why a task was called off, as an error. */
function reasonOf(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason
  return reason instanceof Error ? reason : new Error('The task was called off.', { cause: reason })
}
