import { z } from 'zod'
import { addDays, PlainDate } from '#shared/date.ts'
import { formerSection37c, hasOwnProgrammeRules } from '../collective-protection/chapter.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { REFORM } from './decision-day.ts'
import { twoYearsFrom } from './residence.ts'

export const Reviving = z.object({
  revives: z.boolean(),
  /** Last day for a decision: § 8 first ledd, third sentence, counts from the first day in a municipality all the same. */
  decideBy: PlainDate.nullable(),
})

/**
 * Whether the right comes back when a job of 30 hours ends or an offer lapses (IL § 8 fourth ledd, second sentence): within
 * two years in a municipality. Before 2026 those with collective protection who had left for work could come back (IL § 37 c as it then read).
 */
export const reviving = rule({
  name: 'programme.reviving', version: 1, decidedBy: ['jobEndedOn', 'residenceSince'], facts: ['jobEndedOn', 'residenceSince', 'permit', 'permitGrantedOn'], answer: Reviving,
  sources: [ref('IL', '8', { ledd: 4, sentence: 2 }), ref('LOV-2024-06-25-53', '37 c', { ledd: 5 })],
  checkedBy: 'IMDi',
  decide(ask) {
    const { jobEndedOn, residenceSince } = ask.need('jobEndedOn', 'residenceSince', 'permit', 'permitGrantedOn')
    const limit = twoYearsFrom(residenceSince)
    const revives = jobEndedOn < limit
    if (hasOwnProgrammeRules(ask, ask.on)) ask.step('step.reviving.collective', formerSection37c(ask.on, 5, 1))
    else if (jobEndedOn < REFORM) ask.step('step.reviving.noRule', ref('IL', '8', { ledd: 4 }), { params: { jobEndedOn } })
    if (revives) ask.step('step.reviving.within', ref('IL', '8', { ledd: 4, sentence: 2 }), { params: { jobEndedOn, limit } })
    else ask.step('step.reviving.after', ref('IL', '8', { ledd: 4, sentence: 2 }), { params: { jobEndedOn, limit } })
    if (revives) ask.judge('judge.reviving.decide', ref('IL', '8', { ledd: 1, sentence: 3 }), { params: { by: addDays(limit, -1) } })
    return { revives, decideBy: revives ? addDays(limit, -1) : null }
  },
})
