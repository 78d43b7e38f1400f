import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { BookingRow, BookingState, Language, Modality, Purpose, Question, Supplier, Time } from './booking.schema.ts'

const Named = z.object({ id: Id, name: z.string() })

export const ListBookingsInput = z.object({ mine: z.boolean().default(true), language: Language.optional(), state: BookingState.optional(), past: z.boolean().default(false), days: z.int().min(1).max(200).default(90) })
/** Persons whose questions wait without a slot. */
export const Waiting = z.object({ personId: Id, personName: z.string(), count: z.int(), since: PlainDate })
export const Bookings = z.object({ rows: z.array(BookingRow), waiting: z.array(Waiting), languages: z.array(z.string()) })
export type Bookings = z.infer<typeof Bookings>

export const LeadDaysShape = z.object({ present: z.int().min(0).max(180), video: z.int().min(0).max(180), phone: z.int().min(0).max(180) })
/** What the form of a booking chooses from, and what is known of her. */
export const BookingOptions = z.object({
  leadDays: LeadDaysShape, colleagues: z.array(Named), classes: z.array(Named),
  person: z.object({ id: Id, name: z.string(), language: z.string().nullable(), unwanted: z.array(z.string()), openQuestions: z.int(), family: z.array(Named) }).nullable(),
})
export type BookingOptions = z.infer<typeof BookingOptions>

/** What a participant's page shows of interpreters. */
export const PersonInterpreters = z.object({ personId: Id, language: z.string().nullable(), coming: z.array(BookingRow), past: z.array(BookingRow), questions: z.array(Question), unwanted: z.array(Named) })
export type PersonInterpreters = z.infer<typeof PersonInterpreters>

export const AddQuestionInput = z.object({ id: Id, personId: Id, body: z.string().trim().min(1).max(500) })
export const SaveUnwantedInput = z.object({ id: Id, personId: Id, name: z.string().trim().min(2).max(120) })

export const SaveSupplierInput = z.object({
  id: Id, version: z.int().optional(), name: z.string().trim().min(2).max(120), email: z.email().max(200).nullable().default(null), phone: z.string().trim().min(5).max(40).nullable().default(null), languages: z.array(Language).max(80),
  modalities: z.array(Modality).min(1), freeCancelHours: z.int().min(0).max(720), isActive: z.boolean(),
})
export type SaveSupplierInput = z.infer<typeof SaveSupplierInput>
export const SaveLeadDaysInput = LeadDaysShape.extend({ version: z.int() })
export const InterpreterSettings = z.object({ leadDays: LeadDaysShape, isUsual: z.boolean(), version: z.int(), suppliers: z.array(Supplier) })

const Counted = z.object({ asked: z.int(), had: z.int(), notHad: z.int() })
export const YearFigures = z.object({ from: PlainDate, to: PlainDate, total: Counted, languages: z.array(Counted.extend({ language: z.string() })), rest: Counted.nullable(), withoutQualified: z.int(), children: z.int() })
export type YearFigures = z.infer<typeof YearFigures>

/** One coming meeting as she sees it. */
export const MyBooking = z.object({
  id: Id, groupName: z.string().nullable(), language: z.string(), modality: Modality, purpose: Purpose, onDay: PlainDate, fromTime: Time, minutes: z.int(), place: z.string().nullable(), meetsName: z.string().nullable(),
  state: BookingState, interpreterName: z.string().nullable() })
export const MyInterpreters = z.object({ personId: Id, bookings: z.array(MyBooking), questions: z.array(Question) })
export type MyInterpreters = z.infer<typeof MyInterpreters>
export const MyQuestionInput = z.object({ id: Id, version: z.int().optional(), body: z.string().trim().min(1).max(500) })
