import { readEnv } from '#platform/env.ts'
import { log } from '#platform/log.ts'
import type { Installation, Municipality } from './installation.ts'
import { listMunicipalities, openInstallation, seedWhenEmpty } from './installation.ts'
import type { Env } from '#platform/env.ts'

/** The options of a command line, as given. */
export type Values = Record<string, string | boolean | undefined>
export type Answer = { answer?: unknown; code: number }

/** Something the one at the keyboard can put right; its message says how. */
export class CliError extends Error {}

/** A command line that cannot be understood; its message says what to write. */
export class UsageError extends Error {}

const say = (line: string): void => { process.stderr.write(`${line}\n`) }

/** Does something with the installation's database, beside a running server or alone, and lets go of it afterwards. */
export async function withInstallation<T>(work: (installation: Installation, env: Env) => Promise<T>): Promise<T> {
  const env = readEnv()
  log.level = 'warn'
  const installation = await openInstallation(env, say, { beside: true })
  try {
    return await work(installation, env)
  } finally {
    await installation.close()
  }
}

/** The municipality with this number, or the only one there is. */
export async function findMunicipality({ db }: Installation, number: unknown): Promise<Municipality> {
  const all = await listMunicipalities(db)
  const found = number === undefined && all.length === 1 ? all[0] : all.find((one) => one.number === number)
  if (found) return found
  const known = all.map((one) => `${one.number} ${one.name}`).join(', ') || 'none yet: npm run fotfeste -- seed'
  throw new CliError(`Say which municipality with --municipality <number>. There are: ${known}.`)
}

export const migrateOnly = (): Promise<Answer> => withInstallation(async () => ({ answer: { migrated: true }, code: 0 }))

export const seedOnly = (): Promise<Answer> => withInstallation(async (installation, env) => {
  if (env.mode === 'production') throw new CliError('A production installation is never filled with invented people. Set FOTFESTE_MODE=test-installation to try things.')
  const seeded = await seedWhenEmpty(env, installation, say)
  return { answer: { seeded, municipalities: (await listMunicipalities(installation.db)).map(({ number, name }) => ({ number, name })) }, code: 0 }
})
