import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/problem.ts'
import { plainDate } from '#shared/date.ts'
import { aParticipant } from '#test/programme-facts.ts'
import { TODAY, aMunicipality, useWorld } from '#test/world.ts'

const world = useWorld()
const road = { trade: 'Kokkfaget', occupationCode: '5120', startCode: '9412', form: 'on_the_job' as const, unconfirmed: 'Minste stilling',
  steps: [{ id: 'assistant', kind: 'assistant' as const }, { id: 'norwegian', kind: 'norwegian' as const, levels: { oral: 'B1' as const } }, { id: 'practice', kind: 'practice' as const, months: 12 }, { id: 'exam', kind: 'exam' as const }] }

async function aRoad() {
  const municipality = await aMunicipality(world())
  const adviser = await municipality.as('programme_adviser')
  const { personId } = await aParticipant(municipality, adviser)
  const pathId = randomUUID()
  await adviser.call('competence.savePath', { id: pathId, ...road })
  return { municipality, adviser, personId, pathId, own: randomUUID() }
}

test('the catalogue is the municipality’s own: taken in, confirmed with the county, read by all who work with it', async () => {
  const { municipality, adviser, pathId } = await aRoad()
  await adviser.call('competence.savePath', { id: pathId, version: 1, ...road, unconfirmed: null, confirmedOn: TODAY, confirmedWith: 'Fagopplæringen' })
  const nav = await municipality.as('nav_adviser')
  expect(await nav.call('competence.listPaths', {})).toMatchObject({ actions: [], paths: [{ id: pathId, version: 2, confirmedWith: 'Fagopplæringen' }] })
  expect(await adviser.refusals('competence.savePath', { id: randomUUID(), ...road })).toEqual([{ code: 'constraint.trade_path_once' }])
  expect(await adviser.refusals('competence.savePath', { id: pathId, version: 2, ...road, confirmedWith: 'Fylket' })).toMatchObject([{ code: 'path.confirmedHalf' }])
  await expect(nav.call('competence.savePath', { id: randomUUID(), ...road, trade: 'Annet' })).rejects.toThrow(Forbidden)
})

test('a road is chosen with her, follows her competence, and she reads it herself', async () => {
  const { municipality, adviser, personId, pathId, own } = await aRoad()
  await adviser.call('competence.recordWish', { id: randomUUID(), personId, wording: 'Kokk', occupationCode: null })
  expect(await adviser.call('competence.getPersonPath', { personId })).toMatchObject({ now: null, choices: [{ id: pathId, why: 'none' }], actions: ['choose'] })
  await adviser.call('competence.choosePath', { id: own, personId, pathId, chosenOn: TODAY })
  await adviser.call('competence.recordLanguageLevel', { id: randomUUID(), personId, language: 'no', skill: 'spoken_interaction', level: 'B1', assessedOn: TODAY, evidence: 'tested' })
  await adviser.call('competence.settlePathStep', { id: own, version: 1, stepId: 'assistant', doneOn: plainDate('2026-11-01') })
  const { now } = await adviser.call('competence.getPersonPath', { personId })
  expect(now?.states.map(({ step, state, fromCompetence }) => [step.id, state, fromCompetence])).toEqual([['assistant', 'done', false], ['norwegian', 'done', true], ['practice', 'next', false], ['exam', 'later', false]])
  expect(now?.left).toEqual({ months: 12, atLeast: true })
  const herself = await municipality.participant(personId)
  expect((await herself.call('competence.getMyPath', {})).now).toMatchObject({ id: own, path: { trade: 'Kokkfaget' } })
  const { personId: otherId } = await aParticipant(municipality, adviser)
  expect((await (await municipality.participant(otherId)).call('competence.getMyPath', {})).now).toBeNull()
})

test('she is on one road at a time; a step is of the road, not of the future; an ended road stays as it was', async () => {
  const { municipality, adviser, personId, pathId, own } = await aRoad()
  await adviser.call('competence.choosePath', { id: own, personId, pathId, chosenOn: TODAY })
  expect(await adviser.refusals('competence.choosePath', { id: randomUUID(), personId, pathId, chosenOn: TODAY })).toEqual([{ code: 'path.alreadyOn' }])
  expect(await adviser.refusals('competence.settlePathStep', { id: own, version: 1, stepId: 'nowhere', doneOn: plainDate('2027-01-01') })).toMatchObject([{ code: 'path.noStep' }, { code: 'path.inFuture' }])
  await adviser.call('competence.settlePathStep', { id: own, version: 1, stepId: 'exam', doneOn: TODAY })
  await adviser.call('competence.settlePathStep', { id: own, version: 2, stepId: 'exam', doneOn: null })
  await adviser.call('competence.endPath', { id: own, version: 3 })
  expect(await adviser.refusals('competence.endPath', { id: own, version: 4 })).toEqual([{ code: 'path.ended' }])
  expect(await adviser.call('competence.getPersonPath', { personId })).toMatchObject({ now: null, former: [{ id: own, trade: 'Kokkfaget', endedOn: TODAY }] })
  await adviser.call('competence.savePath', { id: pathId, version: 1, ...road, isActive: false })
  expect(await adviser.refusals('competence.choosePath', { id: randomUUID(), personId, pathId, chosenOn: TODAY })).toEqual([{ code: 'path.notUsed', path: 'pathId' }])
  const stranger = await (await aMunicipality(world())).as('programme_adviser')
  await expect(stranger.call('competence.getPersonPath', { personId })).rejects.toThrow(NotFound)
  await expect(stranger.call('competence.settlePathStep', { id: own, version: 4, stepId: 'exam', doneOn: TODAY })).rejects.toThrow(NotFound)
  await expect((await municipality.as('nav_adviser')).call('competence.getPersonPath', { personId })).rejects.toThrow(Forbidden)
})
