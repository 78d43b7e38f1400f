import { z } from 'zod'
import { Instant } from '#shared/date.ts'
import { Id } from '#shared/id.ts'

export const Party = z.enum(['participant', 'employer', 'municipality'])
export type Party = z.infer<typeof Party>

/** The two outside parties: their yes is never given silently by staff. */
export const OutsideParty = z.enum(['participant', 'employer'])
export type OutsideParty = z.infer<typeof OutsideParty>

export const ApprovalHow = z.enum(['link', 'meeting', 'meeting_with_interpreter', 'paper', 'on_behalf', 'signed_in'])
export type ApprovalHow = z.infer<typeof ApprovalHow>
export const OnBehalfReason = z.enum(['cannot_read', 'no_device', 'asked_by_telephone', 'guardian', 'other'])
/** Why an approval no longer holds. */
export const WithdrawnReason = z.enum(['content_changed', 'asked_by_party', 'mistake', 'cancelled'])
export type WithdrawnReason = z.infer<typeof WithdrawnReason>

const Name = z.string().trim().min(1).max(120)

/** One outside party's yes, as a colleague heard or saw it. */
export const MeetingApproval = z.object({
  id: Id, party: OutsideParty, name: Name,
  how: z.enum(['meeting', 'meeting_with_interpreter', 'paper', 'on_behalf']),
  interpreter: Name.optional(), onBehalfReason: OnBehalfReason.optional(),
})
export type MeetingApproval = z.infer<typeof MeetingApproval>

export const ApproveInMeetingInput = z.object({ agreementId: Id, revision: z.int(), parties: z.array(MeetingApproval).min(1).max(2) })
export const ApproveAsMunicipalityInput = z.object({ id: Id, agreementId: Id, revision: z.int() })
export const WithdrawApprovalInput = z.object({ agreementId: Id, approvalId: Id, reason: z.enum(['asked_by_party', 'mistake']) })

/** Her yes to being named to this employer, where no presentation holds it already (EMP-05). */
export const ShownConsent = z.enum(['spoken', 'spoken_with_interpreter', 'written'])

export const SubmitInput = z.object({ agreementId: Id, version: z.int(), consent: ShownConsent.optional() })

export const Approval = z.object({
  id: Id, party: Party, revision: z.int(), approvedAt: Instant, how: ApprovalHow, name: z.string(), interpreter: z.string().nullable(),
  onBehalfReason: OnBehalfReason.nullable(), recordedBy: z.string().nullable(), withdrawnAt: Instant.nullable(), withdrawnReason: WithdrawnReason.nullable(),
})
export type Approval = z.infer<typeof Approval>

/** How it stands with one mailed link. */
export const LinkState = z.enum(['open', 'used', 'expired', 'revoked'])
export const SentLink = z.object({ id: Id, party: OutsideParty, email: z.string(), locale: z.string(), createdAt: Instant, expiresAt: Instant, state: LinkState })
export type SentLink = z.infer<typeof SentLink>
