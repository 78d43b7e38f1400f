import type { Tx } from '#platform/db.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays, addMonths } from '#shared/date.ts'
import { loadLastDay } from '../attendance/load-counting.ts'

type Lasting = { personId: string; startsOn: PlainDate; months: number; extensionMonths: number; endedOn: PlainDate | null }

/**
 * The last day of a programme: of one that runs, with everything that adds to its length; where the rules cannot tell that
 * yet, by the length of the decision alone, which is never later.
 */
export async function lastDayOf(tx: Tx, { personId, startsOn, months, extensionMonths, endedOn }: Lasting, today: PlainDate): Promise<PlainDate> {
  const counted = endedOn === null ? await loadLastDay(tx, personId, today) : null
  return counted ?? addDays(addMonths(startsOn, months + extensionMonths), -1)
}
