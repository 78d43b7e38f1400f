import { sql } from 'kysely'
import type { Context } from '#platform/operation.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays } from '#shared/date.ts'
import { daysOffBetween } from '../week/days-off.core.ts'
import type { Desk } from './desk.schema.ts'

/** How far back an unregistered day is still asked for. */
const DAYS_BACK = 28

/** Days of classes in the last four weeks for which somebody's attendance is not registered; today only when it is over for everybody. */
export async function unregisteredClasses({ tx, today }: Context): Promise<Desk['classes']> {
  const [first, last] = [addDays(today, -DAYS_BACK), addDays(today, -1)]
  const { rows } = await sql<{ activityId: string; title: string; day: PlainDate; teacherName: string | null; missing: number }>`
    select a.id as activity_id, a.title, d.on_day as day, c.name as teacher_name, count(*)::int as missing
    from app.programme_days((select array_agg(distinct t.person_id) from activity_participant t join activity a on a.id = t.activity_id where a.person_id is null and t.from_date <= ${last} and coalesce(t.to_date, ${last}::date) >= ${first}),
      ${first}, ${last}, ${daysOffBetween(first, last)}::date[]) d join activity a on a.id = d.activity_id left join account c on c.id = a.teacher_id
    where d.unregistered > 0 group by a.id, a.title, d.on_day, c.name order by d.on_day, a.title limit 100`.execute(tx)
  return rows
}
