import { plainDate } from '#shared/date.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { isReducedCapacity } from './facts.ts'
import { Measure, isUnder, measureNames, measureOf } from './measure.ts'

const names = [...measureNames, 'assistanceGroup', 'mentorFor', 'hasSpecialMentorNeed', 'inAdaptedVocationalTraining'] as const
type Ask = Asking<(typeof names)[number]>

const [MONTHS, LONG_MONTHS, YOUNG] = [6, 36, 30]
const ADAPTED_TRAINING_FROM = plainDate('2025-08-01')

/** Six months; up to three years with reduced capacity and special need, or under 30 in adapted vocational training (since August 2025). */
function monthsOf(ask: Ask): number {
  const { assistanceGroup, hasSpecialMentorNeed, inAdaptedVocationalTraining } = ask.need('assistanceGroup', 'hasSpecialMentorNeed', 'inAdaptedVocationalTraining')
  ask.step('step.nav.length', ref('TF', '5-4', { sentence: 2 }), { params: { months: MONTHS }, force: 'may' })
  if (isReducedCapacity(assistanceGroup) && hasSpecialMentorNeed) {
    ask.step('step.nav.mentor.special', ref('TF', '5-4', { sentence: 3 }), { params: { months: LONG_MONTHS }, force: 'may' })
    return LONG_MONTHS
  }
  if (ask.on < ADAPTED_TRAINING_FROM || !inAdaptedVocationalTraining || !isUnder(ask, YOUNG)) return MONTHS
  ask.step('step.nav.mentor.young', ref('TF', '5-4', { sentence: 4 }), { params: { months: LONG_MONTHS, age: YOUNG }, force: 'may' })
  return LONG_MONTHS
}

/** Mentor (TF ch. 5): help from a colleague, fellow student or pupil, in a measure or an ordinary job. */
export const mentor = rule({
  name: 'nav.mentor', version: 1, decidedBy: [], facts: names, answer: Measure,
  sources: [ref('TF', '5-3', { ledd: 1 }), ref('TF', '5-3', { ledd: 2 }), ref('TF', '5-4'), ref('TF', '5-6', { ledd: 1 }), ref('TF', '5-6', { ledd: 2 })],
  checkedBy: 'Nav',
  decide(ask) {
    const { mentorFor, assistanceGroup } = ask.need('mentorFor', 'assistanceGroup')
    const isJob = mentorFor === 'ordinary_job'
    ask.step(isJob ? 'step.nav.mentor.job' : 'step.nav.mentor.measure', ref('TF', '5-3', { ledd: isJob ? 2 : 1 }), { force: 'may' })
    const longestMonths = monthsOf(ask)
    ask.step('step.nav.mentor.support', ref('TF', '5-6', { ledd: 1 }))
    return measureOf(ask, [[!isJob || isReducedCapacity(assistanceGroup), 'group']], { longestMonths, isEmployed: isJob || mentorFor.endsWith('subsidy') || mentorFor === 'summer_job', support: 'hourly' })
  },
})
