import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays, addMonths } from '#shared/date.ts'
import type { RegisterFacts } from './register.core.ts'

type Row = Omit<RegisterFacts, 'lastDay' | 'hasNumber'> & { months: number | null; extensionMonths: number | null }

/** Minutes of attendance in one kind of activity, corrections in place of what they correct; null where nothing was ever registered. */
const minutesIn = (kind: string) => sql`(select sum(t.present_minutes) from attendance t join activity v on v.municipality_id = t.municipality_id and v.id = t.activity_id
  where t.person_id = p.id and v.kind = ${kind} and not exists (select from attendance c where c.municipality_id = t.municipality_id and c.corrects_id = t.id))`

/**
 * What is known of everybody settled here, or of one person, by the names of the core. National numbers only for those who hold
 * their ground; health is not read at all. One statement whatever the number of persons.
 */
export async function loadRegister(tx: Tx, personId?: string): Promise<RegisterFacts[]> {
  const { rows } = await sql<Row>`
    select p.id as person_id, p.given_name || ' ' || p.family_name as name, a.name as adviser_name, p.gender, p.birth_date, p.country, p.settled_on,
      (select n.number from person_number n where n.person_id = p.id order by n.kind = 'fnr' desc, n.kind = 'dnr' desc limit 1) as number,
      (select concat_ws(', ', d.street, d.postcode, d.place) from person_address d where d.person_id = p.id and d.street is not null) as address,
      coalesce(p.phone, p.email) as contact, (select string_agg(distinct f.relation, ', ' order by f.relation) from family_tie f where f.person_id = p.id) as household,
      l.permit, l.permit_granted_on, p.first_language, p.interpreter_language,
      (select string_agg(e.level || coalesce(' ' || e.field, '') || case when e.is_completed then '' else ' (ikke fullført)' end, '; ' order by e.level desc) from education e where e.person_id = p.id) as education,
      (select string_agg(x.language || ' ' || x.skill || ' ' || x.level, '; ' order by x.language, x.skill) from (select distinct on (language, skill) language, skill, level from language_level where person_id = p.id order by language, skill, assessed_on desc nulls last) x) as languages,
      (select string_agg(w.title, '; ' order by w.from_year) from work_experience w where w.person_id = p.id) as work, (select string_agg(w.wording, '; ' order by w.rank) from wish w where w.person_id = p.id) as wishes,
      (select s.done_on from qualification_step s where s.person_id = p.id and s.kind = 'career_guidance') as career_guidance_on,
      (select s.done_on from qualification_step s where s.person_id = p.id and s.kind = 'competence_mapping') as mapped_on,
      t.offered_on, t.decided_on, t.starts_on, t.months, t.extension_months, t.ended_on, t.end_reason, t.end_activity, t.final_goal,
      (select string_agg(distinct o.kind, ', ' order by o.kind) from plan_element o join integration_plan g on g.municipality_id = o.municipality_id and g.id = o.plan_id where o.person_id = p.id and o.removed_in is null and o.kind <> 'health') as elements,
      (${minutesIn('life_skills')} / 60.0)::float as life_skills_hours,
      (select count(distinct t.on_day)::int from attendance t join activity v on v.municipality_id = t.municipality_id and v.id = t.activity_id where t.person_id = p.id and v.kind = 'parental_guidance' and t.present_minutes > 0) as parental_guidance_meetings,
      exists (select from family_tie f where f.person_id = p.id and f.relation = 'child') as has_children,
      (select count(*)::int from absence b where b.person_id = p.id and b.decision in ('approved', 'unauthorised') and not exists (select from absence c where c.municipality_id = b.municipality_id and c.corrects_id = b.id)) as absence_days,
      (select count(*)::int from programme_complaint k where k.person_id = p.id) as appeals,
      (select string_agg(part.key || ' ' || part.value, '; ' order by part.key) from (select g.content -> 'norwegian' as levels from integration_plan g where g.person_id = p.id order by g.closed_on nulls first, g.made_on desc limit 1) plan, jsonb_each_text(plan.levels) part where part.value is not null) as norwegian_goal,
      (${minutesIn('norwegian')} / 60.0)::float as norwegian_hours, (${minutesIn('social_studies')} / 60.0)::float as social_studies_hours,
      (select string_agg(x.skill || ' ' || x.level, '; ' order by x.skill) from language_level x where x.person_id = p.id and x.language = 'no' and x.evidence = 'tested') as norwegian_tests,
      coalesce(l.permit = 'collective_protection', false) as is_collective_protection,
      exists (select from programme_decision d where d.person_id = p.id and d.kind = 'exemption') as is_exempt
    from person p left join account a on a.municipality_id = p.municipality_id and a.id = p.adviser_id
      left join legal_facts l on l.person_id = p.id
      left join lateral (select x.* from participation x where x.person_id = p.id order by x.starts_on desc limit 1) t on true
    where p.settled_on is not null and p.status <> 'moved' and (${personId ?? null}::uuid is null or p.id = ${personId ?? null}::uuid)`.execute(tx)
  return rows.map(({ months, extensionMonths, ...row }) => ({ ...row, hasNumber: row.number !== null, lastDay: row.startsOn === null || months === null ? null : lastDayOf(row.startsOn, months + (extensionMonths ?? 0)) }))
}

/** The last day by the decision alone: what absence adds moves it later, never earlier, so that nothing is asked for too late. */
const lastDayOf = (startsOn: PlainDate, months: number): PlainDate => addDays(addMonths(startsOn, months), -1)
