import { expect, test } from 'vitest'
import { readTime } from './readTime.ts'

test.each([['8', '08:00'], ['08', '08:00'], ['830', '08:30'], ['0830', '08:30'], ['8.30', '08:30'], ['8:30', '08:30'], ['23:59', '23:59'], ['0', '00:00'], [' 14 ', '14:00']])('%s is %s', (typed, time) => {
  expect(readTime(typed)).toBe(time)
})

test.each(['', '24', '8:60', '12345', 'åtte', '-1', '8:3'])('%s is no time', (typed) => {
  expect(readTime(typed)).toBeUndefined()
})
