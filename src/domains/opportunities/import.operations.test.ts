import { randomUUID } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Forbidden } from '#platform/problem.ts'
import type { Caller, Municipality } from '#test/world.ts'
import { aMunicipality, useWorld } from '#test/world.ts'

const world = useWorld()
const data = new URL('../../../../shared/data/nav-job-ads/', import.meta.url).pathname
const ORG = '974760673'
const advert = (over: object = {}) => ({ uuid: randomUUID(), title: 'Renholder', status: 'ACTIVE', expires: '2026-12-15', positioncount: '2', description: '<p>Vaske</p><script>x()</script>',
  employer: { name: 'Rent AS', orgnr: ORG }, categoryList: [{ categoryType: 'STYRK08', code: '9112' }], ...over })
const load = (caller: Caller, content: unknown, options: { dryRun?: boolean; goodRows?: boolean } = { dryRun: false }) =>
  caller.call('opportunities.importVacancies', { fileName: 'stillinger.json', bytes: new TextEncoder().encode(JSON.stringify(content)), ...options })

async function start(): Promise<{ municipality: Municipality; broker: Caller; employerId: string }> {
  const [municipality, employerId] = [await aMunicipality(world()), randomUUID()]
  await municipality.put(async (tx) => {
    await tx.insertInto('employer').values({ id: employerId, orgNumber: ORG, kind: 'underenhet', name: 'RENT AVD FJORDVIK' }).execute()
    await tx.insertInto('occupation').values([{ code: '9', level: 1, name: 'Renholdere' }, { code: '9112', level: 4, name: 'Renholdere i virksomheter' }]).execute()
  })
  return { municipality, broker: await municipality.as('job_broker'), employerId }
}
const titles = async (broker: Caller, filter: object = {}) => (await broker.call('opportunities.listOpenings', { sort: 'title', ...filter })).rows.map(({ title }) => title)

test('a vacancy is tied to employer and occupation, made safe, and unchanged the second time', async () => {
  const { broker, employerId } = await start()
  const one = advert()
  expect(await load(broker, [one], {})).toMatchObject({ created: 1, written: false })
  expect(await titles(broker)).toEqual([])
  expect(await load(broker, [one])).toMatchObject({ created: 1, refused: [], notes: [], written: true })
  const [row] = (await broker.call('opportunities.listOpenings', {})).rows
  expect(row).toMatchObject({ source: 'nav', kind: 'vacancy', employerId, employerName: 'RENT AVD FJORDVIK', occupationName: 'Renholdere i virksomheter', seats: 2, daysLeft: 25, isOpenToParticipants: false })
  expect((await broker.call('opportunities.getOpening', { openingId: row?.id ?? '' })).advertHtml).toBe('<p>Vaske</p>')
  expect(await load(broker, [one])).toMatchObject({ created: 0, changed: 0, unchanged: 1 })
})

test('an advertisement that names an ESCO occupation gets it, with its group where it gives no code, and keeps it where the feed falls silent', async () => {
  const { municipality, broker } = await start()
  const uri = 'http://data.europa.eu/esco/occupation/00000000-0000-4000-8000-000000000001'
  await municipality.put(async (tx) => { await tx.insertInto('escoOccupation').values({ uri, name: 'romrenholder', source: 'ESCO 1.2' }).execute(); await tx.insertInto('escoMatch').values({ escoUri: uri, occupationCode: '9112', relation: 'broad' }).execute() })
  const one = advert({ categoryList: [{ categoryType: 'ESCO', code: uri, name: 'romrenholder' }, { categoryType: 'ESCO', code: 'http://data.europa.eu/esco/occupation/ukjent', name: 'x' }] })
  const occupationNow = async () => { const [row] = (await broker.call('opportunities.listOpenings', {})).rows; const { occupationCode, escoName } = await broker.call('opportunities.getOpening', { openingId: row?.id ?? '' }); return { occupationCode, escoName } }
  await load(broker, [one])
  expect(await occupationNow()).toEqual({ occupationCode: '9112', escoName: 'romrenholder' })
  expect(await load(broker, [{ ...one, categoryList: [] }])).toMatchObject({ unchanged: 1 })
  expect(await load(broker, [{ ...one, categoryList: [{ categoryType: 'STYRK08', code: '9112' }] }])).toMatchObject({ unchanged: 1 })
  expect(await occupationNow()).toEqual({ occupationCode: '9112', escoName: 'romrenholder' })
})

test('the feed changes what is the feed\'s, and leaves what is ours', async () => {
  const { broker } = await start()
  const one = advert()
  await load(broker, [one])
  const [row] = (await broker.call('opportunities.listOpenings', {})).rows
  const { id: _, version, employerName: _e, ...now } = await broker.call('opportunities.getOpening', { openingId: row?.id ?? '' })
  await broker.call('opportunities.saveOpening', { ...now, id: row?.id ?? '', version, isOpenToParticipants: true, demands: [{ id: randomUUID(), kind: 'norwegian', isRequired: true, skill: 'reading', level: 'A2', sentence: 'Kan lese etiketten' }] })
  const result = await load(broker, [{ ...one, title: 'Renholder natt', employer: { name: 'Rent AS' } }])
  expect(result.rows).toMatchObject([{ outcome: 'changed', changes: [{ field: 'title', from: 'Renholder', to: 'Renholder natt' }] }])
  expect((await broker.call('opportunities.listOpenings', {})).rows).toMatchObject([{ title: 'Renholder natt', isOpenToParticipants: true, employerName: 'RENT AVD FJORDVIK', norwegian: [{ level: 'A2' }] }])
  expect(await broker.refusals('opportunities.saveOpening', { ...now, id: row?.id ?? '', version: 2 })).toMatchObject([{ code: 'stale', params: { fields: 'title' } }])
})

test('one that is inactive withdraws ours and makes none; an expired one is in no list', async () => {
  const { broker } = await start()
  const [here, gone] = [advert(), advert({ title: 'Utløpt', expires: '2026-11-19' })]
  expect((await load(broker, [here, gone])).notes).toMatchObject([{ code: 'opportunities.alreadyExpired' }])
  expect(await titles(broker)).toEqual(['Renholder'])
  expect(await titles(broker, { status: 'expired' })).toEqual([])
  const page = { items: [{ id: here.uuid, title: 'Renholder', _feed_entry: { uuid: here.uuid, status: 'INACTIVE', title: 'Renholder' } }, { id: randomUUID(), _feed_entry: { uuid: randomUUID(), status: 'INACTIVE' } }, { _feed_entry: { uuid: randomUUID(), status: 'ACTIVE', title: 'Ny' } }] }
  const result = await load(broker, page)
  expect(result).toMatchObject({ created: 0, changed: 1, unchanged: 2 })
  expect(result.notes).toMatchObject([{ code: 'opportunities.notRunning' }, { code: 'opportunities.listingOnly' }])
  expect([await titles(broker), await titles(broker, { status: 'withdrawn' })]).toEqual([[], ['Renholder']])
  expect(await load(broker, [here])).toMatchObject({ changed: 1 })
  expect(await titles(broker)).toEqual(['Renholder'])
})

test('one bad row stops the file, unless the good ones are asked for, and who may not import is refused', async () => {
  const { municipality, broker } = await start()
  const content = [advert(), advert({ title: '' }), advert({ employer: { name: 'Ukjent', orgnr: '923609016' }, categoryList: [{ categoryType: 'STYRK08', code: '1111' }] })]
  expect(await load(broker, content)).toMatchObject({ created: 2, refusedRows: 1, written: false })
  const result = await load(broker, content, { dryRun: false, goodRows: true })
  expect(result.notes.map(({ code }) => code)).toEqual(['opportunities.employerNotHere', 'opportunities.occupationNotHere'])
  expect((await titles(broker)).length).toBe(2)
  await expect(load(await municipality.as('hr_leader'), content)).rejects.toThrow(Forbidden)
})

test.skipIf(!existsSync(data))('Nav\'s real files come in and come in again unchanged (skipped where ../shared/data is absent)', async () => {
  const { broker } = await start()
  let read = 0
  for (const file of globSync('**/*.json', { cwd: data })) {
    const ask = { fileName: file, bytes: readFileSync(data + file), dryRun: false, goodRows: true }
    const first = await broker.call('opportunities.importVacancies', ask)
    read += first.created + first.changed
    expect(await broker.call('opportunities.importVacancies', ask), file).toMatchObject({ created: 0, changed: 0 })
  }
  expect(read).toBeGreaterThan(4)
})
