import type { Topic } from '../topic.ts'
import { subsidyCalculation } from './calculation.ts'
import { contributionOnPension } from './choices.ts'
import { mentorSubsidy } from './mentor.ts'
import { holidayPay, holidayPayLeast, holidayPayOver60, occupationalPension, pensionLeast } from './pay.ts'
import { subsidyRefund } from './refund.ts'

/** Wage subsidy as Nav computes it, from agreement to refund, and the pay it rests on. */
export const wageSubsidy: Topic = {
  name: 'wage-subsidy',
  rules: [subsidyCalculation, subsidyRefund, mentorSubsidy, holidayPay, occupationalPension],
  parameters: [holidayPayLeast, holidayPayOver60, pensionLeast],
  choices: [contributionOnPension],
  enacted: [],
}
