import fc from 'fast-check'
import { expect, test } from 'vitest'
import { everyAssignment, instanceOf, markets, scoreOf, type Market } from '#test/small-markets.ts'
import { leximin } from './leximin.ts'

/** What those who are placed have, lowest first; nobody counts below 1. */
const sorted = ({ edges }: Market, match: readonly number[]): number[] => match.flatMap((j, i) => (j === -1 ? [] : [edges[i]?.[j] ?? 0])).toSorted((a, b) => a - b)
function isFairer(one: readonly number[], other: readonly number[]): boolean {
  if (one.length !== other.length) return one.length > other.length
  const at = one.findIndex((value, k) => value !== other[k])
  return at !== -1 && (one[at] ?? 0) > (other[at] ?? 0)
}

test('nobody is placed, and nobody placed higher, at the cost of somebody lower: as trying everything finds', () => {
  fc.assert(fc.property(fc.constantFrom(3, 9, 1_000_000).chain(markets), (drawn) => {
    const market = { ...drawn, mustPlaceAll: false, edges: drawn.edges.map((row) => row.map((weight) => (weight <= 0 ? -99 : weight))) }
    let best: number[] = []
    everyAssignment(market, (match) => { const own = sorted(market, match); if (isFairer(own, best)) best = own })
    const { match, placed, score, lowest } = leximin(instanceOf(market), 3)
    expect(sorted(market, [...match])).toEqual(best)
    expect([placed, score, lowest]).toEqual([best.length, scoreOf(market, [...match]), best[0] ?? Infinity])
  }), { numRuns: 1500 })
})

test('of equally fair ones it gives the one that moves fewest, and moves nobody where that is fair already', () => {
  fc.assert(fc.property(fc.constantFrom(2, 4).chain(markets), fc.array(fc.integer({ min: -1, max: 6 }), { minLength: 9, maxLength: 9 }), fc.nat(), (drawn, places, seed) => {
    const market = { ...drawn, mustPlaceAll: false, edges: drawn.edges.map((row) => row.map((weight) => (weight <= 0 ? -99 : weight))) }
    const before = Int32Array.from(market.edges, (_, i) => places[i % places.length] ?? -1)
    const kept = (match: readonly number[]): number => match.filter((j, i) => j !== -1 && j === before[i]).length
    const { match } = leximin(instanceOf(market), seed, undefined, before)
    let most = 0
    everyAssignment(market, (one) => { if (!isFairer(sorted(market, [...match]), sorted(market, one)) && sorted(market, one).length === sorted(market, [...match]).length) most = Math.max(most, kept(one)) })
    expect(kept([...match])).toBe(most)
    expect(leximin(instanceOf(market), seed + 1, undefined, match).match).toEqual(match)
  }), { numRuns: 500 })
})
