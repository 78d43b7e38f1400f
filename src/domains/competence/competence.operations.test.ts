import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { plainDate } from '#shared/date.ts'
import { Forbidden, NotFound } from '#platform/problem.ts'
import type { Municipality } from '#test/world.ts'
import { aMunicipality, useWorld } from '#test/world.ts'

const world = useWorld()

async function aPerson(municipality: Municipality, values: { addressProtection?: 'strictly_confidential' } = {}): Promise<string> {
  const id = randomUUID()
  await municipality.put((tx) => tx.insertInto('person').values({ id, givenName: 'Amina', familyName: 'Haddad', ...values }).execute())
  return id
}
const anOccupation = (municipality: Municipality, code = '5120', name = 'Kokker') =>
  municipality.put((tx) => tx.insertInto('occupation').values([{ code: code.slice(0, 2), level: 2, name: 'Salgs- og serviceyrker' }, { code, level: 4, parentCode: code.slice(0, 3), name }]).execute())
const level = (personId: string, over: object = {}) => ({ id: randomUUID(), personId, language: 'no', skill: 'listening' as const, level: 'A2' as const, assessedOn: plainDate('2026-09-01'), evidence: 'tested' as const, ...over })

test('the newest level per skill counts, the older is history', async () => {
  const municipality = await aMunicipality(world())
  const [teacher, personId] = [await municipality.as('teacher'), await aPerson(municipality)]
  await teacher.call('competence.recordLanguageLevel', level(personId, { level: 'A1', assessedOn: plainDate('2026-01-10') }))
  await teacher.call('competence.recordLanguageLevel', level(personId))
  await teacher.call('competence.recordLanguageLevel', level(personId, { language: 'ar', level: 'native', evidence: 'claimed', assessedOn: null }))
  const { languages, actions } = await teacher.call('competence.getCompetence', { personId })
  expect(languages.map(({ language }) => language)).toEqual(['no', 'ar'])
  expect(languages[0]).toMatchObject({ now: [{ level: 'A2' }], history: [{ level: 'A1' }] })
  expect(actions).toEqual(['change'])
  expect(await teacher.auditTrail(personId)).toContain('competence.getCompetence')
})

test('a tested level needs its day, and no day ahead', async () => {
  const municipality = await aMunicipality(world())
  const [teacher, personId] = [await municipality.as('teacher'), await aPerson(municipality)]
  expect(await teacher.refusals('competence.recordLanguageLevel', level(personId, { assessedOn: null }))).toEqual([{ code: 'competence.whenSeen', path: 'assessedOn' }])
  expect(await teacher.refusals('competence.recordLanguageLevel', level(personId, { assessedOn: plainDate('2027-01-01') }))).toEqual([{ code: 'competence.inFuture', path: 'assessedOn' }])
  expect(await teacher.refusals('competence.recordSkill', { id: randomUUID(), personId, name: 'Sveising', evidence: 'observed' })).toEqual([{ code: 'competence.whenSeen', path: 'knownOn' }])
})

test('education, work, skills, certificates and wishes are recorded, changed by the same id, and taken away', async () => {
  const municipality = await aMunicipality(world())
  const [adviser, personId] = [await municipality.as('programme_adviser'), await aPerson(municipality)]
  await anOccupation(municipality)
  const about = () => ({ id: randomUUID(), personId })
  const wish = { ...about(), wording: 'Lage mat', occupationCode: '5120' }
  await adviser.call('competence.recordEducation', { ...about(), level: 3, field: 'Kokkefag', fromYear: 2008, toYear: 2011, isCompleted: true })
  await adviser.call('competence.recordWork', { ...about(), title: 'Kokk', occupationCode: '5120', fromYear: 2011, toYear: 2020 })
  await adviser.call('competence.recordSkill', { ...about(), name: 'Bake brød', evidence: 'claimed' })
  await adviser.call('competence.recordCertificate', { ...about(), kind: 'driving_licence', name: 'B' })
  await adviser.call('competence.recordWish', wish)
  await adviser.call('competence.recordWish', { ...wish, wording: 'Lage mat for mange' })
  const known = await adviser.call('competence.getCompetence', { personId })
  expect(known).toMatchObject({ education: [{ field: 'Kokkefag' }], work: [{ occupationName: 'Kokker' }], skills: [{ evidence: 'claimed' }],
    certificates: [{ name: 'B' }], wishes: [{ wording: 'Lage mat for mange', occupationName: 'Kokker' }], frame: null })
  await adviser.call('competence.removeEntry', { kind: 'wish', id: wish.id, personId })
  expect((await adviser.call('competence.getCompetence', { personId })).wishes).toEqual([])
  await expect(adviser.call('competence.removeEntry', { kind: 'wish', id: wish.id, personId })).rejects.toThrow(NotFound)
})

test('years stand in order, occupations in the standard, and an entry never moves to another person', async () => {
  const municipality = await aMunicipality(world())
  const [adviser, personId, other] = [await municipality.as('programme_adviser'), await aPerson(municipality), await aPerson(municipality)]
  const id = randomUUID()
  expect(await adviser.refusals('competence.recordEducation', { id, personId, level: 3, fromYear: 2015, toYear: 2011 })).toMatchObject([{ code: 'competence.yearsTurned' }])
  expect(await adviser.refusals('competence.recordWork', { id, personId, title: 'Kokk', occupationCode: '9999' })).toMatchObject([{ code: 'competence.unknownOccupation', path: 'occupationCode' }])
  expect(await adviser.refusals('competence.recordWish', { id, personId, wording: 'Kokk', occupationCode: '9999' })).toMatchObject([{ code: 'competence.unknownOccupation' }])
  await adviser.call('competence.recordCertificate', { id, personId, kind: 'course', name: 'Truckfører' })
  await expect(adviser.call('competence.recordCertificate', { id, personId: other, kind: 'course', name: 'Truckfører' })).rejects.toThrow(NotFound)
})

test('what is seen at a placement stays; it is the person who answers to it', async () => {
  const municipality = await aMunicipality(world())
  const [adviser, personId, agreementId, employerId, id] = [await municipality.as('programme_adviser'), await aPerson(municipality), randomUUID(), randomUUID(), randomUUID()]
  await municipality.put(async (tx) => {
    await tx.insertInto('employer').values({ id: employerId, orgNumber: '910000008', kind: 'underenhet', name: 'Bakeriet' }).execute()
    await tx.insertInto('agreement').values({ id: agreementId, personId, employerId, beganFrom: 'call', kind: 'language_practice' }).execute()
    await tx.insertInto('skill').values({ id, personId, name: 'Bake brød', evidence: 'observed', knownOn: plainDate('2026-10-01'), agreementId }).execute()
  })
  expect(await adviser.refusals('competence.removeEntry', { kind: 'skill', id, personId })).toEqual([{ code: 'competence.observedStays' }])
})

test('the practical frame is saved on its version', async () => {
  const municipality = await aMunicipality(world())
  const [adviser, personId] = [await municipality.as('programme_adviser'), await aPerson(municipality)]
  const frame = { personId, hoursPerWeek: 30, earliest: '09:00', latest: '15:00', weekdays: [1, 2, 4], careDuties: 'Henter i barnehagen', transport: ['bus' as const], travelMinutes: 45, cannot: ['heavy_lifting' as const], note: null }
  expect(await adviser.call('competence.savePracticalFrame', frame)).toEqual({ version: 1 })
  expect(await adviser.call('competence.savePracticalFrame', { ...frame, version: 1, hoursPerWeek: 37.5 })).toEqual({ version: 2 })
  expect(await adviser.refusals('competence.savePracticalFrame', { ...frame, version: 1 })).toMatchObject([{ code: 'stale' }])
  expect((await adviser.refusals('competence.savePracticalFrame', { ...frame, version: 2, earliest: '16:00', weekdays: [] })).map(({ code }) => code)).toEqual(['competence.dayTurned', 'competence.noWeekday'])
  expect((await adviser.call('competence.getCompetence', { personId })).frame).toMatchObject({ hoursPerWeek: 37.5, earliest: '09:00', weekdays: [1, 2, 4] })
})

test('health reads competence and does not write it; a hidden person has none to write', async () => {
  const municipality = await aMunicipality(world())
  const hidden = await aPerson(municipality, { addressProtection: 'strictly_confidential' })
  const adviser = await municipality.as('programme_adviser')
  await expect(adviser.call('competence.getCompetence', { personId: hidden })).rejects.toThrow(NotFound)
  await expect(adviser.call('competence.recordSkill', { id: randomUUID(), personId: hidden, name: 'Sveising', evidence: 'claimed' })).rejects.toThrow(NotFound)
  await expect((await municipality.as('health')).call('competence.recordSkill', { id: randomUUID(), personId: hidden, name: 'Sveising', evidence: 'claimed' })).rejects.toThrow(Forbidden)
})

test('occupations are found by the beginning of a word, with a slip of the finger, and by code', async () => {
  const municipality = await aMunicipality(world())
  const broker = await municipality.as('job_broker')
  await anOccupation(municipality)
  for (const text of ['kokk', 'Koker', '512']) expect((await broker.call('competence.findOccupations', { text })).rows.map(({ code }) => code), text).toEqual(['5120'])
  expect((await broker.call('competence.findOccupations', { text: '5120' })).rows[0]).toMatchObject({ name: 'Kokker', groupName: 'Salgs- og serviceyrker' })
  expect((await broker.call('competence.findOccupations', { text: 'tannlege' })).rows).toEqual([])
})

const standard = (...rows: string[]): Uint8Array => new TextEncoder().encode(['code;parentCode;level;name', ...rows].join('\n'))

test('the standard for occupations is imported: dry first, then new and changed names', async () => {
  const municipality = await aMunicipality(world())
  const admin = await municipality.as('administrator')
  const bytes = standard('5;;1;Salgs- og serviceyrker', '51;5;2;Personlig service', '512;51;3;Kokker', '5120;512;4;Kokker')
  expect(await admin.call('competence.importOccupations', { fileName: 'styrk.csv', bytes })).toMatchObject({ created: 4, written: false })
  expect(await admin.call('competence.importOccupations', { fileName: 'styrk.csv', bytes, dryRun: false })).toMatchObject({ created: 4, written: true })
  const again = await admin.call('competence.importOccupations', { fileName: 'styrk.csv', bytes: standard('5120;512;4;Kokker og kjøkkensjefer', '512x;;4;Feil'), dryRun: false })
  expect(again).toMatchObject({ changed: 1, refusedRows: 1, written: false, rows: [{ changes: [{ from: 'Kokker', to: 'Kokker og kjøkkensjefer' }] }, { outcome: 'refused' }] })
  expect(await admin.call('competence.importOccupations', { fileName: 'styrk.csv', bytes: standard('5120;512;4;Kokker og kjøkkensjefer', '512x;;4;Feil'), dryRun: false, goodRows: true })).toMatchObject({ changed: 1, written: true })
})

const PUBLISHED = '../shared/data/klass/styrk08-yrkesklassifisering-2011.json'
test.skipIf(!existsSync(PUBLISHED))('the published standard is taken whole (needs ../shared/data)', async () => {
  const admin = await (await aMunicipality(world())).as('administrator')
  const result = await admin.call('competence.importOccupations', { fileName: 'klass.json', bytes: readFileSync(PUBLISHED), dryRun: false })
  expect(result).toMatchObject({ refused: [], written: true })
  expect(result.created).toBeGreaterThan(400)
})
