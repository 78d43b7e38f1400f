import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from './free-port.ts'
import { failure, log } from './log.ts'
import { type DatabaseFiles, OWNER, prepareFiles } from './postgres-files.ts'
import { type PostgresProcess, runPostgres } from './postgres-process.ts'

const DATABASE = 'fotfeste'
const MOST_RESTARTS = 10

/** The built-in database. `url` signs in as its superuser to the database `fotfeste`: for migrating, never for answering people. */
export type Postgres = { url: string; port: number; stop(): Promise<void> }

type Options = {
  /** Called when the database is gone and could not be started again. */
  onExit?: (error: Error) => void
  /** False gives up surviving a crash for speed: for tests alone. */
  durable?: boolean
}

/**
 * Starts the built-in PostgreSQL with its data in `dataDir` (made when missing; kept from start to start) and starts
 * it again on the same port when it dies. Throws, saying what to do, when it cannot run or another process has the folder.
 */
export async function startPostgres(dataDir: string, { onExit, durable = true }: Options = {}): Promise<Postgres> {
  const folder = resolve(dataDir)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const release = await claim(join(folder, 'postgres.owner'))
  try {
    const files = await prepareFiles(folder)
    const { port, first } = await firstRun(files, durable)
    const url = (database: string) => `postgres://${OWNER}:${files.password}@127.0.0.1:${port}/${database}`
    await createDatabase(url('postgres'))
    const stop = keepRunning(first, () => runPostgres(files, port, durable), onExit)
    return { url: url(DATABASE), port, stop: async () => { await stop(); await release() } }
  } catch (error) {
    await release()
    throw error
  }
}

/**
 * The built-in database of `dataDir`: the one another process of ours keeps running there, which `stop` then leaves alone,
 * or else one of our own. For commands that are run beside a server.
 */
export async function connectOrStart(dataDir: string, options: Options = {}): Promise<Postgres> {
  const folder = resolve(dataDir)
  const [password, pidFile] = await Promise.all([readFile(join(folder, 'postgres.password'), 'utf8'), readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')]).catch(() => ['', ''])
  const port = Number(pidFile.split('\n')[3])
  const holder = await readFile(join(folder, 'postgres.owner'), 'utf8').catch(() => '')
  const isHeld = holder !== '' && holder === identity(Number(holder.split(' ')[0]))
  if (!isHeld || !port) return startPostgres(folder, options)
  return { url: `postgres://${OWNER}:${password.trim()}@127.0.0.1:${port}/${DATABASE}`, port, stop: async () => undefined }
}

/** A free port can be taken in the moment before we use it, so another is tried. */
async function firstRun(files: DatabaseFiles, durable: boolean, tries = 3): Promise<{ port: number; first: PostgresProcess }> {
  const port = await freePort()
  try {
    return { port, first: await runPostgres(files, port, durable) }
  } catch (error) {
    if (tries <= 1 || !String(error).includes('could not bind')) throw error
    return firstRun(files, durable, tries - 1)
  }
}

/** Runs `again` whenever the process ends uninvited; gives the function that ends it for good. */
function keepRunning(first: PostgresProcess, again: () => Promise<PostgresProcess>, onExit?: (error: Error) => void): () => Promise<void> {
  let current = first
  let stopping = false
  const stopped = () => stopping
  const watch = async () => {
    for (;;) {
      await current.gone
      if (stopped()) return
      log.warn('database.died')
      const next = await restart(again, stopped)
      if (next instanceof Error) return lost(next)
      current = next
      if (stopped()) return current.stop()
      log.info('database.restarted')
    }
  }
  const lost = (error: Error) => {
    log.error('database.lost', failure(error))
    onExit?.(error)
  }
  const watching = watch()
  return async () => {
    stopping = true
    await current.stop()
    await watching
  }
}

/** The memory of a killed postgres is held until its last process has noticed, so the first tries may be refused. */
async function restart(again: () => Promise<PostgresProcess>, stopped: () => boolean): Promise<PostgresProcess | Error> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await again()
    } catch (error) {
      if (tried >= MOST_RESTARTS || stopped()) return error instanceof Error ? error : new Error(String(error))
      await sleep(50 * tried)
    }
  }
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const found = await client.query('select from pg_database where datname = $1', [DATABASE])
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`)
  } finally {
    await client.end()
  }
}

/** Marks the folder as ours: two processes that each keep the same database running would end each other's for ever. */
async function claim(file: string): Promise<() => Promise<void>> {
  const holder = await readFile(file, 'utf8').catch(() => '')
  const pid = Number(holder.split(' ')[0])
  if (pid && holder === identity(pid)) {
    throw new Error(`Fotfeste already runs with this data folder (process ${pid}). Stop it first, or choose another folder in FOTFESTE_DATA.`)
  }
  await writeFile(file, identity(process.pid), { mode: 0o600 })
  return () => rm(file, { force: true })
}

/** Process number and start time together: numbers are used again. Empty for no such process, and for a dead one not yet cleared away. */
function identity(pid: number): string {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')
    return fields[0] === 'Z' ? '' : `${pid} ${fields[19]}`
  } catch {
    return ''
  }
}
