import { z } from 'zod'
import { isUnderChapter6A } from '../collective-protection/chapter.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { targetGroup, targetGroupFacts } from './target-group.ts'

export const CareerGuidance = z.object({ standing: z.enum(['right_and_duty', 'right', 'none']) })

/** Career guidance by the county municipality (IL § 11), which should come before the decision: right and duty for those of § 8 first ledd; with collective protection a right (§ 37 b third ledd). */
export const careerGuidance = rule({
  name: 'programme.careerGuidance', version: 1, decidedBy: [], facts: targetGroupFacts, answer: CareerGuidance,
  sources: [ref('IL', '11', { ledd: 1 }), ref('IL', '11', { ledd: 3 }), ref('IL', '37 b', { ledd: 3 })],
  checkedBy: 'IMDi',
  decide(ask): z.infer<typeof CareerGuidance> {
    ask.need('permit', 'permitGrantedOn')
    if (isUnderChapter6A(ask, ask.on)) {
      ask.step('step.guidance.collective', ref('IL', '37 b', { ledd: 3, sentence: 1 }))
      return { standing: 'right' }
    }
    const { standing } = ask.rule(targetGroup)
    if (standing !== 'right_and_duty') {
      ask.step('step.guidance.none', ref('IL', '11', { ledd: 1, sentence: 1 }))
      return { standing: 'none' }
    }
    ask.step('step.guidance.duty', ref('IL', '11', { ledd: 1, sentence: 1 }), { force: 'shall' })
    ask.judge('judge.guidance.beforeDecision', ref('IL', '11', { ledd: 1, sentence: 2 }))
    return { standing: 'right_and_duty' }
  },
})
