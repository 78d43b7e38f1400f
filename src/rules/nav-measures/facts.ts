import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'

/** What Nav has decided about her need of help to get into work (Nav-loven § 14 a), as Nav groups it. */
export const AssistanceGroup = z.enum(['good_possibilities', 'needs_guidance', 'needs_guidance_reduced_capacity', 'works_partly', 'little_possibility'])
export type AssistanceGroup = z.infer<typeof AssistanceGroup>

/** Whether the group is one of reduced capacity for work. */
export const isReducedCapacity = (group: AssistanceGroup): boolean => group !== 'good_possibilities' && group !== 'needs_guidance'

const TrainingKind = z.enum(['labour_market_course', 'basic', 'general_subjects', 'vocational', 'higher_vocational', 'higher'])
const MentorFor = z.enum(['work_training', 'training', 'summer_job', 'temporary_subsidy', 'permanent_subsidy', 'ordinary_job'])

/** Facts that decide which of Nav's measures can be offered (TF). */
export const MEASURE_FACTS = {
  assistanceGroup: AssistanceGroup.describe('Nav’s decision by Nav-loven § 14 a: good_possibilities, needs_guidance, needs_guidance_reduced_capacity, works_partly, little_possibility. The last three are reduced capacity for work.'),
  hasLittleWorkExperience: z.boolean().describe('Has little or insufficient work experience.'),
  hasTroubleGettingWork: z.boolean().describe('Has trouble getting work on ordinary terms without help.'),
  risksLosingJob: z.boolean().describe('Has a job she risks losing after twelve months of full or partial sick leave.'),
  hasLastingReducedCapacity: z.boolean().describe('Has lastingly and substantially reduced capacity for work.'),
  otherMeasuresTried: z.boolean().describe('Other, time-limited measures have been tried or considered.'),
  mentorFor: MentorFor.describe('What the mentor would help her with: a measure she is in, or an ordinary job.'),
  hasSpecialMentorNeed: z.boolean().describe('Has special need of a mentor’s help.'),
  inAdaptedVocationalTraining: z.boolean().describe('Is in adapted vocational training as a measure.'),
  trainingKind: TrainingKind.describe('Kind of training, TF § 7-2: labour_market_course (a), basic = Norwegian, basic skills, FOV (b), general_subjects (c), vocational = upper secondary (d), higher_vocational (e), higher (f).'),
  trainingIsCombined: z.boolean().describe('Basic training before or with the vocational one, or general subjects before the higher one (TF § 7-4 second paragraph).'),
  hasWeakQualifications: z.boolean().describe('Has trouble getting work because of insufficient qualifications or weak basic skills.'),
  hasComplexNeeds: z.boolean().describe('Has complex needs and must have an alternative, adapted vocational training.'),
  employerHasLayOffs: z.boolean().describe('The employer has laid somebody off for the time being.'),
  measureFrom: PlainDate.describe('First day of the measure.'),
  measureUntil: PlainDate.describe('Last day of the measure.'),
  isInOtherMeasure: z.boolean().describe('Is in a measure that inclusion grant can be added to (TF § 11-2).'),
  needsAdaptedWorkplace: z.boolean().describe('Needs special adaptation in this very job.'),
  officeTakesPart: z.boolean().describe('The Nav office takes part in the trial of four-year wage subsidy.'),
  expectsDisabilityBenefit: z.boolean().describe('Has disability benefit, or is expected to get it soon.'),
} as const
