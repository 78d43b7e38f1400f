import { z } from 'zod'
import { Force, rule } from '../rule.ts'
import { ref } from '../source.ts'

const Way = z.enum(['set_off', 'repayment', 'refund'])

/** The ways the municipality may take back what was paid too much, and that it may, not shall. */
const Overpayment = z.object({ ways: z.array(Way), force: Force })

/**
 * Too much paid (IL § 25): set off in later benefit, whatever the cause; repayment only of what wilful or grossly negligent wrong
 * information gave; refund out of a benefit of § 22 that is paid for time already past. All of it the municipality may do.
 */
export const benefitOverpayment = rule({
  name: 'benefit.overpayment', version: 1, decidedBy: [], facts: ['overpaymentCause', 'isWilfulOrGrosslyNegligent'], answer: Overpayment,
  sources: [1, 2, 3].map((ledd) => ref('IL', '25', { ledd })), checkedBy: 'IMDi',
  decide(ask): z.infer<typeof Overpayment> {
    const { overpaymentCause } = ask.need('overpaymentCause')
    const ways: z.infer<typeof Way>[] = ['set_off']
    ask.step('step.overpayment.setOff', ref('IL', '25', { ledd: 1 }), { force: 'may' })
    if (overpaymentCause === 'false_information') {
      const { isWilfulOrGrosslyNegligent } = ask.need('isWilfulOrGrosslyNegligent')
      if (isWilfulOrGrosslyNegligent) ways.push('repayment')
      ask.step(isWilfulOrGrosslyNegligent ? 'step.overpayment.repayment' : 'step.overpayment.noRepayment', ref('IL', '25', { ledd: 2 }), { force: 'may' })
      ask.judge('judge.overpayment.wilful', ref('IL', '25', { ledd: 2 }))
    }
    if (overpaymentCause === 'benefit_paid_late') {
      ways.push('refund')
      ask.step('step.overpayment.refund', ref('IL', '25', { ledd: 3 }), { force: 'may' })
    }
    ask.judge('judge.overpayment.may', ref('IL', '25', { ledd: 1 }), { force: 'may' })
    return { ways, force: 'may' }
  },
})
