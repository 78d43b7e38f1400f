import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { UNIT, expensesOf } from './expenses.ts'
import { nearest, hundredths } from '../exact.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { payableByYear } from './cap.ts'
import { contributionOnPension } from './choices.ts'
import type { Agreement, Rung } from './ladder.ts'
import { fourYearLadder, percentOf, permanentLadder, summerLadder, temporaryLadder } from './ladder.ts'
import { periodAmount, splitPeriods } from './periods.ts'
import { baseSource, lengthSource, percentSource } from './sources.ts'

const names = ['subsidyKind', 'assistanceGroup', 'subsidyFrom', 'subsidyUntil', 'subsidyPercent', 'monthlyPay', 'positionPercent', 'holidayPayPercent', 'pensionPercent', 'contributionPercent'] as const
export type SubsidyAsk = Asking<(typeof names)[number]>

const Kroner = z.int()
/** Whole kroner. Parts are each rounded half up and may differ from `expenses` by a krone or two; `expenses` is pay plus the rounded sum of the unrounded parts. */
export const SubsidyCalculation = z.object({
  pay: Kroner, holidayPay: Kroner, pension: Kroner, contribution: Kroner, expenses: Kroner,
  fullTimePay: Kroner,
  rates: z.array(z.object({ from: PlainDate, percent: z.int(), perMonth: Kroner })),
  periods: z.array(z.object({ from: PlainDate, until: PlainDate, percent: z.int(), amount: Kroner })),
  years: z.array(z.object({ year: z.int(), amount: Kroner, payable: Kroner.nullable() })),
  totalAmount: Kroner,
})
type SubsidyCalculation = z.infer<typeof SubsidyCalculation>

/** The percents of the agreement and the days they hold from. */
function ladderOf(ask: SubsidyAsk, agreement: Agreement): Rung[] {
  if (agreement.kind === 'permanent') return permanentLadder(agreement, ask.need('subsidyPercent').subsidyPercent)
  if (agreement.kind === 'four_year') return fourYearLadder(agreement)
  const { assistanceGroup } = ask.need('assistanceGroup')
  return agreement.kind === 'temporary' ? temporaryLadder(agreement, assistanceGroup) : summerLadder(agreement, assistanceGroup)
}

type Base = Pick<SubsidyCalculation, 'pay' | 'holidayPay' | 'pension' | 'contribution' | 'expenses' | 'fullTimePay'>

/** Expenses a month, part by part, each a step. */
function baseOf(ask: SubsidyAsk, kind: Agreement['kind']): Base {
  const { monthlyPay: pay, positionPercent, ...rates } = ask.need('monthlyPay', 'positionPercent', 'holidayPayPercent', 'pensionPercent', 'contributionPercent')
  const isContributionOnPension = ask.choice(contributionOnPension) === 'as_nav_computes'
  const { exact, ...parts } = expensesOf(BigInt(pay) * 100n, { ...rates, isContributionOnPension })
  const expenses = pay + nearest(exact - BigInt(pay) * UNIT, UNIT)
  const fullTimePay = nearest(BigInt(pay) * 10_000n, hundredths(positionPercent))
  const source = baseSource(kind)
  ask.step('step.subsidy.holidayPay', source, { params: { percent: rates.holidayPayPercent, pay, kroner: parts.holidayPay } })
  ask.step('step.subsidy.pension', source, { params: { percent: rates.pensionPercent, kroner: parts.pension } })
  ask.step(isContributionOnPension ? 'step.subsidy.contributionNav' : 'step.subsidy.contributionLiteral', source, { params: { percent: rates.contributionPercent, kroner: parts.contribution } })
  ask.step('step.subsidy.expenses', ref('NAVCALC', undefined, { note: 'navikt/tiltaksgjennomforing-api' }), { params: { pay, kroner: expenses } })
  return { pay, ...parts, expenses, fullTimePay }
}

const perMonthOf = (expenses: number, percent: number): number => nearest(BigInt(expenses) * BigInt(percent), 100n)

/** The wage subsidy of an agreement, step by step as Nav computes it. Percents are exact: Nav's binary fractions may give a krone less at an exact half at 35 and 70 %. */
export const subsidyCalculation = rule({
  name: 'subsidy.calculation', version: 1, decidedBy: ['subsidyFrom'], facts: names, answer: SubsidyCalculation,
  sources: [ref('TF', '8-6', { ledd: 2 }), ref('TF', '9-5', { ledd: 1 }), ref('TF', '9-5', { ledd: 3 }), ref('TF', '10-6', { ledd: 2 }), ref('TF', '10-7', { ledd: 2 }), ref('FOR-2026-02-04-163', '6', { ledd: 2 }), ref('FOR-2026-02-04-163', '7', { ledd: 1 })],
  checkedBy: 'Nav',
  decide(ask) {
    const { subsidyKind: kind, subsidyFrom: from, subsidyUntil: until } = ask.need('subsidyKind', 'subsidyFrom', 'subsidyUntil')
    const ladder = ladderOf(ask, { kind, from, until })
    const base = baseOf(ask, kind)
    const rates = ladder.map((rung) => ({ ...rung, perMonth: perMonthOf(base.expenses, rung.percent) }))
    for (const rate of rates) ask.step('step.subsidy.rate', percentSource(kind), { params: { from: rate.from, percent: rate.percent, kroner: rate.perMonth } })
    const periods = splitPeriods({ from, until }, ladder.map((rung) => rung.from)).map((period) => {
      const percent = percentOf(ladder, period.until)
      return { ...period, percent, amount: periodAmount(period, perMonthOf(base.expenses, percent)) }
    })
    ask.step('step.subsidy.periods', ref('NAVCALC', undefined, { note: 'navikt/tiltaksgjennomforing-api' }), { params: { count: periods.length } })
    ask.judge('judge.subsidy.length', lengthSource(kind))
    return { ...base, rates, periods, years: payableByYear(ask, kind, periods), totalAmount: periods.reduce((sum, { amount }) => sum + amount, 0) }
  },
})
