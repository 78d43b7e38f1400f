import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays } from '#shared/date.ts'
import { daysOffBetween } from '../week/days-off.core.ts'
import type { PlannedDay } from './pattern.core.ts'
import { PATTERN_DAYS } from './pattern.core.ts'

/** Planned days of persons in the weeks that patterns are looked for in, with their unexplained minutes. */
export type PersonDays = { personId: string; days: (PlannedDay & { uncoded: number })[] }

/**
 * Days with what was missed. Leave that was granted beforehand (holiday, parents' leave and the like) is no absence here: its minutes were not to be
 * spent. Illness is: that somebody is often ill on Mondays is worth asking about, kindly.
 */
export async function loadPlannedDays(tx: Tx, personIds: readonly string[], today: PlainDate): Promise<PersonDays[]> {
  const first = addDays(today, 1 - PATTERN_DAYS)
  const { rows } = await sql<PersonDays>`
    with day as (select b.*, exists (select from absence a where a.person_id = b.person_id and b.on_day between a.from_date and a.to_date and a.decision = 'approved' and a.kind in ('own_illness', 'sick_child', 'sick_carer')
        and not exists (select from absence c where c.municipality_id = a.municipality_id and c.corrects_id = a.id)) as is_ill
      from app.attendance_basis(${personIds}::uuid[], ${first}, ${today}, ${daysOffBetween(first, today)}::date[]) b)
    select person_id, jsonb_agg(jsonb_build_object('onDay', on_day, 'planned', planned - unregistered - case when is_ill then 0 else with_benefit + without_benefit end,
      'missing', uncoded + pending + unauthorised + case when is_ill then with_benefit + without_benefit else 0 end, 'uncoded', uncoded) order by on_day) as days from day group by person_id`.execute(tx)
  return rows
}
