import { randomUUID } from 'node:crypto'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { FORM, ORIGIN, aBrowser, aServer, actionOf, anAccount, anIssuer, signIn, signedIn } from '#test/server.ts'
import { aMunicipality, useWorld } from '#test/world.ts'
import { log } from './log.ts'
import { embeddedIssuer } from './oidc-embedded.ts'

log.level = 'error'
const world = useWorld()

test('one signs in by the built-in issuer, is known, comes back to where she was, and signs out', async () => {
  const municipality = await aMunicipality(world())
  const browser = aBrowser(await aServer(world()))
  const back = await signIn(browser, await anAccount(municipality), '/sign-in?return=%2Fpeople%3Fpage%3D2')
  expect([back.statusCode, back.headers.location]).toEqual([303, '/people?page=2'])
  const cookie = String(back.headers['set-cookie'])
  expect(cookie).toMatch(/fotfeste_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax/)
  const me = await browser.ask({ method: 'POST', url: '/api/identity.whoAmI', payload: {}, headers: { 'x-fotfeste': '1' } })
  expect(me.json()).toMatchObject({ municipality: { number: municipality.number }, roles: ['programme_adviser'] })
  const out = await browser.ask({ method: 'POST', url: '/sign-out', payload: '', headers: FORM })
  expect(out.headers.location).toBe('/signed-out')
  browser.cookies.set('fotfeste_session', /fotfeste_session=([\w-]+)/.exec(cookie)?.[1] ?? '')
  expect((await browser.ask({ method: 'POST', url: '/api/identity.whoAmI', payload: {}, headers: { 'x-fotfeste': '1' } })).statusCode).toBe(401)
})

test('the sign-in page says it is a test, groups people by municipality, and does not let one be somebody else', async () => {
  const municipality = await aMunicipality(world())
  await anAccount(municipality)
  const browser = aBrowser(await aServer(world()))
  const start = await browser.ask({ url: '/sign-in' })
  const chosen = await browser.ask({ url: String((await browser.ask({ url: String(start.headers.location).replace(ORIGIN, '') })).headers.location) })
  expect(chosen.body).toContain('testinstallasjon')
  expect(chosen.body).toContain(`Kommune ${municipality.number}`)
  const action = actionOf(chosen.body)
  const foreign = await browser.ask({ method: 'POST', url: action, payload: 'who=somebody', headers: FORM })
  expect(foreign.headers.location).toBe(action)
})

const choosing = (municipality: string, headers: Record<string, string> = {}) =>
  ({ method: 'POST' as const, url: '/sign-in/choose', payload: new URLSearchParams({ municipality }).toString(), headers: { ...FORM, ...headers } })

test('somebody in several municipalities chooses one', async () => {
  const [first, second] = [await aMunicipality(world()), await aMunicipality(world())]
  const who = await anAccount(first)
  await anAccount(second, { subject: who })
  const browser = aBrowser(await aServer(world()))
  expect((await signIn(browser, who)).body).toContain(`Kommune ${second.number}`)
  const entered = await browser.ask(choosing(second.id))
  expect(entered.headers.location).toBe('/')
  const me = await browser.ask({ method: 'POST', url: '/api/identity.whoAmI', payload: {}, headers: { 'x-fotfeste': '1' } })
  expect(me.json()).toMatchObject({ municipality: { id: second.id } })
})

test('only the browser that was shown the choice makes it, from our own page', async () => {
  const [first, second] = [await aMunicipality(world()), await aMunicipality(world())]
  const who = await anAccount(first)
  await anAccount(second, { subject: who })
  const app = await aServer(world())
  const [browser, other] = [aBrowser(app), aBrowser(app)]
  await signIn(browser, who)
  const kept = browser.cookies.get('fotfeste_choice') ?? ''
  for (const cookie of [undefined, kept.split('.')[0] ?? '', `${kept}x`]) {
    if (cookie !== undefined) other.cookies.set('fotfeste_choice', cookie)
    expect((await other.ask(choosing(second.id))).headers.location).toBe('/sign-in')
  }
  expect((await browser.ask(choosing(second.id, { origin: 'https://evil.example' }))).headers.location).toBe('/sign-in')
  expect([other, browser].map(({ cookies }) => cookies.has('fotfeste_session'))).toEqual([false, false])
  expect((await browser.ask(choosing(second.id, { origin: ORIGIN }))).headers.location).toBe('/')
  expect((await browser.ask(choosing(first.id))).headers.location).toBe('/sign-in')
})

test('who signs in anew in the same browser ends the session that was open there', async () => {
  const municipality = await aMunicipality(world())
  const browser = aBrowser(await aServer(world()))
  const who = await anAccount(municipality)
  await signIn(browser, who)
  const before = browser.cookies.get('fotfeste_session') ?? ''
  await signIn(browser, who)
  const known = async () => (await browser.ask({ method: 'POST', url: '/api/identity.whoAmI', payload: {}, headers: { 'x-fotfeste': '1' } })).statusCode
  expect(await known()).toBe(200)
  browser.cookies.set('fotfeste_session', before)
  expect(await known()).toBe(401)
})

test('somebody without an account is told whom to ask, and it is noted at the door', async () => {
  const municipality = await aMunicipality(world())
  const who = await anAccount(municipality)
  const app = await aServer(world(), { issuer: anIssuer(ORIGIN, async () => true) })
  const answer = await signIn(aBrowser(app), `unknown-${who}`)
  expect(answer.statusCode).toBe(403)
  expect(answer.body).toContain('ingen bruker i Fotfeste')
  const { rows } = await world().owner.query("select detail from door_event where kind = 'sign_in_unknown'")
  expect(rows).toContainEqual({ detail: { issuer: embeddedIssuer(ORIGIN) } })
})

test.each(['https://evil.example', '//evil.example', '/\\evil.example', 'people', '/\tevil'])('a return address elsewhere is not followed: %j', async (address) => {
  const municipality = await aMunicipality(world())
  const back = await signIn(aBrowser(await aServer(world())), await anAccount(municipality), `/sign-in?return=${encodeURIComponent(address)}`)
  expect(back.headers.location).toBe('/')
})

test('an answer to somebody else’s attempt is refused', async () => {
  const browser = aBrowser(await aServer(world()))
  const answer = await browser.ask({ url: '/sign-in/callback?code=x&state=y' })
  expect(answer.statusCode).toBe(400)
  expect(answer.body).toContain('ble ikke fullført')
})

test('sign-in is limited for one address', async () => {
  const app = await aServer(world(), { signInLimit: 3 })
  const statuses = []
  for (let times = 0; times < 5; times += 1) statuses.push((await aBrowser(app).ask({ url: '/sign-in' })).statusCode)
  expect(statuses).toEqual([303, 303, 303, 429, 429])
})

test('a session ends an hour after it was last used, and ten hours after it began', async () => {
  let now = new Date('2026-11-20T06:00:00Z')
  const { call } = await signedIn(world(), { clock: () => now })
  const at = async (time: string) => { now = new Date(`2026-11-20T${time}:00Z`); return (await call('identity.whoAmI', {})).statusCode }
  for (const time of ['06:55', '07:50', '08:45', '09:40', '10:35', '11:30', '12:25', '13:20', '14:15', '15:10', '15:55']) expect(await at(time), time).toBe(200)
  expect(await at('16:01')).toBe(401) // ten hours
  now = new Date('2026-11-20T06:00:00Z')
  const idle = await signedIn(world(), { clock: () => now })
  now = new Date('2026-11-20T07:01:00Z')
  expect((await idle.call('identity.whoAmI', {})).statusCode).toBe(401)
})

test('a participant comes to her own pages, unless she asked for another', async () => {
  const municipality = await aMunicipality(world())
  const personId = randomUUID()
  await municipality.put((tx) => tx.insertInto('person').values({ id: personId, givenName: 'Olena', familyName: 'Melnyk' }).execute())
  const who = await anAccount(municipality, { roles: ['participant'], personId })
  const app = await aServer(world(), { homeOf: ({ kind }) => (kind === 'participant' ? '/mine' : '/') })
  expect((await signIn(aBrowser(app), who)).headers.location).toBe('/mine')
  expect((await signIn(aBrowser(app), who, '/sign-in?return=/mine/week')).headers.location).toBe('/mine/week')
  expect((await signIn(aBrowser(app), await anAccount(municipality))).headers.location).toBe('/')
})

test('over a real socket, by an ordinary client', async () => {
  const port = await new Promise<number>((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => { const { port: free } = probe.address() as AddressInfo; probe.close(() => found(free)) }) // listening on a port, not a pipe
  })
  const origin = `http://localhost:${port}`
  const municipality = await aMunicipality(world())
  const who = await anAccount(municipality, { origin })
  const app = await aServer(world(), { origin })
  await app.listen({ port, host: '127.0.0.1' })
  const jar = new Map<string, string>()
  const go = async (path: string, { headers, ...init }: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> } = {}): Promise<Response> => {
    const answer = await fetch(new URL(path, origin), { ...init, redirect: 'manual', headers: { accept: 'text/html', cookie: [...jar].map((pair) => pair.join('=')).join('; '), ...headers } })
    for (const line of answer.headers.getSetCookie()) { const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []; if (value) jar.set(name, value); else jar.delete(name) }
    const next = answer.headers.get('location')
    return next && next !== '/' ? go(next) : answer
  }
  const page = await (await go('/sign-in')).text()
  const action = actionOf(page)
  await go(action, { method: 'POST', body: new URLSearchParams({ who }) })
  const me = await go('/api/identity.whoAmI', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json', 'x-fotfeste': '1' } })
  expect(await me.json()).toMatchObject({ municipality: { number: municipality.number } })
  await app.close()
})
