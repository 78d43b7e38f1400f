import { z } from 'zod'
import { addMonths, PlainDate } from '#shared/date.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'

const [ABSENCES, MONTHS, REVIEW_MONTHS] = [4, 12, 6]

/** Whether the right to self-certify can be taken away, and when a decision must be looked at anew. */
const Loss = z.object({
  /** Self-certified absences of the last twelve months that count. */
  countedAbsences: z.int(),
  /** Whether there are enough of them for the municipality to decide it. */
  mayBeTaken: z.boolean(),
  /** Last day to consider anew a decision that stands; null without one. */
  reviewBy: PlainDate.nullable(),
})

/**
 * Loss of the right to self-certify (IF § 9): the municipality may decide it after at least four such absences in the last twelve
 * months, or on reasonable doubt, and shall consider it anew within six months. Absences with a doctor's note from the fourth day do not count.
 */
export const absenceSelfCertificationLoss = rule({
  name: 'absence.selfCertificationLoss', version: 1, decidedBy: [], facts: ['selfCertifiedAbsences', 'selfCertificationLostOn'], answer: Loss,
  sources: [ref('IF', '9', { ledd: 1 }), ref('IF', '9', { ledd: 2 }), ref('IF', '9', { ledd: 3 })], checkedBy: 'IMDi',
  decide(ask) {
    const { selfCertifiedAbsences } = ask.need('selfCertifiedAbsences')
    const since = addMonths(ask.on, -MONTHS)
    const counted = selfCertifiedAbsences.filter(({ from, documented }) => from > since && from <= ask.on && !documented).length
    const mayBeTaken = counted >= ABSENCES
    ask.step('step.selfCertificationLoss.counted', ref('IF', '9', { ledd: 2 }), { params: { counted } })
    ask.step('step.selfCertificationLoss.limit', ref('IF', '9', { ledd: 1 }), { params: { limit: ABSENCES, months: MONTHS }, force: 'may' })
    ask.judge(mayBeTaken ? 'judge.selfCertificationLoss.enough' : 'judge.selfCertificationLoss.doubt', ref('IF', '9', { ledd: 1 }), { force: 'may' })
    const lostOn = ask.known('selfCertificationLostOn')
    if (lostOn === undefined) return { countedAbsences: counted, mayBeTaken, reviewBy: null }
    const reviewBy = addMonths(lostOn, REVIEW_MONTHS)
    ask.step('step.selfCertificationLoss.review', ref('IF', '9', { ledd: 3 }), { params: { reviewBy }, force: 'shall' })
    return { countedAbsences: counted, mayBeTaken, reviewBy }
  },
})
