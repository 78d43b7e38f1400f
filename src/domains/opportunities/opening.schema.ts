import { z } from 'zod'
import { CefrLevel, LanguageSkill } from '#shared/cefr.ts'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { EscoUri } from '#shared/occupation.ts'
import { Schedule } from '#shared/schedule.ts'

export const OpeningKind = z.enum(['practice_place', 'vacancy'])
export type OpeningKind = z.infer<typeof OpeningKind>
export const OpeningState = z.enum(['open', 'full', 'expired', 'withdrawn'])
export type OpeningState = z.infer<typeof OpeningState>
export const Extent = z.enum(['full_time', 'part_time', 'both'])
export const PhysicalDemand = z.enum(['heavy_lifting', 'standing_all_day', 'sitting_all_day', 'heights', 'cold', 'heat', 'dust', 'strong_smells', 'noise', 'night', 'screen_work', 'fine_motor'])
export const ReachableBy = z.enum(['walk', 'bicycle', 'bus', 'train', 'car'])
/** Kinds of stay at a workplace (PLA-01), in the order they are explained. */
export const placementKinds = ['language_practice', 'work_practice', 'work_training', 'wage_subsidy', 'trainee', 'ordinary_job', 'apprenticeship', 'voluntary'] as const

const text = (most: number) => z.string().trim().max(most).transform((value) => value || null).nullable().default(null)
const Day = PlainDate.nullable().default(null)

export const DemandKind = z.enum(['norwegian', 'language', 'driving_licence', 'certificate', 'skill', 'experience'])
export type DemandKind = z.infer<typeof DemandKind>
/** From A1: nobody is asked for less than a beginner can. */
export const DemandLevel = CefrLevel.exclude(['A1-'])

/** One thing an opening asks. Language per skill, with the sentence from the work beside the level (EMP-06). */
export const Demand = z.object({
  id: Id, kind: DemandKind, isRequired: z.boolean(),
  skill: LanguageSkill.nullable().default(null), level: DemandLevel.nullable().default(null),
  /** Language code, licence class, certificate or skill. */
  name: text(120),
  sentence: text(300),
  /** The paragraph, where the law and not habit asks (KVA-04). */
  statutoryBasis: text(300),
})
export type Demand = z.output<typeof Demand>

/** What is said of an opening. There is no field for age, sex, religion or origin. */
export const OpeningContent = z.object({
  kind: OpeningKind, title: z.string().trim().min(1).max(200), employerId: Id.nullable().default(null),
  occupationCode: z.string().regex(/^\d{1,4}$/).nullable().default(null),
  /** The finer occupation of ESCO, where one was chosen. */
  escoUri: EscoUri.nullable().default(null),
  tasks: text(4000), seats: z.int().min(1).max(500).default(1),
  fromDate: Day, toDate: Day, applyUntil: Day, schedule: Schedule.default([]),
  hoursPerWeek: z.number().min(1).max(60).nullable().default(null), extent: Extent.nullable().default(null),
  postcode: z.string().regex(/^\d{4}$/).nullable().default(null), place: text(100),
  supervisorContactId: Id.nullable().default(null),
  physicalDemands: z.array(PhysicalDemand).default([]), transportNote: text(500), reachableBy: z.array(ReachableBy).default([]),
  isOpenToParticipants: z.boolean().default(false),
})
export type OpeningContent = z.output<typeof OpeningContent>

export const SaveOpeningInput = OpeningContent.extend({
  id: Id, /** Absent for a new one. */ version: z.int().optional(), demands: z.array(Demand).max(40).default([]),
})
export type SaveOpeningInput = z.output<typeof SaveOpeningInput>

/** A word that smells of an unlawful ground, where it stands. A warning: it blocks nothing. */
export const Warning = z.object({ code: z.string(), path: z.string(), params: z.object({ word: z.string() }) })
export type Warning = z.infer<typeof Warning>

/** What a list of openings can be narrowed to. Advertisements that have expired are in no list. */
export const OpeningFilter = z.object({
  text: z.string().trim().max(120).optional(),
  kind: OpeningKind.optional(),
  status: OpeningState.default('open'),
  occupationCode: z.string().regex(/^\d{1,4}$/).optional(),
  employerId: Id.optional(),
  openToParticipants: z.boolean().optional(),
  freeSeatsAtLeast: z.int().min(1).max(50).optional(),
  /** No required Norwegian above this level. */
  norwegianAtMost: DemandLevel.optional(),
})
export type OpeningFilter = z.output<typeof OpeningFilter>
export const ListOpeningsInput = OpeningFilter.extend({
  sort: z.enum(['newest', 'title', 'deadline']).default('newest'), page: z.int().min(0).max(4000).default(0),
})

const Norwegian = z.object({ skill: LanguageSkill, level: DemandLevel, isRequired: z.boolean() })
export const OpeningRow = z.object({
  id: Id, kind: OpeningKind, source: z.enum(['own', 'nav']), title: z.string(), employerId: Id.nullable(), employerName: z.string().nullable(),
  occupationName: z.string().nullable(), place: z.string().nullable(), seats: z.int(), freeSeats: z.int(), state: OpeningState,
  fromDate: PlainDate.nullable(), toDate: PlainDate.nullable(), applyUntil: PlainDate.nullable(), applyUntilText: z.string().nullable(),
  /** Days until it can no longer be applied for; null when it has no end. */
  daysLeft: z.int().nullable(),
  isOpenToParticipants: z.boolean(), norwegian: z.array(Norwegian),
})
export type OpeningRow = z.infer<typeof OpeningRow>
export const OpeningList = z.object({ rows: z.array(OpeningRow), total: z.int(), pageSize: z.int() })

/** Somebody for whom this opening has been taken up. Names only for those who may match. */
export const Proposed = z.object({ presentationId: Id, personId: Id, name: z.string() })

export const Opening = OpeningContent.extend({
  id: Id, version: z.int(), source: z.enum(['own', 'nav']), state: OpeningState, freeSeats: z.int(), daysLeft: z.int().nullable(),
  employerName: z.string().nullable(), employerStatus: z.string().nullable(), occupationName: z.string().nullable(), escoName: z.string().nullable(), supervisorName: z.string().nullable(),
  advertHtml: z.string().nullable(), link: z.string().nullable(), applyUntilText: z.string().nullable(), updatedAt: z.string(),
  withdrawnAt: z.string().nullable(), withdrawnReason: z.string().nullable(),
  demands: z.array(Demand), warnings: z.array(Warning),
  proposedCount: z.int(), proposed: z.array(Proposed),
  actions: z.array(z.enum(['change', 'withdraw', 'reopen'])),
})
export type Opening = z.infer<typeof Opening>
