import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, plainDate } from '#shared/date.ts'
import { decideRule } from '../rule.ts'
import { grantSchedule } from './schedule.ts'

const day = fc.integer({ min: 0, max: 4000 }).map((days) => addDays(plainDate('2021-01-01'), days))

test('the years follow one another from the settlement, five or three of them, each with its amount or its open question', () => {
  fc.assert(fc.property(day, fc.integer({ min: 0, max: 30_000 }), fc.boolean(), (settledOn, age, isFamilyOfHumanitarian) => {
    const { answer, openQuestions } = decideRule(grantSchedule, { settledOn, birthDate: addDays(settledOn, -age), grantCategory: 'unaccompanied_minor', isFamilyOfHumanitarian }, settledOn)
    const first = Number(settledOn.slice(0, 4))
    expect(answer?.grantYears.map(({ year }) => year - first)).toEqual(isFamilyOfHumanitarian ? [0, 1, 2] : [0, 1, 2, 3, 4])
    const unknown = [...(answer?.grantYears ?? []), ...(answer?.minorYears ?? []), ...(answer?.once ?? [])].filter(({ kroner }) => kroner === null)
    expect(openQuestions.filter(({ kind }) => kind === 'value')).toHaveLength(unknown.length)
  }))
})

test('a child born after the mother’s settlement counts for six months, and not a day longer', () => {
  fc.assert(fc.property(day, fc.integer({ min: 0, max: 400 }), (motherSettledOn, days) => {
    const birthDate = addDays(motherSettledOn, days)
    const { answer } = decideRule(grantSchedule, { motherSettledOn, birthDate, grantCategory: 'child', isFamilyOfHumanitarian: false }, birthDate)
    expect(answer?.countsForGrant).toBe(birthDate <= addMonths(motherSettledOn, 6))
  }))
})
