import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { PlainDate } from '#shared/date.ts'
import type { Situation } from './groups.core.ts'
import type { WithoutPlan } from './groups.schema.ts'

type Row = Omit<Situation, 'isAwaited'> & {
  personId: string; givenName: string; familyName: string; settledOn: PlainDate | null; adviserId: string | null; adviserName: string | null
  whereaboutsOn: PlainDate | null; whereaboutsVersion: number | null
  stepId: string | null; stepVersion: number | null; step: string | null; stepDue: PlainDate | null; stepOwner: string | null
}

/** Everybody who may be without a plan, with what decides it. Those who are in a programme are not asked for. */
export const loadSituations = async (tx: Tx, today: PlainDate): Promise<Row[]> => (await sql<Row>`
  select p.id as person_id, p.given_name, p.family_name, p.birth_date, p.gender, p.arrival_category, p.status, p.settled_on, a.id as adviser_id, a.name as adviser_name,
    case when t.id is null then 'none' when t.ended_on is null then 'runs' else 'ended' end as programme,
    exists (select from agreement g where g.person_id = p.id and g.cancelled_at is null and g.ended_on is null and ${today}::date between g.from_date and coalesce(g.to_date, ${today}::date)) as is_placed,
    exists (select from family_tie k left join person c on c.municipality_id = k.municipality_id and c.id = k.relative_id where k.person_id = p.id and k.relation = 'child'
      and coalesce(c.birth_date > ${today}::date - interval '18 years', k.relative_birth_year > extract(year from ${today}::date) - 18)) as has_minor_child,
    w.state as whereabouts, w.confirmed_on as whereabouts_on, w.version as whereabouts_version,
    n.id as step_id, n.version as step_version, n.step, n.due_on as step_due, o.name as step_owner
  from person p left join account a on a.municipality_id = p.municipality_id and a.id = p.adviser_id
    left join lateral (select x.id, x.ended_on from participation x where x.person_id = p.id order by x.starts_on desc limit 1) t on true
    left join whereabouts w on w.person_id = p.id
    left join lateral (select x.* from next_step x where x.person_id = p.id and x.done_on is null order by x.due_on limit 1) n on true
    left join account o on o.municipality_id = n.municipality_id and o.id = n.owner_id
  where p.status not in ('in_work', 'in_education', 'moved') and (t.id is null or t.ended_on is not null)`.execute(tx)).rows

/** A row as the list shows it. */
export const shownWithoutPlan = (row: Row, { me, groups, state }: { me: string } & Pick<WithoutPlan, 'groups' | 'state'>): WithoutPlan => ({
  personId: row.personId, name: `${row.givenName} ${row.familyName}`, birthDate: row.birthDate, settledOn: row.settledOn, adviserName: row.adviserName, isMine: row.adviserId === me, groups, state,
  // reason for the cast: the column holds nothing else (whereabouts_state)
  whereabouts: row.whereabouts === null || row.whereaboutsOn === null ? null : { state: row.whereabouts as NonNullable<WithoutPlan['whereabouts']>['state'], confirmedOn: row.whereaboutsOn, version: row.whereaboutsVersion ?? 1 },
  nextStep: row.stepId === null || row.step === null || row.stepDue === null ? null : { id: row.stepId, version: row.stepVersion ?? 1, step: row.step, dueOn: row.stepDue, ownerName: row.stepOwner },
})
