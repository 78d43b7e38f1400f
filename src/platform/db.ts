import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import type { PluginTransformResultArgs, QueryResult, UnknownRow } from 'kysely'
import pg from 'pg'
import type { Permission } from '#shared/permission.ts'
import { groundsOf } from '#shared/permission.ts'
import type { DB } from './db.types.ts'
import { roleUrl } from './migrate.ts'

/** Who asks, in which municipality, with what. Made at the door from a session or a personal link, never from input. */
export type Actor = {
  kind: 'staff' | 'participant' | 'employer' | 'system'
  id: string
  municipalityId: string
  name: string
  locale: string
  permissions: readonly Permission[]
  personId?: string
  agreementId?: string
  /** The plan a mailed link is about. */
  planId?: string
  /** The meeting day a mailed link is about, and for whom: an employer, a guest, or neither for a wall. */
  meeting?: { dayId: string; employerId?: string; guestId?: string }
}

export type Tx = Kysely<DB>

/** Two walled-off ways in: what staff do, and what participants and employers do, each with a sign-in role and pool of its own. */
export type Database = { staff: pg.Pool; portal: pg.Pool; close(): Promise<void> }

// days stay days, moments are ISO text, numerics are numbers, a time of day is HH:MM
const { builtins } = pg.types
pg.types.setTypeParser(builtins.DATE, (value) => value)
pg.types.setTypeParser(builtins.TIMESTAMPTZ, (value) => new Date(value).toISOString())
pg.types.setTypeParser(builtins.NUMERIC, Number)
pg.types.setTypeParser(builtins.INT8, Number)
pg.types.setTypeParser(builtins.TIME, (value) => value.slice(0, 5))

function makePool(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString, max, connectionTimeoutMillis: 5_000 })
  // without a listener at both places a lost connection would end the process; the query that met it reports it
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

/** Opens the pools for the database the owner's address names. `size` connections for staff, half for the portals. */
export function openDatabase(ownerUrl: string, secret: string, size = 6): Database {
  const staff = makePool(roleUrl(ownerUrl, secret, 'fotfeste_staff'), size)
  const portal = makePool(roleUrl(ownerUrl, secret, 'fotfeste_portal'), Math.max(2, size / 2))
  return { staff, portal, close: async () => { await Promise.all([staff.end(), portal.end()]) } }
}

const databaseRole = { staff: 'app_staff', system: 'app_staff', participant: 'app_participant', employer: 'app_employer' } as const

export const poolOf = (db: Database, actor: Actor): pg.Pool =>
  actor.kind === 'staff' || actor.kind === 'system' ? db.staff : db.portal

/** Whoever holds a link to a plan or a meeting day sees no agreement at all, not even her own. */
const NO_AGREEMENT = '00000000-0000-0000-0000-000000000000'

/** The text that begins a transaction as `actor`: one round trip. Refuses an actor that is not whole, before any SQL. */
export function beginAs(actor: Actor, mode: 'read' | 'write'): string {
  if (!actor.municipalityId || !actor.id) throw new Error('An actor without id or municipality may not reach the database')
  const settings: Record<string, string> = {
    'app.municipality_id': actor.municipalityId, 'app.actor_id': actor.id, 'app.actor_kind': actor.kind,
    'app.grounds': groundsOf(actor.permissions).join(','), 'app.person_id': actor.personId ?? '', 'app.agreement_id': actor.agreementId ?? (actor.planId === undefined && actor.meeting === undefined ? '' : NO_AGREEMENT), 'app.plan_id': actor.planId ?? '',
    'app.meeting_day_id': actor.meeting?.dayId ?? '', 'app.meeting_employer_id': actor.meeting?.employerId ?? '', 'app.meeting_guest_id': actor.meeting?.guestId ?? '',
    role: databaseRole[actor.kind],
    // a statement that hangs, and a transaction that nobody ends, give their connection back
    statement_timeout: '2min', idle_in_transaction_session_timeout: '5min',
  }
  const set = Object.entries(settings).map(([name, value]) => `set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}, true)`).join(', ')
  // A read runs in a savepoint that cannot write and is rolled back before its audit entry is written.
  return `begin; select ${set}${mode === 'read' ? '; set local synchronous_commit = off; savepoint reading; set transaction read only' : ''}`
}

/** More statements than this are not kept prepared on one connection, nor longer ones: those differ with every number of rows. */
const MOST_PREPARED = 400
const LONGEST_PREPARED = 6_000

/** Asks a statement that was asked before on this connection by name, so that PostgreSQL reads and plans it once and not each time. */
function preparing(client: pg.PoolClient): (text: string, values: unknown[]) => Promise<pg.QueryResult> {
  const names = new Map<string, string | undefined>()
  let prepared = 0
  return (text, values) => {
    const name = names.get(text)
    if (name !== undefined) return client.query({ name, text, values })
    if (names.has(text)) names.set(text, `asked_${++prepared}`)
    else if (names.size < MOST_PREPARED && text.length <= LONGEST_PREPARED) names.set(text, undefined)
    return client.query(text, values)
  }
}

/** Kysely's plugin asks for every name in every row anew; the rows of a result have the same names, so they are asked for once. What is within a value stays as it is. */
class CamelNames extends CamelCasePlugin {
  override async transformResult({ result }: PluginTransformResultArgs): Promise<QueryResult<UnknownRow>> {
    const names = Object.keys(result.rows[0] ?? {}).map((name): [string, string] => [name, this.camelCase(name)])
    return names.every(([name, camel]) => name === camel) ? result : { ...result, rows: result.rows.map((row) => renamed(row, names)) }
  }
}

function renamed(row: UnknownRow, names: readonly [string, string][]): UnknownRow {
  const made: UnknownRow = {}
  for (const [name, camel] of names) made[camel] = row[name]
  return made
}

const kyselyOf = new WeakMap<pg.PoolClient, Tx>()

/** Kysely on one connection, made once for each: inside the transaction that was begun on it. */
export function queriesOn(client: pg.PoolClient): Tx {
  const known = kyselyOf.get(client)
  if (known) return known
  const query = preparing(client)
  const only = { connect: async () => ({ query, release: () => undefined }), end: async () => undefined }
  const made = new Kysely<DB>({
    // reason for the cast: Kysely wants a whole pool and uses only `connect` and `end` of it
    dialect: new PostgresDialect({ pool: only as unknown as pg.Pool }),
    plugins: [new CamelNames()],
  })
  kyselyOf.set(client, made)
  return made
}

/** A transaction as `actor` outside the pipeline: for jobs and for what belongs to no operation. Leaves no audit entry. */
export async function asActor<T>(db: Database, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  const begin = beginAs(actor, 'write')
  const client = await poolOf(db, actor).connect()
  let broken = false
  try {
    await client.query(begin)
    const result = await work(queriesOn(client))
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(() => { broken = true })
    throw error
  } finally {
    client.release(broken)
  }
}
