import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainDate } from '#shared/date.ts'
import { plus, shareOf } from '#shared/money.ts'
import type { FactName, Facts } from '../facts.ts'
import type { Grounds, Rule } from '../rule.ts'
import { decideRule } from '../rule.ts'
import { ref } from '../source.ts'
import { benefitOf } from './amounts.ts'
import { benefitRounding, deductionBase } from './choices.ts'
import { benefitDeduction } from './deduction.ts'
import { benefitIncome } from './income.ts'
import { benefitPaidWork } from './paid-work.ts'
import { benefitRate } from './rate.ts'
import { benefitSetOff } from './set-off.ts'

const on = plainDate('2026-06-01')
const shares = fc.constantFrom({ numerator: 1, denominator: 1 }, { numerator: 2, denominator: 3 }, { numerator: 1, denominator: 3 }, { numerator: 5, denominator: 6 }, { numerator: 5, denominator: 9 }, { numerator: 5, denominator: 18 })
const amounts = fc.integer({ min: 90_000, max: 250_000 })
const hours = fc.integer({ min: 0, max: 744 * 4 }).map((quarters) => quarters / 4)

const person = fc.record({
  birthDate: fc.constantFrom(plainDate('1990-03-01'), plainDate('2004-03-01')), livesWithParents: fc.boolean(), isPartnerInProgramme: fc.boolean(), hasChildren: fc.boolean(),
  startedOn: fc.constantFrom(plainDate('2024-06-30'), plainDate('2026-01-05')),
})
const choices = fc.record({ benefitRounding: fc.constantFrom(...benefitRounding.options), deductionBase: fc.constantFrom(...deductionBase.options) })
const absence = fc.record({ unauthorisedMonths: fc.nat(2), unauthorisedDays: fc.nat(31), unauthorisedHours: hours })

const groundsOf = (chosen: Record<string, string>, g?: number): Grounds => ({ entered: g === undefined ? [] : [{ name: 'basicAmount', from: plainDate('2026-05-01'), value: g, source: ref('FTL', '1-4') }], settings: { choices: chosen, commenced: {} } })

/** The answer; every question has been answered. */
function answerOf<N extends FactName, A>(asked: Rule<N, A>, facts: Facts, grounds: Grounds): A {
  const { answer } = decideRule(asked, facts, on, grounds)
  if (answer === null) throw new Error('every question was answered')
  return answer
}

test('thirty days are a month, twelve months a year, and 1850 hours a year, to the last fraction of an øre', () => {
  fc.assert(fc.property(amounts, shares, (g, share) => {
    const { yearly, month, day, hour } = benefitOf(g, share)
    expect([shareOf(day, 30, 1), shareOf(month, 12, 1), shareOf(hour, 1850, 1)]).toEqual([month, yearly, yearly])
    expect(Array.from({ length: 29 }, () => day).reduce(plus, day)).toEqual(month)
  }))
})

test('a day of seven and a half hours is more by the hour than by the day: the act’s units do not agree', () => {
  fc.assert(fc.property(amounts, shares, (g, share) => {
    const { day, hour } = benefitOf(g, share)
    expect((7.5 * hour.numerator) / hour.denominator).toBeGreaterThan(day.numerator / day.denominator)
  }))
})

test('a higher basic amount never gives less, whoever she is and however it is rounded', () => {
  fc.assert(fc.property(person, choices, amounts, fc.nat(20_000), (facts, chosen, g, more) => {
    const [lower, higher] = [answerOf(benefitRate, facts, groundsOf(chosen, g)), answerOf(benefitRate, facts, groundsOf(chosen, g + more))]
    for (const unit of ['yearly', 'month', 'day', 'hour'] as const) expect(higher[unit]).toBeGreaterThanOrEqual(lower[unit])
  }))
})

test('a deduction is never negative, never above the benefit, and leaves the rest', () => {
  fc.assert(fc.property(person, choices, absence, (facts, chosen, missed) => {
    const { benefit, deduction, left } = answerOf(benefitDeduction, { ...facts, ...missed }, groundsOf(chosen))
    expect(deduction).toBeGreaterThanOrEqual(0)
    expect(deduction).toBeLessThanOrEqual(benefit)
    expect(deduction + left).toBe(benefit)
  }))
})

test('an hour more of absence never takes less', () => {
  fc.assert(fc.property(person, choices, absence, (facts, chosen, missed) => {
    const [less, more] = [missed.unauthorisedHours, missed.unauthorisedHours + 1].map((unauthorisedHours) => answerOf(benefitDeduction, { ...facts, ...missed, unauthorisedHours }, groundsOf(chosen)).deduction)
    expect(more).toBeGreaterThanOrEqual(less ?? 0)
  }))
})

test('other benefits take at most the benefit, and more of them never take less', () => {
  const income = fc.record({ kind: fc.constantFrom('unemployment_benefit' as const, 'disability_benefit' as const, 'transitional_benefit' as const, 'child_benefit' as const, 'wealth' as const), monthOre: fc.nat(5_000_000), earnedBefore: fc.boolean() })
  fc.assert(fc.property(person, choices, fc.array(income, { maxLength: 5 }), income, (facts, chosen, otherIncomes, another) => {
    const few = answerOf(benefitIncome, { ...facts, otherIncomes }, groundsOf(chosen))
    const many = answerOf(benefitIncome, { ...facts, otherIncomes: [...otherIncomes, another] }, groundsOf(chosen))
    expect(many.reduction).toBeLessThanOrEqual(many.benefit)
    expect(many.reduction).toBeGreaterThanOrEqual(few.reduction)
    expect(few.reduction + few.left).toBe(few.benefit)
  }))
})

test('paid work never takes more than the pay, nor than the month, unless kroner are rounded up', () => {
  fc.assert(fc.property(person, choices.filter((one) => one.benefitRounding !== 'nearest_krone'), hours, fc.nat(10_000_000), (facts, chosen, paidWorkHours, paidWorkPayOre) => {
    const { reduction } = answerOf(benefitPaidWork, { ...facts, isPaidWorkInProgramme: true, paidWorkHours, paidWorkPayOre }, groundsOf(chosen))
    const { month } = answerOf(benefitRate, facts, groundsOf(chosen))
    expect(reduction).toBeLessThanOrEqual(month)
    expect(reduction).toBeLessThanOrEqual(paidWorkPayOre)
  }))
})

test('a set-off is a decision exactly when both limits are reached', () => {
  fc.assert(fc.property(fc.nat(3_000_000), fc.nat(3_000_000), (setOffOre, paymentOre) => {
    const { isDecision } = answerOf(benefitSetOff, { setOffOre, paymentOre }, groundsOf({}))
    expect(isDecision).toBe(2 * setOffOre >= paymentOre && 12 * setOffOre >= 13_654_900)
  }))
})
