import { plainDate } from '#shared/date.ts'
import type { Asking } from '../rule.ts'
import { ref } from '../source.ts'

export const whichActFacts = ['permit', 'permitGrantedOn', 'appliedFromAbroad', 'arrivedOn'] as const
type Ask = Asking<(typeof whichActFacts)[number]>

const inForce = plainDate('2021-01-01')
/** Permits that are applied for in Norway, in an asylum case: the exception for applications from abroad cannot be theirs. */
export const appliedInNorway: readonly string[] = ['refugee', 'humanitarian', 'limited_family', 'collective_protection']

/**
 * Whether integreringsloven governs the case: the permit was granted after the act came into force (§ 52), or was applied
 * for from abroad and granted before, with arrival after (IF § 72). Else introduksjonsloven does.
 */
export function isUnderIntegrationAct(ask: Ask): boolean {
  const { permit, permitGrantedOn } = ask.need('permit', 'permitGrantedOn')
  if (permitGrantedOn >= inForce) return true
  if (!appliedInNorway.includes(permit) && ask.need('appliedFromAbroad').appliedFromAbroad) {
    const { arrivedOn } = ask.need('arrivedOn')
    if (arrivedOn >= inForce) {
      ask.step('step.act.arrivedAfter', ref('IF', '72', { ledd: 1, sentence: 2 }), { params: { permitGrantedOn, arrivedOn } })
      return true
    }
  }
  ask.step('step.act.introduction', ref('IL', '52', { sentence: 1 }), { params: { permitGrantedOn } })
  ask.judge('judge.act.introduction', ref('INTRO', '2'), { params: { permitGrantedOn } })
  return false
}

/** Whether the permit was applied for abroad and granted before she came: the exception in the transitional rules of IF §§ 72 to 74. */
export const cameFromAbroad = (ask: Asking<'permit' | 'appliedFromAbroad'>): boolean => !appliedInNorway.includes(ask.need('permit').permit) && ask.need('appliedFromAbroad').appliedFromAbroad
