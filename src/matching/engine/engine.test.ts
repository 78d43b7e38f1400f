import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultOfSolution } from './certificate.ts'
import { bestOfAll, instanceOf, markets } from '#test/small-markets.ts'
import { faultOf, type Instance } from './instance.ts'
import { isDense } from './dense.ts'
import { solve, solved, sumOf } from './solve.ts'

describe('the engine', () => {
  test.each([5, 1_000_000])('finds what trying everything finds, and proves it (weights to %i)', (heaviest) => {
    fc.assert(fc.property(markets(heaviest), (market) => {
      const instance = instanceOf(market)
      expect(faultOf(instance)).toBeUndefined()
      const solution = solve(instance, 7)
      expect(solution?.objective).toBe(bestOfAll(market))
      expect(solution && faultOfSolution(instance, solution)).toBeUndefined()
    }), { numRuns: 1500 })
  })

  test('no answer passes with a sum, a place or a price that is not right', () => {
    fc.assert(fc.property(markets(9), fc.nat(), fc.integer({ min: 1, max: 5 }), (market, at, by) => {
      const instance = instanceOf({ ...market, mustPlaceAll: false })
      const solution = solve(instance, 7)
      const worth = (i: number): number => { const row = market.edges[i]?.[solution?.match[i] ?? -1]; return row === undefined || row === -99 ? 0 : row }
      const i = solution?.match.findIndex((_, one) => worth(one) > 0) ?? -1
      fc.pre(solution !== undefined && i !== -1)
      if (!solution) return
      const broken = [{ ...solution, objective: solution.objective + by }, { ...solution, match: solution.match.with(i, -1) }, { ...solution, match: solution.match.with(i, -1), objective: solution.objective - worth(i) },
        { ...solution, prices: solution.prices.with(at % solution.prices.length, -by) }]
      expect(broken.map((one) => faultOfSolution(instance, one) === undefined)).toEqual([false, false, false, false])
    }))
  })
})

test('the seed decides between what is as good, and not the order of the file', () => {
  const oneSeat = (first: number): Instance => ({ people: 2, places: 1, rowStart: Int32Array.of(0, 1, 2), place: Int32Array.of(0, 0), weight: Int32Array.of(first, 5), capacity: Int32Array.of(1), parent: Int32Array.of(-1), mustPlaceAll: false })
  const seated = Array.from({ length: 400 }, (_, seed) => solve(oneSeat(5), seed)?.match.indexOf(0))
  const ofFirst = seated.filter((one) => one === 0).length
  expect(ofFirst).toBeGreaterThan(150)
  expect(ofFirst).toBeLessThan(250)
  expect(solve(oneSeat(5), 3)?.match).toEqual(solve(oneSeat(5), 3)?.match)
  expect(solve(oneSeat(6), 3)?.match).toEqual(Int32Array.of(0, -1))
})

test('a whole table gives the same by lists and as a table, and is proved', () => {
  const tables = fc.integer({ min: 2, max: 12 }).chain((n) => fc.array(fc.integer({ min: -9, max: 9 }), { minLength: n * n, maxLength: n * n }))
  fc.assert(fc.property(tables, (weights) => {
    const n = Math.sqrt(weights.length)
    const instance: Instance = { people: n, places: n, rowStart: Int32Array.from({ length: n + 1 }, (_, i) => i * n), place: Int32Array.from(weights, (_, e) => e % n), weight: Int32Array.from(weights), capacity: new Int32Array(n).fill(1), parent: new Int32Array(n).fill(-1), mustPlaceAll: true }
    const table = solve(instance, 2)
    const sparse = sumOf(solved(instance))
    // a group nothing lies in makes it no table: it has a price too
    const grouped = { ...instance, capacity: Int32Array.from([...instance.capacity, 1]), parent: Int32Array.from([...instance.parent, -1]) }
    expect([isDense(instance), isDense(grouped)]).toEqual([true, false])
    expect(faultOfSolution(grouped, solve(grouped, 2) ?? { match: new Int32Array(n), objective: NaN, placed: 0, prices: new Float64Array(n + 1) })).toBeUndefined()
    expect(table?.objective).toBe(sparse.objective)
    expect(table && faultOfSolution(instance, table)).toBeUndefined()
  }), { numRuns: 500 })
})
