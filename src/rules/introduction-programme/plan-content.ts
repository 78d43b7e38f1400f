import { z } from 'zod'
import { formerSection37c, hasOwnProgrammeRules } from '../collective-protection/chapter.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'
import { decisionDay, REFORM } from './decision-day.ts'

const PlanPart = z.enum(['final_goal', 'norwegian_goal', 'long_term_goals', 'training_extent', 'length', 'elements', 'appeal', 'reasons'])
type PlanPart = z.infer<typeof PlanPart>

export const PlanContent = z.object({
  required: z.array(PlanPart),
  /** Required, and not among the parts the plan has; every one of them when no parts are given. */
  missing: z.array(PlanPart),
})

const former: PlanPart[] = ['final_goal', 'norwegian_goal', 'training_extent', 'length', 'elements', 'appeal']
const collective: PlanPart[] = ['final_goal', 'length', 'elements', 'appeal']
const reform: PlanPart[] = PlanPart.options

/** What the integration plan must hold at least (IL § 15 third and fourth ledd; for collective protection before 2026 § 37 c as it then read), and what a plan lacks. Whether a part is good enough is judgement. */
export const planContent = rule({
  name: 'programme.planContent', version: 1, decidedBy: ['decidedOn'], facts: ['permit', 'permitGrantedOn', 'decidedOn', 'planMadeOn', 'planParts'], answer: PlanContent,
  sources: [ref('IL', '15', { ledd: 3 }), ref('IL', '15', { ledd: 4 }), ref('IL', '15', { ledd: 5 }), ref('IL', '15', { ledd: 6 }), ref('IL', '15', { ledd: 7 }), ref('LOV-2024-06-25-53', '37 c')],
  checkedBy: 'IMDi',
  decide(ask) {
    ask.need('permit', 'permitGrantedOn', 'planParts')
    const made = ask.known('planMadeOn') ?? decisionDay(ask)
    const isOwn = hasOwnProgrammeRules(ask, made)
    const required = isOwn ? collective : made < REFORM ? former : reform
    if (isOwn) ask.step('step.plan.collective', formerSection37c(made, made < '2024-07-01' ? 6 : 7, 3), { force: 'shall' })
    else if (made < REFORM) ask.step('step.plan.former', ref('IL', '15', { certainty: 'P', note: 'ordlyden før 2026, etter IMDis oversikt' }), { force: 'shall' })
    else {
      ask.step('step.plan.minimum', ref('IL', '15', { ledd: 3 }), { force: 'shall' })
      ask.step('step.plan.reasons', ref('IL', '15', { ledd: 4 }), { force: 'shall' })
      ask.step('step.plan.joint', ref('IL', '15', { ledd: 7 }), { force: 'shall' })
      ask.step('step.plan.disagreement', ref('IL', '15', { ledd: 5 }))
    }
    ask.judge('judge.plan.review', ref('IL', '15', { ledd: 6 }), { force: 'shall' })
    const { planParts } = ask.need('planParts')
    return { required, missing: required.filter((part) => !planParts.includes(part)) }
  },
})
