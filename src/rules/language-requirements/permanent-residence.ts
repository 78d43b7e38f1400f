import { z } from 'zod'
import { CefrLevel } from '#shared/cefr.ts'
import { plainDate } from '#shared/date.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { isInAge, letterOf, levelAt } from './change.ts'
import { residenceAppliedBeforeChange } from './choices.ts'
import { RESIDENCE_EXCEPTIONS, RESIDENCE_SOCIAL_EXCEPTIONS } from './facts.ts'
import { isAtLeast } from './levels.ts'

const names = ['birthDate', 'applicationOn', 'testOral', 'residenceException', 'socialStudiesTestPassed', 'residenceSocialException'] as const
type Ask = Asking<(typeof names)[number]>
const act = 'FOR-2009-10-15-1286'

/** What is asked for permanent residence; level null where the requirement does not hold for her. */
export const ResidenceRequirement = z.object({ oralLevel: CefrLevel.nullable(), oralMet: z.boolean(), socialStudiesRequired: z.boolean(), socialStudiesMet: z.boolean() })

/** Oral A2 from 1 September 2025, A1 before (utlendingsforskriften § 11-9). */
function oral(ask: Ask): { oralLevel: z.infer<typeof CefrLevel> | null; oralMet: boolean } {
  const { residenceException } = ask.need('residenceException')
  if (residenceException !== 'none') {
    ask.step('step.language.residenceExcepted', ref(act, '11-9', { ledd: 2, letter: letterOf(RESIDENCE_EXCEPTIONS, residenceException) }))
    return { oralLevel: null, oralMet: true }
  }
  const { level, isOlder } = levelAt(ask, plainDate('2025-09-01'), ['A1', 'A2'], residenceAppliedBeforeChange)
  const source = ref(act, '11-9', { ledd: 1, sentence: 1, certainty: isOlder ? 'K' : 'V' })
  if (isOlder) ask.judge('judge.language.olderLevel', source, { params: { level } })
  ask.step('step.language.residenceOral', source, { params: { level }, force: 'shall' })
  return { oralLevel: level, oralMet: isAtLeast(ask.need('testOral').testOral, level) }
}

function socialStudies(ask: Ask): { socialStudiesRequired: boolean; socialStudiesMet: boolean } {
  const { residenceSocialException } = ask.need('residenceSocialException')
  if (residenceSocialException !== 'none') {
    ask.step('step.language.residenceSocialExcepted', ref(act, '11-10', { ledd: 2, letter: letterOf(RESIDENCE_SOCIAL_EXCEPTIONS, residenceSocialException) }))
    return { socialStudiesRequired: false, socialStudiesMet: true }
  }
  ask.step('step.language.residenceSocial', ref(act, '11-10', { ledd: 1 }), { force: 'shall' })
  return { socialStudiesRequired: true, socialStudiesMet: ask.need('socialStudiesTestPassed').socialStudiesTestPassed }
}

/** Oral Norwegian and the social studies test for permanent residence (utlendingsloven § 62, utlendingsforskriften §§ 11-9, 11-10). UDI decides. */
export const languagePermanentResidence = rule({
  name: 'language.permanentResidence', version: 1, decidedBy: ['applicationOn'], facts: names, answer: ResidenceRequirement,
  sources: [ref('UTL', '62', { ledd: 1, letter: 'd' }), ref('UTL', '62', { ledd: 1, letter: 'e' }), ref(act, '11-9'), ref(act, '11-10')], checkedBy: 'UDI',
  decide(ask) {
    if (!isInAge(ask)) {
      ask.step('step.language.outsideAge', ref(act, '11-9', { ledd: 1, sentence: 2 }), { params: { from: 18, to: 67 } })
      return { oralLevel: null, oralMet: true, socialStudiesRequired: false, socialStudiesMet: true }
    }
    return { ...oral(ask), ...socialStudies(ask) }
  },
})
