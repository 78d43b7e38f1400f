import { sql } from 'kysely'
import { z } from 'zod'
import { operation } from '#platform/operation.ts'
import { NotFound, found } from '#platform/problem.ts'
import { Id } from '#shared/id.ts'
import { gatherItems } from './gather-items.ts'
import { loadSheets } from './load-sheets.ts'
import { loadTrials } from './load-trials.ts'
import { chosenNow } from './proof.core.ts'
import { Assessment, OwnProof, Proof } from './proof.schema.ts'

/** What there is of proof for one person, and what more can be made. */
export const getProof = operation({
  permission: 'people.read', reads: true, input: z.object({ personId: Id }), output: Proof, subjects: ({ personId }) => [personId],
  async run({ tx, actor, today }, { personId }) {
    found(await tx.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst())
    const may = { change: actor.permissions.includes('competence.write'), note: actor.permissions.includes('placements.followUp') }
    const assessments = await tx.selectFrom('competenceAssessment').selectAll().where('personId', '=', personId).orderBy('orderedOn', 'desc').execute()
    const lists = await tx.selectFrom('taskList as l').leftJoin('occupation as o', (join) => join.onRef('o.municipalityId', '=', 'l.municipalityId').onRef('o.code', '=', 'l.occupationCode'))
      .selectAll('l').select('o.name as occupationName').where('l.isActive', '=', true).orderBy('l.name').execute()
    const placements = await tx.selectFrom('agreement as g').innerJoin('employer as e', (join) => join.onRef('e.municipalityId', '=', 'g.municipalityId').onRef('e.id', '=', 'g.employerId'))
      .select(['g.id', 'e.name as employerName', 'g.fromDate']).where('g.personId', '=', personId).where('g.cancelledAt', 'is', null).orderBy('g.fromDate', 'desc').limit(10).execute()
    const trials = await loadTrials(tx, sql`w.person_id = ${personId}`, may)
    const items = await gatherItems(tx, personId, today)
    const { sheets, lastChosen } = await loadSheets(tx, personId)
    return { personId, assessments: assessments.map((one) => Assessment.parse(one)), trials, lists, placements, items, sheets, chosen: chosenNow(items, lastChosen),
      actions: [...(may.change ? ['change' as const] : []), ...(may.note ? ['note' as const] : [])] }
  },
})

/** Her own: what may stand on a sheet, what she chose last, and the sheets there are. */
export const getMyProof = operation({
  permission: 'own.read', reads: true, input: z.object({}), output: OwnProof, subjects: (_, { personId }) => [personId],
  async run({ tx, actor, today }) {
    const personId = found(actor.personId)
    const items = await gatherItems(tx, personId, today)
    const { sheets, lastChosen } = await loadSheets(tx, personId)
    return { personId, items, sheets, chosen: chosenNow(items, lastChosen) }
  },
})

/** What she herself says to something that was seen: an observed skill, or a task she needed help with. */
export const answerSeen = operation({
  permission: 'own.proof', input: z.object({ kind: z.enum(['skill', 'task']), id: Id, answer: z.string().trim().min(1).max(1000) }), output: z.object({ personId: Id }), subjects: (_, { personId }) => [personId],
  async run({ tx, actor }, { kind, id, answer }) {
    const { numUpdatedRows } = kind === 'skill' ? await tx.updateTable('skill').set({ personAnswer: answer }).where('id', '=', id).where('evidence', '=', 'observed').executeTakeFirst()
      : await tx.updateTable('trialTask').set({ personAnswer: answer }).where('id', '=', id).where('seen', 'is not', null).executeTakeFirst()
    if (numUpdatedRows === 0n) throw new NotFound()
    return { personId: found(actor.personId) }
  },
})
