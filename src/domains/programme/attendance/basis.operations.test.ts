import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { addDays, plainDate } from '#shared/date.ts'
import { START, aClass, illness, inProgramme, present } from '#test/class.ts'
import { aRunningPlacement } from '#test/running-placement.ts'
import type { Caller, Municipality } from '#test/world.ts'
import { TODAY, aMunicipality, useWorld } from '#test/world.ts'
import { basisFor, lockPaid } from './index.ts'

const world = useWorld()

describe('what has been paid on', () => {
  async function paidDay(municipality: Municipality): Promise<{ adviser: Caller; ada: string; activityId: string; absenceId: string }> {
    const adviser = await municipality.as('programme_adviser')
    const [ada = ''] = await inProgramme(municipality)
    const activityId = await aClass(municipality, [ada])
    await adviser.call('programme.registerClass', { activityId, day: TODAY, version: 0, reason: null, lines: [present(ada)] })
    const absence = illness(ada, { fromDate: addDays(TODAY, -2), toDate: addDays(TODAY, -2) })
    await adviser.call('programme.saveAbsence', absence)
    for (const _ of [1, 2]) await municipality.put((tx) => lockPaid(tx, '00000000-0000-4000-8000-000000000009', [ada], plainDate('2026-11-01'), plainDate('2026-11-30')))
    return { adviser, ada, activityId, absenceId: absence.id }
  }

  test('is never changed, only corrected by rows of its own, and the basis follows', async () => {
    const municipality = await aMunicipality(world())
    const { adviser, ada, activityId, absenceId } = await paidDay(municipality)
    const asked = { activityId, day: TODAY, version: 1, lines: [{ ...present(ada), state: 'absent' as const }] }
    expect(await adviser.refusals('programme.registerClass', { ...asked, reason: null })).toMatchObject([{ code: 'attendance.reasonNeeded' }])
    await adviser.call('programme.registerClass', { ...asked, reason: 'Var ikke der' })
    const changed = { ...illness(ada, { fromDate: addDays(TODAY, -2), toDate: addDays(TODAY, -2) }), decision: 'unauthorised' as const, withBenefit: null, decisionNote: 'Ingen melding' }
    expect(await adviser.refusals('programme.saveAbsence', { ...changed, id: absenceId, version: 1 })).toMatchObject([{ code: 'constraint.absence_paid' }])
    await adviser.call('programme.saveAbsence', { ...changed, correctsId: absenceId })
    await expect(municipality.put((tx) => tx.updateTable('attendance').set({ presentMinutes: 0, state: 'absent' }).where('personId', '=', ada).execute())).rejects.toMatchObject({ constraint: 'attendance_paid' })
    const basis = await municipality.put((tx) => basisFor(tx, [ada], addDays(TODAY, -2), TODAY))
    expect(basis).toMatchObject([{ onDay: addDays(TODAY, -2), planned: 180, present: 0, unauthorised: 180 }, { onDay: TODAY, planned: 180, present: 0, uncoded: 180 }])
  })

  test('is taken back by a row that corrects it', async () => {
    const municipality = await aMunicipality(world())
    const { adviser, ada, absenceId } = await paidDay(municipality)
    const correctionId = randomUUID()
    expect(await adviser.call('programme.withdrawAbsence', { id: absenceId, version: 1, correctionId, note: 'Feil' })).toMatchObject({ id: correctionId })
    expect(await municipality.put((tx) => basisFor(tx, [ada], addDays(TODAY, -2), addDays(TODAY, -2)))).toMatchObject([{ withBenefit: 0, unregistered: 180 }])
  })
})

describe('the basis of a payment', () => {
  test('puts every planned minute in one place', async () => {
    const municipality = await aMunicipality(world())
    const adviser = await municipality.as('programme_adviser')
    const { personId: ada, agreementId } = await aRunningPlacement(municipality)
    await municipality.put(async (tx) => {
      await tx.insertInto('participation').values({ id: randomUUID(), personId: ada, offeredOn: START, decidedOn: START, startsOn: START, months: 24, finalGoal: 'work', regime: 'new' }).execute()
      await tx.updateTable('agreement').set({ schedule: JSON.stringify([2, 4].map((weekday) => ({ weekday, from: '08:00', to: '14:00' }))) }).where('id', '=', agreementId).execute()
    })
    const activityId = await aClass(municipality, [ada])
    const monday = plainDate('2026-11-16')
    await adviser.call('programme.registerClass', { activityId, day: monday, version: 0, reason: null, lines: [present(ada)] })
    await adviser.call('programme.registerClass', { activityId, day: addDays(monday, 2), version: 0, reason: null, lines: [{ personId: ada, state: 'late', presentMinutes: 100 }] })
    await adviser.call('programme.saveAbsence', illness(ada, { fromDate: addDays(monday, 1), toDate: addDays(monday, 1), minutesEachDay: 120 }))
    await adviser.call('programme.saveAbsence', illness(ada, { fromDate: addDays(monday, 3), toDate: addDays(monday, 3), kind: 'long_illness', certification: 'doctor', withBenefit: false }))
    const basis = await municipality.put((tx) => basisFor(tx, [ada], monday, addDays(monday, 6)))
    expect(basis.map((day) => [day.planned, day.present, day.withBenefit, day.withoutBenefit, day.unauthorised, day.pending, day.uncoded, day.unregistered])).toEqual([
      [180, 180, 0, 0, 0, 0, 0, 0], [360, 240, 120, 0, 0, 0, 0, 0], [180, 100, 0, 0, 0, 0, 80, 0], [360, 0, 0, 360, 0, 0, 0, 0], [180, 0, 0, 0, 0, 0, 0, 180]])
    for (const day of basis) expect(day.planned).toBe(day.present + day.withBenefit + day.withoutBenefit + day.unauthorised + day.pending + day.uncoded + day.unregistered)
  })

  test('leaves out days off and frozen time, and is refused to one without the ground', async () => {
    const municipality = await aMunicipality(world())
    const adviser = await municipality.as('programme_adviser')
    const [ada = ''] = await inProgramme(municipality)
    await aClass(municipality, [ada])
    await adviser.call('programme.savePause', { id: randomUUID(), personId: ada, fromDate: plainDate('2026-12-28'), toDate: null, reason: 'Reise', addsToLength: false })
    expect((await municipality.put((tx) => basisFor(tx, [ada], plainDate('2026-12-21'), plainDate('2027-01-08')))).map(({ onDay }) => onDay)).toEqual(['2026-12-21', '2026-12-23'])
    const teacher = await municipality.as('teacher')
    await expect(world().db.staff.query(`begin; select set_config('role', 'app_staff', true), set_config('app.municipality_id', '${municipality.id}', true), set_config('app.actor_id', '${teacher.actor.id}', true), set_config('app.grounds', '', true);
      select * from app.attendance_basis(array['${ada}']::uuid[], '2026-11-01', '2026-11-30', '{}')`)).rejects.toMatchObject({ code: '42501' })
  })
})
