import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { instantOf, plainDate } from '#shared/date.ts'
import { Forbidden } from '#platform/problem.ts'
import { readSheet } from '#platform/sheets.ts'
import { aMappedPerson, aPlace } from '#test/matching-facts.ts'
import { NOW, aMunicipality, useWorld } from '#test/world.ts'

const world = useWorld()

/** Twelve who were proposed by an adviser: the first six were agreed on, of whom four kept the place and two got a job. */
async function aHistory() {
  const here = await aMunicipality(world())
  const [adviser, manager] = [await here.as('programme_adviser'), await here.as('manager')]
  for (let at = 0; at < 12; at += 1) {
    const personId = await aMappedPerson(here, { adviserId: adviser.actor.id, gender: 'female', birthDate: '1990-01-01', country: 'UA' })
    const { openingId, employerId } = await aPlace(here)
    const id = randomUUID()
    await adviser.call('matching.propose', { id, personId, openingId, note: 'Kan kjøkken' })
    const outcome = at < 6 ? 'agreed' as const : at < 10 ? 'declined_by_employer' as const : 'open' as const
    await here.put((tx) => tx.updateTable('presentation').set({ outcome }).where('id', '=', id).execute())
    if (at >= 6) continue
    const endedEarly = at >= 4
    await here.put((tx) => tx.insertInto('agreement').values({ id: randomUUID(), personId, employerId, openingId, presentationId: id, beganFrom: 'match', kind: 'work_practice', fromDate: plainDate('2026-09-01'), toDate: plainDate('2026-11-01'), submittedAt: instantOf(NOW),
      ...(endedEarly && { endedOn: plainDate('2026-09-10'), endReason: 'employer_ended' as const }), ...(at < 5 && { outcome: at < 2 ? 'hired' as const : 'not_hired' as const, outcomeOn: plainDate('2026-11-01') }) }).execute())
  }
  return { here, manager }
}

test('sets the score of each proposal beside what came of it, and says how many nobody knows of', async () => {
  const { here, manager } = await aHistory()
  await aMappedPerson(here)
  const report = await manager.call('matching.getCalibration', {})
  expect(report).toMatchObject({ scored: 12, unscored: 0, total: { agreed: { yes: 6, known: 10, missing: 2 }, kept: { yes: null, known: 6, missing: 0, share: null, low: null }, job: { yes: null, known: 5, missing: 1, share: null }, again: { known: 0, missing: 6, share: null } } })
  expect(report.bins).toMatchObject([{ count: 12 }])
  expect(report.groups.find(({ dimension, outcome }) => dimension === 'gender' && outcome === 'agreed')?.rows).toMatchObject([{ key: 'female', result: { known: 10 } }])
  expect(report.groups.find(({ dimension, outcome }) => dimension === 'country' && outcome === 'job')?.rows).toEqual([{ key: 'ukraine', result: 'hidden' }])
  expect(JSON.stringify(report)).not.toMatch(/Bjørnstad|Amina|adviser|programme_adviser/)
})

test('leaves out whoever has objected to being matched', async () => {
  const { here, manager } = await aHistory()
  await here.put((tx) => tx.updateTable('person').set({ matchingObjectionOn: plainDate('2026-11-01'), matchingObjectionWords: 'Jeg vil ikke', matchingObjectionBy: manager.actor.id }).execute())
  expect(await manager.call('matching.getCalibration', {})).toMatchObject({ scored: 0, bins: [] })
})

test('is a workbook without a name, for those who see the work from above and for nobody else', async () => {
  const { here, manager } = await aHistory()
  const file = await manager.call('matching.getCalibrationFile', {})
  expect(file.fileName).toBe('treff-2026-11-20.xlsx')
  expect((await readSheet(file.bytes)).rows.map(({ cells }) => cells[0])).toContain('12 forslag med poengsum.')
  for (const role of ['programme_adviser', 'job_broker'] as const) await expect((await here.as(role)).call('matching.getCalibration', {})).rejects.toThrow(Forbidden)
  await expect((await here.as('job_broker')).call('matching.getCalibrationFile', {})).rejects.toThrow(Forbidden)
})
