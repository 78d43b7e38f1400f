import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { createHmac } from 'node:crypto'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'

const folder = new URL('../../db/', import.meta.url)

export type SignInRole = 'fotfeste_staff' | 'fotfeste_portal' | 'fotfeste_worker' | 'fotfeste_stats'
const signInRoles: SignInRole[] = ['fotfeste_staff', 'fotfeste_portal', 'fotfeste_worker', 'fotfeste_stats']

/** A sign-in role's password: made from the installation's secret, so that every process makes the same one and none is stored. */
export const rolePassword = (secret: string, role: SignInRole): string =>
  createHmac('sha256', secret).update(`database role ${role}`).digest('base64url')

/** The address one sign-in role uses for the database the owner's address names. */
export function roleUrl(ownerUrl: string, secret: string, role: SignInRole): string {
  const url = new URL(ownerUrl)
  url.username = role
  url.password = rolePassword(secret, role)
  return url.href
}

type Migration = { name: string; sql: string; checksum: string }

function readMigrations(): Migration[] {
  return readdirSync(new URL('migrations/', folder)).filter((name) => name.endsWith('.sql')).sort().map((name) => {
    const sql = readFileSync(new URL(`migrations/${name}`, folder), 'utf8')
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
  })
}

async function setUpRoles(client: pg.Client, secret: string): Promise<void> {
  await client.query(readFileSync(new URL('roles.sql', folder), 'utf8'))
  const database = (await client.query<{ name: string }>('select current_database() as name')).rows[0]?.name ?? ''
  await client.query(`grant create on database ${pg.escapeIdentifier(database)} to fotfeste_worker`)
  for (const role of signInRoles) {
    await client.query(`alter role ${role} password ${pg.escapeLiteral(rolePassword(secret, role))}`)
  }
}

async function applyOne(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    // an owner under forced row-level security would otherwise see, and change, nothing without a word
    await client.query('set local row_security = off')
    await client.query(migration.sql)
    await client.query('insert into app_migration (name, checksum) values ($1, $2)', [migration.name, migration.checksum])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${migration.name} failed: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

/** Throws when a migration that has run was changed or removed since: forward only. */
function assertUnchanged(applied: { name: string; checksum: string }[], known: Migration[]): void {
  for (const { name, checksum } of applied) {
    const migration = known.find((one) => one.name === name)
    if (!migration) throw new Error(`Migration ${name} has run in this database but is not in this version: use the version that made it, or a newer one.`)
    if (migration.checksum !== checksum) throw new Error(`Migration ${name} has run but its file was changed afterwards: restore it and write a new migration.`)
  }
}

/**
 * Brings the database to this version: roles, migrations not yet run (each in a transaction of its own), the views, the job library's own tables.
 * One process at a time (advisory lock). Answers the names of the migrations run now.
 */
export async function migrate(ownerUrl: string, secret: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query("select pg_advisory_lock(hashtext('fotfeste migrate'))")
    await setUpRoles(client, secret)
    await client.query('create table if not exists app_migration (name text primary key, checksum text not null, at timestamptz not null default now())')
    await client.query('revoke all on app_migration from public')
    const applied = (await client.query<{ name: string; checksum: string }>('select name, checksum from app_migration order by name')).rows
    const known = readMigrations()
    assertUnchanged(applied, known)
    const missing = known.filter(({ name }) => !applied.some((one) => one.name === name))
    for (const migration of missing) await applyOne(client, migration)
    if (missing.length > 0) await rebuildViews(client)
    if (missing.length > 0) await runMigrations({ connectionString: roleUrl(ownerUrl, secret, 'fotfeste_worker'), logger: undefined })
    return missing.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

/** Views for statistics are repeatable: dropped and made anew whenever something was migrated. */
async function rebuildViews(client: pg.Client): Promise<void> {
  await client.query('drop schema if exists stats cascade; create schema stats; grant usage on schema stats to app_stats')
  for (const name of readdirSync(new URL('views/', folder)).filter((one) => one.endsWith('.sql')).sort()) {
    await client.query(readFileSync(new URL(`views/${name}`, folder), 'utf8'))
  }
}
