import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import type { Facts } from '../facts.ts'
import { PERMANENT_HIGHEST } from './ladder.ts'

const FOUR_YEAR_TRIAL_FROM = '2026-08-01'

/** What an agreement on wage subsidy cannot be (TF § 10-7, FOR-2026-02-04-163 § 13, and Nav's table of percents). */
export function impossibleSubsidy({ subsidyKind, subsidyFrom, subsidyPercent, assistanceGroup }: Facts): Refusal[] {
  if (subsidyKind === undefined) return []
  return [
    ...check(assistanceGroup !== 'good_possibilities', { code: 'facts.noSubsidyForGroup', path: 'assistanceGroup' }),
    ...check(subsidyKind !== 'permanent' || (subsidyPercent ?? 0) <= PERMANENT_HIGHEST.first, { code: 'facts.subsidyPercentTooHigh', path: 'subsidyPercent', params: { highest: PERMANENT_HIGHEST.first } }),
    ...check(subsidyKind !== 'four_year' || (subsidyFrom ?? FOUR_YEAR_TRIAL_FROM) >= FOUR_YEAR_TRIAL_FROM, { code: 'facts.subsidyBeforeTrial', path: 'subsidyFrom', params: { day: FOUR_YEAR_TRIAL_FROM } }),
  ]
}
