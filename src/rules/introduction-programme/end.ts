import { z } from 'zod'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { REFORM } from './decision-day.ts'

export const End = z.object({
  /** Whether the programme has come to its end on the day asked about. */
  ends: z.boolean(),
  reason: z.enum(['goal_reached', 'length_expired', 'broken_off']).nullable(),
  /** Whether the municipality shall issue a certificate of participation. */
  certificate: z.boolean(),
  /** Whether it should help so that qualification does not break off: the goal was not reached in time. */
  easesTransition: z.boolean(),
})

/** When the programme ends, with what certificate (IL § 18 a; before 2026 § 12 third ledd). The last day is the last one of it: it has expired the day after. */
export const end = rule({
  name: 'programme.end', version: 1, decidedBy: ['programmeLastDay'], facts: ['goalReached', 'brokenOff', 'programmeLastDay'], answer: End,
  sources: [ref('IL', '18 a', { ledd: 1 }), ref('IL', '18 a', { ledd: 2 })],
  checkedBy: 'IMDi',
  decide(ask): z.infer<typeof End> {
    const isAfterReform = ask.on >= REFORM
    const ending = isAfterReform ? ref('IL', '18 a', { ledd: 2, sentence: 1 }) : ref('IL', '13', { certainty: 'K', note: '§ 18 a kom i 2026; før det fulgte slutten av varigheten' })
    const certificate = () => ask.step('step.end.certificate', isAfterReform ? ref('IL', '18 a', { ledd: 1 }) : ref('IL', '12', { ledd: 3, certainty: 'P', note: 'ordlyden før 2026' }), { force: 'shall' })
    if (ask.known('brokenOff') === true) {
      certificate()
      return { ends: true, reason: 'broken_off', certificate: true, easesTransition: false }
    }
    const { goalReached, programmeLastDay } = ask.need('goalReached', 'programmeLastDay')
    const hasExpired = ask.on > programmeLastDay
    if (!goalReached && !hasExpired) {
      ask.step('step.end.notYet', ending, { params: { programmeLastDay } })
      return { ends: false, reason: null, certificate: false, easesTransition: false }
    }
    ask.step(goalReached ? 'step.end.goalReached' : 'step.end.expired', ending, { params: { programmeLastDay }, force: 'shall' })
    certificate()
    if (!goalReached && isAfterReform) ask.judge('judge.end.transition', ref('IL', '18 a', { ledd: 2, sentence: 2 }))
    return { ends: true, reason: goalReached ? 'goal_reached' : 'length_expired', certificate: true, easesTransition: !goalReached && isAfterReform }
  },
})
