import { z } from 'zod'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { hasDisability, isOutside, personFacts } from './person-group.ts'

const GROUNDS = ['disability', 'outside_work', 'immigrant_background'] as const

/** On which grounds an applicant counts among those of whom the employer shall call at least one, and may hire when nearly equal. */
export const Interview = z.object({
  /** Bound by the state's regulation; a municipality is not, and may do the same. */
  bound: z.boolean(),
  grounds: z.array(z.enum(GROUNDS)),
  /** May be hired when nearly as well qualified as the best; immigrant background gives the interview alone. */
  nearlyEqual: z.boolean(),
})

/** Interview and moderate preference (FOR-2017-06-21-838 §§ 4, 4a, 4b). It names grounds for one applicant, and compares nobody. */
export const hiringInterview = rule({
  name: 'hiring.interview', version: 1, decidedBy: [], facts: [...personFacts, 'isQualified', 'saysImmigrantBackground'], answer: Interview,
  sources: [ref('SAF', '4'), ref('SAF', '4 a'), ref('SAF', '4 b')], checkedBy: 'KS',
  decide(ask) {
    const { publicEmployer, isQualified } = ask.need('publicEmployer', 'isQualified')
    const bound = publicEmployer === 'state'
    if (!bound) ask.step('step.hiring.notBound', ref('SAF', '1'))
    if (!isQualified) {
      ask.step('step.hiring.notQualified', ref('SAF', '4', { ledd: 1, sentence: 1 }))
      return { bound, grounds: [], nearlyEqual: false }
    }
    const holds = { disability: hasDisability(ask), outside_work: isOutside(ask), immigrant_background: ask.known('saysImmigrantBackground') === true }
    if (holds.disability) ask.step('step.hiring.callDisability', ref('SAF', '4', { ledd: 1, sentence: 1 }), { force: bound ? 'shall' : 'may' })
    if (holds.outside_work) ask.step('step.hiring.callOutside', ref('SAF', '4 a', { ledd: 1, sentence: 1 }), { force: bound ? 'shall' : 'may' })
    if (holds.immigrant_background) ask.step('step.hiring.callImmigrant', ref('SAF', '4 b', { ledd: 1, sentence: 1 }), { force: bound ? 'shall' : 'may' })
    const nearlyEqual = holds.disability || holds.outside_work
    if (nearlyEqual) ask.judge('judge.hiring.nearlyEqual', ref('SAF', holds.disability ? '4' : '4 a', { ledd: 2 }), { force: 'may' })
    return { bound, grounds: GROUNDS.filter((ground) => holds[ground]), nearlyEqual }
  },
})
