import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { z } from 'zod'
import type { PlainDate } from '#shared/date.ts'
import { ScheduleSlot } from '#shared/schedule.ts'
import type { Context } from '#platform/operation.ts'
import type { Demand, OpeningFacts } from './facts.schema.ts'
import type { OpeningCard } from './match.schema.ts'
import { loadShared } from './sharing/load-shared.ts'

/** An opening as the comparison sees it, as a card, and what presenting somebody there depends on. */
export type LoadedOpening = { facts: OpeningFacts; card: OpeningCard; isOpen: boolean }

/** A row of an opening, ours or a neighbour's. */
type OpeningRow = Omit<OpeningFacts, 'demands' | 'schedule'> & { schedule: unknown; employerId: string | null; employerName: string | null; place: string | null
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

function loadedFrom({ id, kind, title, occupationCode, extent, hoursPerWeek, physicalDemands, reachableBy, ...row }: OpeningRow & { ownerName?: string }, demands: Demand[]): LoadedOpening {
  const { employerId, employerName, place, fromDate, toDate, freeSeats, isOpen: open, schedule, ownerName } = row
  return {
    facts: { id, kind, title, occupationCode, extent, hoursPerWeek, physicalDemands, reachableBy, schedule: Slots.catch([]).parse(schedule), demands },
    card: { id, kind, title, employerId, employerName, place, fromDate, toDate, freeSeats, ...(ownerName !== undefined && { sharedBy: ownerName }) }, isOpen: open,
  }
}

/** Neighbours' places that are shared with us (decision note 030); the employer's page is theirs. */
const loadNeighbours = async (context: Context): Promise<LoadedOpening[]> =>
  (await loadShared(context)).map(({ demands, ...row }) => loadedFrom({ ...row, employerId: null }, demands))

async function load(context: Context, where: RawBuilder<boolean>): Promise<LoadedOpening[]> {
  const { rows } = await sql<OpeningRow>`select o.id, o.kind, o.title, o.occupation_code, o.extent, o.schedule, o.hours_per_week, o.physical_demands, o.reachable_by,
      o.employer_id, coalesce(e.name, o.employer_name) as employer_name, coalesce(o.place, e.place) as place, o.from_date, o.to_date,
      o.seats - coalesce(t.taken, 0) as free_seats, ${isOpen(context)} as is_open
    from opening o left join employer e on e.municipality_id = o.municipality_id and e.id = o.employer_id
      left join app.taken_seats(${context.today}) t on t.opening_id = o.id
    where o.municipality_id = (select app.municipality()) and ${where}`.execute(context.tx)
  const demands = await loadDemands(context, rows.map(({ id }) => id))
  return rows.map((row) => loadedFrom(row, demands.get(row.id) ?? []))
}

/** Every place and vacancy that is open today and has a free seat, neighbours' shared places among them: three queries, however many they are. */
export async function loadLive(context: Context, kind?: OpeningCard['kind']): Promise<LoadedOpening[]> {
  const own = await load(context, sql`${isOpen(context)} and o.seats > coalesce(t.taken, 0) and ${kind ? sql`o.kind = ${kind}` : sql`true`}`)
  if (kind === 'vacancy') return own
  return [...own, ...(await loadNeighbours(context)).filter((one) => one.isOpen && one.card.freeSeats > 0)]
}

/** One opening, open or not, also a neighbour's that is shared with us; nothing where the actor may not see it. */
export const findOpening = async (context: Context, id: string): Promise<LoadedOpening | undefined> =>
  (await load(context, sql`o.id = ${id}`))[0] ?? (await loadNeighbours(context)).find(({ card }) => card.id === id)
