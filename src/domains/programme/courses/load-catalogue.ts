import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { PlainDate } from '#shared/date.ts'
import { Schedule } from '#shared/schedule.ts'
import { daysOffBetween } from '../week/days-off.core.ts'
import { slotsBetween } from '../week/slots.core.ts'
import type { LeastToday } from './course.schema.ts'
import { Course, Run } from './course.schema.ts'

type Row = Omit<Run, 'free' | 'hours' | 'hasBegun'> & { courseId: string; schedule: unknown }

/** Hours of a class from its first day to its last; null where it has none. */
function hoursOf({ fromDate, toDate, schedule }: Pick<Row, 'fromDate' | 'toDate' | 'schedule'>): number | null {
  if (toDate === null) return null
  const once = { source: 'class' as const, sourceId: '', kind: '', title: null, place: null, teacherName: null, isWorkOriented: false, exceptions: [], fromDate, toDate, schedule: Schedule.parse(schedule) }
  return slotsBetween(fromDate, toDate, [once], daysOffBetween(fromDate, toDate)).reduce((sum, { minutes }) => sum + minutes, 0) / 60
}

/** Classes of these courses that run or are to begin, the next first, with the seats left. */
async function loadRuns(tx: Tx, today: PlainDate): Promise<Map<string, Run[]>> {
  const { rows } = await sql<Row>`select a.course_id, a.id as activity_id, coalesce(a.title, c.name) as title, a.from_date, a.to_date, a.place, t.name as teacher_name, a.schedule, c.seats,
      (select count(distinct p.person_id)::int from activity_participant p where p.municipality_id = a.municipality_id and p.activity_id = a.id and coalesce(p.to_date, ${today}::date) >= ${today}) as participants
    from activity a join course c on c.municipality_id = a.municipality_id and c.id = a.course_id left join account t on t.municipality_id = a.municipality_id and t.id = a.teacher_id
    where a.person_id is null and coalesce(a.to_date, ${today}::date) >= ${today} order by a.from_date, a.title, a.id`.execute(tx)
  const runs = rows.map((row) => ({ courseId: row.courseId, run: Run.parse({ ...row, free: row.seats === null ? null : Math.max(0, row.seats - row.participants), hasBegun: row.fromDate <= today, hours: hoursOf(row) }) }))
  return new Map([...Map.groupBy(runs, ({ courseId }) => courseId)].map(([courseId, own]) => [courseId, own.map(({ run }) => run)]))
}

/** What the law asks that a course does not have. */
function shortOfLaw({ fulfils, hours, meetings }: Pick<Course, 'fulfils' | 'hours' | 'meetings'>, least: readonly LeastToday[]): LeastToday | null {
  const asked = least.find(({ element }) => element === fulfils)
  const has = asked?.measure === 'meetings' ? meetings : hours
  return asked && has !== null && has < asked.least ? asked : null
}

/** The whole catalogue in the order of the road, retired courses last, with the coming runs of each. */
export async function loadCatalogue(tx: Tx, today: PlainDate, least: readonly LeastToday[] = []): Promise<Course[]> {
  const rows = await tx.selectFrom('course').selectAll().execute()
  const relations = await tx.selectFrom('courseRelation').select(['courseId', 'kind', 'otherId']).execute()
  const runs = await loadRuns(tx, today)
  const others = (id: string, kind: 'requires' | 'replaces') => relations.filter((one) => one.courseId === id && one.kind === kind).map(({ otherId }) => otherId)
  const courses = rows.map((row) => { const one = Course.omit({ shortOfLaw: true }).parse({ ...row, hours: row.hours === null ? null : Number(row.hours), requires: others(row.id, 'requires'), replaces: others(row.id, 'replaces'), runs: runs.get(row.id) ?? [] }); return { ...one, shortOfLaw: shortOfLaw(one, least) } })
  return courses.toSorted((a, b) => Number(a.retiredOn !== null) - Number(b.retiredOn !== null) || a.place - b.place || a.name.localeCompare(b.name, 'nb') || a.id.localeCompare(b.id))
}
