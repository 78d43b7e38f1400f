import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainDate } from '#shared/date.ts'
import { aFrame, aMarketPlace, comparingOn, factsOf } from '#test/market.ts'
import type { PersonFacts } from '../facts.schema.ts'
import { worthTable } from './compare.core.ts'
import type { Market, Place } from './market.core.ts'
import { outcomesOf } from './standing.core.ts'

const worths = () => worthTable(comparingOn(plainDate('2026-11-20')), () => undefined)
const levels = ['A1', 'A2', 'B1', 'B2'] as const
const people: PersonFacts[] = Array.from({ length: 7 }, (_, at) => factsOf(`p${at}`, { level: levels[at % 4] ?? 'A1', frame: aFrame({ transport: at % 2 ? ['bus'] : ['walk'] }) }))
/** Two places under an employer's limit, and all but one under the municipality's. */
const limits = [{ kind: 'municipality', id: null, name: '', left: 4, above: null }, { kind: 'employer', id: 'e', name: 'Fjordkroa', left: 1, above: 0 }] satisfies Market['limits']
const places: Place[] = Array.from({ length: 5 }, (_, at) => aMarketPlace(`o${at}`, { level: levels[(at * 3) % 4] ?? 'A1', limitAt: [1, 1, 0, 0, null][at] ?? null, seats: 1 + (at % 2), reachableBy: at % 2 ? ['bus'] : ['walk', 'bus'] }))

test('whatever states it passes through, it places as many and scores as high as when each is solved alone', () => {
  const aState = fc.record({ people: fc.subarray(people), places: fc.subarray(places), limits: fc.constant(limits) }) satisfies fc.Arbitrary<Market>
  fc.assert(fc.property(fc.array(aState, { minLength: 1, maxLength: 6 }), (states) => {
    const together = [...outcomesOf(states, worths(), 3)].map(({ placed, score }) => [placed, score])
    const alone = states.map((state) => [...outcomesOf([state], worths(), 9)].map(({ placed, score }) => [placed, score])[0])
    expect(together).toEqual(alone)
  }), { numRuns: 60 })
})

test('nobody has a place that is full or is not possible, and as many are placed as seats and verdicts allow', () => {
  const [tight] = outcomesOf([{ people, places: places.slice(0, 1), limits }], worths(), 1)
  expect(tight?.placed).toBe(1)
  const [none] = outcomesOf([{ people: [], places, limits }], worths(), 1)
  expect(none).toMatchObject({ placed: 0, score: 0, fits: 0 })
})

test('a market with more changes than edits are worth is solved anew, to the same', () => {
  const many = Array.from({ length: 400 }, (_, at) => factsOf(`m${at}`, { level: levels[at % 4] ?? 'A1' }))
  const states = [{ people: many, places, limits }, { people: many.slice(0, 20), places, limits }]
  const [, second] = outcomesOf(states, worths(), 5)
  const [alone] = outcomesOf([{ people: many.slice(0, 20), places, limits }], worths(), 5)
  expect([second?.placed, second?.score]).toEqual([alone?.placed, alone?.score])
})
