import { randomUUID } from 'node:crypto'
import type { Insertable } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { DB } from '#platform/db.types.ts'
import { Forbidden, NotFound } from '#platform/problem.ts'
import { addDays, instantOf, plainDate, weekday } from '#shared/date.ts'
import type { PlainDate } from '#shared/date.ts'
import type { Caller, Municipality } from '#test/world.ts'
import { NOW, TODAY, aMunicipality, useWorld } from '#test/world.ts'

const world = useWorld()
const start = plainDate('2026-03-02')

/** A participant since 2 March 2026 with a class every weekday from 9 to 12, and the municipality's readings of what the regulation leaves open. */
async function aParticipant(municipality: Municipality, adviser: Caller): Promise<{ personId: string; activityId: string }> {
  const [personId, activityId] = [randomUUID(), randomUUID()]
  const admin = await municipality.as('administrator')
  await municipality.put(async (tx) => {
    await tx.insertInto('person').values({ id: personId, givenName: 'Amina', familyName: 'Ali', adviserId: adviser.actor.id, birthDate: plainDate('1990-01-01') }).execute()
    await tx.insertInto('participation').values({ id: randomUUID(), personId, offeredOn: start, decidedOn: start, startsOn: start, months: 24, finalGoal: 'work', regime: 'new' }).execute()
    await tx.insertInto('activity').values({ id: activityId, kind: 'norwegian', title: 'Norsk A', schedule: JSON.stringify([1, 2, 3, 4, 5].map((day) => ({ weekday: day, from: '09:00', to: '12:00' }))), fromDate: start }).execute()
    await tx.insertInto('activityParticipant').values({ id: randomUUID(), activityId, personId, fromDate: start }).execute()
    await tx.insertInto('ruleChoice').values([['workingDay', 'monday_to_friday'], ['effectOnLengthPeriod', 'whole_programme'], ['effectOnLengthAmount', 'only_excess']].map(([name = '', option = '']) => ({ id: randomUUID(), name, option, reason: 'test', source: 'test', chosenBy: admin.actor.id, at: instantOf(NOW) }))).execute()
  })
  return { personId, activityId }
}

/** Registers every weekday from `first` to `last`: absent where `isAway`. */
async function register(municipality: Municipality, by: Caller, of: { personId: string; activityId: string }, [first, last]: [PlainDate, PlainDate], isAway: (day: PlainDate) => boolean): Promise<void> {
  const rows: Insertable<DB['attendance']>[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) {
    if (weekday(day) > 5) continue
    rows.push({ id: randomUUID(), ...of, onDay: day, plannedMinutes: 180, presentMinutes: isAway(day) ? 0 : 180, state: isAway(day) ? 'absent' as const : 'present' as const, how: 'class' as const, registeredBy: by.actor.id, registeredAt: instantOf(NOW) })
  }
  await municipality.put((tx) => tx.insertInto('attendance').values(rows).execute())
}

const absence = (personId: string, over: object) => ({ id: randomUUID(), personId, kind: 'own_illness' as const, welfareReason: null, childBirthDate: null, fromDate: TODAY, toDate: TODAY, minutesEachDay: null, isAbroad: false, certification: 'none' as const, documentedOn: null, decision: 'approved' as const, withBenefit: true, decisionNote: null, correctsId: null, reportId: null, ...over })

describe('the counters', () => {
  test('never mix, and each shows the rows of its sum', async () => {
    const municipality = await aMunicipality(world())
    const adviser = await municipality.as('programme_adviser')
    const of = await aParticipant(municipality, adviser)
    const { personId } = of
    await register(municipality, adviser, of, [plainDate('2026-11-02'), plainDate('2026-11-13')], (day) => day === '2026-11-13')
    await adviser.call('programme.saveAbsence', absence(personId, { kind: 'holiday', fromDate: plainDate('2026-07-06'), toDate: plainDate('2026-07-24') }))
    await adviser.call('programme.saveAbsence', absence(personId, { kind: 'own_illness', certification: 'doctor', documentedOn: plainDate('2026-09-01'), fromDate: plainDate('2026-09-01'), toDate: plainDate('2026-09-14') }))
    await adviser.call('programme.saveAbsence', absence(personId, { kind: 'welfare', welfareReason: 'death', fromDate: plainDate('2026-10-05'), toDate: plainDate('2026-10-07') }))
    await adviser.call('programme.saveAbsence', absence(personId, { kind: 'unauthorised', decision: 'unauthorised', withBenefit: null, decisionNote: 'Ingen melding', fromDate: plainDate('2026-11-13'), toDate: plainDate('2026-11-13') }))
    await adviser.call('programme.savePause', { id: randomUUID(), personId, fromDate: plainDate('2026-05-04'), toDate: plainDate('2026-05-13'), reason: 'Ventet på barnehage', addsToLength: true })
    const { counters } = await adviser.call('programme.getCounters', { personId })
    const one = (name: string, kind: string | null = null) => counters.find((counter) => counter.name === name && counter.kind === kind)
    expect(one('leave', 'holiday')).toMatchObject({ used: 15, limit: 25, left: 10, rows: [{ amount: 15 }] })
    expect(one('leave', 'welfare')).toMatchObject({ used: 3, limit: 10, left: 7 })
    expect(one('leave', 'religious_day')).toMatchObject({ used: 0, limit: 2 })
    expect(one('frozen')).toMatchObject({ used: 10, rows: [{ what: 'Ventet på barnehage', amount: 10 }] })
    // ten working days of illness and three of leave are thirteen; the holiday does not count, the unauthorised day neither
    expect(one('added')).toMatchObject({ used: 3 })
    expect(one('programme')).toMatchObject({ from: start, rows: [{ what: 'length', to: '2028-03-01' }, { what: 'frozen', amount: 10 }, { what: 'added' }] })
    expect(one('norwegian_hours')).toMatchObject({ used: 27, rows: [{ what: 'Norsk A', amount: 27 }] })
    expect(one('unauthorised')).toMatchObject({ used: 1 })
    expect(one('leave', 'sick_child')).toMatchObject({ used: 0, limit: null, answer: { openQuestions: expect.arrayContaining([expect.objectContaining({ name: 'isSingleCarer' })]) } })
    const sums = counters.filter(({ used, rows, name }) => used !== null && rows.length > 0 && name !== 'programme' && name !== 'added').map(({ used, rows }) => [Math.round((used ?? 0) * 100), Math.round(rows.reduce((sum, { amount }) => sum + amount, 0) * 100)])
    expect(sums.length).toBeGreaterThan(3)
    for (const [used, sum] of sums) expect(sum).toBe(used)
    await expect((await municipality.as('teacher')).call('programme.getCounters', { personId })).rejects.toThrow(Forbidden)
    await expect((await (await aMunicipality(world())).as('programme_adviser')).call('programme.getCounters', { personId })).rejects.toThrow(NotFound)
  })
})

describe('the adviser\'s desk', () => {
  test('shows what waits, and no more', async () => {
    const municipality = await aMunicipality(world())
    const adviser = await municipality.as('programme_adviser')
    const of = await aParticipant(municipality, adviser)
    const { personId } = of
    expect(await adviser.call('programme.getAbsenceDesk', {})).toMatchObject({ reports: [], undecided: [], papers: [], quotas: [], patterns: [] })
    await register(municipality, adviser, of, [addDays(TODAY, -80), TODAY], (day) => weekday(day) === 1)
    await adviser.call('programme.noteAbsenceReport', { id: randomUUID(), personId, fromDate: TODAY, toDate: TODAY, words: 'Ringte', channel: 'teacher', agreementId: null })
    await adviser.call('programme.saveAbsence', absence(personId, { kind: 'welfare', welfareReason: 'other', fromDate: plainDate('2026-10-20'), toDate: plainDate('2026-10-30') }))
    await adviser.call('programme.saveAbsence', absence(personId, { decision: 'pending', withBenefit: null, fromDate: plainDate('2026-11-09'), toDate: plainDate('2026-11-12'), certification: 'self' }))
    const desk = await adviser.call('programme.getAbsenceDesk', {})
    expect(await adviser.call('programme.countWaitingAbsence', {})).toEqual({ reports: 1, undecided: 1 })
    await expect((await municipality.as('job_broker')).call('programme.countWaitingAbsence', {})).rejects.toThrow(Forbidden)
    expect(desk.reports).toMatchObject([{ personName: 'Amina Ali', words: 'Ringte', toldBy: expect.stringContaining('adviser') }])
    expect(desk.undecided).toMatchObject([{ kind: 'own_illness', personName: 'Amina Ali' }])
    expect(desk.papers).toMatchObject([{ doctorsNoteFrom: '2026-11-12' }])
    expect(desk.quotas).toMatchObject([{ kind: 'welfare', used: 9, limit: 10 }])
    expect(desk.patterns[0]?.patterns.map(({ kind }) => kind)).toEqual(['same_weekday', 'around_weekend', 'many_short'])
    expect(desk.unexplained).toMatchObject([{ personName: 'Amina Ali' }])
    expect(desk.classes).toEqual([])
    expect((await (await municipality.as('programme_adviser')).call('programme.getAbsenceDesk', { mine: true })).reports).toEqual([])
    await expect((await municipality.as('teacher')).call('programme.getAbsenceDesk', {})).rejects.toThrow(Forbidden)
  })

  test('asks for classes that are not registered', async () => {
    const municipality = await aMunicipality(world())
    const adviser = await municipality.as('programme_adviser')
    const of = await aParticipant(municipality, adviser)
    await register(municipality, adviser, of, [addDays(TODAY, -40), addDays(TODAY, -2)], () => false)
    expect((await adviser.call('programme.getAbsenceDesk', {})).classes).toMatchObject([{ title: 'Norsk A', day: addDays(TODAY, -1), missing: 1 }])
  })
})

test('the administrator says for how long a teacher may change a day', async () => {
  const municipality = await aMunicipality(world())
  const [admin, adviser, teacher] = [await municipality.as('administrator'), await municipality.as('programme_adviser'), await municipality.as('teacher')]
  const { activityId } = await aParticipant(municipality, adviser)
  const { version, correctionDays } = await admin.call('programme.getAttendanceSettings', {})
  expect(correctionDays).toBe(7)
  await admin.call('programme.saveAttendanceSettings', { correctionDays: 0, version })
  expect(await admin.refusals('programme.saveAttendanceSettings', { correctionDays: 3, version })).toMatchObject([{ code: 'stale' }])
  expect(await teacher.call('programme.getClassDay', { activityId, day: addDays(TODAY, -1) })).toMatchObject({ window: 'closed' })
  await expect(adviser.call('programme.getAttendanceSettings', {})).rejects.toThrow(Forbidden)
})

describe('a participant\'s month', () => {
  test('has a word for every day, and to a teacher no kinds', async () => {
    const municipality = await aMunicipality(world())
    const [adviser, teacher] = [await municipality.as('programme_adviser'), await municipality.as('teacher')]
    const of = await aParticipant(municipality, adviser)
    const { personId } = of
    await register(municipality, adviser, of, [plainDate('2026-11-02'), plainDate('2026-11-12')], (day) => day >= '2026-11-11')
    await adviser.call('programme.saveAbsence', absence(personId, { certification: 'doctor', documentedOn: plainDate('2026-11-11'), fromDate: plainDate('2026-11-11'), toDate: plainDate('2026-11-11') }))
    const month = await adviser.call('programme.getAttendance', { personId })
    const mark = (day: string, of_ = month) => of_.days.find(({ onDay }) => onDay === day)?.mark
    expect(['2026-11-02', '2026-11-07', '2026-11-11', '2026-11-12', '2026-11-13', '2026-11-23'].map((day) => mark(day))).toEqual(['present', 'none', 'approved', 'unexplained', 'unregistered', 'planned'])
    expect(month).toMatchObject({ absences: [{ kind: 'own_illness' }], usuallyWithBenefit: { holiday: true, long_illness: false }, selfCertification: { state: 'allowed', daysLeft: 3 } })
    const seen = await teacher.call('programme.getAttendance', { personId, month: '2026-11' })
    expect(seen).toMatchObject({ absences: null, patterns: null, actions: ['report'] })
    expect([mark('2026-11-11', seen), mark('2026-11-12', seen)]).toEqual(['reported', 'unexplained'])
    expect(JSON.stringify(seen)).not.toContain('illness')
    await expect((await (await aMunicipality(world())).as('programme_adviser')).call('programme.getAttendance', { personId })).rejects.toThrow(NotFound)
    expect(await adviser.refusals('programme.getAttendance', { personId, month: '2026-13' })).toMatchObject([{ code: 'shape.invalid' }])
  })
})
