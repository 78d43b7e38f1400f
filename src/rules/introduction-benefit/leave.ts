import { z } from 'zod'
import { absenceQuota } from '../absence/quota.ts'
import { quotaFacts } from '../absence/quota-shape.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'

/** What becomes of the benefit: kept, lost, or kept for an hour a day. */
const Leave = z.object({ benefit: z.enum(['kept', 'hour_a_day', 'lost']) })

/** Which absence and leave keeps the benefit (IF chapters 3 and 4, IL § 21). Within its quota: beyond it, nothing is said here. */
export const benefitLeave = rule({
  name: 'benefit.leave', version: 1, decidedBy: [], facts: quotaFacts, answer: Leave,
  sources: [ref('IF', '5'), ref('IF', '6'), ref('IF', '15'), ref('IF', '16'), ref('IL', '21')], checkedBy: 'IMDi',
  decide(ask): z.infer<typeof Leave> {
    const { withBenefit, unit } = ask.rule(absenceQuota)
    if (!withBenefit) return { benefit: 'lost' }
    return { benefit: unit === 'hours_a_day' ? 'hour_a_day' : 'kept' }
  },
})
