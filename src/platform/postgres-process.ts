import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, openSync, closeSync, readFileSync, rmSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { DatabaseFiles } from './postgres-files.ts'

/** A running postgres. It ends by itself when our end of its pipe closes, so also when we are killed. */
export type PostgresProcess = { gone: Promise<void>; stop(): Promise<void> }

const MOST_LOG_BYTES = 5_000_000
const POLL = 10
const PATIENCE = 120_000

// The shell between: starts postgres apart from our input, and interrupts it (a fast, clean stop) when that input closes.
const guard = 'exec 3<&0; "$@" </dev/null 3<&- & p=$!; (read _ <&3; kill -INT $p) & wait $p; s=$?; kill $! 2>/dev/null; exit $s'

const always = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC', 'log_timezone=UTC', 'recovery_init_sync_method=syncfs',
  // An error's statement and details quote persons; the log is kept free of them.
  'log_min_error_statement=panic', 'log_error_verbosity=terse', 'log_parameter_max_length_on_error=0']
const relaxed = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

/** Starts postgres on `port` and waits until it answers. Throws with the end of its log when it does not come up. */
export async function runPostgres(files: DatabaseFiles, port: number, durable: boolean): Promise<PostgresProcess> {
  await clearHolder(files.cluster)
  const settings = [...always, ...(durable ? [] : relaxed)].flatMap((setting) => ['-c', setting])
  const output = openSync(files.log, tooLong(files.log) ? 'w' : 'a', 0o600)
  const child = spawn('/bin/sh', ['-c', guard, 'sh', join(files.programs, 'postgres'), '-D', files.cluster, '-p', String(port), ...settings],
    { ...files.user, detached: true, stdio: ['pipe', output, output], cwd: '/', env: { LC_ALL: 'C', PATH: process.env.PATH } })
  closeSync(output)
  child.stdin?.on('error', () => undefined) // the pipe of a postgres that died first
  const gone = once(child, 'exit').then(() => undefined)
  await untilReady(files, child)
  return { gone, stop: async () => { child.stdin?.end(); await gone } }
}

const tooLong = (log: string): boolean => existsSync(log) && statSync(log).size > MOST_LOG_BYTES

async function untilReady({ cluster, log }: DatabaseFiles, child: ChildProcess): Promise<void> {
  for (let waited = 0; waited < PATIENCE; waited += POLL) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The built-in database did not start. The end of ${log}:\n${await lastLines(log)}`)
    if (pidFile(cluster)[7]?.trim() === 'ready') return
    await sleep(POLL)
  }
  child.stdin?.end()
  throw new Error(`The built-in database was not ready after ${PATIENCE / 1000} seconds. The end of ${log}:\n${await lastLines(log)}`)
}

const lastLines = async (log: string): Promise<string> => (await readFile(log, 'utf8')).trimEnd().split('\n').slice(-8).join('\n')

/** The lines of postmaster.pid: the first is the process, the eighth its state. None when there is no such file. */
function pidFile(cluster: string): string[] {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

/** Ends a postgres left over from a killed start, and removes the lock of one that is dead. */
async function clearHolder(cluster: string): Promise<void> {
  const pid = Number(pidFile(cluster)[0])
  if (!pid) return
  for (let waited = 0; isPostgres(pid); waited += POLL) {
    // Its guard is already stopping it; one that has lost its guard is asked by us.
    if (waited % 1000 === 500) process.kill(pid, 'SIGINT')
    if (waited > PATIENCE) throw new Error(`A PostgreSQL from an earlier start (process ${pid}) still holds ${cluster} and does not stop. End it and try again.`)
    await sleep(POLL)
  }
  rmSync(join(cluster, 'postmaster.pid'), { force: true })
}

/** Whether `pid` is a living postgres. A zombie is dead, and a number taken over by another program is not ours. */
function isPostgres(pid: number): boolean {
  try {
    const state = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '')[0]
    return state !== 'Z' && state !== 'X' && readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0]?.endsWith('postgres') === true
  } catch {
    return false
  }
}
