import { z } from 'zod'
import { isUnderChapter6A } from '../collective-protection/chapter.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { familySettled, familySettledFacts } from './family-settled.ts'
import { letters } from './letters.ts'
import { isUnderIntegrationAct, whichActFacts } from './which-act.ts'

const facts = [...new Set([...whichActFacts, ...familySettledFacts, 'reception'] as const)] as const

export const EarlyMapping = z.object({
  standing: z.enum(['right_and_duty', 'none']),
  /** Who shall map: the host municipality of the reception centre, or IMDi before a resettlement refugee comes to Norway. */
  by: z.enum(['host_municipality', 'imdi']).nullable(),
})
const none: z.infer<typeof EarlyMapping> = { standing: 'none', by: null }

/** Mapping of competence before settlement (IL § 6): by the host municipality for those in a reception centre with a permit of § 9, by IMDi for resettlement refugees; not for collective protection (§ 37 b). */
export const earlyMapping = rule({
  name: 'programme.earlyMapping', version: 1, decidedBy: ['permitGrantedOn'], facts, answer: EarlyMapping,
  sources: [ref('IL', '6', { ledd: 1 }), ref('IL', '6', { ledd: 2 }), ref('IL', '6', { ledd: 3, sentence: 2 }), ref('IL', '6', { ledd: 4 }), ref('IL', '37 b', { ledd: 1 })],
  checkedBy: 'IMDi',
  decide(ask): z.infer<typeof EarlyMapping> {
    const { permit } = ask.need('permit', 'permitGrantedOn')
    if (!isUnderIntegrationAct(ask)) return none
    if (isUnderChapter6A(ask, ask.on)) {
      ask.step('step.earlyMapping.collective', ref('IL', '37 b', { ledd: 1 }))
      return none
    }
    if (permit === 'resettlement') {
      ask.step('step.earlyMapping.imdi', ref('IL', '6', { ledd: 2, sentence: 1 }), { force: 'shall' })
      return { standing: 'right_and_duty', by: 'imdi' }
    }
    const hasPermit = permit === 'family' ? ask.rule(familySettled).isLetterF : letters[permit] !== undefined
    if (!hasPermit || ask.need('reception').reception === 'none') {
      ask.step('step.earlyMapping.outside', ref('IL', '6', { ledd: 1 }))
      return none
    }
    ask.step('step.earlyMapping.host', ref('IL', '6', { ledd: 1 }), { force: 'shall' })
    ask.step('step.mapping.content', ref('IL', '6', { ledd: 4 }), { force: 'shall' })
    return { standing: 'right_and_duty', by: 'host_municipality' }
  },
})
