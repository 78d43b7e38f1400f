import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, plainDate, weekday } from '#shared/date.ts'
import { remindersOf } from './reminders.core.ts'

const visit = (accountId: string, dueOn: string) => ({ accountId, dueOn: plainDate(dueOn) })
const open = [visit('ane', '2026-11-20'), visit('ane', '2026-11-20'), visit('ane', '2026-11-19'), visit('ane', '2026-11-02'), visit('bo', '2026-11-02')]

test('on a Friday: what is planned today and what was not noted yesterday', () => {
  expect(remindersOf(open, plainDate('2026-11-20'))).toEqual([{ accountId: 'ane', today: 2, late: 0, unnoted: 1 }])
})

test('on a Monday also what is older, and what the weekend left', () => {
  const monday = [...open, visit('bo', '2026-11-22'), visit('cecilie', '2026-11-24')]
  expect(remindersOf(monday, plainDate('2026-11-23'))).toEqual([{ accountId: 'ane', today: 0, late: 2, unnoted: 2 }, { accountId: 'bo', today: 0, late: 1, unnoted: 1 }])
})

test('at weekends nobody is reminded', () => {
  for (const day of ['2026-11-21', '2026-11-22']) expect(remindersOf(open, plainDate(day))).toEqual([])
})

test('a visit that nobody notes is told of on its day, on the next working day, and then once a week', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 400 }), (offset) => {
    const due = addDays(plainDate('2026-01-01'), offset)
    const told = Array.from({ length: 15 }, (_, days) => addDays(due, days)).filter((today) => remindersOf([visit('ane', due)], today).length > 0)
    // its own day unless at a weekend, the next working day, and the Mondays after
    const onItsDay = weekday(due) <= 5 ? 1 : 0
    expect(told.slice(onItsDay + 1).every((day) => weekday(day) === 1)).toBe(true)
    expect(told.length).toBeGreaterThanOrEqual(2)
  }))
})
