import { z } from 'zod'

const HouseholdKind = z.enum(['single', 'couple', 'shared'])
const children = (ages: string) => z.int().min(0).max(30).describe(`How many children of ${ages} years she provides for; 0 for none.`)

/** Facts about the household and about what keeps her from providing for herself. */
export const SOCIAL_FACTS = {
  householdKind: HouseholdKind.describe('Household: single = lives alone or alone with children, couple = married or cohabiting, shared = one adult in a shared flat.'),
  childrenUnder6: children('0 to 5'),
  children6To10: children('6 to 10'),
  children11To17: children('11 to 17'),
  lacksNorwegian: z.boolean().describe('Lack of Norwegian is the reason why she does not provide for herself.'),
  hadProgrammeRightAndDuty: z.boolean().describe('Has or has had right and duty to the introduction programme (IL § 8).'),
  speaksSami: z.boolean().describe('Speaks Sami.'),
} as const
