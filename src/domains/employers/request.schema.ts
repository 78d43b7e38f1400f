import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'

/** Who asks an employer: our own, and the others an employer tells of (EMP-03). */
export const AskedBy = z.enum(['refugee_service', 'nav', 'measure_organiser', 'adult_education', 'lower_secondary', 'upper_secondary', 'students', 'other'])
export type AskedBy = z.infer<typeof AskedBy>
export const RequestAnswer = z.enum(['open', 'yes', 'no', 'later', 'joined', 'withdrawn'])
export type RequestAnswer = z.infer<typeof RequestAnswer>

export const Request = z.object({
  id: Id, version: z.int(), askedBy: AskedBy, about: z.string(), seats: z.int(), askedOn: PlainDate, notedBy: z.string(),
  answer: RequestAnswer, answeredOn: PlainDate.nullable(), answerNote: z.string().nullable(), joinedInto: Id.nullable(),
})
export type Request = z.infer<typeof Request>

/** `about` is what is asked for, never a candidate. */
export const NoteRequestInput = z.object({
  id: Id, employerId: Id, askedBy: AskedBy, about: z.string().trim().min(1).max(500), seats: z.int().min(1).max(100).default(1), askedOn: PlainDate.optional(),
})
export const AnswerRequestInput = z.object({
  id: Id, version: z.int(), answer: z.enum(['yes', 'no', 'later', 'withdrawn', 'open']), note: z.string().trim().max(1000).nullable().default(null), answeredOn: PlainDate.optional(),
})
const Numbered = z.object({ id: Id, version: z.int() })
export const JoinRequestsInput = z.object({ into: Numbered, joined: z.array(Numbered).min(1).max(20) })

/** What one more request would mean for the employer. A warning with its reasons; it forbids nothing. */
export const Pressure = z.object({
  crosses: z.boolean(), open: z.int(),
  reasons: z.array(z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() })),
})
export type Pressure = z.infer<typeof Pressure>
