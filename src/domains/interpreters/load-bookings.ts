import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { Context } from '#platform/operation.ts'
import { bookingActions, referenceOf, riskOf, stateOf } from './booking.core.ts'
import type { Standing } from './booking.core.ts'
import type { BookingPage, BookingRow, Purpose } from './booking.schema.ts'

type Held = Pick<BookingPage, 'wasCharged' | 'outcomeOn' | 'interpretedBy' | 'ground' | 'groundNote' | 'decidedByName'>
type Kept = Omit<BookingRow, 'reference' | 'state' | 'risk' | 'actions' | 'purpose' | 'meetsId'> & Standing & Held & { purpose: Purpose; meetsId: string; bookedBy: string }

/** Whether she may know that a meeting is about health: health personnel, the adviser with the case, and those who arranged it. */
const mayKnow = ({ actor }: Context, row: Pick<Kept, 'purpose' | 'meetsId' | 'bookedBy'>): boolean =>
  row.purpose !== 'health' || actor.permissions.includes('health.read') || actor.permissions.includes('programme.decide') || row.meetsId === actor.id || row.bookedBy === actor.id

function shown(context: Context, row: Kept): BookingRow {
  const state = stateOf(row)
  const whole = { ...row, reference: referenceOf(row.id), state, risk: riskOf({ ...row, state }, context.today), actions: bookingActions(state, row.onDay, context.today) }
  return mayKnow(context, row) ? whole : { ...whole, purpose: null, place: null, meetsId: null, meetsName: null, openQuestions: 0, actions: [] }
}

async function rowsOf({ tx }: Context, where: RawBuilder<unknown>, order: RawBuilder<unknown>, most: number): Promise<Kept[]> {
  const { rows } = await sql<Kept>`select b.id, b.version, b.person_id, p.given_name || ' ' || p.family_name as person_name, b.group_name, b.activity_id, b.language, b.dialect, b.second_language, b.modality, b.kind, b.purpose,
      b.on_day, b.from_time, b.minutes, b.place, b.meets_id, m.name as meets_name, b.wanted_gender, b.booked_by, b.supplier_id, s.name as supplier_name, b.interpreter_name, b.interpreter_number, b.category, b.next_step,
      b.asked_at, b.confirmed_at, b.not_had_at, b.cancelled_at, b.was_charged, b.outcome, b.outcome_on, b.interpreted_by, b.ground, b.ground_note, d.name as decided_by_name,
      coalesce((select json_agg(json_build_object('id', o.person_id, 'name', q.given_name || ' ' || q.family_name) order by q.given_name, q.id) from interpreter_booking_person o
        join person q on q.municipality_id = o.municipality_id and q.id = o.person_id where o.municipality_id = b.municipality_id and o.booking_id = b.id), '[]'::json) as others,
      (select count(*)::int from interpreter_question x where x.municipality_id = b.municipality_id and x.person_id = b.person_id and x.answered_on is null) as open_questions
    from interpreter_booking b left join person p on p.municipality_id = b.municipality_id and p.id = b.person_id
      left join account m on m.municipality_id = b.municipality_id and m.id = b.meets_id left join account d on d.municipality_id = b.municipality_id and d.id = b.decided_by
      left join interpreter_supplier s on s.municipality_id = b.municipality_id and s.id = b.supplier_id
    where ${where} order by ${order} limit ${most}`.execute(tx)
  return rows
}

/** Bookings the one who asks may see, as a list has them. */
export const loadBookings = async (context: Context, where: RawBuilder<unknown>, { newestFirst = false, most = 500 } = {}): Promise<BookingRow[]> =>
  (await rowsOf(context, where, newestFirst ? sql`b.on_day desc, b.from_time desc, b.id` : sql`b.on_day, b.from_time, b.id`, most)).map((row) => shown(context, row))

/** One booking with everything stored of it, or nothing. Of health only to those who may know. */
export async function findBooking(context: Context, id: string): Promise<{ stored: Kept; row: BookingRow } | undefined> {
  const [stored] = await rowsOf(context, sql`b.id = ${id}`, sql`b.id`, 1)
  return stored && mayKnow(context, stored) ? { stored, row: shown(context, stored) } : undefined
}

/** Persons a booking is about, for the access log. */
export const personsOf = (row: { personId: string | null; others: readonly { id: string }[] }): string[] => [...(row.personId === null ? [] : [row.personId]), ...row.others.map(({ id }) => id)]
