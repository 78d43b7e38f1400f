import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, plainDate } from '#shared/date.ts'
import { isDayOff } from '#shared/public-holiday.ts'
import { PERMITS } from '../person-facts.ts'
import { decideRule } from '../rule.ts'
import { deadlines } from './deadlines.ts'
import { lastDay } from './last-day.ts'

const days = fc.integer({ min: 0, max: 8 * 365 }).map((count) => addDays(plainDate('2021-01-01'), count))
const on = plainDate('2026-11-20')

describe('programme.deadlines', () => {
  test('no limit comes before what it counts from, and each is named once', () => {
    const facts = fc.record({ permit: fc.constantFrom(...PERMITS), permitGrantedOn: days, settledOn: days, claimedOn: days, residenceSince: days, decidedOn: days, registeredInMunicipalityOn: days, trainingOfferedOn: days, appliedFromAbroad: fc.boolean(), arrivedOn: days, settledByAgreement: fc.boolean() })
    fc.assert(fc.property(facts, (known) => {
      const list = decideRule(deadlines, known, on).answer ?? []
      expect(list.length).toBeGreaterThan(0)
      expect(list.filter(({ by, countsFrom }) => by !== null && by < known[countsFrom])).toEqual([])
      expect(new Set(list.map(({ what }) => what)).size).toBe(list.length)
    }), { numRuns: 1000 })
  })
})

describe('programme.lastDay', () => {
  const grounds = { entered: [], settings: { choices: { endOfMonth: 'whole_last_month' }, commenced: {} } }
  const facts = fc.record({ startedOn: days, lengthMonths: fc.integer({ min: 1, max: 60 }), extensionMonths: fc.integer({ min: 0, max: 12 }), frozenDays: fc.integer({ min: 0, max: 200 }), addedWorkingDays: fc.integer({ min: 0, max: 60 }) })

  test('more never ends sooner, and added days end on no day off', () => {
    fc.assert(fc.property(facts, (known) => {
      const ends = (more: object) => decideRule(lastDay, { ...known, ...more }, on, grounds).answer?.lastDay ?? ''
      const day = ends({})
      expect(day > known.startedOn).toBe(true)
      for (const more of [{ lengthMonths: known.lengthMonths + 1 }, { extensionMonths: known.extensionMonths + 1 }, { frozenDays: known.frozenDays + 1 }]) expect(ends(more) >= day).toBe(true)
      expect(ends({ addedWorkingDays: known.addedWorkingDays + 1 }) > day).toBe(true)
      expect(known.addedWorkingDays > 0 && isDayOff(plainDate(day))).toBe(false)
    }), { numRuns: 500 })
  })
})
