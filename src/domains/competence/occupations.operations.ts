import { sql } from 'kysely'
import { z } from 'zod'
import { ImportInput, ImportResult, importResult, type ImportRow } from '#shared/import-result.ts'
import type { Tx } from '#platform/db.ts'
import { operation } from '#platform/operation.ts'
import { Occupation } from './competence.schema.ts'
import { readOccupations, type OccupationRow } from './occupations-file.ts'

const MOST = 20

/** Occupations by code or by words; the finest level only, since a person works in an occupation and not in a major group. */
export const findOccupations = operation({
  permission: 'occupations.read', reads: true, input: z.object({ text: z.string().trim().max(120) }), output: z.object({ rows: z.array(Occupation) }),
  subjects: () => [],
  async run({ tx }, { text }) {
    const match = /^\d{1,4}$/.test(text) ? sql`o.code like ${`${text}%`}`
      : sql`(o.search_name like '%' || replace(replace(app.fold(${text}), '%', '\\%'), '_', '\\_') || '%' or word_similarity(app.fold(${text}), o.search_name) > 0.5)`
    const { rows } = await sql<z.output<typeof Occupation>>`select o.code, o.name, o.level, g.name as group_name from occupation o
      left join occupation g on g.municipality_id = o.municipality_id and g.code = left(o.code, 2)
      where o.municipality_id = (select app.municipality()) and o.level = 4 and ${match}
      order by o.search_name like app.fold(${text}) || '%' desc, word_similarity(app.fold(${text}), o.search_name) desc, o.code limit ${MOST}`.execute(tx)
    return { rows }
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
  if (before === value.name) return { row, outcome: 'unchanged', name }
  return { row, outcome: 'changed', name, changes: [{ field: 'name', from: before, to: value.name }] }
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
    await tx.insertInto('importRun').values({ id: crypto.randomUUID(), what: 'occupations', fileName: ask.fileName, created: result.created, changed: result.changed, unchanged: result.unchanged, refused: result.refusedRows }).execute()
    return result
  },
})
