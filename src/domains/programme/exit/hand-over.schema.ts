import { z } from 'zod'
import { Instant, PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'

export const Receiver = z.enum(['nav', 'adult_education', 'county', 'municipality', 'follow_up_service'])
export type Receiver = z.infer<typeof Receiver>
/** Exchange between public bodies for the tasks of the act (IL § 42), or her consent. */
export const LegalBasis = z.enum(['exchange', 'consent'])

const Text = z.string().trim().min(1).max(4000)

/** What was known on the day the note was written: so that the receiver maps nothing anew (TRN-04). */
export const HandOverContent = z.object({
  name: z.string(), birthDate: PlainDate.nullable(), interpreterLanguage: z.string().nullable(),
  programme: z.object({ startsOn: PlainDate, lastDay: PlainDate.nullable(), endedOn: PlainDate.nullable(), finalGoal: z.string() }).nullable(),
  languages: z.array(z.object({ language: z.string(), skill: z.string(), level: z.string(), evidence: z.string(), on: PlainDate.nullable() })),
  education: z.array(z.object({ level: z.int(), field: z.string().nullable(), country: z.string().nullable(), toYear: z.int().nullable(), isCompleted: z.boolean(), recognition: z.string() })),
  work: z.array(z.object({ title: z.string(), employer: z.string().nullable(), country: z.string().nullable(), fromYear: z.int().nullable(), toYear: z.int().nullable() })),
  certificates: z.array(z.string()), wishes: z.array(z.string()), skills: z.array(z.object({ name: z.string(), evidence: z.string() })),
  placements: z.array(z.object({ employer: z.string(), kind: z.string(), fromDate: PlainDate.nullable(), toDate: PlainDate.nullable(), outcome: z.string().nullable(), notHiredReason: z.string().nullable() })),
})
export type HandOverContent = z.infer<typeof HandOverContent>

/** The note as written. `receiverAccountId` is a colleague who may sign in here; others get it on paper. */
export const WriteHandOverInput = z.object({
  id: Id, personId: Id, version: z.int().optional(), receiver: Receiver, receiverUnit: z.string().trim().min(1).max(200), receiverAccountId: Id.nullable(), legalBasis: LegalBasis,
  ambitions: Text, needs: Text, recommendation: Text,
})
export type WriteHandOverInput = z.infer<typeof WriteHandOverInput>

export const SendHandOverInput = z.object({ id: Id, version: z.int(), shownToPersonOn: PlainDate.nullable(), personComment: z.string().trim().max(2000).nullable() })

/** The receiver's answer: a case that exists and a person who has it (TRN-03). Noted by the receiver, or for one who told it. */
export const ConfirmHandOverInput = z.object({ id: Id, version: z.int(), caseNumber: z.string().trim().min(1).max(60), caseWorker: z.string().trim().min(2).max(120) })

export const HandOverState = z.enum(['draft', 'sent', 'confirmed'])
export const HandOverAction = z.enum(['change', 'send', 'confirm', 'print'])
export const HandOver = z.object({
  id: Id, version: z.int(), personId: Id, receiver: Receiver, receiverUnit: z.string(), receiverAccountId: Id.nullable(), receiverName: z.string().nullable(), legalBasis: LegalBasis,
  content: HandOverContent, ambitions: z.string(), needs: z.string(), recommendation: z.string(), writtenByName: z.string().nullable(), writtenOn: PlainDate,
  shownToPersonOn: PlainDate.nullable(), personComment: z.string().nullable(), sentAt: Instant.nullable(), caseNumber: z.string().nullable(), caseWorker: z.string().nullable(), confirmedAt: Instant.nullable(),
  state: HandOverState, actions: z.array(HandOverAction),
})
export type HandOver = z.infer<typeof HandOver>
