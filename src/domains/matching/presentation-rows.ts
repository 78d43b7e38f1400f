import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { PlainDate } from '#shared/date.ts'
import { dayInNorway } from '#shared/date.ts'
import type { Context } from '#platform/operation.ts'
import type { PresentationState } from './match.schema.ts'
import type { Course } from './presentation.core.ts'
import { permitWarning, presentationActions, stateOf, waitsFor } from './presentation.core.ts'
import type { Presentation } from './presentation.schema.ts'

type CourseRow = Omit<Course, 'decidedOn'> & { decidedAt: string | null }
export const courseOf = ({ startedBy, askedOn, consentOn, consentHow, decidedAt, metOn, outcome }: CourseRow): Course =>
  ({ startedBy, askedOn, consentOn, consentHow, metOn, outcome, decidedOn: decidedAt === null ? null : dayInNorway(new Date(decidedAt)) })

const COURSE = ['startedBy', 'askedOn', 'consentOn', 'consentHow', 'decidedAt', 'metOn', 'outcome'] as const

/** What is already under way, by the other side's id: the person's openings, or the opening's persons. */
export async function pursuedOf({ tx }: Context, of: { personId: string } | { openingId: string }): Promise<Map<string, { id: string; state: PresentationState }>> {
  const rows = await tx.selectFrom('presentation').select(['id', 'personId', 'openingId', ...COURSE])
    .where('personId' in of ? 'presentation.personId' : 'presentation.openingId', '=', 'personId' in of ? of.personId : of.openingId).execute()
  return new Map(rows.map((row) => ['personId' in of ? row.openingId : row.personId, { id: row.id, state: stateOf(courseOf(row)) }]))
}

export type Index = { id: string; course: Course; adviserId: string | null; contactIds: string[] }

/** Which there are, with no more than tells how far each has come and whose it is; the longest waiting first. */
export async function findPresentations({ tx }: Context, of: { personId?: string; openingId?: string; employerId?: string }): Promise<Index[]> {
  const rows = await tx.selectFrom('presentation as p')
    .innerJoin('person', (join) => join.onRef('person.municipalityId', '=', 'p.municipalityId').onRef('person.id', '=', 'p.personId'))
    .innerJoin('opening as o', (join) => join.onRef('o.municipalityId', '=', 'p.municipalityId').onRef('o.id', '=', 'p.openingId'))
    .leftJoin('employer as e', (join) => join.onRef('e.municipalityId', '=', 'o.municipalityId').onRef('e.id', '=', 'o.employerId'))
    .select(['p.id', 'p.startedBy', 'p.askedOn', 'p.consentOn', 'p.consentHow', 'p.decidedAt', 'p.metOn', 'p.outcome', 'person.adviserId', 'e.contactAccountId', 'e.substituteAccountId'])
    .$if(of.personId !== undefined, (query) => query.where('p.personId', '=', of.personId ?? ''))
    .$if(of.openingId !== undefined, (query) => query.where('p.openingId', '=', of.openingId ?? ''))
    .$if(of.employerId !== undefined, (query) => query.where('o.employerId', '=', of.employerId ?? ''))
    .orderBy('p.createdAt').orderBy('p.id').execute()
  return rows.map(({ id, adviserId, contactAccountId, substituteAccountId, ...row }) =>
    ({ id, course: courseOf(row), adviserId, contactIds: [contactAccountId, substituteAccountId].filter((one) => one !== null) }))
}

type Row = CourseRow & Pick<Presentation, 'id' | 'version' | 'note' | 'createdAt' | 'application' | 'consentText' | 'consentBy' | 'consentParts' | 'decidedBy' | 'meetingNote' | 'outcomeReason' | 'contactName'>
  & { personId: string; givenName: string; familyName: string; adviserName: string | null; permitUntil: PlainDate | null
    openingId: string; kind: 'practice_place' | 'vacancy'; title: string; employerId: string | null; employerName: string | null; place: string | null; fromDate: PlainDate | null; toDate: PlainDate | null }

const rowsSql = (ids: readonly string[]): RawBuilder<Row> => sql`
  select p.id, p.version, p.started_by, p.note, p.created_at, p.application, p.asked_on, p.consent_on, p.consent_how, p.consent_text, p.consent_parts, p.decided_at, p.met_on, p.meeting_note, p.outcome, p.outcome_reason,
    who.id as person_id, who.given_name, who.family_name, who.permit_until, adviser.name as adviser_name, noted.name as consent_by, decider.name as decided_by, contact.name as contact_name,
    o.id as opening_id, o.kind, o.title, o.employer_id, coalesce(e.name, o.employer_name) as employer_name, coalesce(o.place, e.place) as place, o.from_date, o.to_date
  from presentation p join person who on who.municipality_id = p.municipality_id and who.id = p.person_id
    join opening o on o.municipality_id = p.municipality_id and o.id = p.opening_id
    left join employer e on e.municipality_id = o.municipality_id and e.id = o.employer_id
    left join account adviser on adviser.municipality_id = who.municipality_id and adviser.id = who.adviser_id
    left join account noted on noted.municipality_id = p.municipality_id and noted.id = p.consent_by
    left join account decider on decider.municipality_id = p.municipality_id and decider.id = p.decided_by
    left join account contact on contact.municipality_id = e.municipality_id and contact.id = e.contact_account_id
  where p.id = any(${ids}::uuid[]) order by array_position(${ids}::uuid[], p.id)`

/** The whole of these presentations, in the order of their ids. */
export async function loadPresentations({ tx, today, actor }: Context, ids: readonly string[]): Promise<Presentation[]> {
  if (ids.length === 0) return []
  const { rows } = await rowsSql(ids).execute(tx)
  return rows.map(({ personId, givenName, familyName, adviserName, permitUntil, openingId, kind, title, employerId, employerName, place, fromDate, toDate, ...row }) => {
    const course = courseOf(row)
    return { ...row, decidedOn: course.decidedOn, state: stateOf(course), waitsFor: waitsFor(course), actions: presentationActions(course, actor.permissions),
      person: { id: personId, givenName, familyName, adviserName }, opening: { id: openingId, kind, title, employerId, employerName, place, fromDate, toDate },
      permitEnds: permitWarning(permitUntil, toDate, today) }
  })
}
