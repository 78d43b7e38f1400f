import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Context } from '#platform/operation.ts'
import type { PlainDate } from '#shared/date.ts'
import { instantOf } from '#shared/date.ts'
import { queueMessage } from '#domains/notifications/index.ts'
import { LINK_DAYS } from '#shared/personal-link.ts'
import type { OutsideParty } from './approval.schema.ts'
import type { LoadedAgreement } from './load-agreement.ts'

/** What a mailed link is for, and the mail it comes in: a yes to the agreement, the questions at its end, the tasks of a trial. */
const templates = { approve: 'approve_agreement', evaluate: 'evaluate', see_tasks: 'see_tasks' } as const
export type LinkPurpose = keyof typeof templates
type Recipient = { party: OutsideParty; email: string; locale: string; personId?: string }
type Names = { person: string; employer: string; municipality: string; personEmail: string | null; personLocale: string; contactEmail: string | null; contact: string | null }

/** Names and addresses for the mails about one agreement. */
export async function loadNames({ tx }: Context, agreement: Pick<LoadedAgreement, 'personId' | 'employerId' | 'signingContactId'>): Promise<Names> {
  const person = await tx.selectFrom('person').select(['givenName', 'familyName', 'email', 'contactLocale']).where('id', '=', agreement.personId).executeTakeFirstOrThrow()
  const employer = await tx.selectFrom('employer').select('name').where('id', '=', agreement.employerId).executeTakeFirstOrThrow()
  const contact = agreement.signingContactId === null ? undefined
    : await tx.selectFrom('employerContact').select(['name', 'email']).where('id', '=', agreement.signingContactId).executeTakeFirst()
  const municipality = await tx.selectFrom('municipality').select('name').executeTakeFirstOrThrow()
  return { person: `${person.givenName} ${person.familyName}`, personEmail: person.email, personLocale: person.contactLocale, employer: employer.name,
    contactEmail: contact?.email ?? null, contact: contact?.name ?? null, municipality: municipality.name }
}

const recipientsOf = (names: Names, agreement: LoadedAgreement): Recipient[] => [
  ...(names.personEmail === null ? [] : [{ party: 'participant' as const, email: names.personEmail, locale: names.personLocale, personId: agreement.personId }]),
  ...(names.contactEmail === null ? [] : [{ party: 'employer' as const, email: names.contactEmail, locale: 'nb' }]),
]

export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/**
 * Makes a personal link for each of `parties` that has an address and mails it; answers who got one. Only the hash is
 * kept. An earlier open link of the same party is revoked.
 */
export async function sendLinks(context: Context, agreement: LoadedAgreement, parties: readonly OutsideParty[], purpose: LinkPurpose = 'approve'): Promise<{ party: OutsideParty; email: string }[]> {
  const names = await loadNames(context, agreement)
  const recipients = recipientsOf(names, agreement).filter(({ party }) => parties.includes(party))
  for (const recipient of recipients) await sendLink(context, agreement, names, recipient, purpose)
  return recipients.map(({ party, email }) => ({ party, email }))
}

async function sendLink(context: Context, agreement: LoadedAgreement, names: Names, { party, email, locale, personId }: Recipient, purpose: LinkPurpose): Promise<void> {
  const { tx, now } = context
  await revokeLinks(context, agreement.id, party, purpose)
  const token = randomBytes(32).toString('base64url')
  const id = randomUUID()
  await tx.insertInto('personalLink').values({ id, tokenHash: hashOf(token), purpose, party, agreementId: agreement.id, personId: agreement.personId,
    email, locale, createdAt: instantOf(now), expiresAt: instantOf(new Date(now.getTime() + LINK_DAYS * 86_400_000)) }).execute()
  await queueMessage(context.tx, { key: `${purpose}:${id}`, to: email, personId, locale, template: templates[purpose],
    params: { link: `/l/${token}`, party, name: party === 'participant' ? names.person : names.contact ?? names.employer, person: names.person, employer: names.employer, municipality: names.municipality, days: LINK_DAYS } })
}

/** Closes every open link of one party, or of both. */
export async function revokeLinks({ tx, now }: Context, agreementId: string, party?: OutsideParty, purpose: LinkPurpose = 'approve'): Promise<void> {
  const open = tx.updateTable('personalLink').set({ revokedAt: instantOf(now) }).where('agreementId', '=', agreementId).where('purpose', '=', purpose).where('usedAt', 'is', null).where('revokedAt', 'is', null)
  await (party === undefined ? open : open.where('party', '=', party)).execute()
}

/** Tells both outside parties, in their languages, what has become of the agreement. `once` names the event. */
export async function tellParties(context: Context, agreement: LoadedAgreement, template: 'agreement_ready' | 'approval_withdrawn', once: string, parties: readonly OutsideParty[] = ['participant', 'employer']): Promise<void> {
  const names = await loadNames(context, agreement)
  for (const { party, email, locale, personId } of recipientsOf(names, agreement).filter((one) => parties.includes(one.party))) {
    await queueMessage(context.tx, { key: `${template}:${agreement.id}:${once}:${party}`, to: email, personId, locale, template,
      params: { party, name: party === 'participant' ? names.person : names.contact ?? names.employer, person: names.person, employer: names.employer, municipality: names.municipality, from: agreement.fromDate ?? '' } })
  }
}

/**
 * Tells the colleague who is responsible what a party has answered by its link. Her name and what was written stay in
 * Fotfeste. `once` is the id of the answer.
 */
export async function tellResponsible({ tx }: Context, agreement: Pick<LoadedAgreement, 'id' | 'employerId' | 'responsibleId'>, template: 'party_approved' | 'party_wants_talk', once: string, about: { party: OutsideParty; day?: PlainDate }): Promise<void> {
  if (agreement.responsibleId === null) return
  const colleague = await tx.selectFrom('account').select(['id', 'email', 'locale']).where('id', '=', agreement.responsibleId).where('isActive', '=', true).executeTakeFirst()
  if (!colleague) return
  const { name: employer } = await tx.selectFrom('employer').select('name').where('id', '=', agreement.employerId).executeTakeFirstOrThrow()
  await queueMessage(tx, { key: `${template}:${once}`, to: colleague.email, accountId: colleague.id, locale: colleague.locale, template, params: { ...about, employer, link: `/placements/${agreement.id}` } })
}
