import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { permissionsOf } from '#domains/identity/index.ts'
import { perform } from '#platform/operation.ts'
import { Forbidden, NotFound } from '#platform/problem.ts'
import { addDays, plainDate } from '#shared/date.ts'
import { START, aClass, illness, inProgramme, present } from '#test/class.ts'
import { aRunningPlacement } from '#test/running-placement.ts'
import type { Municipality } from '#test/world.ts'
import { NOW, TODAY, aMunicipality, useWorld } from '#test/world.ts'
import { receiveSms } from './index.ts'

const world = useWorld()
// NOW is Friday 20 November 2026, 10:00 in Norway

describe('a class\'s day', () => {
  test('is registered in one, again without harm, and not over one another', async () => {
    const municipality = await aMunicipality(world())
    const teacher = await municipality.as('teacher')
    const [ada = '', ben = ''] = await inProgramme(municipality, 2)
    const activityId = await aClass(municipality, [ada, ben])
    const day = await teacher.call('programme.getClassDay', { activityId })
    expect(day).toMatchObject({ day: TODAY, plannedMinutes: 180, version: 0, window: 'open', previousDay: '2026-11-18', nextDay: '2026-11-23', lines: [{ state: null }, { state: null }] })
    const asked = { activityId, day: TODAY, version: 0, reason: null, lines: [present(ada), { personId: ben, state: 'late' as const, presentMinutes: 150 }] }
    expect(await teacher.call('programme.registerClass', asked)).toEqual({ changed: 2, version: 2 })
    expect(await teacher.call('programme.registerClass', asked)).toEqual({ changed: 0, version: 2 })
    expect(await teacher.refusals('programme.registerClass', { ...asked, lines: [{ ...present(ada), state: 'absent' }] })).toMatchObject([{ code: 'attendance.changedMeanwhile' }])
    expect(await teacher.call('programme.registerClass', { ...asked, version: 2, lines: [{ ...present(ada), state: 'absent' }] })).toEqual({ changed: 1, version: 3 })
    expect((await teacher.call('programme.getClassDay', { activityId, day: TODAY })).lines).toMatchObject([{ state: 'absent', presentMinutes: 0 }, { state: 'late', presentMinutes: 150 }])
  })

  test('of two who register at once one is told', async () => {
    const municipality = await aMunicipality(world())
    const [first, second] = [await municipality.as('teacher'), await municipality.as('teacher')]
    const [ada = ''] = await inProgramme(municipality)
    const activityId = await aClass(municipality, [ada])
    const asked = { activityId, day: TODAY, version: 0, reason: null }
    const answers = await Promise.allSettled([first.call('programme.registerClass', { ...asked, lines: [present(ada)] }), second.call('programme.registerClass', { ...asked, lines: [{ ...present(ada), state: 'absent' }] })])
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('is the teacher\'s for a week; after that an adviser corrects with a reason and the history is kept', async () => {
    const municipality = await aMunicipality(world())
    const [teacher, adviser] = [await municipality.as('teacher'), await municipality.as('programme_adviser')]
    const [ada = ''] = await inProgramme(municipality)
    const activityId = await aClass(municipality, [ada])
    const day = plainDate('2026-11-11')
    const asked = { activityId, day, version: 0, reason: null, lines: [present(ada)] }
    expect(await teacher.refusals('programme.registerClass', asked)).toMatchObject([{ code: 'attendance.windowClosed' }])
    await teacher.call('programme.registerClass', asked, ).catch(() => undefined)
    await adviser.call('programme.registerClass', asked)
    expect(await adviser.refusals('programme.registerClass', { ...asked, version: 1, lines: [{ ...present(ada), state: 'absent' }] })).toMatchObject([{ code: 'attendance.reasonNeeded' }])
    await adviser.call('programme.registerClass', { ...asked, version: 1, reason: 'Var på feil liste', lines: [{ ...present(ada), state: 'absent' }] })
    expect((await adviser.call('programme.getClassDay', { activityId, day })).lines).toMatchObject([{ state: 'absent', isCorrected: true }])
    const rows = await municipality.put((tx) => tx.selectFrom('attendance').select(['id', 'presentMinutes', 'correctionReason', 'correctsId']).orderBy('presentMinutes', 'desc').execute())
    expect(rows).toMatchObject([{ presentMinutes: 180 }, { presentMinutes: 0, correctionReason: 'Var på feil liste' }])
    await adviser.call('programme.correctAttendance', { id: randomUUID(), attendanceId: rows[1]?.id ?? '', presentMinutes: 60, reason: 'Kom sent' })
    expect(await adviser.refusals('programme.correctAttendance', { id: randomUUID(), attendanceId: rows[1]?.id ?? '', presentMinutes: 600, reason: 'x' })).toMatchObject([{ code: 'attendance.correctedAlready' }, { code: 'attendance.moreThanPlanned' }])
    await expect(teacher.call('programme.correctAttendance', { id: randomUUID(), attendanceId: rows[1]?.id ?? '', presentMinutes: 60, reason: 'x' })).rejects.toThrow(Forbidden)
  })

  test('shows who is known to be away, and to a teacher never why', async () => {
    const municipality = await aMunicipality(world())
    const [teacher, adviser] = [await municipality.as('teacher'), await municipality.as('programme_adviser')]
    const [ada = '', ben = ''] = await inProgramme(municipality, 2)
    const activityId = await aClass(municipality, [ada, ben])
    await adviser.call('programme.saveAbsence', illness(ada, { decisionNote: 'Hemmelig grunn' }))
    const day = await teacher.call('programme.getClassDay', { activityId, day: TODAY })
    expect(day.lines.map(({ isReportedAway }) => isReportedAway)).toEqual([true, false])
    expect(JSON.stringify(day)).not.toMatch(/illness|Hemmelig/)
    // nor past the operation: to the teacher's own connection absences and reports are not there
    const { rows } = await world().db.staff.query(`begin; select set_config('role', 'app_staff', true), set_config('app.municipality_id', '${municipality.id}', true), set_config('app.actor_id', '${teacher.actor.id}', true), set_config('app.actor_kind', 'staff', true), set_config('app.grounds', '', true), set_config('app.person_id', '', true);
      select 1 as seen from absence union all select 1 from absence_report; rollback`).then((all) => (Array.isArray(all) ? all[2] : all))
    expect(rows).toEqual([])
    for (const name of ['programme.saveAbsence'] as const) await expect(teacher.call(name, illness(ben))).rejects.toThrow(Forbidden)
  })

  test('is nobody\'s of another municipality, and refuses a stranger to the class', async () => {
    const municipality = await aMunicipality(world())
    const teacher = await municipality.as('teacher')
    const [ada = '', ben = ''] = await inProgramme(municipality, 2)
    const activityId = await aClass(municipality, [ada])
    expect(await teacher.refusals('programme.registerClass', { activityId, day: addDays(TODAY, 1), version: 0, reason: null, lines: [present(ben)] })).toMatchObject([{ code: 'attendance.noClass' }, { code: 'attendance.inFuture' }, { code: 'attendance.notInClass' }])
    await expect((await (await aMunicipality(world())).as('teacher')).call('programme.getClassDay', { activityId })).rejects.toThrow(NotFound)
  })
})

describe('a participant', () => {
  test('checks in while it takes place, once, for herself alone', async () => {
    const municipality = await aMunicipality(world())
    const [ada = '', ben = ''] = await inProgramme(municipality, 2)
    const activityId = await aClass(municipality, [ada])
    const [own, other] = [await municipality.participant(ada), await municipality.participant(ben)]
    expect((await own.call('programme.getMyDay', {})).now).toEqual([{ sourceId: activityId, canCheckIn: true, isCheckedIn: false, opensAt: '08:30' }])
    expect(await own.call('programme.checkIn', { id: randomUUID(), sourceId: activityId })).toEqual({ personId: ada, isLate: true })
    expect(await own.refusals('programme.checkIn', { id: randomUUID(), sourceId: activityId })).toMatchObject([{ code: 'attendance.registeredAlready' }])
    expect(await other.refusals('programme.checkIn', { id: randomUUID(), sourceId: activityId })).toMatchObject([{ code: 'attendance.nothingToday' }])
    // nor past the operation: the database takes no row about another, and none for another day
    const row = { id: randomUUID(), activityId, plannedMinutes: 180, presentMinutes: 180, state: 'present', how: 'check_in' }
    const asBen = (personId: string, onDay: string) => world().db.portal.query(`begin; select set_config('role', 'app_participant', true), set_config('app.municipality_id', '${municipality.id}', true), set_config('app.actor_id', '${other.actor.id}', true), set_config('app.actor_kind', 'participant', true), set_config('app.grounds', '', true), set_config('app.person_id', '${ben}', true);
      insert into attendance (id, person_id, activity_id, on_day, planned_minutes, present_minutes, state, how, registered_at) values ('${row.id}', '${personId}', '${activityId}', '${onDay}', 180, 180, 'present', 'check_in', '${NOW.toISOString()}'); commit`)
    await expect(asBen(ada, TODAY)).rejects.toMatchObject({ code: '42501' })
    await expect(asBen(ben, TODAY)).rejects.toMatchObject({ code: '42501' })
    expect((await own.call('programme.getMyDay', {})).now).toMatchObject([{ canCheckIn: false, isCheckedIn: true }])
  })

  test('tells that she cannot come, and her teacher and adviser know', async () => {
    const municipality = await aMunicipality(world())
    const [teacher, adviser] = [await municipality.as('teacher'), await municipality.as('programme_adviser')]
    const [ada = ''] = await inProgramme(municipality)
    const activityId = await aClass(municipality, [ada])
    const own = await municipality.participant(ada)
    const told = { id: randomUUID(), fromDate: TODAY, toDate: TODAY, words: 'Jeg har feber' }
    await own.call('programme.reportMyAbsence', told)
    expect(await own.refusals('programme.reportMyAbsence', { ...told, id: randomUUID() })).toMatchObject([{ code: 'absence.reportedAlready' }])
    expect((await own.call('programme.getMyDay', {})).reports).toMatchObject([{ isHandled: false }])
    expect((await teacher.call('programme.getClassDay', { activityId })).lines).toMatchObject([{ isReportedAway: true }])
    await adviser.call('programme.saveAbsence', illness(ada, { reportId: told.id }))
    expect((await own.call('programme.getMyDay', {})).reports).toMatchObject([{ isHandled: true }])
    expect(await adviser.refusals('programme.dismissReport', { id: told.id, version: 2, reason: 'mistake' })).toMatchObject([{ code: 'absence.reportCoded' }])
    await expect(adviser.call('programme.getMyDay', {})).rejects.toThrow(Forbidden)
  })
})

describe('a workplace', () => {
  const sms = async (municipality: Municipality, text: string, from = '+47 90 00 00 00', id: string = randomUUID()) => {
    const { actor } = await municipality.holding('programme.absence', 'people.read')
    return perform(world().db, receiveSms, { ...actor, kind: 'system' }, { name: 'programme.receiveSms', input: { id, from, text }, now: NOW })
  }
  const reports = (municipality: Municipality) => municipality.put((tx) => tx.selectFrom('absenceReport').select(['personId', 'channel', 'words', 'fromDate', 'toDate']).execute())

  test('reports its own participant by a text message, and why is not kept', async () => {
    const municipality = await aMunicipality(world())
    const { personId } = await aRunningPlacement(municipality)
    const id = randomUUID()
    for (const _ of [1, 2]) expect(await sms(municipality, 'BORTE Olena 20.11', '90000000', id)).toMatchObject({ personIds: [personId], reply: expect.stringContaining('Takk') })
    expect(await reports(municipality)).toEqual([{ personId, channel: 'sms', words: null, fromDate: TODAY, toDate: TODAY }])
    expect(await sms(municipality, 'Olena er syk')).toMatchObject({ personIds: [], reply: expect.stringContaining('BORTE') })
    expect(await sms(municipality, 'BORTE Amina')).toMatchObject({ personIds: [], reply: expect.stringContaining('ikke hvem') })
  })

  test('cannot name a person of another employer, and an unknown number hears nothing', async () => {
    const municipality = await aMunicipality(world())
    await aRunningPlacement(municipality)
    const stranger = { employerId: randomUUID(), contactId: randomUUID() }
    await municipality.put(async (tx) => {
      await tx.insertInto('employer').values({ id: stranger.employerId, orgNumber: '200000012', kind: 'underenhet', name: 'Annen bedrift' }).execute()
      await tx.insertInto('employerContact').values({ id: stranger.contactId, employerId: stranger.employerId, name: 'Per Dahl', phone: '91111111' }).execute()
    })
    for (const from of ['91111111', '92222222']) expect(await sms(municipality, 'BORTE Olena', from)).toEqual({ personIds: [], reply: null })
    // the same number at another municipality reaches nobody there
    expect(await sms(await aMunicipality(world()), 'BORTE Olena')).toEqual({ personIds: [], reply: null })
    expect(await reports(municipality)).toEqual([])
  })

  test('is noted from a call by the contact person, who cannot read what others were told', async () => {
    const municipality = await aMunicipality(world())
    const [broker, adviser] = [await municipality.as('job_broker'), await municipality.as('programme_adviser')]
    const { personId, agreementId } = await aRunningPlacement(municipality)
    const [ada = ''] = await inProgramme(municipality)
    const told = { id: randomUUID(), personId, fromDate: TODAY, toDate: TODAY, words: 'Ringte kl. 8', channel: 'call' as const, agreementId }
    await broker.call('programme.noteAbsenceReport', told)
    expect(await broker.refusals('programme.noteAbsenceReport', { ...told, id: randomUUID(), personId: ada, toDate: addDays(TODAY, -1) })).toMatchObject([{ code: 'absence.endsBeforeStart' }, { code: 'absence.otherPlacement' }])
    await expect(broker.call('programme.dismissReport', { id: told.id, version: 1, reason: 'mistake' })).rejects.toThrow(Forbidden)
    await adviser.call('programme.dismissReport', { id: told.id, version: 1, reason: 'came_after_all' })
    expect(permissionsOf(['job_broker'])).not.toContain('programme.absence')
  })
})

describe('an absence', () => {
  test('is noted, changed, taken back, and never twice for the same days', async () => {
    const municipality = await aMunicipality(world())
    const adviser = await municipality.as('programme_adviser')
    const [ada = ''] = await inProgramme(municipality)
    const first = illness(ada)
    await adviser.call('programme.saveAbsence', first)
    expect(await adviser.refusals('programme.saveAbsence', illness(ada, { fromDate: addDays(TODAY, -500), minutesEachDay: -5, certification: 'doctor' }))).toMatchObject([{ code: 'absence.outsideParticipation' }, { code: 'absence.overlaps' }, { code: 'absence.noHours' }])
    await adviser.call('programme.saveAbsence', { ...first, version: 1, certification: 'doctor', documentedOn: TODAY })
    expect(await adviser.refusals('programme.saveAbsence', { ...first, version: 1 })).toMatchObject([{ code: 'stale' }])
    await adviser.call('programme.withdrawAbsence', { id: first.id, version: 2, correctionId: randomUUID(), note: 'Feil person' })
    await adviser.call('programme.saveAbsence', illness(ada))
    await expect(adviser.call('programme.withdrawAbsence', { id: randomUUID(), version: 1, correctionId: randomUUID(), note: 'x' })).rejects.toThrow(NotFound)
    expect(await adviser.auditTrail(ada)).toContain('programme.withdrawAbsence')
  })

  test('of two that overlap, noted at once, one is refused', async () => {
    const municipality = await aMunicipality(world())
    const [one, two] = [await municipality.as('programme_adviser'), await municipality.as('programme_adviser')]
    const [ada = ''] = await inProgramme(municipality)
    const answers = await Promise.allSettled([one.call('programme.saveAbsence', illness(ada)), two.call('programme.saveAbsence', illness(ada))])
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('freezes and shares time beside no other', async () => {
    const municipality = await aMunicipality(world())
    const adviser = await municipality.as('programme_adviser')
    const [ada = ''] = await inProgramme(municipality)
    const pause = { id: randomUUID(), personId: ada, fromDate: TODAY, toDate: null, reason: 'Venter på barnehageplass', addsToLength: true }
    await adviser.call('programme.savePause', pause)
    await adviser.call('programme.savePause', { ...pause, version: 1, toDate: addDays(TODAY, 30) })
    expect(await adviser.refusals('programme.savePause', { ...pause, id: randomUUID(), toDate: addDays(TODAY, -1) })).toMatchObject([{ code: 'absence.endsBeforeStart' }])
    expect(await adviser.refusals('programme.savePause', { ...pause, id: randomUUID() })).toMatchObject([{ code: 'absence.periodOverlaps' }])
    const share = { id: randomUUID(), personId: ada, fromDate: START, toDate: null, percent: 60, reason: 'job' as const }
    await adviser.call('programme.savePartTime', share)
    expect(await adviser.refusals('programme.savePartTime', { ...share, id: randomUUID(), fromDate: addDays(START, -30) })).toMatchObject([{ code: 'absence.outsideParticipation' }, { code: 'absence.periodOverlaps' }])
  })
})
