import { z } from 'zod'
import type { PlainDate as Day } from '#shared/date.ts'
import { addDays, addMonths, PlainDate } from '#shared/date.ts'
import { isDayOff } from '#shared/public-holiday.ts'
import type { Asking } from '../rule.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { decisionFacts, procedureDecision } from './decision.ts'
import { administrationAct2025 } from './enacted.ts'

const WEEKS = 3
const names = [...decisionFacts, 'notifiedOn', 'reasonsReceivedOn', 'appealedOn', 'decisionMadeOn'] as const
type Ask = Asking<(typeof names)[number]>

/** To whom and by when to appeal. The appeal is handed in to the municipality, which may change its decision before it sends the case on. */
const Appeal = z.object({
  mayBeAppealed: z.boolean().nullable(),
  to: z.literal('statsforvalteren').nullable(),
  /** The last day; null where there is no appeal. */
  by: PlainDate.nullable(),
  /** Whether the appeal given came in time; null without one. */
  inTime: z.boolean().nullable(),
})

/** Three weeks later on the same day of the week, moved past days off (domstolloven §§ 148 and 149). */
function deadline(ask: Ask, from: Day): Day {
  const end = addDays(from, WEEKS * 7)
  let by = end
  while (isDayOff(by)) by = addDays(by, 1)
  const isNewAct = ask.inForce(administrationAct2025, ask.on)
  ask.step('step.appeal.weeks', isNewAct ? ref('FVL25', '63', { ledd: 1 }) : ref('FVL', '29', { ledd: 1, sentence: 1 }), { params: { weeks: WEEKS, from } })
  if (isNewAct) ask.step('step.appeal.electronic', ref('FVL25', '63', { ledd: 1, sentence: 2 }))
  if (by !== end) ask.step('step.appeal.dayOff', ref('DL', '149', { ledd: 1 }), { params: { end, by } })
  return by
}

/** A late appeal: it may be taken all the same, until a year has gone since the decision. */
function whenLate(ask: Ask, appealedOn: Day): void {
  const made = ask.known('decisionMadeOn')
  const isNewAct = ask.inForce(administrationAct2025, ask.on)
  if (made !== undefined && appealedOn > addMonths(made, 12)) ask.step('step.appeal.afterAYear', isNewAct ? ref('FVL25', '65', { ledd: 3 }) : ref('FVL', '31', { ledd: 3 }))
  else ask.judge('judge.appeal.late', isNewAct ? ref('FVL25', '65', { ledd: 1 }) : ref('FVL', '31', { ledd: 1 }), { force: 'may' })
}

/** Appeal against an enkeltvedtak (IL § 47, fvl §§ 28 to 31): to statsforvalteren, within three weeks from the day the notice, or the reasons asked for, arrived. */
export const procedureAppeal = rule({
  name: 'procedure.appeal', version: 1, decidedBy: ['notifiedOn'], facts: names, answer: Appeal,
  sources: [ref('IL', '47', { ledd: 1 }), ref('IL', '47', { ledd: 2 }), ref('FVL', '29', { ledd: 1 }), ref('FVL', '29', { ledd: 3 }), ref('FVL', '30'), ref('FVL', '31'), ref('DL', '148', { ledd: 2 }), ref('DL', '149', { ledd: 1 })],
  checkedBy: 'statsforvalteren',
  decide(ask) {
    const { mayBeAppealed } = ask.rule(procedureDecision)
    if (mayBeAppealed !== true) return { mayBeAppealed, to: null, by: null, inTime: null }
    const { notifiedOn } = ask.need('notifiedOn')
    const reasonsOn = ask.known('reasonsReceivedOn')
    if (reasonsOn !== undefined) ask.step('step.appeal.reasons', ask.inForce(administrationAct2025, ask.on) ? ref('FVL25', '63', { ledd: 3 }) : ref('FVL', '29', { ledd: 3 }), { params: { reasonsOn } })
    const by = deadline(ask, reasonsOn ?? notifiedOn)
    ask.step('step.appeal.to', ref('IL', '47', { ledd: 1 }))
    ask.step('step.appeal.review', ref('IL', '47', { ledd: 2 }))
    const appealedOn = ask.known('appealedOn')
    const inTime = appealedOn === undefined ? null : appealedOn <= by
    if (appealedOn !== undefined && inTime === false) whenLate(ask, appealedOn)
    return { mayBeAppealed, to: 'statsforvalteren' as const, by, inTime }
  },
})
