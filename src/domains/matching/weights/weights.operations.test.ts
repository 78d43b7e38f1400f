import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { Forbidden } from '#platform/problem.ts'
import { aCohortPlan } from '#test/cohort-plan.ts'
import { aMappedPerson, aPlace } from '#test/matching-facts.ts'
import { aMunicipality, useWorld } from '#test/world.ts'
import { defaultWeights } from './weights.core.ts'

const world = useWorld()
const changed = (points: Partial<typeof defaultWeights.points>) => ({ ...defaultWeights, points: { ...defaultWeights.points, ...points } })
const save = (weights: typeof defaultWeights, over: object = {}) => ({ id: randomUUID(), basedOn: 0, weights, reason: 'Ønsket skal telle mindre', effectSeen: true, ...over })

test('a leader changes the weights with a reason; older versions stay and can be gone back to', async () => {
  const here = await aMunicipality(world())
  const leader = await here.as('manager')
  expect(await leader.call('matching.getWeights', {})).toMatchObject({ number: 0, weights: defaultWeights, versions: [], bounds: { together: 9999 } })
  expect(await leader.call('matching.saveWeights', save(changed({ wish: 0 })))).toEqual({ number: 1 })
  expect(await leader.call('matching.saveWeights', save(defaultWeights, { basedOn: 1, goesBackTo: 0, reason: 'Det ble feil' }))).toEqual({ number: 2 })
  expect(await leader.call('matching.getWeights', {})).toMatchObject({ number: 2, weights: defaultWeights, versions: [{ number: 2, goesBackTo: 0, reason: 'Det ble feil' }, { number: 1, reason: 'Ønsket skal telle mindre', weights: { points: { wish: 0 } } }] })
})

test('they are refused when somebody was first, when nothing changes, when the effect was not seen, and where it is not that version', async () => {
  const leader = await (await aMunicipality(world())).as('manager')
  await leader.call('matching.saveWeights', save(changed({ wish: 0 })))
  const codes = async (input: ReturnType<typeof save>): Promise<string[]> => (await leader.refusals('matching.saveWeights', input)).map(({ code }) => code)
  expect(await codes(save(changed({ wish: 1 })))).toEqual(['weights.changedMeanwhile'])
  expect(await codes(save(changed({ wish: 0 }), { basedOn: 1, effectSeen: false }))).toEqual(['weights.nothingChanged', 'weights.effectNotSeen'])
  expect(await codes(save(changed({ wish: 2 }), { basedOn: 1, goesBackTo: 0 }))).toEqual(['weights.notThatVersion'])
  expect(await leader.refusals('matching.saveWeights', { ...save(defaultWeights, { basedOn: 1 }), weights: { points: { ...defaultWeights.points, gender: 3 }, shares: defaultWeights.shares } })).toEqual([{ code: 'weights.unlawful', path: 'points.gender', params: { name: 'gender' } }])
  expect(await leader.refusals('matching.tryWeights', { weights: { points: { ...defaultWeights.points, country: 3 }, shares: defaultWeights.shares } })).toMatchObject([{ code: 'weights.unlawful' }])
  await expect((await (await aMunicipality(world())).as('programme_adviser')).call('matching.saveWeights', save(changed({ wish: 0 })))).rejects.toThrow(Forbidden)
})

test('the database keeps a version as it was', async () => {
  const here = await aMunicipality(world())
  await (await here.as('manager')).call('matching.saveWeights', save(changed({ wish: 0 })))
  await expect(here.put((tx) => tx.updateTable('matchWeights').set({ reason: 'Annet' }).execute())).rejects.toThrow(/permission denied/)
  await expect(here.put((tx) => tx.deleteFrom('matchWeights').execute())).rejects.toThrow(/permission denied/)
})

test('what a change would do is shown before: whose first place is another, why, and which criteria gain', async () => {
  const here = await aMunicipality(world())
  const personId = await aMappedPerson(here)
  const [wished, easy] = [await aPlace(here, { title: 'Kokk' }), await aPlace(here, { level: 'A1', occupationCode: '9112', title: 'Renholder' })]
  await here.put((tx) => tx.insertInto('certificate').values({ id: randomUUID(), personId, kind: 'course', name: 'Hygienekurs', evidence: 'documented' }).execute())
  await here.put((tx) => tx.insertInto('openingDemand').values({ id: randomUUID(), openingId: easy.openingId, kind: 'certificate', isRequired: false, name: 'Hygienekurs' }).execute())
  await here.put((tx) => tx.insertInto('presentation').values({ id: randomUUID(), personId, openingId: wished.openingId, startedBy: 'staff', note: null }).execute())
  const [leader, both] = [await here.as('manager'), await here.as('manager', 'programme_adviser')]
  const weights = changed({ wish: 0, occupation: 0, recency: 0, goal: 0, employer_wish: 3000 })
  const effect = await leader.call('matching.tryWeights', { weights })
  expect(effect).toMatchObject({ people: 1, places: 2, withPlace: 1, changed: 1, proposals: { open: 1, before: 1, after: 1, moved: 1 }, plan: null, everybody: 1, examples: [{ person: null, before: { id: wished.openingId }, after: { id: easy.openingId }, reasons: [{ kind: 'certificate' }] }] })
  expect(effect.gains.find(({ kind }) => kind === 'wish')).toMatchObject({ before: 1200, after: 0 })
  expect((await both.call('matching.tryWeights', { weights })).examples[0]?.person?.id).toBe(personId)
  expect((await both.auditTrail(personId))).toEqual(['matching.tryWeights'])
  expect((await leader.call('matching.tryWeights', { weights: defaultWeights })).changed).toBe(0)
  expect(await leader.call('matching.getWeights', {})).toMatchObject({ number: 0 })
})

test('the order is that of the lists: what fits stands before what nearly fits, whatever the points', async () => {
  const here = await aMunicipality(world())
  const personId = await aMappedPerson(here)
  const [nearly, fits] = [await aPlace(here, { level: 'B1', title: 'Kokk' }), await aPlace(here, { level: 'A1', occupationCode: '9112', title: 'Renholder' })]
  const adviser = await here.as('manager', 'programme_adviser')
  const { rows } = await adviser.call('matching.matchesForPerson', { personId })
  expect(rows.map(({ opening, match }) => [opening.id, match.verdict])).toEqual([[fits.openingId, 'fits'], [nearly.openingId, 'nearly']])
  // by points alone the kitchen she has wished for and worked in would be first, now and after
  const points = async (openingId: string) => (await adviser.call('matching.explain', { personId, openingId })).reckoning?.score ?? 0
  expect(await points(nearly.openingId)).toBeGreaterThan(await points(fits.openingId))
  expect(await adviser.call('matching.tryWeights', { weights: changed({ wish: 0 }) })).toMatchObject({ withPlace: 1, changed: 0, examples: [] })
})

test('of the newest plan over all it is said how many rows nobody has released would get another place', async () => {
  const { here, people: [first = '', ...others], openings } = await aCohortPlan(world())
  await here.put(async (tx) => {
    await tx.deleteFrom('wish').where('personId', '=', first).execute()
    await tx.insertInto('certificate').values({ id: randomUUID(), personId: first, kind: 'course', name: 'Hygienekurs', evidence: 'documented' }).execute()
    await tx.insertInto('openingDemand').values({ id: randomUUID(), openingId: openings[0] ?? '', kind: 'certificate', isRequired: false, name: 'Hygienekurs' }).execute()
  })
  const leader = await here.as('manager')
  expect((await leader.call('matching.tryWeights', { weights: defaultWeights })).plan).toEqual({ name: 'Uke 47', rows: others.length + 1, changed: 0 })
  const { plan } = await leader.call('matching.tryWeights', { weights: changed({ wish: 0, occupation: 0, recency: 0, employer_wish: 3000 }) })
  // she gets a place, and at least one of the two who had both has none
  expect(plan?.changed).toBeGreaterThanOrEqual(2)
})

test('the municipality’s weights decide the order, and the reckoning says which version', async () => {
  const here = await aMunicipality(world())
  const personId = await aMappedPerson(here)
  const [kitchen, cleaning] = [await aPlace(here), await aPlace(here, { occupationCode: '9112', title: 'Renholder', level: 'A1' })]
  await here.put((tx) => tx.insertInto('certificate').values({ id: randomUUID(), personId, kind: 'course', name: 'Hygienekurs', evidence: 'documented' }).execute())
  await here.put((tx) => tx.insertInto('openingDemand').values({ id: randomUUID(), openingId: cleaning.openingId, kind: 'certificate', isRequired: false, name: 'Hygienekurs' }).execute())
  const adviser = await here.as('programme_adviser')
  const order = async (): Promise<string[]> => (await adviser.call('matching.matchesForPerson', { personId })).rows.map(({ opening }) => opening.id)
  expect(await order()).toEqual([kitchen.openingId, cleaning.openingId])
  await (await here.as('manager')).call('matching.saveWeights', save(changed({ occupation: 0, wish: 0, recency: 0, goal: 0, employer_wish: 3000 })))
  expect(await order()).toEqual([cleaning.openingId, kitchen.openingId])
  const { reckoning } = await adviser.call('matching.explain', { personId, openingId: cleaning.openingId })
  if (!reckoning) throw new Error('There is no sum')
  expect(reckoning.weightsNumber).toBe(1)
  expect(reckoning.contributions[0]).toMatchObject({ kind: 'start', criterion: null })
  expect(reckoning.contributions.reduce((sum, { points }) => sum + points, 0)).toBe(reckoning.score)
  expect(reckoning.contributions.find(({ kind }) => kind === 'norwegian')).toMatchObject({ points: 0, of: 1500, ageDays: 50, criterion: { known: { evidence: 'tested' } } })
  expect(reckoning.contributions.find(({ kind }) => kind === 'certificate')).toMatchObject({ points: 3000, of: 3000 })
})
