import { sql } from 'kysely'
import { dayInNorway } from '#shared/date.ts'
import { ImportInput, ImportResult, MAX_IMPORT_ROWS, importResult } from '#shared/import-result.ts'
import { refusedFile } from '#shared/file-reading.ts'
import type { Tx } from '#platform/db.ts'
import type { Change } from '#platform/operation.ts'
import { noteImport } from '#platform/note-import.ts'
import { operation } from '#platform/operation.ts'
import type { KnownEmployer, UnitToWrite } from './import-employers.core.ts'
import { planEmployers } from './import-employers.core.ts'
import { liveOpenings } from './list-employers.ts'
import { readRegisterUnits } from './register-file.ts'

async function knownEmployers(tx: Tx, orgNumbers: string[], now: Date): Promise<Map<string, KnownEmployer>> {
  const { rows } = await sql<KnownEmployer>`select e.id, e.version, e.org_number, e.kind, e.parent_org_number, e.name, e.org_form, e.industry_code, e.industry_text, e.employees, e.street, e.postcode,
    e.place, e.municipality_number, e.status, e.registered_on, e.deleted_on, (select count(*)::int ${liveOpenings(dayInNorway(now))}) as openings
    from employer e where e.org_number = any(${orgNumbers})`.execute(tx)
  return new Map(rows.map((row) => [row.orgNumber, row]))
}

const columns = sql`org_number text, kind text, parent_org_number text, name text, org_form text, industry_code text, industry_text text, employees integer, street text, postcode text,
  place text, municipality_number text, status text, registered_on date, deleted_on date`
const names = ['org_number', 'kind', 'parent_org_number', 'name', 'org_form', 'industry_code', 'industry_text', 'employees', 'street', 'postcode', 'place', 'municipality_number', 'status', 'registered_on', 'deleted_on'] as const
const list = sql.join(names.map((name) => sql.ref(name)))
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** All units in one statement, created or changed by their organisation number. */
async function writeUnits(tx: Tx, units: readonly UnitToWrite[], now: Date): Promise<void> {
  const rows = units.map(({ facts }) => Object.fromEntries(Object.entries(facts).map(([name, value]) => [snake(name), value])))
  const changes = sql.join(names.filter((name) => name !== 'org_number').map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`))
  await sql`insert into employer (id, ${list}, checked_at)
    select gen_random_uuid(), ${list}, ${now} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as unit (${columns})
    on conflict on constraint employer_org_number_once do update set ${changes}, checked_at = excluded.checked_at, version = employer.version + 1`.execute(tx)
}

/** Ties sub-units to main units, whichever of them came first, and remembers when the register was asked about the rest. */
async function linkAndCheck(tx: Tx, orgNumbers: string[], now: Date): Promise<void> {
  await sql`update employer c set parent_id = p.id from employer p where p.municipality_id = c.municipality_id and p.org_number = c.parent_org_number
    and c.parent_id is distinct from p.id and (c.org_number = any(${orgNumbers}) or p.org_number = any(${orgNumbers}))`.execute(tx)
  await sql`update employer set checked_at = ${now} where org_number = any(${orgNumbers}) and checked_at <> ${now}`.execute(tx)
}

/** So that whoever had an employer open is told what the register changed. */
const changesOf = (units: readonly UnitToWrite[]): Change[] =>
  units.flatMap(({ known, fields }) => (known ? [{ table: 'employer', id: known.id, version: known.version, fields }] : []))

export const importEmployers = operation({
  permission: 'employers.import', input: ImportInput, output: ImportResult, subjects: () => [],
  async run({ tx, now, changes }, ask) {
    const read = readRegisterUnits(ask.bytes)
    const reading = read.rows.length > MAX_IMPORT_ROWS ? refusedFile<(typeof read.rows)[number]['value']>('file.tooManyRows', { most: MAX_IMPORT_ROWS }) : read
    const orgNumbers = reading.rows.map(({ value }) => value.orgNumber)
    const parents = reading.rows.flatMap(({ value }) => value.parentOrgNumber ?? [])
    const plan = planEmployers(reading, await knownEmployers(tx, [...new Set([...orgNumbers, ...parents])], now))
    const result = importResult(ask, plan)
    if (!result.written) return result
    if (plan.toWrite.length > 0) await writeUnits(tx, plan.toWrite, now)
    await linkAndCheck(tx, orgNumbers, now)
    changes.push(...changesOf(plan.toWrite))
    await noteImport(tx, 'employers', ask, result)
    return result
  },
})
