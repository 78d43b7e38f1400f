import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import type { PlainDate } from '#shared/date.ts'
import { impossibleAbsences } from './absence/possible.ts'
import type { FactName, Facts } from './facts.ts'
import { impossiblePeriod } from './introduction-benefit/possible.ts'

/** Pairs of days of which the first cannot come after the second. */
const inOrder: readonly (readonly [FactName, FactName])[] = [
  ['birthDate', 'permitGrantedOn'], ['birthDate', 'settledOn'], ['birthDate', 'startedOn'],
  ['birthDate', 'residenceSince'], ['birthDate', 'arrivedOn'], ['birthDate', 'familyAppliedOn'], ['birthDate', 'asylumAppliedOn'],
  ['settledOn', 'startedOn'], ['offeredOn', 'startedOn'],
  ['absentFrom', 'absentTo'], ['paymentFrom', 'paymentTo'], ['decisionMadeOn', 'notifiedOn'], ['decisionMadeOn', 'appealedOn'], ['notifiedOn', 'reasonsReceivedOn'],
  ['birthDate', 'arrivedOn'], ['permitGrantedOn', 'permitFirstRenewedOn'], ['trainingOfferedOn', 'trainingStartedOn'],
  ['absentFrom', 'absentTo'], ['paymentFrom', 'paymentTo'],
  ['birthDate', 'qualificationAppliedOn'],
  ['birthDate', 'qualificationAppliedOn'], ['subsidyFrom', 'subsidyUntil'],
]

const FOUR_YEAR_TRIAL_FROM = '2026-08-01'
const PERMANENT_HIGHEST_PERCENT = 75

/** What an agreement on wage subsidy cannot be (TF § 10-7, FOR-2026-02-04-163 § 13, and Nav's table of percents). */
function impossibleSubsidy({ subsidyKind, subsidyFrom, subsidyPercent, assistanceGroup }: Facts): Refusal[] {
  if (subsidyKind === undefined) return []
  return [
    ...check(assistanceGroup !== 'good_possibilities', { code: 'facts.noSubsidyForGroup', path: 'assistanceGroup' }),
    ...check(subsidyKind !== 'permanent' || (subsidyPercent ?? 0) <= PERMANENT_HIGHEST_PERCENT, { code: 'facts.subsidyPercentTooHigh', path: 'subsidyPercent', params: { highest: PERMANENT_HIGHEST_PERCENT } }),
    ...check(subsidyKind !== 'four_year' || (subsidyFrom ?? FOUR_YEAR_TRIAL_FROM) >= FOUR_YEAR_TRIAL_FROM, { code: 'facts.subsidyBeforeTrial', path: 'subsidyFrom', params: { day: FOUR_YEAR_TRIAL_FROM } }),
  ]
}

/** Facts that cannot be, whatever the rule: every one of them, not the first. */
export function impossibleFacts(facts: Facts, on: PlainDate): Refusal[] {
  const orders = inOrder.flatMap(([first, second]) => {
    const [a, b] = [facts[first], facts[second]]
    return typeof a !== 'string' || typeof b !== 'string' ? [] : check(a <= b, { code: 'facts.wrongOrder', path: second, params: { first, second } })
  })
  return [...check(facts.birthDate === undefined || facts.birthDate <= on, { code: 'facts.bornInFuture', path: 'birthDate' }), ...orders, ...impossibleAbsences(facts), ...impossiblePeriod(facts)]
  return [...check(facts.birthDate === undefined || facts.birthDate <= on, { code: 'facts.bornInFuture', path: 'birthDate' }), ...orders, ...impossibleSubsidy(facts)]
}
