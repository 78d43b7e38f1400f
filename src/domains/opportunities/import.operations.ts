import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { refusedFile } from '#shared/file-reading.ts'
import { ImportInput, ImportResult, importResult, MAX_IMPORT_ROWS } from '#shared/import-result.ts'
import type { Tx } from '#platform/db.ts'
import { noteImport } from '#platform/note-import.ts'
import { operation } from '#platform/operation.ts'
import { readAdverts } from './advert-file.ts'
import type { AdvertRow } from './advert-file.schema.ts'
import type { AdvertToWrite, KnownVacancy, Ties } from './import-vacancies.core.ts'
import { planVacancies } from './import-vacancies.core.ts'
import { expiryDay } from './list-openings.ts'

async function loadTies(tx: Tx, adverts: readonly AdvertRow[]): Promise<Ties> {
  const ids = adverts.map(({ externalId }) => externalId)
  const vacancies = await sql<KnownVacancy>`select o.id, o.version, o.external_id, o.title, o.employer_id, o.employer_name, o.occupation_code, o.esco_uri, o.advert_html, o.link, o.seats, o.apply_until,
    o.apply_until_text, ${expiryDay} as expires_on, o.extent, o.postcode, o.place, o.withdrawn_at is not null as is_withdrawn from opening o where o.source = 'nav' and o.external_id = any(${ids}::uuid[])`.execute(tx)
  const numbers = adverts.flatMap(({ employerOrgNumber }) => employerOrgNumber ?? [])
  const employers = await sql<{ id: string; orgNumber: string }>`select id, org_number from employer where org_number = any(${numbers})`.execute(tx)
  const matches = await sql<{ uri: string; codes: string[] }>`select esco_uri as uri, array_agg(occupation_code order by occupation_code) as codes from esco_match where esco_uri = any(${adverts.flatMap(({ escoUris }) => escoUris)}) group by 1`.execute(tx)
  const codes = [...adverts.flatMap(({ occupationCodes }) => occupationCodes), ...matches.rows.flatMap((match) => match.codes)]
  const occupations = await sql<{ code: string }>`select code from occupation where code = any(${codes})`.execute(tx)
  return {
    vacancies: new Map(vacancies.rows.map((row) => [row.externalId, row])),
    employers: new Map(employers.rows.map(({ id, orgNumber }) => [orgNumber, id])), occupations: new Set(occupations.rows.map(({ code }) => code)), esco: new Map(matches.rows.map(({ uri, codes: groups }) => [uri, groups])),
  }
}

const names = ['external_id', 'title', 'employer_id', 'employer_name', 'occupation_code', 'esco_uri', 'advert_html', 'link', 'seats', 'apply_until', 'apply_until_text', 'extent', 'postcode', 'place'] as const
const list = sql.join(names.map((name) => sql.ref(name)))
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** All vacancies in one statement. An advertisement is there through its last day, in Norway. */
async function writeVacancies(tx: Tx, adverts: readonly AdvertToWrite[], now: Date): Promise<void> {
  const rows = adverts.map(({ known, facts }) => Object.fromEntries(Object.entries({ id: known?.id ?? randomUUID(), ...facts }).map(([name, value]) => [snake(name), value])))
  const changed = sql.join([...names.filter((name) => name !== 'external_id'), 'expires_at', 'withdrawn_at', 'withdrawn_reason', 'updated_at'].map((name) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`))
  await sql`insert into opening (id, kind, source, ${list}, expires_at, withdrawn_at, withdrawn_reason, updated_at)
    select id, 'vacancy', 'nav', ${list}, (expires_on + 1)::timestamp at time zone 'Europe/Oslo', case when is_withdrawn then ${now}::timestamptz end, case when is_withdrawn then 'nav' end, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as advert (id uuid, external_id uuid, title text, employer_id uuid, employer_name text, occupation_code text, esco_uri text, advert_html text, link text,
      seats integer, apply_until date, apply_until_text text, expires_on date, extent text, postcode text, place text, is_withdrawn boolean)
    on conflict on constraint opening_external_once do update set ${changed}, version = opening.version + 1`.execute(tx)
}

export const importVacancies = operation({
  permission: 'opportunities.import', input: ImportInput, output: ImportResult, subjects: () => [],
  async run({ tx, now, today, changes }, ask) {
    const read = readAdverts(ask.bytes, { today })
    const reading = read.rows.length > MAX_IMPORT_ROWS ? refusedFile<AdvertRow>('file.tooManyRows', { most: MAX_IMPORT_ROWS }) : read
    const plan = planVacancies(reading, await loadTies(tx, reading.rows.map(({ value }) => value)), today)
    const result = importResult(ask, plan)
    if (!result.written) return result
    if (plan.toWrite.length > 0) await writeVacancies(tx, plan.toWrite, now)
    changes.push(...plan.toWrite.flatMap(({ known, fields }) => (known ? [{ table: 'opening', id: known.id, version: known.version, fields }] : [])))
    await noteImport(tx, 'vacancies', ask, result)
    return result
  },
})
