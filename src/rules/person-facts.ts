import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'

/** Permits as integreringsloven § 9 first paragraph sorts them, letter by letter, and those outside it. */
export const PERMITS = ['refugee', 'resettlement', 'humanitarian', 'limited_family', 'collective_protection', 'family', 'independent', 'other_family', 'skilled_worker', 'nordic_or_eea', 'other'] as const
export const Permit = z.enum(PERMITS)
export type Permit = z.infer<typeof Permit>

/** Schooling as integreringsloven §§ 13 and 14 and integreringsforskriften § 28 ask for it. */
export const SCHOOLING = ['primary_not_completed', 'primary', 'upper_secondary', 'higher'] as const
export const Schooling = z.enum(SCHOOLING)
export type Schooling = z.infer<typeof Schooling>

/** What the programme leads to (integreringsloven §§ 13, 14). */
export const FINAL_GOALS = ['work', 'higher_education', 'vocational_requalification', 'parts_of_upper_secondary', 'upper_secondary', 'vocational_training'] as const
export const FinalGoal = z.enum(FINAL_GOALS)
export type FinalGoal = z.infer<typeof FinalGoal>

/** Facts about the person, her permit and her start: what most rules of the integration act ask for. */
export const PERSON_FACTS = {
  birthDate: PlainDate.describe('Date of birth.'),
  permit: Permit.describe('Kind of residence permit: refugee = utl. § 28 (IL § 9 a), resettlement = § 35 (3) (b), humanitarian = § 38 (1) after an asylum application (c), limited_family = § 38 (5) a or b (d), collective_protection = § 34 (e), family = ch. 6, family of a-e (f), independent = § 53 (g), other_family = ch. 6, family of others, skilled_worker = §§ 23, 25 and their family, nordic_or_eea, other.'),
  permitGrantedOn: PlainDate.describe('Day the permit was granted.'),
  hadFamilyPermit: z.boolean().describe('Had a family permit (IL § 9 f) before the refugee permit (IL § 9 a).'),
  settledByAgreement: z.boolean().describe('Settled in the municipality by agreement with the integration authorities.'),
  settledOn: PlainDate.describe('Day of settlement in the municipality.'),
  residenceSince: PlainDate.describe('First day lived in any municipality with a residence permit; for those who need a permit of IL § 9, with such a one.'),
  claimedOn: PlainDate.describe('Day the programme or training was claimed.'),
  decidedOn: PlainDate.describe('Day of the decision on the programme (IL § 12).'),
  offeredOn: PlainDate.describe('Day of the offer of start.'),
  startedOn: PlainDate.describe('First day of participation in the programme.'),
  schooling: Schooling.describe('Highest completed schooling; upper_secondary = meets the education requirement of the GSU list, whatever the languages (IF § 65 a).'),
  hasUkrainianUpperSecondary: z.boolean().describe('Completed Ukrainian upper secondary education (IF § 65 a).'),
  finalGoal: FinalGoal.describe('Final goal of the programme.'),
  weeklyJobHours: z.number().min(0).max(168).describe('Hours a week of a job she has or is offered; 0 for none.'),
} as const
