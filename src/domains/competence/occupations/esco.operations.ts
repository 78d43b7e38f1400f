import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import { operation } from '#platform/operation.ts'
import { changedRow, ImportInput, ImportResult, importResult, type FieldChange, type ImportRow } from '#shared/import-result.ts'
import { readEsco } from './esco-file.ts'
import { noteImport } from '#platform/note-import.ts'
import type { EscoRow } from './occupations.schema.ts'

/** What is known of an ESCO occupation already. `matches`: the groups with their relation, in order, as one text. */
type Known = { name: string; others: ReadonlySet<string>; matches: string }

const matchesText = (matches: NonNullable<EscoRow['matches']>): string => matches.map(({ code, relation }) => `${code} ${relation}`).toSorted().join(', ')

async function loadKnown(tx: Tx): Promise<Map<string, Known>> {
  const { rows } = await sql<{ uri: string; name: string; otherNames: string; matches: string | null }>`select e.uri, e.name, e.other_names, m.matches from esco_occupation e
    left join (select esco_uri, string_agg(occupation_code || ' ' || relation, ', ' order by occupation_code || ' ' || relation collate "C") as matches from esco_match where municipality_id = (select app.municipality()) group by esco_uri) m on m.esco_uri = e.uri
    where e.municipality_id = (select app.municipality())`.execute(tx)
  return new Map(rows.map(({ uri, name, otherNames, matches }) => [uri, { name, others: new Set(otherNames.split('\n').filter(Boolean)), matches: matches ?? '' }]))
}

/** The names a file adds to one that is known: never its own again, and none twice. */
const newNames = ({ name, otherNames }: EscoRow, { name: known, others }: Known): string[] => [name, ...otherNames].filter((one) => one !== known && !others.has(one))

function changesOf(value: EscoRow, known: Known): FieldChange[] {
  const change = (field: string, from: string, to: string): FieldChange[] => (from === to ? [] : [{ field, from: from || null, to: to || null }])
  const added = newNames(value, known)
  if (value.matches === null) return added.length === 0 ? [] : [{ field: 'otherNames', from: null, to: added.join(', ') }]
  return [...change('name', known.name, value.name), ...change('matches', known.matches, matchesText(value.matches))]
}

function judge(row: number, value: EscoRow, known: Known | undefined): ImportRow {
  if (known === undefined) return { row, outcome: 'created', name: value.name }
  return changedRow(row, known.name, changesOf(value, known))
}

/** A mapping says what there is, with its groups; the names brought in from other files stay. */
async function writeMapped(tx: Tx, rows: readonly EscoRow[], source: string, sourceOn: string | null): Promise<void> {
  if (rows.length === 0) return
  const [occupations, matches] = [JSON.stringify(rows.map(({ uri, name }) => ({ uri, name }))), JSON.stringify(rows.flatMap(({ uri, matches: all }) => (all ?? []).map((one) => ({ uri, ...one }))))]
  await sql`insert into esco_occupation (uri, name, source, source_on) select uri, name, ${source}, ${sourceOn}::date from jsonb_to_recordset(${occupations}::jsonb) as r(uri text, name text)
    on conflict on constraint esco_occupation_once do update set name = excluded.name, source = excluded.source, source_on = excluded.source_on`.execute(tx)
  await sql`delete from esco_match where esco_uri = any(${rows.map(({ uri }) => uri)})`.execute(tx)
  await sql`insert into esco_match (esco_uri, occupation_code, relation) select uri, code, relation from jsonb_to_recordset(${matches}::jsonb) as r(uri text, code text, relation text)`.execute(tx)
}

async function writeNames(tx: Tx, rows: readonly EscoRow[], known: ReadonlyMap<string, Known>): Promise<void> {
  const named = rows.flatMap((row) => { const before = known.get(row.uri); return before ? [{ uri: row.uri, names: [...before.others, ...newNames(row, before)].join('\n') }] : [] })
  if (named.length > 0) await sql`update esco_occupation e set other_names = r.names from jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as r(uri text, names text) where e.uri = r.uri`.execute(tx)
}

/** Brings in ESCO: first the mapping to STYRK-08, then as many files of names as one likes, each in its language. */
export const importEsco = operation({
  permission: 'occupations.import', input: ImportInput, output: ImportResult, subjects: () => [],
  async run({ tx }, ask) {
    const reading = await readEsco(ask.bytes)
    const known = await loadKnown(tx)
    // a name needs an occupation to belong to: a newer ESCO has some that the mapping has not
    const rows = reading.rows.filter(({ value }) => value.matches !== null || known.has(value.uri))
    const left = reading.rows.length - rows.length
    const notes = [...reading.notes, ...(left > 0 ? [{ row: 0, code: 'esco.notMapped', params: { count: left } }] : []), ...(reading.passedOver > 0 ? [{ row: 0, code: 'esco.passedOver', params: { count: reading.passedOver } }] : [])]
    const result = importResult(ask, { rows: rows.map(({ row, value }) => judge(row, value, known.get(value.uri))), refused: reading.refused, notes })
    if (!result.written) return result
    await writeMapped(tx, rows.flatMap(({ value }) => (value.matches === null ? [] : [value])), reading.source ?? ask.fileName, reading.sourceOn)
    await writeNames(tx, rows.flatMap(({ value }) => (value.matches === null ? [value] : [])), known)
    await noteImport(tx, 'esco', ask, result)
    return result
  },
})
