import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { z } from 'zod'
import type { PlainDate } from '#shared/date.ts'
import { ScheduleSlot } from '#shared/schedule.ts'
import type { Context } from '#platform/operation.ts'
import type { Demand, OpeningFacts } from './facts.schema.ts'
import { mayCount } from './lawful-demand.core.ts'
import { loadTravel } from './travel/load-travel.ts'
import type { NotRanked, OpeningCard } from './match.schema.ts'
import { joinOwner, notRankedFor } from './not-ranked.ts'
import { loadRelated } from './load-related.ts'
import { loadShared } from './sharing/load-shared.ts'

/** An opening as the comparison sees it, as a card, and what presenting somebody there depends on. */
export type LoadedOpening = { facts: OpeningFacts; card: OpeningCard; isOpen: boolean; /** Why nobody is ranked for it. */ notRanked: NotRanked | null }

type Taken = { atOnce: number | null; supervised: number; seatsAtOnce: number | null; atEmployer: number }
type Row = Omit<OpeningFacts, 'demands' | 'schedule' | 'travel' | 'supervision'> & Taken & { postcode: string | null; isNamed: boolean; schedule: unknown; employerId: string | null; employerName: string | null; place: string | null
  fromDate: PlainDate | null; toDate: PlainDate | null; freeSeats: number; isOpen: boolean; notRanked: NotRanked | null }

const Slots = z.array(z.unknown()).transform((rows) => rows.flatMap((row) => ScheduleSlot.safeParse(row).data ?? [])).catch([])

/** Open today: not withdrawn, not past its own end or last day to apply. A free seat is asked for beside it. */
const isOpen = ({ today, now }: Context): RawBuilder<boolean> => sql`(o.withdrawn_at is null and (o.expires_at is null or o.expires_at > ${now.toISOString()}::timestamptz)
  and (o.apply_until is null or o.apply_until >= ${today}) and (o.to_date is null or o.to_date >= ${today}))`

async function loadDemands({ tx }: Context, ids: string[]): Promise<Map<string, Demand[]>> {
  const rows = await tx.selectFrom('openingDemand').select(['openingId', 'kind', 'isRequired', 'skill', 'level', 'name', 'sentence', 'statutoryBasis'])
    .where('openingId', '=', sql<string>`any(${ids})`).execute()
  const demands = new Map<string, Demand[]>()
  for (const { openingId, kind, isRequired, skill, level, name, sentence, statutoryBasis } of rows) {
    const demand = { kind, isRequired, skill, level, name, sentence, statutoryBasis }
    if (!mayCount(demand)) continue
    const list = demands.get(openingId)
    if (list) list.push(demand)
    else demands.set(openingId, [demand])
  }
  return demands
}

/** How many the named supervisor takes and has, and the employer, as far as they have said. */
const limitsOf = ({ atOnce, supervised, seatsAtOnce, atEmployer }: Taken): OpeningFacts['supervision']['limits'] =>
  [...(atOnce === null ? [] : [{ atOnce, now: supervised }]), ...(seatsAtOnce === null ? [] : [{ atOnce: seatsAtOnce, now: atEmployer }])]

async function load(context: Context, where: RawBuilder<boolean>, from?: readonly string[]): Promise<LoadedOpening[]> {
  const { rows } = await sql<Row>`with supervised as materialized (select * from app.supervised_now(${context.today}))
    select o.id, o.kind, o.title, o.occupation_code, o.esco_uri, o.extent, o.schedule, o.hours_per_week, o.physical_demands, o.reachable_by,
      o.employer_id, coalesce(e.name, o.employer_name) as employer_name, coalesce(o.place, e.place) as place, o.from_date, o.to_date, coalesce(o.postcode, e.postcode) as postcode,
      o.seats - coalesce(t.taken, 0) as free_seats, ${isOpen(context)} as is_open, ${notRankedFor} as not_ranked, c.id is not null as is_named,
      c.supervises_at_once as at_once, coalesce(sc.taken, 0) as supervised, e.seats_at_once, coalesce(se.taken, 0) as at_employer
    from opening o left join employer e on e.municipality_id = o.municipality_id and e.id = o.employer_id
      ${joinOwner}
      left join employer_contact c on c.municipality_id = o.municipality_id and c.id = o.supervisor_contact_id
      left join app.taken_seats(${context.today}) t on t.opening_id = o.id
      left join (select supervisor_contact_id, sum(taken)::int as taken from supervised group by 1) sc on sc.supervisor_contact_id = o.supervisor_contact_id
      left join (select employer_id, sum(taken)::int as taken from supervised group by 1) se on se.employer_id = o.employer_id
    where o.municipality_id = (select app.municipality()) and ${where}`.execute(context.tx)
  const demands = await loadDemands(context, rows.map(({ id }) => id))
  const travelTo = await loadTravel(context, rows.map(({ postcode }) => postcode), from)
  const relatedTo = await loadRelated(context, rows.map(({ occupationCode }) => occupationCode))
  // each field by its name: gathering the rest of a row is slow, and there are thousands
  return rows.map((row) => ({
    facts: { id: row.id, kind: row.kind, title: row.title, occupationCode: row.occupationCode, escoUri: row.escoUri, related: relatedTo(row.occupationCode), extent: row.extent, hoursPerWeek: row.hoursPerWeek, physicalDemands: row.physicalDemands, reachableBy: row.reachableBy, fromDate: row.fromDate,
      schedule: Slots.parse(row.schedule), demands: demands.get(row.id) ?? [], travel: travelTo(row.postcode), supervision: { isNamed: row.isNamed, limits: limitsOf(row) } },
    card: { id: row.id, kind: row.kind, title: row.title, employerId: row.employerId, employerName: row.employerName, place: row.place, fromDate: row.fromDate, toDate: row.toDate, freeSeats: row.freeSeats }, isOpen: row.isOpen, notRanked: row.notRanked,
  }))
}

/** Neighbours' places that are shared with us (decision note 030). Their supervisors and the employer's page are the neighbour's own. */
async function loadNeighbours(context: Context, from?: readonly string[]): Promise<LoadedOpening[]> {
  const rows = await loadShared(context)
  const travelTo = await loadTravel(context, rows.map(({ postcode }) => postcode), from)
  const relatedTo = await loadRelated(context, rows.map(({ occupationCode }) => occupationCode))
  return rows.map(({ id, kind, title, occupationCode, extent, hoursPerWeek, physicalDemands, reachableBy, fromDate, schedule, demands, postcode, isNamed, ...row }) => ({
    facts: { id, kind, title, occupationCode, related: relatedTo(occupationCode), extent, hoursPerWeek, physicalDemands, reachableBy, fromDate, schedule: Slots.parse(schedule), demands: demands.filter(mayCount), travel: travelTo(postcode), supervision: { isNamed, limits: [] } },
    card: { id, kind, title, employerId: null, employerName: row.employerName, place: row.place, fromDate, toDate: row.toDate, freeSeats: row.freeSeats, sharedBy: row.ownerName }, isOpen: row.isOpen, notRanked: kind === 'vacancy' ? 'employerUnknown' as const : null,
  }))
}

/**
 * Every place and vacancy that is open today and has a free seat, neighbours' shared places among them: as many queries however many they are.
 * `from`: the postcodes travel times are wanted from; all that are lived in, if absent.
 */
export async function loadLive(context: Context, kind?: OpeningCard['kind'], from?: readonly string[]): Promise<LoadedOpening[]> {
  const own = await load(context, sql`${isOpen(context)} and o.seats > coalesce(t.taken, 0) and ${kind ? sql`o.kind = ${kind}` : sql`true`}`, from)
  if (kind === 'vacancy') return own
  return [...own, ...(await loadNeighbours(context, from)).filter((one) => one.isOpen && one.card.freeSeats > 0)]
}

/** One opening, open or not, also a neighbour's that is shared with us; nothing where the actor may not see it. */
export const findOpening = async (context: Context, id: string): Promise<LoadedOpening | undefined> =>
  (await load(context, sql`o.id = ${id}`))[0] ?? (await loadNeighbours(context)).find(({ card }) => card.id === id)

/** Some openings, open or not, neighbours' among them; without those the actor may not see. `from` as with `loadLive`. */
export async function findOpenings(context: Context, ids: readonly string[], from?: readonly string[]): Promise<LoadedOpening[]> {
  const own = await load(context, sql`o.id = any (${ids}::uuid[])`, from)
  return own.length === new Set(ids).size ? own : [...own, ...(await loadNeighbours(context, from)).filter(({ card }) => ids.includes(card.id))]
}
