import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, plainDate } from '#shared/date.ts'
import { workingDay } from './choices.ts'
import { daysFromTo, workingDaysBetween } from './working-days.ts'

const day = fc.integer({ min: 0, max: 5000 }).map((days) => addDays(plainDate('2020-01-01'), days))
const week = fc.constantFrom(...workingDay.options)

test('working days of two periods that follow one another are those of both together', () => {
  fc.assert(fc.property(day, fc.nat(60), fc.nat(60), week, (from, first, second, one) => {
    const [middle, end] = [addDays(from, first), addDays(from, first + 1 + second)]
    expect(workingDaysBetween(from, middle, one) + workingDaysBetween(addDays(middle, 1), end, one)).toBe(workingDaysBetween(from, end, one))
  }))
})

test('seven days have at most five working days, or six when Saturdays are read as such', () => {
  fc.assert(fc.property(day, (from) => {
    const [five, six] = [workingDaysBetween(from, addDays(from, 6), 'monday_to_friday'), workingDaysBetween(from, addDays(from, 6), 'monday_to_saturday')]
    expect(five).toBeLessThanOrEqual(5)
    expect(six).toBeLessThanOrEqual(6)
    expect(six).toBeGreaterThanOrEqual(five)
  }))
})

test('a period that ends before it begins has no days', () => {
  fc.assert(fc.property(day, fc.integer({ min: 1, max: 60 }), (from, back) => { expect(daysFromTo(from, addDays(from, -back))).toEqual([]) }))
})

test('2026 has 253 working days from Monday to Friday: 261 weekdays, of which eight are days off', () => {
  expect(workingDaysBetween(plainDate('2026-01-01'), plainDate('2026-12-31'), 'monday_to_friday')).toBe(253)
})
