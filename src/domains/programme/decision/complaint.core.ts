import type { PlainDate } from '#shared/date.ts'
import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import type { Complaint, DecideComplaintInput, ReceiveComplaintInput } from './complaint.schema.ts'

type Complained = { decidedOn: PlainDate; toldOn: PlainDate | null; hasOpenComplaint: boolean }

/** Whether a complaint came in time: null where the day she was told of the decision, and so the deadline, is not known. */
export const cameInTime = (receivedOn: PlainDate, deadline: PlainDate | null): boolean | null => (deadline === null ? null : receivedOn <= deadline)

/** Whether a complaint may be taken in: not before the decision or in the future, not twice at once, and a representative has a name. */
export const mayReceive = (input: ReceiveComplaintInput, decision: Complained, today: PlainDate): Refusal[] => [
  ...check(input.receivedOn <= today, { code: 'decision.inFuture', path: 'receivedOn' }),
  ...check(input.receivedOn >= decision.decidedOn, { code: 'complaint.beforeDecision', path: 'receivedOn' }),
  ...check(!decision.hasOpenComplaint, { code: 'complaint.alreadyOpen' }),
  ...check(input.complainant === 'participant' || input.complainantName !== null, { code: 'complaint.whoRepresents', path: 'complainantName' }),
]

type Open = Pick<Complaint, 'receivedOn' | 'outcome' | 'inTime' | 'lateAcceptedWhy' | 'decisionId'>
/** The decision given as the new one, if it is there: whose it replaces. */
type NewDecision = { replacesId: string | null } | null

/** Whether the outcome holds together: a change has a new decision that replaces the old one; only what came too late is dismissed for it. */
export const mayDecideComplaint = (input: DecideComplaintInput, complaint: Open, newDecision: NewDecision, today: PlainDate): Refusal[] => {
  const changes = input.outcome === 'reversed' || input.outcome === 'partly_reversed'
  return [
    ...check(complaint.outcome === null, { code: 'complaint.isDecided' }),
    ...check(input.outcomeOn <= today, { code: 'decision.inFuture', path: 'outcomeOn' }),
    ...check(input.outcomeOn >= complaint.receivedOn, { code: 'complaint.beforeReceived', path: 'outcomeOn' }),
    ...check(!changes || newDecision !== null, { code: 'complaint.newDecisionMissing', path: 'newDecisionId' }),
    ...check(changes || input.newDecisionId === null, { code: 'complaint.newDecisionUnwanted', path: 'newDecisionId' }),
    ...check(newDecision === null || newDecision.replacesId === complaint.decisionId, { code: 'complaint.newDecisionReplacesOther', path: 'newDecisionId' }),
    ...check(input.outcome !== 'dismissed' || complaint.inTime === false, { code: 'complaint.cameInTime', path: 'outcome' }),
    ...check(input.outcome !== 'dismissed' || complaint.lateAcceptedWhy === null, { code: 'complaint.lateAccepted', path: 'outcome' }),
  ]
}

/** Where a complaint is: with the municipality, with statsforvalteren, or done. */
export function complaintState({ outcome, higherOutcome }: Pick<Complaint, 'outcome' | 'higherOutcome'>): Complaint['state'] {
  if (outcome === null) return 'open'
  return (outcome === 'upheld' || outcome === 'partly_reversed') && higherOutcome === null ? 'at_higher' : 'closed'
}

/** What may be done with it now. */
export const complaintActions = (complaint: Pick<Complaint, 'outcome' | 'higherOutcome'>): Complaint['actions'] => {
  const state = complaintState(complaint)
  return state === 'open' ? ['decide'] : state === 'at_higher' ? ['noteHigher'] : []
}
