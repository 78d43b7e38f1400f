import { sql } from 'kysely'
import { loadGrounds } from '#domains/rules/index.ts'
import type { Context } from '#platform/operation.ts'
import type { Tx } from '#platform/db.ts'
import { CEFR_LEVELS } from '#shared/cefr.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays, addMonths } from '#shared/date.ts'
import type { Grounds } from '#rules/rule.ts'
import { daysOffBetween } from '../week/days-off.core.ts'
import { loadOpenElements } from '../plan/load-classes.ts'
import { loadRuleFacts } from '../week/load-rule-facts.ts'
import { askElements, withChildren } from './ask-elements.ts'
import type { ElementName } from './course.schema.ts'
import { elementOf } from './element.core.ts'
import type { Spent } from './road.core.ts'
import type { RoadFacts, Taking } from './road-of.core.ts'
import { Credit } from './road.schema.ts'

export type Participant = { personId: string; personName: string; adviserName: string | null; startsOn: PlainDate; lastDay: PlainDate; months: number; extensionMonths: number }

/** Those who are in a programme, with the last day as it was decided: what adds to the length comes on top, so it is never later than the true one. */
export async function loadParticipants(tx: Tx, personId?: string): Promise<Participant[]> {
  const rows = await tx.selectFrom('participation as p').innerJoin('person', (join) => join.onRef('person.municipalityId', '=', 'p.municipalityId').onRef('person.id', '=', 'p.personId')).leftJoin('account', (join) => join.onRef('account.municipalityId', '=', 'p.municipalityId').onRef('account.id', '=', 'person.adviserId'))
    .select(['p.personId', 'p.startsOn', 'p.months', 'p.extensionMonths', 'person.givenName', 'person.familyName', 'account.name as adviserName']).where('p.endedOn', 'is', null)
    .$if(personId !== undefined, (query) => query.where('p.personId', '=', personId ?? '')).orderBy('person.givenName').orderBy('person.familyName').orderBy('p.personId').execute()
  return rows.map((one) => ({ personId: one.personId, personName: `${one.givenName} ${one.familyName}`, adviserName: one.adviserName, startsOn: one.startsOn, months: one.months, extensionMonths: one.extensionMonths, lastDay: addDays(addMonths(one.startsOn, one.months + one.extensionMonths), -1) }))
}

type TimeRow = Omit<Spent, 'element'> & { personId: string; kind: string; fulfils: ElementName | null; isWorkOriented: boolean }

/** Minutes and days in each activity: what was held, was attended, is not registered, and is ahead before the programme ends. The same minutes as the attendance has. */
async function loadSpent(tx: Tx, people: readonly Participant[], today: PlainDate): Promise<Map<string, Spent[]>> {
  const first = people.map(({ startsOn }) => startsOn).toSorted()[0] ?? today
  const last = people.map(({ lastDay }) => lastDay).toSorted().at(-1) ?? today
  const { rows } = await sql<TimeRow>`select d.person_id, coalesce(a.kind, 'work_practice') as kind, c.fulfils, coalesce(a.is_work_oriented, true) as is_work_oriented,
      sum(d.planned) filter (where d.is_held)::int as held, sum(d.present + d.presumed) filter (where d.is_held)::int as attended, sum(d.unregistered) filter (where d.is_held)::int as unregistered, sum(d.planned) filter (where not d.is_held)::int as ahead,
      count(distinct d.on_day) filter (where d.is_held)::int as held_days, count(distinct d.on_day) filter (where d.is_held and d.present + d.presumed > 0)::int as attended_days,
      count(distinct d.on_day) filter (where d.is_held and d.unregistered > 0)::int as unregistered_days, count(distinct d.on_day) filter (where not d.is_held)::int as ahead_days
    from (select p.*, x.last_day, p.on_day < ${today} or p.present + p.missing > 0 as is_held
        from unnest(${people.map(({ personId }) => personId)}::uuid[], ${people.map(({ lastDay }) => lastDay)}::date[]) x(person_id, last_day)
          join app.programme_days(${people.map(({ personId }) => personId)}::uuid[], ${first}, ${last}, ${daysOffBetween(first, last)}::date[]) p on p.person_id = x.person_id) d
      left join activity a on a.id = d.activity_id left join course c on c.municipality_id = a.municipality_id and c.id = a.course_id
    where d.is_held or d.on_day <= d.last_day group by d.person_id, d.activity_id, d.agreement_id, a.kind, c.fulfils, a.is_work_oriented`.execute(tx)
  const zero = { held: 0, attended: 0, unregistered: 0, ahead: 0 }
  const spent = rows.map(({ personId, kind, fulfils, isWorkOriented, ...amounts }) => ({ personId, spent: { ...amounts, held: amounts.held ?? zero.held, attended: amounts.attended ?? zero.attended, unregistered: amounts.unregistered ?? zero.unregistered, ahead: amounts.ahead ?? zero.ahead, element: elementOf({ kind, fulfils, isWorkOriented }) } }))
  return new Map([...Map.groupBy(spent, ({ personId }) => personId)].map(([personId, own]) => [personId, own.map((one) => one.spent)]))
}

async function loadTakings(tx: Tx, personIds: readonly string[]): Promise<(Taking & { personId: string })[]> {
  return (await sql<Taking & { personId: string }>`select t.person_id, a.id as activity_id, a.course_id, c.name as course_name, c.purpose, c.languages, coalesce(a.title, c.name, '') as title, a.kind, c.fulfils, a.person_id is null as is_class, a.is_work_oriented, greatest(a.from_date, t.from_date) as from_date, least(a.to_date, t.to_date) as to_date
    from activity_participant t join activity a on a.municipality_id = t.municipality_id and a.id = t.activity_id left join course c on c.municipality_id = a.municipality_id and c.id = a.course_id
    where t.person_id = any (${personIds}::uuid[]) and a.kind <> 'health' order by from_date, a.id`.execute(tx)).rows
}

type More = { personId: string; level: string | null; practiceFrom: PlainDate | null }
/** Her spoken Norwegian as it was assessed last, and her first day of practice: had, agreed, or planned. */
async function loadMore(tx: Tx, personIds: readonly string[]): Promise<Map<string, More>> {
  const { rows } = await sql<More>`select p.id as person_id,
      (select l.level from language_level l where l.person_id = p.id and l.language = 'no' and l.skill = 'spoken_interaction' order by l.assessed_on desc nulls last, l.id desc limit 1) as level,
      least((select min(g.from_date) from agreement g where g.person_id = p.id and g.cancelled_at is null),
        (select min(greatest(a.from_date, t.from_date)) from activity_participant t join activity a on a.municipality_id = t.municipality_id and a.id = t.activity_id where t.person_id = p.id and a.kind in ('work_practice', 'language_practice')),
        (select min(e.from_date) from plan_element e where e.person_id = p.id and e.removed_in is null and e.kind in ('work_practice', 'language_practice'))) as practice_from
    from person p where p.id = any (${personIds}::uuid[])`.execute(tx)
  return new Map(rows.map((row) => [row.personId, row]))
}

/** The roads of these participants, as far as the actor may know: without the ground `case` neither what the law asks nor what was credited. */
export async function loadRoads({ tx, today }: Pick<Context, 'tx' | 'today'>, people: readonly Participant[], grounds?: Grounds): Promise<RoadFacts[]> {
  const ids = people.map(({ personId }) => personId)
  const facts = await withChildren(tx, await loadRuleFacts(tx, ids), today)
  const [spent, takings, more] = [await loadSpent(tx, people, today), await loadTakings(tx, ids), await loadMore(tx, ids)]
  const credits = await tx.selectFrom('courseCredit').select(['id', 'version', 'personId', 'element', 'kind', 'amount', 'onDate', 'ground']).where(sql<boolean>`person_id = any (${ids}::uuid[])`).orderBy('onDate').orderBy('id').execute()
  const [known, plan] = [grounds ?? await loadGrounds(tx), await loadOpenElements(tx, ids)]
  return people.map(({ personId, personName, startsOn, lastDay }) => {
    const own = facts.get(personId) ?? {}
    return { personId, personName, startsOn, lastDay, asked: askElements(own, today, known), spent: spent.get(personId) ?? [], takings: takings.filter((one) => one.personId === personId),
      credits: credits.filter((one) => one.personId === personId).map((one) => Credit.parse({ ...one, amount: one.amount === null ? null : Number(one.amount) })),
      level: CEFR_LEVELS.find((level) => level === more.get(personId)?.level) ?? null, isParent: own.hasChildUnder18 ?? null, plan: plan.filter((one) => one.personId === personId), practiceFrom: more.get(personId)?.practiceFrom ?? null }
  })
}
