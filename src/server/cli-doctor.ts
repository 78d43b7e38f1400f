import { existsSync } from 'node:fs'
import { access, constants, mkdir, readdir, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { Env } from '#platform/env.ts'
import { keptSecret, readEnv } from '#platform/env.ts'
import { log } from '#platform/log.ts'
import { makeMailer } from '#platform/mail.ts'
import { roleUrl } from '#platform/migrate.ts'
import { connectOrStart } from '#platform/postgres.ts'
import { hasTypst } from '#platform/typst.ts'
import type { Answer } from './cli-database.ts'
import { WEB_FOLDER } from './server.ts'

type Check = { what: string; state: 'ok' | 'warn' | 'wrong'; found: string; todo?: string }
const MB = 1024 * 1024
const MOST_CLOCK_SECONDS = 60
const PATIENCE_MS = 5_000

const ok = (what: string, found: string): Check => ({ what, state: 'ok', found })
const warn = (what: string, found: string, todo: string): Check => ({ what, state: 'warn', found, todo })
const wrong = (what: string, found: string, todo: string): Check => ({ what, state: 'wrong', found, todo })
const said = (error: unknown): string => (error instanceof Error ? error.message || error.name : String(error))

const checkNode = (): Check => process.versions.node.startsWith('24.') ? ok('Node.js', process.version) : wrong('Node.js', process.version, 'Start by npm, which uses the pinned Node.js 24.')

async function checkFolder({ dataFolder }: Env): Promise<Check> {
  try {
    await mkdir(dataFolder, { recursive: true, mode: 0o700 })
    await access(dataFolder, constants.W_OK)
    return ok('Data folder', dataFolder)
  } catch {
    return wrong('Data folder', `${dataFolder} cannot be written`, 'Choose another in FOTFESTE_DATA, or give this user the right to write there.')
  }
}

async function checkDisk({ dataFolder }: Env): Promise<Check> {
  const { bavail, bsize } = await statfs(dataFolder)
  const free = Math.round((bavail * bsize) / MB)
  const found = `${free} MB free`
  if (free < 200) return wrong('Disk space', found, 'Make room before going on: a full disk stops the database.')
  return free < 2_000 ? warn('Disk space', found, 'Make room soon.') : ok('Disk space', found)
}

const checkWeb = (): Check => existsSync(join(WEB_FOLDER, 'staff.html')) ? ok('Web pages', 'built') : warn('Web pages', 'not built', 'npm start builds them.')

const checkPaper = (): Check => hasTypst() ? ok('Paper (PDF)', 'typesetter and fonts are installed')
  : warn('Paper (PDF)', `there is no typesetter for ${process.platform}-${process.arch}`, 'Agreements are offered as pages to print instead. On Linux x64: delete node_modules and run npm start.')

async function checkMail({ mail }: Env): Promise<Check> {
  if (!mail) return ok('Mail', 'kept here, at /mail; nothing is sent')
  const mailer = makeMailer(mail)
  try {
    await mailer.verify()
    return ok('Mail', 'the mail server answers')
  } catch (error) {
    return wrong('Mail', `the mail server does not answer: ${said(error)}`, 'See SMTP_URL: address, port, user and password.')
  } finally {
    mailer.close()
  }
}

async function checkSignIn({ oidc, mode }: Env): Promise<Check> {
  if (!oidc) return mode === 'production' ? wrong('Sign-in', 'none', 'Give OIDC_ISSUER.') : ok('Sign-in', 'built in, with invented people')
  const address = `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) })
    if (!answer.ok) return wrong('Sign-in', `${address} answers ${answer.status}`, 'See OIDC_ISSUER.')
    const apart = Math.abs(Date.now() - Date.parse(answer.headers.get('date') ?? new Date().toISOString())) / 1000
    return apart > MOST_CLOCK_SECONDS ? wrong('Clock', `${Math.round(apart)} seconds from the sign-in service`, 'Set the clock of this machine (NTP): sign-in fails otherwise.') : ok('Sign-in', oidc.issuer)
  } catch (error) {
    return wrong('Sign-in', `${address} does not answer: ${said(error)}`, 'See OIDC_ISSUER, and whether this machine may reach it.')
  }
}

async function checkDatabase(env: Env): Promise<Check[]> {
  const stop: (() => Promise<void>)[] = []
  try {
    const database = env.databaseUrl ? { url: env.databaseUrl, stop: async () => undefined } : await connectOrStart(env.dataFolder)
    stop.push(database.stop)
    const client = new pg.Client({ connectionString: database.url, connectionTimeoutMillis: PATIENCE_MS })
    await client.connect()
    stop.push(() => client.end())
    return await askDatabase(client, roleUrl(database.url, env.secret ?? keptSecret(env.dataFolder), 'fotfeste_staff'))
  } catch (error) {
    return [wrong('Database', said(error), env.databaseUrl ? 'See DATABASE_URL, and whether the server runs.' : 'Read postgres.log in the data folder.')]
  } finally {
    for (const one of stop.toReversed()) await one()
  }
}

async function askDatabase(client: pg.Client, staffUrl: string): Promise<Check[]> {
  const one = async (sql: string): Promise<string> => String(Object.values((await client.query<Record<string, unknown>>(sql)).rows[0] ?? {})[0])
  const release = Number(await one('show server_version_num'))
  const extensions = await one("select coalesce(string_agg(name, ', '), '') from unnest(array['pg_trgm', 'btree_gin']) as name where name not in (select name from pg_available_extensions)")
  const roles = Number(await one("select count(*) from pg_roles where rolname in ('app_staff', 'app_participant', 'app_employer', 'app_stats', 'app_gate', 'app_search', 'app_merge')"))
  const clock = Math.abs(Number(await one('select extract(epoch from clock_timestamp())')) - Date.now() / 1000)
  const staff = new pg.Client({ connectionString: staffUrl, connectionTimeoutMillis: PATIENCE_MS })
  const signsIn = roles === 7 ? await staff.connect().then(async () => { await staff.end(); return '' }, said) : ''
  return [
    release >= 180000 ? ok('Database', `PostgreSQL ${Math.floor(release / 10000)}`) : wrong('Database', `PostgreSQL ${Math.floor(release / 10000)}`, 'Use PostgreSQL 18 or newer.'),
    extensions === '' ? ok('Extensions', 'available') : wrong('Extensions', `missing: ${extensions}`, 'Install the contrib package of PostgreSQL.'),
    roles < 7 ? warn('Roles', `${roles} of 7`, 'npm start makes them; without the right to, run db/roles.sql as the administrator of the database.')
      : signsIn === '' ? ok('Roles', 'in place') : wrong('Roles', signsIn, 'The secret differs from the one the roles were made with. See FOTFESTE_SECRET, and run migrate.'),
    await checkMigrations(client), await checkQuiet(one),
    clock > MOST_CLOCK_SECONDS ? wrong('Clock', `${Math.round(clock)} seconds from the database's`, 'Set both clocks (NTP).') : ok('Clock', 'agrees with the database'),
  ]
}

/** The database's own log quotes the statement that failed and its details, which hold names and numbers, unless it is told not to. */
async function checkQuiet(one: (sql: string) => Promise<string>): Promise<Check> {
  const quiet = { log_min_error_statement: 'panic', log_error_verbosity: 'terse' }
  const loud: string[] = []
  for (const [name, wanted] of Object.entries(quiet)) if (await one(`show ${name}`) !== wanted) loud.push(`${name} = ${wanted}`)
  return loud.length === 0 ? ok('Database log', 'quotes nobody') : warn('Database log', 'may quote people in its errors', `Set ${loud.join(' and ')} in PostgreSQL. See docs/running.md.`)
}

async function checkMigrations(client: pg.Client): Promise<Check> {
  const known = (await readdir(new URL('../../db/migrations/', import.meta.url))).filter((name) => name.endsWith('.sql'))
  const { rows } = await client.query<{ name: string }>('select name from app_migration').catch(() => ({ rows: [] }))
  const missing = known.filter((name) => !rows.some((row) => row.name === name)).length
  const foreign = rows.filter(({ name }) => !known.includes(name)).length
  if (foreign > 0) return wrong('Migrations', `${foreign} are of a newer version`, 'Use the version that made them, or a newer one.')
  return missing > 0 ? warn('Migrations', `${missing} have not run`, 'npm start runs them.') : ok('Migrations', `all ${known.length} have run`)
}

/** Looks at everything Fotfeste needs. */
export async function doctor(): Promise<Answer> {
  const env = readEnv()
  log.level = 'error'
  const folder = await checkFolder(env)
  const checks = [checkNode(), folder, ...(folder.state === 'wrong' ? [] : [await checkDisk(env), ...(await checkDatabase(env))]), checkWeb(), checkPaper(), await checkMail(env), await checkSignIn(env)]
  for (const { what, state, found, todo } of checks) process.stderr.write(`${state.padEnd(6)}${what.padEnd(14)}${found}${todo ? `\n      → ${todo}` : ''}\n`)
  return { answer: { checks }, code: checks.some(({ state }) => state === 'wrong') ? 1 : 0 }
}
