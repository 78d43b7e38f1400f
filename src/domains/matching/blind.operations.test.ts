import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainDate } from '#shared/date.ts'
import { aMappedPerson, aPlace } from '#test/matching-facts.ts'
import type { Caller, Municipality } from '#test/world.ts'
import { aMunicipality, useWorld } from '#test/world.ts'

const world = useWorld()

const day = fc.constantFrom('1948-03-01', '1971-12-31', '1999-06-15', '2008-02-29').map(plainDate)
const later = fc.constantFrom('2026-11-21', '2027-05-01', '2035-01-01').map(plainDate)
const language = fc.constantFrom('ti', 'ar', 'uk', 'so', 'no')
const words = fc.constantFrom('Muslim, gravid, rullestol', 'Kristen', 'Enslig mor til fire', 'Homofil', 'Ung og sprek', '')
/** Every column of a person that is no name of a row: all of them are varied, and none may count. */
const varied = {
  givenName: fc.constantFrom('Ågot', 'Mohammed', 'Olena', 'Yonas'), familyName: fc.constantFrom('Haugen', 'Tesfay', 'Ali'), birthDate: fc.option(day), gender: fc.option(fc.constantFrom('female', 'male', 'other')),
  country: fc.option(fc.constantFrom('ER', 'SY', 'UA', 'NO', 'XX')), phone: fc.option(fc.constant('99999999')), email: fc.option(fc.constant('a@example.no')), firstLanguage: fc.option(language), otherLanguages: fc.array(language, { maxLength: 2 }), interpreterLanguage: fc.option(language),
  contactLocale: fc.constantFrom('nb', 'uk', 'ar'), arrivalCategory: fc.option(fc.constantFrom('resettlement_refugee', 'asylum', 'collective_protection', 'family_reunification', 'other')), settledOn: fc.option(day), permitUntil: fc.option(later),
  status: fc.constantFrom('settled', 'in_programme'), addressProtection: fc.constantFrom('none', 'confidential', 'strictly_confidential'), note: fc.option(words),
} as const
/** What is no fact about her: keys, clocks, who follows her up, and what is made of the name. */
const NO_FACT = ['municipality_id', 'id', 'version', 'search_name', 'adviser_id', 'created_at', 'changed_at',
  // no fact either: it takes her out of matching altogether (objection.operations.test.ts of people)
  'matching_objection_on', 'matching_objection_words', 'matching_objection_by']

/** Rows about her in every compartment that matching must never open. */
async function tellMore(here: Municipality, personId: string, text: string, relative: string): Promise<void> {
  await here.put(async (tx) => {
    await tx.insertInto('healthNote').values({ id: randomUUID(), personId, notedOn: plainDate('2026-01-01'), body: text, consequence: text }).execute()
    await tx.insertInto('familyTie').values({ id: randomUUID(), personId, relativeId: relative, relation: 'child' }).execute()
    await tx.insertInto('legalFacts').values({ id: randomUUID(), personId, permit: 'refugee', schooling: 'primary' }).onConflict((on) => on.doNothing()).execute()
    await tx.insertInto('education').values({ id: randomUUID(), personId, level: 7, field: text, country: 'IR' }).execute()
    await tx.insertInto('personNumber').values({ personId, kind: 'duf', number: String(Math.floor(Math.random() * 1e12)).padStart(12, '2') }).execute()
    await tx.updateTable('practicalFrame').set({ careDuties: text, note: text }).where('personId', '=', personId).execute()
    // the children's times, outside the hours of the place
    await tx.insertInto('familyTime').values({ id: randomUUID(), personId, label: text || 'Henting', fromDate: plainDate('2026-01-01'), schedule: JSON.stringify([{ weekday: 1, from: '14:00', to: '16:30' }, { weekday: 3, from: '08:00', to: '15:00' }]) }).execute()
    const activityId = randomUUID()
    await tx.insertInto('activity').values({ id: activityId, personId, kind: 'health', fromDate: plainDate('2026-01-01'), schedule: JSON.stringify([{ weekday: 1, from: '08:00', to: '12:00' }]) }).execute()
    await tx.insertInto('activityParticipant').values({ id: randomUUID(), activityId, personId, fromDate: plainDate('2026-01-01') }).execute()
  })
}

/** Everything matching says of her: score and parts at every place, and the order of places and of people. */
async function saidOf(keeper: Caller, personId: string, places: readonly string[]) {
  const sums = []
  for (const openingId of places) { const { match, reckoning } = await keeper.call('matching.explain', { personId, openingId }); sums.push({ match, reckoning }) }
  const { rows } = await keeper.call('matching.matchesForPerson', { personId })
  const people = await keeper.call('matching.matchesForOpening', { openingId: places[0] ?? '' })
  return { sums, order: rows.map(({ opening }) => opening.id), people: people.rows.map(({ person }) => person.id) }
}

test('every column of a person is either varied below or no fact about her', async () => {
  const { rows } = await world().owner.query<{ name: string }>(`select column_name as name from information_schema.columns where table_schema = 'public' and table_name = 'person'`)
  const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  expect(rows.map(({ name }) => name).toSorted()).toEqual([...Object.keys(varied).map(snake), ...NO_FACT].toSorted())
})

test('origin, faith, sex, age, permit, family, the children’s times outside the hours of the place, health and protection change neither a score, a part of one, nor an order', async () => {
  const here = await aMunicipality(world())
  const [personId, other] = [await aMappedPerson(here), await aMappedPerson(here, { level: 'A1' })]
  const places: string[] = []
  for (const level of ['A2', 'B1'] as const) for (const occupationCode of ['5120', '9112'] as const) places.push((await aPlace(here, { level, occupationCode })).openingId)
  const keeper = await here.as('programme_adviser', 'protected_access')
  const before = await saidOf(keeper, personId, places)
  expect(before.people).toEqual([personId, other])
  await fc.assert(fc.asyncProperty(fc.record(varied), words, async (values, text) => {
    await here.put((tx) => tx.updateTable('person').set(values).where('id', '=', personId).execute())
    await tellMore(here, personId, text, other)
    const { people, ...rest } = await saidOf(keeper, personId, places)
    expect(rest).toEqual({ sums: before.sums, order: before.order })
    // a strictly confidential person is proposed to nobody's place; where she is, she stands where she stood
    expect(people).toEqual(values.addressProtection === 'strictly_confidential' ? [other] : before.people)
  }), { numRuns: 12 })
})

test('a demand that names an unlawful ground counts for nobody, however it came into the database', async () => {
  const here = await aMunicipality(world())
  const [personId, { openingId }] = [await aMappedPerson(here), await aPlace(here)]
  const keeper = await here.as('programme_adviser')
  const before = await saidOf(keeper, personId, [openingId])
  await here.put(async (tx) => {
    await tx.insertInto('skill').values({ id: randomUUID(), personId, name: 'kvinne', evidence: 'observed' }).execute()
    for (const name of ['Kvinne', 'etnisk norsk', 'under 40 år', 'muslim', 'god helse']) for (const isRequired of [true, false]) await tx.insertInto('openingDemand').values({ id: randomUUID(), openingId, kind: 'skill', isRequired, name }).execute()
  })
  expect(await saidOf(keeper, personId, [openingId])).toEqual(before)
})
