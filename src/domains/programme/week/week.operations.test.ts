import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { Forbidden, NotFound } from '#platform/problem.ts'
import { addDays, instantOf, plainDate } from '#shared/date.ts'
import { aRunningPlacement } from '#test/running-placement.ts'
import type { Caller, Municipality } from '#test/world.ts'
import { NOW, aMunicipality, useWorld } from '#test/world.ts'

const world = useWorld()
const monday = plainDate('2026-11-16')
const schedule = [1, 3].map((weekday) => ({ weekday, from: '08:30', to: '11:30' }))

const aClass = (id: string, over = {}) => ({ id, personId: null, kind: 'norwegian' as const, title: 'Norsk A', place: 'Rom 2', teacherId: null, schedule, fromDate: plainDate('2026-08-17'), toDate: null, isWorkOriented: false, ownWorkHours: 5, ...over })

async function aParticipant(municipality: Municipality): Promise<string> {
  const personId = randomUUID()
  await municipality.put(async (tx) => {
    await tx.insertInto('person').values({ id: personId, givenName: 'Amina', familyName: 'Ali' }).execute()
    await tx.insertInto('participation').values({ id: randomUUID(), personId, offeredOn: plainDate('2026-08-01'), decidedOn: plainDate('2026-08-01'), startsOn: plainDate('2026-08-17'), months: 24, finalGoal: 'work', regime: 'new' }).execute()
  })
  return personId
}

async function aTaughtClass(municipality: Municipality, teacher: Caller, personIds: string[]): Promise<string> {
  const activityId = randomUUID()
  await teacher.call('programme.saveActivity', aClass(activityId, { teacherId: teacher.actor.id }))
  await teacher.call('programme.addParticipants', { activityId, fromDate: plainDate('2026-08-17'), participants: personIds.map((personId) => ({ id: randomUUID(), personId })) })
  return activityId
}

describe('a class', () => {
  test('is made, changed, listed and read by its teacher', async () => {
    const municipality = await aMunicipality(world())
    const teacher = await municipality.as('teacher')
    const personId = await aParticipant(municipality)
    const activityId = await aTaughtClass(municipality, teacher, [personId, personId])
    expect((await teacher.call('programme.addParticipants', { activityId, fromDate: monday, participants: [{ id: randomUUID(), personId }] })).added).toBe(0)
    await teacher.call('programme.saveActivity', aClass(activityId, { version: 1, title: 'Norsk B' }))
    expect((await teacher.call('programme.listActivities', { mine: false })).rows).toMatchObject([{ title: 'Norsk B', participants: 1, hoursAWeek: 11, isToday: false }])
    const read = await teacher.call('programme.getActivity', { activityId })
    expect(read).toMatchObject({ version: 2, participants: [{ personName: 'Amina Ali', isOver: false }], actions: ['change', 'participants', 'exceptions'] })
    await teacher.call('programme.endParticipation', { id: read.participants[0]?.id ?? '', version: 1, toDate: monday })
    expect((await teacher.call('programme.getActivity', { activityId })).participants).toMatchObject([{ isOver: true }])
    expect((await teacher.call('programme.listTeachers', {})).teachers).toMatchObject([{ id: teacher.actor.id }])
  })

  test('is refused with every reason, and never ends before it begins', async () => {
    const municipality = await aMunicipality(world())
    const teacher = await municipality.as('teacher')
    const personId = await aParticipant(municipality)
    const activityId = await aTaughtClass(municipality, teacher, [personId])
    expect(await teacher.refusals('programme.saveActivity', aClass(randomUUID(), { schedule: [], ownWorkHours: 0, toDate: plainDate('2026-01-01') }))).toMatchObject([{ code: 'week.endsBeforeStart' }, { code: 'week.noHours' }])
    expect(await teacher.refusals('programme.addParticipants', { activityId, fromDate: plainDate('2026-01-01'), participants: [{ id: randomUUID(), personId }] })).toMatchObject([{ code: 'week.outsidePeriod' }])
    const [one] = (await teacher.call('programme.getActivity', { activityId })).participants
    expect(await teacher.refusals('programme.endParticipation', { id: one?.id ?? '', version: 1, toDate: plainDate('2026-01-01') })).toMatchObject([{ code: 'week.endsBeforeStart' }])
    await expect((await municipality.as('job_broker')).call('programme.getActivity', { activityId })).rejects.toThrow(Forbidden)
    await expect((await municipality.as('settlement_worker')).call('programme.saveActivity', aClass(randomUUID()))).rejects.toThrow(Forbidden)
    await expect((await (await aMunicipality(world())).as('teacher')).call('programme.getActivity', { activityId })).rejects.toThrow(NotFound)
  })

  test('is cancelled or moved for a day, and the day put back', async () => {
    const municipality = await aMunicipality(world())
    const teacher = await municipality.as('teacher')
    const personId = await aParticipant(municipality)
    const activityId = await aTaughtClass(municipality, teacher, [personId])
    const id = randomUUID()
    const moved = { id, activityId, onDay: monday, movedTo: addDays(monday, 4), fromTime: '12:00', toTime: '14:00', place: 'Biblioteket', note: null }
    await teacher.call('programme.saveException', moved)
    expect(await teacher.refusals('programme.saveException', { ...moved, id: randomUUID() })).toMatchObject([{ code: 'constraint.activity_exception_once' }])
    expect(await teacher.refusals('programme.saveException', { ...moved, id: randomUUID(), onDay: addDays(monday, 1) })).toMatchObject([{ code: 'week.notThatDay' }])
    const week = await teacher.call('programme.getWeek', { personId, day: monday })
    expect(week.slots).toMatchObject([{ onDay: '2026-11-18' }, { onDay: '2026-11-20', isMoved: true, place: 'Biblioteket' }])
    expect(week.cancelled).toMatchObject([{ onDay: monday, title: 'Norsk A' }])
    await teacher.call('programme.removeException', { id })
    expect((await teacher.call('programme.getWeek', { personId, day: monday })).slots.map(({ onDay }) => onDay)).toEqual(['2026-11-16', '2026-11-18'])
    await expect(teacher.call('programme.removeException', { id })).rejects.toThrow(NotFound)
  })
})

describe('a week', () => {
  test('joins classes, what is her own, her placement and her children\'s times, and marks what clashes', async () => {
    const municipality = await aMunicipality(world())
    const adviser = await municipality.as('programme_adviser')
    const { personId, agreementId } = await aRunningPlacement(municipality)
    await municipality.put(async (tx) => {
      await tx.insertInto('participation').values({ id: randomUUID(), personId, offeredOn: plainDate('2026-08-01'), decidedOn: plainDate('2026-08-01'), startsOn: plainDate('2026-08-17'), months: 24, finalGoal: 'work', regime: 'new' }).execute()
      await tx.updateTable('agreement').set({ schedule: JSON.stringify([{ weekday: 2, from: '08:00', to: '14:00' }]) }).where('id', '=', agreementId).execute()
    })
    await aTaughtClass(municipality, adviser, [personId])
    const own = { ...aClass(randomUUID()), kind: 'health' as const, personId, title: null, place: null, schedule: [{ weekday: 2, from: '13:00', to: '14:30' }], ownWorkHours: 0 }
    await adviser.call('programme.saveActivity', own)
    const family = { id: randomUUID(), personId, label: 'Levere i barnehagen', schedule: [{ weekday: 1, from: '08:00', to: '08:45' }], fromDate: plainDate('2026-08-17'), toDate: null }
    await adviser.call('programme.saveFamilyTime', family)
    const week = await adviser.call('programme.getWeek', { personId })
    expect(week.slots.map(({ source, kind }) => `${source} ${kind}`)).toEqual(['family family', 'class norwegian', 'placement language_practice', 'own health', 'class norwegian'])
    expect(week.clashes).toMatchObject([{ from: '08:30', to: '08:45' }, { from: '13:00', to: '14:00' }])
    expect(week.hours).toMatchObject({ planned: 3 + 3 + 6, ownWork: 5, percent: 100, full: 30, work: { state: 'undecided', openQuestions: expect.arrayContaining([expect.any(String)]) } })
    expect(week.familyTimes).toMatchObject([{ label: 'Levere i barnehagen' }])
    expect(await adviser.refusals('programme.saveFamilyTime', { ...family, version: 1, toDate: plainDate('2026-01-01') })).toMatchObject([{ code: 'week.endsBeforeStart' }])
    await adviser.call('programme.removeFamilyTime', { id: family.id })
    await expect(adviser.call('programme.removeFamilyTime', { id: family.id })).rejects.toThrow(NotFound)
    // to her teacher health is time taken, and nothing more
    const seen = await (await municipality.as('teacher')).call('programme.getWeek', { personId })
    expect(seen.slots.map(({ kind }) => kind)).toEqual(['norwegian', 'language_practice', 'busy', 'norwegian'])
    await expect((await municipality.as('teacher')).call('programme.getActivity', { activityId: own.id })).rejects.toThrow(NotFound)
    expect(await (await municipality.as('teacher')).refusals('programme.saveActivity', { ...own, id: randomUUID() })).toMatchObject([{ code: 'week.ownNeedsAdviser' }])
  })

  test('is not shown of a placement that is not agreed', async () => {
    const municipality = await aMunicipality(world())
    const adviser = await municipality.as('programme_adviser')
    const { personId, agreementId } = await aRunningPlacement(municipality)
    await municipality.put(async (tx) => {
      await tx.updateTable('agreement').set({ schedule: JSON.stringify([{ weekday: 2, from: '08:00', to: '14:00' }]) }).where('id', '=', agreementId).execute()
      await tx.updateTable('approval').set({ withdrawnAt: instantOf(NOW), withdrawnReason: 'x' }).where('agreementId', '=', agreementId).where('party', '=', 'employer').execute()
    })
    expect(await adviser.call('programme.getWeek', { personId })).toMatchObject({ slots: [], hours: null })
    await expect(adviser.call('programme.getWeek', { personId: randomUUID() })).rejects.toThrow(NotFound)
  })

  test('is hers to see and to take with her as a calendar, and nobody else\'s', async () => {
    const municipality = await aMunicipality(world())
    const teacher = await municipality.as('teacher')
    const [personId, otherId] = [await aParticipant(municipality), await aParticipant(municipality)]
    const activityId = await aTaughtClass(municipality, teacher, [personId])
    const own = await municipality.participant(personId)
    expect((await own.call('programme.getMyWeek', {})).slots).toMatchObject([{ title: 'Norsk A', teacherName: expect.stringContaining('teacher') }, { title: 'Norsk A' }])
    expect((await (await municipality.participant(otherId)).call('programme.getMyWeek', {})).slots).toEqual([])
    const text = async (file: Promise<{ bytes: Uint8Array }>): Promise<string> => new TextDecoder().decode((await file).bytes)
    expect(await text(own.call('programme.getMyCalendar', { locale: 'ar' }))).toContain('SUMMARY:Norsk A')
    expect((await text(teacher.call('programme.getCalendar', { personId }))).match(/BEGIN:VEVENT/g)?.length).toBeGreaterThan(40)
    expect(await text(teacher.call('programme.getClassCalendar', { activityId }))).not.toContain('Amina')
    await expect(own.call('programme.getWeek', { personId })).rejects.toThrow(Forbidden)
    await expect(teacher.call('programme.getMyWeek', {})).rejects.toThrow(Forbidden)
    await expect(teacher.call('programme.getMyCalendar', {})).rejects.toThrow(Forbidden)
    await expect((await (await aMunicipality(world())).as('teacher')).call('programme.getCalendar', { personId })).rejects.toThrow(NotFound)
    await expect((await (await aMunicipality(world())).as('teacher')).call('programme.getClassCalendar', { activityId })).rejects.toThrow(NotFound)
  })
})
