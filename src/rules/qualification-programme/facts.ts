import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'

/** Facts about the qualification programme (sosialtjenesteloven §§ 29–40). */
export const QUALIFICATION_FACTS = {
  hasReducedEarningCapacity: z.boolean().describe('Has substantially reduced capacity for work and earning (sosialtjenesteloven § 29).'),
  hasLittleNationalInsurance: z.boolean().describe('Has no or very limited benefits for her living by the national insurance act or the labour market act.'),
  workCapacityAssessed: z.boolean().describe('Her capacity for work has been assessed (sosialtjenesteloven § 29 second paragraph).'),
  needsCloseFollowUp: z.boolean().describe('Close, co-ordinated help in the qualification programme is judged suitable and necessary.'),
  qualificationAppliedOn: PlainDate.describe('Day the application for the qualification programme came in.'),
} as const
