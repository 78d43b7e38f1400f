import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { identityOperations, permissionsOf } from '#domains/identity/index.ts'
import type { Role } from '#domains/identity/roles.core.ts'
import type { Operations } from '#platform/http-operations.ts'
import type { ServerOptions } from '#platform/http.ts'
import { buildServer } from '#platform/http.ts'
import { carryEmbeddedIssuer, embeddedIssuer } from '#platform/oidc-embedded.ts'
import { listTestAccounts, signInPage } from '#server/sign-in-page.ts'
import type { Municipality, World } from './world.ts'
import { NOW, aMunicipality } from './world.ts'

export const ORIGIN = 'http://localhost:8080'
const SECRET = 'a'.repeat(32)

/** A folder for what a server keeps; gone with the test process. */
export const serverFolder = mkdtempSync(join(tmpdir(), 'fotfeste-http-'))
process.on('exit', () => rmSync(serverFolder, { recursive: true, force: true }))

/** A server over the world's database with the built-in sign-in, its clock in the test's hands. */
export async function aServer(world: World, over: Partial<ServerOptions> = {}): Promise<FastifyInstance> {
  const { origin = ORIGIN } = over
  return buildServer({
    db: world.db, operations: identityOperations, permissionsOf, origin, secret: SECRET, clock: () => NOW, signInLimit: 1000, webFolder: join(serverFolder, 'web'), version: '0',
    issuer: anIssuer(origin), ...over,
  })
}

/** The built-in issuer; `mayBe` widens who may be chosen. */
export const anIssuer = (origin: string, mayBe?: () => Promise<boolean>): ServerOptions['issuer'] => (app, { db }) => carryEmbeddedIssuer(app, {
  origin, secret: SECRET, dataFolder: serverFolder,
  choosePage: async (uid, locale, by) => signInPage(uid, await listTestAccounts(db, by), locale),
  mayBe: mayBe ?? (async (subject, by) => (await listTestAccounts(db, by)).some((account) => account.subject === subject)) })

export type Browser = { cookies: Map<string, string>; ask: (options: InjectOptions) => Promise<LightMyRequestResponse> }
export const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

/** Keeps cookies as a browser does. */
export function aBrowser(app: FastifyInstance): Browser {
  const cookies = new Map<string, string>()
  return { cookies, ask: async (options) => {
    const answer = await app.inject({ ...options, headers: { host: 'localhost:8080', accept: 'text/html', cookie: [...cookies].map((pair) => pair.join('=')).join('; '), ...options.headers } })
    for (const { name, value } of answer.cookies) if (value) cookies.set(name, value); else cookies.delete(name)
    return answer
  } }
}

type AccountOptions = { subject?: string; origin?: string; roles?: Role[]; personId?: string }

/** An account that signs in by the built-in issuer; answers its subject. */
export async function anAccount(municipality: Municipality, { subject = randomUUID(), origin = ORIGIN, personId, roles = personId ? ['participant'] : ['programme_adviser'] }: AccountOptions = {}): Promise<string> {
  await municipality.put((tx) => tx.insertInto('account').values({ id: randomUUID(), name: `Ane ${municipality.number}`, email: 'ane@example.no', issuer: embeddedIssuer(origin), subject, roles, personId }).execute())
  return subject
}

export const actionOf = (page: string): string => /action="(\/local-sign-in\/[^"]+)"/.exec(page)?.[1] ?? ''

/** From `from` through the built-in issuer to the last answer: the redirect that follows upon being let in, or a page. */
export async function signIn({ ask }: Browser, who: string, from = '/sign-in'): Promise<LightMyRequestResponse> {
  const follow = async (first: LightMyRequestResponse): Promise<LightMyRequestResponse> => {
    let answer = first
    while (/sign-in|oidc/.test(String(answer.headers.location ?? ''))) answer = await ask({ url: String(answer.headers.location).replace(ORIGIN, '') })
    return answer
  }
  const asked = await follow(await ask({ url: from }))
  return follow(await ask({ method: 'POST', url: actionOf(asked.body), payload: new URLSearchParams({ who }).toString(), headers: FORM }))
}

/** Somebody signed in, in a municipality and at a server of her own. */
export async function signedIn(world: World, over: Partial<ServerOptions> & { operations?: Operations } = {}) {
  const municipality = await aMunicipality(world)
  const app = await aServer(world, over)
  const browser = aBrowser(app)
  await signIn(browser, await anAccount(municipality))
  const call = (name: string, input: unknown, headers: Record<string, string> = {}) =>
    browser.ask({ method: 'POST', url: `/api/${name}`, payload: JSON.stringify(input), headers: { accept: 'application/json', 'content-type': 'application/json', 'x-fotfeste': '1', ...headers } })
  return { municipality, app, browser, call }
}
