import { createHash, randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeLetter } from '#domains/notifications/letter.ts'
import { log } from '#platform/log.ts'
import { SESSION_COOKIE } from '#platform/session.ts'
import { participantPortal } from '#portals/participant/index.ts'
import { registerLinkPages } from '#portals/links/register.ts'
import { operations } from '#server/operations.ts'
import { aSubmitted, mailedToken } from './placement.ts'
import type { Draft } from './placement.ts'
import { FORM, ORIGIN, aBrowser, aServer, anAccount, signIn } from './server.ts'
import type { Browser } from './server.ts'
import type { Caller, Municipality } from './world.ts'
import { aMunicipality, useWorld } from './world.ts'

log.level = 'error'
const world = useWorld()
const EVIL = '<script>alert(1)</script>"\'><img src=x onerror=alert(2)>'

let app: FastifyInstance
let here: Municipality
let adviser: Caller
let colleague: Browser
beforeAll(async () => {
  app = await aServer(world(), { operations, parts: [registerLinkPages, participantPortal] })
  here = await aMunicipality(world())
  adviser = await here.as('programme_adviser')
  colleague = aBrowser(app)
  await signIn(colleague, await anAccount(here))
})
afterAll(() => app.close())

const api = (browser: Browser, name: string, body: string, headers: Record<string, string> = {}) =>
  browser.ask({ method: 'POST', url: `/api/${name}`, payload: body, headers: { accept: 'application/json', 'content-type': 'application/json', 'x-fotfeste': '1', ...headers } })
const open = (token: string, form?: Record<string, string>) => app.inject({ method: form ? 'POST' : 'GET', url: `/l/${token}`, remoteAddress: `10.0.0.${Math.ceil(Math.random() * 250)}`,
  headers: { host: 'localhost:8080', accept: 'text/html', ...(form && FORM) }, ...(form && { payload: new URLSearchParams(form).toString() }) })
const basics = { familyName: 'Moe', contactLocale: 'nb', status: 'settled', addressProtection: 'none' }
const personJson = (rest: string): string => `${JSON.stringify({ ...basics, id: randomUUID() }).slice(0, -1)},${rest}}`
const yes = { action: 'approve', revision: '1', name: 'Per Dahl' }

/** An agreement sent for approval, and the two tokens mailed for it. */
async function mailed(over?: (draft: Draft) => Promise<void>) {
  const place = await aMunicipality(world())
  const draft = await aSubmitted(place, await place.as('programme_adviser'))
  await over?.(draft)
  return { place, draft, employer: await mailedToken(place, 'per@example.no'), participant: await mailedToken(place, 'oksana@example.no') }
}
/** A link made as the application makes it, for whatever an intruder would wish for. */
async function forge(place: Municipality, draft: Draft, over: { purpose?: 'approve' | 'evaluate'; expiresAt?: string; revokedAt?: string } = {}): Promise<string> {
  const token = randomUUID()
  await world().owner.query(`insert into personal_link (municipality_id, id, token_hash, purpose, party, agreement_id, person_id, email, expires_at, revoked_at) values ($1, $2, $3, $4, 'employer', $5, $6, 'x@example.no', $7, $8)`,
    [place.id, randomUUID(), createHash('sha256').update(token).digest(), over.purpose ?? 'approve', draft.id, draft.personId, over.expiresAt ?? '2026-12-01', over.revokedAt ?? null])
  return token
}

describe('a mailed link', () => {
  test('wins once, however many press at the same moment', async () => {
    const { employer, draft } = await mailed()
    const answers = await Promise.all([1, 2, 3, 4].map(() => open(employer, yes)))
    expect(answers.every(({ statusCode }) => statusCode < 500)).toBe(true)
    expect((await world().owner.query("select from approval where agreement_id = $1 and party = 'employer' and how = 'link'", [draft.id])).rowCount).toBe(1)
    expect((await open(employer)).statusCode).toBe(410)
  })

  test('is not used up by what fetches it beforehand', async () => {
    const { employer } = await mailed()
    for (const method of ['HEAD', 'GET'] as const) await app.inject({ method, url: `/l/${employer}`, headers: { host: 'localhost:8080' } })
    expect((await open(employer, yes)).statusCode).toBe(200)
  })

  test('opens nothing when guessed, revoked or too old, and gives away nothing of what it was for', async () => {
    const { place, draft } = await mailed()
    const closed = [await forge(place, draft, { revokedAt: '2026-11-01' }), await forge(place, draft, { expiresAt: '2026-11-01' }), 'gjettet', '%00', "'; drop table person; --", 'a'.repeat(90)]
    for (const token of closed) for (const form of [undefined, yes]) {
      const { statusCode, body } = await open(encodeURIComponent(token), form)
      expect([404, 410], token).toContain(statusCode)
      expect(body).not.toMatch(/Oksana|Kovalenko|Bakeri/)
    }
    expect((await world().owner.query('select from approval where agreement_id = $1', [draft.id])).rowCount).toBe(0)
  })

  test('made to approve does not evaluate, nor the other way round', async () => {
    const { place, draft, employer } = await mailed()
    await open(await forge(place, draft, { purpose: 'evaluate' }), yes)
    await open(employer, { wouldHostAgain: 'yes', isHired: 'yes', wentWell: 'x', skills: 'Baking' })
    for (const table of ['approval', 'evaluation', 'skill']) expect((await world().owner.query(`select from ${table} where agreement_id = $1`, [draft.id])).rowCount, table).toBe(0)
  })

  test('is no session: its bearer can call nothing', async () => {
    const { employer } = await mailed()
    const bearer = aBrowser(app)
    await bearer.ask({ url: `/l/${employer}` })
    expect(bearer.cookies.size).toBe(0)
    bearer.cookies.set(SESSION_COOKIE, employer)
    for (const name of ['people.listPeople', 'placements.getAgreementForLink', 'placements.approveByLink']) expect((await api(bearer, name, '{}')).statusCode, name).toBe(401)
  })

  test('shows names and words as they were written, never as markup', async () => {
    const { employer } = await mailed(async (draft) => {
      await world().owner.query('update person set given_name = $1 where id = $2', [EVIL, draft.personId])
      await world().owner.query('update employer set name = $1 where id = $2', [EVIL, draft.employerId])
      await world().owner.query('update agreement set tasks = $1, purpose = $1 where id = $2', [EVIL, draft.id])
    })
    const { statusCode, body } = await open(employer)
    expect([statusCode, body.includes('&lt;script&gt;'), /<script|<img/.test(body)]).toEqual([200, true, false])
  })
})

test('a letter keeps names out of its headers and its markup', () => {
  const { subject, html } = writeLetter('approve_agreement', 'nb', { party: 'employer', name: EVIL, person: `Ola\r\nBcc: alle@example.no`, employer: EVIL, municipality: EVIL, days: 14, link: 'https://fotfeste.example/l/x' })
  expect(html).not.toMatch(/<script|<img/)
  expect(subject).not.toContain('<script')
})

describe('signing in', () => {
  test.each(['/.//evil.example', '/x/..//evil.example', '/%2e//evil.example', '//evil.example', '/\\evil.example', '/\t/evil.example', 'https:evil.example', 'javascript:alert(1)', `${'/a'.repeat(1500)}`])('leads nowhere else: %j', async (address) => {
    const answer = await signIn(aBrowser(app), await anAccount(here), `/sign-in?return=${encodeURIComponent(address)}`)
    const to = new URL(String(answer.headers.location), ORIGIN)
    expect(String(answer.headers.location)).not.toMatch(/^(\/\/|\/\\)/)
    expect(to.origin).toBe(ORIGIN)
  })

  test('takes no token from outside, and its cookie is for the server alone', async () => {
    const victim = aBrowser(app)
    victim.cookies.set(SESSION_COOKIE, 'satt-av-en-annen')
    const answer = await signIn(victim, await anAccount(here))
    expect(victim.cookies.get(SESSION_COOKIE)).not.toBe('satt-av-en-annen')
    expect(answer.cookies.find(({ name }) => name === SESSION_COOKIE)).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
  })

  test('out is for good: the token opens nothing afterwards', async () => {
    const browser = aBrowser(app)
    await signIn(browser, await anAccount(here))
    const token = browser.cookies.get(SESSION_COOKIE) ?? ''
    await browser.ask({ method: 'POST', url: '/sign-out' })
    browser.cookies.set(SESSION_COOKIE, token)
    expect((await api(browser, 'identity.whoAmI', '{}')).statusCode).toBe(401)
  })
})

describe('somebody signed in', () => {
  test('as participant calls no operation of the staff, also where her account was given their roles by mistake', async () => {
    const personId = randomUUID()
    const otherId = randomUUID()
    await here.put((tx) => tx.insertInto('person').values([{ id: personId, givenName: 'Olena', familyName: 'Melnyk' }, { id: otherId, givenName: 'Amina', familyName: 'Noor' }]).execute())
    const browser = aBrowser(app)
    await signIn(browser, await anAccount(here, { roles: ['participant'], personId }))
    for (const [name] of Object.entries(operations).filter(([, op]) => !/^(own\.|identity\.self)/.test(op.permission))) expect([403, 404], name).toContain((await api(browser, name, '{}')).statusCode)
    const mixed = aBrowser(app)
    await signIn(mixed, await anAccount(here, { roles: ['participant', 'programme_adviser', 'protected_access'], personId }))
    expect((await api(mixed, 'people.getPerson', JSON.stringify({ personId: otherId }))).statusCode).toBe(404)
    expect((await api(mixed, 'people.savePerson', JSON.stringify({ ...basics, id: randomUUID(), givenName: 'Ny' }))).statusCode).not.toBe(200)
  })

  test.each([
    ['a NUL', personJson('"givenName":"Ola\\u0000"')], ['half a letter', personJson('"givenName":"Ola\\ud800"')],
    ['a prototype', personJson('"givenName":"Ola","__proto__":{"isAdmin":true}')], ['a constructor', personJson('"givenName":"Ola","constructor":{"prototype":{"isAdmin":true}}')],
    ['depth', `{"note":${'['.repeat(100_000)}${']'.repeat(100_000)}}`], ['a list', '[]'], ['nothing', 'null'], ['half', '{"id":'], ['length', `{"givenName":"${'a'.repeat(900_000)}"}`], ['too much', `{"note":"${'a'.repeat(1_100_000)}"}`],
  ])('who sends %s is refused, and nothing falls over', async (_, body) => {
    const answer = await api(colleague, 'people.savePerson', body)
    expect([400, 413, 422]).toContain(answer.statusCode)
    expect(answer.body).not.toMatch(/ at .*\.ts|postgres|select |insert /i)
    expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false)
  })

  test('who searches for signs finds no more than by words', async () => {
    for (const text of ['%', '_', '\\', '%%%%_%', "'; drop table person; --", 'a'.repeat(100), '(((((', '٪']) {
      for (const name of ['people.listPeople', 'employers.listEmployers', 'opportunities.listOpenings', 'competence.findOccupations']) {
        expect((await api(colleague, name, JSON.stringify({ text }))).statusCode, `${name} ${text}`).toBe(200)
      }
    }
  })

  test('cannot have the answer another got, by the id of her request', async () => {
    const requestId = randomUUID()
    const personId = randomUUID()
    const body = JSON.stringify({ ...basics, id: personId, givenName: 'Sofia' })
    expect((await api(colleague, 'people.savePerson', body, { 'x-request-id': requestId })).statusCode).toBe(200)
    const other = aBrowser(app)
    await signIn(other, await anAccount(here))
    const elsewhere = aBrowser(app)
    await signIn(elsewhere, await anAccount(await aMunicipality(world())))
    expect((await api(other, 'people.savePerson', body, { 'x-request-id': requestId })).json()).toMatchObject({ refusals: [{ code: 'request.reused' }] })
    expect((await api(elsewhere, 'people.getPerson', JSON.stringify({ personId }), { 'x-request-id': requestId })).statusCode).toBe(404)
  })

  test('by a page of another site is refused in every place that changes something', async () => {
    const foreign = { origin: 'https://evil.example', accept: 'application/json' }
    const before = colleague.cookies.get(SESSION_COOKIE)
    for (const [url, headers] of [['/api/identity.setLocale', { 'content-type': 'text/plain' }], ['/api/identity.setLocale', { 'content-type': 'application/json' }], ['/files/people.importParticipants', { 'content-type': 'text/plain' }], ['/mine/language', FORM]] as const) {
      expect((await colleague.ask({ method: 'POST', url, payload: '{"locale":"en"}', headers: { ...foreign, ...headers } })).statusCode, url).toBeGreaterThanOrEqual(400)
    }
    await colleague.ask({ method: 'POST', url: '/sign-out', headers: foreign })
    colleague.cookies.set(SESSION_COOKIE, before ?? '')
    expect((await api(colleague, 'identity.whoAmI', '{}')).json()).toMatchObject({ account: { locale: 'nb' } })
  })

  test('as participant, with a form that is none, is refused and not met with a fault', async () => {
    const personId = randomUUID()
    await here.put((tx) => tx.insertInto('person').values({ id: personId, givenName: 'Olena', familyName: 'Melnyk' }).execute())
    const browser = aBrowser(app)
    await signIn(browser, await anAccount(here, { roles: ['participant'], personId }))
    for (const payload of ['', 'locale=xx', 'locale=nb&locale=en', '__proto__=a&__proto__=b', 'locale=nb&to=//evil.example'])
      for (const url of ['/mine/language', `/mine/places/${randomUUID()}/apply`, '/mine/places/x/apply']) {
        const answer = await browser.ask({ method: 'POST', url, payload, headers: FORM })
        expect([303, 404, 422], `${url} ${payload}`).toContain(answer.statusCode)
        expect(String(answer.headers.location ?? '/mine/')).toMatch(/^\/mine\//)
      }
  })

  test('gets the paper of an agreement as a file, and a name with signs breaks no header', async () => {
    const draft = await aSubmitted(here, adviser)
    await world().owner.query('update employer set name = $1 where id = $2', ['Kafé "\r\nset-cookie: x=1; ../../etc', draft.employerId])
    const { statusCode, headers } = await colleague.ask({ url: `/files/placements.getDocument?input=${encodeURIComponent(JSON.stringify({ agreementId: draft.id, locale: 'nb' }))}`, headers: { accept: 'application/json' } })
    expect([200, 422]).toContain(statusCode) // 422 where there is no type setter, said so
    expect(headers['set-cookie']).toBeUndefined()
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['content-disposition'] ?? 'attachment; filename="none"').toMatch(/^attachment; filename="[\w. -]+"/)
  })

  test('sends no more than twenty megabytes, and nothing at all without a session', async () => {
    const send = (browser: Browser, bytes: number) => browser.ask({ method: 'POST', url: '/files/people.importParticipants?input=%7B%22dryRun%22%3Atrue%7D', payload: Buffer.alloc(bytes), headers: { accept: 'application/json', 'content-type': 'application/octet-stream', 'x-fotfeste': '1', 'x-file-name': encodeURIComponent('../../etc/passwd') } })
    expect((await send(colleague, 21 * 1024 * 1024)).statusCode).toBe(413)
    expect((await send(aBrowser(app), 10)).statusCode).toBe(401)
  })
})
