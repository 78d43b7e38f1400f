import { z } from 'zod'
import { CEFR_LEVELS, type CefrLevel } from '#shared/cefr.ts'
import { plainDate } from '#shared/date.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'

const names = [
  'exemptionGround', 'exemptionFrom', 'norwegianDocumentation', 'socialStudiesDocumentation', 'documentedGrade', 'documentedCredits', 'documentedInSami', 'hasMedicalStatement',
  'testListening', 'testReading', 'testWriting', 'testOral',
] as const
type Ask = Asking<(typeof names)[number]>

/** Exemption from the duty. `may` needs the judgement of a named person; `right` says what becomes of the right. */
export const Exemption = z.object({ verdict: z.enum(['shall', 'may', 'no']), right: z.enum(['kept', 'municipality_decides']) })
type Verdict = z.infer<typeof Exemption>['verdict']

const letterOfNorwegian = { four_part_test: 'a', written_and_oral_test: 'b', adult_module_4: 'c', primary_school: 'd', upper_secondary: 'e', prior_learning: 'f', higher_education: 'g', admission: 'h' } as const
const letterOfSocialStudies = { test: 'a', primary_school: 'b', upper_secondary: 'c', prior_learning: 'd', higher_education: 'e' } as const

const atLeastB1 = (level: CefrLevel): boolean => CEFR_LEVELS.indexOf(level) >= CEFR_LEVELS.indexOf('B1')

/** Whether the level is at least B1 in each of the four parts: one part below is not enough, however high the others. */
function hasB1InAll(ask: Ask): boolean {
  const { testListening, testReading, testWriting, testOral } = ask.need('testListening', 'testReading', 'testWriting', 'testOral')
  return [testListening, testReading, testWriting, testOral].every(atLeastB1)
}

/** Tests that measure writing and speaking alone: norskprøve 3 and the Bergen test among them (§ 23 first paragraph b). */
function hasWrittenAndOral(ask: Ask): boolean {
  const { testWriting, testOral } = ask.need('testWriting', 'testOral')
  return [testWriting, testOral].every(atLeastB1)
}

const hasGrade = (ask: Ask): boolean => ask.need('documentedGrade').documentedGrade >= 2
const hasCredits = (ask: Ask, least: number): boolean => ask.need('documentedCredits').documentedCredits >= least

/** The closed list of § 23 for Norwegian and Sami. */
function norwegianIsEnough(ask: Ask): boolean {
  const { norwegianDocumentation: kind } = ask.need('norwegianDocumentation')
  if (kind === 'other') {
    ask.step('step.exemption.notOnList', ref('IF', '23', { ledd: 1 }))
    return false
  }
  const grade = () => hasGrade(ask)
  const isEnough = {
    four_part_test: () => hasB1InAll(ask), written_and_oral_test: () => hasWrittenAndOral(ask), adult_module_4: grade, primary_school: grade, upper_secondary: grade,
    prior_learning: () => true, higher_education: () => hasCredits(ask, 30), admission: () => true,
  }[kind]()
  ask.step(isEnough ? 'step.exemption.norwegianDocumented' : 'step.exemption.norwegianTooLow', ref('IF', '23', { ledd: 1, letter: letterOfNorwegian[kind] }))
  return isEnough
}

/** The closed list of § 24 for social studies. */
function socialStudiesIsEnough(ask: Ask): boolean {
  const { socialStudiesDocumentation: kind } = ask.need('socialStudiesDocumentation')
  if (kind === 'other') {
    ask.step('step.exemption.notOnList', ref('IF', '24', { ledd: 1 }))
    return false
  }
  const isEnough = { test: () => true, primary_school: () => hasGrade(ask), upper_secondary: () => hasGrade(ask), prior_learning: () => true, higher_education: () => hasCredits(ask, 10) }[kind]()
  ask.step(isEnough ? 'step.exemption.socialStudiesDocumented' : 'step.exemption.socialStudiesTooLow', ref('IF', '24', { ledd: 1, letter: letterOfSocialStudies[kind] }))
  return isEnough
}

/** The lists of §§ 23 and 24 have been changed in 2023, 2024 and 2026; what is asked of a day before is answered by the present one, and must be judged. */
const listFrom = plainDate('2026-01-01')

/** Documented Sami frees from the duty and keeps the right to Norwegian (IF § 23 third paragraph second sentence). */
function byKnowledge(ask: Ask): z.infer<typeof Exemption> {
  const isNorwegian = ask.need('exemptionFrom').exemptionFrom === 'norwegian'
  if (ask.on < listFrom) ask.judge('judge.exemption.olderList', ref('IF', isNorwegian ? '23' : '24', { certainty: 'U', note: 'endret 1. august 2023, 23. august 2024 og 1. januar 2026; den eldre ordlyden er ikke lest i sin helhet' }))
  const verdict: Verdict = (isNorwegian ? norwegianIsEnough(ask) : socialStudiesIsEnough(ask)) ? 'shall' : 'no'
  if (verdict === 'no') return { verdict, right: 'kept' }
  if (isNorwegian && ask.need('documentedInSami').documentedInSami) {
    ask.step('step.exemption.samiKeepsRight', ref('IF', '23', { ledd: 3, sentence: 2 }))
    return { verdict, right: 'kept' }
  }
  ask.step('step.exemption.rightMayLapse', isNorwegian ? ref('IF', '23', { ledd: 3, sentence: 1 }) : ref('IF', '24', { ledd: 2 }), { force: 'may' })
  return { verdict, right: 'municipality_decides' }
}

/** Health, or other weighty reasons: may be given, health only with a statement, and the right is kept. */
function byReasons(ask: Ask, ground: 'health' | 'other_weighty'): z.infer<typeof Exemption> {
  ask.step('step.exemption.keepsRight', ref('IF', '25', { ledd: 1 }))
  if (ground === 'health' && !ask.need('hasMedicalStatement').hasMedicalStatement) {
    ask.step('step.exemption.needsStatement', ref('IF', '25', { ledd: 2 }), { force: 'shall' })
    return { verdict: 'no', right: 'kept' }
  }
  ask.judge(ground === 'health' ? 'judge.exemption.health' : 'judge.exemption.otherWeighty', ref('IL', '29', { ledd: 2 }), { force: 'may' })
  return { verdict: 'may', right: 'kept' }
}

/** Exemption from the duty to take part, on application (IL § 29, IF §§ 23–25); the same grounds free from the tests (IF § 36). */
export const norwegianExemption = rule({
  name: 'norwegian.exemption', version: 1, decidedBy: [], facts: names, answer: Exemption,
  sources: [ref('IL', '29', { ledd: 1 }), ref('IL', '29', { ledd: 2 }), ref('IF', '23'), ref('IF', '24'), ref('IF', '25'), ref('IF', '36', { ledd: 1 })], checkedBy: 'IMDi',
  decide(ask) {
    const { exemptionGround } = ask.need('exemptionGround')
    return exemptionGround === 'knowledge' ? byKnowledge(ask) : byReasons(ask, exemptionGround)
  },
})
