import { sql } from 'kysely'
import type { Instant, PlainDate } from '#shared/date.ts'
import type { Tx } from '#platform/db.ts'
import { EnteredValue } from '#rules/parameter.ts'
import type { Grounds } from '#rules/rule.ts'

type Row = {
  entered: { name: string; from: string; value: number | null; source: string; certainty: string }[]
  choices: Record<string, string>
  commenced: Record<string, PlainDate>
}

/** What participants may read of each table too: who entered a row is between colleagues. */
const columns = { rule_value: ['name', 'applies_from', 'value', 'is_withdrawn', 'source', 'certainty'], rule_choice: ['name', 'option'], rule_commencement: ['name', 'on_day'] } as const

/** The rows no other replaces; with `at` as they stood at that moment. */
const current = (table: keyof typeof columns, at: Instant | null) => sql`select ${sql.join(columns[table].map((one) => sql.ref(`t.${one}`)))} from ${sql.table(table)} t where (${at}::timestamptz is null or t.at <= ${at}::timestamptz)
  and not exists (select from ${sql.table(table)} n where n.municipality_id = t.municipality_id and n.replaces = t.id and (${at}::timestamptz is null or n.at <= ${at}::timestamptz))`

/**
 * What the municipality has entered itself: figures, choices and commencements, for `decideRule(rule, facts, on, grounds)`.
 * With `at` as it had been entered at that moment: to answer as one would have answered then.
 */
export async function loadGrounds(tx: Tx, { at }: { at?: Instant } = {}): Promise<Grounds> {
  const { rows: [row] } = await sql<Row>`select
    (select coalesce(jsonb_agg(jsonb_build_object('name', v.name, 'from', v.applies_from, 'value', v.value, 'source', v.source, 'certainty', v.certainty) order by v.name, v.applies_from), '[]')
      from (${current('rule_value', at ?? null)}) v where not v.is_withdrawn) as entered,
    (select coalesce(jsonb_object_agg(c.name, c.option), '{}') from (${current('rule_choice', at ?? null)}) c where c.option is not null) as choices,
    (select coalesce(jsonb_object_agg(k.name, k.on_day), '{}') from (${current('rule_commencement', at ?? null)}) k where k.on_day is not null) as commenced`.execute(tx)
  const { entered = [], choices = {}, commenced = {} } = row ?? {}
  return { entered: entered.map(({ source, certainty, ...one }) => EnteredValue.parse({ ...one, source: { act: source, certainty } })), settings: { choices, commenced } }
}
