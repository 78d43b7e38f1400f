import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { instantOf, plainDate } from '#shared/date.ts'
import { Forbidden, NotFound } from '#platform/problem.ts'
import { systemActor } from '#platform/system-actor.ts'
import { aMappedPerson, aPlace } from '#test/matching-facts.ts'
import type { Municipality } from '#test/world.ts'
import { TODAY, aMunicipality, useWorld } from '#test/world.ts'
import { ringStandingWishes } from './ring.jobs.ts'

const world = useWorld()
const MORNING = new Date('2026-11-20T07:00:00Z')
const NEXT_MORNING = new Date('2026-11-23T07:00:00Z')

async function aWish(over: { level?: 'A2' | 'B1' } = {}) {
  const here = await aMunicipality(world())
  const [broker, adviser] = [await here.as('job_broker'), await here.as('programme_adviser')]
  const { employerId } = await aPlace(here, { contactAccountId: broker.actor.id, withdrawn: true })
  const id = randomUUID()
  const content = { id, employerId, title: 'Kokk på kveld', occupationCode: '5120', since: TODAY, demands: [{ id: randomUUID(), kind: 'norwegian' as const, isRequired: true, skill: 'listening' as const, level: over.level ?? 'B1' as const, sentence: 'Kan følge en beskjed' }] }
  await broker.call('matching.saveStandingWish', content)
  return { here, broker, adviser, employerId, id, content }
}
const ring = (here: Municipality, now = MORNING) => ringStandingWishes({ db: world().db, actor: systemActor(here.id), now, isLastTry: true })
const reaches = (here: Municipality, personId: string, level: 'A2' | 'B1') => here.put((tx) => tx.insertInto('languageLevel').values({ id: randomUUID(), personId, language: 'no', skill: 'listening', level, assessedOn: TODAY, evidence: 'tested', source: 'Norskprøven' }).execute())

test('rings for the contact person when somebody reaches the level, once, in words, and by one letter without a name', async () => {
  const { here, broker, adviser, id } = await aWish()
  const personId = await aMappedPerson(here, { level: 'A2' })
  await ring(here)
  expect(await broker.call('matching.listMyRings', {})).toEqual({ rows: [] })
  await reaches(here, personId, 'B1')
  await ring(here)
  await ring(here)
  expect((await adviser.call('matching.listMyRings', {})).rows).toEqual([])
  const { rows } = await broker.call('matching.listMyRings', {})
  expect(rows).toMatchObject([{ wishId: id, wishTitle: 'Kokk på kveld', employerName: 'Fjordkroa', person: { id: personId }, reached: [{ asked: { skill: 'listening', level: 'B1' }, sentence: 'Kan følge en beskjed' }] }])
  const { rows: mail } = await world().owner.query<{ params: object }>(`select params from message where municipality_id = $1 and template = 'standing_wish_rang'`, [here.id])
  expect(mail).toEqual([{ params: { count: 1, link: '/standing-wishes' } }])
  await broker.call('matching.seeRing', { id: rows[0]?.id ?? '', version: 1 })
  expect(await broker.refusals('matching.seeRing', { id: rows[0]?.id ?? '', version: 1 })).toMatchObject([{ code: 'stale' }])
  // she loses it and reaches it again: the same fact does not ring twice
  await reaches(here, personId, 'A2')
  await here.put((tx) => tx.updateTable('languageLevel').set({ assessedOn: plainDate('2026-11-01') }).where('personId', '=', personId).where('level', '=', 'B1').execute())
  await ring(here, NEXT_MORNING)
  await here.put((tx) => tx.updateTable('languageLevel').set({ assessedOn: plainDate('2026-11-22') }).where('personId', '=', personId).where('level', '=', 'B1').execute())
  await ring(here, NEXT_MORNING)
  expect(await broker.call('matching.listMyRings', {})).toEqual({ rows: [] })
})

test('rings for one who arrives; whoever fits when it is written is in its list and rings for nobody', async () => {
  const { here, broker, id, content } = await aWish({ level: 'A2' })
  const first = await aMappedPerson(here)
  await broker.call('matching.saveStandingWish', { ...content, version: 1 })
  await ring(here)
  expect(await broker.call('matching.listStandingWishes', {})).toMatchObject({ rows: [{ id, fits: 1, nearly: 0, rings: 0, actions: ['change', 'end'] }] })
  const second = await aMappedPerson(here, { givenName: 'Olena' })
  await ring(here)
  const page = await broker.call('matching.getStandingWish', { wishId: id })
  expect(page).toMatchObject({ fits: 2, rings: [{ person: { id: second }, reached: [] }] })
  expect(page.rows.map(({ person }) => person.id).toSorted()).toEqual([first, second].toSorted())
  expect(JSON.stringify(page)).not.toMatch(/score|"points"/)
})

test('rings for nobody who has a place, or whose address is strictly confidential', async () => {
  const { here, broker, employerId } = await aWish({ level: 'A2' })
  await aMappedPerson(here, { addressProtection: 'strictly_confidential' })
  const placed = await aMappedPerson(here)
  await here.put((tx) => tx.insertInto('agreement').values({ id: randomUUID(), personId: placed, employerId, beganFrom: 'match', kind: 'work_practice', fromDate: TODAY, submittedAt: instantOf(MORNING) }).execute())
  await ring(here)
  expect(await broker.call('matching.listMyRings', {})).toEqual({ rows: [] })
})

test('is not mailed of at night or on a Saturday, but on the next working morning', async () => {
  const { here } = await aWish({ level: 'A2' })
  await aMappedPerson(here)
  for (const now of [new Date('2026-11-20T22:00:00Z'), new Date('2026-11-21T07:00:00Z')]) await ring(here, now)
  const letters = async () => (await world().owner.query('select from message where municipality_id = $1', [here.id])).rowCount
  expect(await letters()).toBe(0)
  await ring(here, NEXT_MORNING)
  expect(await letters()).toBe(1)
})

test('one that asks for an unlawful ground is refused as an opening is', async () => {
  const { broker, content } = await aWish()
  const demands = [{ id: randomUUID(), kind: 'skill' as const, isRequired: true, name: 'etnisk norsk' }]
  expect(await broker.refusals('matching.saveStandingWish', { ...content, id: randomUUID(), demands })).toEqual([{ code: 'wish.demandUnlawful', path: 'demands.0.name', params: { name: 'etnisk norsk' } }])
})

test('is ended with a reason and rings no more; one that asks nothing is refused, and so is a stranger', async () => {
  const { here, broker, id, content } = await aWish({ level: 'A2' })
  expect((await broker.refusals('matching.saveStandingWish', { ...content, id: randomUUID(), occupationCode: null, demands: [] })).map(({ code }) => code)).toEqual(['wish.asksNothing'])
  await broker.call('matching.endStandingWish', { id, version: 1, reason: 'no_longer' })
  expect(await broker.refusals('matching.endStandingWish', { id, version: 2, reason: 'filled' })).toEqual([{ code: 'wish.alreadyEnded' }])
  await aMappedPerson(here)
  await ring(here)
  expect(await broker.call('matching.listStandingWishes', {})).toEqual({ rows: [] })
  expect(await broker.call('matching.listStandingWishes', { ended: true })).toMatchObject({ rows: [{ endReason: 'no_longer', actions: [] }] })
  await expect((await (await aMunicipality(world())).as('job_broker')).call('matching.getStandingWish', { wishId: id })).rejects.toThrow(NotFound)
  await expect((await here.as('hr_leader')).call('matching.listMyRings', {})).rejects.toThrow(Forbidden)
})
