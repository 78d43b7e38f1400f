import { sql } from 'kysely'
import type { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import { NotFound, found } from '#platform/problem.ts'
import { weekday } from '#shared/date.ts'
import { weeklyHours } from '#shared/schedule.ts'
import { activityActions } from './activity.core.ts'
import { ActivityRow } from './activity.schema.ts'
import type { Activity, ListActivitiesInput, TakesPart } from './activity.schema.ts'
import { daysOffBetween } from './days-off.core.ts'

type Listed = Omit<ActivityRow, 'hoursAWeek' | 'isToday'>

/** The classes of a municipality, those that go on first; what is one person's alone stands on her own page. */
export async function loadActivities({ tx, actor, today }: Context, { mine, past, kind }: z.output<typeof ListActivitiesInput>): Promise<ActivityRow[]> {
  const where = sql.join([sql`a.person_id is null`, past ? sql`true` : sql`coalesce(a.to_date, ${today}::date) >= ${today}`, ...(mine ? [sql`a.teacher_id = ${actor.id}`] : []), ...(kind ? [sql`a.kind = ${kind}`] : [])], sql` and `)
  const { rows } = await sql<Listed>`select a.id, a.kind, a.title, a.place, a.teacher_id, c.name as teacher_name, a.schedule, a.from_date, a.to_date, a.is_work_oriented, a.own_work_hours, a.course_id,
      (select count(distinct t.person_id)::int from activity_participant t where t.municipality_id = a.municipality_id and t.activity_id = a.id and t.from_date <= ${today} and coalesce(t.to_date, ${today}::date) >= ${today}) as participants
    from activity a left join account c on c.municipality_id = a.municipality_id and c.id = a.teacher_id where ${where}
    order by coalesce(a.to_date, ${today}::date) < ${today}, a.title, a.id limit 300`.execute(tx)
  const isOff = daysOffBetween(today, today).length > 0
  const listed = rows.map((row) => ActivityRow.parse({ ...row, hoursAWeek: weeklyHours(row.schedule) + row.ownWorkHours,
    isToday: !isOff && row.fromDate <= today && (row.toDate === null || row.toDate >= today) && row.schedule.some((slot) => slot.weekday === weekday(today)) }))
  // what is today comes first; the order is else kept
  return listed.toSorted((a, b) => Number(b.isToday) - Number(a.isToday))
}

const participantsOf = async ({ tx, today }: Context, activityId: string) => (await sql<z.input<typeof TakesPart>>`
  select t.id, t.version, t.person_id, p.given_name || ' ' || p.family_name as person_name, t.from_date, t.to_date, coalesce(t.to_date < ${today}, false) as is_over
  from activity_participant t join person p on p.municipality_id = t.municipality_id and p.id = t.person_id
  where t.activity_id = ${activityId} order by is_over, p.given_name, p.family_name, t.from_date, t.id`.execute(tx)).rows

/** One activity with those who take part and the days that differ. */
export async function loadActivity(context: Context, id: string): Promise<z.input<typeof Activity>> {
  const { tx, actor } = context
  const stored = found(await tx.selectFrom('activity').leftJoin('account', 'account.id', 'activity.teacherId').leftJoin('person', 'person.id', 'activity.personId').leftJoin('course', 'course.id', 'activity.courseId').where('activity.id', '=', id)
    .select(['activity.id', 'activity.version', 'activity.personId', 'activity.kind', 'title', 'activity.place', 'teacherId', 'schedule', 'fromDate', 'toDate', 'isWorkOriented', 'ownWorkHours', 'courseId', 'course.name as courseName', 'account.name as teacherName', 'person.givenName', 'person.familyName']).executeTakeFirst())
  const { givenName, familyName, ...row } = stored
  // to whom health is only time taken, there is nothing to open
  if (row.kind === 'health' && !actor.permissions.includes('programme.decide')) throw new NotFound()
  const exceptions = await tx.selectFrom('activityException').select(['id', 'onDay', 'movedTo', 'fromTime', 'toTime', 'place', 'note']).where('activityId', '=', id).orderBy('onDay', 'desc').execute()
  const content = ActivityRow.shape.schedule.parse(row.schedule)
  return { ...row, schedule: content, personName: givenName === null ? null : `${givenName} ${familyName ?? ''}`, hoursAWeek: weeklyHours(content) + Number(row.ownWorkHours),
    ownWorkHours: Number(row.ownWorkHours), exceptions, participants: await participantsOf(context, id), actions: activityActions(row.personId, actor.permissions) }
}
