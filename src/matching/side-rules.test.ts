import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { everyAssignment, instanceOf, markets, scoreOf, type Market } from '#test/small-markets.ts'
import { apart } from './apart.ts'
import { brokenBy, faultsOfRules, type SideRule } from './engine/side-rule.ts'
import { solve } from './engine/solve.ts'
import { solveByHighs } from './highs.ts'
import { solveWithRules } from './side-rules.ts'

const some = (most: number) => fc.option(fc.uniqueArray(fc.nat(most), { maxLength: 4 }), { nil: null })
const drawnRules = fc.array(fc.record({ people: some(5), places: some(4), count: fc.constantFrom('people' as const, 'points' as const), least: fc.option(fc.nat(3), { nil: undefined, freq: 2 }), most: fc.option(fc.integer({ min: 3, max: 6 }), { nil: undefined }) }), { minLength: 1, maxLength: 3 })

describe('rules that are no tree', () => {
  test('are kept, and the best is what trying everything finds', async () => {
    const seen = { certificate: 0, highs: 0, impossible: 0 }
    await fc.assert(fc.asyncProperty(markets(9), drawnRules, async (market, drawn) => {
      const instance = instanceOf(market)
      const rules = drawn.filter((rule) => faultsOfRules(instance, [rule]).length === 0)
      let best = -Infinity
      everyAssignment(market, (match) => { if ((!market.mustPlaceAll || !match.includes(-1)) && brokenBy(instance, rules, { match: Int32Array.from(match) }).length === 0) best = Math.max(best, scoreOf(market, match)) })
      const ruled = await solveWithRules(instance, rules, 3)
      if (!ruled.ok) { seen.impossible++; return best === -Infinity }
      seen[ruled.provedBy ?? 'highs']++
      expect([ruled.score, scoreOf(market, [...ruled.match]), brokenBy(instance, rules, ruled)]).toEqual([best, best, []])
      return true
    }), { numRuns: 60, seed: 7 })
    expect(Math.min(seen.certificate, seen.highs, seen.impossible)).toBeGreaterThan(0)
  })

  // three who are new all fit best at the first place
  const market: Market = { people: 4, places: 2, groups: [], seats: [{ capacity: 3, group: -1 }, { capacity: 3, group: -1 }], edges: [[9, 1], [9, 1], [9, 1], [2, 8]], mustPlaceAll: false }
  const atMostOneNew: SideRule = { people: [0, 1, 2], places: [0], count: 'people', most: 1 }

  test('at most one of a kind at an employer: in a thread of its own, with a word of who proves it', async () => {
    const instance = instanceOf(market)
    expect(await apart({ do: 'rules', instance, rules: [atMostOneNew], seed: 1 })).toMatchObject({ ok: true, placed: 4, score: 19, gap: 0, provedBy: 'highs' })
    expect(await apart({ do: 'rules', instance, rules: [{ ...atMostOneNew, most: 3 }], seed: 1 })).toMatchObject({ ok: true, score: 35, provedBy: 'certificate' })
    await expect(apart({ do: 'rules', instance, rules: [{ people: [9], places: [3], count: 'people', least: 2, most: 1 }, { people: null, places: null, count: 'people' }, { people: null, places: null, count: 'points', most: NaN }], seed: 1 })).rejects.toThrow('Rule 0: There is no person 9.\nRule 0: There is no place 3.\nRule 0: The least is above the most.\nRule 1: It says neither least nor most.\nRule 2: least and most are whole numbers from 0.')
  })

  test('that cannot be kept together are named, and no more of them than it takes', async () => {
    const rules: SideRule[] = [{ people: null, places: [1], count: 'people', most: 3 }, atMostOneNew, { people: [0, 1, 2], places: [0], count: 'people', least: 2 }]
    expect(await solveWithRules(instanceOf(market), rules, 1)).toEqual({ ok: false, reason: 'Rules 1, 2 cannot be kept together.', rules: [1, 2] })
    expect(await solveWithRules(instanceOf({ ...market, mustPlaceAll: true, seats: [{ capacity: 1, group: -1 }, { capacity: 1, group: -1 }] }), [], 1)).toEqual({ ok: false, reason: 'Not everybody can be placed.', rules: [] })
  })

  test('are refused where there are too many pairs for them', async () => {
    const [people, places] = [400, 300]
    const large = { people, places, rowStart: Int32Array.from({ length: people + 1 }, (_, i) => i * places), place: Int32Array.from({ length: people * places }, (_, e) => e % places), weight: Int32Array.from({ length: people * places }, (_, e) => 1 + (e * 7919) % 101), capacity: new Int32Array(places).fill(2), parent: new Int32Array(places).fill(-1), mustPlaceAll: false }
    const rules: SideRule[] = [{ people: null, places: null, count: 'people', most: 10 }]
    expect(await solveWithRules(large, rules, 1)).toEqual({ ok: false, reason: 'There are 120000 pairs, and with rules that are no tree at most 100000 are solved: ask for one municipality at a time.', rules: [] })
  })
})

test('HiGHS and the engine agree where the rules are a tree', async () => {
  const drawn = fc.sample(markets(1000), { numRuns: 12, seed: 4 })
  for (const market of drawn) {
    const instance = instanceOf(market)
    const answers = [await solveByHighs(instance, [], { seconds: 10 }), await solveByHighs(instance, [], { seconds: 10, relaxed: true })]
    const solution = solve(instance, 1)
    expect(answers.map((answer) => ('bound' in answer ? Math.round(answer.bound) : undefined))).toEqual([solution?.objective, solution?.objective])
  }
})
