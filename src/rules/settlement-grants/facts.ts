import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'

/** Facts about the state's grants for a settled person. */
export const GRANT_FACTS = {
  grantCategory: z.enum(['single_adult', 'adult_in_family', 'child', 'unaccompanied_minor']).describe('How the person counts in the first year of the integration grant.'),
  isFamilyOfHumanitarian: z.boolean().describe('Is family of somebody with a permit on humanitarian grounds; the grant then lasts three years.'),
  norwegianGrantPersons: z.int().min(0).max(100_000).describe('How many persons the basic grant for training in Norwegian is reckoned for.'),
  collectiveGrantPersons: z.int().min(0).max(100_000).describe('How many persons in training by IL § 37 d (collective protection); 0 for none.'),
  extendedGrantDecisions: z.int().min(0).max(100_000).describe('How many decisions on extended training (IF § 43 g), each of up to six months; 0 for none.'),
  motherSettledOn: PlainDate.describe('Day her or his mother was settled, for a child born afterwards.'),
} as const
