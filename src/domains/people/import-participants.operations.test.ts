import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { plainDate } from '#shared/date.ts'
import { Forbidden } from '#platform/problem.ts'
import { readSheet } from '#platform/sheets.ts'
import { aMunicipality, useWorld, type Municipality } from '#test/world.ts'
import { readParticipants } from './participants-file.ts'

const world = useWorld()
const HEADER = 'Fornavn;Etternavn;Fødselsdato;DUF-nummer;Telefon;Adressesperre;Adresse;Norsk lytte;Yrke;Førerkort;Timer per uke;Merknad'
const file = (...rows: string[]) => ({ fileName: 'deltakere.csv', bytes: new TextEncoder().encode([HEADER, ...rows].join('\n')) })
const amina = 'Amina;Haddad;01.02.1990;;;;;;;;;'
const people = async (municipality: Municipality) => municipality.put((tx) => tx.selectFrom('person').selectAll().orderBy('familyName').execute())

test('a dry run says what would be, and writes nothing; the import writes people and their competence', async () => {
  const municipality = await aMunicipality(world())
  const adviser = await municipality.as('programme_adviser')
  const ask = file('Amina;Haddad;01.02.1990;202400000105;40000000;;Storgata 1;A2;Kokk;B;30;Vil ha kveldskurs')
  expect(await adviser.call('people.importParticipants', ask)).toMatchObject({ created: 1, written: false, rows: [{ outcome: 'created', name: 'Amina Haddad' }] })
  expect(await people(municipality)).toEqual([])
  const { rows, written } = await adviser.call('people.importParticipants', { ...ask, dryRun: false })
  const personId = rows[0]?.personId ?? ''
  expect(written).toBe(true)
  expect(await adviser.call('people.getPerson', { personId })).toMatchObject({ givenName: 'Amina', birthDate: '1990-02-01', phone: '+4740000000', numbers: [{ kind: 'duf' }], address: { street: 'Storgata 1' } })
  expect(await adviser.call('competence.getCompetence', { personId })).toMatchObject({ languages: [{ language: 'no', now: [{ skill: 'listening', level: 'A2' }] }],
    work: [{ title: 'Kokk' }], certificates: [{ name: 'B' }], frame: { hoursPerWeek: 30 } })
  expect(await adviser.auditTrail(personId)).toContain('people.importParticipants')
})

test('the same file again changes nothing; a changed one shows each field before and after', async () => {
  const municipality = await aMunicipality(world())
  const adviser = await municipality.as('programme_adviser')
  const first = file('Amina;Haddad;01.02.1990;;40000000;;Storgata 1;A2;Kokk;B;30;Vil ha kveldskurs')
  await adviser.call('people.importParticipants', { ...first, dryRun: false })
  expect(await adviser.call('people.importParticipants', { ...first, dryRun: false })).toMatchObject({ created: 0, changed: 0, unchanged: 1 })
  const second = { ...file('Amina;Haddad;01.02.1990;;90000000;;Storgata 2;B1;;;;Har fått barnehageplass'), dryRun: false }
  const { changed, rows } = await adviser.call('people.importParticipants', second)
  expect(changed).toBe(1)
  expect(rows[0]?.changes?.map(({ field }) => field)).toEqual(['phone', 'note', 'address', 'listening'])
  expect((await people(municipality))[0]).toMatchObject({ phone: '+4790000000', note: 'Vil ha kveldskurs\nHar fått barnehageplass', version: 2 })
})

test('when anything is refused nothing is written, unless the good rows are asked for', async () => {
  const municipality = await aMunicipality(world())
  const adviser = await municipality.as('programme_adviser')
  const ask = { ...file(amina, 'Omar;;99.99.9999;;;;;;;;;'), dryRun: false }
  expect(await adviser.call('people.importParticipants', ask)).toMatchObject({ created: 1, refusedRows: 1, written: false })
  expect(await people(municipality)).toEqual([])
  expect(await adviser.call('people.importParticipants', { ...ask, goodRows: true })).toMatchObject({ created: 1, refusedRows: 1, written: true })
  expect(await people(municipality)).toHaveLength(1)
})

test('somebody who is nearly there already is refused by name; one who is hidden is refused without', async () => {
  const municipality = await aMunicipality(world())
  const adviser = await municipality.as('programme_adviser')
  const born = plainDate('1990-02-01')
  await municipality.put((tx) => tx.insertInto('person').values([
    { id: randomUUID(), givenName: 'Amina', familyName: 'Hadad', birthDate: born }, { id: randomUUID(), givenName: 'Yusuf', familyName: 'Karimi', birthDate: born, addressProtection: 'strictly_confidential' }]).execute())
  const { refused, rows } = await adviser.call('people.importParticipants', file(amina, 'Yusuf;Karimi;01.02.1990;;;;;;;;;'))
  expect(refused).toEqual([{ row: 2, code: 'people.possibleDuplicate', params: { name: 'Amina Hadad' } }, { row: 3, code: 'people.possibleDuplicateHidden' }])
  expect(rows.map(({ outcome }) => outcome)).toEqual(['duplicate', 'duplicate'])
  expect(JSON.stringify(refused)).not.toContain('Karimi')
})

test('a row is the person with its number, whatever the name; numbers that say otherwise are refused', async () => {
  const municipality = await aMunicipality(world())
  const adviser = await municipality.as('programme_adviser')
  await adviser.call('people.importParticipants', { ...file('Amina;Haddad;01.02.1990;202400000105;;;;;;;;'), dryRun: false })
  const renamed = await adviser.call('people.importParticipants', file('Amina;Bjørnstad;01.02.1990;202400000105;;;;;;;;'))
  expect(renamed.rows[0]).toMatchObject({ outcome: 'changed', changes: [{ field: 'familyName', from: 'Haddad', to: 'Bjørnstad' }] })
  const other = await adviser.call('people.importParticipants', file('Amina;Haddad;01.02.1990;202400000206;;;;;;;;'))
  expect(other.rows[0]).toMatchObject({ outcome: 'created' })
})

test('the same person twice in a file, and protection by one who may not, are refused', async () => {
  const adviser = await (await aMunicipality(world())).as('programme_adviser')
  const { refused } = await adviser.call('people.importParticipants', file(amina, amina, 'Yusuf;Karimi;01.02.1991;;;fortrolig;;;;;;'))
  expect(refused).toEqual([{ row: 3, code: 'people.rowTwice', params: { first: 2 } }, { row: 4, field: 'addressProtection', code: 'people.protectionNotYours' }])
})

test('an import never lowers protection and never touches an address the actor may not see', async () => {
  const municipality = await aMunicipality(world())
  const adviser = await municipality.as('programme_adviser')
  const id = randomUUID()
  await municipality.put(async (tx) => {
    await tx.insertInto('person').values({ id, givenName: 'Amina', familyName: 'Haddad', birthDate: plainDate('1990-02-01'), addressProtection: 'confidential' }).execute()
    await tx.insertInto('personAddress').values({ personId: id, street: 'Hemmelig vei 1' }).execute()
  })
  const result = await adviser.call('people.importParticipants', { ...file('Amina;Haddad;01.02.1990;;;ingen;Storgata 1;;;;;'), dryRun: false })
  expect(result).toMatchObject({ unchanged: 1 })
  expect((await people(municipality))[0]).toMatchObject({ addressProtection: 'confidential' })
})

test('who may not import is refused; the template can be filled in and read', async () => {
  const municipality = await aMunicipality(world())
  await expect((await municipality.as('teacher')).call('people.importParticipants', file(amina))).rejects.toThrow(Forbidden)
  await expect((await municipality.as('teacher')).call('people.getTemplate', {})).rejects.toThrow(Forbidden)
  const { bytes, fileName } = await (await municipality.as('programme_adviser')).call('people.getTemplate', {})
  expect(fileName).toMatch(/\.xlsx$/)
  expect((await readSheet(bytes)).rows[0]?.cells[0]).toBe('Fornavn *')
  expect((await readParticipants(bytes, { today: plainDate('2026-11-20') })).refused.map(({ code }) => code)).toEqual(['participants.onlyHeader'])
})

test('10,000 people are imported at once, and found unchanged afterwards', { timeout: 60_000 }, async () => {
  const municipality = await aMunicipality(world())
  const adviser = await municipality.as('programme_adviser')
  const letters = (at: number): string => String(at).replace(/\d/g, (digit) => 'abdefghijk'.charAt(Number(digit)))
  const rows = Array.from({ length: 10_000 }, (_, at) => `Fo${letters(at * 7919 % 10_007)};Et${letters(at * 104_729 % 99_991)};${1 + at % 28}.${1 + at % 12}.${1960 + at % 45};;;;Vei ${at};A2;Kokk;B;30;`)
  const first = await adviser.call('people.importParticipants', { ...file(...rows), dryRun: false, goodRows: true })
  expect(first.created + first.refusedRows).toBe(10_000)
  expect(first.created).toBeGreaterThan(9_900)
  const again = await adviser.call('people.importParticipants', file(...rows))
  expect(again.unchanged).toBe(first.created)
})
