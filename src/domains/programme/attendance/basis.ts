import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'
import type { PlainDate } from '#shared/date.ts'
import { daysOffBetween } from '../week/days-off.core.ts'

/**
 * One person's day in minutes. `planned` is the sum of all that follow: present (registered, or presumed where only absence is told),
 * approved absence with and without benefit, unauthorised, absence that waits for a decision, being away that nobody has explained, and
 * classes nobody has registered.
 */
export type BasisDay = {
  personId: string; onDay: PlainDate; planned: number; present: number; withBenefit: number; withoutBenefit: number; unauthorised: number; pending: number; uncoded: number; unregistered: number
}

/**
 * What a payment is made from: minutes for each person and day from `from` to `to`, both included, with corrections in place of what they
 * correct. Days without anything planned, days off and frozen time are not among them. Set-based: one statement whatever the number of persons.
 * The actor needs the ground of economy or of absence; of an absence only whether the benefit is kept is told, never its kind.
 */
export async function basisFor(tx: Tx, personIds: readonly string[], from: PlainDate, to: PlainDate): Promise<BasisDay[]> {
  const { rows } = await sql<BasisDay>`select * from app.attendance_basis(${personIds}::uuid[], ${from}, ${to}, ${daysOffBetween(from, to)}::date[]) order by person_id, on_day`.execute(tx)
  return rows
}

/**
 * Holds attendance and absence of these persons and days fast from now on: a payment `runId` has been approved on them. What stands can then
 * only be corrected by rows of its own, and `basisFor` answers with the corrections. Harmless when it is called again.
 */
export async function lockPaid(tx: Tx, runId: string, personIds: readonly string[], from: PlainDate, to: PlainDate): Promise<void> {
  await sql`insert into paid_period (person_id, from_date, to_date, run_id) select one, ${from}, ${to}, ${runId} from unnest(${personIds}::uuid[]) one on conflict do nothing`.execute(tx)
}
