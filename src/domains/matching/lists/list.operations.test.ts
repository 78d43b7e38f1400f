import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { NotFound } from '#platform/problem.ts'
import { systemActor } from '#platform/system-actor.ts'
import { instantOf, plainDate } from '#shared/date.ts'
import { aMappedPerson, aPlace } from '#test/matching-facts.ts'
import { NOW, aMunicipality, useWorld } from '#test/world.ts'
import { pricePlaces } from './price-places.jobs.ts'

const world = useWorld()
const TOMORROW = new Date('2026-11-21T09:00:00Z')

test('a list that was shown is kept, is the same the next day, and says what a new level moved', async () => {
  const here = await aMunicipality(world())
  const personId = await aMappedPerson(here)
  const [kitchen, near] = [await aPlace(here), await aPlace(here, { level: 'B1', title: 'Sykehjemmet' })]
  const adviser = await here.as('programme_adviser')
  const first = await adviser.call('matching.matchesForPerson', { personId })
  expect(first.list).toEqual({ changes: null, isKept: false })
  await adviser.call('matching.keepList', { personId })
  expect((await adviser.call('matching.matchesForPerson', { personId })).list).toEqual({ changes: null, isKept: true })
  const next = await adviser.call('matching.matchesForPerson', { personId }, { now: TOMORROW })
  expect([next.list, next.rows]).toEqual([{ changes: null, isKept: false }, first.rows])
  await here.put((tx) => tx.insertInto('languageLevel').values({ id: randomUUID(), personId, language: 'no', skill: 'listening', level: 'B1', assessedOn: plainDate('2026-11-20'), evidence: 'tested' }).execute())
  const { openingId: added } = await aPlace(here, { level: 'B1', title: 'Skolen' })
  await here.put((tx) => tx.updateTable('opening').set({ withdrawnAt: instantOf(NOW) }).where('id', '=', kitchen.openingId).execute())
  const { list } = await adviser.call('matching.matchesForPerson', { personId }, { now: TOMORROW })
  expect(list.changes).toMatchObject({ since: '2026-11-20', facts: [{ is: 'level', skill: 'listening', from: 'A2', to: 'B1' }], added: [{ openingId: added, title: 'Skolen' }], gone: [{ openingId: kitchen.openingId, title: 'Kjøkkenassistent', isOpen: false }] })
  await adviser.call('matching.keepList', { personId }, { now: TOMORROW })
  const kept = await adviser.call('matching.matchesForPerson', { personId }, { now: TOMORROW })
  expect(kept.list).toEqual({ changes: list.changes, isKept: true })
  expect(kept.rows.some(({ opening }) => opening.id === near.openingId)).toBe(true)
  expect(await here.put((tx) => tx.selectFrom('matchList').select('day').where('personId', '=', personId).orderBy('day').execute())).toEqual([{ day: '2026-11-20' }, { day: '2026-11-21' }])
})

test('a list of somebody one does not see is not kept', async () => {
  const here = await aMunicipality(world())
  const hidden = await aMappedPerson(here, { addressProtection: 'strictly_confidential' })
  await expect((await here.as('job_broker')).call('matching.keepList', { personId: hidden })).rejects.toThrow(NotFound)
})

test('prices are found where lists are looked at, once a day or when facts changed, and say how many others a place suits', async () => {
  const here = await aMunicipality(world())
  const people = [await aMappedPerson(here), await aMappedPerson(here), await aMappedPerson(here), await aMappedPerson(here), await aMappedPerson(here), await aMappedPerson(here)]
  const hidden = await aMappedPerson(here, { addressProtection: 'strictly_confidential' })
  const [personId = ''] = people
  const { openingId } = await aPlace(here, { seats: 1 })
  const adviser = await here.as('programme_adviser')
  const price = (now = NOW) => pricePlaces({ db: world().db, actor: systemActor(here.id), now, isLastTry: true })
  const madeAt = () => here.put((tx) => tx.selectFrom('placePrice').select(['madeOn', 'id']).execute())
  await price()
  expect(await madeAt()).toEqual([])
  await adviser.call('matching.keepList', { personId })
  await price()
  const [first] = await madeAt()
  await price()
  expect(await madeAt()).toEqual([first])
  const { rows } = await adviser.call('matching.matchesForPerson', { personId })
  expect(rows[0]?.others).toEqual({ count: 5, isSought: true })
  expect((await adviser.call('matching.matchesForOpening', { openingId })).rows.map(({ elsewhere }) => elsewhere)).toEqual([0, 0, 0, 0, 0, 0])
  expect(await here.put((tx) => tx.selectFrom('matchChance').select('personId').where('personId', '=', hidden).execute())).toEqual([])
  await aPlace(here, { seats: 3 })
  await price()
  expect((await madeAt())[0]?.id).not.toBe(first?.id)
  await price(TOMORROW)
  expect(await madeAt()).toMatchObject([{ madeOn: '2026-11-21' }])
})
