import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { ScheduleSlot } from '#shared/schedule.ts'
import { ListState, Others } from './lists/list.schema.ts'
import { NearBy } from '#shared/occupation-distance.ts'

export const Evidence = z.enum(['claimed', 'documented', 'tested', 'observed'])
export type Evidence = z.infer<typeof Evidence>

/** What can be asked of a person, and what can be compared without being asked. */
export const CRITERION_KINDS = ['norwegian', 'language', 'certificate', 'driving_licence', 'skill', 'experience', 'physical', 'schedule', 'hours', 'care', 'programme', 'transport', 'commute', 'supervision', 'occupation', 'recency', 'wish', 'goal', 'waiting'] as const
export const CriterionKind = z.enum(CRITERION_KINDS)
export type CriterionKind = z.infer<typeof CriterionKind>

/** A value as both sides write it: the screen puts it into words. */
export const MatchValue = z.discriminatedUnion('is', [
  z.object({ is: z.literal('level'), language: z.string(), skill: z.string().nullable(), level: z.string().nullable() }),
  z.object({ is: z.literal('name'), name: z.string(), until: PlainDate.nullable().optional() }),
  z.object({ is: z.literal('occupation'), code: z.string().nullable(), title: z.string() }),
  z.object({ is: z.literal('slots'), slots: z.array(ScheduleSlot) }),
  /** How many shifts hit what already fills her week: never the hours themselves. */
  z.object({ is: z.literal('clash'), hit: z.int(), of: z.int() }),
  z.object({ is: z.literal('frame'), weekdays: z.array(z.int()), earliest: z.string().nullable(), latest: z.string().nullable() }),
  z.object({ is: z.literal('hours'), hours: z.number() }),
  z.object({ is: z.literal('words'), of: z.enum(['transport', 'physical']), words: z.array(z.string()) }),
  /** A way to work: how long, by what, and which of the two sources says so. */
  z.object({ is: z.literal('travel'), minutes: z.int(), by: z.string(), basis: z.enum(['table', 'straight']) }),
  z.object({ is: z.literal('minutes'), minutes: z.int() }),
  z.object({ is: z.literal('supervisor') }),
  z.object({ is: z.literal('free'), free: z.int(), of: z.int() }),
  z.object({ is: z.literal('waited'), months: z.int(), passedOver: z.int() }),
  z.object({ is: z.literal('none') }),
])
export type MatchValue = z.infer<typeof MatchValue>

/** What is known of her, and how: the value, the evidence, when and from where. */
export const Known = z.object({ value: MatchValue, evidence: Evidence.nullable(), on: z.string().nullable(), source: z.string().nullable() })
export type Known = z.infer<typeof Known>

export const GAP_CODES = ['mapLevel', 'levelUp', 'reassess', 'mapPaper', 'getLicence', 'getCertificate', 'renew', 'seePaper', 'mapSkill', 'learnSkill', 'mapWork', 'mapWish', 'gainExperience',
  'mapFrame', 'agreeSchedule', 'fewerHours', 'transport', 'adaptTasks', 'agreeCare', 'agreeProgramme', 'longerTravel', 'mapTravel', 'mapLimit', 'freeSupervisor', 'askSupervision', 'lacksPractice', 'oldPractice'] as const
export const Gap = z.object({ code: z.enum(GAP_CODES), params: z.record(z.string(), z.union([z.string(), z.number()])) })
export type Gap = z.infer<typeof Gap>

/** One thing compared. `unknown` is not no: it has to be mapped. */
export const Criterion = z.object({
  kind: CriterionKind, isRequired: z.boolean(), asked: MatchValue, known: z.union([Known, z.literal('unknown')]),
  met: z.enum(['yes', 'no', 'unknown']), gap: Gap.optional(),
  /** Of occupations: what makes hers near, where it is not the code. */
  nearBy: NearBy.optional(),
  /** The sentence from the work, and the paragraph where the law asks. */
  sentence: z.string().nullable(), statutoryBasis: z.string().nullable(),
})
export type Criterion = z.infer<typeof Criterion>

/** `nearly`: something required is unknown, or near enough to be closed. `not`: it is too far for now. */
export const Verdict = z.enum(['fits', 'nearly', 'not'])
export type Verdict = z.infer<typeof Verdict>

/** An explained match as the screens get it: without any number that could rank a person. */
export const Match = z.object({
  verdict: Verdict, required: z.array(Criterion), wished: z.array(Criterion),
  /** The kind of the first requirement that is too far, for the groups of what is not possible. */
  blockedBy: CriterionKind.nullable(),
})
export type Match = z.infer<typeof Match>

/** One part of the sum: the points, what they are out of, and what they rest on. The start rests on nothing: everybody has it. */
export const Contribution = z.object({ kind: z.union([CriterionKind, z.literal('start')]), points: z.int(), of: z.int(), criterion: Criterion.nullable(), ageDays: z.int().nullable() })
export type Contribution = z.infer<typeof Contribution>
/** How a score came about, for staff who ask: the parts add up to it exactly. `weightsNumber` 0 are the weights of the code. */
export const Reckoning = z.object({ score: z.int(), contributions: z.array(Contribution), weightsNumber: z.int() })
export type Reckoning = z.infer<typeof Reckoning>

export const PresentationState = z.enum(['proposed', 'waiting_for_yes', 'ready', 'presented', 'met', 'agreed', 'ended'])
export type PresentationState = z.infer<typeof PresentationState>

export const OpeningKind = z.enum(['practice_place', 'vacancy'])
const Paged = { page: z.int().min(0).max(1000).default(0) }
/** A group of what is not possible; without it, what fits and nearly fits. */
const Blocked = { blockedBy: CriterionKind.optional() }

/** Why nobody is ranked for an opening: the qualification principle rules there, or it is not known that it does not. */
export const NotRanked = z.enum(['publicPost', 'employerUnknown'])
export type NotRanked = z.infer<typeof NotRanked>

const Pursued = z.object({ id: Id, state: PresentationState }).nullable()
export const OpeningCard = z.object({ id: Id, kind: OpeningKind, title: z.string(), employerId: Id.nullable(), employerName: z.string().nullable(), place: z.string().nullable(),
  fromDate: PlainDate.nullable(), toDate: PlainDate.nullable(), freeSeats: z.int(),
  /** The neighbouring municipality whose place it is: she is put forward there with her yes, never proposed. */
  sharedBy: z.string().optional() })
export type OpeningCard = z.infer<typeof OpeningCard>
export const PersonCard = z.object({ id: Id, givenName: z.string(), familyName: z.string(), adviserName: z.string().nullable() })
export type PersonCard = z.infer<typeof PersonCard>

/** How many are not possible, by the first reason. They add up to all that are not in the list. */
const BlockedGroup = z.object({ blockedBy: CriterionKind, count: z.int() })
const found = { total: z.int(), pageSize: z.int(), considered: z.int(), notPossible: z.array(BlockedGroup), actions: z.array(z.literal('propose')) }

export const MatchesForPersonInput = z.object({ personId: Id, kind: OpeningKind.optional(), ...Paged, ...Blocked })
export const MatchesForPerson = z.object({ rows: z.array(z.object({ opening: OpeningCard, match: Match, presentation: Pursued, others: Others.nullable() })), list: ListState, /** She objects to being matched: the places stand by their names. */ isUnranked: z.boolean(), ...found })
export type MatchesForPerson = z.infer<typeof MatchesForPerson>

export const MatchesForOpeningInput = z.object({ openingId: Id, ...Paged, ...Blocked })
export const MatchesForOpening = z.object({ rows: z.array(z.object({ person: PersonCard, match: Match, presentation: Pursued, /** How many other places suit her. */ elsewhere: z.int().nullable() })), /** Then they stand by name. */ notRanked: NotRanked.nullable(), ...found })
export type MatchesForOpening = z.infer<typeof MatchesForOpening>

/** Why there is no sum: nobody is ranked for the post, or she objects to being matched. */
export const NoSum = z.enum([...NotRanked.options, 'objects'])
export type NoSum = z.infer<typeof NoSum>

export const ExplainInput = z.object({ personId: Id, openingId: Id })
export const Explanation = z.object({ person: PersonCard, opening: OpeningCard, match: Match, /** Nothing where `noSum` says why. */ reckoning: Reckoning.nullable(), noSum: NoSum.nullable(), presentation: Pursued, actions: z.array(z.literal('propose')) })
export type Explanation = z.infer<typeof Explanation>
