import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { Forbidden } from '#platform/problem.ts'
import { addDays, plainDate } from '#shared/date.ts'
import { TODAY, aMunicipality, useWorld } from '#test/world.ts'

const world = useWorld()

async function aTown() {
  const municipality = await aMunicipality(world())
  const adviser = await municipality.as('programme_adviser')
  const personId = randomUUID()
  await municipality.put(async (tx) => {
    await tx.insertInto('person').values({ id: personId, givenName: 'Olena', familyName: 'Melnyk', birthDate: plainDate('1960-01-01'), gender: 'female', settledOn: plainDate('2026-10-01'), adviserId: adviser.actor.id }).execute()
    await tx.insertInto('legalFacts').values({ id: randomUUID(), personId, permit: 'refugee', permitGrantedOn: plainDate('2026-09-01'), settledByAgreement: true, residenceSince: plainDate('2026-10-01'), weeklyJobHours: 0 }).execute()
  })
  return { municipality, adviser, personId }
}

describe('those without a plan', () => {
  test('are listed with their groups until something is planned, and afterwards with it', async () => {
    const { adviser, personId } = await aTown()
    expect((await adviser.call('programme.listWithoutPlan', {})).rows).toMatchObject([{ personId, groups: ['over_55'], state: 'none', nextStep: null }])
    const id = randomUUID()
    expect((await adviser.refusals('programme.planNextStep', { id, personId, step: 'Samtale', dueOn: addDays(TODAY, -1), ownerId: adviser.actor.id })).map(({ code }) => code)).toEqual(['overview.stepInPast'])
    await adviser.call('programme.planNextStep', { id, personId, step: 'Samtale', dueOn: addDays(TODAY, 7), ownerId: adviser.actor.id })
    expect((await adviser.call('programme.listWithoutPlan', {})).rows).toMatchObject([{ state: 'planned', nextStep: { step: 'Samtale', version: 1 } }])
    await adviser.call('programme.finishNextStep', { id, version: 1 })
    expect((await adviser.refusals('programme.finishNextStep', { id, version: 1 })).map(({ code }) => code)).toEqual(['stale'])
    expect((await adviser.call('programme.listWithoutPlan', {})).rows).toMatchObject([{ state: 'none' }])
  })

  test('are confirmed to be here, or gone', async () => {
    const { adviser, personId } = await aTown()
    const where = { id: randomUUID(), personId, state: 'unknown' as const, confirmedOn: TODAY, note: null }
    expect((await adviser.refusals('programme.confirmWhereabouts', { ...where, confirmedOn: addDays(TODAY, 1) })).map(({ code }) => code)).toEqual(['overview.inFuture'])
    await adviser.call('programme.confirmWhereabouts', where)
    expect((await adviser.call('programme.listWithoutPlan', {})).rows[0]?.groups).toContain('whereabouts_unknown')
    await adviser.call('programme.confirmWhereabouts', { ...where, version: 1, state: 'moved' })
    expect((await adviser.call('programme.listWithoutPlan', {})).rows).toEqual([])
  })
})

describe('those who wait', () => {
  test('are listed with right, deadline and why', async () => {
    const { adviser, municipality } = await aTown()
    const personId = randomUUID()
    await municipality.put(async (tx) => {
      await tx.insertInto('person').values({ id: personId, givenName: 'Amal', familyName: 'Haddad', birthDate: plainDate('1990-01-01'), settledOn: plainDate('2026-10-01') }).execute()
      await tx.insertInto('legalFacts').values({ id: randomUUID(), personId, permit: 'refugee', permitGrantedOn: plainDate('2026-09-01'), settledByAgreement: true, residenceSince: plainDate('2026-10-01'), weeklyJobHours: 0 }).execute()
    })
    const wait = { id: randomUUID(), personId, reason: 'kindergarten' as const, since: TODAY, expectedOn: addDays(TODAY, 30), note: null }
    expect((await adviser.refusals('programme.noteWait', { ...wait, since: addDays(TODAY, 2) })).map(({ code }) => code)).toEqual(['overview.inFuture'])
    await adviser.call('programme.noteWait', wait)
    expect((await adviser.call('programme.listWaiting', {})).rows.find((row) => row.personId === personId)).toMatchObject({ standing: 'right_and_duty', deadline: '2027-01-01', isMine: false, wait: { reason: 'kindergarten' } })
    expect(await adviser.auditTrail(personId)).toContain('programme.listWaiting')
    await municipality.put((tx) => tx.updateTable('person').set({ adviserId: adviser.actor.id }).where('id', '=', personId).execute())
    expect((await adviser.call('programme.listWaiting', {})).rows.find((row) => row.personId === personId)).toMatchObject({ isMine: true })
  })
})

describe('the manager', () => {
  test('sees figures, and no person', async () => {
    const { municipality } = await aTown()
    const manager = await municipality.as('manager')
    const overview = await manager.call('programme.getOverview', {})
    expect(overview).toMatchObject({ people: 1, withoutPlan: 1, norm: 20 })
    expect(JSON.stringify(overview)).not.toMatch(/Olena|Melnyk|1960/)
    for (const name of ['programme.listWithoutPlan', 'programme.listWaiting'] as const) await expect(manager.call(name, {})).rejects.toBeInstanceOf(Forbidden)
  })

  test('and nobody else, not by the database either', async () => {
    const { municipality } = await aTown()
    const adviser = await municipality.as('programme_adviser')
    await expect(adviser.call('programme.getOverview', {})).rejects.toBeInstanceOf(Forbidden)
    await expect(municipality.put((tx) => sql`select * from app.list_cases(${TODAY}::date)`.execute(tx))).rejects.toMatchObject({ code: '42501' })
  })
})
