import { z } from 'zod'
import { PlainDate, plainDate, yearsBetween } from '#shared/date.ts'
import { changeOfPermitFacts, isBarredByChange } from '../collective-protection/change-of-permit.ts'
import { formerSection37c, hasOwnProgrammeRules } from '../collective-protection/chapter.ts'
import type { Permit } from '../person-facts.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { ageGroup } from './age.ts'
import { decisionDay, REFORM } from './decision-day.ts'
import { familySettled, familySettledFacts } from './family-settled.ts'
import { jobEffect } from './job.ts'
import { freedFacts, isMunicipalityFreed } from './freed.ts'
import { Letter, letters } from './letters.ts'
import { isNewInMunicipality } from './residence.ts'
import { isUnderIntegrationAct, whichActFacts } from './which-act.ts'

export const targetGroupFacts = [...new Set([...whichActFacts, ...familySettledFacts, ...changeOfPermitFacts, ...freedFacts, 'birthDate', 'decidedOn', 'residenceSince', 'settledByAgreement', 'hadFamilyPermit', 'weeklyJobHours', 'jobEndedOn', 'startedOn'] as const)] as const
type Ask = Asking<(typeof targetGroupFacts)[number]>

export const TargetGroup = z.object({
  /** `outside` with `act: introduction` says that integreringsloven does not decide: introduksjonsloven does, and somebody must judge. */
  standing: z.enum(['right_and_duty', 'right', 'may_be_offered', 'outside']),
  act: z.enum(['integration', 'introduction']),
  /** Letter of IL § 9 first ledd the permit falls under. */
  letter: Letter.nullable(),
  /** Whether a programme that has been started may be finished, whatever happens to the permit (IL § 9 third ledd). */
  mayFinish: z.boolean(),
  /** Where a job keeps her out: the right revives if it ends before this day. */
  revivesIfJobEndsBefore: PlainDate.nullable(),
  /** Whether the municipality's duties have lapsed because she broke off or refused (IL § 3 third ledd); null when that is not known. */
  isMunicipalityFreed: z.boolean().nullable(),
})
export type TargetGroup = z.infer<typeof TargetGroup>

const refugeeAfterFamilyFrom = plainDate('2023-08-01')

function letterOf(ask: Ask, permit: Permit): Letter | null {
  if (permit === 'family') return ask.rule(familySettled).isLetterF ? 'f' : null
  const letter = letters[permit] ?? null
  if (letter !== null) ask.step('step.targetGroup.letter', ref('IL', '9', { ledd: 1, letter }), { params: { letter } })
  return letter
}

/** IL § 8 second ledd: settlement by agreement is not asked of f and g, nor, since 2023-08-01, of a refugee who had a family permit. */
function needsAgreement(ask: Ask, letter: Letter, decided: PlainDate): boolean {
  const agreed = ask.known('settledByAgreement')
  const mayBeAfterFamily = letter === 'a' && decided >= refugeeAfterFamilyFrom && agreed !== true
  const isAfterFamily = mayBeAfterFamily && (agreed === false ? ask.need('hadFamilyPermit').hadFamilyPermit : ask.known('hadFamilyPermit') === true)
  if (letter !== 'f' && letter !== 'g' && !isAfterFamily) return true
  ask.step('step.targetGroup.noAgreementNeeded', ref('IL', '8', isAfterFamily ? { ledd: 2, sentence: 2 } : { ledd: 2, sentence: 1 }))
  return false
}

type Standing = Pick<TargetGroup, 'standing' | 'revivesIfJobEndsBefore'>
const outside: Standing = { standing: 'outside', revivesIfJobEndsBefore: null }

/** IL § 8 third ledd: the municipality may offer, within two years in a municipality. */
function offered(ask: Ask, decided: PlainDate, key: string): Standing {
  if (!isNewInMunicipality(ask, decided, 3)) return outside
  ask.step(key, ref('IL', '8', { ledd: 3, sentence: 1 }), { force: 'may' })
  ask.judge('judge.targetGroup.offer', ref('IL', '8', { ledd: 3, sentence: 1 }), { force: 'may' })
  return { standing: 'may_be_offered', revivesIfJobEndsBefore: null }
}

function withoutLetter(ask: Ask, permit: Permit, decided: PlainDate): Standing {
  if (permit === 'family' || permit === 'other_family') {
    if (yearsBetween(ask.need('birthDate').birthDate, decided) < 18) ask.judge('judge.targetGroup.minor', ref('IL', '8', { ledd: 3 }))
    return offered(ask, decided, 'step.targetGroup.otherFamily')
  }
  if (permit === 'nordic_or_eea') ask.step('step.targetGroup.nordic', ref('IL', '8', { ledd: decided < REFORM ? 4 : 5 }))
  else ask.step('step.targetGroup.noLetter', ref('IL', '9', { ledd: 1 }))
  if (permit === 'skilled_worker') ask.judge('judge.targetGroup.workerFamily', ref('IL', '8', { ledd: 3, sentence: 1 }), { force: 'may' })
  return outside
}

function withLetter(ask: Ask, letter: Letter, decided: PlainDate): Standing {
  const mustBeAgreed = needsAgreement(ask, letter, decided)
  ask.need('birthDate', 'residenceSince', ...(mustBeAgreed ? ['settledByAgreement' as const] : []))
  const age = ageGroup(ask, decided)
  if (age === 'under') return outside
  if (age === 'over') return offered(ask, decided, 'step.targetGroup.overAge')
  if (!isNewInMunicipality(ask, decided, 1)) return outside
  if (mustBeAgreed && ask.known('settledByAgreement') === false) return offered(ask, decided, 'step.targetGroup.withoutAgreement')
  const job = jobEffect(ask, decided)
  if (job.isOutside) return { standing: 'outside', revivesIfJobEndsBefore: job.revivesIfJobEndsBefore }
  if (hasOwnProgrammeRules(ask, decided)) {
    ask.step('step.targetGroup.rightOnly', formerSection37c(decided, 1, 1))
    if (ask.on >= REFORM) ask.judge('judge.targetGroup.decidedBeforeReform', ref('IL', '37 c'))
    return { standing: 'right', revivesIfJobEndsBefore: null }
  }
  ask.step('step.targetGroup.rightAndDuty', ref('IL', '8', { ledd: 1, sentence: 1 }), { force: 'shall' })
  return { standing: 'right_and_duty', revivesIfJobEndsBefore: null }
}

/** Who has right and duty to the introduction programme, who has a right, who may be offered one (IL §§ 8, 9; chapter 6A; IF §§ 43 h, 72). */
export const targetGroup = rule({
  name: 'programme.targetGroup', version: 1, decidedBy: ['permitGrantedOn', 'decidedOn', 'familyAppliedOn', 'arrivedOn'], facts: targetGroupFacts, answer: TargetGroup,
  sources: [ref('IL', '8', { ledd: 1 }), ref('IL', '8', { ledd: 2 }), ref('IL', '8', { ledd: 3 }), ref('IL', '8', { ledd: 4 }), ref('IL', '8', { ledd: 5 }), ref('IL', '9'), ref('IL', '3', { ledd: 3 }), ref('IL', '52'), ref('IF', '72'), ref('IF', '43 h')],
  checkedBy: 'IMDi',
  decide(ask): TargetGroup {
    const { permit } = ask.need('permit', 'permitGrantedOn')
    const startedOn = ask.known('startedOn')
    const mayFinish = startedOn !== undefined && startedOn <= ask.on
    if (!isUnderIntegrationAct(ask)) return { standing: 'outside', act: 'introduction', letter: null, mayFinish, revivesIfJobEndsBefore: null, isMunicipalityFreed: null }
    if (mayFinish) ask.step('step.targetGroup.mayFinish', ref('IL', '9', { ledd: 3 }), { params: { startedOn } })
    const decided = decisionDay(ask)
    const isFreed = isMunicipalityFreed(ask, decided)
    if (isBarredByChange(ask)) {
      ask.step('step.change.noNewRights', ref('IF', '43 h', { ledd: 1 }))
      return { ...outside, act: 'integration', letter: null, mayFinish, isMunicipalityFreed: isFreed }
    }
    const letter = letterOf(ask, permit)
    return { ...(letter === null ? withoutLetter(ask, permit, decided) : withLetter(ask, letter, decided)), act: 'integration', letter, mayFinish, isMunicipalityFreed: isFreed }
  },
})
