import { sql } from 'kysely'
import type { Actor, Tx } from '#platform/db.ts'
import type { Context } from '#platform/operation.ts'
import type { PlainDate } from '#shared/date.ts'
import type { Recurring } from './slots.core.ts'

type Between = { first: PlainDate; last: PlainDate }
const exceptions = sql`coalesce((select jsonb_agg(jsonb_build_object('onDay', x.on_day, 'movedTo', x.moved_to, 'fromTime', left(x.from_time::text, 5), 'toTime', left(x.to_time::text, 5), 'place', x.place))
  from activity_exception x where x.municipality_id = a.municipality_id and x.activity_id = a.id), '[]')`

/** To whom health is health; to everybody else it is time taken, without saying by what (TIL-07). */
const seesHealth = ({ kind, permissions }: Actor): boolean => kind === 'participant' || permissions.includes('programme.decide')

/** Everything with fixed hours in one person's weeks: classes, what is hers alone, agreed placements, the children's times. As far as the actor may see it. */
export async function loadRecurring({ tx, actor }: Pick<Context, 'tx' | 'actor'>, personId: string, { first, last }: Between): Promise<Recurring[]> {
  const { rows } = await sql<Recurring>`
    select case when a.person_id is null then 'class' else 'own' end as source, a.id as source_id, case when a.kind = 'health' and not ${seesHealth(actor)} then 'busy' else a.kind end as kind, a.title, a.place, c.name as teacher_name, a.is_work_oriented, a.schedule,
        greatest(a.from_date, t.from_date) as from_date, least(a.to_date, t.to_date) as to_date, ${exceptions} as exceptions
      from activity_participant t join activity a on a.municipality_id = t.municipality_id and a.id = t.activity_id left join account c on c.municipality_id = a.municipality_id and c.id = a.teacher_id
      where t.person_id = ${personId} and t.from_date <= ${last} and coalesce(t.to_date, ${last}::date) >= ${first} and a.from_date <= ${last} and coalesce(a.to_date, ${last}::date) >= ${first}
    union all
    select 'placement', g.id, g.kind, e.name, concat_ws(', ', e.street, e.place), null, true, g.schedule, g.from_date, least(g.to_date, g.ended_on), '[]'
      from agreement g join employer e on e.municipality_id = g.municipality_id and e.id = g.employer_id
      where g.person_id = ${personId} and g.from_date <= ${last} and coalesce(least(g.to_date, g.ended_on), ${last}::date) >= ${first}
        and app.is_agreed(g.id, g.kind, g.revision, g.submitted_at, g.cancelled_at)
    union all
    select 'family', f.id, 'family', f.label, null, null, false, f.schedule, f.from_date, f.to_date, '[]'
      from family_time f where f.person_id = ${personId} and f.from_date <= ${last} and coalesce(f.to_date, ${last}::date) >= ${first}`.execute(tx)
  return rows
}

/** A class as something recurring, for its own calendar and for registering. Nothing for what is one person's alone: that stands in her week, as far as it is the reader's to know. */
export async function loadActivityRecurring(tx: Tx, activityId: string): Promise<Recurring | undefined> {
  const { rows } = await sql<Recurring>`select 'class' as source, a.id as source_id, a.kind, a.title, a.place, c.name as teacher_name, a.is_work_oriented, a.schedule, a.from_date, a.to_date, ${exceptions} as exceptions
    from activity a left join account c on c.municipality_id = a.municipality_id and c.id = a.teacher_id where a.id = ${activityId} and a.person_id is null`.execute(tx)
  return rows[0]
}
