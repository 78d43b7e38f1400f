import { z } from 'zod'
import { FinalGoal } from '#rules/person-facts.ts'
import { CefrLevel } from '#shared/cefr.ts'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { LocalNeed } from './local-need.schema.ts'

export const ELEMENT_KINDS = ['norwegian', 'social_studies', 'life_skills', 'parental_guidance', 'work_practice', 'language_practice', 'part_time_work', 'course', 'nav_measure', 'upper_secondary', 'own_work', 'health', 'other'] as const
export const ElementKind = z.enum(ELEMENT_KINDS)
export type ElementKind = z.infer<typeof ElementKind>

const Text = z.string().trim().max(4000).nullable().default(null)

/** The level aimed at for each part of Norwegian; null is not set. */
export const NorwegianGoals = z.object({ listening: CefrLevel.nullable().default(null), reading: CefrLevel.nullable().default(null), writing: CefrLevel.nullable().default(null), oral: CefrLevel.nullable().default(null) })
export type NorwegianGoals = z.output<typeof NorwegianGoals>

/** What a plan says (IL § 15), but for its elements. */
export const PlanContent = z.object({
  finalGoal: FinalGoal.nullable().default(null), goalIs: z.enum(['provisional', 'confirmed']).default('provisional'), months: z.int().min(1).max(72).nullable().default(null),
  longTermGoals: Text, occupationCode: z.string().max(10).nullable().default(null), occupationName: z.string().max(200).nullable().default(null),
  norwegian: NorwegianGoals.default({ listening: null, reading: null, writing: null, oral: null }),
  /** Why these levels: what the occupation or the school asks for (LAN-02), and what she will use at work (KAR-03). */
  norwegianWhy: Text, norwegianHours: z.int().min(0).max(5000).nullable().default(null), socialStudiesHours: z.int().min(0).max(500).nullable().default(null), socialStudiesLanguage: z.string().trim().max(60).nullable().default(null),
  /** The path after the programme, from the first day (TRN-05). */
  afterProgramme: Text,
  /** How local need was weighed beside what she wants, and what was shown of it that day (KAR-02). The server keeps what was shown. */
  needWeighed: Text, localNeed: LocalNeed.nullable().default(null),
  /** What she disagrees in, and what the municipality decided and why: it decides (IL § 15 fifth ledd). */
  disagreement: Text, disagreementAnswer: Text,
  /** Why it goes another way than the career guidance recommends (IL § 11; QUA-03). */
  guidanceDeviation: Text,
})
export type PlanContent = z.output<typeof PlanContent>

export const PlanElement = z.object({
  id: Id, kind: ElementKind, title: z.string().trim().max(200).nullable().default(null),
  /** How it helps towards work or education, and towards the Norwegian goal. */
  reason: z.string().trim().max(2000).nullable().default(null), fromDate: PlainDate.nullable().default(null), toDate: PlainDate.nullable().default(null), hoursPerWeek: z.number().min(0).max(60).nullable().default(null),
  /** The course of the catalogue it was chosen from. */
  courseId: Id.nullable().default(null),
})
export type PlanElement = z.output<typeof PlanElement>

/** The plan as it was saved once. */
export const Snapshot = PlanContent.extend({ elements: z.array(PlanElement), reviewOn: PlainDate.nullable().default(null) })
export type Snapshot = z.output<typeof Snapshot>

export const SavePlanInput = z.object({
  id: Id, personId: Id,
  /** Absent for a new plan. */
  version: z.int().optional(), content: PlanContent, elements: z.array(PlanElement).max(40), reviewOn: PlainDate.nullable().default(null),
  /** What has changed and why; a new plan needs none. */
  reason: z.string().trim().max(2000).nullable().default(null),
  /** Whether the consequences of a lower goal were shown before. */
  consequencesSeen: z.boolean().default(false),
})
export type SavePlanInput = z.output<typeof SavePlanInput>

export const Party = z.enum(['participant', 'municipality'])
export const SignedHow = z.enum(['meeting', 'meeting_with_interpreter', 'paper', 'link', 'own_pages', 'signed_in'])
export const Signature = z.object({ id: Id, revision: z.int(), kind: z.enum(['contract', 'declaration']), party: Party, how: SignedHow, name: z.string(), interpreter: z.string().nullable(), interpreterLanguage: z.string().nullable(), signedAt: z.string() })
export type Signature = z.infer<typeof Signature>

export const SignInMeetingInput = z.object({
  id: Id, planId: Id, revision: z.int(), name: z.string().trim().min(2).max(120), how: z.enum(['meeting', 'meeting_with_interpreter', 'paper']),
  interpreter: z.string().trim().min(2).max(120).nullable().default(null), interpreterLanguage: z.string().trim().min(2).max(60).nullable().default(null),
})
export type SignInMeetingInput = z.output<typeof SignInMeetingInput>

/** What she wants in her own words, and what she was answered. */
export const Words = z.object({ id: Id, version: z.int(), saidOn: PlainDate, how: z.enum(['meeting', 'meeting_with_interpreter', 'own_pages', 'link']), language: z.string().nullable(), words: z.string(), answer: z.string().nullable(), answeredOn: PlainDate.nullable(), answeredBy: z.string().nullable() })
export type Words = z.infer<typeof Words>
export const OwnWords = z.string().trim().min(1).max(4000)
export const RecordWordsInput = z.object({ id: Id, personId: Id, saidOn: PlainDate, how: z.enum(['meeting', 'meeting_with_interpreter']), language: z.string().trim().max(60).nullable().default(null), words: OwnWords, answer: z.string().trim().min(1).max(4000).nullable().default(null) })
export const AnswerWordsInput = z.object({ id: Id, version: z.int(), answer: z.string().trim().min(1).max(4000) })
