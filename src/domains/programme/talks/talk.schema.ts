import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { KnownPoint } from './known/known.schema.ts'
import { Point } from './template/template.schema.ts'
import { TalkKind } from './template/template.schema.ts'

export const TALK_PARTS = ['participant', 'adviser', 'adult_education', 'nav', 'career_centre', 'interpreter', 'other'] as const
export const TalkPart = z.enum(TALK_PARTS)
export type TalkPart = z.infer<typeof TalkPart>
export const STEP_OWNERS = ['participant', 'adviser', 'adult_education', 'nav', 'career_centre', 'other'] as const
export const StepOwner = z.enum(STEP_OWNERS)

const Short = z.string().trim().max(200).nullable().default(null)
const Long = z.string().trim().max(4000).nullable().default(null)

/** When, where and with whom. The interpreter is named in words; booking one is not done here. */
const Meeting = z.object({
  plannedOn: PlainDate.nullable().default(null), plannedAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/).nullable().default(null), place: Short,
  takesPart: z.array(TalkPart).default([]), others: Short, interpreterLanguage: Short, interpreterName: Short,
})
export const PlanTalkInput = Meeting.extend({ id: Id, personId: Id, /** Absent for a new talk. */ version: z.int().optional(), kind: TalkKind })
export type PlanTalkInput = z.output<typeof PlanTalkInput>

/** What was said to one point. `standing` is about what was known: gone through and as before, or put right where it belongs. */
export const Answer = z.object({ pointId: z.string(), note: Long, standing: z.enum(['unchanged', 'updated']).nullable().default(null) })
export type Answer = z.output<typeof Answer>

export const AgreedStep = z.object({ id: Id, what: z.string().trim().min(1).max(500), who: StepOwner, dueOn: PlainDate.nullable().default(null) })
export type AgreedStep = z.output<typeof AgreedStep>

export const NoteTalkInput = z.object({
  id: Id, version: z.int(), answers: z.array(Answer).max(60), ownWords: Long, ownWordsLanguage: z.string().trim().max(60).nullable().default(null), disagreement: Long, steps: z.array(AgreedStep).max(20),
})
export type NoteTalkInput = z.output<typeof NoteTalkInput>

export const CloseTalkInput = z.object({ id: Id, version: z.int(), heldOn: PlainDate, /** Why the step comes before another of the municipality's order. */ deviation: Long })
export type CloseTalkInput = z.output<typeof CloseTalkInput>

export const TalkState = z.enum(['planned', 'late', 'begun', 'held', 'cancelled'])
export type TalkState = z.infer<typeof TalkState>
export const TalkAction = z.enum(['plan', 'note', 'close', 'cancel', 'print', 'settleStep'])
export type TalkAction = z.infer<typeof TalkAction>

export const StoredStep = AgreedStep.extend({ version: z.int(), talkId: Id, doneOn: PlainDate.nullable() })
export type StoredStep = z.infer<typeof StoredStep>

const Head = Meeting.extend({ id: Id, version: z.int(), personId: Id, kind: TalkKind, templateRevision: z.int(), heldOn: PlainDate.nullable(), closedBy: z.string().nullable(), cancelledOn: PlainDate.nullable(), state: TalkState })

/** A talk in the list: that it is planned or was held, and what was agreed; not what was said. */
export const TalkInList = Head.extend({ mayOpen: z.boolean() })
export type TalkInList = z.infer<typeof TalkInList>
export const TalkList = z.object({ personId: Id, talks: z.array(TalkInList), steps: z.array(StoredStep), actions: z.array(TalkAction) })

/** One talk with its points, what is known to each, and what was said. */
export const TalkPage = Head.extend({
  points: z.array(Point), known: z.array(KnownPoint), answers: z.array(Answer), ownWords: z.string().nullable(), ownWordsLanguage: z.string().nullable(), disagreement: z.string().nullable(),
  steps: z.array(StoredStep), /** What was agreed before and is still open. */ openSteps: z.array(StoredStep), actions: z.array(TalkAction),
})
export type TalkPage = z.infer<typeof TalkPage>

/** A talk as she sees it herself. */
export const OwnTalk = z.object({
  id: Id, kind: TalkKind, plannedOn: PlainDate.nullable(), plannedAt: z.string().nullable(), place: z.string().nullable(), interpreterLanguage: z.string().nullable(), heldOn: PlainDate.nullable(), state: TalkState,
  /** What she will be asked, in her language where there is one; `lang` is of the text. */
  asked: z.array(z.object({ text: z.string(), lang: z.string() })), steps: z.array(AgreedStep.extend({ doneOn: PlainDate.nullable() })),
})
export type OwnTalk = z.infer<typeof OwnTalk>
