import { createHash } from 'node:crypto'
import pg from 'pg'
import type { z } from 'zod'
import type { PlainDate } from '#shared/date.ts'
import { dayInNorway } from '#shared/date.ts'
import type { Permission } from '#shared/permission.ts'
import type { Actor, Database, Tx } from './db.ts'
import { beginAs, poolOf, queriesOn } from './db.ts'
import { Forbidden, NotFound, Refused, constraintRefusal, isHiddenRow, shapeRefusals } from './problem.ts'
import { unstorablePath } from './storable.ts'

/** One changed row, for the audit entry: it later tells a second writer who changed what. */
export type Change = { table: string; id: string; version: number; fields: string[] }

/** What `run` is given. `tx` is the only way to the database; `now` and `today` the only clock. */
export type Context = { tx: Tx; actor: Actor; now: Date; today: PlainDate; changes: Change[] }

export type Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  /** Who may. */
  permission: Permission
  /** A read cannot write: the database refuses it. */
  reads?: true
  /** Of a read whose page fetches itself again: it is noted once an hour for the same reader and people, not each time. */
  notedHourly?: true
  input: I
  output: O
  /** Whom it concerns: ids of persons, for the audit. A read with no subjects is not audited. */
  subjects(input: z.output<I>, output: z.output<O>): string[]
  run(context: Context, input: z.output<I>): Promise<z.input<O>>
}

/** Declares an operation; the identity function, for its types. */
export const operation = <I extends z.ZodType, O extends z.ZodType>(op: Operation<I, O>): Operation<I, O> => op

export type Ask = { name: string; input: unknown; now: Date; requestId?: string }

/**
 * Carries out one operation for one actor: permission, shape, transaction under row-level security, run, audit, commit.
 * Throws Forbidden, Refused or NotFound; anything else is a bug or a database that is away.
 * With a `requestId` a write that was answered before gets the same answer again instead of being done twice.
 */
export async function perform<O extends z.ZodType>(db: Database, op: Operation<z.ZodType, O>, actor: Actor, ask: Ask): Promise<z.output<O>> {
  if (!actor.permissions.includes(op.permission)) {
    await inTransaction(db, actor, 'write', async (client) => { await client.query(auditSql(ask.name, [], 'forbidden', { permission: op.permission })) })
    throw new Forbidden(op.permission)
  }
  const unstorable = unstorablePath(ask.input)
  if (unstorable !== undefined) throw new Refused({ code: 'shape.invalid', path: unstorable })
  const input = op.input.safeParse(ask.input)
  if (!input.success) throw new Refused(...shapeRefusals(input.error))
  return op.reads ? read(db, op, actor, ask, input.data) : write(db, op, actor, ask, input.data)
}

const contextFor = (client: pg.PoolClient, actor: Actor, now: Date): Context =>
  ({ tx: queriesOn(client), actor, now, today: dayInNorway(now), changes: [] })

async function read<O extends z.ZodType>(db: Database, op: Operation<z.ZodType, O>, actor: Actor, ask: Ask, input: unknown): Promise<z.output<O>> {
  return inTransaction(db, actor, 'read', async (client) => {
    const output = op.output.parse(await op.run(contextFor(client, actor, ask.now), input))
    const subjects = op.subjects(input, output)
    return { output, last: `rollback to savepoint reading${subjects.length > 0 ? `; ${op.notedHourly ? hourlyAuditSql(ask.name, subjects) : auditSql(ask.name, subjects, 'done')}` : ''}` }
  }).then(({ output }) => output)
}

async function write<O extends z.ZodType>(db: Database, op: Operation<z.ZodType, O>, actor: Actor, ask: Ask, input: unknown): Promise<z.output<O>> {
  return inTransaction(db, actor, 'write', async (client) => {
    const before = ask.requestId ? await answerGiven(client, ask, input) : undefined
    if (before) return { output: op.output.parse(before.output) }
    const context = contextFor(client, actor, ask.now)
    const output = op.output.parse(await op.run(context, input))
    const detail = context.changes.length > 0 ? { changed: context.changes } : undefined
    const kept = ask.requestId ? `update answered_request set output = ${pg.escapeLiteral(JSON.stringify(output))} where id = ${pg.escapeLiteral(ask.requestId)}; ` : ''
    return { output, last: kept + auditSql(ask.name, op.subjects(input, output), 'done', detail) }
  }).then(({ output }) => output)
}

/** Claims the request's id. Answers what was answered before, when this very request was carried out already. */
async function answerGiven(client: pg.PoolClient, ask: Ask, input: unknown): Promise<{ output: unknown } | undefined> {
  const hash = createHash('sha256').update(JSON.stringify(input, bytesAsHash)).digest('hex')
  const claimed = await client.query('insert into answered_request (id, operation, input_hash) values ($1, $2, $3) on conflict do nothing', [ask.requestId, ask.name, hash])
  if (claimed.rowCount === 1) return undefined
  const { rows } = await client.query<{ operation: string; input_hash: string; output: unknown }>(
    'select operation, input_hash, output from answered_request where id = $1', [ask.requestId])
  if (rows[0]?.operation !== ask.name || rows[0].input_hash !== hash) throw new Refused({ code: 'request.reused' })
  return { output: rows[0].output }
}

/** A file in an input counts by its hash: written out as JSON it would be many times its size. */
const bytesAsHash = (_: string, value: unknown): unknown =>
  value instanceof Uint8Array ? createHash('sha256').update(value).digest('hex') : value

const idsOf = (subjects: string[]): string => pg.escapeLiteral(`{${[...new Set(subjects)].join(',')}}`)

/** A read that is noted unless the same reader was noted within the hour as having read it of all of them. */
const hourlyAuditSql = (name: string, subjects: string[]): string =>
  `insert into audit_log (operation, subjects, outcome) select ${pg.escapeLiteral(name)}, ${idsOf(subjects)}::uuid[], 'done' where not app.was_noted(${pg.escapeLiteral(name)}, ${idsOf(subjects)}::uuid[])`

function auditSql(name: string, subjects: string[], outcome: 'done' | 'refused' | 'forbidden', detail?: unknown): string {
  const more = detail === undefined ? 'null' : pg.escapeLiteral(JSON.stringify(detail))
  return `insert into audit_log (operation, subjects, outcome, detail) values (${pg.escapeLiteral(name)}, ${idsOf(subjects)}, '${outcome}', ${more})`
}

/** Begin, work, commit: the last statement of the work travels with the commit, so that a read is three round trips. */
async function inTransaction<T extends { last?: string } | void>(db: Database, actor: Actor, mode: 'read' | 'write', work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const begin = beginAs(actor, mode)
  const client = await poolOf(db, actor).connect()
  let broken = false
  try {
    await client.query(begin)
    const result = await work(client)
    await client.query(`${result?.last ? `${result.last}; ` : ''}commit`)
    return result
  } catch (error) {
    await client.query('rollback').catch(() => { broken = true })
    if (isHiddenRow(error)) throw new NotFound()
    throw constraintRefusal(error) ?? error
  } finally {
    client.release(broken)
  }
}
