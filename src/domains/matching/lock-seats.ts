import { sql } from 'kysely'
import type { Context } from '#platform/operation.ts'

/** Whoever gives people and seats away waits for the one before in this municipality, to the end of the transaction: two at once would each see the same person and the same seat free. Taken before anything is read. */
export async function lockSeats({ tx }: Pick<Context, 'tx'>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('seats'), hashtext(app.municipality()::text))`.execute(tx)
}
