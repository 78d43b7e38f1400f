import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/problem.ts'
import { aMappedPerson, aPlace } from '#test/matching-facts.ts'
import type { Caller } from '#test/world.ts'
import { aSharedPlace, aSide, anAgreement } from '#test/sharing.ts'
import { aMunicipality, useWorld } from '#test/world.ts'

const world = useWorld()

async function finished(who: Caller, runId: string) {
  for (let turn = 0; turn < 200; turn += 1) {
    const read = await who.call('matching.readCompetition', { runId })
    if (read.state !== 'waits' && read.state !== 'runs') return read
    await sleep(50)
  }
  throw new Error('The run did not end')
}

test('what would help her, with the places it opens, and whether she then has one when all are counted', async () => {
  const here = await aMunicipality(world())
  const personId = await aMappedPerson(here, { level: 'A1' })
  const { openingId } = await aPlace(here, { level: 'A2', seats: 1, title: 'Kantina' })
  const adviser = await here.as('programme_adviser')
  const helps = await adviser.call('matching.whatHelps', { personId })
  const up = { is: 'level' as const, language: 'no', skill: 'listening', to: 'A2' }
  expect(helps).toEqual({ personId, considered: 1, shared: 0, fits: 0, isCandidate: true, changes: [{ change: up, opens: 1, nearer: 0, examples: [{ openingId, title: 'Kantina', employerName: 'Fjordkroa', sharedBy: null }] }] })
  const runId = randomUUID()
  await adviser.call('matching.startCompetition', { runId, personId, changes: [up] })
  expect(await finished(adviser, runId)).toEqual({ personId, state: 'done', now: { hasPlace: true, fits: false, title: 'Kantina' }, after: [{ hasPlace: true, fits: true, title: 'Kantina' }] })
  expect(new Set(await adviser.auditTrail(personId))).toEqual(new Set(['matching.whatHelps', 'matching.startCompetition', 'matching.readCompetition']))
  await expect((await here.as('programme_adviser')).call('matching.readCompetition', { runId })).rejects.toThrow(NotFound)
})

test('of somebody one does not see nothing is told or begun', async () => {
  const here = await aMunicipality(world())
  const personId = await aMappedPerson(here, { addressProtection: 'strictly_confidential' })
  const broker = await here.as('job_broker')
  await expect(broker.call('matching.whatHelps', { personId })).rejects.toThrow(NotFound)
  await expect(broker.call('matching.startCompetition', { runId: randomUUID(), personId, changes: [] })).rejects.toThrow(NotFound)
  await expect(broker.call('matching.readCompetition', { runId: randomUUID() })).rejects.toThrow(NotFound)
})

test('what shuts people out of a place is told in counts, of fewer than five only that, and never of those one does not see', async () => {
  const here = await aMunicipality(world())
  for (let at = 0; at < 6; at += 1) await aMappedPerson(here, { level: 'A1' })
  await aMappedPerson(here, { level: 'B1' })
  await aMappedPerson(here, { level: 'A1', addressProtection: 'strictly_confidential' })
  const { openingId } = await aPlace(here, { level: 'A2' })
  const broker = await here.as('job_broker')
  expect(await broker.call('matching.shutOuts', { openingId })).toMatchObject({ considered: 7, fit: null, demands: [{ kind: 'norwegian', missing: 6, unknown: 0, alone: 6, stepDown: { is: 'level', to: 'A1' }, opens: 6 }] })
  await expect((await here.as('hr_leader')).call('matching.shutOuts', { openingId })).rejects.toThrow(Forbidden)
  await expect(broker.call('matching.shutOuts', { openingId: randomUUID() })).rejects.toThrow(NotFound)
})

test('places neighbours share open to her too, told apart from our own, and are counted where the one who asks says so', async () => {
  const [owner, ours] = [await aSide(world()), await aSide(world())]
  await anAgreement(owner, ours)
  const openingId = await aSharedPlace(owner, ours, { title: 'Delt kjøkken', level: 'A2' })
  const personId = await aMappedPerson(ours.here, { level: 'A1' })
  const helps = await ours.adviser.call('matching.whatHelps', { personId })
  expect(helps).toMatchObject({ considered: 1, shared: 1, changes: [{ examples: [{ openingId, sharedBy: `Kommune ${owner.here.number}` }] }] })
  const stands = async (neighbours: boolean) => {
    const runId = randomUUID()
    await ours.adviser.call('matching.startCompetition', { runId, personId, changes: [], neighbours })
    return (await finished(ours.adviser, runId)).now?.hasPlace
  }
  expect([await stands(true), await stands(false)]).toEqual([true, false])
})
