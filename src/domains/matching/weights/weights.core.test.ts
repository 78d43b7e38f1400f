import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainDate } from '#shared/date.ts'
import { someone, somewhere } from '#test/made-facts.ts'
import { matchOne } from '../match.core.ts'
import { defaultWeights, HIGHEST, MOST_CARE, mayWeigh, startOf } from './weights.core.ts'
import { WEIGHT_KEYS } from './weights.schema.ts'

const today = plainDate('2026-11-20')
const codes = (points: Record<string, number>, shares: Record<string, number> = {}): string[] => mayWeigh({ points: { ...defaultWeights.points, ...points }, shares: { ...defaultWeights.shares, ...shares } }).map(({ code }) => code)

test('the weights of the code are within their own bounds, and so are the most the children’s times may take', () => { expect([codes({}), codes({ care: MOST_CARE })]).toEqual([[], []]) })

test.each([
  [{ wish: -1 }, {}, ['weights.pointBounds']], [{ care: MOST_CARE + 1 }, {}, ['weights.pointBounds']], [{ wish: 1.5 }, {}, ['weights.pointBounds']], [{ wish: NaN }, {}, ['weights.pointBounds', 'weights.tooMuchTogether']], [{ wish: 2 ** 53 }, {}, ['weights.pointBounds', 'weights.tooMuchTogether']],
  [{ wish: 4000 }, {}, ['weights.tooMuchTogether']], [{}, { unknown: 51 }, ['weights.shareBounds']], [{}, { claimed: 25 }, ['weights.unknownBelowKnown']], [{}, { documented: 11 }, ['weights.paperBelowWord']],
])('%j %j is refused: %j', (points, shares, expected) => { expect(codes(points, shares)).toEqual(expected) })

test.each(['gender', 'age', 'country', 'birth_date', 'health', 'first_language', 'permit', 'kjønn', 'etnisitet', 'tro', 'barn', 'arrival_category'])('%s cannot be given a weight, and it is said why', (name) => {
  expect(codes({ [name]: 1 })).toEqual(['weights.unlawful'])
  expect(codes({}, { [name]: 1 })).toEqual(['weights.unlawful'])
})

test('nor can anything else that is no criterion, and a criterion that is missing is not zero', () => {
  expect(codes({ likeability: 5 })).toEqual(['weights.noCriterion'])
  expect(mayWeigh({ points: { norwegian: 5 }, shares: defaultWeights.shares }).filter(({ code }) => code === 'weights.pointBounds').length).toBe(WEIGHT_KEYS.length - 1)
})

/** All alike, or two criteria that carry nearly everything. */
const points = fc.oneof(fc.record(Object.fromEntries(WEIGHT_KEYS.map((key) => [key, fc.integer({ min: 0, max: 499 })]))),
  fc.uniqueArray(fc.constantFrom(...WEIGHT_KEYS), { minLength: 2, maxLength: 2 }).map((heavy) => Object.fromEntries(WEIGHT_KEYS.map((key) => [key, heavy.includes(key) ? 4000 : 111]))))
/** As much as each may have: the children's times less than others. */
const within = (some: Record<string, number>) => ({ ...some, care: Math.min(some['care'] ?? 0, MOST_CARE) })
const shares = fc.record({ unknown: fc.nat(50), claimed: fc.nat(50), documented: fc.nat(50) }).map(({ unknown, claimed, documented }) => ({ unknown, claimed: Math.min(claimed, unknown), stale: unknown - Math.min(claimed, unknown), documented: Math.min(documented, claimed, unknown) }))

test('whatever weights are let through, every score of every pair is from 1 to 10,000 and the exact sum of its whole parts', () => {
  fc.assert(fc.property(points, shares, someone, somewhere, (some, lost, person, place) => {
    const weights = { points: { ...defaultWeights.points, ...within(some) }, shares: lost }
    expect(mayWeigh(weights)).toEqual([])
    const { score, contributions } = matchOne(person, place, today, weights)
    expect(contributions.reduce((sum, one) => sum + one.points, 0)).toBe(score)
    expect(contributions.every((one) => Number.isSafeInteger(one.points) && Math.abs(one.points) <= one.of)).toBe(true)
    expect(score).toBeGreaterThanOrEqual(1)
    expect(score).toBeLessThanOrEqual(HIGHEST)
    expect(startOf(weights)).toBeLessThanOrEqual(HIGHEST)
  }), { numRuns: 1000 })
})
