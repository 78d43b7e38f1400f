import { setTimeout as sleep } from 'node:timers/promises'
import type { Database } from '#platform/db.ts'
import { openDatabase } from '#platform/db.ts'
import type { Env } from '#platform/env.ts'
import { keptSecret } from '#platform/env.ts'
import { migrate } from '#platform/migrate.ts'
import { embeddedIssuer } from '#platform/oidc-embedded.ts'
import type { Postgres } from '#platform/postgres.ts'
import { connectOrStart, startPostgres } from '#platform/postgres.ts'
import { isDatabaseAway } from '#platform/problem.ts'
import { dayInNorway } from '#shared/date.ts'

/** Says to the one who started us what is being done. */
export type Say = (line: string) => void

/** A database brought to this version, and the pools that reach it. */
export type Installation = { ownerUrl: string; secret: string; db: Database; close(): Promise<void> }

const PATIENCE_MS = 60_000
const TRY_EVERY_MS = 1_000

/** Where the database is: the given one, or the built-in one. `beside`: another process may be using it already. */
async function reachDatabase(env: Env, say: Say, { beside = false, onLost }: { beside?: boolean; onLost?: (error: Error) => void }): Promise<Pick<Postgres, 'url' | 'stop'>> {
  if (env.databaseUrl) return { url: env.databaseUrl, stop: async () => undefined }
  say(`Built-in database in ${env.dataFolder}`)
  return (beside ? connectOrStart : startPostgres)(env.dataFolder, { onExit: onLost })
}

async function migrateWhenReachable(url: string, secret: string, say: Say): Promise<string[]> {
  for (let waited = 0; ; waited += TRY_EVERY_MS) {
    try {
      return await migrate(url, secret)
    } catch (error) {
      if (!isDatabaseAway(error) || waited >= PATIENCE_MS) throw error
      if (waited === 0) say('Waiting for the database ...')
      await sleep(TRY_EVERY_MS)
    }
  }
}

/** Reaches the database and brings it to this version. Whoever opens it closes it. */
export async function openInstallation(env: Env, say: Say, options: { beside?: boolean; onLost?: (error: Error) => void } = {}): Promise<Installation> {
  const secret = env.secret ?? keptSecret(env.dataFolder)
  const { url, stop } = await reachDatabase(env, say, options)
  try {
    const done = await migrateWhenReachable(url, secret, say)
    if (done.length > 0) say(`Brought the database to this version (${done.length} migrations)`)
    const db = openDatabase(url, secret)
    return { ownerUrl: url, secret, db, close: async () => { await db.close(); await stop() } }
  } catch (error) {
    await stop()
    throw error
  }
}

export type Municipality = { id: string; number: string; name: string; is_test: boolean }
export const listMunicipalities = async (db: Database): Promise<Municipality[]> => (await db.staff.query<Municipality>('select * from app.list_municipalities()')).rows

/** Fills an empty test installation with the invented municipalities; answers whether it did. */
export async function seedWhenEmpty(env: Env, { db, ownerUrl }: Installation, say: Say): Promise<boolean> {
  if (env.mode !== 'test-installation' || (await listMunicipalities(db)).length > 0) return false
  say('Inventing municipalities to try things in ...')
  const { seed } = await import('#db/seed/index.ts')
  await seed(db, ownerUrl, { today: dayInNorway(new Date()), issuer: env.oidc?.issuer ?? embeddedIssuer(env.origin) })
  return true
}
