import { setTimeout as sleep } from 'node:timers/promises'
import type { Task, TaskList } from 'graphile-worker'
import { Logger, makeWorkerUtils, parseCronItems, run } from 'graphile-worker'
import { sql } from 'kysely'
import pg from 'pg'
import { z } from 'zod'
import { Id } from '#shared/id.ts'
import { LINK_DAYS } from '#shared/personal-link.ts'
import type { Actor, Database, Tx } from './db.ts'
import { failure, log } from './log.ts'
import { roleUrl } from './migrate.ts'
import { systemActor } from './system-actor.ts'

/** The jobs the database lets an operation add (app.add_job). */
export type JobName = 'send_message' | 'plan_reminders'

/** What a handler is given: the municipality's own system actor, and whether a failure now is the last one. */
export type JobTools = { db: Database; actor: Actor; now: Date; isLastTry: boolean }

/** A typed payload of ids, never of names: the queue lies outside row-level security. `handle` may run twice: it must be harmless then. */
export type Job<P extends z.ZodType = z.ZodType> = { name: JobName; payload: P; handle(tools: JobTools, payload: z.output<P>): Promise<void> }

/** Declares a job; the identity function, for its types. */
export const job = <P extends z.ZodType>(one: Job<P>): Job<P> => one

/** Adds a job in the transaction of the change it follows from. The same `key` twice is one job. */
export async function addJob(tx: Tx, name: JobName, payload: Record<string, string>, { key, runAt }: { key?: string; runAt?: Date } = {}): Promise<void> {
  await sql`select app.add_job(${name}, ${JSON.stringify(payload)}::json, ${key ?? null}, ${runAt ?? null})`.execute(tx)
}

export type WorkerOptions = {
  db: Database; ownerUrl: string; secret: string; jobs: readonly Job[]; clock?: () => Date
  /** Done at the start and every hour, for each municipality; must be harmless when repeated. */
  hourly: (tools: JobTools) => Promise<void>
}
export type Worker = { stop(): Promise<void> }

const Envelope = z.object({ municipality_id: Id, input: z.unknown() })
const KEPT_ANSWERS = '1 day'
const OLDEST_SESSION = '12 hours'
const WAIT_MS = 1_000
/** How a job ended is written in batches, although of one: outside a batch the library lets go of the promise, and a database that goes away just then would end the process. In a batch it ends the runner alone, and we start again. */
const WRITTEN_DOWN = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } }

/** Does what waits in the queue, until stopped. While the database is away it tries again by itself. */
export function startWorker(options: WorkerOptions): Worker {
  const pool = new pg.Pool({ connectionString: roleUrl(options.ownerUrl, options.secret, 'fotfeste_worker'), max: 4 })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const stopping = new AbortController()
  const working = (async () => {
    while (!stopping.signal.aborted) {
      await workOnce(pool, options, stopping.signal).catch((error: unknown) => log.warn('worker.interrupted', failure(error)))
      await sleep(WAIT_MS, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  })()
  let stopped: Promise<void> | undefined
  return { stop: () => { stopping.abort(); return (stopped ??= working.then(() => pool.end())) } }
}

/** Works until stopped or until the connection that makes us the only worker is lost. */
async function workOnce(pool: pg.Pool, options: WorkerOptions, signal: AbortSignal): Promise<void> {
  const only = await pool.connect()
  const lost = new Promise<void>((gone) => { only.once('end', gone); only.once('error', () => gone()) })
  try {
    while (!(await isOnlyWorker(only))) if (signal.aborted) return; else await sleep(WAIT_MS, undefined, { signal })
    await unlockLeftOver(pool)
    const runner = await run({ pgPool: pool, taskList: tasksOf(pool, options), concurrency: 2, pollInterval: 1_000, noHandleSignals: true, logger: quiet, preset: WRITTEN_DOWN,
      parsedCronItems: parseCronItems([{ task: 'every_hour', match: '0 * * * *', identifier: 'every_hour' }]) })
    const first = everyHour(pool, options).catch((error: unknown) => log.warn('worker.hourly', failure(error)))
    await Promise.race([lost, runner.promise, aborted(signal)])
    await runner.stop().catch(() => undefined) // already stopped when the database went away
    await first
  } finally {
    only.release(true)
  }
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((done) => { if (signal.aborted) done(); else signal.addEventListener('abort', () => done(), { once: true }) })

const isOnlyWorker = async (client: pg.PoolClient): Promise<boolean> =>
  (await client.query<{ got: boolean }>("select pg_try_advisory_lock(hashtext('fotfeste worker')) as got")).rows[0]?.got === true

/** A worker that was killed leaves its job locked; as the only one, whoever holds a lock now is dead. */
async function unlockLeftOver(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ locked_by: string }>('select distinct locked_by from graphile_worker._private_jobs where locked_by is not null')
  if (rows.length === 0) return
  const utils = await makeWorkerUtils({ pgPool: pool, logger: quiet })
  await utils.forceUnlockWorkers(rows.map((row) => row.locked_by))
  await utils.release()
}

function tasksOf(pool: pg.Pool, options: WorkerOptions): TaskList {
  const { db, clock = () => new Date() } = options
  const taskOf = (one: Job): Task => async (raw, { job: { attempts, max_attempts: most } }) => {
    const { municipality_id: municipalityId, input } = Envelope.parse(raw)
    await one.handle({ db, actor: systemActor(municipalityId), now: clock(), isLastTry: attempts >= most }, one.payload.parse(input))
  }
  return { ...Object.fromEntries(options.jobs.map((one) => [one.name, taskOf(one)])), every_hour: () => everyHour(pool, options) }
}

async function everyHour(pool: pg.Pool, { db, hourly, clock = () => new Date() }: WorkerOptions): Promise<void> {
  const { rows } = await pool.query<{ id: string }>('select id from app.list_municipalities()')
  for (const { id } of rows) {
    await pool.query(`begin; select set_config('app.municipality_id', ${pg.escapeLiteral(id)}, true); delete from answered_request where at < now() - interval '${KEPT_ANSWERS}';
      update message set params = params - 'link' where params ? 'link' and created_at < now() - interval '${LINK_DAYS} days'; commit`)
    await hourly({ db, actor: systemActor(id), now: clock(), isLastTry: true })
  }
  await pool.query('select app.drop_old_sessions($1, $2::interval)', [clock(), OLDEST_SESSION])
}

/** What the library says: only its warnings and errors, and of those no payload. */
const quiet = new Logger(() => (level, message) => {
  if (level === 'error' || level === 'warning') log[level === 'error' ? 'error' : 'warn']('worker', { message: withoutAddresses(message) })
})

/** Mail addresses taken out of a text that others will read. A word is tried from its beginning alone, so that a long one takes no longer than its length. */
export const withoutAddresses = (text: string): string => text.replace(/(?<![^\s<>"'(),;:])[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/g, '…@…')
