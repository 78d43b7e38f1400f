import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm, chmod } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { MailSink } from '#platform/mail-sink.ts'
import { startMailSink } from '#platform/mail-sink.ts'
import { buildWebWhenStale } from '../tools/build-web.ts'
import { freePort } from '#platform/free-port.ts'
import { testFolder } from '../tools/test-folder.ts'

/** The whole product in a process of its own, which may be killed and started again as the same installation. */
export type Product = {
  origin: string; folder: string; mail: MailSink
  pid(): number
  /** What it wrote since it was last started. */
  said(): string
  signal(signal: NodeJS.Signals): void
  /** Its exit code once it has ended; null when a signal ended it. */
  ended(): Promise<number | null>
  start(): Promise<void>
  close(): Promise<void>
}

const PATIENCE_MS = 180_000

/** Tries until it does not throw, or answers what it threw last. */
export async function eventually<T>(attempt: () => Promise<T>, patience = PATIENCE_MS): Promise<T> {
  for (const end = Date.now() + patience; ; await sleep(100)) {
    try {
      return await attempt()
    } catch (error) {
      if (Date.now() > end) throw error
    }
  }
}

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

type Health = { status: number; text: string }
export const healthOf = async (origin: string): Promise<Health> => {
  const answer = await fetch(`${origin}/health`)
  return { status: answer.status, text: await answer.text() }
}

/** One test file at a time builds the web: two builds at once would empty each other's folder. */
async function prepareWeb(): Promise<void> {
  const client = new pg.Client({ connectionString: process.env['TEST_DATABASE_URL'] })
  await client.connect()
  await client.query("select pg_advisory_lock(hashtext('fotfeste test web'))")
  try {
    await buildWebWhenStale()
  } finally {
    await client.end()
  }
}

/** Starts Fotfeste as `npm start` does, on a free port, with a folder and a mail server of its own. */
export async function startProduct(more: Record<string, string> = {}): Promise<Product> {
  await prepareWeb()
  const folder = await testFolder('faults')
  await chmod(folder, 0o755)
  const [port, mail] = [await freePort(), await startMailSink({})]
  const origin = `http://localhost:${port}`
  const { DATABASE_URL: _, TEST_DATABASE_URL: __, ...rest } = process.env
  const env = { ...rest, PORT: String(port), FOTFESTE_DATA: folder, SMTP_URL: `smtp://127.0.0.1:${mail.port}`, MAIL_FROM: 'Fotfeste <fotfeste@localhost>', SIGN_IN_LIMIT: '1000', LOG_LEVEL: 'warn', ...more }
  const run = () => spawn(process.execPath, ['src/server/main.ts'], { cwd: new URL('..', import.meta.url), stdio: ['ignore', 'pipe', 'pipe'], env })
  let said = ''
  const listen = (child: ReturnType<typeof run>) => {
    said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => { said += String(chunk) })
    return { child, exit: once(child, 'exit').then(([code]) => (typeof code === 'number' ? code : null)) }
  }
  let running = listen(run())
  const untilReady = () => eventually(async () => {
    if (running.child.exitCode !== null) return
    if ((await healthOf(origin)).status !== 200) throw new Error(`Not ready:\n${said}`)
  })
  const product: Product = {
    origin, folder, mail, pid: () => running.child.pid ?? 0, said: () => said,
    signal: (signal) => { running.child.kill(signal) },
    ended: () => running.exit,
    start: async () => { running = listen(run()); await untilReady() },
    close: async () => { running.child.kill('SIGTERM'); await running.exit; await mail.close(); await rm(folder, { recursive: true, force: true }) },
  }
  await untilReady().catch(async (error: unknown) => { await product.close(); throw error })
  return product
}
