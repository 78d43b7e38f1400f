import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import pg from 'pg'
import { migrate } from '../src/platform/migrate.ts'
import startTestDatabase from './vitest-setup.ts'

const target = new URL('../src/platform/db.types.ts', import.meta.url).pathname

type Constraint = { table: string; definition: string }
type Column = { table: string; column: string; nullable: boolean; generated: boolean }

/** The closed list a named check holds a column to: `kind = ANY (ARRAY['a', 'b'])`, or for arrays `x <@ '{a,b}'`. */
function closedList({ definition }: Constraint): { column: string; type: string } | undefined {
  const one = /^CHECK \(\((\w+) = ANY \(ARRAY\[(.*)\]\)\)\)$/.exec(definition)
  if (one) return { column: one[1] ?? '', type: (one[2] ?? '').replace(/::text/g, '').split(', ').join(' | ') }
  const many = /^CHECK \(\((\w+) <@ (?:'\{(.*)\}'::text\[\]|ARRAY\[(.*)\])\)\)$/.exec(definition)
  if (!many) return undefined
  const values = many[2] === undefined ? (many[3] ?? '').replace(/::text/g, '').split(', ') : many[2].split(',').map((value) => `'${value}'`)
  return { column: many[1] ?? '', type: `(${values.join(' | ')})[]` }
}

async function overrides(client: pg.Client): Promise<Record<string, string>> {
  const constraints = await client.query<Constraint>(`select t.relname as table, pg_get_constraintdef(c.oid) as definition
    from pg_constraint c join pg_class t on t.oid = c.conrelid where c.contype = 'c' and t.relnamespace = 'public'::regnamespace`)
  const columns = await client.query<Column>(`select table_name as table, column_name as column, is_nullable = 'YES' as nullable,
    column_default is not null as generated from information_schema.columns where table_schema = 'public'`)
  const found = constraints.rows.flatMap((constraint) => {
    const list = closedList(constraint)
    const column = columns.rows.find((one) => one.table === constraint.table && one.column === list?.column)
    if (!list || !column) return []
    const type = `${list.type}${column.nullable ? ' | null' : ''}`
    return [[`${column.table}.${column.column}`, column.generated ? `Generated<${type}>` : type] as const]
  })
  return Object.fromEntries(found)
}

async function overridesOf(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await overrides(client)
  } finally {
    await client.end()
  }
}

/**
 * Writes src/platform/db.types.ts from a migrated database: closed lists become unions, days PlainDate, moments Instant.
 * With `verify` nothing is written; answers whether the committed file is current.
 */
export async function writeDatabaseTypes(url: string, { verify = false } = {}): Promise<boolean> {
  const columns = await overridesOf(url)
  const printed = execFileSync(process.execPath, ['node_modules/kysely-codegen/dist/cli/bin.js', '--dialect', 'postgres', '--url', url, '--camel-case', '--singularize',
    '--exclude-pattern', '{graphile_worker.*,*app_migration}', '--default-schema', 'public', '--date-parser', 'string', '--numeric-parser', 'number',
    '--type-mapping', JSON.stringify({ date: 'PlainDate', timestamptz: 'Instant', time: 'string', numeric: 'number' }),
    '--custom-imports', JSON.stringify({ PlainDate: '#shared/date.ts', Instant: '#shared/date.ts' }),
    '--overrides', JSON.stringify({ columns }), '--log-level', 'error', '--print'],
  { cwd: new URL('..', import.meta.url), stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8', maxBuffer: 1 << 24 }).trim() + '\n'
  if (verify) return printed === readFileSync(target, 'utf8')
  writeFileSync(target, printed)
  return true
}

// `node start.mjs tools/db-types.ts`: migrates a database of its own, which is gone afterwards, and writes the types from it
if (import.meta.main) {
  const stop = await startTestDatabase()
  const url = process.env['TEST_DATABASE_URL'] ?? ''
  await migrate(url, 'types')
  await writeDatabaseTypes(url)
  await stop?.()
}
