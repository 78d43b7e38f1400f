import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { SECRET } from './national.ts'
import type { National } from './national.ts'
import { freePort } from '#platform/free-port.ts'

export const root = join(import.meta.dirname, '..')
export type Served = { port: number; stop(): Promise<void> }

/** The environment of a process of Fotfeste beside the national database. */
export const serverEnv = ({ ownerUrl, folder }: National, port: number): NodeJS.ProcessEnv =>
  ({ ...process.env, PORT: String(port || 8080), DATABASE_URL: ownerUrl, FOTFESTE_SECRET: SECRET, FOTFESTE_DATA: join(folder, 'server'), FOTFESTE_MODE: 'test-installation', OIDC_ISSUER: undefined, SMTP_URL: undefined })

/** Starts the whole server, as `npm start` does, as a process of its own on a free port. Its log goes nowhere. */
export async function serve(national: National): Promise<Served> {
  const port = await freePort()
  const child = spawn(process.execPath, ['src/server/main.ts'], { cwd: root, stdio: ['ignore', 'ignore', process.env['BENCH_LOG'] ? 'inherit' : 'ignore'],
    env: serverEnv(national, port) })
  const gone = once(child, 'exit')
  await answers(port, child)
  return { port, stop: async () => { child.kill('SIGTERM'); await gone } }
}

/** Waits until the server on `port` is well; gives up when its process has ended. */
export async function answers(port: number, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error('The server of the bench did not start; BENCH_LOG=1 shows why')
    if (await fetch(`http://127.0.0.1:${port}/health`).then(({ ok }) => ok, () => false)) return
    await sleep(20)
  }
}

/** Session cookies of `count` colleagues of a municipality, each with an open session. */
export async function signIn({ owner }: National, municipalityId: string, count: number): Promise<string[]> {
  const { rows } = await owner.query<{ id: string }>('select id from account where municipality_id = $1 and person_id is null and is_active order by id limit $2', [municipalityId, count])
  return Promise.all(Array.from({ length: count }, async (_, index) => {
    const token = randomBytes(32).toString('base64url')
    await owner.query("select app.open_session($1, $2, $3, now(), now() + interval '8 hours', null)", [municipalityId, rows[index % rows.length]?.id, createHash('sha256').update(token).digest()])
    return `fotfeste_session=${token}`
  }))
}
