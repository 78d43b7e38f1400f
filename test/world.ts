import { createHash, randomUUID } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import type { z } from 'zod'
import type { Role } from '#domains/identity/roles.core.ts'
import { permissionsOf } from '#domains/identity/roles.core.ts'
import { plainDate } from '#shared/date.ts'
import type { Permission } from '#shared/permission.ts'
import type { Actor, Database, Tx } from '#platform/db.ts'
import { beginAs, openDatabase, poolOf, queriesOn } from '#platform/db.ts'
import { migrate } from '#platform/migrate.ts'
import { perform } from '#platform/operation.ts'
import type { Refusal } from '#shared/decision.ts'
import { Refused } from '#platform/problem.ts'
import type { Api, OperationName } from '#server/operations.ts'
import { operations } from '#server/operations.ts'

const SECRET = 'test-secret'
/** The day it is in tests, unless a test says otherwise. */
export const NOW = new Date('2026-11-20T09:00:00Z')
export const TODAY = plainDate('2026-11-20')

const withDatabase = (url: string, name: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href

async function onServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const url = process.env['TEST_DATABASE_URL']
  if (!url) throw new Error('TEST_DATABASE_URL is missing: run the tests by `npm test` or vitest, whose global set-up starts a database')
  const client = new pg.Client({ connectionString: withDatabase(url, 'postgres') })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The migrated database all others are cloned from: made once for each state of db/. */
async function template(): Promise<string> {
  const folder = new URL('../db/', import.meta.url)
  const files = [new URL('roles.sql', folder), ...['migrations/', 'views/'].flatMap((one) => readdirSync(new URL(one, folder)).sort().map((name) => new URL(one + name, folder)))]
  const hash = createHash('sha256')
  for (const file of files) hash.update(readFileSync(file))
  const name = `fotfeste_template_${hash.digest('hex').slice(0, 12)}`
  await onServer(async (client) => {
    await client.query("select pg_advisory_lock(hashtext('fotfeste test template'))")
    if ((await client.query('select from pg_database where datname = $1 and datistemplate', [name])).rowCount) return
    await client.query(`drop database if exists ${name}`)
    await client.query(`create database ${name}`)
    await migrate(withDatabase(process.env['TEST_DATABASE_URL'] ?? '', name), SECRET)
    await client.query(`alter database ${name} is_template true`)
  })
  return name
}

export type World = { db: Database; ownerUrl: string; owner: pg.Pool; secret: string; close(): Promise<void> }

/** A database of its own, cloned from the migrated template. */
export async function openWorld(): Promise<World> {
  const from = await template()
  const name = `fotfeste_test_${randomUUID().replace(/-/g, '')}`
  await onServer((client) => client.query(`create database ${name} template ${from}`))
  const ownerUrl = withDatabase(process.env['TEST_DATABASE_URL'] ?? '', name)
  const db = openDatabase(ownerUrl, SECRET, 4)
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 2 })
  // dropping the database may reach a connection that is just being closed
  owner.on('error', () => undefined)
  owner.on('connect', (client) => client.on('error', () => undefined))
  return { db, ownerUrl, owner, secret: SECRET, close: async () => {
    await db.close()
    await owner.end()
    await onServer((client) => client.query(`drop database if exists ${name} with (force)`))
  } }
}

/** One database for a test file: `const world = useWorld()`, then `await aMunicipality(world())` in each test. */
export function useWorld(): () => World {
  let world: World | undefined
  beforeAll(async () => { world = await openWorld() })
  afterAll(async () => { await world?.close() })
  return () => {
    if (!world) throw new Error('The world is there only inside a test')
    return world
  }
}

type Call = <N extends OperationName>(name: N, input: z.input<Api[N]['input']>, options?: { now?: Date; requestId?: string }) => Promise<z.output<Api[N]['output']>>
/** Somebody who can call operations: through the real pipeline, without HTTP. */
export type Caller = { actor: Actor; call: Call; refusals: <N extends OperationName>(name: N, input: z.input<Api[N]['input']>) => Promise<Refusal[]>; auditTrail: (personId: string) => Promise<string[]> }

export function callerFor(world: World, actor: Actor): Caller {
  const call: Call = async (name, input, options = {}) =>
    // reason for the cast: the registry's union of operations cannot be narrowed by a generic name
    perform(world.db, operations[name] as never, actor, { name, input, now: options.now ?? NOW, requestId: options.requestId }) as never
  return { actor, call,
    /** The refusals of a call that must be refused; fails when it is accepted or fails in another way. */
    refusals: (name, input) => call(name, input).then(() => { throw new Error(`${name} was accepted`) }, (error: unknown) => {
      if (error instanceof Refused) return error.refusals
      throw error
    }),
    auditTrail: async (personId) => (await world.owner.query<{ operation: string }>('select operation from audit_log where $1 = any (subjects) order by id', [personId])).rows.map(({ operation }) => operation) }
}

export type Municipality = {
  id: string
  number: string
  /** A colleague with one role, or with several in one sign-in. */
  as: (...roles: Role[]) => Promise<Caller>
  /** A colleague with exactly these permissions. */
  holding: (...permissions: Permission[]) => Promise<Caller>
  /** The participant herself, signed in. */
  participant: (personId: string) => Promise<Caller>
  /** Rows put in as the application would, past the operations: for what a test does not test. */
  put: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
}

let lastNumber = 1000

/** A new municipality: every test has its own, so tests run side by side and each exercises the isolation. */
export async function aMunicipality(world: World, { isTest = true } = {}): Promise<Municipality> {
  const id = randomUUID()
  const number = String(lastNumber++)
  await world.owner.query('select app.create_municipality($1, $2, $3, $4, $5, $6)', [id, number, `Kommune ${number}`, 'Regionen', isTest, {}])
  const account = async (roles: readonly string[], personId?: string): Promise<string> => {
    const accountId = randomUUID()
    await world.owner.query(`insert into account (municipality_id, id, name, email, issuer, subject, roles, person_id) values ($1, $2, $3, $4, 'test', $5, $6, $7)`,
      [id, accountId, `${roles.join(' og ') || 'Medarbeider'} ${number}`, `${accountId}@example.no`, accountId, roles, personId ?? null])
    return accountId
  }
  const caller = async (roles: readonly string[], permissions: readonly Permission[], personId?: string): Promise<Caller> => {
    const actor: Actor = { kind: personId ? 'participant' : 'staff', id: await account(roles, personId), municipalityId: id, name: roles.join(', '), locale: 'nb', permissions, personId }
    return callerFor(world, actor)
  }
  const system: Actor = { kind: 'system', id: randomUUID(), municipalityId: id, name: 'system', locale: 'nb', permissions: ['people.numbers', 'people.protected', 'health.read', 'programme.decide', 'programme.absence', 'programme.economy'] }
  return { id, number,
    as: (...roles) => caller(roles, permissionsOf(roles)),
    holding: (...permissions) => caller([], permissions),
    participant: (personId) => caller(['participant'], permissionsOf(['participant']), personId),
    put: (work) => asActor(world.db, system, work) }
}

async function asActor<T>(db: Database, actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await poolOf(db, actor).connect()
  try {
    await client.query(beginAs(actor, 'write'))
    const result = await work(queriesOn(client))
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
