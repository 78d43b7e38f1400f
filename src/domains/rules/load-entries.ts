import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { ChoiceEntry, CommencementEntry, ValueEntry } from './settings.schema.ts'

type Table = 'rule_value' | 'rule_choice' | 'rule_commencement'

/** Every row of one table, newest first, with who entered it and whether it is the one that counts. */
async function entriesOf<T>(tx: Tx, table: Table, columns: RawBuilder<unknown>, by: 'entered_by' | 'chosen_by'): Promise<T[]> {
  const { rows } = await sql<T>`select t.id, t.name, ${columns}, t.source, t.at, a.name as by,
      not exists (select from ${sql.table(table)} n where n.municipality_id = t.municipality_id and n.replaces = t.id) as is_current
    from ${sql.table(table)} t left join account a on a.municipality_id = t.municipality_id and a.id = ${sql.ref(`t.${by}`)} order by t.at desc, t.id`.execute(tx)
  return rows
}

/** Figures the municipality has entered, all of them. */
export const loadValues = (tx: Tx): Promise<ValueEntry[]> => entriesOf(tx, 'rule_value', sql`t.applies_from, t.value, t.is_withdrawn, t.certainty`, 'entered_by')
/** Choices, all that were ever made. */
export const loadChoices = (tx: Tx): Promise<ChoiceEntry[]> => entriesOf(tx, 'rule_choice', sql`t.option, t.reason`, 'chosen_by')
/** Commencements, all that were ever entered. */
export const loadCommencements = (tx: Tx): Promise<CommencementEntry[]> => entriesOf(tx, 'rule_commencement', sql`t.on_day`, 'entered_by')
