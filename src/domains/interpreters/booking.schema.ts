import { z } from 'zod'
import { Instant, PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'

export const Modality = z.enum(['present', 'video', 'phone'])
export type Modality = z.infer<typeof Modality>
/** A qualified interpreter (tolkeloven § 7), or a bilingual assistant for simple messages and practical help. */
export const Kind = z.enum(['qualified', 'assistant'])
export type Kind = z.infer<typeof Kind>
/** What the meeting is for. `health` says no more than that. */
export const Purpose = z.enum(['mapping', 'plan', 'decision', 'economy', 'health', 'workplace', 'information', 'practical', 'message', 'other'])
export type Purpose = z.infer<typeof Purpose>
/** Categories of the National Register of Interpreters, best first; `none`: not in it. */
export const Category = z.enum(['A', 'B', 'C', 'D', 'E', 'none'])
export type Category = z.infer<typeof Category>
export const NextStep = z.enum(['other_supplier', 'other_language', 'other_modality', 'postpone', 'other'])
export const Outcome = z.enum(['carried_out', 'interpreter_absent', 'person_absent'])
export type Outcome = z.infer<typeof Outcome>
export const InterpretedBy = z.enum(['qualified', 'assistant', 'unqualified', 'acquaintance', 'child', 'nobody'])
export type InterpretedBy = z.infer<typeof InterpretedBy>
/** Why a meeting was held without a qualified interpreter. */
export const Ground = z.enum(['cannot_wait', 'emergency', 'strong_reasons', 'understood', 'message_only', 'sound_for_child'])
export type Ground = z.infer<typeof Ground>

export const BookingState = z.enum(['draft', 'asked', 'confirmed', 'not_had', 'carried_out', 'interpreter_absent', 'person_absent', 'cancelled'])
export type BookingState = z.infer<typeof BookingState>
export const BookingAction = z.enum(['change', 'order', 'confirm', 'notHad', 'cancel', 'record', 'again'])
export type BookingAction = z.infer<typeof BookingAction>
/** Why a coming meeting may be without an interpreter; the worst first. */
export const Risk = z.enum(['not_had', 'not_asked', 'no_answer', 'not_recorded', 'not_qualified'])
export type Risk = z.infer<typeof Risk>

const Line = z.string().trim().min(1).max(200)
export const Language = z.string().trim().min(2).max(60)
export const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** What is asked for. About one person, perhaps with others, or about a group. */
export const SaveBookingInput = z.object({
  id: Id, version: z.int().optional(), personId: Id.nullable().default(null), others: z.array(Id).max(10).default([]), groupName: Line.nullable().default(null), activityId: Id.nullable().default(null),
  language: Language, dialect: Line.nullable().default(null), secondLanguage: Language.nullable().default(null), modality: Modality, kind: Kind, purpose: Purpose,
  onDay: PlainDate, fromTime: Time, minutes: z.int().min(10).max(600), place: Line.nullable().default(null), meetsId: Id, wantedGender: z.enum(['female', 'male']).nullable().default(null),
})
export type SaveBookingInput = z.infer<typeof SaveBookingInput>

export const OrderInput = z.object({ id: Id, version: z.int(), supplierId: Id })
export const ConfirmInput = z.object({ id: Id, version: z.int(), interpreterName: Line.nullable().default(null), interpreterNumber: z.string().trim().min(1).max(40).nullable().default(null), category: Category.nullable().default(null) })
export const NotHadInput = z.object({ id: Id, version: z.int(), nextStep: NextStep })
export const CancelInput = z.object({ id: Id, version: z.int() })
/** How it went. `answered` are the questions that were; the others wait for the next slot. */
export const RecordInput = z.object({
  id: Id, version: z.int(), outcome: Outcome, interpretedBy: InterpretedBy.nullable().default(null), ground: Ground.nullable().default(null), groundNote: z.string().trim().min(1).max(500).nullable().default(null), decidedBy: Id.nullable().default(null),
  answered: z.array(Id).max(50).default([]),
})
export type RecordInput = z.infer<typeof RecordInput>

const Named = z.object({ id: Id, name: z.string() })
/** One booking in a list. What is about health is time taken to all but those who may know: then purpose, place and who meets are null. */
export const BookingRow = z.object({
  id: Id, version: z.int(), reference: z.string(), personId: Id.nullable(), personName: z.string().nullable(), others: z.array(Named), groupName: z.string().nullable(), activityId: Id.nullable(),
  language: z.string(), dialect: z.string().nullable(), secondLanguage: z.string().nullable(), modality: Modality, kind: Kind, purpose: Purpose.nullable(),
  onDay: PlainDate, fromTime: Time, minutes: z.int(), place: z.string().nullable(), meetsId: Id.nullable(), meetsName: z.string().nullable(), wantedGender: z.enum(['female', 'male']).nullable(),
  supplierId: Id.nullable(), supplierName: z.string().nullable(), interpreterName: z.string().nullable(), interpreterNumber: z.string().nullable(), category: Category.nullable(), nextStep: NextStep.nullable(),
  state: BookingState, risk: Risk.nullable(), openQuestions: z.int(), actions: z.array(BookingAction),
})
export type BookingRow = z.infer<typeof BookingRow>

/** What ordering so late means, and what could be done instead. */
export const LeadTime = z.object({ days: z.int(), isLate: z.boolean(), earliest: PlainDate, instead: z.array(Modality) })
export type LeadTime = z.infer<typeof LeadTime>

export const Question = z.object({ id: Id, version: z.int(), personId: Id, body: z.string(), askedBy: z.enum(['staff', 'participant']), askedByName: z.string().nullable(), askedOn: PlainDate, answeredOn: PlainDate.nullable(), mayRemove: z.boolean() })
export type Question = z.infer<typeof Question>

export const Supplier = z.object({ id: Id, version: z.int(), name: z.string(), email: z.string().nullable(), phone: z.string().nullable(), languages: z.array(z.string()), modalities: z.array(Modality), freeCancelHours: z.int(), isActive: z.boolean() })
export type Supplier = z.infer<typeof Supplier>

/** One booking with all there is to do about it. */
export const BookingPage = BookingRow.extend({
  lead: LeadTime, questions: z.array(Question), unwanted: z.array(z.string()), suppliers: z.array(Supplier), assistant: z.enum(['may', 'look', 'may_not']),
  /** Until when it may be called off without cost; null where it is not ordered. */
  freeUntil: Instant.nullable(), isFree: z.boolean(),
  askedAt: Instant.nullable(), confirmedAt: Instant.nullable(), wasCharged: z.boolean().nullable(),
  outcomeOn: PlainDate.nullable(), interpretedBy: InterpretedBy.nullable(), ground: Ground.nullable(), groundNote: z.string().nullable(), decidedByName: z.string().nullable(),
  colleagues: z.array(Named),
})
export type BookingPage = z.infer<typeof BookingPage>
