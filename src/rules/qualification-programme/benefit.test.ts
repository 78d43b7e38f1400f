import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, plainDate } from '#shared/date.ts'
import { decideRule } from '../rule.ts'
import { qualificationBenefit } from './benefit.ts'

const day = fc.integer({ min: 0, max: 1900 }).map((days) => addDays(plainDate('2021-01-01'), days))
const benefit = (on: ReturnType<typeof plainDate>, birthDate: ReturnType<typeof plainDate>) => decideRule(qualificationBenefit, { birthDate }, on).answer

test('260 days come to the year within half an øre a day, and two thirds are two thirds of the whole', () => {
  fc.assert(fc.property(day, (on) => {
    const [young, grown] = [benefit(on, addDays(on, -20 * 365)), benefit(on, addDays(on, -40 * 365))]
    for (const one of [young, grown]) expect(Math.abs((one?.dailyOre ?? 0) * 260 - (one?.yearlyOre ?? Infinity))).toBeLessThanOrEqual(131)
    expect(Math.abs((young?.yearlyOre ?? Infinity) * 3 - (grown?.yearlyOre ?? 0) * 2)).toBeLessThanOrEqual(3)
  }))
})
