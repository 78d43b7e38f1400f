import { expect, test } from 'vitest'
import { plainDate } from '#shared/date.ts'
import { parameter } from '#rules/parameter.ts'
import { ref } from '#rules/source.ts'
import { missingAhead } from './settings.core.ts'

const source = ref('FTL', '1-4')
const yearly = parameter({ name: 'yearly', unit: 'NOK/year', renews: '01-01', values: [{ from: plainDate('2026-01-01'), value: 10, source }] })
const lasting = parameter({ name: 'lasting', unit: 'hours', values: [{ from: plainDate('2021-01-01'), value: 30, source }] })
const named = (today: string, entered = [] as Parameters<typeof missingAhead>[2]) => missingAhead([yearly, lasting], plainDate(today), entered)

test('a yearly figure is told of four months before it runs out, and not before', () => {
  expect(named('2026-08-31')).toEqual([])
  expect(named('2026-09-01')).toEqual([{ name: 'yearly', on: '2027-01-01' }])
  expect(named('2026-12-31')).toEqual([{ name: 'yearly', on: '2027-01-01' }])
})

test('one that has run out is missing today', () => {
  expect(named('2027-02-01')).toEqual([{ name: 'yearly', on: '2027-02-01' }])
})

test('one that is entered, or repealed, is not missing', () => {
  expect(named('2026-12-01', [{ name: 'yearly', from: plainDate('2027-01-01'), value: 11, source }])).toEqual([])
  expect(named('2030-12-01', [{ name: 'yearly', from: plainDate('2027-01-01'), value: null, source }])).toEqual([])
})

test('a figure there is none of is missing, one that begins later is not', () => {
  const none = parameter({ name: 'none', unit: 'NOK', values: [] })
  const later = parameter({ name: 'later', unit: 'NOK', values: [{ from: plainDate('2027-01-01'), value: 1, source }] })
  expect(missingAhead([none, later], plainDate('2026-06-01'), [])).toEqual([{ name: 'none', on: '2026-06-01' }])
})
