import { sql } from 'kysely'
import type { z } from 'zod'
import type { PlainDate } from '#shared/date.ts'
import type { Context } from '#platform/operation.ts'
import { found } from '#platform/problem.ts'
import * as core from './employer.core.ts'
import type { Employer } from './employer.schema.ts'
import type { Initiative } from './initiative.schema.ts'
import { liveOpenings } from './list-employers.ts'
import type { Need } from './need.schema.ts'
import { NeedAnswers } from './need.schema.ts'
import { crossPressure } from './request.core.ts'
import type { Request } from './request.schema.ts'

type Of = Pick<Context, 'tx'>

/** Everything on an employer's page. */
export async function loadEmployer(context: Context, id: string): Promise<z.input<typeof Employer>> {
  const { tx, actor, today } = context
  const employer = found(await tx.selectFrom('employer').selectAll().where('id', '=', id).executeTakeFirst())
  const nameOf = await namesOf(context, [employer.contactAccountId, employer.substituteAccountId])
  const requests = await loadRequests(context, id)
  const contacts = await tx.selectFrom('employerContact').selectAll().where('employerId', '=', id).orderBy('isActive', 'desc').orderBy('name').execute()
  return {
    ...employer, ...await loadFamily(context, employer), contacts, requests,
    contactName: nameOf(employer.contactAccountId), substituteName: nameOf(employer.substituteAccountId),
    handovers: await loadHandovers(context, id), needs: await loadNeeds(context, id), initiatives: await loadInitiatives(context, id),
    pressure: crossPressure(requests, employer.requestCap, employer.fullUntil, today),
    agreementRefusals: core.mayEnterAgreement(employer), actions: core.employerActions(actor.permissions, employer),
  }
}

async function namesOf({ tx }: Of, ids: (string | null)[]): Promise<(id: string | null) => string | null> {
  const known = ids.filter((id) => id !== null)
  const rows = known.length > 0 ? await tx.selectFrom('account').select(['id', 'name']).where('id', 'in', known).execute() : []
  return (id) => rows.find((row) => row.id === id)?.name ?? null
}

async function loadFamily({ tx, today }: Context, employer: { id: string; parentId: string | null }) {
  const units = await sql<Employer['units'][number]>`select e.id, e.name, e.org_number, e.place, e.status, (select count(*)::int ${liveOpenings(today)}) as openings
    from employer e where e.parent_id = ${employer.id} order by (e.status = 'active') desc, e.name, e.id`.execute(tx)
  const parent = employer.parentId === null ? undefined
    : await tx.selectFrom('employer').select(['id', 'name', 'orgNumber']).where('id', '=', employer.parentId).executeTakeFirst()
  return { units: units.rows, parent: parent ?? null }
}

/** The request ledger, newest first. */
export const loadRequests = ({ tx }: Of, employerId: string): Promise<Request[]> =>
  tx.selectFrom('request').innerJoin('account', (join) => join.onRef('account.municipalityId', '=', 'request.municipalityId').onRef('account.id', '=', 'request.accountId'))
    .select(['request.id', 'request.version', 'askedBy', 'about', 'seats', 'askedOn', 'account.name as notedBy', 'answer', 'answeredOn', 'answerNote', 'joinedInto'])
    .where('employerId', '=', employerId).orderBy('askedOn', 'desc').orderBy('request.id', 'desc').execute()

async function loadNeeds({ tx }: Of, employerId: string): Promise<Need[]> {
  const rows = await tx.selectFrom('need').innerJoin('account', (join) => join.onRef('account.municipalityId', '=', 'need.municipalityId').onRef('account.id', '=', 'need.accountId'))
    .select(['need.id', 'need.version', 'talkedOn', 'channel', 'account.name as by', 'confirmedOn', 'answers'])
    .where('employerId', '=', employerId).orderBy('talkedOn', 'desc').orderBy('need.id', 'desc').execute()
  return rows.map((row) => ({ ...row, answers: NeedAnswers.parse(row.answers) }))
}

const loadHandovers = ({ tx }: Of, employerId: string): Promise<Employer['handovers']> =>
  tx.selectFrom('contactHandover as h').leftJoin('account as a', (join) => join.onRef('a.municipalityId', '=', 'h.municipalityId').onRef('a.id', '=', 'h.fromAccountId'))
    .leftJoin('account as b', (join) => join.onRef('b.municipalityId', '=', 'h.municipalityId').onRef('b.id', '=', 'h.toAccountId'))
    .leftJoin('account as c', (join) => join.onRef('c.municipalityId', '=', 'h.municipalityId').onRef('c.id', '=', 'h.substituteAccountId'))
    .select(['h.id', 'h.onDate', 'a.name as from', 'b.name as to', 'c.name as substitute', 'h.note'])
    .where('h.employerId', '=', employerId).orderBy('h.onDate', 'desc').orderBy('h.id', 'desc').execute()

async function loadInitiatives({ tx, today }: Of & { today: PlainDate }, employerId: string): Promise<Initiative[]> {
  const rows = await tx.selectFrom('initiative').innerJoin('account', (join) => join.onRef('account.municipalityId', '=', 'initiative.municipalityId').onRef('account.id', '=', 'initiative.ownerId'))
    .select(['initiative.id', 'initiative.version', 'wording', 'receivedOn', 'ownerId', 'account.name as ownerName', 'answerDue', 'outcome', 'outcomeNote', 'answeredOn'])
    .where('employerId', '=', employerId).orderBy(sql`(outcome = 'open') desc, answer_due desc, initiative.id`).execute()
  return rows.map((row) => ({ ...row, isLate: core.isLate(row, today) }))
}
