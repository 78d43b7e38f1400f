import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { MailSink } from '#platform/mail-sink.ts'
import { startMailSink } from '#platform/mail-sink.ts'
import { freePort } from '../../tools/free-port.ts'

/** The whole product, started as a newcomer would, with mail going to a real SMTP server of the test's own. */
export type Fotfeste = { origin: string; mail: MailSink; folder: string; stop(): Promise<void> }

const SECONDS_TO_START = 90

async function untilReady(origin: string, said: () => string): Promise<void> {
  for (let waited = 0; waited < SECONDS_TO_START * 5; waited++) {
    const answer = await fetch(`${origin}/health`).catch(() => undefined) // not listening yet
    if (answer?.ok) return
    await sleep(200)
  }
  throw new Error(`Fotfeste was not ready in ${SECONDS_TO_START} s:\n${said()}`)
}

/** Starts Fotfeste on a free port with a data folder of its own and the invented municipalities. */
export async function startFotfeste(): Promise<Fotfeste> {
  const folder = await mkdtemp('/tmp/fotfeste-story-')
  const port = await freePort()
  const mail = await startMailSink({})
  const origin = `http://localhost:${port}`
  const { DATABASE_URL: _, TEST_DATABASE_URL: __, ...rest } = process.env
  const child = spawn(process.execPath, ['src/server/main.ts'], { cwd: new URL('../..', import.meta.url), stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...rest, PORT: String(port), FOTFESTE_DATA: folder, SMTP_URL: `smtp://127.0.0.1:${mail.port}`, MAIL_FROM: 'Fotfeste <fotfeste@localhost>', SIGN_IN_LIMIT: '1000', LOG_LEVEL: 'warn' } })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => { said += String(chunk) })
  const stop = async (): Promise<void> => {
    const gone = new Promise<void>((resolve) => { child.once('exit', () => resolve()) })
    if (child.exitCode === null && child.kill('SIGTERM')) await gone
    await mail.close()
    await rm(folder, { recursive: true, force: true })
  }
  await untilReady(origin, () => said).catch(async (error: unknown) => { await stop(); throw error })
  return { origin, mail, folder, stop }
}
