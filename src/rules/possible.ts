import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import type { PlainDate } from '#shared/date.ts'
import { impossibleAbsences } from './absence/possible.ts'
import type { FactName, Facts } from './facts.ts'
import { impossiblePeriod } from './introduction-benefit/possible.ts'
import { impossibleSubsidy } from './wage-subsidy/possible.ts'

/** Pairs of days of which the first cannot come after the second. */
const inOrder: readonly (readonly [FactName, FactName])[] = [
  ['birthDate', 'permitGrantedOn'], ['birthDate', 'settledOn'], ['birthDate', 'startedOn'],
  ['birthDate', 'residenceSince'], ['birthDate', 'arrivedOn'], ['birthDate', 'familyAppliedOn'], ['birthDate', 'asylumAppliedOn'],
  ['birthDate', 'applicationOn'], ['birthDate', 'dNumberGivenOn'], ['birthDate', 'qualificationAppliedOn'],
  ['settledOn', 'startedOn'], ['offeredOn', 'startedOn'], ['startedOn', 'absentFrom'],
  ['permitGrantedOn', 'permitFirstRenewedOn'], ['trainingOfferedOn', 'trainingStartedOn'],
  ['absentFrom', 'absentTo'], ['paymentFrom', 'paymentTo'], ['decisionMadeOn', 'notifiedOn'], ['decisionMadeOn', 'appealedOn'], ['notifiedOn', 'reasonsReceivedOn'],
  ['subsidyFrom', 'subsidyUntil'], ['measureFrom', 'measureUntil'],
]

/** Facts that cannot be, whatever the rule: every one of them, not the first. */
export function impossibleFacts(facts: Facts, on: PlainDate): Refusal[] {
  const orders = inOrder.flatMap(([first, second]) => {
    const [a, b] = [facts[first], facts[second]]
    return typeof a !== 'string' || typeof b !== 'string' ? [] : check(a <= b, { code: 'facts.wrongOrder', path: second, params: { first, second } })
  })
  return [...check(facts.birthDate === undefined || facts.birthDate <= on, { code: 'facts.bornInFuture', path: 'birthDate' }), ...orders, ...impossibleAbsences(facts), ...impossiblePeriod(facts), ...impossibleSubsidy(facts)]
}
