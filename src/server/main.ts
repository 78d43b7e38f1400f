import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { compressFolder } from '#platform/http-static.ts'
import type { Env } from '#platform/env.ts'
import { EnvironmentError, readEnv } from '#platform/env.ts'
import { failure, log } from '#platform/log.ts'
import type { Mailer } from '#platform/mail.ts'
import { makeMailer } from '#platform/mail.ts'
import type { MailSink } from '#platform/mail-sink.ts'
import { startMailSink } from '#platform/mail-sink.ts'
import { embeddedIssuer } from '#platform/oidc-embedded.ts'
import { buildWebWhenStale } from '../../tools/build-web.ts'
import type { Installation, Say } from './installation.ts'
import { openInstallation, seedWhenEmpty } from './installation.ts'
import { WEB_FOLDER, makeServer } from './server.ts'
import { listTestAccounts } from './sign-in-page.ts'
import { makeWorker } from './worker.ts'

const STOP_PATIENCE_MS = 15_000
const ONE_PRESS_MS = 1_000
const say: Say = (line) => { process.stdout.write(`${line}\n`) }

/** Builds the web when its sources changed; a build that fails leaves the one before, and says so. */
async function prepareWeb(): Promise<void> {
  try {
    if (!existsSync(WEB_FOLDER)) say('Building the web pages (once, about half a minute) ...')
    if (await buildWebWhenStale()) await compressFolder(WEB_FOLDER)
  } catch (error) {
    log.error('web.build', failure(error))
  }
}

/** Mail goes to the given server; without one it is kept here, to be read at /mail. */
async function prepareMail(env: Env): Promise<{ mailer: Mailer; sink?: MailSink }> {
  if (env.mail) return { mailer: makeMailer(env.mail) }
  const sink = await startMailSink({ folder: join(env.dataFolder, 'mail') })
  return { sink, mailer: makeMailer({ url: `smtp://127.0.0.1:${sink.port}`, from: 'Fotfeste <fotfeste@localhost>' }) }
}

/** Starts everything in order; answers the function that stops it in the opposite order. Throws when something cannot start, with the rest stopped. */
export async function start(env: Env, onLost: (error: Error) => void): Promise<() => Promise<void>> {
  const stops: (() => Promise<void> | void)[] = []
  const stop = async (): Promise<void> => { for (const one of stops.toReversed()) await one() }
  try {
    const [installation] = await Promise.all([openInstallation(env, say, { onLost }), prepareWeb()])
    stops.push(() => installation.close())
    await seedWhenEmpty(env, installation, say)
    const { mailer, sink } = await prepareMail(env)
    stops.push(async () => { mailer.close(); await sink?.close() })
    const worker = makeWorker(installation, mailer, env.origin)
    stops.push(() => worker.stop())
    const server = await makeServer({ env, installation, sink: env.mode === 'test-installation' ? sink : undefined })
    stops.push(() => server.close())
    await server.listen({ port: env.port, host: env.host })
    await greet(env, installation)
    return stop
  } catch (error) {
    await stop()
    throw error
  }
}

/** Where it is, and in a test installation some of those one can be. */
async function greet(env: Env, { db }: Installation): Promise<void> {
  say(`\nFotfeste is ready: ${env.origin}`)
  if (env.oidc) return
  const accounts = await listTestAccounts(db, embeddedIssuer(env.origin))
  say('Sign in as any of the invented people, for example:')
  for (const { name, municipality_name: municipality, roles } of accounts.slice(0, 5)) say(`  ${name}, ${municipality} (${roles.join(', ')})`)
  say(`Mail that would have been sent: ${env.origin}/mail\nCtrl-C stops it.`)
}

/** What went wrong, in words that say what to do. */
function reason(error: unknown, env?: Env): string {
  if (error instanceof EnvironmentError) return `The environment does not fit:\n${error.message}`
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return `Port ${env?.port} is taken by another program. Stop it, or choose another: PORT=${(env?.port ?? 8080) + 1} npm start`
  if (code === 'EACCES') return `Port ${env?.port} may not be used by this user. Choose one above 1023 in PORT.`
  return error instanceof Error ? error.message : String(error)
}

/** Runs until it is told to stop. */
export async function runServer(): Promise<void> {
  let env: Env | undefined
  let stop = async (): Promise<void> => undefined
  let asked = 0
  const end = (code: number): void => {
    // one Ctrl-C may come both from the terminal and from whoever started us; asked again after that: at once
    if (asked > 0 && Date.now() - asked < ONE_PRESS_MS) return
    if (asked > 0) process.exit(code || 1)
    asked = Date.now()
    say('Stopping ...')
    setTimeout(() => process.exit(1), STOP_PATIENCE_MS).unref()
    stop().then(() => process.exit(code), (error: unknown) => { log.error('stop', failure(error)); process.exit(1) })
  }
  try {
    env = readEnv()
    log.level = env.logLevel
    stop = await start(env, () => end(1))
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(0))
  } catch (error) {
    process.stderr.write(`${reason(error, env)}\n`)
    log.debug('start.failed', failure(error))
    process.exit(1)
  }
}

if (import.meta.main) await runServer()
