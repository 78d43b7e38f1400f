import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Context } from '#platform/operation.ts'
import type { Question } from './booking.schema.ts'

/** Questions of some persons: those that wait first, hers before the colleagues', then what was answered lately. Each side may take away its own. */
export async function loadQuestions({ tx, actor }: Context, where: RawBuilder<unknown>): Promise<Question[]> {
  const side = actor.kind === 'participant' ? 'participant' : 'staff'
  const { rows } = await sql<Omit<Question, 'mayRemove'>>`select q.id, q.version, q.person_id, q.body, q.asked_by, case when q.asked_by = 'staff' then a.name end as asked_by_name, q.asked_on, q.answered_on
    from interpreter_question q left join account a on a.municipality_id = q.municipality_id and a.id = q.account_id
    where ${where} order by q.answered_on desc nulls first, q.asked_by, q.asked_on, q.id limit 60`.execute(tx)
  return rows.map((row) => ({ ...row, mayRemove: row.answeredOn === null && row.askedBy === side }))
}

/** Interpreters she does not want, by name. */
export const loadUnwanted = ({ tx }: Context, personIds: readonly string[]) => personIds.length === 0 ? Promise.resolve([])
  : tx.selectFrom('unwantedInterpreter').select(['id', 'name']).where('personId', 'in', [...personIds]).orderBy('name').execute()
