import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aCohortPlan, placedIn, presentationsIn, rowOf } from '#test/cohort-plan.ts'
import { aMappedPerson, aPlace } from '#test/matching-facts.ts'
import type { Municipality } from '#test/world.ts'
import { aMunicipality, useWorld } from '#test/world.ts'

const world = useWorld()
const aPlanHere = (over: Parameters<typeof aCohortPlan>[1] = {}) => aCohortPlan(world(), over)

test('all without a place against all free seats: who got what and why, who got nothing, and the proof; nobody is presented by it', async () => {
  const { here, adviser, people, solved, plan, planId } = await aPlanHere()
  expect(solved).toMatchObject({ placed: 2, isProven: true, people: expect.arrayContaining(people) })
  const board = await plan()
  expect(board).toMatchObject({ name: 'Uke 47', people: 3, placed: 2, bestPlaced: 2, released: 0, hidden: 0, isProven: true, certificate: expect.stringMatching(/^[0-9a-f]{64}$/), actions: ['change', 'release', 'drop'] })
  expect(board.seed).toBeGreaterThanOrEqual(0)
  const [placed] = placedIn(board)
  expect(board.rows.find(({ openingId }) => openingId !== null)).toMatchObject({ verdict: 'fits', hasGround: true, without: null, source: 'solve', actions: ['pin', 'move', 'forbid', 'hold', 'release'] })
  expect(board.rows.find(({ openingId }) => openingId !== null)?.reasons.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['wish', 'occupation']))
  expect(board.rows.find(({ openingId }) => openingId === null)).toMatchObject({ without: 'full', possible: 2, reasons: [], released: null })
  expect(JSON.stringify(board.rows)).not.toMatch(/score|points|contribution/)
  expect(await presentationsIn(here)).toEqual([])
  expect(await adviser.auditTrail(placed?.person.id ?? '')).toEqual(['matching.solvePlan', 'matching.getPlan'])
  expect((await adviser.call('matching.listPlans', {})).rows).toMatchObject([{ id: planId, placed: 2, people: 3, solvedBy: expect.stringContaining('programme_adviser') }])
})

test('who is shut out of every place is told what shuts her out of most', async () => {
  const { plan, people } = await aPlanHere({ level: 'C1' })
  expect(rowOf(await plan(), people[0])).toMatchObject({ openingId: null, without: 'nothing', possible: 0, blocked: [{ kind: 'norwegian', count: 2 }], actions: ['hold'] })
})

test('with nobody to place, or no free place, there is nothing to solve', async () => {
  const here = await aMunicipality(world())
  const adviser = await here.as('programme_adviser')
  const solve = () => adviser.refusals('matching.solvePlan', { id: randomUUID(), name: 'x', goal: 'best_sum' })
  expect(await solve()).toEqual([{ code: 'matching.noFreePlaces' }])
  await aPlace(here)
  await aMappedPerson(here, { addressProtection: 'strictly_confidential' })
  expect(await solve()).toEqual([{ code: 'matching.nobodyToPlace' }])
})

test('advertised posts of public employers are never ranked, nor where it is not known who the employer is, and it is said how many', async () => {
  const { here, adviser, employers, openings } = await aPlanHere({ seats: [1, 1, 1] })
  const [municipal, company] = [randomUUID(), randomUUID()]
  await here.put(async (tx) => {
    await tx.insertInto('employer').values([{ id: municipal, orgNumber: '964338531', kind: 'enhet', name: 'Fjordvik kommune', orgForm: 'KOMM' }, { id: company, orgNumber: '964338532', kind: 'enhet', name: 'Fjordkroa AS', orgForm: 'AS' }]).execute()
    await tx.updateTable('employer').set({ parentId: municipal }).where('id', '=', employers[0] ?? '').execute()
    await tx.updateTable('employer').set({ parentId: company }).where('id', '=', employers[1] ?? '').execute()
    await tx.updateTable('employer').set({ orgForm: 'BEDR', parentOrgNumber: '964338533' }).where('id', '=', employers[2] ?? '').execute()
    await tx.updateTable('opening').set({ kind: 'vacancy' }).where('id', 'in', openings).execute()
  })
  const planId = randomUUID()
  await adviser.call('matching.solvePlan', { id: planId, name: 'Uten', goal: 'most_placed' })
  const plan = await adviser.call('matching.getPlan', { cohortId: planId })
  expect(plan.leftOut).toMatchObject({ publicPosts: 1, ownerUnknown: 1 })
  expect(plan.places.map(({ openingId }) => openingId)).toEqual([openings[1]])
})

test('an employer, a supervisor and the municipality take no more at once than they have said', async () => {
  const { here, adviser, employers, openings } = await aPlanHere({ seats: [3, 3] })
  const solve = async () => {
    const id = randomUUID()
    return { ...await adviser.call('matching.solvePlan', { id, name: 'x', goal: 'most_placed' }), plan: await adviser.call('matching.getPlan', { cohortId: id }) }
  }
  const contactId = randomUUID()
  await here.put(async (tx) => {
    await tx.updateTable('opening').set({ employerId: employers[0] }).where('id', '=', openings[1] ?? '').execute()
    await tx.insertInto('employerContact').values({ id: contactId, employerId: employers[0] ?? '', name: 'Kari', isSupervisor: true }).execute()
    await tx.updateTable('opening').set({ supervisorContactId: contactId }).where('id', 'in', openings).execute()
  })
  expect(await solve()).toMatchObject({ placed: 2, plan: { limits: [{ kind: 'supervisor', left: 2, above: null }] } })
  await here.put((tx) => tx.updateTable('employer').set({ seatsAtOnce: 1 }).where('id', '=', employers[0] ?? '').execute())
  expect((await solve()).placed).toBe(1)
  await here.put((tx) => tx.updateTable('employer').set({ seatsAtOnce: 9 }).where('id', '=', employers[0] ?? '').execute())
  const { version, supervisorAtOnce, isUsual } = await adviser.call('matching.listPlans', {})
  expect([supervisorAtOnce, isUsual]).toEqual([2, true])
  await adviser.call('matching.saveFrame', { version, supervisorAtOnce: 3 })
  expect((await solve()).placed).toBe(3)
  expect((await adviser.refusals('matching.saveFrame', { version, supervisorAtOnce: 3 }))[0]).toMatchObject({ code: 'stale' })
  await adviser.call('matching.saveFrame', { version: version + 1, supervisorAtOnce: 3, mostAtOnce: 1 })
  expect((await solve()).placed).toBe(1)
})

/** Holds up everybody who reads wishes until `change` is done and committed. */
async function whileWishesWait(here: Municipality, started: (work: () => Promise<unknown>) => void, change: (tx: Parameters<Parameters<Municipality['put']>[0]>[0]) => Promise<unknown>, work: () => Promise<unknown>, isWaiting: () => Promise<boolean>): Promise<void> {
  await here.put(async (tx) => {
    await sql`lock table wish in access exclusive mode`.execute(tx)
    started(work)
    while (!await isWaiting()) await new Promise((done) => { setTimeout(done, 5) })
    await change(tx)
  })
}
const waitsForLock = async () => (await world().owner.query("select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")).rowCount !== 0

test('a place that is removed in the middle of a solve is said, and the plan is not kept', async () => {
  const { here, adviser, openings, planId } = await aPlanHere()
  let solving: Promise<unknown> = Promise.resolve()
  const id = randomUUID()
  const solve = () => adviser.refusals('matching.solvePlan', { id, name: 'Midt i', goal: 'best_sum' })
  await whileWishesWait(here, (work) => { solving = work() }, (tx) => tx.updateTable('opening').set({ withdrawnAt: sql`now()` }).where('id', '=', openings[1] ?? '').execute(), solve, waitsForLock)
  expect(await solving).toEqual([{ code: 'matching.placeChangedMeanwhile', params: { title: 'Kjøkken 2', count: 1 } }])
  expect((await adviser.call('matching.listPlans', {})).rows.map((one) => one.id)).toEqual([planId])
})

test('a solve can be followed and stopped by a colleague, and leaves nothing', async () => {
  const { here, adviser, planId } = await aPlanHere()
  const id = randomUUID()
  expect(await adviser.call('matching.solveProgress', { id })).toMatchObject({ phase: 'waiting' })
  expect(await adviser.call('matching.stopSolving', { id })).toEqual({ stopped: false })
  let solving: Promise<unknown> = Promise.resolve()
  const colleague = await here.as('job_broker')
  await whileWishesWait(here, (work) => { solving = work() }, async () => {
    expect(await colleague.call('matching.solveProgress', { id })).toMatchObject({ phase: 'facts' })
    expect(await colleague.call('matching.stopSolving', { id })).toEqual({ stopped: true })
  }, () => adviser.refusals('matching.solvePlan', { id, name: 'Stoppes', goal: 'best_sum' }), waitsForLock)
  expect(await solving).toEqual([{ code: 'matching.solveStopped' }])
  expect((await adviser.call('matching.listPlans', {})).rows.map((one) => one.id)).toEqual([planId])
})

test('the same people and places give the same total whatever the draw; a stable plan says what it costs', async () => {
  const { adviser, solved } = await aPlanHere()
  for (const goal of ['most_placed', 'best_sum', 'stable'] as const) {
    const again = await adviser.call('matching.solvePlan', { id: randomUUID(), name: goal, goal })
    expect([again.placed, again.score, again.isProven]).toEqual([solved.placed, solved.score, true])
  }
})
