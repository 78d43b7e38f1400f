import { sql } from 'kysely'
import type { PlainDate } from '#shared/date.ts'
import type { Context } from '#platform/operation.ts'
import type { OpeningFacts } from '../facts.schema.ts'

/** A neighbour's shared place as the database tells it: the columns an opening of our own has, whose it is, and whom to ring. */
export type SharedRow = Omit<OpeningFacts, 'schedule' | 'travel' | 'supervision'> & { schedule: unknown; ownerId: string; ownerName: string; employerName: string | null; postcode: string | null; place: string | null; toDate: PlainDate | null
  tasks: string | null; transportNote: string | null; seats: number; freeSeats: number; isOpen: boolean; isNamed: boolean; contactName: string | null; contactEmail: string | null }

/** Every place a neighbour shares with us today, open or not; none where there is no agreement. */
export const loadShared = async ({ tx, today, now }: Context): Promise<SharedRow[]> =>
  (await sql<SharedRow>`select * from app.shared_openings(${today}::date, ${now.toISOString()}::timestamptz) order by title, id`.execute(tx)).rows
