import { WHOLE, hundredths, nearest } from '../exact.ts'

/** Percents as entered, and whether the employer's contribution is levied on the pension too. */
export type ExpenseRates = { holidayPayPercent: number; pensionPercent: number; contributionPercent: number; isContributionOnPension: boolean }

/** What `Expenses.exact` and the parts are counted in: øre, each of the three percents adding four decimals. */
export const UNIT = 100n * WHOLE * WHOLE * WHOLE

/** The parts beside the pay: each rounded half up to whole kroner on its own, so they may differ from their sum by a krone. `exact` is pay and parts in 1/UNIT kroner. */
export type Expenses = { holidayPay: number; pension: number; contribution: number; exact: bigint }

/** Holiday pay of the pay, pension of both, contribution of all three (or of the first two), as Nav computes it. `payOre` may be negative. */
export function expensesOf(payOre: bigint, { holidayPayPercent, pensionPercent, contributionPercent, isContributionOnPension }: ExpenseRates): Expenses {
  const pay = payOre * WHOLE * WHOLE * WHOLE
  const holidayPay = pay * hundredths(holidayPayPercent) / WHOLE
  const pension = (pay + holidayPay) * hundredths(pensionPercent) / WHOLE
  const contribution = (pay + holidayPay + (isContributionOnPension ? pension : 0n)) * hundredths(contributionPercent) / WHOLE
  const shown = (part: bigint): number => nearest(part, UNIT)
  return { holidayPay: shown(holidayPay), pension: shown(pension), contribution: shown(contribution), exact: pay + holidayPay + pension + contribution }
}
