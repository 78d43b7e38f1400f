import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, plainDate, weekday } from '#shared/date.ts'
import { mayExcept, maySave, overlapsItself } from './activity.core.ts'
import { daysOffBetween } from './days-off.core.ts'
import { calendarFile, escapeText, foldLine } from '#shared/calendar-file.ts'
import type { Recurring } from './slots.core.ts'
import { clashesOf, mondayOf, slotsBetween } from './slots.core.ts'
import { workHours } from './week.core.ts'

const monday = plainDate('2026-11-16')
const course = (over: Partial<Recurring> = {}): Recurring => ({ source: 'class', sourceId: '00000000-0000-4000-8000-000000000001', kind: 'norwegian', title: 'Norsk', place: 'Rom 2', teacherName: 'Marit', isWorkOriented: false,
  schedule: [1, 3].map((day) => ({ weekday: day, from: '08:30', to: '11:30' })), fromDate: plainDate('2026-08-17'), toDate: null, exceptions: [], ...over })
const codes = (refusals: { code: string }[]): string[] => refusals.map(({ code }) => code)

describe('the stretches of a week', () => {
  test('stand on their weekdays, within the period, but not on a day off', () => {
    expect(slotsBetween(monday, addDays(monday, 6), [course()], []).map(({ onDay }) => onDay)).toEqual(['2026-11-16', '2026-11-18'])
    expect(slotsBetween(monday, addDays(monday, 6), [course({ toDate: plainDate('2026-11-17') })], []).map(({ onDay }) => onDay)).toEqual(['2026-11-16'])
    expect(slotsBetween(monday, addDays(monday, 6), [course(), course({ source: 'family' })], [monday]).map(({ source, onDay }) => `${source} ${onDay}`)).toEqual(['family 2026-11-16', 'class 2026-11-18', 'family 2026-11-18'])
  })

  test('are gone when cancelled, and elsewhere when moved', () => {
    const except = { onDay: monday, movedTo: plainDate('2026-11-20'), fromTime: '12:00', toTime: '15:00', place: 'Biblioteket' }
    expect(slotsBetween(monday, addDays(monday, 6), [course({ exceptions: [except] })], [])).toMatchObject([{ onDay: '2026-11-18' }, { onDay: '2026-11-20', from: '12:00', minutes: 180, place: 'Biblioteket', isMoved: true }])
    expect(slotsBetween(monday, monday, [course({ exceptions: [{ ...except, movedTo: null, fromTime: null, toTime: null, place: null }] })], [])).toEqual([])
  })

  test('clash when they need her at once, and not when one follows the other', () => {
    const practice = course({ source: 'placement', sourceId: '00000000-0000-4000-8000-000000000002', schedule: [{ weekday: 1, from: '11:00', to: '15:00' }, { weekday: 3, from: '11:30', to: '15:00' }] })
    expect(clashesOf(slotsBetween(monday, addDays(monday, 6), [course(), practice], []))).toMatchObject([{ onDay: monday, from: '11:00', to: '11:30' }])
  })

  test('clash the same whichever comes first, and never for longer than either lasts', () => {
    const time = fc.integer({ min: 0, max: 1438 }).chain((from) => fc.integer({ min: from + 1, max: 1439 }).map((to) => ({ from, to })))
    const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
    fc.assert(fc.property(time, time, (a, b) => {
      const one = (id: string, { from, to }: { from: number; to: number }) => course({ sourceId: id, schedule: [{ weekday: 1, from: clock(from), to: clock(to) }] })
      const both = [one('a', a), one('b', b)]
      const [here, there] = [both, both.toReversed()].map((all) => clashesOf(slotsBetween(monday, monday, all, [])))
      expect(here?.map(({ from, to }) => [from, to])).toEqual(there?.map(({ from, to }) => [from, to]))
      expect(here?.length).toBe(a.from < b.to && b.from < a.to ? 1 : 0)
    }))
  })
})

test('the public days off of the regulation are days off, the eves are not', () => {
  expect(daysOffBetween(plainDate('2026-12-21'), plainDate('2027-01-01'))).toEqual(['2026-12-25', '2026-12-26', '2027-01-01'])
  expect(daysOffBetween(plainDate('2027-05-16'), plainDate('2027-05-18'))).toEqual(['2027-05-16', '2027-05-17'])
})

describe('the work-oriented hours', () => {
  const weeks = (...hours: number[]) => hours.map((one, at) => ({ monday: addDays(monday, 7 * (at - 2)), minutes: one * 60 }))
  const rule = { asked: 15, startsOn: plainDate('2026-11-02') }

  test('are met, at risk and broken by the running average', () => {
    expect(workHours(rule, weeks(15, 14, 16, 15, 15, 15, 15), monday)).toMatchObject({ state: 'met', averageSince: 15, weeksSince: 3 })
    expect(workHours(rule, weeks(18, 18, 18, 6, 6, 6), monday)).toMatchObject({ state: 'at_risk', averageSince: 18, averageAhead: 9 })
    expect(workHours(rule, weeks(10, 14, 15, 20, 20), monday)).toMatchObject({ state: 'breached', averageSince: 13 })
  })

  test('are warned of before the rule begins, when too little is planned for then', () => {
    const soon = { asked: 15, startsOn: addDays(monday, 14) }
    expect(workHours(soon, weeks(0, 0, 0, 0, 15, 15), monday)).toMatchObject({ state: 'before', averageSince: null, averageAhead: 15 })
    expect(workHours(soon, weeks(0, 0, 0, 0, 10, 12), monday)).toMatchObject({ state: 'at_risk', averageAhead: 11 })
    expect(workHours({ asked: 15, startsOn: addDays(monday, 120) }, weeks(0, 0, 0), monday)).toMatchObject({ state: 'before' })
  })

  test('are not judged where the rule does not apply or cannot be decided', () => {
    expect(workHours('not_asked', weeks(1, 1, 1), monday)).toMatchObject({ state: 'not_asked', asked: null, planned: 1 })
    expect(workHours({ openQuestions: ['schooling'] }, [], monday)).toMatchObject({ state: 'undecided', openQuestions: ['schooling'] })
  })
})

describe('what may be saved', () => {
  const whole = { kind: 'norwegian' as const, title: 'Norsk', place: null, teacherId: null, schedule: [{ weekday: 1, from: '08:00', to: '10:00' }], fromDate: monday, toDate: null, isWorkOriented: false, ownWorkHours: 0, courseId: null, personId: null }
  test('a class with a name and hours', () => {
    expect(maySave(whole, ['programme.teach'])).toEqual([])
    expect(codes(maySave({ ...whole, title: null, schedule: [], toDate: addDays(monday, -1) }, ['programme.teach']))).toEqual(['shape.required', 'week.endsBeforeStart', 'week.noHours'])
    expect(overlapsItself([{ weekday: 1, from: '08:00', to: '10:00' }, { weekday: 1, from: '09:00', to: '11:00' }])).toBe(true)
  })

  test('of health only the time, of one person, by her adviser', () => {
    const health = { ...whole, kind: 'health' as const, title: null, personId: crypto.randomUUID() }
    expect(maySave(health, ['programme.teach', 'programme.write'])).toEqual([])
    expect(codes(maySave({ ...health, title: 'Psykolog', personId: null }, ['programme.teach']))).toEqual(['week.healthIsOwn', 'week.healthSaysNothing'])
    expect(codes(maySave(health, ['programme.teach']))).toEqual(['week.ownNeedsAdviser'])
  })

  test('an exception for a day the activity has, with hours only when it is moved', () => {
    const cancelled = { onDay: monday, movedTo: null, fromTime: null, toTime: null, place: null }
    expect(mayExcept(cancelled, whole, weekday)).toEqual([])
    expect(codes(mayExcept({ ...cancelled, onDay: addDays(monday, 1), fromTime: '08:00' }, whole, weekday))).toEqual(['week.notThatDay', 'week.cancelledHasNoTime'])
    expect(codes(mayExcept({ ...cancelled, movedTo: monday, fromTime: '10:00', toTime: '09:00' }, whole, weekday))).toEqual(['week.noTime'])
    expect(codes(mayExcept({ ...cancelled, onDay: addDays(monday, -7) }, whole, weekday))).toEqual(['week.outsidePeriod'])
  })
})

describe('a calendar file', () => {
  /** As RFC 5545 says a reader does it: unfold, split, take the backslashes away. */
  const read = (file: string): Record<string, string>[] => file.replace(/\r\n[ \t]/g, '').split('BEGIN:VEVENT\r\n').slice(1).map((event) =>
    Object.fromEntries((event.split('END:VEVENT')[0] ?? '').split('\r\n').filter(Boolean).map((line) => [line.slice(0, line.search(/[;:]/)), line.slice(line.indexOf(':') + 1).replace(/\\(.)/gs, (_, sign: string) => (sign === 'n' ? '\n' : sign))])))

  test('gives back what was put in, whatever was written, in lines of at most 75 octets', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }), (title, place) => {
      const file = calendarFile('Uke', [{ uid: 'a', day: '2026-11-16', from: '08:30', minutes: 180, title, place, description: null }], new Date('2026-11-16T09:00:00Z'))
      for (const line of file.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
      const said = (text: string): string => Array.from(text.replace(/\r\n?/g, '\n')).filter((sign) => sign === '\n' || sign >= ' ').join('')
      expect(read(file)).toMatchObject([{ SUMMARY: said(title), LOCATION: said(place), DTSTART: '20261116T083000', DTEND: '20261116T113000', DTSTAMP: '20261116T090000Z' }])
    }))
  })

  test('ends a night shift the day after, and names the Norwegian clock', () => {
    const file = calendarFile('Uke', [{ uid: 'a', day: '2026-12-31', from: '22:00', minutes: 480, title: 'Vakt', place: null, description: null }], new Date('2026-11-16T09:00:00Z'))
    expect(file).toContain('DTEND;TZID=Europe/Oslo:20270101T060000')
    expect(file).toContain('TZID:Europe/Oslo')
  })

  test('escapes what has a meaning of its own, and folds between letters', () => {
    expect(escapeText('a,b;c\\d\ne')).toBe('a\\,b\\;c\\\\d\\ne')
    expect(foldLine('ø'.repeat(60)).split('\r\n ')).toHaveLength(2)
  })
})

test('the Monday of a week is the same for each of its days', () => {
  for (let day = 0; day < 7; day++) expect(mondayOf(addDays(monday, day))).toBe(monday)
})
