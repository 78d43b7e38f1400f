import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainDate } from '#shared/date.ts'
import { aFrame, aMarketPlace, comparingOn, factsOf } from '#test/market.ts'
import type { Demand } from '../facts.schema.ts'
import { moreLike, pairOf } from '../market/compare.core.ts'
import type { Market } from '../market/market.core.ts'
import { outcomesOf } from '../market/standing.core.ts'
import { priceOf } from '../lists/prices.core.ts'
import { cheapestSet } from './cheapest.core.ts'
import { compareScenarios, spreadOf, statesOf } from './effect.core.ts'
import { preparedFor, workshopOf } from './scenario.core.ts'
import type { Part, PricedPart, Scenario } from './what-if.schema.ts'

const compare = comparingOn(plainDate('2026-11-20'))
const shopOf = (market: Market) => workshopOf(market, compare)
const priced = (...parts: Part[]): PricedPart[] => parts.map((part) => ({ part, cost: 10 }))
const scenario = (name: string, ...parts: Part[]): Scenario => ({ name, unit: 'points', parts: priced(...parts) })
const more = (like: string, count: number): Part => ({ is: 'places', count, like, title: 'Flere', occupationCode: null, level: null, schedule: [], reachableBy: [] })
const lower: Part = { is: 'level', from: 'B1', to: 'A2', employerId: null, occupation: null, kind: null }
const course = (seats: number): Part => ({ is: 'course', gives: { is: 'level', skill: 'listening' }, seats })
const childcare: Part = { is: 'childcare', until: '17:00', seats: null }
const law: Demand = { kind: 'norwegian', isRequired: true, skill: 'spoken_interaction', level: 'B1', name: null, sentence: null, statutoryBasis: 'helsepersonelloven § 48 a' }

const people = Array.from({ length: 12 }, (_, at) => factsOf(`p${at}`, { level: at < 8 ? 'A1' : 'A2', frame: aFrame(at % 3 === 0 ? { latest: '15:00', transport: ['walk'] } : {}) }))
const market = { people, places: [
  aMarketPlace('kitchen', { level: 'A2', seats: 2, employerId: 'a' }), aMarketPlace('ward', { level: 'C1', seats: 3, employerId: 'b', demands: [law] }),
  aMarketPlace('shop', { level: 'B1', seats: 4, place: 'Nordvåg', reachableBy: ['car'] }), aMarketPlace('late', { level: 'A1', seats: 2, schedule: [{ weekday: 1, from: '15:00', to: '16:30' }] })], limits: [] } satisfies Market
const placedBy = (part: Part): number => compareScenarios(shopOf(market), [scenario('x', part)], 7).scenarios[0]?.effect.placed.mean ?? -1

describe('what a part does', () => {
  test('more places place more, until nobody is left; a place that is not there adds none', () => {
    const today = compareScenarios(shopOf(market), [scenario('x', lower)], 7).today.placed.mean
    expect([placedBy(more('kitchen', 3)), placedBy(more('kitchen', 500)), placedBy(more('gone', 5))]).toEqual([Math.min(12, today + 3), 12, today])
  })
  test('more places like one give nobody a seat whom no plan may give that one', () => {
    const barred = new Set(people.flatMap(({ id }) => [pairOf(id, 'kitchen'), pairOf(id, moreLike('kitchen'))]))
    const [open, shut] = [market, { ...market, barred }].map((one) => compareScenarios(shopOf(one), [scenario('x', more('kitchen', 5))], 7))
    expect([shut?.scenarios[0]?.effect.placed.mean, (open?.scenarios[0]?.effect.placed.mean ?? 0) > (open?.today.placed.mean ?? 0)]).toEqual([shut?.today.placed.mean, true])
  })
  test('places like one that is there stand under its employer’s limit and no supervisor’s, invented ones under the municipality’s alone', () => {
    const limits = [{ kind: 'municipality', id: null, name: '', left: 9, above: null }, { kind: 'employer', id: 'a', name: 'Fjordkroa', left: 3, above: 0 }, { kind: 'supervisor', id: 's', name: 'Kari', left: 1, above: 1 }] satisfies Market['limits']
    const limited = shopOf({ people, limits, places: [aMarketPlace('kitchen', { level: 'A1', seats: 1, employerId: 'a', limitAt: 2 })] })
    const invented: Part = { is: 'places', count: 20, like: null, title: 'Ny', occupationCode: '5120', level: 'A1', schedule: [], reachableBy: [] }
    const [like, both] = compareScenarios(limited, [scenario('like', more('kitchen', 5)), scenario('both', more('kitchen', 5), invented)], 1).scenarios.map(({ effect }) => effect)
    expect(like).toMatchObject({ placed: { mean: 3 }, seats: 3, parts: [{ changed: 5, under: { name: 'Fjordkroa', left: 3 } }] })
    expect(both).toMatchObject({ placed: { mean: 9 }, seats: 9, parts: [{ under: { name: 'Fjordkroa' } }, { changed: 20, under: null }] })
    expect(priceOf(limited.market, compare).places.map(({ price }) => price > 0)).toEqual([true])
  })
  test('the same part twice counts twice', () => {
    const shop = shopOf({ people, places: market.places.slice(1, 2), limits: [] })
    const [one, two] = compareScenarios(shop, [scenario('one', more('ward', 2)), scenario('two', more('ward', 2), more('ward', 2))], 1).scenarios.map(({ effect }) => effect.seats)
    expect([one, two]).toEqual([5, 7])
  })
  test('a lower level changes what the employer asks and never what the law asks; who asked is counted', () => {
    const state = preparedFor(shopOf(market), [lower])(1)
    expect(state.parts[0]).toEqual({ helps: null, takes: null, changed: 1, kept: 1, under: null })
    expect(state.market.places.map(({ facts }) => facts.demands.map(({ level }) => level))).toEqual([['A2'], ['C1', 'B1'], ['A2'], ['A1']])
    expect(preparedFor(shopOf(market), [{ ...lower, employerId: 'a' }])(1).parts[0]).toMatchObject({ changed: 0, kept: 0 })
  })
  test('a bus to one town reaches that town alone, and lets those who take it begin earlier', () => {
    const state = preparedFor(shopOf({ ...market, people: [factsOf('x', { frame: aFrame({ earliest: '08:00' }) })] }), [{ is: 'travel', way: 'bus', to: ['Nordvåg'], earliest: '05:30' }])(1)
    expect(state.market.places.map(({ facts }) => facts.reachableBy)).toEqual([[], [], ['car', 'bus'], []])
    expect(state.parts[0]).toMatchObject({ changed: 1 })
  })
  test('a course has as many as it has seats, drawn among those it helps; childcare is for everybody it helps', () => {
    const shop = shopOf(market)
    const states = statesOf(shop, priced(course(3)), 7, 10)
    expect(states).toHaveLength(10)
    expect(states.map(({ parts }) => parts[0]?.takes)).toEqual(Array.from({ length: 10 }, () => 3))
    for (const { market: after } of states) expect(after.people.filter((person, at) => person !== people[at])).toHaveLength(3)
    expect(new Set(states.map(({ market: after }) => after.people.flatMap((person, at) => (person === people[at] ? [] : [at])).join())).size).toBeGreaterThan(2)
    const [state, ...none] = statesOf(shop, priced(childcare), 7, 10)
    expect([none.length, state?.parts[0]?.helps, state?.parts[0]?.takes]).toEqual([0, 4, 4])
  })
  test('what is given never places fewer', () => {
    const parts = [more('kitchen', 1), more('late', 2), lower, childcare, course(2), course(20), { is: 'licence', name: 'B', seats: 4 }, { is: 'travel', way: 'bus', to: [], earliest: null }] satisfies Part[]
    fc.assert(fc.property(fc.subarray(people), fc.subarray(market.places), fc.constantFrom(...parts), fc.integer({ min: 0, max: 99 }), (some, places, part, seed) => {
      const { today, scenarios } = compareScenarios(shopOf({ people: some, places, limits: [] }), [scenario('x', part)], seed)
      expect(scenarios[0]?.effect.placed.low).toBeGreaterThanOrEqual(today.placed.mean)
    }), { numRuns: 80 })
  })
})

describe('the effect', () => {
  test('has a spread where seats are drawn and none where not, the same for the same seed', () => {
    const run = () => compareScenarios(shopOf(market), [scenario('drawn', course(2)), scenario('sure', lower)], 7)
    const [drawnOnes, sure] = run().scenarios.map(({ effect }) => effect)
    expect([drawnOnes?.draws, sure?.draws]).toEqual([40, 1])
    expect(sure?.placed.low).toBe(sure?.placed.high)
    expect(run()).toEqual(run())
  })
  test('tells of no group of fewer than five', () => {
    const { today } = compareScenarios(shopOf(market), [scenario('x', lower)], 1)
    expect(today.groups.find(({ group }) => group === 'norwegian.below')).toEqual({ group: 'norwegian.below', people: 8, before: expect.any(Number), after: expect.any(Number) })
    expect(today.groups.find(({ group }) => group === 'time.limited')).toEqual({ group: 'time.limited', people: null, before: null, after: null })
  })
  test('the spread is mean and a tenth on either side', () => {
    expect(spreadOf(Array.from({ length: 20 }, (_, one) => one))).toEqual({ mean: 9.5, low: 2, high: 18 })
    expect(spreadOf([4])).toEqual({ mean: 4, low: 4, high: 4 })
  })
})

describe('the cheapest set for a target', () => {
  const all = [more('kitchen', 1), more('late', 3), lower, childcare, { is: 'travel', way: 'bus', to: [], earliest: null }] satisfies Part[]
  test('reaches it, and no cheaper set does', () => {
    fc.assert(fc.property(fc.subarray(all), fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 5 }), fc.integer({ min: 1, max: 12 }), (some, costs, target) => {
      const parts = some.map((part, at) => ({ part, cost: costs[at] ?? 1 }))
      const shop = shopOf(market)
      const found = cheapestSet(shop, parts, target, { seed: 1 })
      const every = Array.from({ length: 2 ** parts.length }, (_, bits) => parts.filter((_part, at) => (bits >> at) & 1)).map((set) => ({ cost: set.reduce((sum, { cost }) => sum + cost, 0),
        placed: [...outcomesOf([preparedFor(shop, set.map(({ part }) => part))(1).market], shop.worths, 1)][0]?.placed ?? 0 }))
      const enough = every.filter(({ placed }) => placed >= target).map(({ cost }) => cost)
      expect([found.cost, found.how]).toEqual([enough.length === 0 ? null : Math.min(...enough), 'exact'])
      expect(found.chosen === null || (found.placed?.mean ?? 0) >= target).toBe(true)
    }), { numRuns: 60 })
  })
  test('with more sets than are tried it says so: the target is reached, and no set below the bound does', () => {
    const parts = all.map((part, at) => ({ part, cost: at + 1 }))
    const exact = cheapestSet(shopOf(market), parts, 10, { seed: 1 })
    const found = cheapestSet(shopOf(market), parts, 10, { seed: 1, most: 1 })
    expect(found.how).toBe('bounded')
    expect(found.placed?.mean).toBeGreaterThanOrEqual(10)
    expect(found.bound).toBeLessThanOrEqual(exact.cost ?? -1)
    expect(found.cost).toBeGreaterThanOrEqual(exact.cost ?? Infinity)
  })
  test('a target nothing reaches has no answer', () => {
    expect(cheapestSet(shopOf(market), priced(lower), 100, { seed: 1 })).toMatchObject({ chosen: null, cost: null, how: 'exact', tried: 2 })
  })
})
