import { z } from 'zod'
import { operation } from '#platform/operation.ts'
import { Refused, found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { instantOf } from '#shared/date.ts'
import { check } from '#shared/decision.ts'
import { Id } from '#shared/id.ts'
import { isNavs } from './agreement-kinds.core.ts'
import { revokeLinks, sendLinks, tellParties } from './agreement-mail.ts'
import { agreementObstacles, lacksConsent } from './agreement-obstacles.ts'
import { loadEveryFollowUp } from './agreement-page.ts'
import { approvedBy, isConcluded, missingParts } from './agreement.core.ts'
import { openAgreement } from './agreement.operations.ts'
import { isWellRecorded, mayApprove } from './approval.core.ts'
import { ApproveAsMunicipalityInput, ApproveInMeetingInput, OutsideParty, SubmitInput, WithdrawApprovalInput } from './approval.schema.ts'
import { loadApprovals } from './load-agreement.ts'

const outside = ['participant', 'employer'] as const
const Sent = z.array(z.object({ party: OutsideParty, email: z.string() }))

/**
 * Asks both outside parties for their yes: each with an address gets a personal link, the others are asked in a meeting.
 * For Nav's own measures nothing is signed here, and the agreement is thereby registered.
 */
export const submitForApproval = operation({
  permission: 'placements.write', input: SubmitInput, output: z.object({ version: z.int(), sent: Sent, personId: Id }),
  subjects: (_, { personId }) => [personId],
  async run(context, { agreementId, version, consent }) {
    const { agreement, approvals, state } = await openAgreement(context, agreementId)
    const given = approvedBy(agreement, approvals)
    const followUps = await loadEveryFollowUp(context, agreementId)
    const silent = !isNavs(agreement.kind) && consent === undefined && await lacksConsent(context, agreement, given.includes('participant'))
    refuseIf([
      ...check(state === 'draft' || state === 'waiting', { code: 'placements.alreadyAgreed' }),
      ...missingParts({ ...agreement, followUps }).map((path) => ({ code: 'placements.partMissing', path })),
      ...check(!silent, { code: 'placements.personMustSayYes', path: 'consent' }),
      ...await agreementObstacles(context, agreement),
    ])
    const saved = await saveVersioned(context, 'agreement', { id: agreementId, version }, {
      submittedAt: agreement.submittedAt ?? instantOf(context.now), ...(consent && { consentHow: consent, consentOn: context.today }) })
    const sent = isNavs(agreement.kind) ? [] : await sendLinks(context, agreement, outside.filter((party) => !given.includes(party)))
    return { version: saved, sent, personId: agreement.personId }
  },
})

const Concluded = z.object({ concluded: z.boolean(), personId: Id })

/** The participant's and the employer's yes, as given in one sitting, on paper or on behalf: always with how (PLA-04, KAR-11). */
export const approveInMeeting = operation({
  permission: 'placements.approve', input: ApproveInMeetingInput, output: Concluded,
  subjects: (_, { personId }) => [personId],
  async run(context, { agreementId, revision, parties }) {
    const { tx, actor, now } = context
    const { agreement, approvals, state } = await openAgreement(context, agreementId)
    refuseIf([...check(new Set(parties.map(({ party }) => party)).size === parties.length, { code: 'approval.given' }),
      ...parties.flatMap((one) => [...mayApprove(one.party, { agreement, state, approvals, revision }), ...isWellRecorded(one)]),
      ...await agreementObstacles(context, agreement)])
    for (const { id, party, name, how, interpreter, onBehalfReason } of parties) {
      await tx.insertInto('approval').values({ id, agreementId, party, revision, approvedAt: instantOf(now), how, name, interpreter: interpreter ?? null, onBehalfReason: onBehalfReason ?? null, accountId: actor.id }).execute()
      await revokeLinks(context, agreementId, party)
    }
    return { concluded: isConcluded(agreement, await loadApprovals(tx, agreementId)), personId: agreement.personId }
  },
})

/** The municipality's own yes, last of the three. It may be given by the one who wrote it: in a small municipality there is no other (KAR-11). */
export const approveAsMunicipality = operation({
  permission: 'placements.approve', input: ApproveAsMunicipalityInput, output: Concluded,
  subjects: (_, { personId }) => [personId],
  async run(context, { id, agreementId, revision }) {
    const { tx, actor, now } = context
    const { agreement, approvals, state } = await openAgreement(context, agreementId)
    refuseIf([...mayApprove('municipality', { agreement, state, approvals, revision }), ...await agreementObstacles(context, agreement)])
    const { name } = found(await tx.selectFrom('account').select('name').where('id', '=', actor.id).executeTakeFirst())
    await tx.insertInto('approval').values({ id, agreementId, party: 'municipality', revision, approvedAt: instantOf(now), how: 'signed_in', name, accountId: actor.id }).execute()
    const concluded = isConcluded(agreement, await loadApprovals(tx, agreementId))
    if (concluded) await tellParties(context, agreement, 'agreement_ready', String(revision))
    return { concluded, personId: agreement.personId }
  },
})

/** Takes one approval back before the placement has begun: because the party asks, or it was noted by mistake. */
export const withdrawApproval = operation({
  permission: 'placements.approve', input: WithdrawApprovalInput, output: z.object({ personId: Id }),
  subjects: (_, { personId }) => [personId],
  async run(context, { agreementId, approvalId, reason }) {
    const { agreement, approvals, state } = await openAgreement(context, agreementId)
    const approval = found(approvals.find(({ id }) => id === approvalId))
    refuseIf([...check(state === 'waiting' || state === 'ready', { code: 'approval.hasBegun' }),
      ...check(approval.withdrawnAt === null, { code: 'approval.alreadyWithdrawn' })])
    // without one of the two the municipality has nothing to have approved
    const fallen = approval.party === 'municipality' ? [approval.id] : approvals.filter((one) => one.id === approval.id || (one.party === 'municipality' && one.withdrawnAt === null)).map(({ id }) => id)
    await context.tx.updateTable('approval').set({ withdrawnAt: instantOf(context.now), withdrawnReason: reason }).where('id', 'in', fallen).execute()
    return { personId: agreement.personId }
  },
})

const LinkInput = z.object({ agreementId: Id, party: OutsideParty })

/** Closes a party's open link: it was sent to the wrong address, or is no longer wanted. */
export const revokeLink = operation({
  permission: 'placements.write', input: LinkInput, output: z.object({ personId: Id }),
  subjects: (_, { personId }) => [personId],
  async run(context, { agreementId, party }) {
    const { agreement } = await openAgreement(context, agreementId)
    await revokeLinks(context, agreementId, party)
    return { personId: agreement.personId }
  },
})

/** Sends a party a new link; the former one is closed. */
export const resendLink = operation({
  permission: 'placements.write', input: LinkInput, output: z.object({ sent: Sent, personId: Id }),
  subjects: (_, { personId }) => [personId],
  async run(context, { agreementId, party }) {
    const { agreement, approvals, state } = await openAgreement(context, agreementId)
    refuseIf([...check(state === 'waiting', { code: 'approval.notAsked' }), ...check(!approvedBy(agreement, approvals).includes(party), { code: 'approval.given' })])
    const sent = await sendLinks(context, agreement, [party])
    if (sent.length === 0) throw new Refused({ code: 'approval.noAddress', path: party })
    return { sent, personId: agreement.personId }
  },
})
