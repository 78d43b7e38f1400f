import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/problem.ts'
import { readSheet } from '#platform/sheets.ts'
import { aMappedPerson, aPlace } from '#test/matching-facts.ts'
import type { Municipality } from '#test/world.ts'
import { aMunicipality, useWorld } from '#test/world.ts'
import type { Goal } from './cohort.schema.ts'

const world = useWorld()

/** Three who can cook, and two kitchens with a seat each; one adviser who has solved a plan. */
async function aPlan({ goal = 'most_placed', seats = [1, 1], level = 'A2' }: { goal?: Goal; seats?: number[]; level?: 'A2' | 'C1' } = {}) {
  const here = await aMunicipality(world())
  const adviser = await here.as('programme_adviser')
  const people = [await aMappedPerson(here, { givenName: 'Amina' }), await aMappedPerson(here, { givenName: 'Bilal' }), await aMappedPerson(here, { givenName: 'Chen' })]
  const places = await Promise.all(seats.map((count, at) => aPlace(here, { title: `Kjøkken ${at + 1}`, seats: count, level })))
  const planId = randomUUID()
  const solved = await adviser.call('matching.solvePlan', { id: planId, name: 'Uke 47', goal })
  const plan = () => adviser.call('matching.getPlan', { planId })
  return { here, adviser, people, openings: places.map(({ openingId }) => openingId), employers: places.map(({ employerId }) => employerId), planId, solved, plan }
}
const rowOf = (plan: { rows: { person: { id: string }; openingId: string | null }[] }, id: string | undefined) => plan.rows.find(({ person }) => person.id === id)
const placedIn = (plan: { rows: { person: { id: string }; openingId: string | null }[] }) => plan.rows.filter(({ openingId }) => openingId !== null)
const presentations = async (here: Municipality) => here.put((tx) => tx.selectFrom('presentation').select(['id', 'personId', 'openingId', 'note', 'startedBy']).execute())

test('all without a place against all free seats: who got what and why, who got nothing, and the proof; nobody is presented by it', async () => {
  const { here, adviser, people, solved, plan, planId } = await aPlan()
  expect(solved).toMatchObject({ placed: 2, isProven: true, people: expect.arrayContaining(people) })
  const board = await plan()
  expect(board).toMatchObject({ name: 'Uke 47', people: 3, placed: 2, bestPlaced: 2, released: 0, hidden: 0, isProven: true, certificate: expect.stringMatching(/^[0-9a-f]{64}$/), actions: ['change', 'release', 'drop'] })
  expect(board.seed).toBeGreaterThanOrEqual(0)
  const [placed] = placedIn(board)
  expect(board.rows.find(({ openingId }) => openingId !== null)).toMatchObject({ verdict: 'fits', hasGround: true, without: null, source: 'solve', actions: ['pin', 'move', 'forbid', 'hold', 'release'] })
  expect(board.rows.find(({ openingId }) => openingId !== null)?.reasons.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['wish', 'occupation']))
  expect(board.rows.find(({ openingId }) => openingId === null)).toMatchObject({ without: 'full', possible: 2, reasons: [], released: null })
  expect(JSON.stringify(board.rows)).not.toMatch(/score|points|contribution/)
  expect(await presentations(here)).toEqual([])
  expect(await adviser.auditTrail(placed?.person.id ?? '')).toEqual(['matching.solvePlan', 'matching.getPlan'])
  expect((await adviser.call('matching.listPlans', {})).rows).toMatchObject([{ id: planId, placed: 2, people: 3, solvedBy: expect.stringContaining('programme_adviser') }])
})

test('who is shut out of every place is told what shuts her out of most', async () => {
  const { plan, people } = await aPlan({ level: 'C1' })
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

test('advertised posts of public employers are never ranked, and it is said how many', async () => {
  const { here, adviser, employers, openings } = await aPlan()
  const mainId = randomUUID()
  await here.put(async (tx) => {
    await tx.insertInto('employer').values({ id: mainId, orgNumber: '964338531', kind: 'enhet', name: 'Fjordvik kommune', orgForm: 'KOMM' }).execute()
    await tx.updateTable('employer').set({ parentId: mainId }).where('id', '=', employers[0] ?? '').execute()
    await tx.updateTable('opening').set({ kind: 'vacancy' }).where('id', 'in', openings).execute()
  })
  const planId = randomUUID()
  await adviser.call('matching.solvePlan', { id: planId, name: 'Uten', goal: 'most_placed' })
  const plan = await adviser.call('matching.getPlan', { planId })
  expect(plan.leftOut).toMatchObject({ publicPosts: 1 })
  expect(plan.places.map(({ openingId }) => openingId)).toEqual([openings[1]])
})

test('an employer, a supervisor and the municipality take no more at once than they have said', async () => {
  const { here, adviser, employers, openings } = await aPlan({ seats: [3, 3] })
  const solve = async () => {
    const id = randomUUID()
    return { ...await adviser.call('matching.solvePlan', { id, name: 'x', goal: 'most_placed' }), plan: await adviser.call('matching.getPlan', { planId: id }) }
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

test('a move by hand costs what is shown before it is done; who must give way is named; it is kept by the next solve', async () => {
  const { here, adviser, plan, planId, openings } = await aPlan()
  const before = await plan()
  const without = before.rows.find(({ openingId }) => openingId === null)
  const personId = without?.person.id ?? ''
  const { choices, impossible } = await adviser.call('matching.listChoices', { planId, personId })
  expect([choices.map(({ openingId }) => openingId).toSorted(), impossible]).toEqual([openings.toSorted(), 0])
  const change = { do: 'pin', personId, openingId: openings[0] ?? '' } as const
  const preview = await adviser.call('matching.previewChange', { planId, change })
  expect(preview).toMatchObject({ before: { placed: 2 }, after: { placed: 2, isProven: true } })
  expect(preview.shifts.map((one) => one.personId)).toContain(before.rows.find(({ openingId }) => openingId === openings[0])?.person.id)
  expect((await plan()).rows).toEqual(before.rows)
  const done = await adviser.call('matching.changePlan', { planId, version: before.version, change })
  expect([done.after, done.shifts, done.version]).toEqual([preview.after, preview.shifts, before.version + 1])
  const after = await plan()
  expect(rowOf(after, personId)).toMatchObject({ openingId: openings[0], source: 'hand', isPinned: true, verdict: 'fits', actions: ['unpin', 'move', 'forbid', 'hold', 'release'] })
  for (const row of done.rows) expect(rowOf(after, row.person.id)).toEqual(row)
  expect(after).toMatchObject({ placed: preview.after.placed, score: preview.after.score })
  expect(await adviser.auditTrail(personId)).toContain('matching.changePlan')
  await aPlace(here, { title: 'Kjøkken 3', seats: 1 })
  const next = randomUUID()
  await adviser.call('matching.solvePlan', { id: next, name: 'Igjen', goal: 'most_placed', basedOn: planId })
  expect(rowOf(await adviser.call('matching.getPlan', { planId: next }), personId)).toMatchObject({ openingId: openings[0], isPinned: true })
})

test('forbid, hold and clear are solved at once and can be undone', async () => {
  const { adviser, plan, planId } = await aPlan()
  const [placed] = placedIn(await plan())
  const personId = placed?.person.id ?? ''
  const change = async (what: object) => adviser.call('matching.changePlan', { planId, version: (await plan()).version, change: { personId, ...what } as never })
  await change({ do: 'forbid', openingId: placed?.openingId })
  const forbidden = rowOf(await plan(), personId)
  expect(forbidden).toMatchObject({ forbids: [placed?.openingId] })
  expect(forbidden?.openingId).not.toBe(placed?.openingId)
  expect(await change({ do: 'hold' })).toMatchObject({ after: { placed: 2 } })
  expect(rowOf(await plan(), personId)).toMatchObject({ openingId: null, without: 'held', isHeld: true, actions: ['move', 'unhold'] })
  await change({ do: 'clear' })
  expect(rowOf(await plan(), personId)).toMatchObject({ isHeld: false, forbids: [] })
})

test('a change is refused where it cannot be, on an older version, and on a plan that is not whole', async () => {
  const { here, adviser, people, plan, planId, openings } = await aPlan()
  const { version } = await plan()
  const pin = (personId = '', openingId = '') => ({ planId, version, change: { do: 'pin' as const, personId, openingId } })
  expect(await adviser.refusals('matching.changePlan', pin(people[0], randomUUID()))).toEqual([{ code: 'matching.placeNotInPlan' }])
  expect(await adviser.refusals('matching.previewChange', { planId, change: { do: 'hold', personId: randomUUID() } })).toEqual([{ code: 'matching.notInPlan' }])
  await adviser.call('matching.changePlan', pin(people[0], openings[0]))
  expect((await adviser.refusals('matching.changePlan', pin(people[1], openings[1])))[0]).toMatchObject({ code: 'stale' })
  expect(await adviser.refusals('matching.previewChange', { planId, change: pin(people[1], openings[0]).change })).toEqual([{ code: 'matching.tooManyFixed', params: { name: 'Kjøkken 1', seats: 1, fixed: 2 } }])
  await here.put((tx) => tx.updateTable('person').set({ addressProtection: 'strictly_confidential' }).where('id', '=', people[2] ?? '').execute())
  expect(await adviser.refusals('matching.previewChange', { planId, change: pin(people[1], openings[1]).change })).toEqual([{ code: 'matching.planNotWhole', params: { count: 1 } }])
  expect(await plan()).toMatchObject({ hidden: 1, people: 3 })
  await expect(adviser.call('matching.listChoices', { planId, personId: people[2] ?? '' })).rejects.toThrow(NotFound)
})

test('nothing is presented before a named person releases it; what is released is what the plan says, and is moved no more', async () => {
  const { here, adviser, plan, planId } = await aPlan()
  const board = await plan()
  const placed = placedIn(board)
  expect(await adviser.call('matching.checkRelease', { planId })).toEqual({ ready: expect.arrayContaining(placed.map(({ person }) => person.id)), stopped: [] })
  const rows = placed.map(({ person }) => ({ personId: person.id, presentationId: randomUUID() }))
  await adviser.call('matching.releaseRows', { planId, version: board.version, rows })
  expect((await presentations(here)).map(({ personId, openingId }) => [personId, openingId]).toSorted()).toEqual(placed.map(({ person, openingId }) => [person.id, openingId]).toSorted())
  const after = await plan()
  for (const { personId, presentationId } of rows) expect(rowOf(after, personId)).toMatchObject({ released: { presentationId, by: expect.stringContaining('programme_adviser') }, actions: [] })
  expect(await adviser.call('matching.listPresentations', { state: 'proposed' })).toMatchObject({ total: 2 })
  expect(await adviser.auditTrail(rows[0]?.personId ?? '')).toContain('matching.releaseRows')
  expect(await adviser.refusals('matching.changePlan', { planId, version: after.version, change: { do: 'hold', personId: rows[0]?.personId ?? '' } })).toEqual([{ code: 'matching.rowReleased' }])
  expect(await adviser.refusals('matching.releaseRows', { planId, version: after.version, rows: [{ personId: rows[0]?.personId ?? '', presentationId: randomUUID() }] })).toEqual([{ code: 'matching.rowReleased', path: 'rows.0' }])
  expect(await adviser.refusals('matching.dropPlan', { planId, version: after.version })).toEqual([{ code: 'matching.planReleased' }])
  // whoever is being considered, and the seat she is considered for, are in no other plan meanwhile
  expect(await adviser.refusals('matching.solvePlan', { id: randomUUID(), name: 'Neste', goal: 'most_placed' })).toEqual([{ code: 'matching.noFreePlaces' }])
})

test('a plan that rests on other facts than those of now is stopped, and shows what changed', async () => {
  const { here, adviser, plan, planId, openings } = await aPlan()
  const board = await plan()
  const [first, second] = placedIn(board)
  await here.put(async (tx) => {
    await tx.insertInto('skill').values({ id: randomUUID(), personId: first?.person.id ?? '', name: 'Sying', evidence: 'claimed' }).execute()
    await tx.updateTable('openingDemand').set({ level: 'B1' }).where('openingId', '=', second?.openingId ?? '').execute()
  })
  const { ready, stopped } = await adviser.call('matching.checkRelease', { planId })
  expect(ready).toEqual([])
  expect(new Map(stopped.map(({ personId, changed }) => [personId, changed]))).toEqual(new Map([[first?.person.id, ['person.skills']], [second?.person.id, ['opening.demands']]]))
  const release = (personId = '') => adviser.refusals('matching.releaseRows', { planId, version: board.version, rows: [{ personId, presentationId: randomUUID() }] })
  expect(await release(first?.person.id)).toEqual([{ code: 'matching.factsChanged', path: 'rows.0', params: { count: 1 } }])
  expect(await presentations(here)).toEqual([])
  await here.put((tx) => tx.updateTable('opening').set({ withdrawnAt: sql`now()` }).where('id', 'in', openings).execute())
  expect((await release(second?.person.id)).map(({ code }) => code)).toEqual(['matching.openingClosed', 'matching.factsChanged'])
})

test('one bad row stops all that were to be released with it', async () => {
  const { here, adviser, plan, planId } = await aPlan()
  const board = await plan()
  const rows = placedIn(board).map(({ person }) => ({ personId: person.id, presentationId: randomUUID() }))
  await here.put((tx) => tx.insertInto('presentation').values({ id: randomUUID(), personId: rows[1]?.personId ?? '', openingId: placedIn(board)[1]?.openingId ?? '', startedBy: 'staff' }).execute())
  expect(await adviser.refusals('matching.releaseRows', { planId, version: board.version, rows })).toEqual([{ code: 'matching.alreadyProposed', path: 'rows.1' }])
  expect((await presentations(here)).length).toBe(1)
  await adviser.call('matching.releaseRows', { planId, version: board.version, rows: rows.slice(0, 1) })
  expect((await presentations(here)).length).toBe(2)
})

test('nobody whose address is strictly confidential is released, and nobody without a place in the plan', async () => {
  const { here, adviser, plan, planId } = await aPlan()
  const board = await plan()
  const personId = placedIn(board)[0]?.person.id ?? ''
  await here.put((tx) => tx.updateTable('person').set({ addressProtection: 'strictly_confidential' }).where('id', '=', personId).execute())
  const trusted = await here.as('programme_adviser', 'protected_access')
  const release = (who: typeof adviser, id: string) => who.refusals('matching.releaseRows', { planId, version: board.version, rows: [{ personId: id, presentationId: randomUUID() }] })
  expect(await release(trusted, personId)).toEqual([{ code: 'matching.protectedNotReleased', path: 'rows.0' }])
  await expect(release(adviser, personId)).rejects.toThrow(NotFound)
  const without = board.rows.find(({ openingId }) => openingId === null)?.person.id ?? ''
  expect(await release(adviser, without)).toEqual([{ code: 'matching.rowWithoutPlace', path: 'rows.0' }])
})

test('a place nothing of hers leads to is never given by the engine; by hand it needs a written reason (PLA-03)', async () => {
  const here = await aMunicipality(world())
  const adviser = await here.as('programme_adviser')
  const personId = await aMappedPerson(here)
  const { openingId } = await aPlace(here, { occupationCode: '9112', title: 'Renholder' })
  const planId = randomUUID()
  await adviser.call('matching.solvePlan', { id: planId, name: 'Uke 47', goal: 'most_placed' })
  expect(rowOf(await adviser.call('matching.getPlan', { planId }), personId)).toMatchObject({ openingId: null, without: 'noGround', possible: 1 })
  expect((await adviser.call('matching.listChoices', { planId, personId })).choices).toMatchObject([{ openingId, hasGround: false }])
  const { version } = await adviser.call('matching.changePlan', { planId, version: 1, change: { do: 'pin', personId, openingId } })
  const row = { personId, presentationId: randomUUID() }
  expect(await adviser.refusals('matching.releaseRows', { planId, version, rows: [row] })).toEqual([{ code: 'matching.groundMissing', path: 'rows.0.note' }])
  await adviser.call('matching.releaseRows', { planId, version, rows: [{ ...row, note: 'Hun vil prøve noe nytt' }] })
  expect(await presentations(here)).toMatchObject([{ note: 'Hun vil prøve noe nytt', startedBy: 'staff' }])
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
  const { here, adviser, openings, planId } = await aPlan()
  let solving: Promise<unknown> = Promise.resolve()
  const id = randomUUID()
  const solve = () => adviser.refusals('matching.solvePlan', { id, name: 'Midt i', goal: 'best_sum' })
  await whileWishesWait(here, (work) => { solving = work() }, (tx) => tx.updateTable('opening').set({ withdrawnAt: sql`now()` }).where('id', '=', openings[1] ?? '').execute(), solve, waitsForLock)
  expect(await solving).toEqual([{ code: 'matching.placeChangedMeanwhile', params: { title: 'Kjøkken 2', count: 1 } }])
  expect((await adviser.call('matching.listPlans', {})).rows.map((one) => one.id)).toEqual([planId])
})

test('a solve can be followed and stopped by a colleague, and leaves nothing', async () => {
  const { here, adviser, planId } = await aPlan()
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
  const { adviser, solved } = await aPlan()
  for (const goal of ['most_placed', 'best_sum', 'stable'] as const) {
    const again = await adviser.call('matching.solvePlan', { id: randomUUID(), name: goal, goal })
    expect([again.placed, again.score, again.isProven]).toEqual([solved.placed, solved.score, true])
  }
})

test('two plans are compared: who is where else', async () => {
  const { adviser, planId, plan, openings } = await aPlan()
  const without = (await plan()).rows.find(({ openingId }) => openingId === null)?.person.id ?? ''
  const secondId = randomUUID()
  await adviser.call('matching.solvePlan', { id: secondId, name: 'Annen', goal: 'most_placed', basedOn: planId })
  expect(await adviser.call('matching.comparePlans', { firstId: planId, secondId })).toMatchObject({ same: 3, moves: [], sameWeights: true })
  await adviser.call('matching.changePlan', { planId: secondId, version: 1, change: { do: 'pin', personId: without, openingId: openings[0] ?? '' } })
  const compared = await adviser.call('matching.comparePlans', { firstId: planId, secondId })
  expect(compared.moves).toEqual(expect.arrayContaining([expect.objectContaining({ person: expect.objectContaining({ id: without }), from: null, to: 'Kjøkken 1, Fjordkroa' })]))
  await expect(adviser.call('matching.comparePlans', { firstId: planId, secondId: randomUUID() })).rejects.toThrow(NotFound)
})

test('the plan as a sheet, and a plan that is set aside', async () => {
  const { adviser, planId, people } = await aPlan()
  const file = await adviser.call('matching.exportPlan', { planId })
  const { rows } = await readSheet(file.bytes)
  expect(rows.map(({ cells }) => cells[0])).toEqual(['Navn', 'Amina Bjørnstad', 'Bilal Bjørnstad', 'Chen Bjørnstad'])
  expect(rows.some(({ cells }) => cells.includes('Kjøkken 1'))).toBe(true)
  expect(file.fileName).toBe('fordeling-2026-11-20.xlsx')
  expect(await adviser.auditTrail(people[0] ?? '')).toContain('matching.exportPlan')
  await adviser.call('matching.dropPlan', { planId, version: 1 })
  expect((await adviser.call('matching.listPlans', {})).rows).toEqual([])
  await expect(adviser.call('matching.getPlan', { planId })).rejects.toThrow(NotFound)
})

test('she never sees that she is in a plan, nor does another municipality; a manager and a nav adviser plan nothing', async () => {
  const { here, planId, people } = await aPlan()
  const she = await here.participant(people[0] ?? '')
  await expect(she.call('matching.getPlan', { planId })).rejects.toThrow(Forbidden)
  for (const role of ['manager', 'nav_adviser', 'teacher'] as const) await expect((await here.as(role)).call('matching.solvePlan', { id: randomUUID(), name: 'x', goal: 'stable' })).rejects.toThrow(Forbidden)
  await expect((await (await aMunicipality(world())).as('programme_adviser')).call('matching.getPlan', { planId })).rejects.toThrow(NotFound)
  await expect(here.holding('matching.read').then((reader) => reader.call('matching.releaseRows', { planId, version: 1, rows: [{ personId: people[0] ?? '', presentationId: randomUUID() }] }))).rejects.toThrow(Forbidden)
})

test('two persons made one stand in a plan once, and what was released stays', async () => {
  const { here, adviser, plan, planId } = await aPlan()
  const board = await plan()
  const [placed] = placedIn(board)
  const without = board.rows.find(({ openingId }) => openingId === null)?.person.id ?? ''
  const gone = placed?.person.id ?? ''
  await adviser.call('matching.releaseRows', { planId, version: board.version, rows: [{ personId: gone, presentationId: randomUUID() }] })
  await adviser.call('matching.changePlan', { planId, version: board.version + 1, change: { do: 'hold', personId: without } })
  const both = await here.put((tx) => tx.selectFrom('person').select(['id', 'version']).where('id', 'in', [without, gone]).execute())
  const versionOf = (id: string) => both.find((one) => one.id === id)?.version ?? 1
  await adviser.call('people.mergePersons', { keepId: without, goneId: gone, keepVersion: versionOf(without), goneVersion: versionOf(gone), fromGone: [] })
  const rows = await here.put((tx) => tx.selectFrom('cohortRow').select(['personId', 'openingId', 'presentationId']).where('planId', '=', planId).where('personId', 'in', [without, gone]).execute())
  expect(rows).toMatchObject([{ personId: without, openingId: placed?.openingId, presentationId: expect.any(String) }])
})
