import { existsSync, globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isOrgNumber } from '#shared/org-number.ts'
import { Forbidden } from '#platform/problem.ts'
import type { Caller } from '#test/world.ts'
import { aMunicipality, useWorld } from '#test/world.ts'

const world = useWorld()
const data = new URL('../../../../shared/data/brreg/', import.meta.url).pathname
const [MAIN = '', UNIT = '', OTHER = ''] = Array.from({ length: 200 }, (_, at) => String(974_760_600 + at)).filter(isOrgNumber)
const bytes = (content: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(content))
const main = (more: object = {}) => ({ organisasjonsnummer: MAIN, navn: 'FJORD AS', organisasjonsform: { kode: 'AS' }, ...more })
const unit = (more: object = {}) => ({ organisasjonsnummer: UNIT, navn: 'FJORD AVD VEST', organisasjonsform: { kode: 'BEDR' }, overordnetEnhet: MAIN, antallAnsatte: 12,
  beliggenhetsadresse: { adresse: ['Kaia 1'], postnummer: '6390', poststed: 'VESTNES', kommunenummer: '1535' }, ...more })
const load = (broker: Caller, content: unknown, options: { dryRun?: boolean; goodRows?: boolean } = { dryRun: false }) =>
  broker.call('employers.importEmployers', { fileName: 'enheter.json', bytes: bytes(content), ...options })

test('a dry run shows what would come, and writes nothing', async () => {
  const broker = await (await aMunicipality(world())).as('job_broker')
  const dry = await load(broker, [main(), unit()], {})
  expect(dry).toMatchObject({ created: 2, changed: 0, refusedRows: 0, written: false })
  expect((await broker.call('employers.listEmployers', {})).total).toBe(0)
})

test('imported again nothing changes; a change is shown field by field, and what is ours is kept', async () => {
  const broker = await (await aMunicipality(world())).as('job_broker')
  expect(await load(broker, [main(), unit()])).toMatchObject({ created: 2, written: true })
  expect(await load(broker, [unit(), main()])).toMatchObject({ created: 0, changed: 0, unchanged: 2 })
  const [row] = (await broker.call('employers.listEmployers', { kind: 'underenhet' })).rows
  await broker.call('employers.saveEmployerRelation', { id: row?.id ?? '', version: 1, seatsAtOnce: 2 })
  const changed = await load(broker, [unit({ navn: 'FJORD VEST', antallAnsatte: undefined })])
  expect(changed.rows).toMatchObject([{ outcome: 'changed', changes: [{ field: 'name', from: 'FJORD AVD VEST', to: 'FJORD VEST' }, { field: 'employees', from: '12', to: null }] }])
  expect(await broker.call('employers.getEmployer', { employerId: row?.id ?? '' })).toMatchObject({ name: 'FJORD VEST', employees: null, seatsAtOnce: 2, version: 3, parent: { orgNumber: MAIN } })
  const stale = await broker.refusals('employers.saveEmployerRelation', { id: row?.id ?? '', version: 2 })
  expect(stale).toMatchObject([{ code: 'stale', params: { fields: 'name,employees' } }])
})

test('a sub-unit waits for its main unit, and is tied to it when it comes', async () => {
  const broker = await (await aMunicipality(world())).as('job_broker')
  expect((await load(broker, unit())).notes).toMatchObject([{ code: 'employers.parentUnknown', params: { parent: MAIN } }])
  const [row] = (await broker.call('employers.listEmployers', {})).rows
  expect(await broker.call('employers.getEmployer', { employerId: row?.id ?? '' })).toMatchObject({ parent: null, parentOrgNumber: MAIN })
  expect((await load(broker, main())).notes).toEqual([])
  expect(await broker.call('employers.getEmployer', { employerId: row?.id ?? '' })).toMatchObject({ parent: { orgNumber: MAIN } })
  expect((await load(broker, unit())).notes).toEqual([])
})

test('a deleted unit keeps what was known of it, and whoever has openings there is told', async () => {
  const municipality = await aMunicipality(world())
  const broker = await municipality.as('job_broker')
  await load(broker, [main(), unit()])
  const [row] = (await broker.call('employers.listEmployers', { kind: 'underenhet' })).rows
  await municipality.put((tx) => tx.insertInto('opening').values({ id: crypto.randomUUID(), kind: 'practice_place', title: 'Kjøkken', employerId: row?.id ?? null }).execute())
  const result = await load(broker, { organisasjonsnummer: UNIT, navn: 'FJORD AVD VEST', slettedato: '2026-11-01' })
  expect(result.notes).toMatchObject([{ code: 'employers.goneWithOpenings', params: { count: 1 } }])
  expect(await broker.call('employers.getEmployer', { employerId: row?.id ?? '' })).toMatchObject({
    status: 'deleted', deletedOn: '2026-11-01', kind: 'underenhet', employees: 12, place: 'VESTNES', agreementRefusals: [{ code: 'employers.deleted' }] })
})

test('one bad row stops the file, unless the good ones are asked for', async () => {
  const broker = await (await aMunicipality(world())).as('job_broker')
  const content = [main(), { organisasjonsnummer: '123456789', navn: 'FEIL' }, main(), { organisasjonsnummer: OTHER, navn: 'ANNEN AS' }]
  const refused = await load(broker, content)
  expect(refused).toMatchObject({ created: 2, refusedRows: 2, written: false })
  expect(refused.refused.map(({ code, row }) => [code, row])).toEqual([['orgNumber.invalid', 2], ['employers.twiceInFile', 3]])
  expect(await load(broker, content, { dryRun: false, goodRows: true })).toMatchObject({ created: 2, written: true })
  expect((await broker.call('employers.listEmployers', {})).total).toBe(2)
  expect((await load(broker, 'ikke et register')).refused).toMatchObject([{ row: 0, code: 'register.unknownFormat' }])
})

test('an import needs its own permission', async () => {
  const adviser = await (await aMunicipality(world())).as('programme_adviser')
  await expect(load(adviser, main())).rejects.toThrow(Forbidden)
})

test.skipIf(!existsSync(data))('the register\'s real answers come in and come in again unchanged (skipped where ../shared/data is absent)', async () => {
  const broker = await (await aMunicipality(world())).as('job_broker')
  for (const file of globSync('{nav-mock-tenor,tidybrreg}/*.json', { cwd: data })) {
    const ask = { fileName: file, bytes: readFileSync(data + file), dryRun: false, goodRows: true }
    const first = await broker.call('employers.importEmployers', ask)
    expect(first.created + first.changed + first.unchanged, file).toBeGreaterThan(0)
    expect(await broker.call('employers.importEmployers', ask), file).toMatchObject({ created: 0, changed: 0 })
  }
})
