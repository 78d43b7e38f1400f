import { sql } from 'kysely'
import { z } from 'zod'
import { changedRow, ImportInput, ImportResult, importResult, type ImportRow } from '#shared/import-result.ts'
import { fold } from '#shared/text.ts'
import type { Tx } from '#platform/db.ts'
import { operation } from '#platform/operation.ts'
import { noteImport } from '#platform/note-import.ts'
import { readOccupations, type OccupationRow } from './occupations-file.ts'
import { Occupation } from './occupations.schema.ts'

const MOST = 20
/** With fewer than these a slip of the finger is thought of: to compare with every name there is takes long. */
const FEW = 5
/** How like a name must be what was typed: ESCO has so many names that much is a little like anything. */
const LIKE = 0.5
const LIKE_ESCO = 0.7

type Found = { code: string; name: string; level: number; groupName: string | null; uri: string | null; escoName: string | null; otherNames: string | null }

/**
 * The finest level only, since a person works in an occupation and not in a major group; then ESCO's finer names, each with the group it
 * belongs to. Those that hold what was typed come first, and those of a slip of the finger after them, if they are asked for.
 */
const byWords = (text: string, withSlips: boolean) => {
  const holds = (name: string) => sql`${sql.ref(name)} like '%' || replace(replace(app.fold(${text}), '%', '\\%'), '_', '\\_') || '%'`
  const isLike = (name: string, nearness: number) => (withSlips ? sql`(${holds(name)} or word_similarity(app.fold(${text}), ${sql.ref(name)}) > ${nearness})` : holds(name))
  return sql<Found>`select code, name, level, group_name, uri, esco_name, other_names from (
      select o.code, o.name, o.level, o.search_name, null as uri, null as esco_name, null as other_names from occupation o
        where o.municipality_id = (select app.municipality()) and o.level = 4 and ${isLike('o.search_name', LIKE)}
      union all
      select o.code, o.name, o.level, e.search_name, e.uri, e.name, e.other_names from esco_occupation e
        join esco_match m on m.municipality_id = e.municipality_id and m.esco_uri = e.uri join occupation o on o.municipality_id = m.municipality_id and o.code = m.occupation_code
        where e.municipality_id = (select app.municipality()) and ${isLike('e.search_name', LIKE_ESCO)}) f
    left join lateral (select g.name as group_name from occupation g where g.municipality_id = (select app.municipality()) and g.code = left(f.code, 2)) g on true
    order by (${holds('search_name')}) desc, uri is not null, search_name like app.fold(${text}) || '%' desc, word_similarity(app.fold(${text}), search_name) desc, code, esco_name limit ${MOST}`
}

const byCode = (code: string) => sql<Found>`select o.code, o.name, o.level, g.name as group_name, null as uri, null as esco_name, null as other_names from occupation o
  left join occupation g on g.municipality_id = o.municipality_id and g.code = left(o.code, 2)
  where o.municipality_id = (select app.municipality()) and o.level = 4 and o.code like ${`${code}%`} order by o.code limit ${MOST}`

/** The other name that answers what was typed, where the name itself does not. */
function alsoKnownAs(text: string, { escoName, otherNames }: Found): string | null {
  const typed = fold(text)
  if (fold(escoName ?? '').includes(typed)) return null
  const names = otherNames?.split('\n') ?? []
  return names.find((name) => fold(name) === typed) ?? names.find((name) => fold(name).includes(typed)) ?? null
}

/** Occupations by code or by words. */
export const findOccupations = operation({
  permission: 'occupations.read', reads: true, input: z.object({ text: z.string().trim().max(120) }), output: z.object({ rows: z.array(Occupation) }),
  subjects: () => [],
  async run({ tx }, { text }) {
    const isCode = /^\d{1,4}$/.test(text)
    const exact = (await (isCode ? byCode(text) : byWords(text, false)).execute(tx)).rows
    const rows = isCode || exact.length >= FEW ? exact : (await byWords(text, true).execute(tx)).rows
    return { rows: rows.map((row) => ({ code: row.code, name: row.name, level: row.level, groupName: row.groupName, esco: row.uri === null || row.escoName === null ? null : { uri: row.uri, name: row.escoName, also: alsoKnownAs(text, row) } })) }
  },
})

async function knownOccupations(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.selectFrom('occupation').select(['code', 'name']).execute()
  return new Map(rows.map(({ code, name }) => [code, name]))
}

function judge(known: Map<string, string>, { row, value }: { row: number; value: OccupationRow }): ImportRow {
  const name = `${value.code} ${value.name}`
  const before = known.get(value.code)
  if (before === undefined) return { row, outcome: 'created', name }
  return changedRow(row, name, before === value.name ? [] : [{ field: 'name', from: before, to: value.name }])
}

export const importOccupations = operation({
  permission: 'occupations.import', input: ImportInput, output: ImportResult, subjects: () => [],
  async run({ tx }, ask) {
    const reading = await readOccupations(ask.bytes)
    const known = await knownOccupations(tx)
    const result = importResult(ask, { rows: reading.rows.map((row) => judge(known, row)), refused: reading.refused, notes: reading.notes })
    if (!result.written) return result
    const values = reading.rows.map(({ value: { code, parentCode, level, name } }) => ({ code, parentCode: parentCode ?? null, level, name }))
    if (values.length > 0) await tx.insertInto('occupation').values(values).onConflict((conflict) => conflict.constraint('occupation_code_once')
      .doUpdateSet((eb) => ({ name: eb.ref('excluded.name'), parentCode: eb.ref('excluded.parentCode'), level: eb.ref('excluded.level') }))).execute()
    await noteImport(tx, 'occupations', ask, result)
    return result
  },
})
