import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { plainDate } from '#shared/date.ts'
import { Forbidden, NotFound } from '#platform/problem.ts'
import { aMunicipality, useWorld } from '#test/world.ts'
import type { PersonBasics } from './person.schema.ts'

const world = useWorld()

const basics = (over: Partial<PersonBasics> = {}): PersonBasics => ({
  givenName: 'Åse', familyName: 'Bjørnstad', birthDate: plainDate('1990-05-01'), gender: 'female', country: 'UA', phone: null, email: null,
  firstLanguage: 'uk', interpreterLanguage: null, contactLocale: 'uk', arrivalCategory: 'collective_protection', settledOn: plainDate('2025-01-10'),
  permitUntil: null, status: 'in_programme', addressProtection: 'none', adviserId: null, note: null, ...over })

test('a person is saved, found by any spelling, and the reading is in the audit', async () => {
  const adviser = await (await aMunicipality(world())).as('programme_adviser')
  const id = randomUUID()
  await adviser.call('people.savePerson', { id, ...basics(), address: { street: 'Storgata 1', postcode: '6000', place: 'Fjordvik' } })
  for (const text of ['åse', 'Aase', 'ase bjornstad', 'Bjørnsta', 'bjoernstad', 'Åsa Bjørnstad']) {
    expect((await adviser.call('people.listPeople', { text })).rows.map((row) => row.id), text).toEqual([id])
  }
  const person = await adviser.call('people.getPerson', { personId: id })
  expect(person).toMatchObject({ givenName: 'Åse', address: { place: 'Fjordvik' }, hidden: ['health'], version: 1 })
  expect(await adviser.auditTrail(id)).toEqual(['people.savePerson', ...Array(6).fill('people.listPeople'), 'people.getPerson'])
})

test('the second to save is told who changed what', async () => {
  const municipality = await aMunicipality(world())
  const [first, second] = [await municipality.as('programme_adviser'), await municipality.as('settlement_worker')]
  const id = randomUUID()
  await first.call('people.savePerson', { id, ...basics() })
  await first.call('people.savePerson', { id, version: 1, ...basics({ phone: '+4790000000', status: 'in_work' }) })
  const [refusal] = await second.refusals('people.savePerson', { id, version: 1, ...basics({ note: 'Ny merknad' }) })
  expect(refusal).toMatchObject({ code: 'stale', params: { by: expect.stringContaining('programme_adviser') } })
  expect(String(refusal?.params?.['fields']).split(',').toSorted()).toEqual(['phone', 'status'])
})

test('all reasons against a change come at once', async () => {
  const adviser = await (await aMunicipality(world())).as('programme_adviser')
  const refusals = await adviser.refusals('people.savePerson', { id: randomUUID(), ...basics({ birthDate: plainDate('2030-01-01'), settledOn: plainDate('2020-01-01'), addressProtection: 'confidential' }) })
  expect(refusals.map(({ code }) => code)).toEqual(['people.bornInFuture', 'people.settledBeforeBirth', 'people.protectionNotYours'])
})

test('a role without the permission is refused, and the attempt is in the audit', async () => {
  const municipality = await aMunicipality(world())
  await expect((await municipality.as('hr_leader')).call('people.listPeople', {})).rejects.toThrow(Forbidden)
  const { rows } = await world().owner.query("select outcome from audit_log where municipality_id = $1", [municipality.id])
  expect(rows).toEqual([{ outcome: 'forbidden' }])
})

test('a strictly confidential person does not exist for those without the ground', async () => {
  const municipality = await aMunicipality(world())
  const [adviser, keeper] = [await municipality.as('programme_adviser'), await municipality.as('programme_adviser', 'protected_access')]
  const id = randomUUID()
  await keeper.call('people.savePerson', { id, ...basics({ addressProtection: 'strictly_confidential' }) })
  expect((await adviser.call('people.listPeople', { text: 'Bjørnstad' })).rows).toEqual([])
  await expect(adviser.call('people.getPerson', { personId: id })).rejects.toThrow(NotFound)
  expect((await keeper.call('people.listPeople', { text: 'Bjørnstad' })).total).toBe(1)
})

test('a confidential address is absent, and said to be hidden', async () => {
  const municipality = await aMunicipality(world())
  const [adviser, keeper] = [await municipality.as('programme_adviser'), await municipality.as('programme_adviser', 'protected_access')]
  const id = randomUUID()
  await keeper.call('people.savePerson', { id, ...basics({ addressProtection: 'confidential' }), address: { street: 'Hemmelig vei 1', postcode: '6000', place: 'Fjordvik' } })
  expect(await adviser.call('people.getPerson', { personId: id })).toMatchObject({ address: null, hidden: ['address', 'health'] })
  expect(await keeper.call('people.getPerson', { personId: id })).toMatchObject({ address: { street: 'Hemmelig vei 1' } })
})

test('a national number finds its owner only for those with the ground', async () => {
  const municipality = await aMunicipality(world())
  const adviser = await municipality.as('programme_adviser')
  const id = randomUUID()
  await adviser.call('people.savePerson', { id, ...basics() })
  await municipality.put((tx) => tx.insertInto('personNumber').values({ personId: id, kind: 'duf', number: '201612345678' }).execute())
  expect((await adviser.call('people.listPeople', { text: '201612345678' })).total).toBe(1)
  expect((await (await municipality.as('job_broker')).call('people.listPeople', { text: '201612345678' })).total).toBe(0)
})

test('nobody is seen from another municipality', async () => {
  const [here, there] = [await aMunicipality(world()), await aMunicipality(world())]
  const id = randomUUID()
  await (await here.as('programme_adviser')).call('people.savePerson', { id, ...basics() })
  const stranger = await there.as('programme_adviser', 'protected_access')
  expect((await stranger.call('people.listPeople', { text: 'Bjørnstad' })).total).toBe(0)
  await expect(stranger.call('people.getPerson', { personId: id })).rejects.toThrow(NotFound)
})
