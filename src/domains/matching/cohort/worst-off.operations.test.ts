import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/problem.ts'
import { instantOf } from '#shared/date.ts'
import { aCohortPlan } from '#test/cohort-plan.ts'
import { aPlace } from '#test/matching-facts.ts'
import { NOW, aMunicipality, useWorld } from '#test/world.ts'
import type { RowFacts } from './cohort.schema.ts'
import { worstOffPrice } from './worst-off.core.ts'

const world = useWorld()
const FACTS: RowFacts = { verdict: 'fits', hasGround: true, reasons: [], against: [], possible: 2, blocked: [] }

/** Two people and two places with a seat each: 90 and 10 is the best sum, 50 and 40 gives most to whoever gets least. */
async function aFairPlan() {
  const here = await aMunicipality(world())
  const adviser = await here.as('programme_adviser')
  const openings = [(await aPlace(here, { title: 'Kjøkken' })).openingId, (await aPlace(here, { title: 'Vaskeri' })).openingId]
  const [cohortId, people] = [randomUUID(), [randomUUID(), randomUUID()]]
  await here.put(async (tx) => {
    await tx.insertInto('person').values(people.map((id, at) => ({ id, givenName: `Navn${at}`, familyName: 'Hemmeligsen' }))).execute()
    await tx.insertInto('cohortPlan').values({ id: cohortId, name: 'Uke 47', goal: 'worst_off_first', seed: 1, weightsVersion: 0, solvedAt: instantOf(NOW), solvedBy: adviser.actor.id, milliseconds: 1, people: 2, placed: 2, score: 90, bound: 2, certificateHash: 'x', blockingPairs: 1, bestPlaced: 2, bestScore: 90 }).execute()
    await tx.insertInto('cohortPlace').values(openings.map((openingId, at) => ({ id: randomUUID(), planId: cohortId, openingId, at, title: 'Plass', seats: 1, print: JSON.stringify({}) }))).execute()
    await tx.insertInto('cohortRow').values([[90, 50], [40, 10]].map((scores, at) => ({ id: randomUUID(), planId: cohortId, personId: people[at] ?? '', openingId: openings[1 - at] ?? '', pairs: Buffer.from(Int32Array.from(scores).buffer), print: JSON.stringify({}), facts: JSON.stringify(FACTS) }))).execute()
  })
  return { here, adviser, cohortId, people }
}

test('says what it costs to lift whoever gets least, as counted by hand, names nobody, and follows what is decided', async () => {
  const { adviser, cohortId, people } = await aFairPlan()
  const price = await adviser.call('matching.priceOfWorstOff', { cohortId, version: 1 })
  expect(price).toEqual({ own: { placed: 2, score: 90, lowest: 40, middle: 40 }, plain: { placed: 2, score: 100, lowest: 10, middle: 10 }, more: 1, less: 1 })
  expect(await adviser.auditTrail(people[0] ?? '')).toEqual([])
  // with one held back there is nothing to lift: the other has the best there is
  expect(await adviser.call('matching.changePlan', { cohortId, version: 1, change: { do: 'hold', personId: people[1] ?? '' } })).toMatchObject({ after: { placed: 1, score: 90 }, shifts: expect.arrayContaining([expect.objectContaining({ personId: people[0] }), expect.objectContaining({ personId: people[1] })]) })
  const alone = { placed: 1, score: 90, lowest: 90, middle: 90 }
  expect(await adviser.call('matching.priceOfWorstOff', { cohortId, version: 2 })).toEqual({ own: alone, plain: alone, more: 0, less: 0 })
  expect(await adviser.refusals('matching.priceOfWorstOff', { cohortId, version: 9 })).toEqual([{ code: 'matching.planChanged' }])
})

test('a plan solved for the worst off is kept with its proof, and is changed by the same goal', async () => {
  const { adviser, plan, planId, people, openings } = await aCohortPlan(world(), { goal: 'worst_off_first' })
  const before = await plan()
  expect(before).toMatchObject({ goal: 'worst_off_first', placed: 2, isProven: true, certificate: expect.any(String) })
  const { after } = await adviser.call('matching.changePlan', { cohortId: planId, version: before.version, change: { do: 'pin', personId: people[2] ?? '', openingId: openings[0] ?? '' } })
  expect(after).toMatchObject({ placed: 2, isProven: true })
  expect(await adviser.call('matching.priceOfWorstOff', { cohortId: planId })).toMatchObject({ own: { placed: 2 }, plain: { placed: 2 } })
})

test('is refused where somebody may not be seen, to others, and in another municipality', async () => {
  const { here, adviser, cohortId, people } = await aFairPlan()
  await expect((await here.as('manager')).call('matching.priceOfWorstOff', { cohortId })).rejects.toThrow(Forbidden)
  await expect((await (await aMunicipality(world())).as('programme_adviser')).call('matching.priceOfWorstOff', { cohortId })).rejects.toThrow(NotFound)
  await here.put((tx) => tx.updateTable('person').set({ addressProtection: 'strictly_confidential' }).where('id', '=', people[0] ?? '').execute())
  expect(await adviser.refusals('matching.priceOfWorstOff', { cohortId })).toEqual([{ code: 'matching.planNotWhole', params: { count: 1 } }])
})

test('counts nobody without a place as lowest, and nothing where nobody has one', () => {
  const cohort = { pairs: [Int32Array.of(5), Int32Array.of(-3)], seats: [1], limitOf: [null], limits: [] }
  expect(worstOffPrice(cohort, Int32Array.of(0, -1), Int32Array.of(-1, -1))).toEqual({ own: { placed: 1, score: 5, lowest: 5, middle: 5 }, plain: { placed: 0, score: 0, lowest: 0, middle: 0 }, more: 1, less: 0 })
})
