import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, plainDate, weekday } from '#shared/date.ts'
import { maySaveAbsence } from './absence.core.ts'
import type { AbsenceContent } from './absence.schema.ts'
import type { RegisteredLine } from './attendance.schema.ts'
import { isOpen, mayCheckIn, minutesFrom, opensAt } from './check-in.core.ts'
import { patternsOf } from './pattern.core.ts'
import { decideRegistration, windowOf } from './register.core.ts'
import type { StoredLine } from './register.core.ts'
import { mayReport, namedBy, readSms } from './report.core.ts'
import { dialled } from './sms.ts'

const today = plainDate('2026-11-20')
const codes = (refusals: { code: string }[]): string[] => refusals.map(({ code }) => code)
const [ada, ben] = ['a', 'b'].map((sign) => `00000000-0000-4000-8000-00000000000${sign}`) as [string, string] // reason: two are made
const line = (personId: string, state: RegisteredLine['state'] = 'present', presentMinutes: number | null = null): RegisteredLine => ({ personId, state, presentMinutes })
const stands = (personId: string, over: Partial<StoredLine> = {}): StoredLine => ({ personId, id: null, state: null, presentMinutes: null, isPaid: false, ...over })
const day = (stored: StoredLine[], over = {}) => ({ plannedMinutes: 180, window: 'open' as const, version: 0, stored, ...over })

describe('registering a class', () => {
  test('writes what is new or changed, and nothing when it is sent again', () => {
    const asked = { lines: [line(ada), line(ben, 'late', 150)], reason: null, version: 0 }
    expect(decideRegistration(asked, day([stands(ada), stands(ben)]))).toMatchObject({ ok: true, value: { write: [{ personId: ada, minutes: 180 }, { personId: ben, minutes: 150 }], correct: [] } })
    const written = [stands(ada, { id: 'x', state: 'present', presentMinutes: 180 }), stands(ben, { id: 'y', state: 'late', presentMinutes: 150 })]
    expect(decideRegistration(asked, day(written, { version: 2 }))).toEqual({ ok: true, value: { write: [], correct: [] } })
    expect(decideRegistration({ ...asked, lines: [line(ada, 'absent')] }, day(written, { version: 2 }))).toMatchObject({ ok: false, refusals: [{ code: 'attendance.changedMeanwhile' }] })
  })

  test('corrects beside what stands when the window has closed or the day is paid on, and asks why', () => {
    const stored = [stands(ada, { id: 'x', state: 'present', presentMinutes: 180, isPaid: true }), stands(ben)]
    const asked = { lines: [line(ada, 'absent'), line(ben)], reason: null, version: 1 }
    expect(decideRegistration(asked, day(stored, { version: 1 }))).toMatchObject({ ok: false, refusals: [{ code: 'attendance.reasonNeeded' }] })
    expect(decideRegistration({ ...asked, reason: 'Feil liste' }, day(stored, { version: 1 }))).toMatchObject({ ok: true, value: { write: [{ personId: ben }], correct: [{ personId: ada, correctsId: 'x' }] } })
  })

  test('is refused with every reason at once', () => {
    const asked = { lines: [line(ada, 'late'), line(ada, 'left_early', 200), line('c')], reason: null, version: 0 }
    const refused = decideRegistration(asked, day([stands(ada)], { window: 'future' }))
    expect(refused.ok ? [] : codes(refused.refusals)).toEqual(['attendance.inFuture', 'attendance.twice', 'attendance.notInClass', 'attendance.minutesNeeded', 'attendance.minutesBetween'])
    const closed = decideRegistration({ lines: [line(ada)], reason: null, version: 0 }, day([stands(ada)], { window: 'closed', plannedMinutes: 0 }))
    expect(closed.ok ? [] : codes(closed.refusals)).toEqual(['attendance.noClass', 'attendance.windowClosed'])
  })

  test('never leaves more minutes present than planned, nor a state that does not fit', () => {
    const anyLine = fc.record({ personId: fc.constantFrom(ada, ben), state: fc.constantFrom('present' as const, 'late' as const, 'left_early' as const, 'absent' as const), presentMinutes: fc.option(fc.integer({ min: 0, max: 1440 })) })
    fc.assert(fc.property(fc.array(anyLine, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 600 }), (lines, plannedMinutes) => {
      const decided = decideRegistration({ lines, reason: null, version: 0 }, day([stands(ada), stands(ben)], { plannedMinutes }))
      if (!decided.ok) return
      for (const { state, minutes } of decided.value.write) {
        expect(minutes).toBeLessThanOrEqual(plannedMinutes)
        expect([state === 'present', state === 'absent']).toEqual([minutes === plannedMinutes, minutes === 0])
      }
    }))
  })

  test('is open to the teacher for some days, then to an adviser, and to nobody ahead', () => {
    const at = (back: number, held: string[]) => windowOf(addDays(today, -back), { today, correctionDays: 7, held: held as never })
    expect([at(-1, []), at(0, []), at(7, []), at(8, []), at(8, ['programme.absence'])]).toEqual(['future', 'open', 'open', 'closed', 'late'])
  })
})

describe('checking in', () => {
  const stretches = [{ from: '08:30', minutes: 120 }, { from: '12:00', minutes: 60 }]
  test('is open from half an hour before until the end, once', () => {
    expect(opensAt(stretches)).toBe('08:00')
    expect(['07:59', '08:00', '12:59', '13:00'].map((now) => isOpen(stretches, now))).toEqual([false, true, true, false])
    expect(codes(mayCheckIn(stretches, '07:00', true))).toEqual(['attendance.notOpen', 'attendance.registeredAlready'])
    expect(codes(mayCheckIn([], '08:00', false))).toEqual(['attendance.nothingToday'])
    expect(mayCheckIn(stretches, '08:40', false)).toEqual([])
  })

  test('takes nothing away within ten minutes, and else what has passed', () => {
    expect(['08:10', '08:40', '08:41', '11:00', '12:30'].map((now) => minutesFrom(stretches, now))).toEqual([180, 180, 169, 60, 30])
  })
})

describe('a report from a workplace', () => {
  test.each([
    ['BORTE Olena', ['olena'], today, today], ['borte olena melnyk i dag', ['olena', 'melnyk'], today, today], ['Fravær: Olena i morgen', ['olena'], addDays(today, 1), addDays(today, 1)],
    ['BORTE Olena 23.11', ['olena'], plainDate('2026-11-23'), plainDate('2026-11-23')], ['BORTE Olena 20.11-22.11', ['olena'], today, plainDate('2026-11-22')], ['Borte Olena fra 20.11.26 til 2.1.', ['olena'], today, plainDate('2027-01-02')],
    ['BORTE', [], today, today],
  ])('%s', (text, names, fromDate, toDate) => {
    expect(readSms(text, today)).toEqual({ names, fromDate, toDate })
  })

  test.each(['Olena er syk', 'BORTE Olena 31.2', 'BORTE Olena 1.1 2.2 3.3', '', 'hei'])('%s is not the form', (text) => {
    expect(readSms(text, today)).toBeUndefined()
  })

  test('never falls over what is written', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => { expect(['object', 'undefined']).toContain(typeof readSms(`borte ${text}`, today)) }))
  })

  test('names one of those it may name, by every word', () => {
    const here = [{ name: 'Olena Melnyk' }, { name: 'Olena Bondar' }, { name: 'Åse-Marie Vik' }]
    expect(namedBy(['olena'], here)).toHaveLength(2)
    expect(namedBy(['olena', 'bondar'], here)).toEqual([{ name: 'Olena Bondar' }])
    expect(namedBy(['ase'], here)).toEqual([{ name: 'Åse-Marie Vik' }])
    expect(namedBy(['ole'], here)).toEqual([])
  })

  test('comes from a number however it is written', () => {
    expect(['+47 900 00 000', '004790000000', '90 00 00 00', '4790000000'].map(dialled)).toEqual(Array(4).fill('90000000'))
  })

  test('is about now', () => {
    expect(mayReport({ fromDate: today, toDate: today }, today)).toEqual([])
    expect(codes(mayReport({ fromDate: addDays(today, -40), toDate: addDays(today, -41) }, today))).toEqual(['absence.endsBeforeStart', 'absence.reportTooOld'])
    expect(codes(mayReport({ fromDate: addDays(today, 70), toDate: addDays(today, 110) }, today))).toEqual(['absence.reportTooFar', 'absence.reportTooLong'])
  })
})

describe('an absence', () => {
  const illness: AbsenceContent = { kind: 'own_illness', welfareReason: null, childBirthDate: null, fromDate: today, toDate: today, minutesEachDay: null, isAbroad: false, certification: 'self', documentedOn: null, decision: 'approved', withBenefit: true, decisionNote: null }
  const situation = { programmes: [{ first: plainDate('2026-08-17'), last: null }], others: [], plannedMost: 360, today, doctorsNoteFrom: null }

  test('is kept when it holds together', () => {
    expect(maySaveAbsence(illness, situation)).toEqual([])
    expect(maySaveAbsence({ ...illness, minutesEachDay: 60 }, { ...situation, others: [{ fromDate: today, toDate: today, minutesEachDay: 60 }] })).toEqual([])
  })

  test('is refused with all reasons: overlap, outside the programme, impossible hours', () => {
    expect(codes(maySaveAbsence({ ...illness, minutesEachDay: -30 }, { ...situation, others: [{ fromDate: addDays(today, -2), toDate: today, minutesEachDay: null }], programmes: [] }))).toEqual(['absence.outsideParticipation', 'absence.overlaps', 'absence.noHours'])
    expect(codes(maySaveAbsence({ ...illness, minutesEachDay: 1500 }, situation))).toEqual(['absence.moreThanADay'])
    expect(codes(maySaveAbsence({ ...illness, minutesEachDay: 400 }, situation))).toEqual(['absence.moreThanPlanned'])
    expect(codes(maySaveAbsence({ ...illness, toDate: addDays(today, -1) }, situation))).toEqual(['absence.endsBeforeStart'])
  })

  test('has papers and a decision that fit', () => {
    expect(codes(maySaveAbsence({ ...illness, kind: 'welfare', welfareReason: 'wedding', documentedOn: addDays(today, 1), withBenefit: null }, situation))).toEqual(['absence.notSelfCertified', 'absence.paperWithoutKind', 'absence.paperInFuture', 'absence.benefitUndecided'])
    expect(codes(maySaveAbsence({ ...illness, certification: 'none' }, situation))).toEqual(['absence.needsCertification'])
    expect(codes(maySaveAbsence({ ...illness, decision: 'unauthorised', withBenefit: null }, situation))).toEqual(['absence.reasonNeeded'])
  })
})

describe('a pattern', () => {
  const weekdays = Array.from({ length: 84 }, (_, back) => addDays(today, -back)).filter((onDay) => weekday(onDay) <= 5)
  const missing = (isAway: (onDay: (typeof weekdays)[number]) => boolean) => weekdays.map((onDay) => ({ onDay, planned: 300, missing: isAway(onDay) ? 300 : 0 }))

  test('is the same weekday, and around the weekend', () => {
    expect(patternsOf(missing((onDay) => weekday(onDay) === 1), today)).toMatchObject([{ kind: 'same_weekday', weekday: 1, count: 12, of: 12 }, { kind: 'around_weekend', count: 12 }, { kind: 'many_short', count: 12 }])
  })

  test('is falling attendance', () => {
    expect(patternsOf(missing((onDay) => onDay > addDays(today, -20)), today)).toMatchObject([{ kind: 'falling', before: 1, recent: expect.toSatisfy((share: number) => share < 0.5) }])
  })

  test('is nothing where little is missed, or where nothing else was planned', () => {
    expect(patternsOf(missing((onDay) => onDay === today), today)).toEqual([])
    expect(patternsOf(weekdays.filter((onDay) => weekday(onDay) === 1).map((onDay) => ({ onDay, planned: 300, missing: 300 })), today)).toEqual([])
    expect(patternsOf([], today)).toEqual([])
  })

  test('counts never more than there was', () => {
    fc.assert(fc.property(fc.array(fc.boolean(), { minLength: weekdays.length, maxLength: weekdays.length }), (away) => {
      const found = patternsOf(weekdays.map((onDay, at) => ({ onDay, planned: 300, missing: away[at] ? 300 : 0 })), today)
      expect(found.filter((one) => 'of' in one && one.count > one.of)).toEqual([])
    }))
  })
})
