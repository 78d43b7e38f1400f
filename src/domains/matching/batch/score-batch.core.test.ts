import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainDate } from '#shared/date.ts'
import { someone, somewhere } from '#test/made-facts.ts'
import { hasGround, matchOne } from '../match.core.ts'
import { defaultWeights } from '../weights/weights.core.ts'
import { WEIGHT_KEYS } from '../weights/weights.schema.ts'
import { isGrounded } from './ground.core.ts'
import { batchOf, candidatesOf, scoresOf } from './score-batch.core.ts'

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

test('the best few are the best there are, best first, whatever order people and places came in', () => {
  fc.assert(fc.property(people, places, fc.integer({ min: 1, max: 5 }), (some, open, most) => {
    const batch = batchOf(some, open, today, defaultWeights)
    const { start, place, score, possible } = candidatesOf(batch, most)
    let counted = 0
    some.forEach((person, i) => {
      const all = [...scoresOf(batch, person)].filter((one) => one > 0).toSorted((a, b) => b - a)
      counted += all.length
      expect(Array.from(score.slice(start[i], start[i + 1]))).toEqual(all.slice(0, most))
      for (let at = start[i] ?? 0; at < (start[i + 1] ?? 0); at++) expect(scoresOf(batch, person)[place[at] ?? 0]).toBe(score[at])
    })
    expect(possible).toBe(counted)
    const turned = candidatesOf(batchOf(some, open.toReversed(), today, defaultWeights), most)
    expect([...turned.place].map((at) => open.toReversed()[at]?.id)).toEqual([...place].map((at) => open[at]?.id))
  }), { numRuns: 150 })
})
