import { sql } from 'kysely'
import type { Context } from '#platform/operation.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays } from '#shared/date.ts'
import { daysOffBetween } from './days-off.core.ts'
import { askHourRules } from './hours-rules.ts'
import { countsHours, mondayOf } from './slots.core.ts'
import type { WeekMinutes } from './week.core.ts'
import { WEEKS_AHEAD, workHours } from './week.core.ts'
import type { Hours, Week } from './week.schema.ts'

/** Work-oriented minutes of each week in which anything was planned, as the timetable has them. */
async function workMinutes({ tx }: Context, personId: string, first: PlainDate, last: PlainDate): Promise<WeekMinutes[]> {
  const { rows } = await sql<WeekMinutes>`select date_trunc('week', d.on_day)::date as monday, coalesce(sum(d.planned) filter (where a.is_work_oriented or d.agreement_id is not null), 0)::int as minutes
    from app.programme_days(array[${personId}]::uuid[], ${first}, ${last}, ${daysOffBetween(first, last)}::date[]) d left join activity a on a.id = d.activity_id group by 1 order by 1`.execute(tx)
  return rows
}

/** Planned hours of a week against full time and against the work-oriented hours the act asks; null for one who is in no programme, and to those without the ground of the case. */
export async function loadHours(context: Context, personId: string, { monday, slots }: Pick<Week, 'monday' | 'slots'>): Promise<Hours | null> {
  const { tx, actor } = context
  if (!actor.permissions.includes('programme.decide')) return null
  const programme = await tx.selectFrom('participation').select('startsOn').where('personId', '=', personId).where('endedOn', 'is', null).executeTakeFirst()
  if (!programme) return null
  const counted = slots.filter(countsHours)
  const { rows: [own] } = await sql<{ hours: number; percent: number | null }>`select coalesce(sum(a.own_work_hours), 0) as hours,
      (select s.percent from part_time s where s.person_id = ${personId} and s.from_date <= ${monday} and coalesce(s.to_date, ${monday}::date) >= ${monday} order by s.from_date desc limit 1) as percent
    from activity_participant t join activity a on a.municipality_id = t.municipality_id and a.id = t.activity_id where t.person_id = ${personId} and a.own_work_hours > 0
      and greatest(t.from_date, a.from_date) <= ${addDays(monday, 6)}::date and coalesce(least(t.to_date, a.to_date), ${monday}::date) >= ${monday}`.execute(tx)
  const [ownWork, percent] = [own?.hours ?? 0, own?.percent ?? 100]
  const { full, isOwnWorkWithin, work, answers } = await askHourRules(context, personId, { ownWork, percent })
  const first = mondayOf(programme.startsOn)
  const weeks = await workMinutes(context, personId, first < monday ? first : monday, addDays(monday, 7 * (2 * WEEKS_AHEAD) - 1))
  return { planned: counted.reduce((sum, { minutes }) => sum + minutes, 0) / 60 + (isOwnWorkWithin ? ownWork : 0), ownWork, full, percent, answers, work: workHours(work, weeks, monday) }
}
