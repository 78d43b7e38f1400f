import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { operations } from '#server/operations.ts'
import type { Env } from '#platform/env.ts'
import { embeddedIssuer } from '#platform/oidc-embedded.ts'
import { perform } from '#platform/operation.ts'
import { Refused } from '#platform/problem.ts'
import { systemActor } from '#platform/system-actor.ts'
import type { Answer, Values } from './cli-database.ts'
import { CliError, findMunicipality, withInstallation } from './cli-database.ts'
import { listMunicipalities } from './installation.ts'

/** Makes a municipality: what is done once, by whoever installs, before anybody can sign in. */
export async function addMunicipality(number: string, name: string): Promise<Answer> {
  if (!/^\d{4}$/.test(number) || name.trim() === '') throw new CliError('Write the municipality number with four digits and the name, for example: 4601 Bergen.')
  return withInstallation(async ({ db, ownerUrl }, env) => {
    if ((await listMunicipalities(db)).some((one) => one.number === number)) throw new CliError(`There is already a municipality with the number ${number}.`)
    const id = randomUUID()
    const owner = new pg.Client({ connectionString: ownerUrl })
    await owner.connect()
    try {
      await owner.query('select app.create_municipality($1, $2, $3, null, $4, $5)', [id, number, name.trim(), env.mode === 'test-installation', {}])
    } finally {
      await owner.end()
    }
    return { answer: { id, number, name: name.trim() }, code: 0 }
  })
}

const issuerOf = (env: Env): string => env.oidc?.issuer ?? embeddedIssuer(env.origin)

/** Makes an account, by the same operation as the administrator's page: the first administrator, or one when all are shut out. */
export async function addAccount([name = '', email = '', subject = '']: string[], values: Values): Promise<Answer> {
  const { roles = 'administrator' } = values
  return withInstallation(async (installation, env) => {
    const municipality = await findMunicipality(installation, values['municipality'])
    const input = { id: randomUUID(), name, email, issuer: issuerOf(env), subject, roles: String(roles).split(',').map((role) => role.trim()), isActive: true }
    try {
      await perform(installation.db, operations['identity.saveAccount'], systemActor(municipality.id), { name: 'identity.saveAccount', input, now: new Date() })
      return { answer: { ...input, municipality: municipality.number }, code: 0 }
    } catch (error) {
      if (error instanceof Refused) throw new CliError(`The account was not made: ${error.refusals.map(({ code, path }) => `${code}${path ? ` (${path})` : ''}`).join(', ')}.`)
      throw error
    }
  })
}
