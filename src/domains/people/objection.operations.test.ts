import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { Forbidden } from '#platform/problem.ts'
import { aMappedPerson, aPlace } from '#test/matching-facts.ts'
import { TODAY, aMunicipality, useWorld } from '#test/world.ts'

const world = useWorld()

test('who objects to being matched is no candidate for any place, is ranked nowhere, and comes back when she takes it back', async () => {
  const here = await aMunicipality(world())
  const adviser = await here.as('programme_adviser')
  const [personId, other] = [await aMappedPerson(here), await aMappedPerson(here, { givenName: 'Olena' })]
  const [suited, first] = [await aPlace(here, { title: 'Kokk' }), await aPlace(here, { title: 'Assistent', level: 'B1' })]
  const people = async () => (await adviser.call('matching.matchesForOpening', { openingId: suited.openingId })).rows.map(({ person }) => person.id).toSorted()
  await adviser.call('matching.keepList', { personId })
  expect([await people(), (await adviser.call('matching.matchesForPerson', { personId })).isUnranked]).toEqual([[personId, other].toSorted(), false])

  expect(await adviser.call('people.setMatchingObjection', { personId, version: 1, objects: true, words: 'Jeg vil velge selv' })).toEqual({ id: personId, version: 2 })
  expect((await adviser.call('people.getPerson', { personId })).matchingObjection).toMatchObject({ since: TODAY, words: 'Jeg vil velge selv', notedBy: expect.any(String) })
  expect(await people()).toEqual([other])
  const list = await adviser.call('matching.matchesForPerson', { personId })
  expect([list.isUnranked, list.list, list.rows.map(({ opening, others }) => [opening.id, others])]).toEqual([true, { changes: null, isKept: true }, [[first.openingId, null], [suited.openingId, null]]])
  expect(await adviser.call('matching.explain', { personId, openingId: suited.openingId })).toMatchObject({ noSum: 'objects', reckoning: null, match: { verdict: 'fits' } })
  await adviser.call('matching.keepList', { personId })
  const id = randomUUID()
  await adviser.call('matching.propose', { id, personId, openingId: suited.openingId, note: 'Etter eget ønske' })
  expect((await world().owner.query('select (select count(*)::int from match_list where person_id = $1) as lists, (select score from presentation where id = $2) as score', [personId, id])).rows).toEqual([{ lists: 0, score: null }])
  expect((await adviser.call('matching.whatHelps', { personId })).isCandidate).toBe(false)

  await adviser.call('people.setMatchingObjection', { personId, version: 2, objects: false, words: 'Jeg vil være med likevel' })
  expect((await adviser.call('people.getPerson', { personId })).matchingObjection).toMatchObject({ since: null, words: 'Jeg vil være med likevel' })
  expect(await people()).toEqual([personId, other].toSorted())
})

test('what is said already is refused, and so are no words, an old version and a role that may not write', async () => {
  const here = await aMunicipality(world())
  const [adviser, personId] = [await here.as('programme_adviser'), await aMappedPerson(here)]
  const asked = { personId, version: 1, objects: true, words: 'Nei' }
  expect(await adviser.refusals('people.setMatchingObjection', { ...asked, objects: false })).toEqual([{ code: 'people.objectsNot' }])
  expect((await adviser.refusals('people.setMatchingObjection', { ...asked, words: ' ' })).map(({ path }) => path)).toEqual(['words'])
  await adviser.call('people.setMatchingObjection', asked)
  expect(await adviser.refusals('people.setMatchingObjection', { ...asked, version: 2 })).toEqual([{ code: 'people.objectsAlready' }])
  expect(await adviser.refusals('people.setMatchingObjection', { ...asked, objects: false })).toMatchObject([{ code: 'stale' }])
  await expect((await here.as('manager')).call('people.setMatchingObjection', { ...asked, version: 2, objects: false })).rejects.toThrow(Forbidden)
})

test('whoever of the two objects, no ring of either is shown when they are made one', async () => {
  for (const objecting of ['keep', 'gone'] as const) {
    const here = await aMunicipality(world())
    const [adviser, broker] = [await here.as('programme_adviser'), await here.as('job_broker')]
    const [keepId, goneId] = [await aMappedPerson(here), await aMappedPerson(here)]
    const { employerId } = await aPlace(here)
    const wishId = randomUUID()
    await here.put(async (tx) => {
      await tx.insertInto('standingWish').values({ id: wishId, employerId, title: 'Kokk', occupationCode: '5120', since: TODAY, notedBy: broker.actor.id }).execute()
      await tx.insertInto('standingWishRing').values([keepId, goneId].map((personId) => ({ wishId, personId, fact: 'arrived', reached: '[]', rungOn: TODAY }))).execute()
      // as they were before she objected, written past the operation
      await tx.updateTable('person').set({ matchingObjectionOn: TODAY, matchingObjectionWords: 'Nei', matchingObjectionBy: adviser.actor.id }).where('id', '=', objecting === 'keep' ? keepId : goneId).execute()
    })
    await adviser.call('people.mergePersons', { keepId, keepVersion: 1, goneId, goneVersion: 1, fromGone: [] })
    expect((await world().owner.query('select from standing_wish_ring where person_id = any ($1)', [[keepId, goneId]])).rowCount, objecting).toBe(0)
  }
})

test('an objection of either stays when two persons are made one', async () => {
  const here = await aMunicipality(world())
  const adviser = await here.as('programme_adviser')
  const [keepId, goneId] = [await aMappedPerson(here), await aMappedPerson(here)]
  await adviser.call('people.setMatchingObjection', { personId: goneId, version: 1, objects: true, words: 'Nei takk' })
  await adviser.call('people.mergePersons', { keepId, keepVersion: 1, goneId, goneVersion: 2, fromGone: [] })
  expect((await adviser.call('people.getPerson', { personId: keepId })).matchingObjection).toMatchObject({ since: TODAY, words: 'Nei takk' })
})
