import { sql } from 'kysely'
import type { UpdateObject } from 'kysely'
import type { DB } from './db.types.ts'
import type { Context } from './operation.ts'
import { NotFound, Refused } from './problem.ts'

/** Tables whose rows carry a version. */
export type Versioned = { [T in keyof DB]: DB[T] extends { id: unknown; version: unknown } ? T : never }[keyof DB]

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/**
 * Changes one row if it still has the version the change was based on, and notes what was changed for the audit.
 * Refuses with `stale` (who changed it since, which fields) when somebody was first; NotFound when there is no such row to see.
 * With a `personId` the row must be about that person: an id of somebody else's row is found no more than none. Answers the new version.
 */
export async function saveVersioned<T extends Versioned>(context: Context, table: T, row: { id: string; version: number; personId?: string }, values: UpdateObject<DB, T>): Promise<number> {
  const assignments = Object.entries(values).filter(([, value]) => value !== undefined)
  const target = sql.table(snake(table))
  const before = await sql<Record<string, unknown>>`select * from ${target} where id = ${row.id} for update`.execute(context.tx)
  const current = before.rows[0]
  if (!current || (row.personId !== undefined && current['personId'] !== row.personId)) throw new NotFound()
  if (current['version'] !== row.version) throw new Refused(await staleRefusal(context, table, row))
  const changed = assignments.filter(([name, value]) => JSON.stringify(current[name] ?? null) !== JSON.stringify(value ?? null))
  const set = changed.map(([name, value]) => sql`${sql.ref(snake(name))} = ${toParameter(name, value)}`)
  await sql`update ${target} set ${sql.join([...set, sql`version = version + 1`])} where id = ${row.id}`.execute(context.tx)
  context.changes.push({ table, id: row.id, version: row.version, fields: changed.map(([name]) => name) })
  return row.version + 1
}

/** Columns that are jsonb though their values may be lists: a list is otherwise a PostgreSQL array. */
const jsonColumns = new Set(['schedule', 'answers', 'outcomeDetail', 'theme', 'settings'])
const toParameter = (column: string, value: unknown): unknown =>
  jsonColumns.has(column) && value !== null ? JSON.stringify(value) : value

async function staleRefusal({ tx }: Context, table: string, row: { id: string; version: number }) {
  const changes = await sql<{ name: string | null; changed: { table: string; id: string; version: number; fields: string[] }[] }>`
    select a.name, l.detail->'changed' as changed from audit_log l left join account a on a.id = l.actor_id
    where l.detail ? 'changed' and l.detail->'changed' @> ${JSON.stringify([{ table, id: row.id }])}::jsonb order by l.id desc limit 50`.execute(tx)
  const since = changes.rows.filter(({ changed }) => changed.some((one) => one.table === table && one.id === row.id && one.version >= row.version))
  const fields = since.flatMap(({ changed }) => changed.filter((one) => one.table === table && one.id === row.id && one.version >= row.version).flatMap((one) => one.fields))
  return { code: 'stale', params: { by: since[0]?.name ?? '', fields: [...new Set(fields)].join(',') } }
}
