import { randomUUID } from 'node:crypto'
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { identityOperations, permissionsOf } from '#domains/identity/index.ts'
import { listTestAccounts, signInPage } from '#server/sign-in-page.ts'
import type { Municipality } from '#test/world.ts'
import { aMunicipality, useWorld } from '#test/world.ts'
import { FileInput, FileOutput } from './files.ts'
import type { ServerOptions } from './http.ts'
import { buildServer } from './http.ts'
import { compressFolder } from './http-static.ts'
import { log } from './log.ts'
import { carryEmbeddedIssuer, embeddedIssuer } from './oidc-embedded.ts'
import { operation } from './operation.ts'
import { Refused } from './problem.ts'

log.level = 'error'
const world = useWorld()
const folder = await mkdtemp(join(tmpdir(), 'fotfeste-http-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const ORIGIN = 'http://localhost:8080'
let clock = new Date('2026-11-20T09:00:00Z')

let timesDone = 0
const operations = {
  ...identityOperations,
  'trial.write': operation({ permission: 'identity.self', input: z.object({ word: z.string() }), output: z.object({ times: z.int() }), subjects: () => [], run: async () => ({ times: ++timesDone }) }),
  'trial.fail': operation({ permission: 'identity.self', input: z.object({}), output: z.object({}), subjects: () => [], run: async () => { throw new Error('Kari Nordmann 01017012345') } }),
  'trial.refuse': operation({ permission: 'identity.self', input: z.object({}), output: z.object({}), subjects: () => [], run: async () => { throw new Refused({ code: 'a' }, { code: 'b', path: 'c' }) } }),
  'trial.takeFile': operation({ permission: 'identity.self', input: FileInput.extend({ dryRun: z.boolean() }), output: z.object({ length: z.int(), name: z.string() }), subjects: () => [],
    run: async (_, { bytes, fileName }) => ({ length: bytes.length, name: fileName }) }),
  'trial.giveFile': operation({ permission: 'identity.self', reads: true, input: z.object({}), output: FileOutput, subjects: () => [],
    run: async () => ({ fileName: 'Avtale – Åse.txt', contentType: 'text/plain; charset=utf-8', bytes: new TextEncoder().encode('blåbær') }) }),
}

async function aServer(over: Partial<ServerOptions> = {}): Promise<FastifyInstance> {
  const { origin = ORIGIN } = over
  return buildServer({
    db: world().db, operations, permissionsOf, origin, secret: 'a'.repeat(32), clock: () => clock, signInLimit: 1000, webFolder: join(folder, 'web'), version: '0',
    issuer: (app, { db }) => carryEmbeddedIssuer(app, { origin, secret: 'a'.repeat(32), dataFolder: folder,
      choosePage: async (uid, locale, by) => signInPage(uid, await listTestAccounts(db, by), locale),
      mayBe: async (subject, by) => (await listTestAccounts(db, by)).some((account) => account.subject === subject) }),
    ...over,
  })
}

type Browser = { cookies: Map<string, string>; ask: (options: InjectOptions) => Promise<LightMyRequestResponse> }

/** Keeps cookies as a browser does. */
function aBrowser(app: FastifyInstance): Browser {
  const cookies = new Map<string, string>()
  return { cookies, ask: async (options) => {
    const answer = await app.inject({ ...options, headers: { host: 'localhost:8080', accept: 'text/html', cookie: [...cookies].map((pair) => pair.join('=')).join('; '), ...options.headers } })
    for (const { name, value } of answer.cookies) if (value) cookies.set(name, value); else cookies.delete(name)
    return answer
  } }
}

async function anAccount(municipality: Municipality, subject: string = randomUUID(), origin = ORIGIN): Promise<string> {
  await municipality.put((tx) => tx.insertInto('account').values({ id: randomUUID(), name: `Ane ${municipality.number}`, email: 'ane@example.no', issuer: embeddedIssuer(origin), subject, roles: ['programme_adviser'] }).execute())
  return subject
}

/** Follows redirects from `/sign-in` to the page that wants something. */
async function signIn({ ask }: Browser, who: string, from = '/sign-in'): Promise<LightMyRequestResponse> {
  const follow = async (first: LightMyRequestResponse) => {
    let answer = first
    while (answer.statusCode >= 300 && answer.statusCode < 400 && !/^\/($|people)/.test(String(answer.headers.location))) {
      answer = await ask({ url: String(answer.headers.location).replace(ORIGIN, '') })
    }
    return answer
  }
  const asked = await follow(await ask({ url: from }))
  const action = /action="(\/local-sign-in\/[^"]+)"/.exec(asked.body)?.[1] ?? ''
  return follow(await ask({ method: 'POST', url: action, payload: new URLSearchParams({ who }).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' } }))
}

async function signedIn(over: Partial<ServerOptions> = {}) {
  const municipality = await aMunicipality(world())
  const app = await aServer(over)
  const browser = aBrowser(app)
  await signIn(browser, await anAccount(municipality))
  const call = (name: string, input: unknown, headers: Record<string, string> = {}) =>
    browser.ask({ method: 'POST', url: `/api/${name}`, payload: JSON.stringify(input), headers: { accept: 'application/json', 'content-type': 'application/json', 'x-fotfeste': '1', ...headers } })
  return { municipality, app, browser, call }
}

test('one signs in by the built-in issuer, is known, comes back to where she was, and signs out', async () => {
  const municipality = await aMunicipality(world())
  const browser = aBrowser(await aServer())
  const back = await signIn(browser, await anAccount(municipality), '/sign-in?return=%2Fpeople%3Fpage%3D2')
  expect([back.statusCode, back.headers.location]).toEqual([303, '/people?page=2'])
  const cookie = String(back.headers['set-cookie'])
  expect(cookie).toMatch(/fotfeste_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax/)
  const me = await browser.ask({ method: 'POST', url: '/api/identity.whoAmI', payload: {}, headers: { 'x-fotfeste': '1' } })
  expect(me.json()).toMatchObject({ municipality: { number: municipality.number }, roles: ['programme_adviser'] })
  const out = await browser.ask({ method: 'POST', url: '/sign-out', payload: '', headers: { 'content-type': 'application/x-www-form-urlencoded' } })
  expect(out.headers.location).toBe('/signed-out')
  browser.cookies.set('fotfeste_session', /fotfeste_session=([\w-]+)/.exec(cookie)?.[1] ?? '')
  expect((await browser.ask({ method: 'POST', url: '/api/identity.whoAmI', payload: {}, headers: { 'x-fotfeste': '1' } })).statusCode).toBe(401)
})

test('the sign-in page says it is a test, groups people by municipality, and does not let one be somebody else', async () => {
  const municipality = await aMunicipality(world())
  await anAccount(municipality)
  const browser = aBrowser(await aServer())
  const start = await browser.ask({ url: '/sign-in' })
  const chosen = await browser.ask({ url: String((await browser.ask({ url: String(start.headers.location).replace(ORIGIN, '') })).headers.location) })
  expect(chosen.body).toContain('testinstallasjon')
  expect(chosen.body).toContain(`Kommune ${municipality.number}`)
  const action = /action="(\/local-sign-in\/[^"]+)"/.exec(chosen.body)?.[1] ?? ''
  const foreign = await browser.ask({ method: 'POST', url: action, payload: 'who=somebody', headers: { 'content-type': 'application/x-www-form-urlencoded' } })
  expect(foreign.headers.location).toBe(action)
})

test('somebody in several municipalities chooses one', async () => {
  const [first, second] = [await aMunicipality(world()), await aMunicipality(world())]
  const who = await anAccount(first)
  await anAccount(second, who)
  const browser = aBrowser(await aServer())
  const choice = await signIn(browser, who)
  const key = /name="key" value="([^"]+)"/.exec(choice.body)?.[1] ?? ''
  const entered = await browser.ask({ method: 'POST', url: '/sign-in/choose', payload: new URLSearchParams({ key, municipality: second.id }).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' } })
  expect(entered.headers.location).toBe('/')
  const me = await browser.ask({ method: 'POST', url: '/api/identity.whoAmI', payload: {}, headers: { 'x-fotfeste': '1' } })
  expect(me.json()).toMatchObject({ municipality: { id: second.id } })
})

test('somebody without an account is told whom to ask, and it is noted at the door', async () => {
  const municipality = await aMunicipality(world())
  const who = await anAccount(municipality)
  const app = await aServer({ issuer: (server, { db }) => carryEmbeddedIssuer(server, { origin: ORIGIN, secret: 'a'.repeat(32), dataFolder: folder,
    choosePage: async (uid, locale, by) => signInPage(uid, await listTestAccounts(db, by), locale), mayBe: async () => true }) })
  const answer = await signIn(aBrowser(app), `unknown-${who}`)
  expect(answer.statusCode).toBe(403)
  expect(answer.body).toContain('ingen bruker i Fotfeste')
  const { rows } = await world().owner.query("select detail from door_event where kind = 'sign_in_unknown'")
  expect(rows).toContainEqual({ detail: { issuer: embeddedIssuer(ORIGIN) } })
})

test.each(['https://evil.example', '//evil.example', '/\\evil.example', 'people', '/\tevil'])('a return address elsewhere is not followed: %j', async (address) => {
  const municipality = await aMunicipality(world())
  const back = await signIn(aBrowser(await aServer()), await anAccount(municipality), `/sign-in?return=${encodeURIComponent(address)}`)
  expect(back.headers.location).toBe('/')
})

test('an answer to somebody else’s attempt is refused', async () => {
  const browser = aBrowser(await aServer())
  const answer = await browser.ask({ url: '/sign-in/callback?code=x&state=y' })
  expect(answer.statusCode).toBe(400)
  expect(answer.body).toContain('ble ikke fullført')
})

test('sign-in is limited for one address', async () => {
  const app = await aServer({ signInLimit: 3 })
  const statuses = []
  for (let times = 0; times < 5; times += 1) statuses.push((await aBrowser(app).ask({ url: '/sign-in' })).statusCode)
  expect(statuses).toEqual([303, 303, 303, 429, 429])
})

test('a session ends an hour after it was last used, and ten hours after it began', async () => {
  clock = new Date('2026-11-20T06:00:00Z')
  const { call } = await signedIn()
  const at = async (time: string) => { clock = new Date(`2026-11-20T${time}:00Z`); return (await call('identity.whoAmI', {})).statusCode }
  for (const time of ['06:55', '07:50', '08:45', '09:40', '10:35', '11:30', '12:25', '13:20', '14:15', '15:10', '15:55']) expect(await at(time), time).toBe(200)
  expect(await at('16:01')).toBe(401) // ten hours
  clock = new Date('2026-11-20T06:00:00Z')
  const idle = await signedIn()
  clock = new Date('2026-11-20T07:01:00Z')
  expect((await idle.call('identity.whoAmI', {})).statusCode).toBe(401)
  clock = new Date('2026-11-20T09:00:00Z')
})

test('a page of another site cannot call an operation, nor can anybody without a session', async () => {
  const { browser, app } = await signedIn()
  const foreign = await browser.ask({ method: 'POST', url: '/api/identity.whoAmI', payload: {}, headers: { accept: 'application/json' } })
  expect([foreign.statusCode, foreign.json()]).toMatchObject([422, { refusals: [{ code: 'request.foreign' }] }])
  const nobody = await app.inject({ method: 'POST', url: '/api/identity.whoAmI', payload: {}, headers: { host: 'localhost:8080', 'x-fotfeste': '1' } })
  expect([nobody.statusCode, nobody.headers['content-type']]).toEqual([401, expect.stringContaining('application/problem+json')])
})

test('the same request sent twice is done once', async () => {
  const { call } = await signedIn()
  const requestId = randomUUID()
  const answers = [await call('trial.write', { word: 'a' }, { 'x-request-id': requestId }), await call('trial.write', { word: 'a' }, { 'x-request-id': requestId })]
  expect(answers[0]?.json()).toEqual(answers[1]?.json())
  expect((await call('trial.write', { word: 'b' }, { 'x-request-id': requestId })).json()).toMatchObject({ status: 422, refusals: [{ code: 'request.reused' }] })
  expect((await call('trial.write', { word: 'a' }, { 'x-request-id': 'x' })).statusCode).toBe(422)
})

test('every kind of no has its own answer, and a fault tells nothing but its number', async () => {
  const { call } = await signedIn()
  expect((await call('trial.refuse', {})).json()).toMatchObject({ status: 422, refusals: [{ code: 'a' }, { code: 'b', path: 'c' }] })
  expect((await call('identity.listAccounts', {})).json()).toMatchObject({ status: 403, title: 'Lacks identity.manage' })
  expect((await call('people.nothing', {})).statusCode).toBe(404)
  expect((await call('constructor', {})).statusCode).toBe(404)
  expect((await call('trial.write', { word: 'x'.repeat(1_100_000) })).statusCode).toBe(413)
  const fault = await call('trial.fail', {})
  expect(fault.json()).toMatchObject({ status: 500, id: expect.stringMatching(/^[\da-f-]{36}$/) })
  expect(fault.body).not.toContain('Nordmann')
})

test('files go in and out with any name', async () => {
  const { browser } = await signedIn()
  const sent = await browser.ask({ method: 'POST', url: '/files/trial.takeFile?input=%7B%22dryRun%22%3Atrue%7D', payload: Buffer.alloc(3_000_000), headers: { 'x-fotfeste': '1', 'x-file-name': encodeURIComponent('Deltakere å.xlsx'), 'content-type': 'application/json' } })
  expect(sent.json()).toEqual({ length: 3_000_000, name: 'Deltakere å.xlsx' })
  const got = await browser.ask({ url: '/files/trial.giveFile' })
  expect(got.body).toBe('blåbær')
  expect(got.headers['content-disposition']).toBe("attachment; filename=\"Avtale _ _se.txt\"; filename*=UTF-8''Avtale%20%E2%80%93%20%C3%85se.txt")
  expect(got.headers['x-content-type-options']).toBe('nosniff')
  expect((await browser.ask({ url: '/files/identity.whoAmI' })).statusCode).toBe(404)
  const large = await browser.ask({ method: 'POST', url: '/files/trial.takeFile', payload: Buffer.alloc(21 * 1024 * 1024), headers: { 'x-fotfeste': '1', 'x-file-name': 'a', accept: 'application/json' } })
  expect(large.statusCode).toBe(413)
})

test('the operations describe themselves', async () => {
  const { browser } = await signedIn()
  const description = (await browser.ask({ url: '/openapi.json' })).json()
  expect(description).toMatchObject({ openapi: '3.1.0', paths: { '/api/identity.whoAmI': { post: { operationId: 'identity.whoAmI', 'x-permission': 'identity.self' } }, '/files/trial.giveFile': { get: {} }, '/files/trial.takeFile': { post: {} } } })
})

test('whoever comes by another name of this machine goes on under its own', async () => {
  const { app } = await signedIn()
  const answer = await app.inject({ url: '/people?page=1', headers: { host: '127.0.0.1:8080' } })
  expect([answer.statusCode, answer.headers.location]).toEqual([302, `${ORIGIN}/people?page=1`])
  expect((await app.inject({ url: '/health', headers: { host: '127.0.0.1:8080' } })).json()).toMatchObject({ status: 'ok' })
})

test('the built web is sent compressed and kept for long; any page of it is the shell', async () => {
  const web = join(folder, 'web')
  await mkdir(join(web, 'assets'), { recursive: true })
  await writeFile(join(web, 'staff.html'), `<!doctype html><title>Fotfeste</title>${'<p>shell</p>'.repeat(200)}`)
  await writeFile(join(web, 'assets', 'staff-abc.js'), `// ${'script '.repeat(500)}`)
  await compressFolder(web)
  const browser = aBrowser(await aServer())
  const script = await browser.ask({ url: '/assets/staff-abc.js', headers: { 'accept-encoding': 'br, gzip' } })
  expect(script.headers).toMatchObject({ 'content-encoding': 'br', 'cache-control': expect.stringContaining('immutable') })
  for (const url of ['/', '/people/123?x=1']) {
    const page = await browser.ask({ url })
    expect([page.statusCode, page.body.includes('shell')], url).toEqual([200, true])
    expect(page.headers).toMatchObject({ 'content-security-policy': expect.stringContaining("default-src 'self'"), 'cache-control': 'no-cache' })
  }
  expect((await browser.ask({ url: '/assets/gone.js' })).statusCode).toBe(404)
  expect((await browser.ask({ url: '/api/gone' })).statusCode).toBe(404)
})

test('with the database away everything says so and asks to try again', async () => {
  const { app, browser, call } = await signedIn({ db: { ...world().db, staff: world().db.staff } })
  const away = await aServer({ db: { ...world().db, staff: Object.assign(Object.create(world().db.staff), {
    connect: () => Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })),
    query: () => Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })) }) } })
  expect((await call('identity.whoAmI', {})).statusCode).toBe(200)
  const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ')
  const answer = await away.inject({ method: 'POST', url: '/api/identity.whoAmI', payload: {}, headers: { host: 'localhost:8080', cookie, 'x-fotfeste': '1' } })
  expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '2'])
  expect((await away.inject({ url: '/health' })).statusCode).toBe(503)
  expect((await app.inject({ url: '/health' })).statusCode).toBe(200)
})

test('over a real socket, by an ordinary client', async () => {
  const port = await new Promise<number>((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => { const { port: free } = probe.address() as AddressInfo; probe.close(() => found(free)) }) // listening on a port, not a pipe
  })
  const origin = `http://localhost:${port}`
  const municipality = await aMunicipality(world())
  const who = await anAccount(municipality, randomUUID(), origin)
  const app = await aServer({ origin })
  await app.listen({ port, host: '127.0.0.1' })
  const jar = new Map<string, string>()
  const go = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const answer = await fetch(new URL(path, origin), { ...init, redirect: 'manual', headers: { accept: 'text/html', cookie: [...jar].map((pair) => pair.join('=')).join('; '), ...init.headers } })
    for (const line of answer.headers.getSetCookie()) { const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []; if (value) jar.set(name, value); else jar.delete(name) }
    const next = answer.headers.get('location')
    return next && next !== '/' ? go(next) : answer
  }
  const page = await (await go('/sign-in')).text()
  const action = /action="(\/local-sign-in\/[^"]+)"/.exec(page)?.[1] ?? ''
  await go(action, { method: 'POST', body: new URLSearchParams({ who }) })
  const me = await go('/api/identity.whoAmI', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json', 'x-fotfeste': '1' } })
  expect(await me.json()).toMatchObject({ municipality: { number: municipality.number } })
  await app.close()
})
