import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, plainDate, weekday } from '#shared/date.ts'
import { isPublicHoliday } from '#shared/public-holiday.ts'
import { monthOf, payDayFor } from './month.core.ts'

test.each([
  ['2026-10-01', 12, 1, '2026-11-12', 'an ordinary Thursday'],
  ['2026-08-01', 12, 1, '2026-09-11', 'Saturday: the Friday before'],
  ['2026-11-01', 25, 1, '2026-12-23', 'Christmas Day and Eve are off'],
  ['2026-02-01', 31, 1, '2026-03-31', 'the last of a long month'],
  ['2027-01-01', 31, 1, '2027-02-26', 'no 31 February, and the 28th is a Sunday'],
  ['2026-10-01', 1, 2, '2026-12-01', 'two months after'],
])('%s on day %i, %i months after, is paid %s: %s', (month, payDay, monthsAfter, payOn) => {
  expect(payDayFor(plainDate(month), { payDay, monthsAfter })).toBe(payOn)
})

test('a pay day is always a working day, after the month it pays, and never later than the day the municipality has named', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 240 }), fc.integer({ min: 1, max: 31 }), fc.constantFrom(1, 2), (offset, payDay, monthsAfter) => {
    const month = addMonths(plainDate('2021-01-01'), offset)
    const payOn = payDayFor(month, { payDay, monthsAfter })
    expect(weekday(payOn) <= 5 && !isPublicHoliday(payOn)).toBe(true)
    expect(payOn <= addDays(addMonths(month, monthsAfter), payDay - 1)).toBe(true)
    expect(payOn >= addMonths(month, monthsAfter) || monthOf(payOn) === addMonths(month, monthsAfter - 1)).toBe(true)
  }))
})
