import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#platform/db.ts'
import { operation } from '#platform/operation.ts'
import { found, NotFound, Refused } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { Id } from '#shared/id.ts'
import { ImportInput, ImportResult, importResult, type ImportRow } from '#shared/import-result.ts'
import { readFamilies } from './families-file.ts'
import { noteRun } from './note-run.ts'
import { SaveFamilyInput, type FamilyRow } from './occupations.schema.ts'

const subjects = (): string[] => []
const keyOf = ({ code, name, source }: Pick<FamilyRow, 'code' | 'name' | 'source'>): string => `${code} ${name} ${source}`

const loadMembers = async (tx: Tx): Promise<Set<string>> => new Set((await tx.selectFrom('occupationFamilyMember as m').innerJoin('occupationFamily as f', (join) => join.onRef('f.municipalityId', '=', 'm.municipalityId').onRef('f.id', '=', 'm.familyId'))
  .select(['m.occupationCode as code', 'f.name', 'f.source']).execute()).map(keyOf))

/** Each family once, with its newest day, and then its occupations. What is there already stays. */
async function write(tx: Tx, rows: readonly FamilyRow[]): Promise<void> {
  const json = JSON.stringify(rows)
  await sql`insert into occupation_family (name, source, source_on) select name, source, max("sourceOn") from jsonb_to_recordset(${json}::jsonb) as r(name text, source text, "sourceOn" date) group by name, source
    on conflict on constraint occupation_family_once do update set source_on = excluded.source_on`.execute(tx)
  await sql`insert into occupation_family_member (family_id, occupation_code) select f.id, r.code from jsonb_to_recordset(${json}::jsonb) as r(code text, name text, source text)
    join occupation_family f on f.municipality_id = (select app.municipality()) and f.name = r.name and f.source = r.source on conflict on constraint occupation_family_member_once do nothing`.execute(tx)
}

/** Brings in a list of related occupations, as Nav's categories. Occupations of one family are near each other. */
export const importFamilies = operation({
  permission: 'occupations.import', input: ImportInput, output: ImportResult, subjects,
  async run({ tx }, ask) {
    const reading = await readFamilies(ask.bytes)
    const rows = reading.rows.map(({ row, value }) => ({ row, value: { ...value, source: value.source || ask.fileName } }))
    const known = await loadMembers(tx)
    const judged = rows.map(({ row, value }): ImportRow => ({ row, name: `${value.code} ${value.name}`, outcome: known.has(keyOf(value)) ? 'unchanged' : 'created' }))
    const result = importResult(ask, { rows: judged, refused: reading.refused, notes: reading.notes })
    if (!result.written) return result
    await write(tx, rows.map(({ value }) => value))
    await noteRun(tx, 'occupation_families', ask, result)
    return result
  },
})

async function mustKnow(tx: Tx, codes: readonly string[]): Promise<void> {
  const known = new Set((await tx.selectFrom('occupation').select('code').where('code', '=', sql<string>`any(${[...codes]})`).execute()).map(({ code }) => code))
  const missing = codes.filter((code) => !known.has(code))
  if (missing.length > 0) throw new Refused({ code: 'family.unknownOccupation', path: 'codes', params: { codes: missing.join(', ') } })
}

/** Says that some occupations are related here, and why. Another family of the same name and reason is refused. */
export const saveFamily = operation({
  permission: 'occupations.import', input: SaveFamilyInput, output: z.object({ id: Id, version: z.int() }), subjects,
  async run(context, { id, version, name, source, codes }) {
    const { tx, today } = context
    const different = [...new Set(codes)]
    if (different.length < 2) throw new Refused({ code: 'family.tooFew', path: 'codes' })
    await mustKnow(tx, different)
    const same = await tx.selectFrom('occupationFamily').select('id').where('name', '=', name).where('source', '=', source).where('id', '<>', id).executeTakeFirst()
    if (same) throw new Refused({ code: 'family.exists', path: 'name', params: { name } })
    if (version !== undefined) found(await tx.selectFrom('occupationFamily').select('id').where('id', '=', id).where('isOwn', '=', true).executeTakeFirst())
    const saved = version === undefined ? 1 : await saveVersioned(context, 'occupationFamily', { id, version }, { name, source, sourceOn: today })
    if (version === undefined) await tx.insertInto('occupationFamily').values({ id, name, source, sourceOn: today, isOwn: true }).execute()
    await tx.deleteFrom('occupationFamilyMember').where('familyId', '=', id).execute()
    await tx.insertInto('occupationFamilyMember').values(different.map((occupationCode) => ({ familyId: id, occupationCode }))).execute()
    return { id, version: saved }
  },
})

/** Takes away a family the municipality made itself. */
export const removeFamily = operation({
  permission: 'occupations.import', input: z.object({ id: Id }), output: z.object({ id: Id }), subjects,
  async run({ tx }, { id }) {
    const { numDeletedRows } = await tx.deleteFrom('occupationFamily').where('id', '=', id).where('isOwn', '=', true).executeTakeFirstOrThrow()
    if (numDeletedRows === 0n) throw new NotFound()
    return { id }
  },
})
