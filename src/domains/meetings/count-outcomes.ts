import { sql } from 'kysely'
import type { Context } from '#platform/operation.ts'
import { found } from '#platform/problem.ts'
import type { OutcomeCounts } from './report.core.ts'

/** What became of the meetings of a day, counted over everybody, also those the reader may not see: numbers alone. */
export async function countOutcomes({ tx }: Context, dayId: string): Promise<OutcomeCounts> {
  const { rows } = await sql<OutcomeCounts>`select * from app.count_meeting_outcomes(${dayId})`.execute(tx)
  return found(rows[0])
}
