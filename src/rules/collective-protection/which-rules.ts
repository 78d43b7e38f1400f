import { z } from 'zod'
import { addDays, PlainDate } from '#shared/date.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { collectiveProtectionChapter, hasOwnProgrammeRules, isUnderChapter6A } from './chapter.ts'

export const WhichRules = z.object({
  /** Whether chapter 6A governs the case on the day asked about. */
  applies: z.boolean(),
  /** Whether the programme has rules of its own: until 2026. */
  hasOwnProgrammeRules: z.boolean(),
  /** Last day the chapter is in force, as enacted. */
  lastDay: PlainDate.nullable(),
})

/** Which rules those with a permit under utl. § 34 are under on a day: the ordinary ones, or chapter 6A, and until when it is enacted. */
export const whichRules = rule({
  name: 'collectiveProtection.whichRules', version: 1, decidedBy: ['permitGrantedOn'], facts: ['permit', 'permitGrantedOn'], answer: WhichRules,
  sources: [ref('FOR-2022-06-10-995', '1', { ledd: 1 }), ref('LOV-2026-06-12-22', undefined, { note: 'kapittel 6A' }), ref('IL', '37 c'), ref('IL', '37 d')],
  checkedBy: 'IMDi',
  decide(ask) {
    ask.need('permit', 'permitGrantedOn')
    const applies = isUnderChapter6A(ask, ask.on)
    const ends = applies ? collectiveProtectionChapter.values.find(({ value, from }) => value === null && from > ask.on && ask.value(collectiveProtectionChapter, from) === null) : undefined
    const lastDay = ends === undefined ? null : addDays(ends.from, -1)
    if (!applies) ask.step('step.chapter.ordinary', ref('FOR-2022-06-10-995', '1', { ledd: 1 }))
    else ask.step('step.chapter.applies', ref('LOV-2026-06-12-22', undefined, { note: 'kapittel 6A' }), { params: { lastDay: lastDay ?? '' } })
    const hasOwn = hasOwnProgrammeRules(ask, ask.on)
    if (applies) ask.step(hasOwn ? 'step.chapter.ownProgramme' : 'step.chapter.ordinaryProgramme', ref('IL', '37 c'))
    return { applies, hasOwnProgrammeRules: hasOwn, lastDay }
  },
})
