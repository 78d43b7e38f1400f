import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CEFR_LEVELS } from '#shared/cefr.ts'
import { addDays, daysBetween, plainDate, yearsBetween } from '#shared/date.ts'
import type { Facts } from '../facts.ts'
import { PERMITS, SCHOOLING } from '../person-facts.ts'
import { decideRule } from '../rule.ts'
import { TEST_PARTS } from './facts.ts'
import { norwegianExtended } from './extended.ts'
import { norwegianGoal } from './goal.ts'
import { norwegianLimit } from './limit.ts'
import { turnsOn } from './period.ts'
import { norwegianRight } from './right.ts'
import { norwegianSocialStudies } from './social-studies.ts'

const day = (from: string, to: string) => fc.integer({ min: 0, max: daysBetween(plainDate(from), plainDate(to)) }).map((days) => addDays(plainDate(from), days))
const grounds = { entered: [], settings: { commenced: {}, choices: { permitOnFirstOfAugust2023: 'offer_counts', olderLimitCountsFrom: 'right_began', norwegianHoursForLateArrival: '225', leaveAddsToCollectiveYear: 'added', endOfMonth: 'whole_last_month' } } }

const cases = fc.record({
  birthDate: day('1950-01-01', '2004-12-31'), permit: fc.constantFrom(...PERMITS), permitGrantedOn: day('2021-01-01', '2027-12-31'), schooling: fc.constantFrom(...SCHOOLING),
  permitLeadsToPermanent: fc.boolean(), trainingOfferedOn: day('2028-01-01', '2029-12-31'), trainingStartedOn: day('2030-01-01', '2030-12-31'), approvedLeaveDays: fc.integer({ min: 0, max: 800 }),
  completedNorwegianHours: fc.integer({ min: 0, max: 600 }), completedSocialStudiesHours: fc.integer({ min: 0, max: 200 }), receptionSocialStudiesHours: fc.integer({ min: 0, max: 200 }),
}).map((facts): Facts => ({ ...facts, appliedFromAbroad: false, permitFirstRenewedOn: addDays(facts.permitGrantedOn, 365), settledByAgreement: true, settledOn: addDays(facts.permitGrantedOn, 30), inFullTimeUpperSecondary: false, combinedOffer: 'none' }))

test('limits are never negative, and months and hours are never mixed', () => {
  fc.assert(fc.property(cases, day('2022-06-15', '2032-12-31'), (facts, on) => {
    const limit = decideRule(norwegianLimit, facts, on, grounds).answer
    const social = decideRule(norwegianSocialStudies, facts, on, grounds).answer
    expect(social?.hoursLeft ?? 0).toBeGreaterThanOrEqual(0)
    if (limit === null) return
    expect((limit.months === null) !== (limit.hours === null)).toBe(true)
    expect(limit.hoursLeft ?? 0).toBeGreaterThanOrEqual(0)
    expect(limit.hoursLeft ?? 0).toBeLessThanOrEqual(limit.hours ?? 0)
  }))
})

test('more leave never gives an earlier last day', () => {
  fc.assert(fc.property(cases, fc.integer({ min: 1, max: 300 }), (facts, more) => {
    const lastWith = (approvedLeaveDays: number) => decideRule(norwegianLimit, { ...facts, approvedLeaveDays }, plainDate('2026-09-01'), grounds).answer?.lastDay ?? ''
    expect(lastWith((facts.approvedLeaveDays ?? 0) + more) >= lastWith(facts.approvedLeaveDays ?? 0)).toBe(true)
  }))
})

test('right and duty end exactly on the day she turns 67', () => {
  fc.assert(fc.property(cases, day('1950-01-01', '1975-12-31'), (facts, birthDate) => {
    const turns = turnsOn(birthDate, 67)
    const heldOn = (on: typeof turns) => { const answer = decideRule(norwegianRight, { ...facts, birthDate }, on, grounds).answer; return answer !== null && (answer.right || answer.duty) }
    expect(yearsBetween(birthDate, turns)).toBe(67)
    expect(yearsBetween(birthDate, addDays(turns, -1))).toBe(66)
    expect(heldOn(turns)).toBe(false)
    fc.pre(facts.permit === 'refugee' && (facts.permitGrantedOn ?? turns) < addDays(turns, -1))
    expect(heldOn(addDays(turns, -1))).toBe(true)
  }))
})

test('the goal never falls with more schooling', () => {
  const goalOf = (schooling: (typeof SCHOOLING)[number]) => decideRule(norwegianGoal, { norwegianTaughtIn: 'integration_act', schooling, needsB2: false }, plainDate('2026-09-01')).answer?.levels
  for (const [at, schooling] of SCHOOLING.entries()) {
    const [less, more] = [goalOf(SCHOOLING[Math.max(0, at - 1)] ?? schooling), goalOf(schooling)]
    for (const part of TEST_PARTS) expect(CEFR_LEVELS.indexOf(more?.[part] ?? 'A1-')).toBeGreaterThanOrEqual(CEFR_LEVELS.indexOf(less?.[part] ?? 'C2'))
  }
})

test('collective protection has the temporary rules on every day from 15 June 2022 to 30 June 2028, and on no other day', () => {
  fc.assert(fc.property(day('2022-03-11', '2029-12-31'), (on) => {
    const facts: Facts = { birthDate: plainDate('1990-01-01'), permit: 'collective_protection', permitGrantedOn: plainDate('2022-03-11'), settledByAgreement: true, settledOn: plainDate('2022-03-11'), schooling: 'primary' }
    expect(decideRule(norwegianRight, facts, on, grounds).answer?.group).toBe(on >= '2022-06-15' && on < '2028-07-01' ? 'right' : 'right_and_duty')
  }), { examples: ['2022-06-14', '2022-06-15', '2024-06-30', '2024-07-01', '2026-06-30', '2026-07-01', '2028-06-30', '2028-07-01'].map((on) => [plainDate(on)]) })
})

test('in all of chapter 6A collective protection gives the right and never the duty; extended training fits in it', () => {
  fc.assert(fc.property(cases, day('2022-06-15', '2028-06-30'), (facts, on) => {
    const mine: Facts = { ...facts, birthDate: plainDate('1990-01-01'), permit: 'collective_protection', permitGrantedOn: plainDate('2022-05-01') }
    expect(decideRule(norwegianRight, mine, on, grounds).answer).toMatchObject({ group: 'right', duty: false, socialStudies: false })
    const extended = decideRule(norwegianExtended, { ...mine, needsExtendedTraining: true }, on).answer
    expect(extended?.may).toBe(on >= '2023-07-01' && on < '2026-07-01')
  }))
})
