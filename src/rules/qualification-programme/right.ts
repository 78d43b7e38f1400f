import { z } from 'zod'
import { PlainDate, addMonths, yearsBetween } from '#shared/date.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { qualificationAt67 } from './settings.ts'

const names = ['birthDate', 'hasReducedEarningCapacity', 'hasLittleNationalInsurance', 'workCapacityAssessed', 'needsCloseFollowUp', 'qualificationAppliedOn'] as const
type Ask = Asking<(typeof names)[number]>

/** Whether the conditions of the right are met, what is lacking, when the programme must have started, and how long it may last. */
export const QualificationRight = z.object({
  hasQualificationRight: z.boolean(),
  lacking: z.array(z.enum(['age', 'earning_capacity', 'national_insurance', 'assessment', 'need'])),
  startAtLatest: PlainDate, longestMonths: z.int(), longestExtensionMonths: z.int(),
})
type Lacking = z.infer<typeof QualificationRight>['lacking'][number]

const [YOUNGEST, OLDEST] = [18, 67]
const [MONTHS, EXTENSION, START_MONTHS] = [24, 12, 6]

function isOfAge(ask: Ask): boolean {
  const age = yearsBetween(ask.need('birthDate').birthDate, ask.on)
  ask.step('step.kvp.age', ref('STL', '29', { ledd: 1 }), { params: { age, youngest: YOUNGEST, oldest: OLDEST } })
  if (age === OLDEST) return ask.choice(qualificationAt67) === 'inside'
  return age >= YOUNGEST && age < OLDEST
}

/** Right to the qualification programme, its start and its length (sosialtjenesteloven §§ 29–32). */
export const qualificationRight = rule({
  name: 'kvp.right', version: 1, decidedBy: ['qualificationAppliedOn'], facts: names, answer: QualificationRight,
  sources: [ref('STL', '29', { ledd: 1 }), ref('STL', '29', { ledd: 2 }), ref('STL', '29', { ledd: 3 }), ref('STL', '30', { ledd: 2 }), ref('STL', '31'), ref('STL', '32', { ledd: 1 })],
  checkedBy: 'statsforvalteren',
  decide(ask) {
    const facts = ask.need(...names)
    const conditions: readonly (readonly [boolean, Lacking])[] = [
      [isOfAge(ask), 'age'], [facts.hasReducedEarningCapacity, 'earning_capacity'], [facts.hasLittleNationalInsurance, 'national_insurance'],
      [facts.workCapacityAssessed, 'assessment'], [facts.needsCloseFollowUp, 'need'],
    ]
    const lacking = conditions.flatMap(([met, name]) => (met ? [] : [name]))
    const startAtLatest = addMonths(facts.qualificationAppliedOn, START_MONTHS)
    ask.step('step.kvp.conditions', ref('STL', '29', { ledd: 1 }))
    ask.step('step.kvp.assessed', ref('STL', '29', { ledd: 2 }))
    ask.step('step.kvp.start', ref('STL', '31'), { params: { months: START_MONTHS, day: startAtLatest }, force: 'shall' })
    ask.step('step.kvp.length', ref('STL', '32', { ledd: 1 }), { params: { months: MONTHS, extension: EXTENSION }, force: 'may' })
    ask.step('step.kvp.fullTime', ref('STL', '30', { ledd: 2 }), { force: 'shall' })
    ask.judge('judge.kvp.burden', ref('STL', '29', { ledd: 3 }), { force: 'may' })
    ask.judge('judge.kvp.extension', ref('STL', '32', { ledd: 1, sentence: 2 }), { force: 'may' })
    return { hasQualificationRight: lacking.length === 0, lacking, startAtLatest, longestMonths: MONTHS, longestExtensionMonths: EXTENSION }
  },
})
