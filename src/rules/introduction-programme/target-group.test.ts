import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, plainDate } from '#shared/date.ts'
import type { Facts } from '../facts.ts'
import { PERMITS } from '../person-facts.ts'
import { decideRule } from '../rule.ts'
import { targetGroup } from './target-group.ts'

const grounds = { entered: [], settings: { choices: { exactly55: 'inside' }, commenced: {} } }
const days = fc.integer({ min: 0, max: 8 * 365 }).map((count) => addDays(plainDate('2020-06-01'), count))
const whole = fc.record({
  permit: fc.constantFrom(...PERMITS), permitGrantedOn: days, birthDate: fc.integer({ min: 0, max: 70 * 365 }).map((count) => addDays(plainDate('1950-01-01'), count)),
  residenceSince: days, decidedOn: days, settledByAgreement: fc.boolean(), hadFamilyPermit: fc.boolean(), weeklyJobHours: fc.integer({ min: 0, max: 40 }),
  appliedFromAbroad: fc.boolean(), arrivedOn: days, referencePersonSettledOn: days, familyAppliedOn: days, hadCollectiveProtectionDecision: fc.boolean(), startedOn: days,
})
const standing = (facts: Facts, on = plainDate('2026-11-20')) => decideRule(targetGroup, facts, on, grounds).answer

describe('programme.targetGroup', () => {
  test('standing is decided for every permit and every day, when the facts are there', () => {
    fc.assert(fc.property(whole, days, (facts, on) => {
      expect(targetGroup.answer.safeParse(standing(facts, on)).success).toBe(true)
    }), { numRuns: 2000 })
  })

  test('nobody has a right two years after the first day in a municipality', () => {
    fc.assert(fc.property(whole, (facts) => {
      expect(standing({ ...facts, decidedOn: addMonths(facts.residenceSince, 24) })?.standing).toBe('outside')
    }), { numRuns: 500 })
  })

  test('a right without a duty is collective protection alone, and only from 2022-06-15 through 2025', () => {
    fc.assert(fc.property(whole, (facts) => {
      const isRight = standing(facts)?.standing === 'right'
      const canBe = facts.permit === 'collective_protection' && facts.decidedOn >= '2022-06-15' && facts.decidedOn <= '2025-12-31'
      expect(isRight && !canBe).toBe(false)
    }), { numRuns: 2000 })
  })

  test('a job can only take a right away, never give one', () => {
    const rank = { outside: 0, may_be_offered: 1, right: 2, right_and_duty: 3 }
    fc.assert(fc.property(whole, (facts) => {
      const [without, withJob] = [standing({ ...facts, weeklyJobHours: 0 }), standing({ ...facts, weeklyJobHours: 37 })]
      expect(rank[withJob?.standing ?? 'outside']).toBeLessThanOrEqual(rank[without?.standing ?? 'outside'])
    }), { numRuns: 500 })
  })
})
