import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { describe, expect, test, vi } from 'vitest'
import { plainDate } from '#shared/date.ts'
import { Forbidden, NotFound } from '#platform/problem.ts'
import type { PersonOver } from '#test/matching-facts.ts'
import { aMappedPerson, aPlace } from '#test/matching-facts.ts'
import type { Municipality } from '#test/world.ts'
import { aMunicipality, useWorld } from '#test/world.ts'

const world = useWorld()

const runs = ({ put }: Municipality, personId: string, openingId: string, employerId: string) => put((tx) => tx.insertInto('agreement').values({
  id: randomUUID(), personId, employerId, openingId, beganFrom: 'place', kind: 'work_practice', submittedAt: '2026-11-01T08:00:00Z' as never, toDate: plainDate('2027-01-01') }).execute())

test('a person gets the open places, the best first, each explained, and never a number', async () => {
  const here = await aMunicipality(world())
  const personId = await aMappedPerson(here)
  const [near, tooHard] = [await aPlace(here, { level: 'B1' }), await aPlace(here, { level: 'C1' })]
  const [cleaning, kitchen] = [await aPlace(here, { occupationCode: '9112', title: 'Renholder' }), await aPlace(here)]
  await aPlace(here, { withdrawn: true })
  await aPlace(here, { toDate: '2026-11-19' })
  const adviser = await here.as('programme_adviser')
  const answer = await adviser.call('matching.matchesForPerson', { personId })
  expect(answer.rows.map(({ opening, match }) => [opening.id, match.verdict])).toEqual([[kitchen.openingId, 'fits'], [cleaning.openingId, 'fits'], [near.openingId, 'nearly']])
  expect(answer).toMatchObject({ total: 3, considered: 4, notPossible: [{ blockedBy: 'norwegian', count: 1 }], actions: ['propose'] })
  expect(answer.rows[2]?.match.required[0]).toMatchObject({ kind: 'norwegian', met: 'no', asked: { level: 'B1' }, known: { value: { level: 'A2' }, evidence: 'tested', on: '2026-10-01', source: 'Norskprøven' }, gap: { code: 'levelUp' } })
  expect(JSON.stringify(answer)).not.toMatch(/score|points|contribution/)
  const blocked = await adviser.call('matching.matchesForPerson', { personId, blockedBy: 'norwegian' })
  expect(blocked.rows.map(({ opening }) => opening.id)).toEqual([tooHard.openingId])
  expect(await adviser.auditTrail(personId)).toEqual(['matching.matchesForPerson', 'matching.matchesForPerson'])
})

test('what is changed of a place, of its demands and of its unit shows the next time it is read', async () => {
  const here = await aMunicipality(world())
  const personId = await aMappedPerson(here)
  const { openingId, employerId } = await aPlace(here, { level: 'A1', title: 'Renholder' })
  const adviser = await here.as('programme_adviser')
  const read = async () => {
    const { rows: [row], notPossible } = await adviser.call('matching.matchesForPerson', { personId })
    return { title: row?.opening.title, place: row?.opening.place, slots: row?.match.required.find(({ kind }) => kind === 'schedule')?.asked, notPossible }
  }
  const before = await read()
  await here.put((tx) => tx.updateTable('opening').set({ title: 'Vaktmester', schedule: JSON.stringify([{ weekday: 2, from: '10:00', to: '12:00' }]) }).where('id', '=', openingId).execute())
  await here.put((tx) => tx.updateTable('employer').set({ place: 'Nyvik' }).where('id', '=', employerId).execute())
  expect([before.title, await read()]).toEqual(['Renholder', { title: 'Vaktmester', place: 'Nyvik', slots: { is: 'slots', slots: [{ weekday: 2, from: '10:00', to: '12:00' }] }, notPossible: [] }])
  await here.put((tx) => tx.updateTable('openingDemand').set({ level: 'C1' }).where('openingId', '=', openingId).execute())
  expect((await read()).notPossible).toEqual([{ blockedBy: 'norwegian', count: 1 }])
})

test('a full place is not shown; a draft alone takes no seat', async () => {
  const here = await aMunicipality(world())
  const [personId, other] = [await aMappedPerson(here), await aMappedPerson(here)]
  const { openingId, employerId } = await aPlace(here, { seats: 1 })
  const adviser = await here.as('programme_adviser')
  expect((await adviser.call('matching.matchesForPerson', { personId })).total).toBe(1)
  await runs(here, other, openingId, employerId)
  expect((await adviser.call('matching.matchesForPerson', { personId })).considered).toBe(0)
})

describe('nothing unlawful counts', () => {
  const variants: PersonOver[] = [{ gender: 'male' }, { gender: 'female' }, { birthDate: '1961-02-03' }, { country: 'ER' }, { arrivalCategory: 'resettlement_refugee' }, { permitUntil: '2026-12-01' },
    { note: 'Muslim, gravid, rullestol' }, { firstLanguage: 'ti' }, { givenName: 'Ågot' }]
  test.each(variants)('%j changes neither verdict, explanation nor order', async (variant) => {
    const here = await aMunicipality(world())
    const personId = await aMappedPerson(here)
    for (const level of ['A1', 'A2', 'B1', 'C1'] as const) for (const occupationCode of ['5120', '9112'] as const) await aPlace(here, { level, occupationCode })
    const adviser = await here.as('programme_adviser')
    const before = await adviser.call('matching.matchesForPerson', { personId })
    const { birthDate, permitUntil, level: _, ...values } = variant
    await here.put((tx) => tx.updateTable('person').set({ ...values, ...(birthDate && { birthDate: plainDate(birthDate) }), ...(permitUntil && { permitUntil: plainDate(permitUntil) }) }).where('id', '=', personId).execute())
    await here.put((tx) => tx.insertInto('healthNote').values({ id: randomUUID(), personId, notedOn: plainDate('2026-01-01'), body: 'Diagnose', consequence: 'Ingen' }).execute())
    expect(before.rows.length).toBeGreaterThan(3)
    expect(await adviser.call('matching.matchesForPerson', { personId })).toEqual(before)
  })
})

test('an opening gets the people without a placement, never a strictly confidential one', async () => {
  const here = await aMunicipality(world())
  const [fits, near, placed] = [await aMappedPerson(here), await aMappedPerson(here, { level: 'A1' }), await aMappedPerson(here)]
  const hidden = await aMappedPerson(here, { addressProtection: 'strictly_confidential' })
  const [{ openingId }, elsewhere] = [await aPlace(here), await aPlace(here)]
  await runs(here, placed, elsewhere.openingId, elsewhere.employerId)
  const keeper = await here.as('job_broker', 'protected_access')
  const { rows } = await keeper.call('matching.matchesForOpening', { openingId })
  expect(rows.map(({ person, match }) => [person.id, match.verdict])).toEqual([[fits, 'fits'], [near, 'nearly']])
  expect(await keeper.auditTrail(hidden)).toEqual([])
  expect(await keeper.auditTrail(fits)).toEqual(['matching.matchesForOpening'])
})

test('for a post at a public employer, or at one of whom that is not known, nobody is ranked: people stand by name, with reasons', async () => {
  const here = await aMunicipality(world())
  const [zara, anna] = [await aMappedPerson(here, { givenName: 'Zara' }), await aMappedPerson(here, { givenName: 'Anna', level: 'A1' })]
  const broker = await here.as('job_broker')
  const { openingId, employerId } = await aPlace(here)
  const listed = async () => {
    const { rows, notRanked } = await broker.call('matching.matchesForOpening', { openingId })
    // of one person too: the comparison, and no sum
    const { match: compared, reckoning, noSum } = await broker.call('matching.explain', { personId: zara, openingId })
    expect([compared.verdict, reckoning === null, noSum]).toEqual(['fits', notRanked !== null, notRanked])
    return [notRanked, ...rows.map(({ person, match }) => [person.id, match.verdict, match.required.length > 0])]
  }
  const [best, byName] = [[[zara, 'fits', true], [anna, 'nearly', true]], [[anna, 'nearly', true], [zara, 'fits', true]]]
  const owner = (orgForm: string | null) => here.put(async (tx) => {
    const id = randomUUID()
    await tx.insertInto('employer').values({ id, orgNumber: String(900_000_000 + Math.floor(Math.random() * 99_999_999)), kind: 'enhet', name: 'Eieren', orgForm }).execute()
    await tx.updateTable('employer').set({ parentId: id }).where('id', '=', employerId).execute()
  })
  // a practice place is no post
  expect(await listed()).toEqual([null, ...best])
  await here.put((tx) => tx.updateTable('opening').set({ kind: 'vacancy' }).where('id', '=', openingId).execute())
  await here.put((tx) => tx.updateTable('employer').set({ orgForm: 'BEDR', parentOrgNumber: '964338531' }).where('id', '=', employerId).execute())
  expect(await listed()).toEqual(['employerUnknown', ...byName])
  await here.put((tx) => tx.insertInto('employer').values({ id: randomUUID(), orgNumber: '964338531', kind: 'enhet', name: 'Fjordvik kommune', orgForm: 'KOMM' }).execute())
  expect(await listed()).toEqual(['publicPost', ...byName])
  const id = randomUUID()
  await broker.call('matching.propose', { id, personId: zara, openingId })
  expect(await here.put((tx) => tx.selectFrom('presentation').select('score').where('id', '=', id).execute())).toEqual([{ score: null }])
  await owner('AS')
  expect(await listed()).toEqual([null, ...best])
  await owner(null)
  expect(await listed()).toEqual(['employerUnknown', ...byName])
  await here.put((tx) => tx.updateTable('opening').set({ employerId: null }).where('id', '=', openingId).execute())
  expect(await listed()).toEqual(['employerUnknown', ...byName])
})

test('one match is explained, and only to those who may see both', async () => {
  const [here, there] = [await aMunicipality(world()), await aMunicipality(world())]
  const [personId, hidden] = [await aMappedPerson(here), await aMappedPerson(here, { addressProtection: 'strictly_confidential' })]
  const { openingId } = await aPlace(here)
  const broker = await here.as('job_broker')
  expect(await broker.call('matching.explain', { personId, openingId })).toMatchObject({ match: { verdict: 'fits' }, presentation: null, actions: ['propose'] })
  await expect(broker.call('matching.explain', { personId: hidden, openingId })).rejects.toThrow(NotFound)
  await expect((await there.as('job_broker')).call('matching.explain', { personId, openingId })).rejects.toThrow(NotFound)
  await expect((await here.as('hr_leader')).call('matching.matchesForOpening', { openingId })).rejects.toThrow(Forbidden)
})

test('2,000 places are loaded with as many queries as one: the bench measures the time', async () => {
  const here = await aMunicipality(world())
  const personId = await aMappedPerson(here)
  const { employerId } = await aPlace(here)
  const adviser = await here.as('programme_adviser')
  const queries = vi.spyOn(pg.Client.prototype, 'query')
  const counted = async (considered: number): Promise<number> => {
    queries.mockClear()
    expect((await adviser.call('matching.matchesForPerson', { personId })).considered).toBe(considered)
    return queries.mock.calls.length
  }
  const forOne = await counted(1)
  await here.put(async (tx) => {
    const ids = Array.from({ length: 2000 }, () => randomUUID())
    await tx.insertInto('opening').values(ids.map((id, at) => ({ id, kind: 'practice_place' as const, employerId, title: `Plass ${at}`, occupationCode: '5120' }))).execute()
    await tx.insertInto('openingDemand').values(ids.map((openingId) => ({ id: randomUUID(), openingId, kind: 'skill' as const, isRequired: false, name: 'Baking' }))).execute()
  })
  expect(await counted(2001)).toBe(forOne)
  expect(forOne).toBeLessThan(21)
  queries.mockRestore()
})
