import { sql } from 'kysely'
import { z } from 'zod'
import { Id } from '#shared/id.ts'
import { operation } from '#platform/operation.ts'
import { KeepListInput } from './list.schema.ts'
import { hasObjected } from '../load-people.ts'
import { loadList } from './load-list.ts'

/** Of every person two lists are kept: today's, and the one it is compared with. */
const KEPT = 2

/** Keeps the list of a person as it is shown today, so that tomorrow's can be the same and say what changed. Done by the page that shows it. */
export const keepList = operation({
  permission: 'matching.read', input: KeepListInput, output: z.object({ personId: Id, isKept: z.boolean() }),
  subjects: (_, { personId }) => [personId],
  async run(context, { personId }) {
    const { tx, today } = context
    if (await hasObjected(context, personId)) return { personId, isKept: true }
    const { facts, list, state } = await loadList(context, personId)
    if (state.isKept) return { personId, isKept: true }
    await tx.deleteFrom('matchList').where('personId', '=', personId).where('day', '>=', today).execute()
    await tx.insertInto('matchList').values({ personId, day: today, personPrint: list.personPrint, weightsPrint: list.weightsPrint, facts: JSON.stringify(facts), lines: JSON.stringify(list.lines) }).execute()
    await sql`delete from match_list where person_id = ${personId} and id not in (select id from match_list where person_id = ${personId} order by day desc, id desc limit ${KEPT})`.execute(tx)
    return { personId, isKept: true }
  },
})
