import type { PlainDate } from '#shared/date.ts'
import { formerSection37c, hasOwnProgrammeRules } from '../collective-protection/chapter.ts'
import type { Asking } from '../rule.ts'
import { ref } from '../source.ts'

export const freedFacts = ['brokenOff', 'hasRefused', 'permit', 'permitGrantedOn'] as const

/**
 * Whether the municipality's duties have lapsed because she broke off or refused (IL § 3 third ledd); null when neither is known. Not so before 2026 for
 * those with collective protection who left for work (IL § 37 c as it then read), which somebody must look at.
 */
export function isMunicipalityFreed(ask: Asking<(typeof freedFacts)[number]>, decided: PlainDate): boolean | null {
  const [brokenOff, hasRefused] = [ask.known('brokenOff'), ask.known('hasRefused')]
  if (brokenOff !== true && hasRefused !== true) return brokenOff === false && hasRefused === false ? false : null
  ask.step('step.targetGroup.freed', ref('IL', '3', { ledd: 3 }))
  if (hasOwnProgrammeRules(ask, decided)) ask.judge('judge.targetGroup.leftForWork', formerSection37c(decided, 5))
  return true
}
