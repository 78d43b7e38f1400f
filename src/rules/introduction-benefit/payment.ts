import { z } from 'zod'
import { addDays, PlainDate } from '#shared/date.ts'
import { rule } from '../rule.ts'
import { ref } from '../source.ts'

/** Whether a period can be paid, on what basis, and from what day. */
const Payment = z.object({ payable: z.boolean(), basis: z.literal('registered_attendance'), earliest: PlainDate })

/** Payment (IL § 24): in arrears, on registered attendance; how and when is the municipality's to decide. */
export const benefitPayment = rule({
  name: 'benefit.payment', version: 1, decidedBy: ['paymentTo'], facts: ['paymentTo', 'isAttendanceRegistered'], answer: Payment,
  sources: [ref('IL', '24', { sentence: 1 }), ref('IL', '24', { sentence: 2 })], checkedBy: 'IMDi',
  decide(ask): z.infer<typeof Payment> {
    const { paymentTo, isAttendanceRegistered } = ask.need('paymentTo', 'isAttendanceRegistered')
    const earliest = addDays(paymentTo, 1)
    ask.step('step.payment.arrears', ref('IL', '24', { sentence: 1 }), { params: { earliest } })
    ask.step(isAttendanceRegistered ? 'step.payment.registered' : 'step.payment.notRegistered', ref('IL', '24', { sentence: 1 }))
    ask.step('step.payment.municipality', ref('IL', '24', { sentence: 2 }), { force: 'may' })
    return { payable: isAttendanceRegistered && ask.on >= earliest, basis: 'registered_attendance', earliest }
  },
})
