import { z } from 'zod'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { Complaint } from './complaint.schema.ts'
import { DecisionDocument, DocumentLocale } from './decision-document.schema.ts'
import { DecisionKind } from './decision.schema.ts'

/** How far her complaint has come: what she is told of it, and not what colleagues wrote. */
export const MyComplaint = Complaint.pick({ receivedOn: true, outcome: true, outcomeOn: true, higherOutcome: true, higherOn: true, state: true })
export type MyComplaint = z.infer<typeof MyComplaint>

/** How long she may complain; the last day where it is known when she was told. */
const Appeal = z.object({ weeks: z.int(), lastDay: PlainDate.nullable() })

const MyDecisionRow = z.object({
  id: Id, kind: DecisionKind, decidedOn: PlainDate, /** In her language: what it is called, and what was decided in standard words. */ title: z.string(), decided: z.string(),
  appeal: Appeal, complaint: MyComplaint.nullable(), isReplaced: z.boolean(),
})
export type MyDecisionRow = z.infer<typeof MyDecisionRow>

export const MyDecisions = z.object({ personId: Id, today: PlainDate, decisions: z.array(MyDecisionRow) })
export type MyDecisions = z.output<typeof MyDecisions>

export const MyDecision = MyDecisionRow.extend({ personId: Id, today: PlainDate, document: DecisionDocument, replacedById: Id.nullable() })
export type MyDecision = z.output<typeof MyDecision>

export const MyDecisionInput = z.object({ decisionId: Id, locale: DocumentLocale })
