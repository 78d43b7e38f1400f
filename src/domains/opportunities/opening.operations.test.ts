import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import { addDays, Instant } from '#shared/date.ts'
import { Forbidden, NotFound } from '#platform/problem.ts'
import type { Caller, Municipality } from '#test/world.ts'
import { aMunicipality, TODAY, useWorld } from '#test/world.ts'
import { openingState } from './opening.core.ts'
import type { SaveOpeningInput } from './opening.schema.ts'

const world = useWorld()
let lastNumber = 920_000_000

async function anEmployer(municipality: Municipality, over: { kind?: 'enhet' | 'underenhet'; status?: 'active' | 'bankrupt'; name?: string } = {}): Promise<string> {
  const id = randomUUID()
  await municipality.put((tx) => tx.insertInto('employer').values({ id, orgNumber: String(lastNumber++), kind: 'underenhet', name: 'Fjordvik Sykehjem', place: 'FJORDVIK', ...over }).execute())
  return id
}

const place = (employerId: string, over: Partial<z.input<typeof SaveOpeningInput>> = {}): z.input<typeof SaveOpeningInput> =>
  ({ id: randomUUID(), kind: 'practice_place', title: 'Hjelper på kjøkkenet', employerId, seats: 2, ...over })
const norwegian = (level: 'A1' | 'A2' | 'B1' | 'B2', isRequired = true) =>
  ({ id: randomUUID(), kind: 'norwegian' as const, isRequired, skill: 'spoken_interaction' as const, level, sentence: 'Kan følge en muntlig beskjed' })

/** Somebody who has a seat in an opening. */
async function fill(municipality: Municipality, openingId: string, employerId: string, protection: 'none' | 'strictly_confidential' = 'none'): Promise<void> {
  const personId = randomUUID()
  await municipality.put(async (tx) => {
    await tx.insertInto('person').values({ id: personId, givenName: 'Inne', familyName: 'Alt', addressProtection: protection }).execute()
    await tx.insertInto('agreement').values({ id: randomUUID(), personId, employerId, openingId, beganFrom: 'place', kind: 'language_practice', fromDate: TODAY, toDate: addDays(TODAY, 60), submittedAt: Instant.parse(new Date().toISOString()) }).execute()
  })
}

async function start(): Promise<{ municipality: Municipality; broker: Caller; employerId: string }> {
  const municipality = await aMunicipality(world())
  return { municipality, broker: await municipality.as('job_broker'), employerId: await anEmployer(municipality) }
}

test('an opening is saved with its demands, changed, and found by any spelling', async () => {
  const { broker, employerId } = await start()
  const input = place(employerId, { demands: [norwegian('A2'), norwegian('B1', false)], schedule: [{ weekday: 1, from: '08:00', to: '14:00' }] })
  expect(await broker.call('opportunities.saveOpening', input)).toMatchObject({ version: 1, warnings: [] })
  for (const text of ['kjokken', 'fjordvik sjukehjem', 'hjelpar på kjøkenet']) expect((await broker.call('opportunities.listOpenings', { text })).total, text).toBe(1)
  expect((await broker.call('opportunities.listOpenings', {})).rows).toMatchObject([{ title: 'Hjelper på kjøkkenet', employerName: 'Fjordvik Sykehjem', freeSeats: 2, state: 'open', daysLeft: null,
    norwegian: [{ level: 'A2', isRequired: true }, { level: 'B1', isRequired: false }] }])
  await broker.call('opportunities.saveOpening', { ...input, version: 1, title: 'Vaskehjelp', tasks: 'Bare unge søkere', demands: [] })
  expect(await broker.call('opportunities.getOpening', { openingId: input.id })).toMatchObject({ title: 'Vaskehjelp', version: 2, demands: [], schedule: [{ weekday: 1 }],
    warnings: [{ code: 'opportunities.warn.age', path: 'tasks' }], actions: ['change', 'withdraw'] })
  expect(await broker.refusals('opportunities.saveOpening', { ...input, version: 1 })).toMatchObject([{ code: 'stale' }])
})

test('a practice place is refused at a main unit and at one that is bankrupt, with every reason', async () => {
  const { municipality, broker, employerId } = await start()
  const [main, bankrupt] = [await anEmployer(municipality, { kind: 'enhet' }), await anEmployer(municipality, { status: 'bankrupt' })]
  expect(await broker.refusals('opportunities.saveOpening', place(main))).toEqual([{ code: 'employers.mainUnitNoAgreement', path: 'employerId' }])
  expect(await broker.refusals('opportunities.saveOpening', place(bankrupt))).toEqual([{ code: 'employers.bankrupt', path: 'employerId' }])
  await broker.call('opportunities.saveOpening', place(main, { kind: 'vacancy' }))
  const other = randomUUID()
  await municipality.put((tx) => tx.insertInto('employerContact').values({ id: other, employerId: main, name: 'Annen Leder' }).execute())
  expect((await broker.refusals('opportunities.saveOpening', place(employerId, { supervisorContactId: other }))).map(({ code }) => code)).toEqual(['opportunities.supervisorElsewhere'])
})

test('the list can be narrowed by kind, seats, language and whom it is open to', async () => {
  const { municipality, broker, employerId } = await start()
  const [easy, hard, job] = [place(employerId, { title: 'Lett', demands: [norwegian('A2'), norwegian('B2', false)], isOpenToParticipants: true }), place(employerId, { title: 'Vanskelig', seats: 1, demands: [norwegian('B2')] }), place(employerId, { title: 'Stilling', kind: 'vacancy', applyUntil: addDays(TODAY, 2) })]
  for (const one of [easy, hard, job]) await broker.call('opportunities.saveOpening', one)
  const titles = async (filter: object) => (await broker.call('opportunities.listOpenings', { sort: 'title', ...filter })).rows.map(({ title }) => title)
  expect(await titles({})).toEqual(['Lett', 'Stilling', 'Vanskelig'])
  expect(await titles({ kind: 'vacancy' })).toEqual(['Stilling'])
  expect(await titles({ norwegianAtMost: 'B1' })).toEqual(['Lett', 'Stilling'])
  expect(await titles({ openToParticipants: true })).toEqual(['Lett'])
  expect(await titles({ freeSeatsAtLeast: 2 })).toEqual(['Lett', 'Stilling'])
  expect((await titles({ sort: 'deadline' }))[0]).toBe('Stilling')
  await fill(municipality, hard.id, employerId, 'strictly_confidential')
  expect(await titles({ status: 'full' })).toEqual(['Vanskelig'])
  expect(await titles({})).toEqual(['Lett', 'Stilling'])
})

test('SQL and core agree on what an opening is today', async () => {
  const { municipality, broker, employerId } = await start()
  const days = [null, addDays(TODAY, -1), TODAY, addDays(TODAY, 1)]
  const moments = [null, ...['2026-11-19T23:00:00.000Z', '2026-11-20T22:59:59.000Z', '2026-11-20T23:00:00.000Z'].map((moment) => Instant.parse(moment))]
  const all = days.flatMap((applyUntil) => days.flatMap((toDate) => moments.flatMap((expiresAt) => [null, Instant.parse('2026-11-01T00:00:00Z')].map((withdrawnAt) =>
    ({ id: randomUUID(), kind: 'vacancy' as const, title: 'x', employerId, applyUntil, toDate, expiresAt, withdrawnAt, seats: 1 })))))
  await municipality.put((tx) => tx.insertInto('opening').values(all).execute())
  for (const status of ['open', 'full', 'expired', 'withdrawn'] as const) {
    const expected = all.filter((one) => openingState({ ...one, taken: 0 }, TODAY) === status).map(({ id }) => id)
    const pages = await Promise.all([0, 1, 2, 3, 4].map((page) => broker.call('opportunities.listOpenings', { status, page })))
    expect(pages.flatMap(({ rows }) => rows.map(({ id }) => id)).toSorted(), status).toEqual(expected.toSorted())
  }
})

test('a withdrawal shows first whom it touches, and can be taken back', async () => {
  const { municipality, broker, employerId } = await start()
  const [input, personId] = [place(employerId), randomUUID()]
  await broker.call('opportunities.saveOpening', input)
  await municipality.put(async (tx) => {
    await tx.insertInto('person').values({ id: personId, givenName: 'Selam', familyName: 'Tesfay' }).execute()
    await tx.insertInto('presentation').values({ id: randomUUID(), personId, openingId: input.id, startedBy: 'staff' }).execute()
  })
  expect(await broker.call('opportunities.getOpening', { openingId: input.id })).toMatchObject({ proposedCount: 1, proposed: [{ personId, name: 'Selam Tesfay' }] })
  expect(await broker.auditTrail(personId)).toEqual(['opportunities.getOpening'])
  const leader = await municipality.as('hr_leader')
  expect(await leader.call('opportunities.getOpening', { openingId: input.id })).toMatchObject({ proposedCount: 1, proposed: [] })
  await broker.call('opportunities.withdrawOpening', { id: input.id, version: 1, reason: 'Avdelingen pusses opp' })
  expect((await broker.call('opportunities.listOpenings', {})).total).toBe(0)
  expect(await broker.refusals('opportunities.withdrawOpening', { id: input.id, version: 2, reason: 'Igjen' })).toEqual([{ code: 'opportunities.withdrawnAlready' }])
  await broker.call('opportunities.reopenOpening', { id: input.id, version: 2 })
  expect(await broker.call('opportunities.getOpening', { openingId: input.id })).toMatchObject({ state: 'open', withdrawnReason: null })
  expect(await broker.refusals('opportunities.reopenOpening', { id: input.id, version: 3 })).toEqual([{ code: 'opportunities.notWithdrawn' }])
})

test('the list is for those who work with openings: a participant is refused', async () => {
  const { municipality } = await start()
  const personId = randomUUID()
  await municipality.put((tx) => tx.insertInto('person').values({ id: personId, givenName: 'Olena', familyName: 'Kovalenko' }).execute())
  await expect((await municipality.participant(personId)).call('opportunities.listOpenings', {})).rejects.toThrow(Forbidden)
})

test('nobody sees another municipality\'s openings', async () => {
  const { broker, employerId } = await start()
  const input = place(employerId)
  await broker.call('opportunities.saveOpening', input)
  const stranger = await (await aMunicipality(world())).as('job_broker')
  await expect(stranger.call('opportunities.getOpening', { openingId: input.id })).rejects.toThrow(NotFound)
  expect((await stranger.call('opportunities.listOpenings', {})).total).toBe(0)
})
