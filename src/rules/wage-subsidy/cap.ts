import type { PlainDate } from '#shared/date.ts'
import { basicAmount } from '../basic-amount.ts'
import type { Asking } from '../rule.ts'
import type { Agreement } from './ladder.ts'
import { capSource } from './sources.ts'

/** Five basic amounts a calendar year, for each participant, employer and measure; the amount that held when the period began. */
export const CAP_IN_G = 5

/** The kinds of subsidy with a yearly limit. */
export const isCapped = (kind: Agreement['kind']): kind is 'permanent' | 'four_year' => kind === 'permanent' || kind === 'four_year'

type Paid = { from: PlainDate; amount: number }
type Year = { year: number; amount: number; payable: number | null }

/** What of a year's periods can be paid within the limit, each period against the basic amount of its first day; null when that is not known yet. */
function payableOf(ask: Asking<never>, periods: readonly Paid[]): number | null {
  let paid = 0
  for (const { from, amount } of periods) {
    const basic = ask.valueOrOpen(basicAmount, from)
    if (basic === undefined || basic === null) return null
    paid += Math.min(amount, Math.max(0, CAP_IN_G * basic - paid))
  }
  return paid
}

/** The periods summed by calendar year, with what the yearly limit lets be paid. */
export function payableByYear(ask: Asking<never>, kind: Agreement['kind'], periods: readonly Paid[]): Year[] {
  if (isCapped(kind)) ask.step('step.subsidy.cap', capSource(kind), { params: { basics: CAP_IN_G } })
  const years = [...new Set(periods.map(({ from }) => Number(from.slice(0, 4))))]
  return years.map((year) => {
    const own = periods.filter(({ from }) => Number(from.slice(0, 4)) === year)
    const amount = own.reduce((sum, one) => sum + one.amount, 0)
    return { year, amount, payable: isCapped(kind) ? payableOf(ask, own) : amount }
  })
}
