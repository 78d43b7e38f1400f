import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import { approvedBy, type GivenApproval, type StateFacts } from './agreement.core.ts'
import type { AgreementState } from './agreement.schema.ts'
import type { MeetingApproval, Party } from './approval.schema.ts'

export type ApprovalFacts = { agreement: StateFacts; state: AgreementState; approvals: readonly GivenApproval[]; /** The revision the yes is given to. */ revision: number }

/** Whether `party` may say yes now: to the revision that holds, once, and the municipality after the two others. */
export function mayApprove(party: Party, { agreement, state, approvals, revision }: ApprovalFacts): Refusal[] {
  const given = approvedBy(agreement, approvals)
  if (given.includes(party)) return [{ code: 'approval.given' }]
  return [
    ...check(state === 'waiting', { code: 'approval.notAsked' }),
    ...check(revision === agreement.revision, { code: 'approval.changedSince' }),
    ...check(party !== 'municipality' || (given.includes('participant') && given.includes('employer')), { code: 'approval.othersFirst' }),
  ]
}

/** A yes that a colleague records says how it was given: with which interpreter, or why on her behalf (KAR-11). */
export const isWellRecorded = (one: MeetingApproval): Refusal[] => [
  ...check(one.how !== 'on_behalf' || one.onBehalfReason !== undefined, { code: 'approval.reasonMissing', path: 'onBehalfReason' }),
  ...check(one.how === 'on_behalf' || one.onBehalfReason === undefined, { code: 'approval.reasonNotNeeded', path: 'onBehalfReason' }),
  ...check(one.how !== 'meeting_with_interpreter' || one.interpreter !== undefined, { code: 'approval.interpreterMissing', path: 'interpreter' }),
]

/** How a mailed link stands at a moment (ISO). */
export const linkState = (link: { usedAt: string | null; revokedAt: string | null; expiresAt: string }, now: string): 'open' | 'used' | 'expired' | 'revoked' => {
  if (link.usedAt !== null) return 'used'
  if (link.revokedAt !== null) return 'revoked'
  return link.expiresAt <= now ? 'expired' : 'open'
}
