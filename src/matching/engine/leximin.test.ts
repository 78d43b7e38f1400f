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
