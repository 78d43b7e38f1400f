import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { TEST_PARTS, TestPart } from './facts.ts'
import { groupOf } from './group.ts'
import { isWithCounty, lastDayOfYear, yearFacts } from './social-studies.ts'

const names = [...yearFacts, 'inFullTimeUpperSecondary', 'combinedOffer', 'exemptFromNorwegian', 'exemptFromSocialStudies', 'freeTestsTaken'] as const
type Ask = Asking<(typeof names)[number]>

/** The final tests. */
export const FinalTests = z.object({
  norwegianDuty: z.boolean(), socialStudiesDuty: z.boolean(),
  /** Last day of the social studies test; null without duty, with the county, or when the start is not known. */
  socialStudiesLastDay: PlainDate.nullable(),
  /** Parts of the Norwegian test she may still take without paying. */
  freeParts: z.array(TestPart),
})

/** With duty: one free test for each skill. */
function freeParts(ask: Ask): TestPart[] {
  const taken = ask.need('freeTestsTaken').freeTestsTaken
  ask.step('step.norwegian.freeTests', ref('IF', '38', { ledd: 4, sentence: 1 }))
  if (ask.on < '2023-08-01') ask.open('open.norwegian.olderFreeTests')
  return TEST_PARTS.filter((part) => !taken.includes(part))
}

function forCollectiveProtection(ask: Ask): z.infer<typeof FinalTests> {
  ask.step('step.norwegian.freeTestWithoutDuty', ref('IL', '37 d', { ledd: 2, sentence: 5 }), { force: 'shall' })
  const taken = ask.need('freeTestsTaken').freeTestsTaken
  return { norwegianDuty: false, socialStudiesDuty: false, socialStudiesLastDay: null, freeParts: TEST_PARTS.filter((part) => !taken.includes(part)) }
}

/** Duty to take the final tests, and what is free (IL §§ 37, 37 d; IF § 38). Only those with right and duty have the duty. */
export const norwegianTests = rule({
  name: 'norwegian.tests', version: 1, decidedBy: ['permitGrantedOn', 'trainingOfferedOn'], facts: names, answer: FinalTests.nullable(),
  sources: [ref('IL', '37', { ledd: 1 }), ref('IL', '37', { ledd: 2 }), ref('IL', '37 d', { ledd: 2 }), ref('IF', '36'), ref('IF', '38', { ledd: 4 })], checkedBy: 'HK-dir',
  decide(ask) {
    const group = groupOf(ask)
    if (group === null) return null
    if (group === 'right') return forCollectiveProtection(ask)
    if (group !== 'right_and_duty') {
      ask.step('step.norwegian.noTestDuty', ref('IL', '37', { ledd: 1, sentence: 1 }))
      return { norwegianDuty: false, socialStudiesDuty: false, socialStudiesLastDay: null, freeParts: [] }
    }
    const { exemptFromNorwegian, exemptFromSocialStudies } = ask.need('exemptFromNorwegian', 'exemptFromSocialStudies')
    ask.step('step.norwegian.testDuty', ref('IL', '37', { ledd: 1, sentence: 1 }), { force: 'shall' })
    if (exemptFromNorwegian || exemptFromSocialStudies) ask.step('step.norwegian.testExempt', ref('IL', '37', { ledd: 1, sentence: 2 }))
    const hasYear = !exemptFromSocialStudies && !isWithCounty(ask)
    return {
      norwegianDuty: !exemptFromNorwegian, socialStudiesDuty: !exemptFromSocialStudies,
      socialStudiesLastDay: hasYear ? lastDayOfYear(ask, group) : null, freeParts: exemptFromNorwegian ? [] : freeParts(ask),
    }
  },
})
