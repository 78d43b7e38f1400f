import { z } from 'zod'
import { plainDate } from '#shared/date.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { REFORM } from './decision-day.ts'

export const ParentalGuidance = z.object({
  isRequired: z.boolean(),
  /** Number of meetings or talks. */
  from: z.int().nullable(),
  to: z.int().nullable(),
  /** Where lack of capacity makes it necessary, the municipality may go down to. */
  mayBeLoweredTo: z.int().nullable(),
})

const exceptionFrom = plainDate('2023-07-01')
const meetings = { group: { from: 8, to: 12, least: 4, sentence: 2 }, individual: { from: 5, to: 8, least: 2, sentence: 3 } } as const

/** Parental guidance for those with a child under 18, or who have one during the programme (IL § 14 a second ledd), and its extent (IF § 3). The exception for capacity has stood since 1 July 2023 and is taken on the day asked about. */
export const parentalGuidance = rule({
  name: 'programme.parentalGuidance', version: 1, decidedBy: [], facts: ['hasChildUnder18', 'childBornDuringProgramme', 'guidanceForm', 'lacksCapacity'], answer: ParentalGuidance,
  sources: [ref('IL', '14 a', { ledd: 2, sentence: 2 }), ref('IF', '3', { ledd: 4 }), ref('IF', '3', { ledd: 6 })],
  checkedBy: 'IMDi',
  decide(ask) {
    const duty = ask.on < REFORM ? ref('IL', '14', { certainty: 'P', note: 'ordlyden før 2026' }) : ref('IL', '14 a', { ledd: 2, sentence: 2 })
    const isParent = ask.known('hasChildUnder18') === true || ask.known('childBornDuringProgramme') === true
    if (!isParent) {
      ask.need('hasChildUnder18', 'childBornDuringProgramme')
      ask.step('step.parentalGuidance.none', duty)
      return { isRequired: false, from: null, to: null, mayBeLoweredTo: null }
    }
    const { guidanceForm } = ask.need('guidanceForm')
    const { from, to, least, sentence } = meetings[guidanceForm]
    ask.step('step.parentalGuidance.required', duty, { force: 'shall' })
    ask.step(guidanceForm === 'group' ? 'step.parentalGuidance.group' : 'step.parentalGuidance.individual', ref('IF', '3', { ledd: 4, sentence }), { params: { from, to }, force: 'shall' })
    const mayLower = ask.known('lacksCapacity') === true && ask.on >= exceptionFrom
    if (mayLower) ask.judge('judge.parentalGuidance.capacity', ref('IF', '3', { ledd: 6 }), { params: { least }, force: 'may' })
    return { isRequired: true, from, to, mayBeLoweredTo: mayLower ? least : null }
  },
})
