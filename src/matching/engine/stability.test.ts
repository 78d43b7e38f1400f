import fc from 'fast-check'
import { expect, test } from 'vitest'
import { everyAssignment, instanceOf, markets, scoreOf, type Market } from '#test/small-markets.ts'
import { blockingOf, stable } from './stability.ts'

const open = (market: Market): Market => ({ ...market, mustPlaceAll: false, edges: market.edges.map((row) => row.map((weight) => (weight <= 0 ? -99 : weight))) })

/** Every pair tried by hand: she moves there, and at most one who is lower is sent away. */
function blockingByHand(market: Market, match: readonly number[]): number {
  const { capacity, parent } = instanceOf(market)
  const isPossible = (after: readonly number[]): boolean => {
    const count = new Int32Array(capacity.length)
    for (const j of after) for (let v = j; v !== -1; v = parent[v] ?? -1) count[v] = (count[v] ?? 0) + 1
    return count.every((taken, v) => taken <= (capacity[v] ?? 0))
  }
  const scoreAt = (i: number, j: number): number => (j === -1 ? 0 : market.edges[i]?.[j] ?? -99)
  return match.flatMap((own, i) => Array.from({ length: market.places }, (_, j) => j).filter((j) => {
    const score = scoreAt(i, j)
    if (score <= scoreAt(i, own)) return false
    const after = match.with(i, j)
    return isPossible(after) || match.some((other, k) => k !== i && other !== -1 && scoreAt(k, other) < score && isPossible(after.with(k, -1)))
  })).length
}

test('blocking pairs are those found by trying each by hand', () => {
  fc.assert(fc.property(markets(6), fc.nat(), (drawn, at) => {
    const market = open(drawn)
    const all: number[][] = []
    everyAssignment(market, (match) => { if (all.length < 200) all.push([...match]) })
    const match = all[at % all.length] ?? []
    expect(blockingOf(instanceOf(market), { match: Int32Array.from(match) }).pairs).toBe(blockingByHand(market, match))
  }), { numRuns: 2000 })
})

test('a stable assignment has no blocking pair, and where no scores are equal there is no other', () => {
  fc.assert(fc.property(markets(6), fc.boolean(), (drawn, isStrict) => {
    const market = open(drawn)
    if (isStrict) market.edges = market.edges.map((row, i) => row.map((weight, j) => (weight === -99 ? weight : weight * 100 + i * 7 + j)))
    const { match, placed, score } = stable(instanceOf(market), 9)
    expect(blockingOf(instanceOf(market), { match })).toEqual({ pairs: 0, people: 0 })
    expect([placed, score]).toEqual([match.filter((j) => j !== -1).length, scoreOf(market, [...match])])
    const others: number[][] = []
    if (isStrict) everyAssignment(market, (other) => { if (blockingByHand(market, other) === 0) others.push([...other]) })
    expect(others).toEqual(isStrict ? [[...match]] : [])
  }), { numRuns: 500 })
})

test('the seed decides between equal scores', () => {
  const instance = instanceOf({ people: 2, places: 1, groups: [], seats: [{ capacity: 1, group: -1 }], edges: [[5], [5]], mustPlaceAll: false })
  const first = Array.from({ length: 200 }, (_, seed) => stable(instance, seed).match.indexOf(0)).filter((i) => i === 0).length
  expect(first).toBeGreaterThan(70)
  expect(first).toBeLessThan(130)
})
