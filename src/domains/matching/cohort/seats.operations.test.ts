import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { plainDate } from '#shared/date.ts'
import { Refused } from '#platform/problem.ts'
import { aCohortPlan, placedIn, presentationsIn, rowOf } from '#test/cohort-plan.ts'
import { aMappedPerson, aPlace } from '#test/matching-facts.ts'
import type { Caller, Municipality } from '#test/world.ts'
import { aMunicipality, useWorld } from '#test/world.ts'

const world = useWorld()
const runs = ({ put }: Municipality, over: { personId: string; employerId: string; openingId?: string; supervisorContactId?: string }) => put((tx) => tx.insertInto('agreement').values({
  id: randomUUID(), beganFrom: 'place', kind: 'work_practice', submittedAt: '2026-11-01T08:00:00Z' as never, toDate: plainDate('2027-01-01'), ...over }).execute())
const rowsOf = (...personIds: (string | undefined)[]) => personIds.map((personId = '') => ({ personId, presentationId: randomUUID() }))
async function solve(adviser: Caller) {
  const cohortId = randomUUID()
  const solved = await adviser.call('matching.solvePlan', { id: cohortId, name: 'Ny', goal: 'most_placed' })
  return { cohortId, solved, plan: await adviser.call('matching.getPlan', { cohortId }) }
}
const code = (error: unknown): string => (error instanceof Refused ? error.refusals[0]?.code ?? '' : String(error))

test('a seat that somebody else has got since is not given away too: what is released from the plan itself holds its seat', async () => {
  const { here, adviser, plan, planId, people, openings, employers } = await aCohortPlan(world(), { seats: [2] })
  const board = await plan()
  const [first, second] = placedIn(board).map(({ person }) => person.id)
  const third = people.find((id) => id !== first && id !== second) ?? ''
  await adviser.call('matching.releaseRows', { cohortId: planId, version: 1, rows: rowsOf(first) })
  expect((await adviser.call('matching.checkRelease', { cohortId: planId })).ready).toEqual([second])
  await runs(here, { personId: third, openingId: openings[0] ?? '', employerId: employers[0] ?? '' })
  expect((await adviser.call('matching.checkRelease', { cohortId: planId })).stopped).toMatchObject([{ personId: second, changed: ['seats'] }])
  expect(await adviser.refusals('matching.releaseRows', { cohortId: planId, version: 2, rows: rowsOf(second) })).toMatchObject([{ code: 'matching.factsChanged', path: 'rows.0' }])
  expect(await presentationsIn(here)).toHaveLength(1)
})

test('what an employer and a supervisor take at once is not given away twice either', async () => {
  for (const limit of ['employer', 'supervisor'] as const) {
    const { here, adviser, people, openings, employers } = await aCohortPlan(world(), { seats: [3] })
    const [employerId = '', contactId] = [employers[0], randomUUID()]
    await here.put(async (tx) => {
      await tx.insertInto('employerContact').values({ id: contactId, employerId, name: 'Kari', isSupervisor: true, supervisesAtOnce: limit === 'supervisor' ? 2 : 9 }).execute()
      await tx.updateTable('opening').set({ supervisorContactId: contactId }).where('id', 'in', openings).execute()
      await tx.updateTable('employer').set({ seatsAtOnce: limit === 'employer' ? 2 : 9 }).where('id', '=', employerId).execute()
    })
    const { cohortId, plan } = await solve(adviser)
    const [first, second] = placedIn(plan).map(({ person }) => person.id)
    const third = people.find((id) => id !== first && id !== second) ?? ''
    await adviser.call('matching.releaseRows', { cohortId, version: 1, rows: rowsOf(first) })
    expect((await adviser.call('matching.checkRelease', { cohortId })).ready).toEqual([second])
    await runs(here, { personId: third, employerId, supervisorContactId: contactId })
    expect((await adviser.call('matching.checkRelease', { cohortId })).stopped).toMatchObject([{ personId: second, changed: ['seats'] }])
  }
})

test('a proposal under way counts in the limits of its employer and supervisor when the next plan is solved, whoever may see her', async () => {
  const { here, adviser, openings, employers } = await aCohortPlan(world())
  await here.put(async (tx) => {
    await tx.updateTable('opening').set({ employerId: employers[0] }).where('id', '=', openings[1] ?? '').execute()
    await tx.updateTable('employer').set({ seatsAtOnce: 1 }).where('id', '=', employers[0] ?? '').execute()
  })
  const one = await solve(adviser)
  expect(one).toMatchObject({ solved: { placed: 1 }, plan: { limits: [{ kind: 'employer', left: 1 }] } })
  const [placed] = placedIn(one.plan).map(({ person }) => person.id)
  await adviser.call('matching.releaseRows', { cohortId: one.cohortId, version: 1, rows: rowsOf(placed) })
  expect(await solve(adviser)).toMatchObject({ solved: { placed: 0 }, plan: { limits: [{ kind: 'employer', left: 0 }], leftOut: { underWay: 1 } } })
  await here.put((tx) => tx.updateTable('person').set({ addressProtection: 'strictly_confidential' }).where('id', '=', placed ?? '').execute())
  expect(await solve(adviser)).toMatchObject({ solved: { placed: 0 }, plan: { limits: [{ kind: 'employer', left: 0 }] } })
})

test('of two who release the same person from two plans at once one is refused', async () => {
  const { here, adviser, planId, plan, openings } = await aCohortPlan(world())
  const [placed] = placedIn(await plan())
  const personId = placed?.person.id ?? ''
  const other = await solve(adviser)
  const elsewhere = openings.find((id) => id !== placed?.openingId) ?? ''
  const { version } = await adviser.call('matching.changePlan', { cohortId: other.cohortId, version: 1, change: { do: 'pin', personId, openingId: elsewhere } })
  const waiting = async () => (await world().owner.query("select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")).rowCount ?? 0
  let both: Promise<PromiseSettledResult<unknown>[]> = Promise.resolve([])
  await here.put(async (tx) => {
    // neither comes further than to its insert before both have begun
    await sql`lock table presentation in share mode`.execute(tx)
    both = Promise.allSettled([adviser.call('matching.releaseRows', { cohortId: planId, version: 1, rows: rowsOf(personId) }), adviser.call('matching.releaseRows', { cohortId: other.cohortId, version, rows: rowsOf(personId) })])
    while (await waiting() < 2) await new Promise((done) => { setTimeout(done, 5) })
  })
  const refused = (await both).flatMap((one) => (one.status === 'rejected' ? [code(one.reason)] : []))
  expect(refused).toEqual(['matching.underWayElsewhere'])
  expect(await presentationsIn(here)).toHaveLength(1)
})

/** One cook with a certificate that is asked for and runs out the day after the plan, and two places that ask for it. */
async function aCookWithAPaper() {
  const here = await aMunicipality(world())
  const adviser = await here.as('programme_adviser')
  const personId = await aMappedPerson(here)
  const [one, other] = [await aPlace(here, { seats: 1 }), await aPlace(here, { title: 'Kantina', seats: 1 })]
  await here.put(async (tx) => {
    await tx.insertInto('certificate').values({ id: randomUUID(), personId, kind: 'course', name: 'Hygienebevis', validUntil: plainDate('2026-11-20'), evidence: 'documented' }).execute()
    await tx.insertInto('openingDemand').values([one, other].map(({ openingId }) => ({ id: randomUUID(), openingId, kind: 'certificate' as const, isRequired: true, name: 'Hygienebevis' }))).execute()
  })
  const solved = await solve(adviser)
  const now = rowOf(solved.plan, personId)
  return { here, adviser, personId, ...solved, elsewhere: now?.openingId === one.openingId ? other.openingId : one.openingId }
}
const TOMORROW = { now: new Date('2026-11-21T09:00:00Z') }

test('a certificate that has run out since stops the release, though no fact is another', async () => {
  const { adviser, personId, cohortId } = await aCookWithAPaper()
  expect((await adviser.call('matching.checkRelease', { cohortId })).ready).toEqual([personId])
  expect(await adviser.call('matching.checkRelease', { cohortId }, TOMORROW)).toMatchObject({ ready: [], stopped: [{ personId, changed: ['verdict'], reasons: [{ code: 'matching.factsChanged' }] }] })
  await expect(adviser.call('matching.releaseRows', { cohortId, version: 1, rows: rowsOf(personId) }, TOMORROW).catch(code)).resolves.toBe('matching.factsChanged')
})

test('nobody is moved by hand on facts that are others than when the plan was solved', async () => {
  const { here, adviser, personId, cohortId, elsewhere } = await aCookWithAPaper()
  const change = { do: 'pin', personId, openingId: elsewhere } as const
  await adviser.call('matching.previewChange', { cohortId, change })
  await here.put((tx) => tx.insertInto('skill').values({ id: randomUUID(), personId, name: 'Sying', evidence: 'claimed' }).execute())
  expect(await adviser.refusals('matching.previewChange', { cohortId, change })).toEqual([{ code: 'matching.movedOnOldFacts', params: { count: 1 } }])
  expect(await adviser.refusals('matching.changePlan', { cohortId, version: 1, change })).toEqual([{ code: 'matching.movedOnOldFacts', params: { count: 1 } }])
  // to hold somebody out rests on nothing
  await adviser.call('matching.changePlan', { cohortId, version: 1, change: { do: 'hold', personId } })
})
