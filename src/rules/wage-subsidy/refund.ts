import { z } from 'zod'
import { basicAmount } from '../basic-amount.ts'
import { nearest } from '../exact.ts'
import type { Facts } from '../facts.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { CAP_IN_G, isCapped } from './cap.ts'
import { contributionOnPension } from './choices.ts'
import type { Expenses } from './expenses.ts'
import { UNIT, expensesOf } from './expenses.ts'
import { baseSource, capSource, percentSource } from './sources.ts'

const names = [
  'subsidyKind', 'subsidyPercent', 'refundFrom', 'incomeLines', 'correctedPay', 'holidayDeductedBefore', 'holidayPayPercent', 'pensionPercent', 'contributionPercent',
  'refundedByOthers', 'refundApproved', 'refundCarried', 'refundPaidThisYear', 'refundAlreadyPaid',
] as const
type Ask = Asking<(typeof names)[number]>

const Kroner = z.int()
/** Whole kroner. `computed` is before any limit; `refund` may be negative, and then `carriedForward` takes it to the next one and nothing is paid. */
export const SubsidyRefund = z.object({
  countedPay: Kroner, holidayDeduction: Kroner, payAfterHoliday: Kroner, holidayPay: Kroner, pension: Kroner, contribution: Kroner, expenses: Kroner,
  computed: Kroner, isOverApproved: z.boolean(), isOverCap: z.boolean(), refund: Kroner, payment: Kroner, carriedForward: Kroner,
})

const nav = ref('NAVCALC', undefined, { note: 'navikt/tiltak-refusjon-api' })

type Lines = NonNullable<Facts['incomeLines']>
/** Lines summed exactly in øre, then to the nearest krone. */
const sumOf = (lines: Lines): number => nearest(lines.reduce((sum, { kroner }) => sum + BigInt(Math.round(kroner * 100)), 0n), 100n)

type Pay = { countedPay: number; holidayDeduction: number; payAfterHoliday: number }

/** The pay that counts: the lines, lowered where the employer corrected it, less the deduction for holiday. */
function payOf(ask: Ask): Pay {
  const { incomeLines, holidayDeductedBefore } = ask.need('incomeLines', 'holidayDeductedBefore')
  const reported = sumOf(incomeLines.filter(({ code }) => code !== 'trekkILoennForFerie'))
  const corrected = ask.known('correctedPay')
  const countedPay = corrected === undefined ? reported : Math.min(corrected, reported)
  const holidayDeduction = holidayDeductedBefore ? 0 : sumOf(incomeLines.filter(({ code }) => code === 'trekkILoennForFerie'))
  ask.step('step.refund.pay', nav, { params: { reported, kroner: countedPay } })
  ask.step('step.refund.holiday', nav, { params: { kroner: holidayDeduction } })
  return { countedPay, holidayDeduction, payAfterHoliday: countedPay + holidayDeduction }
}

/** Percent of the expenses less what others refund: never below 0 by that deduction alone; rounded once. */
function computedOf(expenses: Expenses, percent: number, refundedByOthers: number): number {
  const [whole, left] = [expenses.exact * BigInt(percent), (expenses.exact - BigInt(refundedByOthers) * UNIT) * BigInt(percent)]
  if (whole < 0n) return nearest(whole, UNIT * 100n)
  return left < 0n ? 0 : nearest(left, UNIT * 100n)
}

/** The amount within the yearly limit of five basic amounts, of the kinds of subsidy that have one. */
function withinCap(ask: Ask, amount: number): number {
  const { subsidyKind, refundFrom } = ask.need('subsidyKind', 'refundFrom')
  if (!isCapped(subsidyKind)) return amount
  const { refundPaidThisYear } = ask.need('refundPaidThisYear')
  const basic = ask.value(basicAmount, refundFrom) ?? 0
  const left = Math.max(0, CAP_IN_G * basic - refundPaidThisYear)
  ask.step('step.refund.cap', capSource(subsidyKind), { params: { basics: CAP_IN_G, basic, left } })
  return Math.min(amount, left)
}

/** The chain of expenses on the pay that counts. */
function expensesAfter(ask: Ask, payAfterHoliday: number): Expenses & { expenses: number } {
  const rates = ask.need('holidayPayPercent', 'pensionPercent', 'contributionPercent')
  const isContributionOnPension = ask.choice(contributionOnPension) === 'as_nav_computes'
  const all = expensesOf(BigInt(payAfterHoliday) * 100n, { ...rates, isContributionOnPension })
  const expenses = nearest(all.exact, UNIT)
  ask.step('step.refund.expenses', baseSource(ask.need('subsidyKind').subsidyKind), { params: { kroner: expenses } })
  return { ...all, expenses }
}

/** The refund of wage subsidy for a period, from what was actually paid: computed, capped at what was approved, then at the yearly limit, less what was paid before. */
export const subsidyRefund = rule({
  name: 'subsidy.refund', version: 1, decidedBy: ['refundFrom'], facts: names, answer: SubsidyRefund,
  sources: [ref('TF', '8-6', { ledd: 3 }), ref('TF', '9-5', { ledd: 2 }), ref('TF', '10-6', { ledd: 3 }), ref('TF', '10-7', { ledd: 2 }), ref('FOR-2026-02-04-163', '7', { ledd: 2 }), nav],
  checkedBy: 'Nav',
  decide(ask) {
    const { subsidyKind, subsidyPercent, refundApproved, refundCarried, refundAlreadyPaid, refundedByOthers } =
      ask.need('subsidyKind', 'subsidyPercent', 'refundFrom', 'refundApproved', 'refundCarried', 'refundAlreadyPaid', 'refundedByOthers')
    const pay = payOf(ask)
    const { exact, expenses, ...parts } = expensesAfter(ask, pay.payAfterHoliday)
    const computed = computedOf({ exact, ...parts }, subsidyPercent, refundedByOthers)
    ask.step('step.refund.percent', percentSource(subsidyKind), { params: { percent: subsidyPercent, others: refundedByOthers, kroner: computed } })
    const isOverApproved = computed > refundApproved
    const approved = Math.min(computed, refundApproved) + refundCarried
    ask.step('step.refund.approved', nav, { params: { approved: refundApproved, carried: refundCarried, kroner: approved } })
    const capped = withinCap(ask, approved)
    const refund = capped - refundAlreadyPaid
    ask.step('step.refund.paid', nav, { params: { paid: refundAlreadyPaid, kroner: refund } })
    return { ...pay, ...parts, expenses, computed, isOverApproved, isOverCap: capped < approved, refund, payment: Math.max(0, refund), carriedForward: Math.min(0, refund) }
  },
})
