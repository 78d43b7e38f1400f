import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, plainDate } from '#shared/date.ts'
import type { Facts } from '../facts.ts'
import { FINAL_GOALS, SCHOOLING } from '../person-facts.ts'
import { decideRule } from '../rule.ts'
import { programmeLength } from './length.ts'

const grounds = { entered: [], settings: { choices: { offerOnFirstOfJanuary: 'new_rules' }, commenced: {} } }
const first = plainDate('2021-01-01')
const offers = fc.integer({ min: 0, max: 7 * 365 }).map((days) => addDays(first, days))
const persons = fc.record({ schooling: fc.constantFrom(...SCHOOLING), finalGoal: fc.constantFrom(...FINAL_GOALS), permit: fc.constantFrom('refugee' as const, 'collective_protection' as const), hasUkrainianUpperSecondary: fc.boolean() })
const granted = { permitGrantedOn: plainDate('2022-03-11') }

/** The answer for an offer, which must be there. */
function lengthOf(facts: Facts) {
  const { answer } = decideRule(programmeLength, { ...granted, ...facts }, plainDate('2026-11-20'), grounds)
  if (answer === null) throw new Error('no answer')
  return answer
}

describe('programme.length', () => {
  test('every offer of 2021 to 2027 falls under one regime, and the regime never goes back', () => {
    fc.assert(fc.property(persons, offers, offers, (facts, a, b) => {
      const [earlier, later] = a <= b ? [a, b] : [b, a]
      expect([lengthOf({ ...facts, offeredOn: earlier }).regime, lengthOf({ ...facts, offeredOn: later }).regime]).not.toEqual(['new', 'old'])
    }), { numRuns: 500 })
  })

  test('the day after the change is new, the day before old, whatever the schooling and goal', () => {
    fc.assert(fc.property(persons, (facts) => {
      const changes = ['2025-01-01', '2026-01-01'].map(plainDate).filter((day) => lengthOf({ ...facts, offeredOn: addDays(day, -1) }).regime === 'old' && lengthOf({ ...facts, offeredOn: addDays(day, 1) }).regime === 'new')
      expect(changes).toHaveLength(1)
    }))
  })

  test('a higher goal never gives a shorter programme within a regime', () => {
    const rising = ['work', 'parts_of_upper_secondary', 'upper_secondary', 'vocational_training'] as const
    fc.assert(fc.property(fc.constantFrom('primary' as const, 'primary_not_completed' as const), fc.constantFrom('2024-06-01', '2025-06-01', '2026-06-01').map(plainDate), (schooling, offeredOn) => {
      const answers = rising.map((finalGoal) => lengthOf({ schooling, offeredOn, finalGoal, permit: 'refugee' }))
      for (const regime of ['old', 'new']) {
        const months = answers.filter((one) => one.regime === regime).map(({ upToMonths }) => upToMonths)
        expect(months).toEqual(months.toSorted((x, y) => x - y))
      }
    }))
  })

  test('the new lengths are never shorter than the old, but for the extension work goals lost', () => {
    fc.assert(fc.property(persons, (facts) => {
      const [old, now] = [lengthOf({ ...facts, offeredOn: plainDate('2024-12-31') }), lengthOf({ ...facts, offeredOn: plainDate('2026-01-02') })]
      expect(now.upToMonths).toBeGreaterThanOrEqual(old.upToMonths)
      expect(now.upToMonths).toBeGreaterThanOrEqual(now.atLeastMonths)
      expect(old.extension === 'none').toBe(old.extensionMonths === 0)
      expect(now.extension === 'none').toBe(now.extensionMonths === 0)
    }))
  })
})
