import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { plainDate } from '#shared/date.ts'
import { NotFound } from '#platform/problem.ts'
import { aMunicipality, useWorld, type Municipality } from '#test/world.ts'

const world = useWorld()
const born = plainDate('1990-02-01')
type Values = { givenName?: string; familyName?: string; phone?: string; note?: string; addressProtection?: 'none' | 'confidential' | 'strictly_confidential'; birthDate?: typeof born | null }
async function aPerson(municipality: Municipality, values: Values = {}): Promise<string> {
  const id = randomUUID()
  await municipality.put((tx) => tx.insertInto('person').values({ id, givenName: 'Amina', familyName: 'Haddad', birthDate: born, ...values }).execute())
  return id
}
const pairOf = (row: { left: { id: string }; right: { id: string } } | undefined) => [row?.left.id, row?.right.id].map(String).toSorted((a, b) => a.localeCompare(b))

test('those who look alike are shown together until somebody says they are two', async () => {
  const municipality = await aMunicipality(world())
  const adviser = await municipality.as('programme_adviser')
  const [one, other] = [await aPerson(municipality), await aPerson(municipality, { familyName: 'Hadad' })]
  await aPerson(municipality, { givenName: 'Yusuf', familyName: 'Karimi' })
  await aPerson(municipality, { birthDate: plainDate('1971-02-01') })
  await aPerson(municipality, { addressProtection: 'strictly_confidential' })
  const { rows, total } = await adviser.call('people.listDuplicates', {})
  expect(total).toBe(1)
  expect(pairOf(rows[0])).toEqual([one, other].toSorted((a, b) => a.localeCompare(b)))
  await adviser.call('people.dismissDuplicate', { personId: one, otherId: other })
  expect((await adviser.call('people.listDuplicates', {})).total).toBe(0)
  expect(await adviser.refusals('people.dismissDuplicate', { personId: one, otherId: one })).toEqual([{ code: 'people.samePerson' }])
})

test('different DUF numbers say that two are two', async () => {
  const municipality = await aMunicipality(world())
  const [one, other] = [await aPerson(municipality), await aPerson(municipality)]
  await municipality.put((tx) => tx.insertInto('personNumber').values([{ personId: one, kind: 'duf', number: '201600000001' }, { personId: other, kind: 'duf', number: '201600000002' }]).execute())
  expect((await (await municipality.as('programme_adviser')).call('people.listDuplicates', {})).total).toBe(0)
})

test('two become one: chosen fields, everything that hung on the second, and an audit of both', async () => {
  const municipality = await aMunicipality(world())
  const adviser = await municipality.as('programme_adviser')
  const [keepId, goneId, child] = [await aPerson(municipality, { phone: '+4740000000' }), await aPerson(municipality, { phone: '+4790000000', note: 'Kjent fra mottaket' }), await aPerson(municipality, { givenName: 'Lina', birthDate: plainDate('2015-01-01') })]
  await municipality.put(async (tx) => {
    await tx.insertInto('personNumber').values({ personId: goneId, kind: 'duf', number: '201600000001' }).execute()
    await tx.insertInto('healthNote').values({ id: randomUUID(), personId: goneId, notedOn: born, body: 'Notat' }).execute()
    await tx.insertInto('skill').values({ id: randomUUID(), personId: goneId, name: 'Sying', evidence: 'claimed' }).execute()
    await tx.insertInto('practicalFrame').values([{ personId: keepId, hoursPerWeek: 20 }, { personId: goneId, hoursPerWeek: 30 }]).execute()
    await tx.insertInto('personAddress').values([{ personId: keepId, street: 'Gamleveien 1' }, { personId: goneId, street: 'Nyveien 2' }]).execute()
  })
  await adviser.call('people.saveFamilyTie', { id: randomUUID(), personId: goneId, relation: 'child', relativeId: child })
  await adviser.call('people.saveFamilyTie', { id: randomUUID(), personId: keepId, relation: 'sibling', relativeId: goneId })
  const preview = await adviser.call('people.previewMerge', { keepId, goneId })
  expect(preview).toMatchObject({ blocked: [], hasFrames: true, moves: expect.arrayContaining([{ what: 'numbers', count: 1 }, { what: 'competence', count: 1 }]) })
  expect(await adviser.refusals('people.mergePersons', { keepId, keepVersion: 1, goneId, goneVersion: 7, fromGone: [] })).toEqual([{ code: 'people.changedMeanwhile' }])
  await adviser.call('people.mergePersons', { keepId, keepVersion: 1, goneId, goneVersion: 1, fromGone: ['note', 'address', 'practicalFrame'] })
  expect(await adviser.call('people.getPerson', { personId: keepId })).toMatchObject({ phone: '+4740000000', note: 'Kjent fra mottaket', version: 2, address: { street: 'Nyveien 2' },
    numbers: [{ kind: 'duf' }], family: [{ relation: 'child', relativeId: child }] })
  expect(await adviser.call('competence.getCompetence', { personId: keepId })).toMatchObject({ skills: [{ name: 'Sying' }], frame: { hoursPerWeek: 30 } })
  await expect(adviser.call('people.getPerson', { personId: goneId })).rejects.toThrow(NotFound)
  const health = await (await municipality.as('health')).call('people.listHealthNotes', { personId: keepId })
  expect(health.rows).toHaveLength(1)
  for (const id of [keepId, goneId]) expect(await adviser.auditTrail(id)).toContain('people.mergePersons')
})

test('what stands in the way of a merge is said before and after it is tried', async () => {
  const municipality = await aMunicipality(world())
  const [adviser, keeper] = [await municipality.as('programme_adviser'), await municipality.as('programme_adviser', 'protected_access')]
  const [keepId, goneId, openingId] = [await aPerson(municipality), await aPerson(municipality, { addressProtection: 'confidential' }), randomUUID()]
  await municipality.put(async (tx) => {
    await tx.insertInto('opening').values({ id: openingId, kind: 'practice_place', title: 'Kantine' }).execute()
    await tx.insertInto('presentation').values([keepId, goneId].map((personId) => ({ id: randomUUID(), personId, openingId, startedBy: 'staff' as const }))).execute()
  })
  expect((await adviser.call('people.previewMerge', { keepId, goneId })).blocked.map(({ code }) => code)).toEqual(['people.mergeProtected', 'people.bothPresented'])
  const merge = { keepId, keepVersion: 1, goneId, goneVersion: 1, fromGone: [] }
  expect((await adviser.refusals('people.mergePersons', merge)).map(({ code }) => code)).toEqual(['people.mergeProtected', 'people.bothPresented'])
  expect((await keeper.refusals('people.mergePersons', merge)).map(({ code }) => code)).toEqual(['people.bothPresented'])
})

test('the stronger protection holds after a merge', async () => {
  const municipality = await aMunicipality(world())
  const keeper = await municipality.as('programme_adviser', 'protected_access')
  const [keepId, goneId] = [await aPerson(municipality), await aPerson(municipality, { addressProtection: 'strictly_confidential' })]
  await keeper.call('people.mergePersons', { keepId, keepVersion: 1, goneId, goneVersion: 1, fromGone: [] })
  expect((await keeper.call('people.getPerson', { personId: keepId })).addressProtection).toBe('strictly_confidential')
})

test('the database makes nobody one with somebody the actor may not see', async () => {
  const municipality = await aMunicipality(world())
  const adviser = await municipality.as('programme_adviser')
  const [keepId, goneId] = [await aPerson(municipality), await aPerson(municipality, { addressProtection: 'strictly_confidential' })]
  await expect(adviser.call('people.mergePersons', { keepId, keepVersion: 1, goneId, goneVersion: 1, fromGone: [] })).rejects.toThrow(NotFound)
  await expect(adviser.call('people.previewMerge', { keepId, goneId })).rejects.toThrow(NotFound)
})
