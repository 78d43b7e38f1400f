import { sql } from 'kysely'
import type { PlainDate } from '#shared/date.ts'
import type { Tx } from '#platform/db.ts'
import type { AttendanceDay, Span } from './basis.core.ts'

export type Attendance = { days: AttendanceDay[]; unpaidLeave: Span[] }

/** What attendance says of each person in a month and in the months looked at again. */
export async function attendanceFor(_tx: Tx, _personIds: readonly string[], _month: PlainDate, _earlier: readonly PlainDate[]): Promise<Map<string, Attendance>> {
  return new Map()
}

/** Holds attendance of these days fast, since it has been paid on: corrected from now on only by rows of its own. */
export async function markPaid({ tx }: { tx: Tx }, { runId, personIds, from, to }: { runId: string; personIds: readonly string[]; from: PlainDate; to: PlainDate }): Promise<void> {
  await sql`insert into paid_period (person_id, from_date, to_date, run_id) select id, ${from}, ${to}, ${runId} from unnest(${[...personIds]}::uuid[]) id on conflict do nothing`.execute(tx)
}
