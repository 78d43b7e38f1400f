import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainDate } from '#shared/date.ts'
import { someone, somewhere } from '#test/made-facts.ts'
import { hasGround, matchOne } from '../match.core.ts'
import { defaultWeights } from '../weights/weights.core.ts'
import { WEIGHT_KEYS } from '../weights/weights.schema.ts'
import { isGrounded } from './ground.core.ts'
import { batchOf, scoresOf } from './score-batch.core.ts'

const today = plainDate('2026-11-20')
const people = fc.array(someone, { minLength: 1, maxLength: 8 })
const places = fc.uniqueArray(somewhere, { minLength: 1, maxLength: 12, selector: ({ id }) => id })
/** Weights within their bounds, other than those of the code. */
const weights = fc.record(Object.fromEntries(WEIGHT_KEYS.map((key) => [key, fc.integer({ min: 0, max: 499 })])))
  .map((points) => ({ points: { ...defaultWeights.points, ...points }, shares: { documented: 3, claimed: 7, stale: 11, unknown: 23 } }))

test('the columns give exactly the score that is explained, for every pair', () => {
  fc.assert(fc.property(people, places, fc.oneof(fc.constant(defaultWeights), weights), (some, open, weighed) => {
    const batch = batchOf(some, open, today, weighed)
    for (const person of some) {
      const explained = open.map((place) => { const match = matchOne(person, place, today, weighed); return match.verdict === 'not' ? 0 : match.score })
      expect([...scoresOf(batch, person)]).toEqual(explained)
    }
  }), { numRuns: 400 })
})

test('something of hers leads to a place just where the whole comparison says so', () => {
  fc.assert(fc.property(people, places, weights, (some, open, weighed) => {
    for (const person of some) for (const place of open) expect(isGrounded(person, place, today)).toBe(hasGround(matchOne(person, place, today, weighed)))
  }), { numRuns: 300 })
})
