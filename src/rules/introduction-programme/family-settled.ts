import { z } from 'zod'
import { addMonths, plainDate } from '#shared/date.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'

export const familySettledFacts = ['permit', 'referencePersonSettledOn', 'referencePersonPermanent', 'familyAppliedOn'] as const
const permanentNamed = plainDate('2023-08-01')

export const FamilySettled = z.object({
  /** Whether the family permit is one of letter f: the reference person was settled less than five years when it was applied for. */
  isLetterF: z.boolean(),
})
export type FamilySettled = z.infer<typeof FamilySettled>

/** IL § 9 first ledd f: family of somebody of letters a to e who had been settled less than five years when the permit was applied for; § 9 second ledd: also when that person has permanent residence. */
export const familySettled = rule({
  name: 'programme.familySettled', version: 1, decidedBy: ['familyAppliedOn'], facts: familySettledFacts, answer: FamilySettled,
  sources: [ref('IL', '9', { ledd: 1, letter: 'f' }), ref('IL', '9', { ledd: 2 })],
  checkedBy: 'IMDi',
  decide(ask) {
    const { permit } = ask.need('permit')
    if (permit !== 'family') {
      ask.step('step.family.notFamily', ref('IL', '9', { ledd: 1, letter: 'f' }))
      return { isLetterF: false }
    }
    const { referencePersonSettledOn, familyAppliedOn } = ask.need('referencePersonSettledOn', 'familyAppliedOn')
    if (ask.known('referencePersonPermanent') === true) {
      ask.step('step.family.permanent', ref('IL', '9', { ledd: 2 }))
      if (familyAppliedOn < permanentNamed) ask.judge('judge.family.permanentBefore', ref('IL', '9', { ledd: 2 }))
    }
    const limit = addMonths(referencePersonSettledOn, 60)
    const isLetterF = familyAppliedOn < limit
    ask.step(isLetterF ? 'step.family.underFiveYears' : 'step.family.fiveYears', ref('IL', '9', { ledd: 1, letter: 'f' }), { params: { referencePersonSettledOn, familyAppliedOn, limit } })
    return { isLetterF }
  },
})
