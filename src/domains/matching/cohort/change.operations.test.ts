import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/problem.ts'
import { readSheet } from '#platform/sheets.ts'
import { aCohortPlan, placedIn, rowOf } from '#test/cohort-plan.ts'
import { aPlace } from '#test/matching-facts.ts'
import { aMunicipality, useWorld } from '#test/world.ts'

const world = useWorld()
const aPlanHere = (over: Parameters<typeof aCohortPlan>[1] = {}) => aCohortPlan(world(), over)

test('a move by hand costs what is shown before it is done; who must give way is named; it is kept by the next solve', async () => {
  const { here, adviser, plan, planId, openings } = await aPlanHere()
  const before = await plan()
  const without = before.rows.find(({ openingId }) => openingId === null)
  const personId = without?.person.id ?? ''
  const { choices, impossible } = await adviser.call('matching.listChoices', { cohortId: planId, personId })
  expect([choices.map(({ openingId }) => openingId).toSorted(), impossible]).toEqual([openings.toSorted(), 0])
  const change = { do: 'pin', personId, openingId: openings[0] ?? '' } as const
  const preview = await adviser.call('matching.previewChange', { cohortId: planId, change })
  expect(preview).toMatchObject({ before: { placed: 2 }, after: { placed: 2, isProven: true } })
  expect(preview.shifts.map((one) => one.personId)).toContain(before.rows.find(({ openingId }) => openingId === openings[0])?.person.id)
  expect((await plan()).rows).toEqual(before.rows)
  const done = await adviser.call('matching.changePlan', { cohortId: planId, version: before.version, change })
  expect([done.after, done.shifts, done.version]).toEqual([preview.after, preview.shifts, before.version + 1])
  const after = await plan()
  expect(rowOf(after, personId)).toMatchObject({ openingId: openings[0], source: 'hand', isPinned: true, verdict: 'fits', actions: ['unpin', 'move', 'forbid', 'hold', 'release'] })
  for (const row of done.rows) expect(rowOf(after, row.person.id)).toEqual(row)
  expect(after).toMatchObject({ placed: preview.after.placed, score: preview.after.score })
  expect(await adviser.auditTrail(personId)).toContain('matching.changePlan')
  await aPlace(here, { title: 'Kjøkken 3', seats: 1 })
  const next = randomUUID()
  await adviser.call('matching.solvePlan', { id: next, name: 'Igjen', goal: 'most_placed', basedOn: planId })
  expect(rowOf(await adviser.call('matching.getPlan', { cohortId: next }), personId)).toMatchObject({ openingId: openings[0], isPinned: true })
})

test('forbid, hold and clear are solved at once and can be undone', async () => {
  const { adviser, plan, planId } = await aPlanHere()
  const [placed] = placedIn(await plan())
  const personId = placed?.person.id ?? ''
  const change = async (what: object) => adviser.call('matching.changePlan', { cohortId: planId, version: (await plan()).version, change: { personId, ...what } as never })
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
  const { here, adviser, people, plan, planId, openings } = await aPlanHere()
  const { version } = await plan()
  expect(await adviser.refusals('matching.previewChange', { cohortId: planId, version: version + 1, change: { do: 'hold', personId: people[0] ?? '' } })).toEqual([{ code: 'matching.planChanged' }])
  const pin = (personId = '', openingId = '') => ({ cohortId: planId, version, change: { do: 'pin' as const, personId, openingId } })
  expect(await adviser.refusals('matching.changePlan', pin(people[0], randomUUID()))).toEqual([{ code: 'matching.placeNotInPlan' }])
  expect(await adviser.refusals('matching.previewChange', { cohortId: planId, change: { do: 'hold', personId: randomUUID() } })).toEqual([{ code: 'matching.notInPlan' }])
  await adviser.call('matching.changePlan', pin(people[0], openings[0]))
  expect((await adviser.refusals('matching.changePlan', pin(people[1], openings[1])))[0]).toMatchObject({ code: 'stale' })
  expect(await adviser.refusals('matching.previewChange', { cohortId: planId, change: pin(people[1], openings[0]).change })).toEqual([{ code: 'matching.tooManyFixed', params: { name: 'Kjøkken 1', seats: 1, fixed: 2 } }])
  await here.put((tx) => tx.updateTable('person').set({ addressProtection: 'strictly_confidential' }).where('id', '=', people[2] ?? '').execute())
  expect(await adviser.refusals('matching.previewChange', { cohortId: planId, change: pin(people[1], openings[1]).change })).toEqual([{ code: 'matching.planNotWhole', params: { count: 1 } }])
  expect(await plan()).toMatchObject({ hidden: 1, people: 3 })
  await expect(adviser.call('matching.listChoices', { cohortId: planId, personId: people[2] ?? '' })).rejects.toThrow(NotFound)
})

test('two plans are compared: who is where else', async () => {
  const { adviser, planId, plan, openings } = await aPlanHere()
  const without = (await plan()).rows.find(({ openingId }) => openingId === null)?.person.id ?? ''
  const secondId = randomUUID()
  await adviser.call('matching.solvePlan', { id: secondId, name: 'Annen', goal: 'most_placed', basedOn: planId })
  expect(await adviser.call('matching.comparePlans', { firstId: planId, secondId })).toMatchObject({ same: 3, moves: [], sameWeights: true })
  await adviser.call('matching.changePlan', { cohortId: secondId, version: 1, change: { do: 'pin', personId: without, openingId: openings[0] ?? '' } })
  const compared = await adviser.call('matching.comparePlans', { firstId: planId, secondId })
  expect(compared.moves).toEqual(expect.arrayContaining([expect.objectContaining({ person: expect.objectContaining({ id: without }), from: null, to: 'Kjøkken 1, Fjordkroa' })]))
  await expect(adviser.call('matching.comparePlans', { firstId: planId, secondId: randomUUID() })).rejects.toThrow(NotFound)
})

test('the plan as a sheet, and a plan that is set aside', async () => {
  const { adviser, planId, people } = await aPlanHere()
  const file = await adviser.call('matching.exportPlan', { cohortId: planId })
  const { rows } = await readSheet(file.bytes)
  expect(rows.map(({ cells }) => cells[0])).toEqual(['Navn', 'Amina Bjørnstad', 'Bilal Bjørnstad', 'Chen Bjørnstad'])
  expect(rows.some(({ cells }) => cells.includes('Kjøkken 1'))).toBe(true)
  expect(file.fileName).toBe('fordeling-2026-11-20.xlsx')
  expect(await adviser.auditTrail(people[0] ?? '')).toContain('matching.exportPlan')
  await adviser.call('matching.dropPlan', { cohortId: planId, version: 1 })
  expect((await adviser.call('matching.listPlans', {})).rows).toEqual([])
  await expect(adviser.call('matching.getPlan', { cohortId: planId })).rejects.toThrow(NotFound)
})

test('she never sees that she is in a plan, nor does another municipality; a manager and a nav adviser plan nothing', async () => {
  const { here, planId, people } = await aPlanHere()
  const she = await here.participant(people[0] ?? '')
  await expect(she.call('matching.getPlan', { cohortId: planId })).rejects.toThrow(Forbidden)
  for (const role of ['manager', 'nav_adviser', 'teacher'] as const) await expect((await here.as(role)).call('matching.solvePlan', { id: randomUUID(), name: 'x', goal: 'stable' })).rejects.toThrow(Forbidden)
  await expect((await (await aMunicipality(world())).as('programme_adviser')).call('matching.getPlan', { cohortId: planId })).rejects.toThrow(NotFound)
  await expect(here.holding('matching.read').then((reader) => reader.call('matching.releaseRows', { cohortId: planId, version: 1, rows: [{ personId: people[0] ?? '', presentationId: randomUUID() }] }))).rejects.toThrow(Forbidden)
})
