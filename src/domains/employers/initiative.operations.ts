import { sql } from 'kysely'
import { z } from 'zod'
import { operation } from '#platform/operation.ts'
import { found, Refused } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { listEmployerColleagues } from './colleagues.ts'
import * as core from './employer.core.ts'
import { Saved } from './employer.schema.ts'
import { AnswerInitiativeInput, PassOnInitiativeInput, ReceiveInitiativeInput, WaitingInitiative } from './initiative.schema.ts'

export const receiveInitiative = operation({
  permission: 'employers.write', input: ReceiveInitiativeInput, output: Saved, subjects: () => [],
  async run({ tx, today }, initiative) {
    const active = (await listEmployerColleagues(tx)).map(({ id }) => id)
    const refusals = core.receiveInitiative(initiative, { today, active })
    if (refusals.length > 0) throw new Refused(...refusals)
    found(await tx.selectFrom('employer').select('id').where('id', '=', initiative.employerId).executeTakeFirst())
    await tx.insertInto('initiative').values(initiative).execute()
    return { id: initiative.id, version: 1 }
  },
})

export const answerInitiative = operation({
  permission: 'employers.write', input: AnswerInitiativeInput, output: Saved, subjects: () => [],
  async run(context, { id, version, outcome, note, answeredOn = context.today }) {
    const { receivedOn } = found(await context.tx.selectFrom('initiative').select('receivedOn').where('id', '=', id).executeTakeFirst())
    if (answeredOn < receivedOn || answeredOn > context.today) throw new Refused({ code: 'employers.answeredOn', path: 'answeredOn' })
    return { id, version: await saveVersioned(context, 'initiative', { id, version }, { outcome, outcomeNote: note, answeredOn }) }
  },
})

/** To another owner, or with another date: before a holiday, or when the answer takes longer. */
export const passOnInitiative = operation({
  permission: 'employers.write', input: PassOnInitiativeInput, output: Saved, subjects: () => [],
  async run(context, { id, version, ownerId, answerDue }) {
    const { tx, today } = context
    const { receivedOn, outcome } = found(await tx.selectFrom('initiative').select(['receivedOn', 'outcome']).where('id', '=', id).executeTakeFirst())
    if (outcome !== 'open') throw new Refused({ code: 'employers.initiativeAnswered' })
    const active = (await listEmployerColleagues(tx)).map((colleague) => colleague.id)
    const refusals = core.receiveInitiative({ receivedOn, answerDue, ownerId }, { today, active })
    if (refusals.length > 0) throw new Refused(...refusals)
    return { id, version: await saveVersioned(context, 'initiative', { id, version }, { ownerId, answerDue }) }
  },
})

/** For the actor's own day: what she owns, and what waits where she is contact person or substitute. */
export const listWaitingInitiatives = operation({
  permission: 'employers.read', reads: true, input: z.object({}), output: z.object({ initiatives: z.array(WaitingInitiative) }), subjects: () => [],
  async run({ tx, actor, today }) {
    const role = sql<'owner' | 'substitute' | 'contact'>`case when initiative.owner_id = ${actor.id} then 'owner' when employer.contact_account_id = ${actor.id} then 'contact' else 'substitute' end`
    const rows = await tx.selectFrom('initiative')
      .innerJoin('employer', (join) => join.onRef('employer.municipalityId', '=', 'initiative.municipalityId').onRef('employer.id', '=', 'initiative.employerId'))
      .innerJoin('account', (join) => join.onRef('account.municipalityId', '=', 'initiative.municipalityId').onRef('account.id', '=', 'initiative.ownerId'))
      .select(['initiative.id', 'initiative.version', 'wording', 'receivedOn', 'ownerId', 'account.name as ownerName', 'answerDue', 'outcome', 'outcomeNote', 'answeredOn',
        'initiative.employerId', 'employer.name as employerName', role.as('role')])
      .where('outcome', '=', 'open')
      .where((where) => where.or([where('ownerId', '=', actor.id), where('employer.contactAccountId', '=', actor.id), where('employer.substituteAccountId', '=', actor.id)]))
      .orderBy('answerDue').limit(100).execute()
    return { initiatives: rows.map((row) => ({ ...row, isLate: core.isLate(row, today) })) }
  },
})
