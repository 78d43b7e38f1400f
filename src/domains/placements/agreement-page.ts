import { sql } from 'kysely'
import { listEmployerColleagues } from '#domains/employers/index.ts'
import type { Context } from '#platform/operation.ts'
import type { PlainDate } from '#shared/date.ts'
import { weeklyHours } from '#shared/schedule.ts'
import { agreementWarnings } from './agreement-checks.core.ts'
import { suggestFollowUps } from './agreement-follow-ups.core.ts'
import { isNavs } from './agreement-kinds.core.ts'
import { agreementObstacles, lacksConsent } from './agreement-obstacles.ts'
import { agreementActions, agreementState, approvedBy, missingParts } from './agreement.core.ts'
import type { AgreementPage, AgreementState } from './agreement.schema.ts'
import { AgreementChange } from './agreement.schema.ts'
import { linkState } from './approval.core.ts'
import { SentLink } from './approval.schema.ts'
import type { LoadedAgreement } from './load-agreement.ts'
import { loadAgreement, loadApprovals, loadOthers, loadPlannedFollowUps, loadSupervisorOthers } from './load-agreement.ts'

/** All that the page of one agreement shows, and what may be done from it. */
export async function loadAgreementPage(context: Context, id: string): Promise<AgreementPage> {
  const { tx, today, actor } = context
  const agreement = await loadAgreement(tx, id)
  const approvals = await loadApprovals(tx, id)
  const followUps = await loadPlannedFollowUps(tx, id)
  const state = agreementState(agreement, approvals, today)
  const given = approvedBy(agreement, approvals)
  const { permitUntil, ...person } = await loadPerson(context, agreement.personId)
  const isOpen = state === 'draft' || state === 'waiting'
  return { ...agreement, state, isNavs: isNavs(agreement.kind), person, ...await loadParties(context, agreement),
    followUps, suggestedFollowUps: agreement.fromDate ? suggestFollowUps(agreement.fromDate, agreement.toDate) : [], hoursPerWeek: weeklyHours(agreement.schedule),
    missing: isOpen ? missingParts({ ...agreement, followUps: await loadEveryFollowUp(context, id) }) : [], warnings: await warningsOf(context, agreement, state, permitUntil),
    obstacles: isOpen ? await agreementObstacles(context, agreement) : [],
    needsConsent: isOpen && !isNavs(agreement.kind) && await lacksConsent(context, agreement, given.includes('participant')),
    approvals, links: await loadLinks(context, id), changes: await loadChanges(context, id), actions: agreementActions(agreement, state, approvals, actor.permissions) }
}

async function warningsOf({ tx, today }: Context, agreement: LoadedAgreement, state: AgreementState, permitUntil: PlainDate | null) {
  if (state === 'ended' || state === 'cancelled') return []
  return agreementWarnings({ ...agreement, state, today, permitUntil,
    others: await loadOthers(tx, agreement, today), supervisorHasOthers: await loadSupervisorOthers(tx, agreement, today) })
}

/** Planned and done: a first visit that has been made is not missing. */
export async function loadEveryFollowUp({ tx }: Context, agreementId: string) {
  return tx.selectFrom('followUp').select(sql<PlainDate>`coalesce(due_on, done_on)`.as('dueOn')).where('agreementId', '=', agreementId).where('kind', 'in', ['visit', 'call', 'meeting']).execute()
}

async function loadPerson({ tx }: Context, id: string) {
  const { givenName, familyName, addressProtection, ...person } = await tx.selectFrom('person')
    .select(['id', 'givenName', 'familyName', 'contactLocale', 'email', 'interpreterLanguage', 'addressProtection', 'permitUntil']).where('id', '=', id).executeTakeFirstOrThrow()
  return { ...person, name: `${givenName} ${familyName}`, isProtected: addressProtection !== 'none' }
}

async function loadParties({ tx }: Context, agreement: LoadedAgreement) {
  const { street, postcode, place, ...employer } = await tx.selectFrom('employer').select(['id', 'name', 'orgNumber', 'street', 'postcode', 'place']).where('id', '=', agreement.employerId).executeTakeFirstOrThrow()
  const opening = agreement.openingId === null ? undefined : await tx.selectFrom('opening').select(['id', 'title']).where('id', '=', agreement.openingId).executeTakeFirst()
  const contacts = await tx.selectFrom('employerContact').select(['id', 'name', 'title', 'phone', 'email', 'isSupervisor']).where('employerId', '=', employer.id)
    .where((eb) => eb.or([eb('isActive', '=', true), eb('id', 'in', [agreement.supervisorContactId, agreement.signingContactId])])).orderBy('name').execute()
  const colleagues = await listEmployerColleagues(tx)
  const chosen = agreement.responsibleId === null || colleagues.some(({ id }) => id === agreement.responsibleId) ? undefined
    : await tx.selectFrom('account').select(['id', 'name']).where('id', '=', agreement.responsibleId).executeTakeFirst()
  return { employer: { ...employer, address: [street, [postcode, place].filter(Boolean).join(' ')].filter(Boolean).join(', ') }, opening: opening ?? null, contacts,
    colleagues: chosen ? [...colleagues, chosen] : colleagues }
}

async function loadLinks({ tx, now }: Context, agreementId: string): Promise<SentLink[]> {
  const rows = await tx.selectFrom('personalLink').select(['id', 'party', 'email', 'locale', 'createdAt', 'expiresAt', 'usedAt', 'revokedAt'])
    .where('agreementId', '=', agreementId).where('purpose', '=', 'approve').orderBy('createdAt').execute()
  return rows.map((row) => SentLink.parse({ ...row, state: linkState(row, now.toISOString()) }))
}

/** What was changed, by whom, from the audit log. */
async function loadChanges({ tx }: Context, agreementId: string) {
  const { rows } = await sql<object>`select l.at, a.name as by, l.operation, array(select jsonb_array_elements_text(c->'fields')) as fields
    from audit_log l left join account a on a.municipality_id = l.municipality_id and a.id = l.actor_id
      cross join lateral jsonb_array_elements(l.detail->'changed') c
    where l.detail ? 'changed' and l.detail->'changed' @> ${JSON.stringify([{ table: 'agreement', id: agreementId }])}::jsonb and c->>'id' = ${agreementId}
    order by l.id desc limit 50`.execute(tx)
  return rows.map((row) => AgreementChange.parse(row))
}
