import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDate, readNumber, writeDate, writeNumber } from './typing.ts'

test.each([
  ['1.2.2026', '2026-02-01'], ['01.02.26', '2026-02-01'], ['1/2 2026', '2026-02-01'], ['01022026', '2026-02-01'],
  ['010226', '2026-02-01'], ['2026-02-01', '2026-02-01'], [' 1 . 2 . 2026 ', '2026-02-01'], ['29.2.2024', '2024-02-29'],
])('%s is read as %s', (typed, day) => {
  expect(readDate(typed, 2026)).toBe(day)
})

test.each(['29.2.2026', '31.4.2026', '1.13.2026', '1.2', 'i morgen', '', '1.2.202', '99999999'])('%s is not a day', (typed) => {
  expect(readDate(typed, 2026)).toBeUndefined()
})

test('two digits of year are the nearest that is not more than ten years ahead', () => {
  expect(readDate('1.2.36', 2026)).toBe('2036-02-01')
  expect(readDate('1.2.37', 2026)).toBe('1937-02-01')
  expect(readDate('1.2.99', 2026)).toBe('1999-02-01')
})

test('a day that is written can be read again', () => {
  fc.assert(fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }), (date) => {
    const day = date.toISOString().slice(0, 10)
    expect(readDate(writeDate(day), 2026)).toBe(day)
  }))
})

test('what is not yet a day is shown as it was typed', () => {
  expect(writeDate('1.2')).toBe('1.2')
})

test('numbers are typed with comma or point, and spaces between thousands', () => {
  expect(readNumber('37,5')).toBe(37.5)
  expect(readNumber('37.5')).toBe(37.5)
  expect(readNumber('1 200')).toBe(1200)
  expect(readNumber('')).toBeUndefined()
  expect(readNumber('mange')).toBeNaN()
  expect(writeNumber(37.5)).toBe('37,5')
  expect(writeNumber(Number.NaN)).toBe('')
})
