import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { MailSink } from '#platform/mail-sink.ts'
import { startMailSink } from '#platform/mail-sink.ts'
import { embeddedIssuer } from '#platform/oidc-embedded.ts'
import { connectOrStart } from '#platform/postgres.ts'
import { freePort } from '#platform/free-port.ts'
import { testFolder } from '../../tools/test-folder.ts'

/** The whole product, started as a newcomer would, with mail going to a real SMTP server of the test's own. `halt` leaves the data folder, `stop` does not. */
export type Fotfeste = { origin: string; mail: MailSink; folder: string; halt(): Promise<void>; stop(): Promise<void> }

const SECONDS_TO_START = 90

async function untilReady(origin: string, said: () => string): Promise<void> {
  for (let waited = 0; waited < SECONDS_TO_START * 20; waited++) {
    const answer = await fetch(`${origin}/health`).catch(() => undefined) // not listening yet
    if (answer?.ok) return
    await sleep(50)
  }
  throw new Error(`Fotfeste was not ready in ${SECONDS_TO_START} s:\n${said()}`)
}

/** A copy of the installation made for the stories, or an empty folder; owners and modes are the database's. */
async function dataFolder(): Promise<string> {
  const folder = await testFolder('story')
  const made = process.env['TEST_INSTALLATION']
  if (made) execFileSync('cp', ['-a', `${made}/.`, folder])
  return folder
}

/** The invented people sign in at the address they were made under; in a copy that is another's. */
async function bringPeopleTo(origin: string, folder: string): Promise<void> {
  const { url } = await connectOrStart(folder)
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  await owner.query('update account set issuer = $1', [embeddedIssuer(origin)])
  await owner.end()
}

/** As `npm start` runs it, which also ends with us when we are killed. */
function run(env: Record<string, string>) {
  const { DATABASE_URL: _, TEST_DATABASE_URL: __, ...rest } = process.env
  const child = spawn(process.execPath, ['start.mjs', 'src/server/main.ts'], { cwd: new URL('../..', import.meta.url), stdio: ['ignore', 'pipe', 'pipe'], env: { ...rest, ...env } })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => { said += String(chunk) })
  return { child, said: () => said }
}

/** Starts Fotfeste on a free port with a data folder of its own and the invented municipalities. */
export async function startFotfeste(): Promise<Fotfeste> {
  const [folder, port, mail] = await Promise.all([dataFolder(), freePort(), startMailSink({})])
  const origin = `http://localhost:${port}`
  const { child, said } = run({ PORT: String(port), FOTFESTE_DATA: folder, SMTP_URL: `smtp://127.0.0.1:${mail.port}`, MAIL_FROM: 'Fotfeste <fotfeste@localhost>', SIGN_IN_LIMIT: '1000', LOG_LEVEL: 'warn' })
  const halt = async (): Promise<void> => {
    const gone = once(child, 'exit')
    if (child.exitCode === null && child.kill('SIGTERM')) await gone
    await mail.close()
  }
  const stop = async (): Promise<void> => { await halt(); await rm(folder, { recursive: true, force: true }) }
  try {
    await untilReady(origin, said)
    await bringPeopleTo(origin, folder)
  } catch (error) {
    await stop()
    throw error
  }
  return { origin, mail, folder, halt, stop }
}
