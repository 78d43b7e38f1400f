import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import { found } from '#platform/problem.ts'
import type { PlainDate } from '#shared/date.ts'
import { Schedule } from '#shared/schedule.ts'
import type { OtherPlacement } from './agreement-checks.core.ts'
import type { PlannedFollowUp } from './agreement.schema.ts'
import { PlannedFollowUp as PlannedFollowUpShape } from './agreement.schema.ts'
import type { Approval } from './approval.schema.ts'
import { Approval as ApprovalShape } from './approval.schema.ts'

const columns = ['id', 'version', 'revision', 'personId', 'employerId', 'kind', 'purpose', 'tasks', 'learningGoals', 'languageGoals', 'speaksNorwegianWith',
  'expectations', 'fromDate', 'toDate', 'schedule', 'supervisorContactId', 'signingContactId', 'responsibleId', 'submittedAt', 'cancelledAt', 'endedOn'] as const
/** What the parties never see: where it came from, why it ended, Nav's reference. */
const staffColumns = ['openingId', 'presentationId', 'beganFrom', 'navReference', 'cancelReason', 'endReason', 'consentOn'] as const

export type LoadedAgreement = Awaited<ReturnType<typeof loadAgreement>>

/** The row, its schedule read by its shape; NotFound where it is absent or hidden. */
export async function loadAgreement(tx: Tx, id: string, lock?: 'lock') {
  const query = tx.selectFrom('agreement').select([...columns, ...staffColumns]).where('id', '=', id)
  return readRow(found(await (lock ? query.forUpdate() : query).executeTakeFirst()))
}

/** The same as a party sees it: the columns kept from the parties are empty. */
export async function loadAgreementAsParty(tx: Tx, id: string) {
  const row = found(await tx.selectFrom('agreement').select(columns).where('id', '=', id).executeTakeFirst())
  return { ...readRow(row), navReference: null, endReason: null }
}

const readRow = <R extends { schedule: unknown }>(row: R) => ({ ...row, schedule: Schedule.parse(row.schedule) })

/** Every approval ever given, the withdrawn ones too, oldest first. */
export async function loadApprovals(tx: Tx, agreementId: string): Promise<Approval[]> {
  const rows = await tx.selectFrom('approval').leftJoin('account', (join) => join.onRef('account.municipalityId', '=', 'approval.municipalityId').onRef('account.id', '=', 'approval.accountId'))
    .select(['approval.id', 'party', 'revision', 'approvedAt', 'how', 'approval.name', 'interpreter', 'onBehalfReason', 'account.name as recordedBy', 'withdrawnAt', 'withdrawnReason'])
    .where('agreementId', '=', agreementId).orderBy('approvedAt').execute()
  return rows.map((row) => ApprovalShape.parse(row))
}

/** The same as a party sees them. */
export async function loadApprovalsAsParty(tx: Tx, agreementId: string): Promise<Approval[]> {
  const rows = await tx.selectFrom('approval').select(['id', 'party', 'revision', 'approvedAt', 'how', 'name', 'withdrawnAt', 'withdrawnReason']).where('agreementId', '=', agreementId).orderBy('approvedAt').execute()
  return rows.map((row) => ApprovalShape.parse({ ...row, interpreter: null, onBehalfReason: null, recordedBy: null }))
}

/** Contact that is planned and not yet made, earliest first. */
export async function loadPlannedFollowUps(tx: Tx, agreementId: string): Promise<PlannedFollowUp[]> {
  const rows = await tx.selectFrom('followUp').select(['id', 'kind', 'dueOn']).where('agreementId', '=', agreementId)
    .where('doneOn', 'is', null).where('dueOn', 'is not', null).where('kind', 'in', ['visit', 'call', 'meeting']).orderBy('dueOn').execute()
  return rows.map((row) => PlannedFollowUpShape.parse(row))
}

/** The person's other placements that run or are agreed. */
export async function loadOthers(tx: Tx, agreement: { id: string; personId: string }, today: PlainDate): Promise<OtherPlacement[]> {
  const rows = await tx.selectFrom('agreement').innerJoin('employer', (join) => join.onRef('employer.municipalityId', '=', 'agreement.municipalityId').onRef('employer.id', '=', 'agreement.employerId'))
    .select(['agreement.id', 'employer.name as employerName', 'fromDate', 'toDate', 'endedOn', 'schedule']).where('personId', '=', agreement.personId).where('agreement.id', '<>', agreement.id)
    .where('submittedAt', 'is not', null).where('cancelledAt', 'is', null)
    .where((eb) => eb.or([eb('endedOn', 'is', null), eb('endedOn', '>', today)])).where((eb) => eb.or([eb('toDate', 'is', null), eb('toDate', '>=', today)])).execute()
  return rows.map(readRow)
}

/** Seats of the opening and how many others hold one; nothing when it began without an opening. */
export async function loadSeats(tx: Tx, agreement: { openingId: string | null; submittedAt: string | null }, today: PlainDate): Promise<{ seats: number; taken: number } | undefined> {
  if (agreement.openingId === null) return undefined
  const { rows } = await sql<{ seats: number; taken: number }>`select o.seats, coalesce(t.taken, 0) as taken from opening o
    left join app.taken_seats(${today}::date) t on t.opening_id = o.id where o.id = ${agreement.openingId}`.execute(tx)
  const [seats] = rows
  return seats && { seats: seats.seats, taken: seats.taken - (agreement.submittedAt === null ? 0 : 1) }
}

/** How many others the supervisor has at once, where that is as many as she said she could take; else 0. */
export async function loadSupervisorOthers(tx: Tx, agreement: { id: string; supervisorContactId: string | null }, today: PlainDate): Promise<number> {
  if (agreement.supervisorContactId === null) return 0
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from agreement g join employer_contact c on c.municipality_id = g.municipality_id and c.id = g.supervisor_contact_id
    where c.id = ${agreement.supervisorContactId} and g.id <> ${agreement.id} and g.submitted_at is not null and g.cancelled_at is null and g.ended_on is null
      and (g.to_date is null or g.to_date >= ${today}::date) having count(*) >= coalesce(max(c.supervises_at_once), 1000)`.execute(tx)
  return rows[0]?.count ?? 0
}
