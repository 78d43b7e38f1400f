import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'

export const InitiativeOutcome = z.enum(['open', 'yes', 'no', 'kept_as_wish'])
export type InitiativeOutcome = z.infer<typeof InitiativeOutcome>

export const Initiative = z.object({
  id: Id, version: z.int(), wording: z.string(), receivedOn: PlainDate, ownerId: Id, ownerName: z.string(), answerDue: PlainDate,
  outcome: InitiativeOutcome, outcomeNote: z.string().nullable(), answeredOn: PlainDate.nullable(), isLate: z.boolean(),
})
export type Initiative = z.infer<typeof Initiative>

export const ReceiveInitiativeInput = z.object({
  id: Id, employerId: Id, wording: z.string().trim().min(1).max(2000), receivedOn: PlainDate, ownerId: Id, answerDue: PlainDate,
})
export type ReceiveInitiativeInput = z.output<typeof ReceiveInitiativeInput>

export const AnswerInitiativeInput = z.object({
  id: Id, version: z.int(), outcome: z.enum(['yes', 'no', 'kept_as_wish']), note: z.string().trim().min(1).max(2000), answeredOn: PlainDate.optional(),
})
export const PassOnInitiativeInput = z.object({ id: Id, version: z.int(), ownerId: Id, answerDue: PlainDate })

/** An initiative that waits for somebody's answer: the owner's, or a substitute's while the owner is away. */
export const WaitingInitiative = Initiative.extend({
  employerId: Id, employerName: z.string(), role: z.enum(['owner', 'substitute', 'contact']),
})
