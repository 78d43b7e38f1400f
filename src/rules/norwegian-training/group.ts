import type { PlainDate } from '#shared/date.ts'
import { yearsBetween } from '#shared/date.ts'
import { isBarredByChange } from '../collective-protection/change-of-permit.ts'
import { isUnderChapter6A } from '../collective-protection/chapter.ts'
import { isUnderIntegrationAct } from '../introduction-programme/which-act.ts'
import type { Permit } from '../person-facts.ts'
import type { Asking } from '../rule.ts'
import { ref } from '../source.ts'

export const groupFacts = ['birthDate', 'permit', 'permitGrantedOn', 'appliedFromAbroad', 'arrivedOn', 'permitLeadsToPermanent', 'hadCollectiveProtectionDecision', 'startedOn', 'startedWithRight'] as const
type Ask = Asking<(typeof groupFacts)[number]>

/** What a person has by her permit: right and duty, duty alone, right alone, the right to finish what she began, or nothing. */
export const GROUPS = ['right_and_duty', 'duty', 'right', 'finish_only', 'none'] as const
export type Group = (typeof GROUPS)[number]

const isByParagraph9 = (permit: Permit): boolean => ['refugee', 'resettlement', 'humanitarian', 'limited_family', 'collective_protection', 'family', 'independent'].includes(permit)

function ofCollectiveProtection(ask: Ask): Group {
  if (!isUnderChapter6A(ask, ask.on)) {
    ask.open('open.norwegian.outsideChapter6A')
    ask.step('step.norwegian.paragraph9', ref('IL', '27', { sentence: 1 }), { force: 'shall' })
    return 'right_and_duty'
  }
  ask.step('step.norwegian.collectiveProtection', ref('IL', '37 d', { ledd: 1, sentence: 1 }))
  return 'right'
}

/** Somebody who had a decision by chapter 6A gets nothing new by another permit; she may finish what she began (IF § 43 h). */
function isOnlyFinishing(ask: Ask): boolean {
  if (!isBarredByChange(ask)) return false
  ask.step('step.norwegian.afterCollectiveProtection', ref('IF', '43 h', { ledd: 1 }))
  return true
}

function ofPermanentBasis(ask: Ask, group: 'duty' | 'right_and_duty'): Group {
  if (!ask.need('permitLeadsToPermanent').permitLeadsToPermanent) {
    ask.step('step.norwegian.notPermanent', group === 'duty' ? ref('IL', '28') : ref('IL', '27', { sentence: 2 }))
    return 'none'
  }
  if (group === 'duty') ask.step('step.norwegian.paragraph28', ref('IL', '28'), { force: 'shall' })
  else ask.step('step.norwegian.otherPermanent', ref('IL', '27', { sentence: 2 }), { force: 'shall' })
  return group
}

function byPermit(ask: Ask, permit: Permit): Group {
  if (permit === 'collective_protection') return ofCollectiveProtection(ask)
  if (permit === 'nordic_or_eea') {
    ask.step('step.norwegian.eea', ref('IL', '27'))
    return 'none'
  }
  if (isOnlyFinishing(ask)) return 'finish_only'
  if (permit === 'skilled_worker') return ofPermanentBasis(ask, 'duty')
  if (!isByParagraph9(permit)) return ofPermanentBasis(ask, 'right_and_duty')
  ask.step('step.norwegian.paragraph9', ref('IL', '27', { sentence: 1 }), { force: 'shall' })
  return 'right_and_duty'
}

function byAge(ask: Ask, permit: Permit, grantedOn: PlainDate): Group {
  const age = yearsBetween(ask.need('birthDate').birthDate, grantedOn)
  if (age >= 18 && age < 67) return byPermit(ask, permit)
  ask.step('step.norwegian.age', ref('IL', '26', { ledd: 5, sentence: 1 }), { params: { age, from: 18, to: 67 } })
  return 'none'
}

/** The group a person belongs to; nothing when the act of 2003 holds for her, which is not in these rules. */
export function groupOf(ask: Ask): Group | null {
  const { permit, permitGrantedOn } = ask.need('birthDate', 'permit', 'permitGrantedOn')
  if (!isUnderIntegrationAct(ask)) {
    ask.open('open.norwegian.introductionAct')
    return null
  }
  const group = byAge(ask, permit, permitGrantedOn)
  if (group !== 'none' || ask.knownOrOpen('startedWithRight') !== true) return group
  ask.step('step.norwegian.mayFinish', ref('IL', '26', { ledd: 6 }))
  return 'finish_only'
}
