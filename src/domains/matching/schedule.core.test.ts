import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainDate } from '#shared/date.ts'
import { aPerson, aPlace, someone, somewhere } from '#test/made-facts.ts'
import { aFrame } from '#test/market.ts'
import type { Frame, PersonFacts } from './facts.schema.ts'
import { heightOf } from './market/compare.core.ts'
import { matchOne } from './match.core.ts'
import { defaultWeights } from './weights/weights.core.ts'

const today = plainDate('2026-11-20')
const week = (from: string, to: string, days = [1, 2, 3, 4, 5]) => days.map((weekday) => ({ weekday, from, to }))
const care = (from: string, to: string) => ({ care: [{ slots: week(from, to), until: null }], programme: [] })
const day = aPlace({ schedule: week('08:00', '16:00') })
const told = (frame: Partial<Frame>, over: Partial<PersonFacts> = {}, place = day) => {
  const { verdict, blockedBy, contributions } = matchOne(aPerson({ frame: aFrame({ hoursPerWeek: 40, ...frame }), ...over }), place, today, defaultWeights)
  const schedule = contributions.find(({ kind }) => kind === 'schedule')
  return { verdict, blockedBy, points: schedule?.points, isRequired: schedule?.criterion?.isRequired, gap: schedule?.criterion?.gap?.params }
}
const outside = (hours: number, minutes: number, hit = 5) => ({ hit, of: 5, hours, minutes })

test('half an hour too early every day is something to agree on, told in minutes, and takes its share of the hours alone', () => {
  expect(told({ latest: '16:00' })).toEqual({ verdict: 'fits', blockedBy: null, points: 0, isRequired: true, gap: undefined })
  const { of } = matchOne(aPerson(), day, today, defaultWeights).contributions.find(({ kind }) => kind === 'schedule') ?? { of: 0 }
  expect(told({ latest: '15:30' })).toEqual({ verdict: 'nearly', blockedBy: null, points: -Math.floor(of * 0.07), isRequired: true, gap: outside(2, 30) })
  expect(told({ earliest: '09:00', latest: '15:30', weekdays: [1, 2, 3, 4] })).toMatchObject({ verdict: 'nearly', gap: outside(14, 0) })
})

test('hours that never meet shut out, and so does a night for whoever works by day', () => {
  expect(told({ latest: '08:00' })).toMatchObject({ verdict: 'not', blockedBy: 'schedule', gap: outside(40, 0) })
  expect(told({ weekdays: [6, 7] })).toMatchObject({ verdict: 'not', blockedBy: 'schedule' })
  expect(told({ earliest: '07:00', latest: '16:00' }, {}, aPlace({ schedule: week('22:00', '06:00') }))).toMatchObject({ verdict: 'not' })
})

test('what the children’s times fill is theirs to answer for, and is not taken twice', () => {
  expect(told({ latest: '15:30' }, { week: care('15:30', '16:30') })).toMatchObject({ verdict: 'fits', points: 0, isRequired: false, gap: outside(2, 30) })
  // beyond them her own hours count
  expect(told({ latest: '15:00' }, { week: care('15:30', '16:30') })).toMatchObject({ verdict: 'nearly', isRequired: true, gap: outside(2, 30) })
  expect(told({ latest: '15:30' }, { week: care('15:30', '16:30') }, aPlace({ schedule: week('15:30', '18:00') }))).toMatchObject({ verdict: 'nearly', gap: outside(7, 30) })
})

test('children’s times written as her latest hour too change neither verdict nor score', () => {
  const clock = fc.constantFrom('07:00', '10:00', '13:30', '15:00', '16:15', '18:00')
  const shifts = fc.array(fc.record({ weekday: fc.integer({ min: 1, max: 7 }), from: clock, to: fc.constantFrom('14:00', '16:30', '19:00', '23:59') }).filter(({ from, to }) => from < to), { maxLength: 5 })
  fc.assert(fc.property(someone, somewhere, shifts, clock, fc.constantFrom<number[]>([1, 2, 3, 4, 5, 6, 7], [1, 2, 3]), (person, place, schedule, latest, weekdays) => {
    const [at, parent] = [{ ...place, schedule }, { ...person, week: { ...person.week, care: [{ slots: week(latest, '23:59', [1, 2, 3, 4, 5, 6, 7]), until: null }] } }]
    const of = (frame: Frame) => { const { verdict, score, blockedBy } = matchOne({ ...parent, frame }, at, today, defaultWeights); return { verdict, score, blockedBy } }
    expect(of(aFrame({ weekdays, latest }))).toEqual(of(aFrame({ weekdays })))
  }), { numRuns: 300 })
})

test('whoever notes the children’s times is never further from a place for it', () => {
  fc.assert(fc.property(someone, somewhere, (person, place) => {
    const verdictOf = (one: PersonFacts): number => heightOf(matchOne(one, place, today, defaultWeights).verdict)
    expect(verdictOf(person)).toBeGreaterThanOrEqual(verdictOf({ ...person, week: { ...person.week, care: [] } }))
  }), { numRuns: 300 })
})
