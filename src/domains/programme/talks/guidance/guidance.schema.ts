import { z } from 'zod'
import { FinalGoal } from '#rules/person-facts.ts'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { PersonFacts } from '../known/facts.schema.ts'
import { KnownLine } from '../known/known.schema.ts'
import { Recommended, RecommendedPart } from '../../plan/steps.schema.ts'

const Name = z.string().trim().min(2).max(200)

/** Orders career guidance: the step of the path with its receiver. */
export const OrderGuidanceInput = z.object({
  id: Id, personId: Id, /** Absent where there is no step yet. */ version: z.int().optional(),
  receiver: Name, receiverEmail: z.email().max(200).nullable().default(null), receiverAddress: z.string().trim().max(400).nullable().default(null), orderedOn: PlainDate, plannedOn: PlainDate.nullable().default(null),
})
export type OrderGuidanceInput = z.output<typeof OrderGuidanceInput>

/** What came of it. `deviation` is why the order of the steps was another. */
export const RecordGuidanceInput = z.object({
  id: Id, version: z.int(), doneOn: PlainDate, recommendedGoal: FinalGoal.nullable().default(null), occupationCode: z.string().max(10).nullable().default(null), proposals: z.string().trim().max(4000).nullable().default(null),
  deviation: z.string().trim().max(4000).nullable().default(null),
})
export type RecordGuidanceInput = z.output<typeof RecordGuidanceInput>

/** The parts of the mapping that is sent along, in their order. */
export const MAPPING_PARTS = ['languages', 'education', 'work', 'skills', 'papers', 'wishes', 'frame', 'goal', 'words'] as const
export const MappingPart = z.enum(MAPPING_PARTS)
/** What is never sent along, or not of her who is protected; said to her and on the paper. */
export const LeftOut = z.enum(['number', 'address', 'health', 'family', 'care', 'economy', 'case', 'contact', 'employers'])
export type LeftOut = z.infer<typeof LeftOut>

/** The mapping as it was on the day the paper was made. */
export const MappingContent = z.object({ name: z.string(), birthDate: PlainDate.nullable(), phone: z.string().nullable(), email: z.string().nullable(), facts: PersonFacts, leftOut: z.array(LeftOut) })
export type MappingContent = z.infer<typeof MappingContent>

export const WriteMappingInput = z.object({ id: Id, personId: Id, /** Absent for a new paper. */ version: z.int().optional() })
export const InformedHow = z.enum(['meeting', 'meeting_with_interpreter', 'own_pages', 'paper'])
export const SentHow = z.enum(['secure_digital', 'post', 'handed_over'])
export const SendMappingInput = z.object({ id: Id, version: z.int(), informedOn: PlainDate.nullable().default(null), informedHow: InformedHow.nullable().default(null), remark: z.string().trim().max(2000).nullable().default(null), sentHow: SentHow, sentOn: PlainDate })
export type SendMappingInput = z.output<typeof SendMappingInput>

const Shown = z.object({ part: MappingPart, lines: z.array(KnownLine) })
/** One paper: what it contains and leaves out, when she was told, and when and how it was sent. */
export const MappingPaper = z.object({
  id: Id, version: z.int(), number: z.int(), madeOn: PlainDate, madeBy: z.string().nullable(), parts: z.array(Shown), leftOut: z.array(LeftOut), informedOn: PlainDate.nullable(), informedHow: InformedHow.nullable(), remark: z.string().nullable(),
  receiver: z.string().nullable(), sentOn: PlainDate.nullable(), sentHow: SentHow.nullable(), sentBy: z.string().nullable(), /** Something has changed since it was made. */ isOutdated: z.boolean(),
})
export type MappingPaper = z.infer<typeof MappingPaper>

export const GuidancePage = z.object({
  personId: Id,
  step: z.object({ id: Id, version: z.int(), receiver: z.string().nullable(), receiverEmail: z.string().nullable(), receiverAddress: z.string().nullable(), orderedOn: PlainDate.nullable(), plannedOn: PlainDate.nullable(), doneOn: PlainDate.nullable(), deviation: z.string().nullable() }).nullable(),
  recommended: Recommended.extend({ departures: z.array(RecommendedPart), isExplained: z.boolean() }).nullable(),
  /** Where somebody was last referred to, to begin with. */
  usual: z.object({ receiver: z.string(), receiverEmail: z.string().nullable(), receiverAddress: z.string().nullable() }).nullable(),
  papers: z.array(MappingPaper), actions: z.array(z.enum(['order', 'record', 'write', 'rewrite', 'send', 'print'])),
})
export type GuidancePage = z.infer<typeof GuidancePage>

/** The mapping as she sees it on her own pages. */
export const OwnMapping = z.object({ id: Id, number: z.int(), madeOn: PlainDate, parts: z.array(Shown), leftOut: z.array(LeftOut), receiver: z.string().nullable(), sentOn: PlainDate.nullable() })
export type OwnMapping = z.infer<typeof OwnMapping>
