import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'

/** Facts about the state's grants for a settled person. */
export const GRANT_FACTS = {
  grantCategory: z.enum(['single_adult', 'adult_in_family', 'child', 'unaccompanied_minor']).describe('How the person counts in the first year of the integration grant.'),
  isFamilyOfHumanitarian: z.boolean().describe('Is family of somebody with a permit on humanitarian grounds; the grant then lasts three years.'),
  motherSettledOn: PlainDate.describe('Day her or his mother was settled, for a child born afterwards.'),
} as const
