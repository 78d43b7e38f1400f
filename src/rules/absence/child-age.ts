import { z } from 'zod'
import { plainDate, PlainDate } from '#shared/date.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'

/** Until when absence for a sick child or its carer keeps the benefit, and whether that day has not passed. */
const ChildAge = z.object({ counts: z.boolean(), untilAge: z.int(), lastDay: PlainDate })

/** The child's age (IF § 6 second paragraph): through the calendar year it turns 12, with chronic illness or disability through the year it turns 18. */
export const absenceChildAge = rule({
  name: 'absence.childAge', version: 1, decidedBy: ['childBirthDate'], facts: ['childBirthDate', 'isChildChronicallyIll'], answer: ChildAge,
  sources: [ref('IF', '6', { ledd: 2 })], checkedBy: 'IMDi',
  decide(ask) {
    const { childBirthDate, isChildChronicallyIll } = ask.need('childBirthDate', 'isChildChronicallyIll')
    const untilAge = isChildChronicallyIll ? 18 : 12
    const lastDay = plainDate(`${Number(childBirthDate.slice(0, 4)) + untilAge}-12-31`)
    ask.step(isChildChronicallyIll ? 'step.childAge.chronic' : 'step.childAge.ordinary', ref('IF', '6', { ledd: 2, sentence: isChildChronicallyIll ? 2 : 1 }), { params: { untilAge, lastDay }, force: 'shall' })
    return { counts: ask.on <= lastDay, untilAge, lastDay }
  },
})
