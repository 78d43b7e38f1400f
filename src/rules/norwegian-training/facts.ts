import { z } from 'zod'
import { CefrLevel } from '#shared/cefr.ts'
import { PlainDate } from '#shared/date.ts'

/** The four parts of the Norwegian test (IF § 34). */
export const TEST_PARTS = ['listening', 'reading', 'writing', 'oral'] as const
export const TestPart = z.enum(TEST_PARTS)
export type TestPart = z.infer<typeof TestPart>

/** When the right began, what was offered, how far she has come. */
const trainingFacts = {
  permitFirstRenewedOn: PlainDate.describe('Day the permit was renewed for the first time.'),
  permitLeadsToPermanent: z.boolean().describe('The permit can be the basis of a permanent residence permit.'),
  startedWithRight: z.boolean().describe('Began the programme or the training while she had a permit of IL § 27.'),
  deferredStart: z.boolean().describe('The start of the training was deferred for care duties or detention (IF §§ 20–22).'),
  trainingStartedOn: PlainDate.describe('First day of the training in Norwegian.'),
  approvedLeaveDays: z.int().min(0).max(3650).describe('Calendar days of approved leave from the training so far; 0 for none.'),
  inFullTimeUpperSecondary: z.boolean().describe('Goes full time to upper secondary school by opplæringslova.'),
  combinedOffer: z.enum(['none', 'county_main', 'municipality_main', 'unclear']).describe('An offer that combines primary and upper secondary school, and who has the main responsibility for it.'),
  norwegianGoalReached: z.boolean().describe('Has reached the goal in Norwegian that was set for her.'),
  completedNorwegianHours: z.number().min(0).max(5000).describe('Completed hours of training in Norwegian.'),
  completedSocialStudiesHours: z.number().min(0).max(500).describe('Completed hours of social studies after settlement.'),
  receptionSocialStudiesHours: z.number().min(0).max(500).describe('Completed hours of social studies in a reception centre (IF § 2).'),
  extendedDecidedOn: PlainDate.describe('Day of the decision on extended training in Norwegian (IF § 43 g).'),
  needsExtendedTraining: z.boolean().describe('Needs extended training to reach the least level in Norwegian.'),
} as const

const goalFacts = {
  norwegianTaughtIn: z.enum(['integration_act', 'upper_secondary', 'adult_preparatory']).describe('Where she gets her training in Norwegian.'),
  needsB2: z.boolean().describe('Needs to document B2 in all four parts.'),
  goalPart: TestPart.describe('The part of the test whose goal is to be set or changed.'),
  goalIsSet: z.boolean().describe('A goal has been set in that part before.'),
  currentGoalLevel: CefrLevel.describe('The goal in that part as it stands.'),
  newGoalLevel: CefrLevel.describe('The goal wanted in that part.'),
  progress: z.enum(['faster', 'as_expected', 'slower']).describe('Her progress against the goal: slower means that she will not be able to reach it.'),
} as const

const documentationFacts = {
  exemptionGround: z.enum(['knowledge', 'health', 'other_weighty']).describe('Ground of the application for exemption.'),
  exemptionFrom: z.enum(['norwegian', 'social_studies']).describe('What exemption is sought from.'),
  norwegianDocumentation: z.enum(['four_part_test', 'written_and_oral_test', 'adult_module_4', 'primary_school', 'upper_secondary', 'prior_learning', 'higher_education', 'admission', 'other']).describe('Documentation of Norwegian or Sami (IF § 23).'),
  socialStudiesDocumentation: z.enum(['test', 'primary_school', 'upper_secondary', 'prior_learning', 'higher_education', 'other']).describe('Documentation of social studies (IF § 24).'),
  documentedGrade: z.int().min(1).max(6).describe('The grade, 1 to 6.'),
  documentedCredits: z.number().min(0).max(600).describe('Credits of the studies (60 a year).'),
  documentedInSami: z.boolean().describe('The documentation is of Sami, not Norwegian.'),
  hasMedicalStatement: z.boolean().describe('Has a medical assessment or a statement from a doctor or psychologist.'),
  testListening: CefrLevel.describe('Level reached in listening.'),
  testReading: CefrLevel.describe('Level reached in reading.'),
  testWriting: CefrLevel.describe('Level reached in writing.'),
  testOral: CefrLevel.describe('Level reached in oral communication.'),
  exemptFromNorwegian: z.boolean().describe('Is exempted from training or test in Norwegian (IL §§ 29, 37).'),
  exemptFromSocialStudies: z.boolean().describe('Is exempted from training or test in social studies (IL §§ 29, 37).'),
  freeTestsTaken: z.array(TestPart).describe('Parts in which the free test has been used.'),
} as const

const absenceFacts = {
  partOfProgramme: z.boolean().describe('The training is part of an introduction programme.'),
  absenceFrom: z.enum(['norwegian', 'social_studies']).describe('What she was absent from.'),
  absenceHours: z.number().min(0).max(5000).describe('Hours of absence.'),
  trainingHours: z.number().min(1).max(5000).describe('Hours the curriculum or the plan gives for the training.'),
  absenceIsMedical: z.boolean().describe('The absence is documented by a medical certificate.'),
  trainingLeave: z.enum(['welfare', 'peace_work', 'illness', 'birth', 'adoption', 'other']).describe('Ground of leave from the training (IF §§ 31–33).'),
  welfareGround: z.enum(['kindergarten_start', 'school_start', 'wedding', 'death', 'appointment', 'care_of_relative', 'religious_holiday', 'other']).describe('Welfare ground (IF § 31).'),
  leaveWantedDays: z.number().min(0).max(366).describe('Working days of leave applied for (calendar days for illness, birth and adoption).'),
  leaveUsedDays: z.number().min(0).max(366).describe('Days of the same kind of leave used before, in the calendar year (for illness, birth and adoption: in the same case, by both parents).'),
  canBeAdapted: z.boolean().describe('The training can be adapted so that leave is not needed.'),
  childAge: z.int().min(0).max(25).describe('Age of the child in whole years.'),
  deferralReason: z.enum(['care', 'detention', 'other']).describe('Why she could not begin the training.'),
  deferralDocumented: z.boolean().describe('The reason is documented.'),
  deferralStillOrJustEnded: z.boolean().describe('The situation lasts, or has recently ended.'),
} as const

const teacherFacts = {
  meetsTeachingRequirements: z.boolean().describe('Meets the requirements of a teaching post in the regulations of opplæringslova chapter 12.'),
  creditsNorwegianSecondLanguage: z.number().min(0).max(300).describe('Credits in Norwegian as a second language.'),
  teacherBefore2021: z.boolean().describe('Was employed in a teaching post before 2021.'),
  hasQualifiedApplicants: z.boolean().describe('Somebody who meets the requirements has applied.'),
  isInRelevantEducation: z.boolean().describe('Is taking relevant education.'),
  teachesCollectiveProtection: z.boolean().describe('The post is needed to give training to persons with collective protection.'),
} as const

const faceFacts = {
  trainingSituation: z.enum(['training', 'assessment', 'other']).describe('The situation: training (also practice and outings), assessment, other.'),
  faceCoveringReason: z.enum(['climate', 'pedagogical', 'health', 'safety', 'other']).describe('Why the face is covered.'),
} as const

/** Facts about training and tests in Norwegian and social studies (IL chapters 6 and 6A). */
export const NORWEGIAN_FACTS = { ...trainingFacts, ...goalFacts, ...documentationFacts, ...absenceFacts, ...teacherFacts, ...faceFacts } as const
