import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'

/** Facts the rules of the introduction programme ask for beyond those of the person. */
export const PROGRAMME_FACTS = {
  appliedFromAbroad: z.boolean().describe('Applied for the permit from abroad (IF §§ 72 to 74).'),
  referencePersonSettledOn: PlainDate.describe('Day the person the family permit rests on was settled in a municipality.'),
  referencePersonPermanent: z.boolean().describe('The person the family permit rests on has permanent residence on the ground of IL § 9 a to e.'),
  familyAppliedOn: PlainDate.describe('Day of the application for the family permit.'),
  jobEndedOn: PlainDate.describe('Day the job ended or the offer of a job lapsed.'),
  registeredInMunicipalityOn: PlainDate.describe('Day of registration in the population register in the municipality.'),
  lengthMonths: z.int().min(1).max(60).describe('Length of the programme in the decision, months.'),
  extensionMonths: z.int().min(0).max(12).describe('Extension that has been decided, months.'),
  addedWorkingDays: z.int().min(0).describe('Working days that come in addition to the length (IF §§ 10, 19).'),
  frozenDays: z.int().min(0).describe('Calendar days of temporary stop that do not count.'),
  demandsOwnWork: z.boolean().describe('The measures of the programme demand much preparation and own work.'),
  programmePercent: z.number().min(1).max(100).describe('Share of full time the programme runs at, percent.'),
  hasChildUnder18: z.boolean().describe('Has a child under 18.'),
  childBornDuringProgramme: z.boolean().describe('Has had a child during the programme.'),
  guidanceForm: z.enum(['group', 'individual']).describe('How parental guidance is given.'),
  lacksCapacity: z.boolean().describe('Reasons of capacity in the municipality make it necessary.'),
  planMadeOn: PlainDate.describe('Day the integration plan was made.'),
  planParts: z.array(z.enum(['final_goal', 'norwegian_goal', 'long_term_goals', 'training_extent', 'length', 'elements', 'appeal', 'reasons'])).describe('Parts the integration plan has.'),
  stopGround: z.enum(['much_absence', 'harmful_conduct', 'long_illness', 'face_covering', 'nearly_full_time_job', 'other_in_person', 'not_in_person']).describe('Why a stop is considered; not_in_person: for example that the municipality lacks places.'),
  hasWrittenWarning: z.boolean().describe('Has had a written warning about the ban on covering the face.'),
  finalGoalReached: z.boolean().describe('The final goal has been reached.'),
  brokenOff: z.boolean().describe('The programme has been broken off.'),
  programmeLastDay: PlainDate.describe('Last day of the programme as decided.'),
  mappedBeforeSettlement: z.boolean().describe('Competence was mapped before settlement (IL § 6).'),
  reception: z.enum(['ordinary', 'arrival_centre', 'transit', 'none']).describe('Where an asylum seeker lives.'),
  asylumCase: z.enum(['ordinary', 'fast_track', 'not_examined', 'rejected']).describe('How the application for protection is handled: fast_track by UDI, not_examined under utl. § 32, rejected by UDI.'),
  inGroupOfCollectiveProtection: z.boolean().describe('Belongs to the group that may get collective protection.'),
  asylumAppliedOn: PlainDate.describe('Day of the application for protection.'),
} as const
