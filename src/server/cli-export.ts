import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { sql } from 'kysely'
import type { Database } from '#platform/db.ts'
import { asActor } from '#platform/db.ts'
import { systemActor } from '#platform/system-actor.ts'
import type { Answer, Values } from './cli-database.ts'
import { CliError, findMunicipality, withInstallation } from './cli-database.ts'
import type { Municipality } from './installation.ts'
import { version } from './server.ts'

/** Keys to the door, worth nothing outside this installation. */
const leftOut = ['session', 'answered_request', 'door_event']
const ROWS_AT_ONCE = 2_000

type Table = { name: string; about: string | null }

const tablesSql = `select c.relname as name, obj_description(c.oid) as about from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'municipality_id' and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all ($1) order by c.relname`

/** Writes one table's rows as JSON lines; answers how many. */
async function writeTable(client: pg.Client, table: string, municipalityId: string, folder: string): Promise<number> {
  const out = createWriteStream(join(folder, `${table}.jsonl`), { mode: 0o600 })
  await client.query(`declare rows no scroll cursor for select to_jsonb(t)::text as line from ${pg.escapeIdentifier(table)} t where municipality_id = ${pg.escapeLiteral(municipalityId)} order by id`)
  let count = 0
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${ROWS_AT_ONCE} from rows`)
    if (rows.length === 0) break
    count += rows.length
    if (!out.write(rows.map(({ line }) => `${line}\n`).join(''))) await once(out, 'drain')
  }
  await client.query('close rows')
  out.end()
  await once(out, 'finish')
  return count
}

const readme = ({ number, name }: Municipality, at: string, tables: (Table & { rows: number })[]): string => `# Uttrekk fra Fotfeste: ${number} ${name}

Tatt ut ${at} med Fotfeste ${version}. Alt kommunen eier i Fotfeste, slik det var i det øyeblikket.

- Hver fil er én tabell. Hver linje er én rad som JSON (UTF-8).
- \`municipality_id\` og \`id\` er nøkkelen i alle tabeller. Kolonner som slutter på \`_id\`, peker på \`id\` i en annen tabell.
- Datoer er \`ÅÅÅÅ-MM-DD\`. Tidspunkter har tidssone.
- \`manifest.json\` har antall rader i hver fil, så uttrekket kan kontrolleres.
- Innlogginger som pågår, er ikke med.

**Filene inneholder taushetsbelagte personopplysninger.** Oppbevar dem kryptert, og slett dem når de ikke trengs lenger.

| Fil | Rader | Innhold |
|---|---|---|
${tables.map((table) => `| ${table.name}.jsonl | ${table.rows} | ${table.about ?? ''} |`).join('\n')}
`

async function emptyFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if ((await readdir(folder)).length > 0) throw new CliError(`The folder ${folder} is not empty. Choose a new one, so that nothing is mixed.`)
}

/** Says in the access log of everybody in the files that they were taken out; before the first file, so that no copy is without its entry. */
const noteExport = (db: Database, municipalityId: string): Promise<unknown> => asActor(db, systemActor(municipalityId), (tx) =>
  sql`insert into audit_log (operation, subjects) select 'cli.export', coalesce(array_agg(id), '{}') from person where municipality_id = ${municipalityId}`.execute(tx))

/** Everything a municipality owns, in one consistent moment, in files that need no Fotfeste to be read. */
export async function exportMunicipality(folder: string, values: Values): Promise<Answer> {
  await emptyFolder(folder)
  return withInstallation(async (installation) => {
    const municipality = await findMunicipality(installation, values['municipality'])
    await noteExport(installation.db, municipality.id)
    const client = new pg.Client({ connectionString: installation.ownerUrl })
    await client.connect()
    try {
      // hidden rows would be missing without a word: with this they are an error
      await client.query('begin isolation level repeatable read read only; set local row_security = off')
      const { rows: known } = await client.query<Table>(tablesSql, [leftOut])
      const tables: (Table & { rows: number })[] = []
      for (const table of known) tables.push({ ...table, rows: await writeTable(client, table.name, municipality.id, folder) })
      const at = new Date().toISOString()
      const manifest = { municipality: { number: municipality.number, name: municipality.name }, at, version, tables: tables.map(({ name, rows }) => ({ table: name, file: `${name}.jsonl`, rows })) }
      await writeFile(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
      await writeFile(join(folder, 'README.md'), readme(municipality, at, tables), { mode: 0o600 })
      return { answer: manifest, code: 0 }
    } finally {
      await client.end()
    }
  })
}
