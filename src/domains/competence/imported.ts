import { sql } from 'kysely'
import type { CefrLevel, LanguageSkill } from '#shared/cefr.ts'
import type { PlainDate } from '#shared/date.ts'
import type { FieldChange } from '#shared/import-result.ts'
import { fold } from '#shared/text.ts'
import type { Tx } from '#platform/db.ts'

type Job = { code?: string; title?: string }
/** What a file says of one person's competence; only what is there. */
export type ImportedCompetence = {
  personId: string
  norwegian: { skill: LanguageSkill; level: CefrLevel }[]
  assessedOn?: PlainDate
  educationLevel?: number
  occupation?: Job
  licences: string[]
  wishedOccupation?: Job
  hoursPerWeek?: number
}

type New = {
  languageLevel: { id: string; personId: string; language: string; skill: LanguageSkill; level: CefrLevel; assessedOn: PlainDate | null; evidence: 'documented' }[]
  education: { id: string; personId: string; level: number; isCompleted: boolean }[]
  workExperience: { id: string; personId: string; occupationCode: string | null; title: string }[]
  certificate: { id: string; personId: string; kind: 'driving_licence'; name: string }[]
  wish: { id: string; personId: string; occupationCode: string | null; wording: string }[]
  hours: { person_id: string; hours_per_week: number }[]
}
/** What is to be written, and for each person what will be different. */
export type CompetencePlan = { writes: New; changes: Map<string, FieldChange[]>; unknownOccupations: Map<string, string[]> }

type Known = {
  levels: Map<string, { level: string; assessedOn: string }>
  education: Set<string>; work: Set<string>; licences: Set<string>; wishes: Set<string>
  hours: Map<string, number>; occupations: Map<string, string>
}

const key = (...parts: (string | number)[]): string => parts.join(' ')

async function loadKnown(tx: Tx, ids: string[]): Promise<Known> {
  const levels = await sql<{ personId: string; skill: string; level: string; assessedOn: string | null }>`select distinct on (person_id, skill) person_id, skill, level, assessed_on
    from language_level where person_id = any(${ids}) and language = 'no' order by person_id, skill, assessed_on desc nulls last`.execute(tx)
  const education = await sql<{ personId: string; level: number }>`select person_id, level from education where person_id = any(${ids})`.execute(tx)
  const work = await sql<{ personId: string; title: string }>`select person_id, title from work_experience where person_id = any(${ids})`.execute(tx)
  const licences = await sql<{ personId: string; name: string }>`select person_id, name from certificate where person_id = any(${ids}) and kind = 'driving_licence'`.execute(tx)
  const wishes = await sql<{ personId: string; wording: string }>`select person_id, wording from wish where person_id = any(${ids})`.execute(tx)
  const hours = await sql<{ personId: string; hoursPerWeek: number | null }>`select person_id, hours_per_week from practical_frame where person_id = any(${ids})`.execute(tx)
  const occupations = await tx.selectFrom('occupation').select(['code', 'name']).where('level', '=', 4).execute()
  return {
    levels: new Map(levels.rows.map((one) => [key(one.personId, one.skill), { level: one.level, assessedOn: one.assessedOn ?? '' }])),
    education: new Set(education.rows.map((one) => key(one.personId, one.level))),
    work: new Set(work.rows.map((one) => key(one.personId, fold(one.title)))),
    licences: new Set(licences.rows.map((one) => key(one.personId, one.name))),
    wishes: new Set(wishes.rows.map((one) => key(one.personId, fold(one.wording)))),
    hours: new Map(hours.rows.flatMap((one) => (one.hoursPerWeek === null ? [] : [[one.personId, one.hoursPerWeek] as const]))),
    occupations: new Map(occupations.map((one) => [one.code, one.name])),
  }
}

/** A job's name as it is kept: the file's own words, else the standard's name, else the code itself. */
const nameOf = (job: Job, known: Known): string => job.title ?? known.occupations.get(job.code ?? '') ?? job.code ?? ''
const codeOf = (job: Job, known: Known): string | null => (job.code !== undefined && known.occupations.has(job.code) ? job.code : null)

/** Plans one person: adds what is new, leaves what is known, never takes anything away. */
function planOne(plan: CompetencePlan, known: Known, row: ImportedCompetence): void {
  const { personId } = row
  const { writes } = plan
  const changes: FieldChange[] = []
  const says = (field: string, from: string | null, to: string): void => { changes.push({ field, from, to }) }
  for (const { skill, level } of row.norwegian) {
    const now = known.levels.get(key(personId, skill))
    if (now && (now.level === level || now.assessedOn > (row.assessedOn ?? ''))) continue
    writes.languageLevel.push({ id: crypto.randomUUID(), personId, language: 'no', skill, level, assessedOn: row.assessedOn ?? null, evidence: 'documented' })
    says(skill, now?.level ?? null, level)
  }
  if (row.educationLevel !== undefined && !known.education.has(key(personId, row.educationLevel))) {
    writes.education.push({ id: crypto.randomUUID(), personId, level: row.educationLevel, isCompleted: true })
    says('educationLevel', null, String(row.educationLevel))
  }
  const [work, wish] = [row.occupation, row.wishedOccupation]
  if (work && !known.work.has(key(personId, fold(nameOf(work, known))))) {
    writes.workExperience.push({ id: crypto.randomUUID(), personId, occupationCode: codeOf(work, known), title: nameOf(work, known) })
    says('occupation', null, nameOf(work, known))
  }
  if (wish && !known.wishes.has(key(personId, fold(nameOf(wish, known))))) {
    writes.wish.push({ id: crypto.randomUUID(), personId, occupationCode: codeOf(wish, known), wording: nameOf(wish, known) })
    says('wishedOccupation', null, nameOf(wish, known))
  }
  for (const name of row.licences.filter((one) => !known.licences.has(key(personId, one)))) {
    writes.certificate.push({ id: crypto.randomUUID(), personId, kind: 'driving_licence', name })
    says('licences', null, name)
  }
  const hours = known.hours.get(personId)
  if (row.hoursPerWeek !== undefined && row.hoursPerWeek !== hours) {
    writes.hours.push({ person_id: personId, hours_per_week: row.hoursPerWeek })
    says('hoursPerWeek', hours === undefined ? null : String(hours), String(row.hoursPerWeek))
  }
  const unknown = [work, wish].flatMap((job) => (job?.code !== undefined && !known.occupations.has(job.code) ? [job.code] : []))
  if (unknown.length > 0) plan.unknownOccupations.set(personId, unknown)
  if (changes.length > 0) plan.changes.set(personId, changes)
}

/** What an import would change in the competence of these people. Reads only: one query for each kind of entry, whatever the number of people. */
export async function planImportedCompetence(tx: Tx, rows: readonly ImportedCompetence[]): Promise<CompetencePlan> {
  const known = await loadKnown(tx, rows.map(({ personId }) => personId))
  const plan: CompetencePlan = { writes: { languageLevel: [], education: [], workExperience: [], certificate: [], wish: [], hours: [] }, changes: new Map(), unknownOccupations: new Map() }
  for (const row of rows) planOne(plan, known, row)
  return plan
}

const CHUNK = 2000
const chunks = <T>(rows: readonly T[]): T[][] => Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, at) => rows.slice(at * CHUNK, (at + 1) * CHUNK))

/** Writes what `planImportedCompetence` planned, in rows by the thousand. The people must be there. */
export async function writeImportedCompetence(tx: Tx, { writes }: CompetencePlan): Promise<void> {
  for (const rows of chunks(writes.languageLevel)) await tx.insertInto('languageLevel').values(rows).execute()
  for (const rows of chunks(writes.education)) await tx.insertInto('education').values(rows).execute()
  for (const rows of chunks(writes.workExperience)) await tx.insertInto('workExperience').values(rows).execute()
  for (const rows of chunks(writes.certificate)) await tx.insertInto('certificate').values(rows).execute()
  for (const rows of chunks(writes.wish)) await tx.insertInto('wish').values(rows).execute()
  for (const rows of chunks(writes.hours)) await sql`insert into practical_frame (person_id, hours_per_week)
    select person_id, hours_per_week from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(person_id uuid, hours_per_week numeric)
    on conflict on constraint practical_frame_one do update set hours_per_week = excluded.hours_per_week, version = practical_frame.version + 1`.execute(tx)
}
