import { z } from 'zod'
import { plainDate } from '#shared/date.ts'
import { isUnderChapter6A } from '../collective-protection/chapter.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { targetGroup, targetGroupFacts } from './target-group.ts'

export const Mapping = z.object({
  standing: z.enum(['right_and_duty', 'right', 'none']),
  /** Whether it has been done before settlement, so that it need not be done again; null when that is not known. */
  isDone: z.boolean().nullable(),
})

/** The duty holds for participants who started after this day (FOR-2024-06-25-1217, FOR-2026-06-12-1077). */
const dutyAfter = plainDate('2023-06-02')

/** Mapping of competence after settlement (IL § 10): right and duty for those of § 8 first ledd; with collective protection a right, and a duty for participants (§ 37 b second ledd). */
export const mapping = rule({
  name: 'programme.mapping', version: 1, decidedBy: ['startedOn'], facts: [...targetGroupFacts, 'mappedBeforeSettlement'], answer: Mapping,
  sources: [ref('IL', '6'), ref('IL', '10', { ledd: 1 }), ref('IL', '10', { ledd: 2 }), ref('IL', '37 b', { ledd: 2 }), ref('FOR-2026-06-12-1077', '1', { ledd: 2 })],
  checkedBy: 'IMDi',
  decide(ask): z.infer<typeof Mapping> {
    ask.need('permit', 'permitGrantedOn')
    if (isUnderChapter6A(ask, ask.on)) {
      const startedOn = ask.known('startedOn')
      const isDuty = startedOn !== undefined && startedOn > dutyAfter && startedOn <= ask.on
      ask.step(isDuty ? 'step.mapping.collectiveDuty' : 'step.mapping.collectiveRight', ref('IL', '37 b', { ledd: 2, sentence: isDuty ? 2 : 1 }), { params: { startedOn: startedOn ?? '' } })
      return { standing: isDuty ? 'right_and_duty' : 'right', isDone: ask.known('mappedBeforeSettlement') ?? null }
    }
    const { standing } = ask.rule(targetGroup)
    if (standing !== 'right_and_duty') {
      ask.step('step.mapping.none', ref('IL', '10', { ledd: 1 }))
      return { standing: 'none', isDone: ask.known('mappedBeforeSettlement') ?? null }
    }
    const { mappedBeforeSettlement } = ask.need('mappedBeforeSettlement')
    if (mappedBeforeSettlement) ask.step('step.mapping.done', ref('IL', '10', { ledd: 1 }))
    else ask.step('step.mapping.duty', ref('IL', '10', { ledd: 1 }), { force: 'shall' })
    ask.step('step.mapping.content', ref('IL', '10', { ledd: 2, sentence: 2 }), { force: 'shall' })
    return { standing: mappedBeforeSettlement ? 'none' : 'right_and_duty', isDone: mappedBeforeSettlement }
  },
})
