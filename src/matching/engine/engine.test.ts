import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultOfSolution } from './certificate.ts'
import { faultOf, type Instance } from './instance.ts'
import { isDense } from './dense.ts'
import { solve, solved, sumOf } from './solve.ts'

type Drawn = { people: number; places: number; groups: { limit: number; above: number }[]; seats: { capacity: number; group: number }[]; edges: number[][]; mustPlaceAll: boolean }

/** Small markets of every shape: seats and limits of 0, groups in groups, weights below 0, ties. */
const drawn = (heaviest: number): fc.Arbitrary<Drawn> => fc.record({ people: fc.integer({ min: 0, max: 6 }), places: fc.integer({ min: 0, max: 5 }), groupCount: fc.integer({ min: 0, max: 3 }), mustPlaceAll: fc.boolean() })
  .chain(({ people, places, groupCount, mustPlaceAll }) => fc.record({
    people: fc.constant(people), places: fc.constant(places), mustPlaceAll: fc.constant(mustPlaceAll),
    groups: fc.tuple(...Array.from({ length: groupCount }, (_, at) => fc.record({ limit: fc.integer({ min: 0, max: 4 }), above: fc.integer({ min: -1, max: at - 1 }) }))),
    seats: fc.array(fc.record({ capacity: fc.integer({ min: 0, max: 3 }), group: fc.integer({ min: -1, max: groupCount - 1 }) }), { minLength: places, maxLength: places }),
    edges: fc.array(fc.array(fc.option(fc.integer({ min: -3, max: heaviest }), { nil: -99, freq: 2 }), { minLength: places, maxLength: places }), { minLength: people, maxLength: people }),
  }))

function instanceOf({ people, places, groups, seats, edges, mustPlaceAll }: Drawn): Instance {
  const rows = edges.map((row) => row.flatMap((weight, j) => (weight === -99 ? [] : [{ j, weight }])))
  const rowStart = new Int32Array(people + 1)
  rows.forEach((row, i) => { rowStart[i + 1] = (rowStart[i] ?? 0) + row.length })
  return { people, places, rowStart, place: Int32Array.from(rows.flat(), ({ j }) => j), weight: Int32Array.from(rows.flat(), ({ weight }) => weight), mustPlaceAll,
    capacity: Int32Array.from([...seats.map(({ capacity }) => capacity), ...groups.map(({ limit }) => limit)]),
    parent: Int32Array.from([...seats.map(({ group }) => (group === -1 ? -1 : places + group)), ...groups.map(({ above }) => (above === -1 ? -1 : places + above))]) }
}

/** The best by trying everything. */
function bestOfAll({ people, places, edges, mustPlaceAll, ...market }: Drawn): number | undefined {
  const { capacity, parent } = instanceOf({ people, places, edges, mustPlaceAll, ...market })
  const free = [...capacity]
  const goes = (j: number, by: number): void => { for (let v = j; v !== -1; v = parent[v] ?? -1) free[v] = (free[v] ?? 0) + by }
  const fits = (j: number): boolean => { for (let v = j; v !== -1; v = parent[v] ?? -1) if ((free[v] ?? 0) <= 0) return false; return true }
  const from = (i: number): number => {
    if (i === people) return 0
    let best = mustPlaceAll ? -Infinity : from(i + 1)
    edges[i]?.forEach((weight, j) => {
      if (weight === -99 || !fits(j)) return
      goes(j, -1)
      best = Math.max(best, weight + from(i + 1))
      goes(j, 1)
    })
    return best
  }
  const best = from(0)
  return best === -Infinity ? undefined : best
}

describe('the engine', () => {
  test.each([5, 1_000_000])('finds what trying everything finds, and proves it (weights to %i)', (heaviest) => {
    fc.assert(fc.property(drawn(heaviest), (market) => {
      const instance = instanceOf(market)
      expect(faultOf(instance)).toBeUndefined()
      const solution = solve(instance, 7)
      expect(solution?.objective).toBe(bestOfAll(market))
      expect(solution && faultOfSolution(instance, solution)).toBeUndefined()
    }), { numRuns: 1500 })
  })

  test('no answer passes with a sum, a place or a price that is not right', () => {
    fc.assert(fc.property(drawn(9), fc.nat(), fc.integer({ min: 1, max: 5 }), (market, at, by) => {
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
