import type { Tx } from '#platform/db.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays, addMonths } from '#shared/date.ts'

type Lasting = { id: string; startsOn: PlainDate; months: number; extensionMonths: number }

/** The last day of a programme. */
export const lastDayOf = async (_tx: Tx, { startsOn, months, extensionMonths }: Lasting): Promise<PlainDate> => addDays(addMonths(startsOn, months + extensionMonths), -1)
