import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { placedIn, presentationsIn, rowOf } from '#test/cohort-plan.ts'
import { aMappedPerson, aPlace } from '#test/matching-facts.ts'
import { YES, aSharedPlace, aSide, anAgreement } from '#test/sharing.ts'
import { TODAY, useWorld } from '#test/world.ts'

const world = useWorld()

/** Two neighbours who share a kitchen of the first with one seat; the second has two who can cook, and a plan over what there is. */
async function aRegion({ own = 0 } = {}) {
  const [owner, ours] = [await aSide(world()), await aSide(world())]
  await anAgreement(owner, ours)
  const openingId = await aSharedPlace(owner, ours, { title: 'Delt kjøkken', seats: 1 })
  const people = [await aMappedPerson(ours.here, { givenName: 'Amina' }), await aMappedPerson(ours.here, { givenName: 'Bilal' })]
  if (own > 0) await aPlace(ours.here, { title: 'Eget kjøkken', seats: own })
  const { adviser } = ours
  const solve = async (over: { neighbours?: boolean; basedOn?: string } = {}) => {
    const id = randomUUID()
    await adviser.call('matching.solvePlan', { id, name: 'Uke 47', goal: 'most_placed', ...over })
    return adviser.call('matching.getPlan', { cohortId: id })
  }
  const putForward = async (personId: string) => {
    const [id, parts] = [randomUUID(), ['languages' as const]]
    const { profile } = await adviser.call('matching.previewPutForward', { personId, openingId, parts })
    await adviser.call('matching.putForward', { id, personId, openingId, parts, profile, how: 'spoken', on: TODAY, text: YES })
    return id
  }
  return { owner, ours, adviser, openingId, people, solve, putForward, sharedBy: `Kommune ${owner.here.number}` }
}

test('places neighbours share are in a plan with whose they are, unless it is made without them', async () => {
  const { adviser, openingId, solve, sharedBy } = await aRegion({ own: 1 })
  const plan = await solve()
  expect(plan).toMatchObject({ placed: 2, withNeighbours: true, leftOut: { noEmployer: 0, neighbours: 0 } })
  expect(new Map(plan.places.map(({ title, sharedBy: from }) => [title, from]))).toEqual(new Map([['Delt kjøkken', sharedBy], ['Eget kjøkken', null]]))
  const [there, here] = [plan.rows.find((one) => one.openingId === openingId), plan.rows.find((one) => one.openingId !== openingId)]
  expect(there).toMatchObject({ verdict: 'fits', putForward: null, actions: ['pin', 'move', 'forbid', 'hold', 'putForward'] })
  expect(here?.actions).toEqual(['pin', 'move', 'forbid', 'hold', 'release'])
  const without = await solve({ neighbours: false })
  expect(without).toMatchObject({ placed: 1, withNeighbours: false, leftOut: { neighbours: 1 } })
  expect(without.places.map(({ title }) => title)).toEqual(['Eget kjøkken'])
  expect((await adviser.call('matching.comparePlans', { firstId: without.id, secondId: plan.id })).moves.map(({ to }) => to)).toContain(`Delt kjøkken, Fjordkroa, ${sharedBy}`)
})

test('nobody is released to a neighbour’s place: it is refused with words, and all the others are released without them', async () => {
  const { ours, adviser, openingId, solve, sharedBy } = await aRegion({ own: 1 })
  const plan = await solve()
  const [there, here] = [plan.rows.find((one) => one.openingId === openingId)?.person.id ?? '', plan.rows.find((one) => one.openingId !== openingId)?.person.id ?? '']
  expect(await adviser.call('matching.checkRelease', { cohortId: plan.id })).toEqual({ ready: [here], needYes: [there], stopped: [] })
  const release = (...personIds: string[]) => ({ cohortId: plan.id, version: 1, rows: personIds.map((personId) => ({ personId, presentationId: randomUUID() })) })
  expect(await adviser.refusals('matching.releaseRows', release(here, there))).toEqual([{ code: 'sharing.needsHerYes', path: 'rows.1', params: { municipality: sharedBy } }])
  expect(await presentationsIn(ours.here)).toEqual([])
  await adviser.call('matching.releaseRows', release(here))
  expect(await presentationsIn(ours.here)).toMatchObject([{ personId: here }])
})

test('whoever is put forward is under way: moved no more, in no other plan, and her seat is nobody else’s until the neighbour says not now', async () => {
  const { owner, adviser, openingId, solve, putForward } = await aRegion()
  const plan = await solve()
  const personId = placedIn(plan)[0]?.person.id ?? ''
  const id = await putForward(personId)
  const again = () => adviser.call('matching.getPlan', { cohortId: plan.id })
  expect(rowOf(await again(), personId)).toMatchObject({ openingId, released: null, putForward: { on: TODAY }, actions: [] })
  expect(await adviser.call('matching.checkRelease', { cohortId: plan.id })).toEqual({ ready: [], needYes: [], stopped: [] })
  expect(await adviser.refusals('matching.changePlan', { cohortId: plan.id, version: 1, change: { do: 'hold', personId } })).toEqual([{ code: 'matching.rowReleased' }])
  expect(await adviser.refusals('matching.solvePlan', { id: randomUUID(), name: 'Neste', goal: 'most_placed' })).toEqual([{ code: 'matching.noFreePlaces' }])
  await owner.broker.call('matching.answerNeighbour', { id: randomUUID(), putForwardId: id, answer: 'not_now', reason: 'Ikke nå' })
  expect(rowOf(await again(), personId)).toMatchObject({ putForward: null, actions: expect.arrayContaining(['move', 'hold']) })
  // she is not put forward a second time for the same place; the seat is another's chance
  const next = await solve()
  expect([rowOf(next, personId)?.openingId, placedIn(next).map((one) => one.openingId)]).toEqual([null, [openingId]])
})

test('a place that is no longer shared is said to be closed, and a seat that is confirmed is counted once', async () => {
  const { owner, ours, adviser, openingId, solve, putForward, people } = await aRegion()
  const plan = await solve()
  await owner.broker.call('matching.shareOpening', { openingId, neighbourIds: [] })
  const personId = placedIn(plan)[0]?.person.id ?? ''
  expect((await adviser.refusals('matching.releaseRows', { cohortId: plan.id, version: 1, rows: [{ personId, presentationId: randomUUID() }] })).map(({ code }) => code)).toEqual(expect.arrayContaining(['sharing.needsHerYes', 'matching.openingClosed']))
  await owner.broker.call('matching.shareOpening', { openingId, neighbourIds: [ours.here.id] })
  await owner.here.put((tx) => tx.updateTable('opening').set({ seats: 2 }).where('id', '=', openingId).execute())
  const [id, answerId] = [await putForward(people[0] ?? ''), randomUUID()]
  await owner.broker.call('matching.answerNeighbour', { id: answerId, putForwardId: id, answer: 'meet' })
  await owner.broker.call('matching.confirmSeat', { id: answerId, version: 1 })
  const next = await solve()
  expect([next.people, next.places.map(({ seats }) => seats), next.leftOut.underWay]).toEqual([1, [1], 1])
})
