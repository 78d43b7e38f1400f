import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween, plainDate } from '#shared/date.ts'
import { isDayOff } from '#shared/public-holiday.ts'
import { decideRule } from '../rule.ts'
import { procedureAppeal } from './appeal.ts'

test('the limit is three weeks, or as few days more as it takes to come to a day that is not off', () => {
  fc.assert(fc.property(fc.nat(4000), (days) => {
    const notifiedOn = addDays(plainDate('2024-01-01'), days)
    const by = decideRule(procedureAppeal, { decisionKind: 'programme', notifiedOn }, notifiedOn).answer?.by
    if (by === null || by === undefined) throw new Error('there is a limit')
    expect(isDayOff(by)).toBe(false)
    const skipped = Array.from({ length: daysBetween(notifiedOn, by) - 21 }, (_, index) => addDays(notifiedOn, 21 + index))
    expect(skipped.filter((day) => !isDayOff(day))).toEqual([])
    expect(daysBetween(notifiedOn, by)).toBeLessThanOrEqual(21 + 5)
  }))
})
