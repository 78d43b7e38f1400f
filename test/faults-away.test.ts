import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { OutsideDatabase } from './faults-database.ts'
import { outsideDatabase, queueLater } from './faults-database.ts'
import type { Product } from './faults-product.ts'
import { eventually, healthOf, startProduct } from './faults-product.ts'
import type { Visitor } from './faults-session.ts'
import { aNewPerson, signInAs } from './faults-session.ts'

/** The real product on a PostgreSQL of its own that is stopped and comes back; and two people who save the same. */
const MOST_MS = 240_000
const secret = randomBytes(32).toString('hex')
let database: OutsideDatabase
let product: Product
let visitor: Visitor
beforeAll(async () => {
  database = await outsideDatabase()
  product = await startProduct({ DATABASE_URL: database.url, FOTFESTE_MODE: 'test-installation', FOTFESTE_SECRET: secret })
  visitor = await signInAs(product.origin, 'Programme adviser')
}, MOST_MS)
afterAll(async () => { await product?.close(); await database?.remove() }, MOST_MS)

test('the second of two who save the same is told who was first and what it changed', async () => {
  const other = await signInAs(product.origin, 'Settlement worker')
  const person = aNewPerson()
  await visitor.call('people.savePerson', person)
  const [mine, theirs] = await Promise.all([visitor, other].map((one) => one.call('people.getPerson', { personId: person.id })))
  expect([mine?.body['version'], theirs?.body['version']]).toEqual([1, 1])
  expect(await other.call('people.savePerson', { ...person, version: 1, phone: '40000000', givenName: 'Sarah' })).toMatchObject({ status: 200, body: { version: 2 } })
  const second = await visitor.call('people.savePerson', { ...person, version: 1, note: 'Ringer i morgen' })
  expect(second).toMatchObject({ status: 422, body: { refusals: [{ code: 'stale', params: { by: other.name } }] } })
  expect(second.body.refusals?.[0]?.params?.['fields']?.split(',').toSorted()).toEqual(['givenName', 'phone'])
  const kept = await visitor.call('people.getPerson', { personId: person.id })
  expect(kept.body).toMatchObject({ version: 2, phone: '40000000', note: null })
}, MOST_MS)

const page = async (path: string, language: string) => {
  const answer = await fetch(product.origin + path, { headers: { accept: 'text/html', 'accept-language': language } })
  return { status: answer.status, type: answer.headers.get('content-type'), again: answer.headers.get('retry-after'), text: await answer.text() }
}

test('while the database is stopped every door says so plainly; when it is back all goes on, with no restart', async () => {
  const server = product.pid()
  const person = aNewPerson()
  await visitor.call('people.savePerson', person)
  await queueLater(database.url, secret, { to: 'etterpaa@example.no', seconds: 3 })
  await database.stop()

  expect(await healthOf(product.origin)).toMatchObject({ status: 503, text: expect.stringContaining('database away') })
  for (const path of ['/l/hva-som-helst', '/local-sign-in/hvem-som-helst']) {
    expect(await page(path, 'nb'), path).toMatchObject({ status: 503, type: 'text/html; charset=utf-8', again: '2', text: expect.stringContaining('Fotfeste er ikke tilgjengelig akkurat nå') })
    expect(await page(path, 'en-GB,en;q=0.9'), path).toMatchObject({ status: 503, text: expect.stringContaining('Nothing you have saved is lost') })
  }
  const asked = await fetch(`${product.origin}/api/people.getPerson`, { method: 'POST', body: JSON.stringify({ personId: person.id }), headers: { 'content-type': 'application/json', 'x-fotfeste': '1', cookie: visitor.cookie() } })
  expect([asked.status, asked.headers.get('content-type'), asked.headers.get('retry-after')]).toEqual([503, 'application/problem+json; charset=utf-8', '2'])
  expect(await asked.json()).toMatchObject({ status: 503, title: 'The database is away' })
  await new Promise((later) => { setTimeout(later, 3_000) }) // the letter falls due meanwhile

  await database.start()
  await eventually(async () => { expect((await healthOf(product.origin)).status).toBe(200) }, 10_000)
  expect(await visitor.call('people.getPerson', { personId: person.id })).toMatchObject({ status: 200, body: { givenName: 'Sara' } })
  expect(await visitor.call('people.savePerson', { ...person, version: 1, note: 'Etterpå' })).toMatchObject({ status: 200, body: { version: 2 } })
  await product.mail.waitFor(({ to }) => to.includes('etterpaa@example.no'), 60_000)
  expect(product.pid()).toBe(server)
}, MOST_MS)
