import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'

export const ReceivedHow = z.enum(['letter', 'email', 'digital', 'spoken'])
export const Complainant = z.enum(['participant', 'representative'])
/** What the municipality makes of it. `upheld` and `partly_reversed` go on to statsforvalteren; `dismissed` is refused without being looked into. */
export const ComplaintOutcome = z.enum(['upheld', 'reversed', 'partly_reversed', 'dismissed', 'withdrawn'])
/** What statsforvalteren did. */
export const HigherOutcome = z.enum(['upheld', 'changed', 'sent_back', 'dismissed'])

export const ReceiveComplaintInput = z.object({
  id: Id, decisionId: Id, receivedOn: PlainDate, receivedHow: ReceivedHow, complainant: Complainant,
  complainantName: z.string().trim().min(2).max(120).nullable().default(null), body: z.string().trim().min(1).max(8000),
  /** Why one that came too late is looked into all the same (forvaltningsloven § 31). */
  lateAcceptedWhy: z.string().trim().min(1).max(2000).nullable().default(null),
})
export type ReceiveComplaintInput = z.output<typeof ReceiveComplaintInput>

export const DecideComplaintInput = z.object({
  id: Id, version: z.int(), outcome: ComplaintOutcome, outcomeOn: PlainDate, grounds: z.string().trim().min(1).max(8000),
  /** The new decision, where the old one is changed. */
  newDecisionId: Id.nullable().default(null),
})
export type DecideComplaintInput = z.output<typeof DecideComplaintInput>

export const NoteHigherInput = z.object({ id: Id, version: z.int(), outcome: HigherOutcome, on: PlainDate, note: z.string().trim().max(4000).nullable().default(null) })

export const Complaint = z.object({
  id: Id, version: z.int(), decisionId: Id, receivedOn: PlainDate, receivedHow: ReceivedHow, complainant: Complainant, complainantName: z.string().nullable(), body: z.string(),
  /** Whether it came in time; null where it is not known when she was told of the decision. */
  inTime: z.boolean().nullable(), deadline: PlainDate.nullable(), lateAcceptedWhy: z.string().nullable(),
  outcome: ComplaintOutcome.nullable(), outcomeOn: PlainDate.nullable(), outcomeGrounds: z.string().nullable(), outcomeBy: z.string().nullable(), newDecisionId: Id.nullable(),
  higherOutcome: HigherOutcome.nullable(), higherOn: PlainDate.nullable(), higherNote: z.string().nullable(),
  state: z.enum(['open', 'at_higher', 'closed']), actions: z.array(z.enum(['decide', 'noteHigher'])),
})
export type Complaint = z.infer<typeof Complaint>
