import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { everyAssignment, instanceOf, markets, scoreOf, type Market } from '#test/small-markets.ts'
import { draws } from './draw.ts'
import { faultsOfGroups, type Groups } from './floor-ground.ts'
import { fairOf, type Fair } from './floors.ts'
import { ratio, reportOf } from './group-report.ts'
import { wilson } from './wilson.ts'
import type { Instance } from './instance.ts'

const shares = fc.array(fc.option(fc.constantFrom(0.5, 0.8, 0.9, 0.95, 1), { nil: null }), { minLength: 2, maxLength: 2 })
const scoreOfGroup = (market: Market, match: readonly number[], group: Int32Array, g: number): number => scoreOf(market, match.map((j, i) => (group[i] === g ? j : -1)))

/** The bound as anybody can compute it from its proof: what seats cost at its prices and what people have at best, less what the floors are worth. */
function boundBy({ people, rowStart, place, weight, capacity, parent }: Instance, { group, floors }: Groups, { scale, factors, prices }: Fair['proof'], ownBest: readonly number[]): number {
  let bound = 0
  for (let i = 0; i < people; i++) {
    let best = 0
    for (let e = rowStart[i] ?? 0; e < (rowStart[i + 1] ?? 0); e++) if ((weight[e] ?? 0) > 0) best = Math.max(best, (weight[e] ?? 0) * (factors[group[i] === -1 ? floors.length : group[i] ?? 0] ?? 0) - (prices[place[e] ?? 0] ?? 0))
    bound += best
  }
  parent.forEach((above, v) => { const own = (prices[v] ?? 0) - (above === -1 ? 0 : prices[above] ?? 0); expect(own).toBeGreaterThanOrEqual(0); bound += own * (capacity[v] ?? 0) })
  floors.forEach((floor, g) => { if (floor !== null) bound -= ((factors[g] ?? 0) - scale) * Math.ceil(floor * (ownBest[g] ?? 0)) })
  return bound / scale
}

describe('floors for groups', () => {
  test('are kept; none that keeps them is above the bound; and what is said to be impossible is', () => {
    const seen = { kept: 0, tight: 0, impossible: 0, left: 0 }
    fc.assert(fc.property(markets(9), fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 6, maxLength: 6 }), shares, (drawn, groupOf, floors) => {
      const market = { ...drawn, mustPlaceAll: false, edges: drawn.edges.map((row) => row.map((weight) => (weight <= 0 ? -99 : weight))) }
      const group = Int32Array.from(groupOf.slice(0, market.people))
      const instance = instanceOf(market)
      const own = [0, 0]
      everyAssignment(market, (match) => own.forEach((best, g) => { own[g] = Math.max(best, scoreOfGroup(market, match, group, g)) }))
      let best = -1
      everyAssignment(market, (match) => { if (floors.every((floor, g) => floor === null || scoreOfGroup(market, match, group, g) >= Math.ceil(floor * (own[g] ?? 0)))) best = Math.max(best, scoreOf(market, match)) })
      const fair = fairOf(instance, { group, floors }, 2)
      expect(fair.before.map(({ ownBest }) => ownBest)).toEqual(own)
      if (!fair.ok) { if (fair.isProved) seen.impossible++; else seen.left++; return fair.isProved ? best === -1 : true }
      seen.kept++
      if (fair.gap === 0) seen.tight++
      const match = [...fair.match]
      expect(fair.bound).toBeCloseTo(boundBy(instance, { group, floors }, fair.proof, own))
      expect([fair.score, fair.placed]).toEqual([scoreOf(market, match), match.filter((j) => j !== -1).length])
      expect(fair.after.map(({ score }) => score)).toEqual(own.map((_, g) => scoreOfGroup(market, match, group, g)))
      expect(floors.every((floor, g) => floor === null || (fair.after[g]?.score ?? 0) >= Math.ceil(floor * (own[g] ?? 0)))).toBe(true)
      return fair.score <= best && best <= Math.floor(fair.bound + 1e-9)
    }), { numRuns: 1200 })
    expect(seen.kept).toBeGreaterThan(600)
    expect(seen.impossible).toBeGreaterThan(20)
    expect(seen.left / (seen.kept + seen.impossible)).toBeLessThan(0.2)
  })

  // 600 people, 150 places with 500 seats; every fourth has a quarter less
  const draw = draws(5)
  const [people, places] = [600, 150]
  const group = Int32Array.from({ length: people }, (_, i) => (i % 4 === 0 ? 1 : 0))
  const instance: Instance = { people, places, rowStart: Int32Array.from({ length: people + 1 }, (_, i) => i * 30), place: Int32Array.from({ length: people * 30 }, (_, e) => ((e % 30) * 5 + (Math.floor(e / 30) * 13)) % places), mustPlaceAll: false,
    weight: Int32Array.from({ length: people * 30 }, (_, e) => Math.floor((1 + draw() * 9999) * (group[Math.floor(e / 30)] === 1 ? 0.75 : 1))), capacity: Int32Array.from({ length: places }, (_, j) => (j % 3 === 0 ? 4 : 3)), parent: new Int32Array(places).fill(-1) }

  test.each([[[null, 0.97]], [[0.88, 0.7]], [[0.9, null]]])('at the size of a municipality %j come within 0.1 % of the bound, and say who pays', (floors) => {
    const fair = fairOf(instance, { group, floors }, 1)
    if (!fair.ok) throw new Error('not kept')
    expect(fair.gap).toBeLessThan(0.001)
    floors.forEach((floor, g) => expect(fair.after[g]?.ownBestShare?.share).toBeGreaterThanOrEqual(floor ?? 0))
    const paid = fair.payers.reduce((sum, { lost, gained }) => sum + lost - gained, 0)
    expect([paid, fair.loss]).toEqual([fair.plainScore - fair.score, 1 - fair.score / fair.plainScore])
    expect(fair.bound).toBeLessThanOrEqual(fair.plainScore)
  })

  test('that need more than there is are refused as impossible, with what came nearest', () => {
    const unfair = fairOf(instance, { group, floors: [1, 1] }, 1)
    expect(unfair).toMatchObject({ ok: false, isProved: true, closest: [{ group: 0, people: 450 }, { group: 1, people: 150 }] })
  })

  test('are refused in words when they make no sense', () => {
    expect(faultsOfGroups(instance, { group: Int32Array.of(0), floors: [NaN, 1.2] })).toEqual(['There are 600 people, and groups of 1.', 'A floor is a share from 0 to 1, not NaN.', 'A floor is a share from 0 to 1, not 1.2.'])
    expect(faultsOfGroups({ ...instance, mustPlaceAll: true, weight: instance.weight.with(0, 2e9) }, { group, floors: [null] })).toEqual(['Somebody is in a group that is not there.', 'With floors a weight may be at most 21474836.', 'Floors are for where not everybody must be placed.'])
  })
})

describe('the report of groups', () => {
  test('gives shares with their intervals as the books do', () => {
    const rounded = (share: ReturnType<typeof wilson>) => share && [share.share, share.low, share.high].map((one) => Number(one.toFixed(4)))
    // Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29
    expect([wilson(81, 263), wilson(15, 148), wilson(0, 20), wilson(1, 29)].map((share) => rounded(share)?.slice(1))).toEqual([[0.2553, 0.3662], [0.0624, 0.1605], [0, 0.1611], [0.0061, 0.1718]])
    expect(wilson(0, 0)).toBeNull()
    // by hand: residuals of share 0.8 are 2, -2, 0; squares 8, n·8/2 = 12, reach 1.96·√12/30
    expect(rounded(ratio([10, 6, 8], [10, 10, 10]))).toEqual([0.8, 0.5737, 1.0263])
    expect(ratio([], [])).toBeNull()
  })

  test('counts who is placed in each group, those who are in none left out', () => {
    const small = instanceOf({ people: 3, places: 1, groups: [], seats: [{ capacity: 2, group: -1 }], edges: [[4], [5], [6]], mustPlaceAll: false })
    expect(reportOf(small, { group: Int32Array.of(0, 0, -1), groups: 1, ownBest: Float64Array.of(4, 5, 6) }, { match: Int32Array.of(-1, 0, 0) })).toMatchObject([{ people: 2, placed: 1, score: 5, ownBest: 9, placedShare: { share: 0.5 } }])
  })
})
