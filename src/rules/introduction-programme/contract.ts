import { z } from 'zod'
import { formerSection37c, hasOwnProgrammeRules } from '../collective-protection/chapter.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { integrationDeclaration } from './choices.ts'
import { decisionDay } from './decision-day.ts'

export const Contract = z.object({
  /** A contract of mutual obligations, a declaration the participant signs, or neither. */
  kind: z.enum(['contract', 'declaration', 'none']),
})

/** Whether the plan comes with a contract (IL § 16), with a declaration (for plans made once LOV-2026-06-12-23 is commenced), or with neither (collective protection before 2026). */
export const contract = rule({
  name: 'programme.contract', version: 1, decidedBy: ['planMadeOn', 'decidedOn'], facts: ['permit', 'permitGrantedOn', 'planMadeOn', 'decidedOn'], answer: Contract,
  sources: [ref('IL', '16', { ledd: 1 }), ref('IL', '16', { ledd: 2 }), ref('IL', '16', { ledd: 3 }), integrationDeclaration.source],
  checkedBy: 'IMDi',
  decide(ask): z.infer<typeof Contract> {
    ask.need('permit', 'permitGrantedOn')
    const made = ask.known('planMadeOn') ?? decisionDay(ask)
    if (hasOwnProgrammeRules(ask, made)) {
      ask.step('step.contract.none', formerSection37c(made, made < '2024-07-01' ? 6 : 7, 5))
      return { kind: 'none' }
    }
    if (ask.inForce(integrationDeclaration, made)) {
      ask.step('step.contract.declaration', integrationDeclaration.source, { params: { made }, force: 'shall' })
      return { kind: 'declaration' }
    }
    ask.step('step.contract.contract', ref('IL', '16', { ledd: 1 }), { params: { made }, force: 'shall' })
    return { kind: 'contract' }
  },
})
