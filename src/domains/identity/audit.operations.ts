import type { RawBuilder } from 'kysely'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#platform/db.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { found } from '#platform/problem.ts'
import type { AuditEntry, ReadAuditInput } from './audit.schema.ts'
import { AuditPage, DoorEvents, MyAudit, ReadAuditInput as ReadAuditShape, ReadAuditOfPersonInput } from './audit.schema.ts'

const PAGE = 50
const NAMED = 3
const MOST_EVENTS = 200

export const readAudit = operation({
  permission: 'audit.read', reads: true, input: ReadAuditShape, output: AuditPage,
  subjects: ({ personId }, { rows }) => [...(personId ? [personId] : []), ...rows.flatMap(({ people }) => people.map(({ id }) => id))],
  run: (context, input) => auditPage(context, input),
})

export const readAuditOfPerson = operation({
  permission: 'people.read', reads: true, input: ReadAuditOfPersonInput, output: AuditPage,
  subjects: ({ personId }) => [personId],
  async run(context, input) {
    found(await context.tx.selectFrom('person').select('id').where('id', '=', input.personId).executeTakeFirst())
    const { rows, next } = await auditPage(context, input)
    // who else was in the same list is no business of hers who asks about this one
    return { rows: rows.map((row) => ({ ...row, people: [], peopleCount: 1 })), next }
  },
})

export const readMyAudit = operation({
  permission: 'own.read', reads: true, input: z.object({}), output: MyAudit, subjects: () => [],
  async run({ tx }) {
    const { rows } = await sql<z.input<typeof MyAudit>['rows'][number]>`select * from app.list_my_audit(200)`.execute(tx)
    return { rows: rows.map((row) => ({ ...row, actorRoles: row.actorRoles ?? [] })) }
  },
})

export const listDoorEvents = operation({
  permission: 'audit.read', reads: true, input: z.object({}), output: DoorEvents, subjects: () => [],
  async run({ tx }) {
    const { rows } = await sql<z.input<typeof DoorEvents>['rows'][number]>`select id, at, kind, detail from app.list_door_events(${MOST_EVENTS})`.execute(tx)
    return { rows }
  },
})

const startOf = (day: string): RawBuilder<unknown> => sql`(${day}::date)::timestamp at time zone 'Europe/Oslo'`

function conditions({ personId, accountId, operation: name, from, to, before }: ReadAuditInput): RawBuilder<unknown>[] {
  return [
    sql`l.municipality_id = (select app.municipality())`,
    ...(personId ? [sql`l.subjects && app.ids_of_person(${personId})`] : []),
    ...(accountId ? [sql`l.actor_id = ${accountId}`] : []),
    ...(name ? [sql`l.operation = ${name}`] : []),
    ...(from ? [sql`l.at >= ${startOf(from)}`] : []),
    ...(to ? [sql`l.at < ${startOf(to)} + interval '1 day'`] : []),
    ...(before ? [sql`l.id < ${before}`] : []),
  ]
}

type Row = Pick<AuditEntry, 'id' | 'at' | 'operation' | 'outcome'> & {
  actorId: string; actorKind: AuditEntry['actor']['kind']; actorName: string | null; subjects: string[]; changed: AuditEntry['changed'] | null
}

async function auditPage({ tx }: Context, input: ReadAuditInput): Promise<z.input<typeof AuditPage>> {
  const { rows } = await sql<Row>`
    select l.id, l.at, l.operation, l.outcome, l.actor_id, l.actor_kind, a.name as actor_name, l.subjects, l.detail->'changed' as changed
    from audit_log l left join account a on a.municipality_id = l.municipality_id and a.id = l.actor_id
    where ${sql.join(conditions(input), sql` and `)} order by l.id desc limit ${PAGE + 1}`.execute(tx)
  const shown = rows.slice(0, PAGE)
  const names = await namesOf(tx, shown.flatMap((row) => namedOf(row, input.personId)))
  return { next: rows.length > PAGE ? shown.at(-1)?.id ?? null : null, rows: shown.map((row) => ({
    id: row.id, at: row.at, operation: row.operation, outcome: row.outcome, actor: { id: row.actorId, kind: row.actorKind, name: row.actorName },
    peopleCount: row.subjects.length, changed: row.changed?.map(({ table, fields }) => ({ table, fields })) ?? [],
    people: namedOf(row, input.personId).flatMap((id) => { const name = names.get(id); return name ? [{ id, name }] : [] }) })) }
}

/** Whom a row names: the one asked for, or else the first few. */
const namedOf = ({ subjects }: Row, personId: string | undefined): string[] => (personId ? [personId] : subjects.slice(0, NAMED))

/** Names of those the reader may see; the others stay without. */
async function namesOf(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const people = await tx.selectFrom('person').select(['id', 'givenName', 'familyName']).where('id', 'in', [...new Set(ids)]).execute()
  return new Map(people.map(({ id, givenName, familyName }) => [id, `${givenName} ${familyName}`]))
}
