import type { Topic } from '../topic.ts'
import { ageInPaymentPeriod, benefitRounding, deductionBase, partMonthDays } from './choices.ts'
import { benefitDeduction } from './deduction.ts'
import { benefitIncome } from './income.ts'
import { benefitLeave } from './leave.ts'
import { benefitOverpayment } from './overpayment.ts'
import { benefitPaidWork } from './paid-work.ts'
import { benefitPartMonth } from './part-month.ts'
import { benefitPayment } from './payment.ts'
import { benefitRate } from './rate.ts'
import { benefitSetOff } from './set-off.ts'

/** Integreringsloven chapter 5: the introduction benefit, what reduces it, its payment and what is taken back. */
export const introductionBenefit: Topic = {
  name: 'introduction-benefit',
  rules: [benefitRate, benefitDeduction, benefitIncome, benefitPaidWork, benefitPartMonth, benefitPayment, benefitOverpayment, benefitSetOff, benefitLeave],
  parameters: [],
  choices: [benefitRounding, deductionBase, ageInPaymentPeriod, partMonthDays],
  enacted: [],
}
