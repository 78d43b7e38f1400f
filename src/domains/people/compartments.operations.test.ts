import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { plainDate } from '#shared/date.ts'
import { Forbidden, NotFound } from '#platform/problem.ts'
import { aMunicipality, useWorld, type Municipality } from '#test/world.ts'

const world = useWorld()
async function aPerson(municipality: Municipality, givenName = 'Amina'): Promise<string> {
  const id = randomUUID()
  await municipality.put((tx) => tx.insertInto('person').values({ id, givenName, familyName: 'Haddad', birthDate: plainDate('1972-02-15') }).execute())
  return id
}

test('a saved view is one colleague\'s own, kept by name, and taken away', async () => {
  const municipality = await aMunicipality(world())
  const [adviser, other, id] = [await municipality.as('programme_adviser'), await municipality.as('teacher'), randomUUID()]
  await adviser.call('people.saveView', { id, name: 'Klare for praksis', query: { status: ['in_programme'], norwegianAtLeast: 'A2' } })
  expect((await adviser.call('people.listViews', {})).rows).toEqual([{ id, name: 'Klare for praksis', query: { status: ['in_programme'], norwegianAtLeast: 'A2' } }])
  expect((await other.call('people.listViews', {})).rows).toEqual([])
  expect(await adviser.refusals('people.saveView', { id: randomUUID(), name: 'Klare for praksis', query: {} })).toEqual([{ code: 'constraint.saved_view_name_once' }])
  await expect(other.call('people.deleteView', { id })).rejects.toThrow(NotFound)
  await adviser.call('people.deleteView', { id })
  expect((await adviser.call('people.listViews', {})).rows).toEqual([])
})

test('a family tie is seen from both sides and goes from both', async () => {
  const municipality = await aMunicipality(world())
  const adviser = await municipality.as('programme_adviser')
  const [mother, child, id] = [await aPerson(municipality), await aPerson(municipality, 'Lina'), randomUUID()]
  await adviser.call('people.saveFamilyTie', { id, personId: mother, relation: 'child', relativeId: child })
  expect((await adviser.call('people.getPerson', { personId: mother })).family).toMatchObject([{ relation: 'child', name: 'Lina Haddad' }])
  expect((await adviser.call('people.getPerson', { personId: child })).family).toMatchObject([{ relation: 'parent', relativeId: mother }])
  await adviser.call('people.removeFamilyTie', { id })
  expect((await adviser.call('people.getPerson', { personId: child })).family).toEqual([])
  await expect(adviser.call('people.removeFamilyTie', { id })).rejects.toThrow(NotFound)
})

test('a tie names somebody else than oneself, born by now', async () => {
  const municipality = await aMunicipality(world())
  const [adviser, personId] = [await municipality.as('programme_adviser'), await aPerson(municipality)]
  const tie = { id: randomUUID(), personId, relation: 'sibling' as const }
  expect(await adviser.refusals('people.saveFamilyTie', tie)).toEqual([{ code: 'people.relativeWho', path: 'relativeName' }])
  expect(await adviser.refusals('people.saveFamilyTie', { ...tie, relativeId: personId })).toEqual([{ code: 'people.ownRelative', path: 'relativeId' }])
  expect(await adviser.refusals('people.saveFamilyTie', { ...tie, relativeName: 'Omar', relativeBirthYear: 2040 })).toEqual([{ code: 'people.bornInFuture', path: 'relativeBirthYear' }])
})

test('numbers are checked, replaced together, and one number is one person\'s', async () => {
  const municipality = await aMunicipality(world())
  const [adviser, personId, other] = [await municipality.as('programme_adviser'), await aPerson(municipality), await aPerson(municipality, 'Omar')]
  const numbers = [{ kind: 'fnr' as const, number: '158272 97337' }, { kind: 'duf' as const, number: '202400000105' }]
  await adviser.call('people.saveNumbers', { personId, numbers })
  expect((await adviser.call('people.getPerson', { personId })).numbers).toEqual([{ kind: 'duf', number: '202400000105' }, { kind: 'fnr', number: '15827297337' }])
  expect(await adviser.refusals('people.saveNumbers', { personId: other, numbers: numbers.slice(1) })).toEqual([{ code: 'constraint.person_number_once' }])
  expect(await adviser.refusals('people.saveNumbers', { personId, numbers: [{ kind: 'dnr', number: '15827297337' }] })).toEqual([{ code: 'people.otherKindOfNumber', path: 'numbers.0.number' }])
  expect(await adviser.refusals('people.saveNumbers', { personId, numbers: [{ kind: 'fnr', number: '12345678901' }] })).toMatchObject([{ code: 'nationalNumber.invalid' }])
  await adviser.call('people.saveNumbers', { personId, numbers: [] })
  expect((await adviser.call('people.getPerson', { personId })).numbers).toEqual([])
  await expect((await municipality.as('job_broker')).call('people.saveNumbers', { personId, numbers: [] })).rejects.toThrow(Forbidden)
})

test('a number that does not fit the birth date, and a synthetic one in real operation, are refused', async () => {
  const municipality = await aMunicipality(world(), { isTest: false })
  const [adviser, personId] = [await municipality.as('programme_adviser'), await aPerson(municipality)]
  expect(await adviser.refusals('people.saveNumbers', { personId, numbers: [{ kind: 'fnr', number: '15827297337' }] })).toMatchObject([{ code: 'nationalNumber.synthetic' }])
  const here = await aMunicipality(world())
  const id = randomUUID()
  await here.put((tx) => tx.insertInto('person').values({ id, givenName: 'Omar', familyName: 'Haddad', birthDate: plainDate('1980-01-01') }).execute())
  expect(await (await here.as('programme_adviser')).refusals('people.saveNumbers', { personId: id, numbers: [{ kind: 'fnr', number: '15827297337' }] })).toMatchObject([{ code: 'birthDate.conflict' }])
})

test('health notes stay in their compartment; only the consequence reaches the practical frame', async () => {
  const municipality = await aMunicipality(world())
  const [nurse, adviser, personId] = [await municipality.as('health'), await municipality.as('programme_adviser'), await aPerson(municipality)]
  const note = { id: randomUUID(), personId, notedOn: plainDate('2026-11-01'), body: 'Ryggplager etter ulykke', consequence: 'Kan ikke løfte mer enn ti kilo' }
  await nurse.call('people.saveHealthNote', { ...note, tellOthers: true })
  await nurse.call('people.saveHealthNote', { ...note, version: 1, body: 'Ryggplager, går til behandling', tellOthers: true })
  expect(await nurse.call('people.listHealthNotes', { personId })).toMatchObject({ rows: [{ version: 2, body: 'Ryggplager, går til behandling' }], actions: ['write'] })
  expect((await adviser.call('competence.getCompetence', { personId })).frame?.note).toBe('Kan ikke løfte mer enn ti kilo')
  await expect(adviser.call('people.listHealthNotes', { personId })).rejects.toThrow(Forbidden)
  expect(await nurse.refusals('people.saveHealthNote', { ...note, id: randomUUID(), consequence: null, tellOthers: true })).toEqual([{ code: 'people.consequenceMissing', path: 'consequence' }])
  expect(await nurse.refusals('people.saveHealthNote', { ...note, id: randomUUID(), notedOn: plainDate('2027-01-01') })).toEqual([{ code: 'people.notedInFuture', path: 'notedOn' }])
})

test('advisers to choose from are colleagues who follow people up', async () => {
  const municipality = await aMunicipality(world())
  const adviser = await municipality.as('programme_adviser')
  await municipality.as('auditor')
  expect((await adviser.call('people.listAdvisers', {})).rows.map(({ id }) => id)).toEqual([adviser.actor.id])
  await expect((await municipality.as('hr_leader')).call('people.listAdvisers', {})).rejects.toThrow(Forbidden)
})
