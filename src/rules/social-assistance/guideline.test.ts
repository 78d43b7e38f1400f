import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, plainDate } from '#shared/date.ts'
import { decideRule } from '../rule.ts'
import { socialGuideline } from './guideline.ts'

const day = fc.integer({ min: 0, max: 1217 }).map((days) => addDays(plainDate('2021-09-01'), days))
const count = fc.integer({ min: 0, max: 8 })

test('the sum is its steps, on every day of the rates built in, and never less for one child more', () => {
  fc.assert(fc.property(day, fc.constantFrom('single' as const, 'couple' as const, 'shared' as const), count, count, count, (on, householdKind, childrenUnder6, children6To10, children11To17) => {
    const facts = { householdKind, childrenUnder6, children6To10, children11To17 }
    const { answer, steps } = decideRule(socialGuideline, facts, on)
    const sum = steps.reduce((before, { params }) => before + Number(params.sum ?? params.rate ?? 0), 0)
    expect(answer?.guidelinePerMonth).toBe(sum)
    expect(decideRule(socialGuideline, { ...facts, childrenUnder6: childrenUnder6 + 1 }, on).answer?.guidelinePerMonth).toBeGreaterThan(sum)
  }))
})
