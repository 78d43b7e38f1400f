import fc from 'fast-check'
import type { Instance } from '#matching/engine/instance.ts'

export type Market = { people: number; places: number; groups: { limit: number; above: number }[]; seats: { capacity: number; group: number }[]; edges: number[][]; mustPlaceAll: boolean }

/** Small markets of every shape: seats and limits of 0, groups in groups, weights below 0, ties. */
export const markets = (heaviest: number): fc.Arbitrary<Market> => fc.record({ people: fc.integer({ min: 0, max: 6 }), places: fc.integer({ min: 0, max: 5 }), groupCount: fc.integer({ min: 0, max: 3 }), mustPlaceAll: fc.boolean() })
  .chain(({ people, places, groupCount, mustPlaceAll }) => fc.record({
    people: fc.constant(people), places: fc.constant(places), mustPlaceAll: fc.constant(mustPlaceAll),
    groups: fc.tuple(...Array.from({ length: groupCount }, (_, at) => fc.record({ limit: fc.integer({ min: 0, max: 4 }), above: fc.integer({ min: -1, max: at - 1 }) }))),
    seats: fc.array(fc.record({ capacity: fc.integer({ min: 0, max: 3 }), group: fc.integer({ min: -1, max: groupCount - 1 }) }), { minLength: places, maxLength: places }),
    edges: fc.array(fc.array(fc.option(fc.integer({ min: -3, max: heaviest }), { nil: -99, freq: 2 }), { minLength: places, maxLength: places }), { minLength: people, maxLength: people }),
  }))

/** A market as the engine takes it. */
export function instanceOf({ people, places, groups, seats, edges, mustPlaceAll }: Market): Instance {
  const rows = edges.map((row) => row.flatMap((weight, j) => (weight === -99 ? [] : [{ j, weight }])))
  const rowStart = new Int32Array(people + 1)
  rows.forEach((row, i) => { rowStart[i + 1] = (rowStart[i] ?? 0) + row.length })
  return { people, places, rowStart, place: Int32Array.from(rows.flat(), ({ j }) => j), weight: Int32Array.from(rows.flat(), ({ weight }) => weight), mustPlaceAll,
    capacity: Int32Array.from([...seats.map(({ capacity }) => capacity), ...groups.map(({ limit }) => limit)]),
    parent: Int32Array.from([...seats.map(({ group }) => (group === -1 ? -1 : places + group)), ...groups.map(({ above }) => (above === -1 ? -1 : places + above))]) }
}

/** Every assignment there can be, those that leave somebody out too, each shown once. */
export function everyAssignment(market: Market, see: (match: readonly number[]) => void): void {
  const { capacity, parent } = instanceOf(market)
  const [free, match] = [[...capacity], Array.from({ length: market.people }, () => -1)]
  const goes = (j: number, by: number): void => { for (let v = j; v !== -1; v = parent[v] ?? -1) free[v] = (free[v] ?? 0) + by }
  const fits = (j: number): boolean => { for (let v = j; v !== -1; v = parent[v] ?? -1) if ((free[v] ?? 0) <= 0) return false; return true }
  const from = (i: number): void => {
    if (i === market.people) { see(match); return }
    from(i + 1)
    market.edges[i]?.forEach((weight, j) => {
      if (weight === -99 || !fits(j)) return
      goes(j, -1)
      match[i] = j
      from(i + 1)
      match[i] = -1
      goes(j, 1)
    })
  }
  from(0)
}

/** What an assignment is worth. */
export const scoreOf = ({ edges }: Market, match: readonly number[]): number => match.reduce((sum, j, i) => sum + (j === -1 ? 0 : edges[i]?.[j] ?? 0), 0)

/** The best by trying everything; undefined when all must be placed and cannot be. */
export function bestOfAll(market: Market): number | undefined {
  let best = -Infinity
  everyAssignment(market, (match) => { if (!market.mustPlaceAll || !match.includes(-1)) best = Math.max(best, scoreOf(market, match)) })
  return best === -Infinity ? undefined : best
}
