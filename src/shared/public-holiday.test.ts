import { expect, test } from 'vitest'
import { plainDate } from './date.ts'
import { isDayOff, isPublicHoliday } from './public-holiday.ts'

test.each(['2026-01-01', '2026-04-02', '2026-04-03', '2026-04-05', '2026-04-06', '2026-05-01', '2026-05-14', '2026-05-17', '2026-05-24', '2026-05-25', '2026-12-25', '2024-03-31', '2025-04-20', '2038-04-25'])('%s is a holiday', (day) => {
  expect(isPublicHoliday(plainDate(day))).toBe(true)
})

test.each(['2026-04-01', '2026-04-07', '2026-05-15', '2026-12-27', '2026-06-01'])('%s is not', (day) => {
  expect(isPublicHoliday(plainDate(day))).toBe(false)
})

test.each(['2026-07-04', '2026-07-05', '2026-01-01', '2026-04-02', '2026-04-03', '2026-04-06', '2026-05-01', '2026-05-14', '2026-05-25', '2026-12-25', '2027-05-17'])('%s is a day off', (day) => {
  expect(isDayOff(plainDate(day))).toBe(true)
})

test.each(['2026-12-24', '2026-12-31', '2026-04-01', '2026-05-15', '2026-07-03'])('%s is no day off, the eves least of all', (day) => {
  expect(isDayOff(plainDate(day))).toBe(false)
})
