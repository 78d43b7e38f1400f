import fc from 'fast-check'
import { expect, test } from 'vitest'
import { severalFits, solveSeveral, type Several } from './several.ts'

type Drawn = { weights: number[][]; most: number[]; least: number[]; has: number[]; capacity: number[]; group: number }
const NONE = -99

const drawn: fc.Arbitrary<Drawn> = fc.record({ people: fc.integer({ min: 1, max: 4 }), places: fc.integer({ min: 1, max: 3 }) }).chain(({ people, places }) => {
  const each = (most: number): fc.Arbitrary<number[]> => fc.array(fc.nat(most), { minLength: people, maxLength: people })
  return fc.record({ most: each(3), least: each(3), has: each(2), group: fc.integer({ min: 0, max: 5 }), capacity: fc.array(fc.nat(3), { minLength: places, maxLength: places }),
    weights: fc.array(fc.array(fc.oneof(fc.integer({ min: 1, max: 6 }), fc.constant(NONE)), { minLength: places, maxLength: places }), { minLength: people, maxLength: people }) })
})

function problemOf({ weights, most, least, has, capacity, group }: Drawn): Several {
  const rows = weights.map((row) => row.flatMap((weight, place) => (weight === NONE ? [] : [{ weight, place }])))
  const rowStart = new Int32Array(rows.length + 1)
  rows.forEach((row, i) => { rowStart[i + 1] = rowStart[i]! + row.length })
  return { people: rows.length, places: capacity.length, rowStart, place: Int32Array.from(rows.flat(), ({ place }) => place), weight: Int32Array.from(rows.flat(), ({ weight }) => weight),
    capacity: Int32Array.from([...capacity, group]), parent: Int32Array.from([...capacity.map(() => capacity.length), -1]), most: Int32Array.from(most), least: Int32Array.from(least), has: Int32Array.from(has) }
}

/** What counts, the weightiest first: how many have their first place that counts, their second …; then the weights. */
function rankOf({ people, rowStart, weight, least, has }: Several, chosen: (e: number) => boolean): number[] {
  const ranks = Array.from({ length: 7 }, () => 0)
  for (let i = 0; i < people; i++) {
    let own = 0
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) if (chosen(e)) { own++; ranks[6]! += weight[e]!; if (own <= least[i]!) ranks[has[i]! + own]!++ }
  }
  return [ranks.slice(0, 6).reduce((sum, one) => sum + one, 0), ...ranks]
}

function mayBe({ people, places, rowStart, place, capacity, most }: Several, chosen: (e: number) => boolean): boolean {
  const taken = new Int32Array(places + 1)
  for (let i = 0; i < people; i++) {
    let own = 0
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) if (chosen(e)) { own++; taken[place[e]!]!++; taken[places]!++ }
    if (own > most[i]!) return false
  }
  return taken.every((count, v) => count <= capacity[v]!)
}

const isMore = (one: readonly number[], other: readonly number[]): boolean => { const at = one.findIndex((value, n) => value !== other[n]); return at !== -1 && one[at]! > other[at]! }

test('no choice of several places is better: fewest lacking, first places before second ones, then the weights', () => {
  fc.assert(fc.property(drawn, (market) => {
    const problem = problemOf(market)
    fc.pre(problem.place.length <= 10)
    expect(severalFits(problem)).toBe(true)
    const solution = solveSeveral(problem, 3)
    const own = (e: number): boolean => solution.chosen[e] === 1
    expect(mayBe(problem, own)).toBe(true)
    expect(solution.value).toBe(problem.weight.reduce((sum, weight, e) => sum + (own(e) ? weight : 0), 0))
    const rank = rankOf(problem, own)
    const all = Array.from({ length: 2 ** problem.place.length }, (_, set) => (e: number): boolean => (set >> e) % 2 === 1)
    expect(all.findIndex((isIn) => mayBe(problem, isIn) && isMore(rankOf(problem, isIn), rank))).toBe(-1)
  }), { numRuns: 600 })
})
