import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { Context } from '#platform/operation.ts'
import { Refused } from '#platform/problem.ts'
import { IMPORTED, nameOf, numbersOf, type KnownPerson, type Match, type Plan } from './import-participants.core.ts'
import type { ParticipantRow } from './participants-file.schema.ts'

type FileRow = { row: number; value: ParticipantRow }
const CHUNK = 2000
const chunks = <T>(rows: readonly T[]): T[][] => Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, at) => rows.slice(at * CHUNK, (at + 1) * CHUNK))

/** For every row of the file who she may be, hidden people too: one query. */
export async function matchRows(tx: Tx, rows: readonly FileRow[]): Promise<Map<number, Match[]>> {
  const asked = rows.flatMap(({ row, value }) => [{ number: null }, ...numbersOf(value)].map(({ number }) =>
    ({ row, number, name: number === null ? nameOf(value) : null, birth: number === null ? value.birthDate ?? null : null })))
  const column = <K extends 'row' | 'number' | 'name' | 'birth'>(key: K) => asked.map((one) => one[key])
  const found = await sql<Match & { at: number }>`select at, person_id, how from app.match_people(${column('row')}::int[], ${column('number')}::text[], ${column('name')}::text[], ${column('birth')}::date[])`.execute(tx)
  const matches = new Map<number, Match[]>()
  for (const { at, personId, how } of found.rows) matches.set(at, [...(matches.get(at) ?? []), { personId, how }])
  return matches
}

/** The people matched that the actor may see, held fast until the end of a writing transaction. */
export async function loadKnown(tx: Tx, ids: string[], lock: boolean): Promise<Map<string, KnownPerson>> {
  const people = await sql<KnownPerson>`select id, version, ${sql.join(IMPORTED.map((field) => sql.ref(field)))} from person where id = any(${ids}) ${lock ? sql`order by id for update` : sql``}`.execute(tx)
  const known = new Map(people.rows.map((person) => [person.id, { ...person, numbers: [] as KnownPerson['numbers'], address: null as KnownPerson['address'] }])) // filled below
  const numbers = await sql<{ personId: string } & KnownPerson['numbers'][number]>`select person_id, kind, number from person_number where person_id = any(${ids})`.execute(tx)
  for (const { personId, kind, number } of numbers.rows) known.get(personId)?.numbers.push({ kind, number })
  const addresses = await sql<{ personId: string } & NonNullable<KnownPerson['address']>>`select person_id, street, postcode, place from person_address where person_id = any(${ids})`.execute(tx)
  for (const { personId, ...address } of addresses.rows) {
    const person = known.get(personId)
    if (person) person.address = address
  }
  return known
}

type Created = Extract<Plan, { outcome: 'created' }>
type Changed = Extract<Plan, { outcome: 'changed' | 'unchanged' }>
/** A plan with the id the person has or will have. */
export type Planned = { personId: string; plan: Created | Changed }

const PORTAL_LANGUAGES = ['uk', 'ar', 'en']
const contactLocale = (language: string | null): string => PORTAL_LANGUAGES.find((known) => known === language) ?? 'nb'

async function writeChanged(context: Context, changed: readonly Changed[]): Promise<void> {
  const rows = changed.map(({ known, person }) => Object.fromEntries([['id', known.id], ['version', known.version], ...IMPORTED.map((field) => [snake(field), person[field]])]))
  const columns = sql.join(IMPORTED.map((field) => sql`${sql.ref(field)} = r.${sql.ref(field)}`))
  const { numAffectedRows } = await sql`update person p set version = p.version + 1, changed_at = ${context.now}, ${columns}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, version int, given_name text, family_name text, birth_date date, gender text, country text, phone text, email text,
      first_language text, other_languages text[], interpreter_language text, arrival_category text, settled_on date, address_protection text, note text)
    where p.id = r.id and p.version = r.version`.execute(context.tx)
  if (Number(numAffectedRows) !== rows.length) throw new Refused({ code: 'people.changedMeanwhile' })
  for (const { known, changes } of changed) context.changes.push({ table: 'person', id: known.id, version: known.version, fields: changes.map(({ field }) => field) })
}
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Writes the planned people: rows by the thousand, whatever their number. */
export async function writePeople(context: Context, planned: readonly Planned[]): Promise<void> {
  const { tx } = context
  for (const some of chunks(planned)) {
    const created = some.flatMap(({ personId, plan }) => (plan.outcome === 'created' ? [{ id: personId, contactLocale: contactLocale(plan.person.firstLanguage), ...plan.person }] : []))
    if (created.length > 0) await tx.insertInto('person').values(created).execute()
    await writeChanged(context, some.flatMap(({ plan }) => (plan.outcome === 'changed' ? [plan] : [])))
    const numbers = some.flatMap(({ personId, plan }) => plan.numbers.map((number) => ({ personId, ...number })))
    if (numbers.length > 0) await tx.insertInto('personNumber').values(numbers).execute()
    const addresses = some.flatMap(({ personId, plan }) => (plan.address && (plan.outcome === 'created' || plan.changes.some(({ field }) => field === 'address')) ? [{ personId, ...plan.address }] : []))
    if (addresses.length > 0) await tx.insertInto('personAddress').values(addresses).onConflict((conflict) => conflict.constraint('person_address_one')
      .doUpdateSet((eb) => ({ street: eb.ref('excluded.street'), postcode: eb.ref('excluded.postcode'), place: eb.ref('excluded.place') }))).execute()
  }
}
