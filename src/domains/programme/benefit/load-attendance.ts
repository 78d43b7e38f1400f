import { sql } from 'kysely'
import type { PlainDate } from '#shared/date.ts'
import type { Tx } from '#platform/db.ts'
import { basisFor } from '../attendance/basis.ts'
import type { BasisDay } from '../attendance/basis.ts'
import type { AttendanceDay, Span } from './basis.core.ts'
import { lastDayOf } from './month.core.ts'

export type Attendance = { days: AttendanceDay[]; unpaidLeave: Span[] }

/** A day the benefit asks about; most are as planned and are left out. Being away that nobody has decided about is not settled. */
function dayOf({ onDay, planned, withoutBenefit, unauthorised, pending, uncoded, unregistered }: BasisDay): AttendanceDay | undefined {
  const unsettledMinutes = pending + uncoded + unregistered
  if (withoutBenefit + unauthorised + unsettledMinutes === 0) return undefined
  return { on: onDay, plannedMinutes: planned, unauthorisedMinutes: unauthorised, unpaidMinutes: withoutBenefit, unsettledMinutes }
}

type Kept = { personId: string; forMonth: PlainDate; days: AttendanceDay[] }
type Asker = { personId: string; programmes: readonly Span[] }

/** The days each approved run kept: as good as asking attendance again where nothing was registered since. */
async function keptDays(tx: Tx, month: PlainDate): Promise<Kept[]> {
  const { rows } = await sql<Kept>`select l.person_id, l.for_month, l.days from benefit_line l where l.days is not null and l.for_month < ${month}`.execute(tx)
  return rows
}

const tookPart = ({ programmes }: Asker, month: PlainDate): boolean => programmes.some(({ from, to }) => from <= lastDayOf(month) && (to === null || to >= month))

/** Whom attendance must be asked about again in earlier months: something was registered since, or she had no line though she took part. */
async function askedAgain(tx: Tx, people: readonly Asker[], earlier: readonly PlainDate[], kept: ReadonlySet<string>, month: PlainDate): Promise<{ month: PlainDate; personIds: string[] }[]> {
  const { rows } = await sql<{ personId: string; month: PlainDate }>`select * from app.benefit_changed(${people.map(({ personId }) => personId)}::uuid[], ${month})`.execute(tx)
  const changed = new Set(rows.map((one) => `${one.personId} ${one.month}`))
  return earlier.map((one) => ({ month: one, personIds: people.filter((person) => changed.has(`${person.personId} ${one}`) || (!kept.has(`${person.personId} ${one}`) && tookPart(person, one))).map(({ personId }) => personId) }))
    .filter(({ personIds }) => personIds.length > 0)
}

/** What attendance says of each person in a month and in the months looked at again. */
export async function attendanceFor(tx: Tx, people: readonly Asker[], month: PlainDate, earlier: readonly PlainDate[]): Promise<Map<string, Attendance>> {
  const personIds = people.map(({ personId }) => personId)
  const found = new Map<string, Attendance>(personIds.map((id) => [id, { days: [], unpaidLeave: [] }]))
  const note = (days: readonly BasisDay[]): void => { for (const one of days) { const day = dayOf(one); if (day) found.get(one.personId)?.days.push(day) } }
  const kept = earlier.length === 0 ? [] : await keptDays(tx, month)
  const again = earlier.length === 0 ? [] : await askedAgain(tx, people, earlier, new Set(kept.map((one) => `${one.personId} ${one.forMonth}`)), month)
  const fresh = new Set(again.flatMap((one) => one.personIds.map((id) => `${id} ${one.month}`)))
  for (const { personId, forMonth, days } of kept) if (!fresh.has(`${personId} ${forMonth}`)) found.get(personId)?.days.push(...days)
  for (const one of again) note(await basisFor(tx, one.personIds, one.month, lastDayOf(one.month)))
  note(await basisFor(tx, personIds, month, lastDayOf(month)))
  const { rows } = await sql<{ personId: string; fromDate: PlainDate; toDate: PlainDate | null }>`select * from app.benefit_away(${personIds}::uuid[], ${earlier[0] ?? month}, ${lastDayOf(month)}) order by person_id, from_date`.execute(tx)
  for (const { personId, fromDate, toDate } of rows) found.get(personId)?.unpaidLeave.push({ from: fromDate, to: toDate })
  return found
}
