import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { z } from 'zod'
import type { PlainDate } from '#shared/date.ts'
import { ScheduleSlot } from '#shared/schedule.ts'
import type { Context } from '#platform/operation.ts'
import type { Demand, OpeningFacts } from './facts.schema.ts'
import type { OpeningCard } from './match.schema.ts'

/** An opening as the comparison sees it, as a card, and what presenting somebody there depends on. */
export type LoadedOpening = { facts: OpeningFacts; card: OpeningCard; isOpen: boolean }

type Row = Omit<OpeningFacts, 'demands' | 'schedule'> & { schedule: unknown; employerId: string | null; employerName: string | null; place: string | null
  fromDate: PlainDate | null; toDate: PlainDate | null; freeSeats: number; isOpen: boolean }

const Slots = z.array(z.unknown()).transform((rows) => rows.flatMap((row) => ScheduleSlot.safeParse(row).data ?? []))

/** Open today: not withdrawn, not past its own end or last day to apply. A free seat is asked for beside it. */
const isOpen = ({ today, now }: Context): RawBuilder<boolean> => sql`(o.withdrawn_at is null and (o.expires_at is null or o.expires_at > ${now.toISOString()}::timestamptz)
  and (o.apply_until is null or o.apply_until >= ${today}) and (o.to_date is null or o.to_date >= ${today}))`

async function loadDemands({ tx }: Context, ids: string[]): Promise<Map<string, Demand[]>> {
  const rows = await tx.selectFrom('openingDemand').select(['openingId', 'kind', 'isRequired', 'skill', 'level', 'name', 'sentence', 'statutoryBasis'])
    .where('openingId', '=', sql<string>`any(${ids})`).execute()
  const demands = new Map<string, Demand[]>()
  for (const { openingId, ...demand } of rows) demands.set(openingId, [...demands.get(openingId) ?? [], demand])
  return demands
}

async function load(context: Context, where: RawBuilder<boolean>): Promise<LoadedOpening[]> {
  const { rows } = await sql<Row>`select o.id, o.kind, o.title, o.occupation_code, o.extent, o.schedule, o.hours_per_week, o.physical_demands, o.reachable_by,
      o.employer_id, coalesce(e.name, o.employer_name) as employer_name, coalesce(o.place, e.place) as place, o.from_date, o.to_date,
      o.seats - coalesce(t.taken, 0) as free_seats, ${isOpen(context)} as is_open
    from opening o left join employer e on e.municipality_id = o.municipality_id and e.id = o.employer_id
      left join app.taken_seats(${context.today}) t on t.opening_id = o.id
    where o.municipality_id = (select app.municipality()) and ${where}`.execute(context.tx)
  const demands = await loadDemands(context, rows.map(({ id }) => id))
  return rows.map(({ employerId, employerName, place, fromDate, toDate, freeSeats, isOpen: open, schedule, ...facts }) => ({
    facts: { ...facts, schedule: Slots.catch([]).parse(schedule), demands: demands.get(facts.id) ?? [] },
    card: { id: facts.id, kind: facts.kind, title: facts.title, employerId, employerName, place, fromDate, toDate, freeSeats }, isOpen: open,
  }))
}

/** Every place and vacancy that is open today and has a free seat: two queries, however many they are. */
export const loadLive = (context: Context, kind?: OpeningCard['kind']): Promise<LoadedOpening[]> =>
  load(context, sql`${isOpen(context)} and o.seats > coalesce(t.taken, 0) and ${kind ? sql`o.kind = ${kind}` : sql`true`}`)

/** One opening, open or not; nothing where the actor may not see it. */
export const findOpening = async (context: Context, id: string): Promise<LoadedOpening | undefined> => (await load(context, sql`o.id = ${id}`))[0]

/** Some openings, open or not; without those the actor may not see. */
export const findOpenings = (context: Context, ids: readonly string[]): Promise<LoadedOpening[]> => load(context, sql`o.id = any (${ids}::uuid[])`)
