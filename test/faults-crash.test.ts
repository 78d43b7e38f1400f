import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { once } from 'node:events'
import { connect } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connectOrStart } from '#platform/postgres.ts'
import type { Product } from './faults-product.ts'
import { eventually, healthOf, isAlive, startProduct } from './faults-product.ts'
import type { Visitor, Write } from './faults-session.ts'
import { aNewPerson, signInAs, writeOnAndOn } from './faults-session.ts'

/** The real product with its built-in database is killed in the middle of its work. */
const MOST_MS = 240_000
let product: Product
let visitor: Visitor
beforeAll(async () => {
  product = await startProduct()
  visitor = await signInAs(product.origin, 'Programme adviser')
}, MOST_MS)
afterAll(() => product?.close(), MOST_MS)

const postmaster = (): number => Number(readFileSync(join(product.folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

type Kept = { id: string; address: boolean; entries: number }
/** What the database holds of these writes: who is there, whether with the address, and how many audit entries tell of it. */
async function keptOf(writes: readonly Write[]): Promise<Map<string, Kept>> {
  const { url } = await connectOrStart(product.folder)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<Kept>(`select p.id, exists (select from person_address a where a.person_id = p.id) as address,
      (select count(*)::int from audit_log l where l.operation = 'people.savePerson' and p.id = any(l.subjects) and l.outcome = 'done') as entries
      from person p where p.id = any($1)`, [writes.map(({ person }) => person.id)])
    return new Map(rows.map((row) => [row.id, row]))
  } finally {
    await client.end()
  }
}

/** What was answered is there; what was not is there as a whole or not at all; asked again, each is there once. */
async function expectNothingLost(writes: readonly Write[]): Promise<void> {
  const kept = await keptOf(writes)
  const answered = writes.filter(({ status }) => status === 200)
  expect(answered.filter(({ person }) => !kept.has(person.id))).toEqual([])
  expect([...kept.values()].filter(({ address, entries }) => !address || entries !== 1)).toEqual([])
  for (const { person, requestId, status, body } of writes.filter((one, at) => one.status !== 200 || at % 10 === 0)) {
    const again = await visitor.call('people.savePerson', person, requestId)
    expect(again).toEqual({ status: 200, body: status === 200 ? body : { id: person.id, version: 1 } })
  }
  expect([...(await keptOf(writes)).values()].filter(({ entries }) => entries === 1)).toHaveLength(writes.length)
}

describe('a server that is killed', () => {
  test.each([['the server alone', false], ['the server and its database at once', true]])('loses nothing it answered and starts again on its port: %s', async (_, withDatabase) => {
    const before = product.pid()
    const load = writeOnAndOn(visitor)
    await eventually(async () => { if (load.answered() < 60) throw new Error(`Only ${load.answered()} answered`) })
    if (withDatabase) process.kill(postmaster(), 'SIGKILL')
    product.signal('SIGKILL')
    expect(await product.ended()).toBe(null)
    await load.stop()
    await product.start()
    expect(product.pid()).not.toBe(before)
    expect(await healthOf(product.origin)).toMatchObject({ status: 200 })
    await expectNothingLost(load.writes)
  }, MOST_MS)
})

test('a database that dies under load is started again by the server, which goes on', async () => {
  const [server, database] = [product.pid(), postmaster()]
  const load = writeOnAndOn(visitor)
  await eventually(async () => { if (load.answered() < 60) throw new Error(`Only ${load.answered()} answered`) })
  process.kill(database, 'SIGKILL')
  await eventually(async () => { if (load.writes.every(({ status = 200 }) => status === 200)) throw new Error('Nobody noticed') })
  await eventually(async () => { expect((await healthOf(product.origin)).status).toBe(200) })
  const back = load.answered()
  await eventually(async () => { if (load.answered() < back + 10) throw new Error('No writes since') })
  await load.stop()
  expect(new Set(load.writes.map(({ status }) => status))).toEqual(new Set([200, 503]))
  expect([product.pid(), postmaster() === database]).toEqual([server, false])
  await expectNothingLost(load.writes)
}, MOST_MS)

/** An import whose file is sent in two parts, so that it is certainly under way in between. */
async function beginUpload(): Promise<{ finish(): Promise<{ status?: number; body: string }> }> {
  const file = Buffer.from('Fornavn;Etternavn;Fødselsdato\nAmina;Sakte;01.02.1990\n')
  const sending = request(`${product.origin}/files/people.importParticipants`, { method: 'POST', headers: {
    'content-type': 'text/csv', 'content-length': file.length, 'x-fotfeste': '1', 'x-file-name': 'deltakere.csv', cookie: visitor.cookie(), expect: '100-continue' } })
  const answered = once(sending, 'response')
  sending.flushHeaders()
  await once(sending, 'continue')
  sending.write(file.subarray(0, 20))
  return { finish: async () => { sending.end(file.subarray(20)); const [answer] = await answered; return { status: answer.statusCode, body: await text(answer) } } }
}

test('a server told to stop answers what it began, ends its database and leaves with 0', async () => {
  const database = postmaster()
  const upload = await beginUpload()
  const silent = connect(Number(new URL(product.origin).port), '127.0.0.1') // as browsers open for later
  await once(silent, 'connect')
  const load = writeOnAndOn(visitor, { streams: 4 })
  await eventually(async () => { if (load.answered() < 10) throw new Error('Not under load yet') })
  product.signal('SIGTERM')
  await eventually(async () => { if (!product.said().includes('Stopping')) throw new Error('Not stopping yet') })
  expect(await upload.finish()).toMatchObject({ status: 200, body: expect.stringContaining('Amina') })
  expect(await product.ended()).toBe(0)
  await load.stop()
  expect(isAlive(database)).toBe(false)
  // a write on its way in that moment is answered, or told that we are closing
  expect(load.writes.flatMap(({ status }) => status ?? []).filter((status) => ![200, 503].includes(status))).toEqual([])
  await product.start()
  await expectNothingLost(load.writes)
  expect(await visitor.call('people.getPerson', { personId: aNewPerson().id })).toMatchObject({ status: 404 })
}, MOST_MS)
