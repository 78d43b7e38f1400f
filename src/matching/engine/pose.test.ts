import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { everyAssignment, instanceOf, markets, scoreOf, type Market } from '#test/small-markets.ts'
import { faultOfSolution } from './certificate.ts'
import { inWords, type Decisions, type Pair } from './decisions.ts'
import { pose } from './pose.ts'
import { solve } from './solve.ts'

const nothing: Decisions = { pins: [], forbids: [], keep: null, mostPlacedFirst: false }
const pairs = fc.array(fc.tuple(fc.nat(5), fc.nat(4)), { maxLength: 4 })
const decided = fc.record({ pins: fc.array(fc.tuple(fc.nat(5), fc.nat(4)), { maxLength: 2 }), forbids: pairs, keep: fc.option(fc.record({ pairs, unlessGain: fc.nat(6) }), { nil: null }), mostPlacedFirst: fc.boolean() })

/** One person has one place today, and a pair is kept once. */
const onceEach = (all: readonly Pair[]): Pair[] => [...new Map(all)]
const isThere = ({ people, places }: Market) => ([i, j]: Pair): boolean => i < people && j < places
/** First larger counts first. */
const isBetter = (one: readonly number[], other: readonly number[]): boolean => { const at = one.findIndex((value, k) => value !== other[k]); return at !== -1 && (one[at] ?? 0) > (other[at] ?? 0) }

/** By trying everything: the best placed, then score less what giving up costs, then pairs kept; undefined where the decisions allow nothing. */
function bestOfAll(market: Market, { pins, forbids, keep, mostPlacedFirst }: Decisions): readonly number[] | undefined {
  let best: readonly number[] | undefined
  everyAssignment(market, (match) => {
    if (market.mustPlaceAll && match.includes(-1)) return
    if (pins.some(([i, j]) => match[i] !== j) || forbids.some(([i, j]) => match[i] === j)) return
    const kept = keep?.pairs.filter(([i, j]) => match[i] === j).length ?? 0
    const gain = keep?.unlessGain ?? 0
    const goals = [mostPlacedFirst ? match.filter((j) => j !== -1).length : 0, scoreOf(market, match) + gain * kept, gain === 0 ? kept : -kept]
    if (!best || isBetter(goals, best)) best = goals
  })
  return best
}

describe('what people have decided', () => {
  test('pins, forbids, keeping and the order of goals give what trying everything gives, and it is proved', () => {
    let solvedOnes = 0
    fc.assert(fc.property(markets(7), decided, (market, drawn) => {
      const [pins, forbids] = [drawn.pins.filter(isThere(market)), drawn.forbids.filter(isThere(market))]
      const keep = drawn.keep && { ...drawn.keep, pairs: onceEach(drawn.keep.pairs.filter(isThere(market))) }
      const decisions = { ...drawn, pins, forbids, keep }
      const gain = keep?.unlessGain ?? 0
      const posed = pose(instanceOf(market), decisions)
      const solution = posed.ok ? solve(posed.instance, 5) : undefined
      const reached = posed.ok && solution && posed.read(solution)
      expect(reached ? [decisions.mostPlacedFirst ? reached.placed : 0, reached.score + gain * reached.kept, gain === 0 ? reached.kept : -reached.kept] : undefined).toEqual(bestOfAll(market, decisions))
      if (!posed.ok || !solution) return
      expect([faultOfSolution(posed.instance, solution), pins.filter(([i, j]) => solution.match[i] !== j)]).toEqual([undefined, []])
      solvedOnes++
    }), { numRuns: 4000 })
    expect(solvedOnes).toBeGreaterThan(1000)
  })

  test('a set of pins is refused exactly where nothing can honour it', () => {
    fc.assert(fc.property(markets(7), fc.array(fc.tuple(fc.nat(5), fc.nat(4)), { maxLength: 5 }), (drawn, pins) => {
      const market = { ...drawn, mustPlaceAll: false }
      const decisions = { ...nothing, pins: pins.filter(isThere(market)) }
      expect(pose(instanceOf(market), decisions).ok).toBe(bestOfAll(market, decisions) !== undefined)
    }), { numRuns: 1500 })
  })
})

describe('decisions that cannot stand together', () => {
  // three people, two places with two seats and one, both under an employer who takes two
  const market: Market = { people: 3, places: 2, groups: [{ limit: 2, above: -1 }], seats: [{ capacity: 2, group: 0 }, { capacity: 1, group: 0 }], edges: [[5, 5], [5, 5], [5, -99]], mustPlaceAll: false }
  const reasons = (change: Partial<Decisions>, weights = market.edges): string[] => { const posed = pose(instanceOf({ ...market, edges: weights }), { ...nothing, ...change }); return posed.ok ? [] : posed.reasons.map((one) => inWords(one)) }

  test.each<[string, Partial<Decisions>, string]>([
    ['everybody pinned to one seat', { pins: [[0, 1], [1, 1]] }, '2 are pinned to place 1, which has 1 seats: person 0, person 1.'],
    ['more pinned below a group than it takes', { pins: [[0, 0], [1, 1], [2, 0]] }, '3 are pinned to place 2, which has 2 seats: person 0, person 1, person 2.'],
    ['pinned twice', { pins: [[0, 0], [0, 1]] }, 'person 0 is pinned to place 0 and place 1, and can only be at one.'],
    ['pinned and forbidden', { pins: [[0, 0]], forbids: [[0, 0]] }, 'person 0 is both pinned to place 0 and forbidden there.'],
    ['pinned where she may not be', { pins: [[2, 1]] }, 'person 2 is pinned to place 1, where she may not be.'],
    ['somebody unknown', { forbids: [[7, 0]] }, 'There is no pair of person 7 and place 0.'],
    ['a place unknown', { keep: { pairs: [[0, -1]], unlessGain: 0 } }, 'There is no pair of person 0 and place -1.'],
    ['no number at all', { pins: [[NaN, 0]] }, 'There is no pair of person NaN and place 0.'],
    ['a gain below 0', { keep: { pairs: [], unlessGain: -1 } }, 'What a change must gain is a whole number from 0, not -1.'],
    ['a gain that is no number', { keep: { pairs: [], unlessGain: NaN } }, 'What a change must gain is a whole number from 0, not NaN.'],
  ])('%s', (_, change, words) => { expect(reasons(change)).toContain(words) })

  test('weights that would overflow are refused, with how large they would become', () => {
    expect(reasons({ keep: { pairs: [[0, 0]], unlessGain: 1 } }, [[2_000_000_000, 5], [5, 5], [5, -99]])).toEqual(['With these decisions a weight would be 4000000001, and the most is 2147483647: use smaller weights, keep fewer pairs, or do not ask for the most placed first.'])
    expect(reasons({ mostPlacedFirst: true }, [[1_500_000_000, 5], [5, 5], [5, -99]])).toHaveLength(1)
    expect(reasons({}, [[2_147_483_647, 5], [5, 5], [5, -99]])).toEqual([])
  })

  test('a base that is broken is refused before any decision', () => {
    expect(pose({ ...instanceOf(market), capacity: Int32Array.of(2, -1, 2) }, nothing)).toEqual({ ok: false, reasons: [{ code: 'fault', fault: { code: 'negativeCapacity', at: 1 } }] })
  })

  test('says which pair can no longer be kept', () => {
    expect(pose(instanceOf(market), { ...nothing, pins: [[0, 1]], keep: { pairs: [[0, 0], [1, 0], [2, 1]], unlessGain: 3 } })).toMatchObject({ ok: true, cannotKeep: [[0, 0], [2, 1]] })
  })
})
