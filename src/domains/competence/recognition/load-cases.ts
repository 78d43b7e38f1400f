import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { PlainDate } from '#shared/date.ts'
import { checkIsDue, inOrder, nextSteps, standingOf } from './recognition.core.ts'
import { Document, Step } from './recognition.schema.ts'
import type { Authority, Case, OwnCase } from './recognition.schema.ts'

type Row = { id: string; personId: string; profession: string | null; openedOn: PlainDate; responsibleId: string | null; responsibleName: string | null; caseNumber: string | null
  educationId: string; level: number; field: string | null; country: string | null; toYear: number | null
  authorityId: string; authorityVersion: number; scheme: Authority['scheme']; authorityName: string; expectedWeeks: number | null; source: string | null; sourceOn: PlainDate | null }
type StaffRow = Row & { version: number; nextCheckOn: PlainDate | null; note: string | null; personName: string; hasProtectedAddress: boolean }

/** What both sides may read of a case; what is between colleagues is added for them alone. */
const shared = sql`c.id, c.person_id, c.profession, c.opened_on, c.responsible_id, r.name as responsible_name, c.case_number, e.id as education_id, e.level, e.field, e.country, e.to_year,
  a.id as authority_id, a.version as authority_version, a.scheme, a.name as authority_name, a.expected_weeks, a.source, a.source_on`
const joined = sql`recognition_case c join education e on e.municipality_id = c.municipality_id and e.id = c.education_id
  join recognition_authority a on a.municipality_id = c.municipality_id and a.id = c.authority_id
  left join account r on r.municipality_id = c.municipality_id and r.id = c.responsible_id`

async function partsOf(tx: Tx, ids: string[]) {
  const steps = await tx.selectFrom('recognitionStep').select(['id', 'caseId', 'kind', 'onDay', 'dueOn', 'result', 'missing']).where('caseId', 'in', ids).execute()
  const documents = await tx.selectFrom('recognitionDocument').selectAll().where('caseId', 'in', ids).orderBy('name').execute()
  return { steps: Map.groupBy(steps, ({ caseId }) => caseId), documents: Map.groupBy(documents, ({ caseId }) => caseId) }
}

const educationOf = ({ educationId, level, field, country, toYear }: Row) => ({ id: educationId, level, field, country, toYear })
const authorityOf = ({ authorityId, authorityVersion, scheme, authorityName, expectedWeeks, source, sourceOn }: Row): Authority => ({ id: authorityId, version: authorityVersion, scheme, name: authorityName, expectedWeeks, source, sourceOn })

type Loaded = Case & { personName: string; hasProtectedAddress: boolean }
/** Cases as colleagues see them, oldest first, each with how far it has come on the day. `mayWrite` opens the steps that may come next. */
export async function loadCases(tx: Tx, where: RawBuilder<unknown>, { today, mayWrite }: { today: PlainDate; mayWrite: boolean }): Promise<Loaded[]> {
  const { rows } = await sql<StaffRow>`select ${shared}, c.version, c.next_check_on, c.note, p.given_name || ' ' || p.family_name as person_name, p.address_protection <> 'none' as has_protected_address
    from ${joined} join person p on p.municipality_id = c.municipality_id and p.id = c.person_id where ${where} order by c.opened_on, c.id`.execute(tx)
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const { steps, documents } = await partsOf(tx, ids)
  const notes = new Map((await tx.selectFrom('recognitionStep').select(['id', 'note']).where('caseId', 'in', ids).execute()).map(({ id, note }) => [id, note]))
  return rows.map((row) => {
    const own = { steps: inOrder((steps.get(row.id) ?? []).map((one) => Step.parse({ ...one, note: notes.get(one.id) ?? null }))), documents: (documents.get(row.id) ?? []).map((one) => Document.parse(one)) }
    const standing = standingOf(own.steps, own.documents, row.expectedWeeks, today)
    const { id, version, personId, profession, openedOn, responsibleId, responsibleName, caseNumber, nextCheckOn, note, personName, hasProtectedAddress } = row
    return { id, version, personId, profession, openedOn, responsibleId, responsibleName, caseNumber, nextCheckOn, note, personName, hasProtectedAddress, ...own, standing,
      education: educationOf(row), authority: authorityOf(row), checkIsDue: checkIsDue(standing, nextCheckOn, today), next: mayWrite ? nextSteps(standing.state) : [] }
  })
}

/** Her own cases, as she reads them herself. */
export async function loadOwnCases(tx: Tx, today: PlainDate): Promise<OwnCase[]> {
  const { rows } = await sql<Row>`select ${shared} from ${joined} order by c.opened_on, c.id`.execute(tx)
  if (rows.length === 0) return []
  const { steps, documents } = await partsOf(tx, rows.map(({ id }) => id))
  return rows.map((row) => {
    const papers = (documents.get(row.id) ?? []).map((one) => Document.parse(one))
    return { id: row.id, education: educationOf(row), authority: { scheme: row.scheme, name: row.authorityName }, profession: row.profession, caseNumber: row.caseNumber, responsibleName: row.responsibleName,
      documents: papers, standing: standingOf((steps.get(row.id) ?? []).map((one) => Step.parse(one)), papers, row.expectedWeeks, today) }
  })
}
