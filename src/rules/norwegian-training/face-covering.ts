import { z } from 'zod'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'

/** What the prohibition means in a situation: whether it holds, and what the municipality may do. */
export const FaceCovering = z.object({ prohibited: z.boolean(), mayStop: z.boolean(), mayBeSentAway: z.boolean() })

/** Clothing that covers the face in training and assessment (IL § 40). It holds for teachers and helpers too. */
export const norwegianFaceCovering = rule({
  name: 'norwegian.faceCovering', version: 1, decidedBy: [], facts: ['trainingSituation', 'faceCoveringReason', 'hasWrittenWarning'], answer: FaceCovering,
  sources: [ref('IL', '40', { ledd: 1 }), ref('IL', '40', { ledd: 2 }), ref('IL', '40', { ledd: 3 })], checkedBy: 'statsforvalteren',
  decide(ask) {
    const { trainingSituation, faceCoveringReason } = ask.need('trainingSituation', 'faceCoveringReason')
    if (trainingSituation === 'other' || faceCoveringReason !== 'other') {
      ask.step(trainingSituation === 'other' ? 'step.faceCovering.outside' : 'step.faceCovering.exempt', ref('IL', '40', { ledd: 1, sentence: trainingSituation === 'other' ? 1 : 3 }))
      return { prohibited: false, mayStop: false, mayBeSentAway: false }
    }
    ask.step('step.faceCovering.prohibited', ref('IL', '40', { ledd: 1, sentence: 1 }), { force: 'shall' })
    const mayStop = ask.need('hasWrittenWarning').hasWrittenWarning
    if (mayStop) ask.judge('judge.faceCovering.stop', ref('IL', '40', { ledd: 2, sentence: 1 }), { force: 'may' })
    return { prohibited: true, mayStop, mayBeSentAway: trainingSituation === 'assessment' }
  },
})
