import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainDate } from '#shared/date.ts'
import type { Known } from './local-need.core.ts'
import { localNeed, needOf, resultsOf } from './local-need.core.ts'

const TODAY = plainDate('2026-11-20')
const names = new Map([['5120', 'Kokk'], ['5131', 'Servitør'], ['5153', 'Vaktmester'], ['9412', 'Kjøkkenassistent'], ['5321', 'Helsefagarbeider']])
const known = (over: Partial<Known> = {}): Known => ({ names, related: new Set(), needs: [], seats: [], hasVacancies: true, forecasts: [], ended: [], transport: [], ...over })
const forecast = (code: string, over: object = {}) => ({ code, level: 'much' as const, people: 4, horizonYear: 2030, source: 'Planen', sourceYear: 2026, isOld: false, ofGroup: false, ...over })
const seat = (code: string, over: object = {}) => ({ code, kind: 'practice_place' as const, seats: 1, reachableBy: ['bus'], ...over })

describe('what is known of an occupation', () => {
  test('is unknown where nothing is, and never zero', () => {
    expect(needOf('5120', known({ hasVacancies: false }))).toEqual({ code: '5120', name: 'Kokk', level: 'unknown', employers: null, practicePlaces: 0, vacancies: null, forecast: null, reach: { yes: 0, no: 0, unknown: 0 }, results: { ended: 0, hired: 0 } })
  })

  test('counts employers who named it among those who named any; numbers for several occupations say so', () => {
    const needs = [{ employerId: 'a', codes: ['5120'], now: 2, coming: null }, { employerId: 'b', codes: ['5120', '9412'], now: null, coming: 3 }, { employerId: 'c', codes: ['9412'], now: 9, coming: 9 }, { employerId: 'd', codes: [], now: 9, coming: 9 }]
    expect(needOf('5120', known({ needs })).employers).toEqual({ count: 2, asked: 3, now: 2, coming: 3, isShared: true })
    expect(needOf('5321', known({ needs }))).toMatchObject({ level: 'unknown', employers: { count: 0, asked: 3, now: null, coming: null, isShared: false } })
  })

  test('says whether she gets there by a way she has, and unknown where either is not known', () => {
    const seats = [seat('5120'), seat('5120', { reachableBy: ['car'], kind: 'vacancy', seats: 2 }), seat('5120', { reachableBy: [] })]
    expect(needOf('5120', known({ seats, transport: ['bus'] }))).toMatchObject({ practicePlaces: 2, vacancies: 2, reach: { yes: 1, no: 2, unknown: 1 } })
    expect(needOf('5120', known({ seats })).reach).toEqual({ yes: 0, no: 0, unknown: 4 })
  })

  test('takes its own forecast before its group’s, and does not count an old one', () => {
    expect(needOf('5120', known({ forecasts: [forecast('51', { level: 'little' }), forecast('5120')] }))).toMatchObject({ level: 'much', forecast: { level: 'much', ofGroup: false } })
    expect(needOf('5120', known({ forecasts: [forecast('51', { level: 'little' })] }))).toMatchObject({ level: 'little', forecast: { ofGroup: true } })
    expect(needOf('5120', known({ forecasts: [forecast('5120', { isOld: true })] }))).toMatchObject({ level: 'unknown', forecast: { isOld: true } })
  })

  test('that one place is open is some need, whatever a forecast says of little', () => {
    expect(needOf('5120', known({ forecasts: [forecast('5120', { level: 'little' })], seats: [seat('5120')] })).level).toBe('some')
  })
})

describe('results', () => {
  test.each([[0, 0, 0, 0], [3, 0, 'few', 0], [9, 2, 9, 'few'], [12, 6, 12, 6], [7, 6, null, 6], [6, 6, 6, 6], [20, 0, 20, 0]])('of %i ended, %i hired are told as %s and %s', (ended, hired, tellsEnded, tellsHired) => {
    expect(resultsOf(ended, hired)).toEqual({ ended: tellsEnded, hired: tellsHired })
  })

  test('never tell a number from 1 to 4, nor two numbers whose difference is one', () => {
    fc.assert(fc.property(fc.nat(40), fc.nat(40), (a, b) => {
      const told = resultsOf(Math.max(a, b), Math.min(a, b))
      const small = (count: unknown): boolean => typeof count === 'number' && count > 0 && count < 5
      expect([told.ended, told.hired].some(small)).toBe(false)
      const rest = typeof told.ended === 'number' && typeof told.hired === 'number' && told.hired > 0 ? told.ended - told.hired : 0
      expect(small(rest)).toBe(false)
    }))
  })
})

describe('near occupations', () => {
  test('are told of when they are asked for more, the most asked first, and never one she wishes herself', () => {
    const facts = known({ forecasts: [forecast('5131', { level: 'some' }), forecast('5153'), forecast('5321')] })
    expect(localNeed('5120', [], facts, TODAY).near.map(({ code }) => code)).toEqual(['5153', '5131'])
    expect(localNeed('5120', [{ code: '5153', wording: 'vaktmester' }], facts, TODAY)).toMatchObject({ goal: { code: '5120' }, wishes: [{ code: '5153' }], near: [{ code: '5131' }] })
  })

  test('are none where hers is asked for as much, or where she has no occupation; wishes in words are named', () => {
    expect(localNeed('5120', [], known({ forecasts: [forecast('51')] }), TODAY).near).toEqual([])
    expect(localNeed(null, [{ code: null, wording: 'Noe med mat' }], known({ forecasts: [forecast('51')] }), TODAY)).toMatchObject({ goal: null, near: [], wishesInWords: ['Noe med mat'] })
  })

  test('always leave her own occupation and wishes as they are, whatever is known', () => {
    const level = fc.constantFrom('much' as const, 'some' as const, 'little' as const)
    fc.assert(fc.property(fc.array(fc.record({ code: fc.constantFrom(...names.keys()), level })), fc.array(fc.constantFrom(...names.keys()), { maxLength: 3 }), (list, wishes) => {
      const need = localNeed('5120', wishes.map((code) => ({ code, wording: code })), known({ forecasts: list.map((one) => forecast(one.code, one)) }), TODAY)
      expect(need.goal?.code).toBe('5120')
      expect(need.wishes.map(({ code }) => code)).toEqual([...new Set(wishes.filter((code) => code !== '5120'))])
      expect(need.near.some(({ code }) => code === '5120' || wishes.includes(code))).toBe(false)
    }))
  })
})
