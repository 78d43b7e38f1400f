import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NotFound } from '#platform/problem.ts'
import { addDays, plainDate } from '#shared/date.ts'
import { aMappedPerson, aPlace } from '#test/matching-facts.ts'
import { TODAY, aMunicipality, useWorld } from '#test/world.ts'
import { progressOf } from './progress.core.ts'

const world = useWorld()
const from = plainDate('2026-09-01')
const demand = (isRequired: boolean, level: string, skill = 'listening') => ({ skill, level, isRequired, sentence: isRequired ? 'Kan følge en beskjed' : 'Kan svare en kunde' })

test('tells the level to begin from that to be hired, and where she was from where she is', () => {
  const levels = [{ skill: 'listening', level: 'A2', on: plainDate('2026-08-20'), source: 'Norskprøven' }, { skill: 'listening', level: 'B1', on: plainDate('2026-11-01'), source: 'Lærer' }]
  expect(progressOf([demand(true, 'A2'), demand(false, 'B2')], levels, from)).toEqual([{ skill: 'listening', toBegin: { level: 'A2', sentences: ['Kan følge en beskjed'] }, toBeHired: { level: 'B2', sentences: ['Kan svare en kunde'] },
    atStart: { level: 'A2', on: '2026-08-20', source: 'Norskprøven' }, now: { level: 'B1', on: '2026-11-01', source: 'Lærer' }, mayBegin: true, mayBeHired: false }])
})

test('says nothing of what nobody has said or assessed', () => {
  expect(progressOf([demand(true, 'A2', 'writing')], [], from)).toMatchObject([{ toBeHired: null, atStart: null, now: null, mayBegin: null, mayBeHired: null }])
})

test('one more assessment that is no older and no lower never takes a yes away', () => {
  const level = fc.constantFrom('A1-', 'A1', 'A2', 'B1', 'B2', 'C1')
  fc.assert(fc.property(level, level, fc.integer({ min: 0, max: 100 }), (asked, had, days) => {
    const old = { skill: 'listening', level: had, on: from, source: null }
    const before = progressOf([demand(true, asked)], [old], from)[0]?.mayBegin
    const after = progressOf([demand(true, asked)], [old, { ...old, level: 'C2', on: addDays(from, days + 1) }], from)[0]
    expect(after?.mayBegin).toBe(true)
    expect(after?.atStart?.level).toBe(had)
    expect(typeof before).toBe('boolean')
  }))
})

test('is read for a placement by those who follow it up, and is nothing to a stranger', async () => {
  const here = await aMunicipality(world())
  const personId = await aMappedPerson(here)
  const { openingId, employerId } = await aPlace(here)
  const agreementId = randomUUID()
  await here.put(async (tx) => {
    await tx.insertInto('openingDemand').values({ id: randomUUID(), openingId, kind: 'norwegian', isRequired: false, skill: 'listening', level: 'B1', sentence: 'Kan ta en telefon' }).execute()
    await tx.insertInto('agreement').values({ id: agreementId, personId, employerId, openingId, beganFrom: 'match', kind: 'language_practice', fromDate: TODAY }).execute()
  })
  const progress = await (await here.as('teacher')).call('matching.getLanguageProgress', { agreementId })
  expect(progress).toMatchObject({ personId, rows: [{ skill: 'listening', toBegin: { level: 'A2' }, toBeHired: { level: 'B1', sentences: ['Kan ta en telefon'] }, now: { level: 'A2' }, mayBegin: true, mayBeHired: false }] })
  await expect((await (await aMunicipality(world())).as('teacher')).call('matching.getLanguageProgress', { agreementId })).rejects.toThrow(NotFound)
})
