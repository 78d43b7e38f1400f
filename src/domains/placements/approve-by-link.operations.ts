import { sql } from 'kysely'
import { z } from 'zod'
import { agreementRefusals } from '#domains/employers/index.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { Refused, found, refuseIf } from '#platform/problem.ts'
import { addDays, instantOf } from '#shared/date.ts'
import { check } from '#shared/decision.ts'
import { Id } from '#shared/id.ts'
import { AgreementDocument, DocumentLocale } from './agreement-document.schema.ts'
import { loadDocumentFacts } from './agreement-document/load-document.ts'
import { writeDocument } from './agreement-document/write-document.ts'
import { tellResponsible } from './agreement-mail.ts'
import { agreementState } from './agreement.core.ts'
import { mayApprove } from './approval.core.ts'
import { OutsideParty } from './approval.schema.ts'
import { loadAgreementAsParty, loadApprovalsAsParty } from './load-agreement.ts'

/** Which party holds the link; its agreement is the only one that row-level security lets it see. */
const partyOf = ({ actor }: Context): OutsideParty => OutsideParty.parse(actor.kind)

async function openByLink(context: Context) {
  const { tx, actor, today } = context
  const loaded = await loadAgreementAsParty(tx, found(actor.agreementId))
  const approvals = await loadApprovalsAsParty(tx, loaded.id)
  return { agreement: loaded, approvals, state: agreementState(loaded, approvals, today) }
}

/** The agreement in words for whoever holds a link to it, and whether her yes is still wanted. Reading uses nothing up. */
export const getAgreementForLink = operation({
  permission: 'link.approve', reads: true, input: z.object({ locale: DocumentLocale }),
  output: z.object({ personId: Id, revision: z.int(), party: OutsideParty, document: AgreementDocument, mayApprove: z.boolean() }),
  subjects: (_, { personId }) => [personId],
  async run(context, { locale }) {
    const { agreement, approvals, state } = await openByLink(context)
    const party = partyOf(context)
    return { personId: agreement.personId, revision: agreement.revision, party, document: writeDocument(await loadDocumentFacts(context.tx, agreement, approvals), locale),
      mayApprove: mayApprove(party, { agreement, state, approvals, revision: agreement.revision }).length === 0 }
  },
})

/** Her yes, by her typed name. The link is used up in the same transaction: of two presses at once, one counts. */
export const approveByLink = operation({
  permission: 'link.approve', input: z.object({ id: Id, revision: z.int(), name: z.string().trim().min(2).max(120) }), output: z.object({ personId: Id }),
  subjects: (_, { personId }) => [personId],
  async run(context, { id, revision, name }) {
    const { tx, actor, now } = context
    const used = await tx.updateTable('personalLink').set({ usedAt: instantOf(now) }).where('id', '=', actor.id)
      .where('usedAt', 'is', null).where('revokedAt', 'is', null).where('expiresAt', '>', instantOf(now)).executeTakeFirst()
    if (used.numUpdatedRows === 0n) throw new Refused({ code: 'link.notOpen' })
    const { agreement, approvals, state } = await openByLink(context)
    const party = partyOf(context)
    refuseIf([...mayApprove(party, { agreement, state, approvals, revision }), ...await agreementRefusals(tx, agreement.employerId)])
    await tx.insertInto('approval').values({ id, agreementId: agreement.id, party, revision, approvedAt: instantOf(now), how: 'link', name, linkId: actor.id }).execute()
    await tellResponsible(context, agreement, 'party_approved', id, { party })
    return { personId: agreement.personId }
  },
})

const ANSWER_WITHIN_DAYS = 3
const MOST_UNANSWERED = 3

/** "I want to talk first": a word to the contact person, with a day by which it is answered. The link stays open; each party has a few words unanswered at most. */
export const askToTalkByLink = operation({
  permission: 'link.approve', input: z.object({ id: Id, note: z.string().trim().max(2000) }), output: z.object({ personId: Id }),
  subjects: (_, { personId }) => [personId],
  async run(context, { id, note }) {
    const { tx, today } = context
    const { agreement } = await openByLink(context)
    const { rows } = await sql<{ open: number }>`select app.count_open_concerns() as open`.execute(tx)
    refuseIf(check((rows[0]?.open ?? 0) < MOST_UNANSWERED, { code: 'link.alreadyAsked' }))
    const [party, day] = [partyOf(context), addDays(today, ANSWER_WITHIN_DAYS)]
    await tx.insertInto('followUp').values({ id, agreementId: agreement.id, personId: agreement.personId, kind: 'concern', raisedBy: party, note: note === '' ? null : note, dueOn: day }).execute()
    await tellResponsible(context, agreement, 'party_wants_talk', id, { party, day })
    return { personId: agreement.personId }
  },
})
