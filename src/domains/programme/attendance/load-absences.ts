import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { PlainDate } from '#shared/date.ts'
import type { Absence } from './absence.schema.ts'

/** Absences of persons that lie on the days from `first` to `last`, the replaced ones too. With the ground of absence alone; else none. */
export async function loadAbsences(tx: Tx, personIds: readonly string[], first: PlainDate, last: PlainDate): Promise<Absence[]> {
  const { rows } = await sql<Absence>`select a.id, a.version, a.person_id, a.kind, a.welfare_reason, a.child_birth_date, a.from_date, a.to_date, a.minutes_each_day, a.is_abroad, a.certification, a.documented_on, a.decision, a.with_benefit,
      a.decision_note, a.decided_on, a.corrects_id, d.name as decided_by_name, app.is_paid(a.person_id, a.from_date, a.to_date) as is_paid,
      exists (select from absence c where c.municipality_id = a.municipality_id and c.corrects_id = a.id) as is_replaced
    from absence a left join account d on d.municipality_id = a.municipality_id and d.id = a.decided_by
    where a.person_id = any (${personIds}::uuid[]) and a.from_date <= ${last} and a.to_date >= ${first} order by a.from_date desc, a.id`.execute(tx)
  return rows
}

/** Whether an absence counts: nothing has replaced it, and it was not taken back. */
export const counts = ({ isReplaced, decision }: Pick<Absence, 'isReplaced' | 'decision'>): boolean => !isReplaced && decision !== 'withdrawn'
