import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PlainDate } from '#shared/date.ts'
import { addDays, addMonths, daysBetween, plainDate } from '#shared/date.ts'
import type { Facts } from '../facts.ts'
import { decideRule } from '../rule.ts'
import { subsidyCalculation } from './calculation.ts'
import { hourlyPayOf } from './mentor.ts'
import { monthsAndDays, periodAmount, splitPeriods } from './periods.ts'
import { subsidyRefund } from './refund.ts'

/** A second, independent computation: fractions that are never shortened, rounded by comparing the remainder with a half. */
type Fraction = readonly [bigint, bigint]
const whole = (value: number): Fraction => [BigInt(value), 1n]
const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d]
const plus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d]
/** A decimal as written: 14.1 is 141/10. */
function decimal(value: number): Fraction {
  const [digits = '0', decimals = ''] = String(value).split('.')
  return [BigInt(digits + decimals), 10n ** BigInt(decimals.length)]
}
const share = (percent: number): Fraction => times(decimal(percent), [1n, 100n])
const halfUpWhole = ([top, bottom]: Fraction): bigint => top / bottom + (top % bottom * 2n >= bottom ? 1n : 0n)
const halfUp = (fraction: Fraction): number => Number(halfUpWhole(fraction))

const percent = fc.integer({ min: 0, max: 2500 }).map((hundredths) => hundredths / 100)
const day = fc.integer({ min: 0, max: 5000 }).map((days) => addDays(plainDate('2021-01-01'), days))
const terms = fc.record({ monthlyPay: fc.integer({ min: 0, max: 200_000 }), holidayPayPercent: percent, pensionPercent: percent, contributionPercent: percent, positionPercent: fc.integer({ min: 1, max: 10_000 }).map((hundredths) => hundredths / 100) })
const reading = fc.constantFrom('as_nav_computes', 'as_regulation_reads')
const agreement = fc.record({ from: day, days: fc.integer({ min: 0, max: 1400 }), kind: fc.constantFrom<'temporary' | 'permanent' | 'summer_job'>('temporary', 'permanent', 'summer_job'), group: fc.constantFrom<'needs_guidance' | 'works_partly'>('needs_guidance', 'works_partly'), agreed: fc.integer({ min: 1, max: 75 }) })
type Agreed = typeof agreement extends fc.Arbitrary<infer T> ? T : never

const on = plainDate('2026-06-01')
const factsOf = (given: Facts, { from, days, kind, group, agreed }: Agreed): Facts =>
  ({ ...given, subsidyKind: kind, assistanceGroup: group, subsidyPercent: agreed, subsidyFrom: from, subsidyUntil: addDays(from, days) })
function calculated(facts: Facts, choice: string) {
  const { answer } = decideRule(subsidyCalculation, facts, on, { entered: [], settings: { choices: { contributionOnPension: choice }, commenced: {} } })
  if (answer === null) throw new Error('must be decided')
  return answer
}

test('the expenses are those of the second computation, for any pay and percents', () => {
  fc.assert(fc.property(terms, agreement, reading, (given, agreed, choice) => {
    const pay = whole(given.monthlyPay)
    const holidayPay = times(pay, share(given.holidayPayPercent))
    const pension = times(plus(pay, holidayPay), share(given.pensionPercent))
    const levied = choice === 'as_nav_computes' ? plus(plus(pay, holidayPay), pension) : plus(pay, holidayPay)
    const contribution = times(levied, share(given.contributionPercent))
    const expenses = given.monthlyPay + halfUp(plus(plus(holidayPay, pension), contribution))
    const answer = calculated(factsOf(given, agreed), choice)
    expect(answer).toMatchObject({
      holidayPay: halfUp(holidayPay), pension: halfUp(pension), contribution: halfUp(contribution), expenses,
      fullTimePay: halfUp(times(pay, [10_000n, BigInt(Math.round(given.positionPercent * 100))])),
    })
    for (const rate of answer.rates) expect(rate.perMonth).toBe(halfUp(times(whole(expenses), share(rate.percent))))
    // each of three parts is off by half a krone at most, and so is their sum
    expect(Math.abs(answer.pay + answer.holidayPay + answer.pension + answer.contribution - answer.expenses)).toBeLessThanOrEqual(2)
  }))
})

/** Year, month and day as numbers, `months` later: a day the month lacks is left standing, as 31 September, for java.time compares the numbers alone. */
const unclamped = (from: PlainDate, months: number): [number, number] => {
  const [year = 0, month = 1, date = 1] = from.split('-').map(Number)
  return [year * 12 + month + months, date]
}
const isReached = ([month, date]: [number, number], end: PlainDate): boolean => {
  const [last, lastDate] = unclamped(end, 0)
  return month < last || (month === last && date <= lastDate)
}

/** Counted month by month, as java.time does: a month is whole when its day has been reached, and 31 September never is before October. */
function amountDayByDay(from: PlainDate, until: PlainDate, perMonth: number): number {
  const end = addDays(until, 1)
  let months = 0
  while (isReached(unclamped(from, months + 1), end)) months += 1
  const tenDecimals = 10n ** 10n
  const perDay: Fraction = [halfUpWhole(times(whole(perMonth), [10_000n * tenDecimals, 304_375n])), tenDecimals]
  return months * perMonth + halfUp(times(perDay, whole(daysBetween(addMonths(from, months), end))))
}

describe('periods', () => {
  test('sum to the agreement without gap or overlap, each within one calendar month and one percent', () => {
    fc.assert(fc.property(terms, agreement, (given, agreed) => {
      const { periods, rates, years, totalAmount } = calculated(factsOf(given, agreed), 'as_nav_computes')
      expect([periods[0]?.from, periods.at(-1)?.until]).toEqual([agreed.from, addDays(agreed.from, agreed.days)])
      for (const [index, { from, until, percent: own, amount }] of periods.entries()) {
        expect(from <= until && from.slice(0, 7) === until.slice(0, 7)).toBe(true)
        expect(index === 0 || periods[index - 1]?.until === addDays(from, -1)).toBe(true)
        expect(own).toBe(rates.findLast((rate) => rate.from <= until)?.percent)
        expect(rates.some((rate) => rate.from > from && rate.from <= until)).toBe(false)
        expect(amount).toBe(amountDayByDay(from, until, rates.find((rate) => rate.percent === own)?.perMonth ?? -1))
      }
      expect(periods.reduce((sum, { amount }) => sum + amount, 0)).toBe(totalAmount)
      expect(years.reduce((sum, { amount }) => sum + amount, 0)).toBe(totalAmount)
    }), { numRuns: 60 })
  })

  const span = fc.record({ from: day, days: fc.integer({ min: 0, max: 800 }) }).map(({ from, days }) => ({ from, until: addDays(from, days) }))
  const isYear = ({ from, until }: { from: PlainDate; until: PlainDate }): boolean => isReached(unclamped(from, 12), addDays(until, 1))
  const perMonths = fc.integer({ min: 0, max: 150_000 })

  test('an amount is that of the second computation', () => {
    fc.assert(fc.property(span.filter((one) => !isYear(one)), perMonths, (period, perMonth) => { expect(periodAmount(period, perMonth)).toBe(amountDayByDay(period.from, period.until, perMonth)) }))
  })

  test('an amount of a year or more is an error, since Nav’s formula would drop the year', () => {
    fc.assert(fc.property(span.filter(isYear), perMonths, (period, perMonth) => { expect(() => periodAmount(period, perMonth)).toThrow('is a year or more') }))
  })

  test.each([
    ['2026-01-31', '2026-03-01', 1, 1], ['2026-01-31', '2026-02-28', 0, 28], ['2028-08-31', '2028-11-30', 2, 30], ['2028-02-29', '2029-02-28', 11, 30], ['2028-02-29', '2029-03-01', 12, 1], ['2026-05-15', '2026-06-15', 1, 0], ['2026-05-15', '2026-05-15', 0, 0],
  ])('from %s to %s there are %i months and %i days, as Java counts', (from, end, months, days) => {
    expect(monthsAndDays(plainDate(from), plainDate(end))).toEqual({ months, days })
  })

  test('a split outside the period changes nothing', () => {
    const period = { from: plainDate('2026-03-10'), until: plainDate('2026-05-02') }
    expect(splitPeriods(period, [period.from, plainDate('2026-01-01'), plainDate('2026-05-03')])).toEqual(splitPeriods(period, []))
    expect(splitPeriods(period, [period.until])).toHaveLength(4)
  })
})

test('the subsidy is never more than the expenses, and what can be paid never more than the subsidy', () => {
  fc.assert(fc.property(terms, agreement, (given, agreed) => {
    const { expenses, rates, years } = calculated(factsOf(given, agreed), 'as_nav_computes')
    for (const { perMonth } of rates) expect(perMonth).toBeLessThanOrEqual(expenses)
    for (const { amount, payable } of years) expect(payable ?? 0).toBeLessThanOrEqual(amount)
  }))
})

test('more pay never gives less subsidy, and a higher agreed percent never a lower one', () => {
  fc.assert(fc.property(terms, agreement, fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 75 }), (given, agreed, more, higher) => {
    const before = calculated(factsOf(given, agreed), 'as_nav_computes').totalAmount
    expect(calculated(factsOf({ ...given, monthlyPay: given.monthlyPay + more }, agreed), 'as_nav_computes').totalAmount).toBeGreaterThanOrEqual(before)
    const up = { ...agreed, agreed: Math.min(75, agreed.agreed + higher) }
    expect(calculated(factsOf(given, up), 'as_nav_computes').totalAmount).toBeGreaterThanOrEqual(before)
  }), { numRuns: 60 })
})

describe('a refund', () => {
  const refundTerms = fc.record({
    holidayPayPercent: percent, pensionPercent: percent, contributionPercent: percent, subsidyPercent: fc.integer({ min: 1, max: 75 }),
    incomeLines: fc.array(fc.record({ code: fc.constantFrom('fastloenn' as const, 'timeloenn' as const, 'trekkILoennForFerie' as const), kroner: fc.integer({ min: -500_000, max: 6_000_000 }).map((ore) => ore / 100) }), { maxLength: 6 }),
    holidayDeductedBefore: fc.boolean(), refundedByOthers: fc.integer({ min: 0, max: 30_000 }), refundApproved: fc.integer({ min: 0, max: 60_000 }), refundCarried: fc.integer({ min: -20_000, max: 0 }),
    refundPaidThisYear: fc.integer({ min: 0, max: 800_000 }), refundAlreadyPaid: fc.integer({ min: 0, max: 20_000 }),
  })
  function refunded(facts: Facts) {
    const { answer } = decideRule(subsidyRefund, { subsidyKind: 'permanent', refundFrom: on, ...facts }, on, { entered: [], settings: { choices: { contributionOnPension: 'as_nav_computes' }, commenced: {} } })
    if (answer === null) throw new Error('must be decided')
    return answer
  }

  test('keeps within what was approved and within five basic amounts, and carries what is negative', () => {
    fc.assert(fc.property(refundTerms, (facts) => {
      const { refund, payment, carriedForward, isOverApproved, computed } = refunded(facts)
      expect(refund).toBe(payment + carriedForward)
      expect(payment).toBeLessThanOrEqual(facts.refundApproved)
      expect(refund + facts.refundAlreadyPaid).toBeLessThanOrEqual(Math.max(0, 5 * 136_549 - facts.refundPaidThisYear))
      expect(isOverApproved).toBe(computed > facts.refundApproved)
    }))
  })

  test('is never more for less corrected pay', () => {
    fc.assert(fc.property(refundTerms, fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 0, max: 60_000 }), (facts, a, b) => {
      expect(refunded({ ...facts, correctedPay: Math.min(a, b) }).refund).toBeLessThanOrEqual(refunded({ ...facts, correctedPay: Math.max(a, b) }).refund)
    }))
  })
})

test('the mentor’s pay an hour grows with the pay and shrinks with the position', () => {
  const kind = fc.constantFrom('yearly' as const, 'monthly' as const, 'weekly' as const, 'daily' as const)
  fc.assert(fc.property(kind, fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 1, max: 10_000 }), (given, pay, hundredths) => {
    expect(hourlyPayOf(given, pay + 1000, hundredths / 100)).toBeGreaterThanOrEqual(hourlyPayOf(given, pay, hundredths / 100))
    expect(hourlyPayOf(given, pay, hundredths / 100)).toBeGreaterThanOrEqual(hourlyPayOf(given, pay, 100))
  }))
})
