import { sql } from 'kysely'
import type { Context } from '#platform/operation.ts'
import { found } from '#platform/problem.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays } from '#shared/date.ts'
import { daysOffBetween } from '../week/days-off.core.ts'
import { loadActivityRecurring } from '../week/load-recurring.ts'
import { slotsBetween } from '../week/slots.core.ts'
import type { ClassDay } from './attendance.schema.ts'
import type { StoredLine } from './register.core.ts'
import { openUntil, windowOf } from './register.core.ts'
import { loadSettings } from './settings.ts'

type Line = StoredLine & { personName: string; isReportedAway: boolean; how: ClassDay['lines'][number]['how']; isCorrected: boolean; total: number }

/** Those who take part on a day with what stands of each: the newest row, a correction before what it corrects. */
async function linesOf({ tx }: Context, activityId: string, day: PlainDate): Promise<Line[]> {
  const { rows } = await sql<Line>`
    with taking as materialized (select distinct t.person_id, p.given_name || ' ' || p.family_name as person_name from activity_participant t join person p on p.municipality_id = t.municipality_id and p.id = t.person_id
      where t.activity_id = ${activityId} and t.from_date <= ${day} and coalesce(t.to_date, ${day}::date) >= ${day}),
    away as materialized (select r.person_id from app.reported_away((select array_agg(person_id) from taking), ${day}) r),
    standing as materialized (select r.* from attendance r where r.activity_id = ${activityId} and r.on_day = ${day}
      and not exists (select from attendance c where c.municipality_id = r.municipality_id and c.corrects_id = r.id))
    select t.person_id, t.person_name, exists (select from away a where a.person_id = t.person_id) as is_reported_away, r.id, r.state, r.present_minutes, r.how,
      r.corrects_id is not null as is_corrected, app.is_paid(t.person_id, ${day}, ${day}) as is_paid,
      -- each change adds a row or one to the version of a row, so the sum never stands still
      (select coalesce(sum(v.version), 0)::int from attendance v where v.activity_id = ${activityId} and v.on_day = ${day}) as total
    from taking t left join standing r on r.person_id = t.person_id order by t.person_name, t.person_id`.execute(tx)
  return rows
}

const LOOKS_FOR = 35

/** A class on one day: when it takes place, who comes, what is registered, and to whom it is open. */
export async function loadClassDay(context: Context, activityId: string, asked: PlainDate | undefined): Promise<ClassDay & { stored: StoredLine[] }> {
  const { today, actor } = context
  const activity = found(await loadActivityRecurring(context.tx, activityId))
  const around = (from: PlainDate): PlainDate[] => [...new Set(slotsBetween(addDays(from, -LOOKS_FOR), addDays(from, LOOKS_FOR), [activity], daysOffBetween(addDays(from, -LOOKS_FOR), addDays(from, LOOKS_FOR))).map(({ onDay }) => onDay))]
  // without a day: the last one that has come
  const day = asked ?? around(today).findLast((one) => one <= today) ?? today
  const days = around(day)
  const slots = slotsBetween(day, day, [activity], daysOffBetween(day, day))
  const [lines, { correctionDays }] = [await linesOf(context, activityId, day), await loadSettings(context.tx)]
  return {
    activityId, title: activity.title ?? '', place: slots[0]?.place ?? activity.place, day, plannedMinutes: slots.reduce((sum, { minutes }) => sum + minutes, 0), from: slots[0]?.from ?? null, to: slots.at(-1)?.to ?? null,
    lines: lines.map(({ personId, personName, isReportedAway, state, presentMinutes, how, isCorrected }) => ({ personId, personName, isReportedAway, state, presentMinutes, how, isCorrected })), stored: lines,
    version: lines[0]?.total ?? 0,
    window: windowOf(day, { today, correctionDays, held: actor.permissions }), openUntil: openUntil(day, correctionDays),
    previousDay: days.findLast((one) => one < day) ?? null, nextDay: days.find((one) => one > day) ?? null,
  }
}
