import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPublicHoliday } from '#shared/public-holiday.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays, addMonths, daysBetween, plainDate, weekday } from '#shared/date.ts'
import { calendarItems, itemsWithin, nextMoney } from './calendar.core.ts'
import { isDue, occurrencesOf } from './occurrence.core.ts'
import { mayChange, mayNotePaid, mayPlanStartUp, mayStop } from './payment.core.ts'
import type { ExpectedPayment } from './payments.schema.ts'
import { benefitAfter, startUpDays, startUpWarnings } from './start-up.core.ts'

const day = plainDate
const anyDay = fc.integer({ min: 0, max: 1500 }).map((days) => addDays(day('2025-01-01'), days))
const monthly = (firstOn: PlainDate, over = {}) => ({ isMonthly: true, firstOn, lastOn: null, stoppedOn: null, ...over })
const payment = (over: Partial<ExpectedPayment>): ExpectedPayment => ({ id: 'a', version: 1, kind: 'child_benefit', payer: 'nav', payerName: null, amountOre: 176_600, isMonthly: false, firstOn: day('2026-11-20'), lastOn: null, startUpMonth: null, stoppedOn: null, addedBy: null, stoppedBy: null, ...over })
const support = (firstOn: PlainDate) => startUpDays(firstOn).map((dueOn) => ({ kind: 'start_up_support' as const, dueOn, payOn: dueOn, state: 'expected' as const }))
const codes = (refusals: readonly { code: string }[]): string[] => refusals.map(({ code }) => code)

describe('the days of a payment', () => {
  test('are never a day off, at most a few days before the plan, one each month', () => {
    fc.assert(fc.property(anyDay, anyDay, (firstOn, until) => {
      const found = occurrencesOf(monthly(firstOn), until)
      expect(found.length === 0).toBe(until < firstOn)
      for (const [index, { dueOn, payOn }] of found.entries()) {
        expect([weekday(payOn) <= 5, isPublicHoliday(payOn)]).toEqual([true, false])
        expect(daysBetween(payOn, dueOn)).toBeGreaterThanOrEqual(0)
        expect(daysBetween(payOn, dueOn)).toBeLessThanOrEqual(6) // Easter: Maundy Thursday to Monday, and the weekend before it is not joined to them
        expect(dueOn).toBe(addMonths(firstOn, index))
      }
    }))
  })

  test('come back to the 31st after a short month, end where they end, and where they were stopped', () => {
    expect(occurrencesOf(monthly(day('2026-01-31')), day('2026-04-30')).map(({ dueOn }) => dueOn)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30'])
    expect(occurrencesOf(monthly(day('2026-01-15'), { lastOn: day('2026-02-20') }), day('2026-12-31'))).toHaveLength(2)
    expect(occurrencesOf(monthly(day('2026-01-15'), { stoppedOn: day('2026-02-15') }), day('2026-12-31'))).toHaveLength(1)
    expect(occurrencesOf({ ...monthly(day('2026-01-15'), { stoppedOn: day('2026-01-10') }), isMonthly: false }, day('2026-12-31'))).toMatchObject([{ isStopped: true }])
    expect([isDue(monthly(day('2026-01-15')), day('2026-03-15')), isDue(monthly(day('2026-01-15')), day('2026-03-16'))]).toEqual([true, false])
  })
})

describe('start-up support and the benefit', () => {
  test('have at most one of a gap and an overlap, and a gap is exactly the days between', () => {
    fc.assert(fc.property(anyDay, anyDay, (firstOn, benefitOn) => {
      const found = startUpWarnings(support(firstOn), benefitOn, day('2020-01-01'))
      const endsOn = addMonths(startUpDays(firstOn).at(-1) ?? firstOn, 1)
      expect(found.length).toBeLessThanOrEqual(1)
      expect(found[0]?.kind === 'overlap').toBe(benefitOn <= (startUpDays(firstOn).at(-1) ?? firstOn))
      expect(found.filter(({ kind }) => kind === 'gap')).toEqual(benefitOn > endsOn ? [{ kind: 'gap', from: endsOn, to: addDays(benefitOn, -1), days: daysBetween(endsOn, benefitOn), meanwhile: [] }] : [])
    }))
  })

  test('say what comes meanwhile, and tell nothing of what is over or was stopped', () => {
    const family = { kind: 'child_benefit' as const, dueOn: day('2027-02-26'), payOn: day('2027-02-26'), state: 'expected' as const }
    const plan = support(day('2026-11-16'))
    expect(startUpWarnings([...plan, family], day('2027-03-12'), day('2026-11-20'))).toEqual([{ kind: 'gap', from: '2027-02-16', to: '2027-03-11', days: 24, meanwhile: ['child_benefit'] }])
    expect(startUpWarnings(plan, day('2027-03-12'), day('2027-04-01'))).toEqual([])
    expect(startUpWarnings(plan.map((one) => ({ ...one, state: 'stopped' as const })), day('2027-03-12'), day('2026-11-20'))).toEqual([])
    expect(startUpWarnings(plan, null, day('2026-11-20'))).toMatchObject([{ kind: 'gap', from: '2027-02-16', to: null, days: null }])
    expect(startUpWarnings(plan, day('2026-12-11'), day('2026-11-20'))).toMatchObject([{ kind: 'overlap', from: '2026-12-16', to: '2027-02-15' }])
  })

  test('the benefit that follows is of the first programme that had not ended', () => {
    const before = { startsOn: day('2025-01-01'), endsOn: day('2025-12-31'), payOn: day('2025-02-12') }
    const after = { startsOn: day('2027-02-01'), endsOn: null, payOn: day('2027-03-12') }
    expect(benefitAfter(day('2026-11-16'), [before, after])).toBe(after)
    expect(benefitAfter(day('2026-11-16'), [before])).toBeUndefined()
  })
})

test('what came keeps its day and its amount though the plan was stopped; the next money is what is still to come', () => {
  const receipt = { id: 'r', paymentId: 'a', dueOn: day('2026-11-20'), paidOn: day('2026-11-19'), amountOre: 100_000, notedBy: 'Anne' }
  const benefit = [{ month: day('2026-10-01'), payOn: day('2026-11-12'), amountOre: 2_275_817, isAbout: false }, { month: day('2026-11-01'), payOn: day('2026-12-11'), amountOre: null, isAbout: true }]
  const items = calendarItems({ payments: [payment({ isMonthly: true, stoppedOn: day('2026-12-20') }), payment({ id: 'b', kind: 'wages', amountOre: null, firstOn: day('2026-12-11') })], receipts: [receipt], benefit }, day('2027-01-31'), day('2026-11-20'))
  expect(items.map(({ kind, payOn, state, amountOre }) => [kind, payOn, state, amountOre])).toEqual([['introduction_benefit', '2026-11-12', 'paid', 2_275_817], ['child_benefit', '2026-11-19', 'paid', 100_000], ['wages', '2026-12-11', 'expected', null], ['introduction_benefit', '2026-12-11', 'expected', null]])
  expect(nextMoney(items, day('2026-11-20')).map(({ kind }) => kind)).toEqual(['wages', 'introduction_benefit'])
  expect(itemsWithin(items, [day('2026-12-01')])).toHaveLength(2)
})

test('a payment is planned, changed, stopped and noted only as the rules of it allow', () => {
  expect(codes(mayPlanStartUp([{ kind: 'start_up_support', stoppedOn: null }]))).toEqual(['payments.startUpPlanned'])
  expect(mayPlanStartUp([{ kind: 'start_up_support', stoppedOn: day('2026-11-01') }])).toEqual([])
  const now = payment({})
  expect(codes(mayChange({ ...now, stoppedOn: day('2026-11-01') }, { firstOn: day('2026-11-21'), isMonthly: false }, true))).toEqual(['payments.isStopped', 'payments.hasCome'])
  expect(codes(mayChange(payment({ kind: 'start_up_support' }), now, false))).toEqual(['payments.startUpIsPlanned'])
  expect(mayChange(now, now, true)).toEqual([])
  expect(codes(mayStop(now, day('2026-11-20'), [day('2026-11-20')]))).toEqual(['payments.stoppedBeforePaid'])
  expect(codes(mayStop(payment({ stoppedOn: day('2026-11-20') }), day('2026-11-21'), []))).toEqual(['payments.isStopped'])
  expect(codes(mayNotePaid(now, { dueOn: day('2026-11-21'), paidOn: day('2026-11-22') }, day('2026-11-20')))).toEqual(['payments.notDue', 'payments.inFuture'])
})
