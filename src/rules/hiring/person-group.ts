import type { Asking } from '../rule.ts'
import { ref } from '../source.ts'

export const personFacts = ['publicEmployer', 'saysNeedsAdaptation', 'yearsOutsideOfLastFive', 'outsideReason', 'hasLastingJob'] as const
type Ask = Asking<(typeof personFacts)[number]>

/** Disability that needs adaptation (FOR-2017-06-21-838 § 4). */
export function hasDisability(ask: Asking<'saysNeedsAdaptation'>): boolean {
  return ask.known('saysNeedsAdaptation') === true
}

/** At least two of the last five years outside, for one of the reasons named, and no lasting job (§ 4a). */
export function isOutside(ask: Ask): boolean {
  const [years, reason, lasting] = [ask.known('yearsOutsideOfLastFive'), ask.known('outsideReason'), ask.known('hasLastingJob')]
  return years !== undefined && years >= 2 && reason !== undefined && reason !== 'other' && lasting === false
}

/**
 * Whether she belongs to those the exceptions are for. The definitions are the state's; municipalities have more room for
 * judgement (KS), and so nobody is answered no for a municipality without being judged.
 */
export function isInGroup(ask: Ask): boolean {
  if (hasDisability(ask)) {
    ask.step('step.hiring.disability', ref('SAF', '4', { ledd: 1, sentence: 2 }))
    return true
  }
  if (isOutside(ask)) {
    ask.step('step.hiring.outside', ref('SAF', '4 a', { ledd: 1, sentence: 2 }), { params: { years: 2, of: 5 } })
    return true
  }
  if (ask.known('publicEmployer') === 'municipality') ask.judge('judge.hiring.group', ref('KS', undefined, { certainty: 'P', note: 'omforent forståelse av kvalifikasjonsprinsippet: større adgang til skjønn enn i staten' }))
  return false
}
