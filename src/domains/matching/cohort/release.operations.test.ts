import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { NotFound } from '#platform/problem.ts'
import { aCohortPlan, placedIn, presentationsIn, rowOf } from '#test/cohort-plan.ts'
import { aMappedPerson, aPlace } from '#test/matching-facts.ts'
import { aMunicipality, useWorld } from '#test/world.ts'

const world = useWorld()
const aPlanHere = (over: Parameters<typeof aCohortPlan>[1] = {}) => aCohortPlan(world(), over)

test('nothing is presented before a named person releases it; what is released is what the plan says, and is moved no more', async () => {
  const { here, adviser, plan, planId } = await aPlanHere()
  const board = await plan()
  const placed = placedIn(board)
  expect(await adviser.call('matching.checkRelease', { cohortId: planId })).toEqual({ ready: expect.arrayContaining(placed.map(({ person }) => person.id)), needYes: [], stopped: [] })
  const rows = placed.map(({ person }) => ({ personId: person.id, presentationId: randomUUID() }))
  await adviser.call('matching.releaseRows', { cohortId: planId, version: board.version, rows })
  expect((await presentationsIn(here)).map(({ personId, openingId }) => `${personId} ${openingId}`).toSorted()).toEqual(placed.map(({ person, openingId }) => `${person.id} ${openingId}`).toSorted())
  // what the score was then is kept, as with a proposal made for one person
  const kept = await here.put((tx) => tx.selectFrom('presentation').select(['score', 'scoreVerdict', 'scoreWeights']).execute())
  expect(kept.map(({ scoreVerdict, scoreWeights }) => [scoreVerdict, scoreWeights])).toEqual(rows.map(() => ['fits', board.weightsVersion]))
  expect(kept.reduce((sum, { score }) => sum + (score ?? 0), 0)).toBe(board.score)
  const after = await plan()
  for (const { personId, presentationId } of rows) expect(rowOf(after, personId)).toMatchObject({ released: { presentationId, by: expect.stringContaining('programme_adviser') }, actions: [] })
  expect(await adviser.call('matching.listPresentations', { state: 'proposed' })).toMatchObject({ total: 2 })
  expect(await adviser.auditTrail(rows[0]?.personId ?? '')).toContain('matching.releaseRows')
  expect(await adviser.refusals('matching.changePlan', { cohortId: planId, version: after.version, change: { do: 'hold', personId: rows[0]?.personId ?? '' } })).toEqual([{ code: 'matching.rowReleased' }])
  expect(await adviser.refusals('matching.releaseRows', { cohortId: planId, version: after.version, rows: [{ personId: rows[0]?.personId ?? '', presentationId: randomUUID() }] })).toEqual([{ code: 'matching.rowReleased', path: 'rows.0' }])
  expect(await adviser.refusals('matching.dropPlan', { cohortId: planId, version: after.version })).toEqual([{ code: 'matching.planReleased' }])
  // whoever is being considered, and the seat she is considered for, are in no other plan meanwhile
  expect(await adviser.refusals('matching.solvePlan', { id: randomUUID(), name: 'Neste', goal: 'most_placed' })).toEqual([{ code: 'matching.noFreePlaces' }])
})

test('a plan that rests on other facts than those of now is stopped, and shows what changed', async () => {
  const { here, adviser, plan, planId, openings } = await aPlanHere()
  const board = await plan()
  const [first, second] = placedIn(board)
  await here.put(async (tx) => {
    await tx.insertInto('skill').values({ id: randomUUID(), personId: first?.person.id ?? '', name: 'Sying', evidence: 'claimed' }).execute()
    await tx.updateTable('openingDemand').set({ level: 'B1' }).where('openingId', '=', second?.openingId ?? '').execute()
  })
  const { ready, stopped } = await adviser.call('matching.checkRelease', { cohortId: planId })
  expect(ready).toEqual([])
  expect(new Map(stopped.map(({ personId, changed }) => [personId, changed]))).toEqual(new Map([[first?.person.id, ['person.skills']], [second?.person.id, ['opening.demands']]]))
  const release = (personId = '') => adviser.refusals('matching.releaseRows', { cohortId: planId, version: board.version, rows: [{ personId, presentationId: randomUUID() }] })
  expect(await release(first?.person.id)).toEqual([{ code: 'matching.factsChanged', path: 'rows.0', params: { count: 1 } }])
  expect(await presentationsIn(here)).toEqual([])
  await here.put((tx) => tx.updateTable('opening').set({ withdrawnAt: sql`now()` }).where('id', 'in', openings).execute())
  expect((await release(second?.person.id)).map(({ code }) => code)).toEqual(['matching.openingClosed', 'matching.factsChanged'])
})

test('nobody and no seat is given away by two plans at once', async () => {
  const { adviser, planId, plan } = await aPlanHere()
  const secondId = randomUUID()
  await adviser.call('matching.solvePlan', { id: secondId, name: 'Annen', goal: 'most_placed' })
  const [first] = placedIn(await plan())
  await adviser.call('matching.releaseRows', { cohortId: planId, version: 1, rows: [{ personId: first?.person.id ?? '', presentationId: randomUUID() }] })
  const { ready, stopped } = await adviser.call('matching.checkRelease', { cohortId: secondId })
  const second = await adviser.call('matching.getPlan', { cohortId: secondId })
  for (const { person, openingId } of placedIn(second)) {
    const why = stopped.find(({ personId }) => personId === person.id)
    expect(why?.reasons.some(({ code }) => code === 'matching.underWayElsewhere') ?? false).toBe(person.id === first?.person.id)
    expect(why?.changed ?? []).toEqual(openingId === first?.openingId ? ['seats'] : [])
    expect(ready.includes(person.id)).toBe(person.id !== first?.person.id && openingId !== first?.openingId)
  }
})

test('one bad row stops all that were to be released with it', async () => {
  const { here, adviser, plan, planId } = await aPlanHere()
  const board = await plan()
  const rows = placedIn(board).map(({ person }) => ({ personId: person.id, presentationId: randomUUID() }))
  await here.put((tx) => tx.insertInto('presentation').values({ id: randomUUID(), personId: rows[1]?.personId ?? '', openingId: placedIn(board)[1]?.openingId ?? '', startedBy: 'staff' }).execute())
  expect(await adviser.refusals('matching.releaseRows', { cohortId: planId, version: board.version, rows })).toEqual([{ code: 'matching.alreadyProposed', path: 'rows.1' }])
  expect((await presentationsIn(here)).length).toBe(1)
  await adviser.call('matching.releaseRows', { cohortId: planId, version: board.version, rows: rows.slice(0, 1) })
  expect((await presentationsIn(here)).length).toBe(2)
})

test('nobody whose address is strictly confidential is released, and nobody without a place in the plan', async () => {
  const { here, adviser, plan, planId } = await aPlanHere()
  const board = await plan()
  const personId = placedIn(board)[0]?.person.id ?? ''
  await here.put((tx) => tx.updateTable('person').set({ addressProtection: 'strictly_confidential' }).where('id', '=', personId).execute())
  const trusted = await here.as('programme_adviser', 'protected_access')
  const release = (who: typeof adviser, id: string) => who.refusals('matching.releaseRows', { cohortId: planId, version: board.version, rows: [{ personId: id, presentationId: randomUUID() }] })
  expect(await release(trusted, personId)).toEqual([{ code: 'matching.protectedNotReleased', path: 'rows.0' }])
  await expect(release(adviser, personId)).rejects.toThrow(NotFound)
  const without = board.rows.find(({ openingId }) => openingId === null)?.person.id ?? ''
  expect(await release(adviser, without)).toEqual([{ code: 'matching.rowWithoutPlace', path: 'rows.0' }])
})

test('whoever has objected to being matched since is not released, and that is the reason given', async () => {
  const { adviser, plan, planId } = await aPlanHere()
  const board = await plan()
  const { id: personId } = placedIn(board)[0]?.person ?? { id: '' }
  await adviser.call('people.setMatchingObjection', { personId, version: 1, objects: true, words: 'Jeg vil velge selv' })
  expect(await adviser.refusals('matching.releaseRows', { cohortId: planId, version: board.version, rows: [{ personId, presentationId: randomUUID() }] })).toEqual([{ code: 'matching.objectsToMatching', path: 'rows.0' }])
  expect((await adviser.call('matching.checkRelease', { cohortId: planId })).stopped).toEqual([{ personId, reasons: [{ code: 'matching.objectsToMatching' }], changed: [] }])
})

test('a place nothing of hers leads to is never given by the engine; by hand it needs a written reason (PLA-03)', async () => {
  const here = await aMunicipality(world())
  const adviser = await here.as('programme_adviser')
  const personId = await aMappedPerson(here)
  const { openingId } = await aPlace(here, { occupationCode: '9112', title: 'Renholder' })
  const planId = randomUUID()
  await adviser.call('matching.solvePlan', { id: planId, name: 'Uke 47', goal: 'most_placed' })
  expect(rowOf(await adviser.call('matching.getPlan', { cohortId: planId }), personId)).toMatchObject({ openingId: null, without: 'noGround', possible: 1 })
  expect((await adviser.call('matching.listChoices', { cohortId: planId, personId })).choices).toMatchObject([{ openingId, hasGround: false }])
  const { version } = await adviser.call('matching.changePlan', { cohortId: planId, version: 1, change: { do: 'pin', personId, openingId } })
  const row = { personId, presentationId: randomUUID() }
  expect(await adviser.refusals('matching.releaseRows', { cohortId: planId, version, rows: [row] })).toEqual([{ code: 'matching.groundMissing', path: 'rows.0.note' }])
  await adviser.call('matching.releaseRows', { cohortId: planId, version, rows: [{ ...row, note: 'Hun vil prøve noe nytt' }] })
  expect(await presentationsIn(here)).toMatchObject([{ note: 'Hun vil prøve noe nytt', startedBy: 'staff' }])
})

test('two persons made one stand in a plan once, and what was released stays', async () => {
  const { here, adviser, plan, planId } = await aPlanHere()
  const board = await plan()
  const [placed] = placedIn(board)
  const without = board.rows.find(({ openingId }) => openingId === null)?.person.id ?? ''
  const gone = placed?.person.id ?? ''
  await adviser.call('matching.releaseRows', { cohortId: planId, version: board.version, rows: [{ personId: gone, presentationId: randomUUID() }] })
  await adviser.call('matching.changePlan', { cohortId: planId, version: board.version + 1, change: { do: 'hold', personId: without } })
  const both = await here.put((tx) => tx.selectFrom('person').select(['id', 'version']).where('id', 'in', [without, gone]).execute())
  const versionOf = (id: string) => both.find((one) => one.id === id)?.version ?? 1
  await adviser.call('people.mergePersons', { keepId: without, goneId: gone, keepVersion: versionOf(without), goneVersion: versionOf(gone), fromGone: [] })
  const rows = await here.put((tx) => tx.selectFrom('cohortRow').select(['personId', 'openingId', 'presentationId']).where('planId', '=', planId).where('personId', 'in', [without, gone]).execute())
  expect(rows).toMatchObject([{ personId: without, openingId: placed?.openingId, presentationId: expect.any(String) }])
})
