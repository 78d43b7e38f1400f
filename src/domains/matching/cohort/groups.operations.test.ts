import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instantOf, plainDate } from '#shared/date.ts'
import { NotFound } from '#platform/problem.ts'
import { aPlace } from '#test/matching-facts.ts'
import { NOW, aMunicipality, useWorld } from '#test/world.ts'
import type { RowFacts } from './cohort.schema.ts'
import { divided } from './plan-groups.core.ts'

const world = useWorld()

/** What ten women and ten men score at a kitchen with 16 seats and a laundry with 10. What a place in the laundry takes from each is 4, 4, 8, 8, 15 … for the women, 10 for the men. */
const WOMEN = [16, 16, 12, 12, 5, 5, 5, 5, 5, 5].map((laundry) => [20, laundry] as const)
const MEN = Array.from({ length: 10 }, () => [100, 90] as const)

const FACTS: RowFacts = { verdict: 'fits', hasGround: true, reasons: [], against: [], possible: 2, blocked: [] }

/** The best sum: the four women who lose least by it are in the laundry, 1176 points. Women are 36; nine men are 26 and one is 56. */
async function aPlanOfTwenty({ seats = 16 } = {}) {
  const here = await aMunicipality(world())
  const above = await here.as('programme_adviser', 'manager')
  const [kitchen, laundry] = [(await aPlace(here, { title: 'Kjøkken', seats })).openingId, (await aPlace(here, { title: 'Vaskeri', seats: 10 })).openingId]
  const cohortId = randomUUID()
  const people = [...WOMEN, ...MEN].map((scores, at) => ({ id: randomUUID(), scores, openingId: at < 4 ? laundry : kitchen, gender: at < 10 ? 'female' as const : 'male' as const, birthDate: plainDate(at < 10 ? '1990-01-01' : at < 19 ? '2000-01-01' : '1970-01-01') }))
  await here.put(async (tx) => {
    await tx.insertInto('person').values(people.map(({ id, gender, birthDate }, at) => ({ id, givenName: `Navn${at}`, familyName: 'Hemmeligsen', gender, birthDate }))).execute()
    await tx.insertInto('cohortPlan').values({ id: cohortId, name: 'Uke 47', goal: 'stable', seed: 1, weightsVersion: 0, solvedAt: instantOf(NOW), solvedBy: above.actor.id, milliseconds: 1, people: 20, placed: 20, score: 1176, blockingPairs: 0, bestPlaced: 20, bestScore: 1176 }).execute()
    await tx.insertInto('cohortPlace').values([[kitchen, seats], [laundry, 10]].map(([openingId, seats], at) => ({ id: randomUUID(), planId: cohortId, openingId: String(openingId), at, title: 'Plass', seats: Number(seats), print: JSON.stringify({}) }))).execute()
    await tx.insertInto('cohortRow').values(people.map(({ id, scores, openingId }) => ({ id: randomUUID(), planId: cohortId, personId: id, openingId, pairs: Buffer.from(Int32Array.from(scores).buffer), print: JSON.stringify({}), facts: JSON.stringify(FACTS) }))).execute()
  })
  const groups = async () => new Map((await above.call('matching.planGroups', { cohortId, version: 1 })).divisions.map(({ division, rows }) => [division, rows]))
  const price = (division: 'gender' | 'age') => above.call('matching.planFloorPrice', { cohortId, division })
  const change = (at: number, to: { gender?: null; matchingObjectionOn?: ReturnType<typeof plainDate>; matchingObjectionWords?: string; matchingObjectionBy?: string }) => here.put((tx) => tx.updateTable('person').set(to).where('id', '=', people[at]?.id ?? '').execute())
  return { here, above, cohortId, people, kitchen, laundry, groups, price, change }
}

test('says of each group how many are placed and what it has of its own best, as counted by hand; nobody is named', async () => {
  const { above, cohortId, people, groups } = await aPlanOfTwenty()
  const seen = await groups()
  // alone the women would all be in the kitchen, 200 points; as it is they have 200 - 4 - 4 - 8 - 8
  expect(seen.get('gender')).toMatchObject([
    { key: 'female', result: { people: 10, placed: 10, placedShare: { share: 1, low: expect.closeTo(0.7225, 4) }, ownBestShare: { share: 0.88 } } },
    { key: 'male', result: { people: 10, placed: 10, ownBestShare: { share: 1, low: 1, high: 1 } } }])
  const answers = JSON.stringify([...seen, await above.call('matching.planFloorPrice', { cohortId, division: 'gender' })])
  expect(answers).not.toMatch(new RegExp(['Navn', 'Hemmeligsen', ...people.map(({ id }) => id)].join('|')))
  expect(await above.auditTrail(people[0]?.id ?? '')).toEqual([])
})

test('shows no group of fewer than ten, nor one such a group could be found from', async () => {
  const { groups, price, change } = await aPlanOfTwenty()
  expect((await groups()).get('age')).toMatchObject([{ key: 'under_30', result: 'hidden' }, { key: 'from_30', result: { people: 10, ownBestShare: { share: 0.88 } } }, { key: 'from_45', result: 'hidden' }])
  await change(0, { gender: null })
  const hidden = [{ key: 'female', result: 'hidden' }, { key: 'male', result: { hasFloor: true, before: 1, after: 1 } }, { key: 'unknown', result: 'hidden' }]
  expect((await groups()).get('gender')).toMatchObject([{ key: 'female', result: 'hidden' }, { key: 'male', result: { people: 10 } }, { key: 'unknown', result: 'hidden' }])
  // a group that is not shown has no floor: its price would tell of it
  expect((await price('gender')).price).toMatchObject({ without: { score: 1176 }, with: { score: 1176 }, loss: 0, rows: hidden })
})

test('uses neither sex nor age of whoever has objected to being matched', async () => {
  const { above, groups, change } = await aPlanOfTwenty()
  await change(10, { matchingObjectionOn: plainDate('2026-11-01'), matchingObjectionWords: 'Nei', matchingObjectionBy: above.actor.id })
  expect((await groups()).get('gender')).toMatchObject([{ key: 'female', result: { people: 10 } }, { key: 'male', result: 'hidden' }, { key: 'unknown', result: 'hidden' }])
})

test('tells what it would cost if each group had 95 % of its own best, and which groups pay, as counted by hand; the plan stays as it is', async () => {
  const { above, cohortId, price } = await aPlanOfTwenty()
  const before = await above.call('matching.getPlan', { cohortId })
  const { price: asked, ...rest } = await price('gender')
  expect(rest).toEqual({ floor: 0.95, smallest: 10, plan: { placed: 20, score: 1176 }, outcome: 'kept' })
  // 190 points are asked for: the two who lose 8 go to the kitchen, and two men give way at 10 each
  expect(asked).toMatchObject({ without: { placed: 20, score: 1176 }, with: { placed: 20, score: 1172 }, loss: expect.closeTo(4 / 1176, 6), rows: [
    { key: 'female', result: { hasFloor: true, before: 0.88, after: 0.96, lose: 0, lost: 0, gain: 2, gained: 16 } },
    { key: 'male', result: { hasFloor: true, before: 1, after: 0.98, lose: 2, lost: 20, gain: 0, gained: 0 } }] })
  // at its best price the floor leaves half a point open: 1172 + 0.25 · (192 - 190)
  expect(asked?.gap).toBeGreaterThanOrEqual(0)
  expect(asked?.gap).toBeLessThan(0.001)
  expect(await above.call('matching.getPlan', { cohortId })).toEqual(before)
})

test('says when no distribution gives each group so much', async () => {
  const { price } = await aPlanOfTwenty({ seats: 10 })
  // with ten seats in the kitchen the women come to 190 with eight of them there; the men then have two there, and 920 of the 950 they are to have
  expect(await price('gender')).toMatchObject({ outcome: 'impossible', price: null })
})

test('lets stand what is decided: whoever is fixed by hand is where she is in every reckoning', async () => {
  const { here, above, cohortId, people, kitchen, laundry, groups } = await aPlanOfTwenty()
  await here.put(async (tx) => {
    const [woman, man] = [people[3]?.id ?? '', people[10]?.id ?? '']
    await tx.insertInto('cohortDecision').values({ planId: cohortId, personId: man, kind: 'pin', openingId: laundry, madeBy: above.actor.id, madeAt: instantOf(NOW) }).execute()
    for (const [personId, openingId] of [[woman, kitchen], [man, laundry]] as const) await tx.updateTable('cohortRow').set({ openingId }).where('planId', '=', cohortId).where('personId', '=', personId).execute()
  })
  // the women lose 4, 4 and 8; the men have 990, which is the best that is left to them
  expect((await groups()).get('gender')).toMatchObject([{ result: { ownBestShare: { share: 0.92 } } }, { result: { ownBestShare: { share: 1 } } }])
})

test('are for those who see the work from above and may see plans; refused where the plan has changed, is not whole, or has no group to show', async () => {
  const { here, above, cohortId, people, change } = await aPlanOfTwenty()
  const [manager, adviser] = [await here.as('manager'), await here.as('programme_adviser')]
  expect(await manager.refusals('matching.planGroups', { cohortId })).toEqual([{ code: 'matching.groupsNeedPlans' }])
  expect(await manager.refusals('matching.planFloorPrice', { cohortId, division: 'age' })).toEqual([{ code: 'matching.groupsNeedPlans' }])
  await expect(adviser.call('matching.planGroups', { cohortId })).rejects.toThrow('programme.overview')
  await expect(adviser.call('matching.planFloorPrice', { cohortId, division: 'gender' })).rejects.toThrow('programme.overview')
  expect(await above.refusals('matching.planGroups', { cohortId, version: 2 })).toEqual([{ code: 'matching.planChanged' }])
  await expect(above.call('matching.planGroups', { cohortId: randomUUID() })).rejects.toThrow(NotFound)
  for (const at of people.keys()) if (at % 10 < 9) await change(at, { gender: null })
  expect(await above.refusals('matching.planFloorPrice', { cohortId, division: 'gender' })).toEqual([{ code: 'matching.groupsTooSmall', params: { smallest: 10 } }])
  await here.put((tx) => tx.updateTable('person').set({ addressProtection: 'strictly_confidential' }).where('id', '=', people[0]?.id ?? '').execute())
  for (const name of ['matching.planGroups', 'matching.planFloorPrice'] as const) expect(await above.refusals(name, { cohortId, division: 'gender' })).toEqual([{ code: 'matching.groupsNotWhole', params: { count: 1 } }])
})

test('people are divided into groups of ten at least, and the rest, put together, is none, ten at least, or everybody', () => {
  const member = fc.record({ gender: fc.constantFrom('female', 'male', 'other', null), birthDate: fc.constantFrom(...['2001-01-01', '1990-01-01', '1970-01-01'].map(plainDate), null) })
  fc.assert(fc.property(fc.array(member, { maxLength: 60 }), fc.constantFrom('gender' as const, 'age' as const), (members, by) => {
    const { all, shown, group } = divided(members, by, plainDate('2026-11-20'))
    const sizes = [...shown, 'rest'].map((_, at) => group.filter((one) => one === at).length)
    const rest = sizes.pop() ?? 0
    expect(sizes.every((size) => size >= 10)).toBe(true)
    expect(rest === 0 || shown.length === 0 || (rest >= 10 && all.length - shown.length > 1)).toBe(true)
    expect(sizes.reduce((sum, one) => sum + one, rest)).toBe(members.length)
  }))
})
