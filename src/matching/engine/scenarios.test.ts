import fc from 'fast-check'
import { expect, test } from 'vitest'
import { instanceOf, markets } from '#test/small-markets.ts'
import { faultsOfChanges, type Change } from './change.ts'
import type { Instance } from './instance.ts'
import { pose } from './pose.ts'
import { scenariosOf } from './scenarios.ts'
import { solve } from './solve.ts'

const person = fc.nat(5)
const changes = fc.array(fc.record({
  capacity: fc.array(fc.tuple(fc.nat(7), fc.nat(4)), { maxLength: 2 }), comes: fc.array(person, { maxLength: 2 }), leaves: fc.array(person, { maxLength: 2 }),
  weights: fc.array(fc.tuple(person, fc.nat(4), fc.option(fc.integer({ min: 0, max: 9 }), { nil: null })), { maxLength: 3 }),
}, { requiredKeys: [] }), { minLength: 1, maxLength: 5 })

/** The base as a change makes it, built from nothing. */
function changed(base: Instance, away: readonly number[], { capacity = [], weights = [], comes = [], leaves = [] }: Change): Instance {
  const rows = Array.from({ length: base.people }, (_, i) => new Map(Array.from(base.place.subarray(base.rowStart[i], base.rowStart[i + 1]), (j, at) => [j, base.weight[(base.rowStart[i] ?? 0) + at] ?? 0])))
  for (const [i, j, weight] of weights) if (weight === null) rows[i]?.delete(j); else rows[i]?.set(j, weight)
  const isAway = new Set([...away, ...leaves])
  for (const i of comes) isAway.delete(i)
  const edges = rows.map((row, i) => (isAway.has(i) ? [] : [...row].filter(([, weight]) => weight >= 0)))
  const rowStart = new Int32Array(base.people + 1)
  edges.forEach((row, i) => { rowStart[i + 1] = (rowStart[i] ?? 0) + row.length })
  const seats = base.capacity.slice()
  for (const [v, to] of capacity) seats[v] = to
  return { ...base, rowStart, place: Int32Array.from(edges.flat(), ([j]) => j), weight: Int32Array.from(edges.flat(), ([, weight]) => weight), capacity: seats }
}

test('each scenario ends as a new solve of the changed market, whichever were asked before', () => {
  fc.assert(fc.property(markets(9), changes, fc.array(person, { maxLength: 2 }), fc.boolean(), (market, drawn, out, mostPlacedFirst) => {
    const base = { ...instanceOf(market), mustPlaceAll: false }
    const away = out.filter((i) => i < base.people)
    const asked = drawn.filter((change) => faultsOfChanges(base, [change]).length === 0)
    const outcomeOf = scenariosOf({ base, away, changes: asked, seed: 3, mostPlacedFirst })
    const found = asked.map(outcomeOf)
    for (const [at, change] of asked.entries()) {
      const instance = changed(base, away, change)
      const posed = pose(instance, { pins: [], forbids: [], keep: null, mostPlacedFirst })
      const cold = posed.ok ? solve(posed.instance, 8) : undefined
      const expected = posed.ok && cold ? posed.read(cold) : undefined
      expect([found[at]?.score, mostPlacedFirst ? found[at]?.placed : 0]).toEqual([expected?.score, mostPlacedFirst ? expected?.placed : 0])
      const { placed, score, match = new Int32Array() } = found[at] ?? {}
      const weights = Array.from(match, (j, i) => { const e = instance.place.findIndex((one, edge) => one === j && edge >= (instance.rowStart[i] ?? 0) && edge < (instance.rowStart[i + 1] ?? 0)); return j === -1 ? 0 : instance.weight[e] ?? NaN })
      expect([match.filter((j) => j !== -1).length, weights.reduce((sum, one) => sum + one, 0)]).toEqual([placed, score])
    }
    expect(asked.toReversed().map(outcomeOf).toReversed()).toEqual(found)
  }), { numRuns: 1000 })
})

test('hundreds of changes at once are solved anew, and end the same', () => {
  const [people, places] = [40, 30]
  const base: Instance = { people, places, rowStart: Int32Array.from({ length: people + 1 }, (_, i) => i * places), place: Int32Array.from({ length: people * places }, (_, e) => e % places), weight: Int32Array.from({ length: people * places }, (_, e) => (e * 7919) % 101), capacity: new Int32Array(places).fill(1), parent: new Int32Array(places).fill(-1), mustPlaceAll: false }
  const change: Change = { weights: Array.from({ length: 400 }, (_, at) => [at % people, (at * 7) % places, (at * 31) % 97]), capacity: [[3, 0], [4, 2]], leaves: [5], comes: [6] }
  const outcome = scenariosOf({ base, away: [6, 7], changes: [change], seed: 1, mostPlacedFirst: false })(change)
  expect(outcome.score).toBe(solve(changed(base, [6, 7], change), 1)?.objective)
})

test.each<[Change, string]>([
  [{ capacity: [[9, 1]] }, 'Change 0: There is no place or group 9.'], [{ capacity: [[0, -1]] }, 'Change 0: -1 is no number of seats.'], [{ capacity: [[0, NaN]] }, 'Change 0: NaN is no number of seats.'],
  [{ weights: [[0, 7, 5]] }, 'Change 0: There is no pair of person 0 and place 7.'], [{ weights: [[0, 0, NaN]] }, 'Change 0: NaN is no weight: it is whole, from 0, and below 2147483647.'], [{ weights: [[0, 0, 3e9]] }, 'Change 0: 3000000000 is no weight: it is whole, from 0, and below 2147483647.'],
  [{ comes: [-1] }, 'Change 0: There is no person -1.'], [{ leaves: [1.5] }, 'Change 0: There is no person 1.5.'],
])('%j is refused in words', (change, words) => {
  const base: Instance = { people: 1, places: 1, rowStart: Int32Array.of(0, 1), place: Int32Array.of(0), weight: Int32Array.of(5), capacity: Int32Array.of(1), parent: Int32Array.of(-1), mustPlaceAll: false }
  expect(faultsOfChanges(base, [change])).toEqual([words])
  expect(faultsOfChanges({ ...base, mustPlaceAll: true }, [])).toEqual(['A base in which all must be placed has no scenarios: ask for the most placed first instead.'])
})
