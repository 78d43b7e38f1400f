import { sql } from 'kysely'
import { z } from 'zod'
import type { Tx } from '#platform/db.ts'
import { operation } from '#platform/operation.ts'
import { found, NotFound, Refused } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { Id } from '#shared/id.ts'
import { ImportInput, ImportResult, importResult, type ImportRow } from '#shared/import-result.ts'
import { unknownOccupations } from './known-occupation.ts'
import { readFamilies } from './families-file.ts'
import { noteImport } from '#platform/note-import.ts'
import { SaveFamilyInput, type FamilyRow } from './occupations.schema.ts'

const subjects = (): string[] => []
const keyOf = ({ code, name, source }: Pick<FamilyRow, 'code' | 'name' | 'source'>): string => `${code} ${name} ${source}`

const familyOf = ({ name, source }: Pick<FamilyRow, 'name' | 'source'>): string => `${name} ${source}`
type Member = { id: string; code: string; name: string; source: string; isOwn: boolean }
const loadMembers = (tx: Tx): Promise<Member[]> => tx.selectFrom('occupationFamilyMember as m').innerJoin('occupationFamily as f', (join) => join.onRef('f.municipalityId', '=', 'm.municipalityId').onRef('f.id', '=', 'm.familyId'))
  .select(['m.id', 'm.occupationCode as code', 'f.name', 'f.source', 'f.isOwn']).execute()

/** Each family once, with its newest day, and then its occupations; `gone` are those a family of the file no longer has. */
async function write(tx: Tx, rows: readonly FamilyRow[], gone: readonly string[]): Promise<void> {
  if (gone.length > 0) await tx.deleteFrom('occupationFamilyMember').where('id', '=', sql<string>`any(${[...gone]})`).execute()
  const json = JSON.stringify(rows)
  await sql`insert into occupation_family (name, source, source_on) select name, source, max("sourceOn") from jsonb_to_recordset(${json}::jsonb) as r(name text, source text, "sourceOn" date) group by name, source
    on conflict on constraint occupation_family_once do update set source_on = greatest(excluded.source_on, occupation_family.source_on)`.execute(tx)
  await sql`insert into occupation_family_member (family_id, occupation_code) select f.id, r.code from jsonb_to_recordset(${json}::jsonb) as r(code text, name text, source text)
    join occupation_family f on f.municipality_id = (select app.municipality()) and f.name = r.name and f.source = r.source on conflict on constraint occupation_family_member_once do nothing`.execute(tx)
}

/** Brings in a list of related occupations, as Nav's categories. Occupations of one family are near each other. */
export const importFamilies = operation({
  permission: 'occupations.import', input: ImportInput, output: ImportResult, subjects,
  async run({ tx }, ask) {
    const reading = await readFamilies(ask.bytes)
    const rows = reading.rows.map(({ row, value }) => ({ row, value: { ...value, source: value.source || ask.fileName } }))
    const members = await loadMembers(tx)
    const [known, own] = [new Set(members.map(keyOf)), new Set(members.filter(({ isOwn }) => isOwn).map(familyOf))]
    const mine = rows.filter(({ value }) => own.has(familyOf(value)))
    const [told, there] = [new Set(rows.map(({ value }) => familyOf(value))), new Set(rows.map(({ value }) => keyOf(value)))]
    const gone = members.filter((one) => !one.isOwn && told.has(familyOf(one)) && !there.has(keyOf(one)))
    const good = rows.filter(({ value }) => !own.has(familyOf(value)))
    const judged = good.map(({ row, value }): ImportRow => ({ row, name: `${value.code} ${value.name}`, outcome: known.has(keyOf(value)) ? 'unchanged' : 'created' }))
    const result = importResult(ask, { rows: judged, refused: [...reading.refused, ...mine.map(({ row, value: { name } }) => ({ row, field: 'name', code: 'family.own', params: { name } }))],
      notes: [...reading.notes, ...(gone.length > 0 ? [{ row: 0, code: 'family.gone', params: { count: gone.length } }] : [])] })
    if (!result.written) return result
    await write(tx, good.map(({ value }) => value), gone.map(({ id }) => id))
    await noteImport(tx, 'occupation_families', ask, result)
    return result
  },
})

/** Says that some occupations are related here, and why. Another family of the same name and reason is refused. */
export const saveFamily = operation({
  permission: 'occupations.import', input: SaveFamilyInput, output: z.object({ id: Id, version: z.int() }), subjects,
  async run(context, { id, version, name, source, codes }) {
    const { tx, today } = context
    const different = [...new Set(codes)]
    if (different.length < 2) throw new Refused({ code: 'occupations.familyTooFew', path: 'codes' })
    const missing = await unknownOccupations(tx, different)
    if (missing.length > 0) throw new Refused({ code: 'occupations.unknownOccupation', path: 'codes', params: { codes: missing.join(', ') } })
    const same = await tx.selectFrom('occupationFamily').select('id').where('name', '=', name).where('source', '=', source).where('id', '<>', id).executeTakeFirst()
    if (same) throw new Refused({ code: 'occupations.familyExists', path: 'name', params: { name } })
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
