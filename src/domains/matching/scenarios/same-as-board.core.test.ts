import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainDate } from '#shared/date.ts'
import { someone, somewhere } from '#test/made-facts.ts'
import type { PlanLimit } from '../cohort/cohort.schema.ts'
import { NOTHING_DECIDED } from '../cohort/problem.core.ts'
import { pairsOf } from '../cohort/scores.ts'
import { solveCohort } from '../cohort/solve-cohort.ts'
import { comparing, pairOf } from '../market/compare.core.ts'
import type { Market } from '../market/market.core.ts'
import { defaultWeights } from '../weights/weights.core.ts'
import { compareScenarios } from './effect.core.ts'
import { workshopOf } from './scenario.core.ts'

const today = plainDate('2026-11-20')
const limit = (kind: PlanLimit['kind'], left: number, above: number | null): PlanLimit => ({ kind, id: null, name: '', left, above })
/** A municipality over two employers, the first of which has a supervisor. */
const limits = fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 2 }))
  .map(([whole, first, second, supervisor]) => [limit('municipality', whole, null), limit('employer', first, 0), limit('employer', second, 0), limit('supervisor', supervisor, 1)])
const place = fc.record({ facts: somewhere, seats: fc.integer({ min: 1, max: 2 }), limitAt: fc.option(fc.integer({ min: 0, max: 3 })), employerId: fc.constant(null), place: fc.constant(null) })
const market: fc.Arbitrary<Market> = fc.record({ people: fc.uniqueArray(someone, { minLength: 1, maxLength: 8, selector: ({ id }) => id }), places: fc.uniqueArray(place, { minLength: 1, maxLength: 8, selector: ({ facts }) => facts.id }), limits, turn: fc.array(fc.nat(9), { maxLength: 8 }) })
  .map(({ people, places, turn, ...rest }) => ({ ...rest, people, places, barred: new Set(turn.map((at, i) => pairOf(people[i % people.length]?.id ?? '', places[at % places.length]?.facts.id ?? ''))) }))

/** A fresh plan of the cohort board over the same facts. */
async function boardOf({ people, places, limits: above, barred }: Market) {
  const score = pairsOf(people, places.map(({ facts }) => facts), today, defaultWeights)
  const pairs = people.map((person) => score(person).map((one, j) => (barred?.has(pairOf(person.id, places[j]?.facts.id ?? '')) ? 0 : one)))
  const cohort = { pairs, seats: places.map(({ seats }) => seats), limitOf: places.map(({ limitAt }) => limitAt), limits: above }
  return solveCohort({ cohort, decided: NOTHING_DECIDED, goal: 'most_placed', seed: 7, before: null, nameOf: String })
}

test('what if nothing changes: exactly as many placed, and exactly the sum, of a fresh plan on the cohort board', async () => {
  await fc.assert(fc.asyncProperty(market, async (one) => {
    const { placed, score } = compareScenarios(workshopOf(one, comparing(today, defaultWeights)), [], 1).today
    expect(await boardOf(one)).toMatchObject({ ok: true, value: { placed: placed.mean, score: score.mean } })
  }), { numRuns: 300 })
})
