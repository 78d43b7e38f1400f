import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { remembering } from '#shared/remembering.ts'
import type { Context } from '#platform/operation.ts'
import type { Demand, OpeningFacts } from './facts.schema.ts'
import { mayCount } from './lawful-demand.core.ts'
import { slotsOf } from './slots-of.ts'
import { loadTravel } from './travel/load-travel.ts'
import type { NotRanked, OpeningCard } from './match.schema.ts'
import { loadRelated } from './load-related.ts'
import { joinOwner, notRankedFor, units } from './not-ranked.ts'
import { loadShared } from './sharing/load-shared.ts'

/** An opening as the comparison sees it, as a card, and what presenting somebody there depends on. */
export type LoadedOpening = { facts: OpeningFacts; card: OpeningCard; isOpen: boolean; /** Why nobody is ranked for it. */ notRanked: NotRanked | null }

/** What is told of an opening itself, and what is counted today. */
type Told = Pick<OpeningFacts, 'id' | 'kind' | 'title' | 'occupationCode' | 'escoUri' | 'extent' | 'hoursPerWeek' | 'physicalDemands' | 'reachableBy' | 'fromDate'> & Pick<OpeningCard, 'employerId' | 'employerName' | 'place' | 'toDate'>
  & { schedule: unknown; postcode: string | null; isNamed: boolean; atOnce: number | null; seatsAtOnce: number | null; notRanked: NotRanked | null }
type Row = { told: string; freeSeats: number; isOpen: boolean; supervised: number; atEmployer: number }

/** So many openings are remembered as they were read: most are read again and again. A change makes another text. */
const MOST = 10_000
const toldIn = remembering((json) => { const told: Told = JSON.parse(json); return { ...told, schedule: slotsOf(told.schedule) } }, MOST)
type ToldDemand = [kind: Demand['kind'], isRequired: boolean, skill: string | null, level: string | null, name: string | null, sentence: string | null, statutoryBasis: string | null]
const demandsIn = remembering((json) => {
  const told: ToldDemand[] = JSON.parse(json)
  return told.map(([kind, isRequired, skill, level, name, sentence, statutoryBasis]): Demand => ({ kind, isRequired, skill, level, name, sentence, statutoryBasis })).filter(mayCount)
}, MOST)

/** Open today: not withdrawn, not past its own end or last day to apply. A free seat is asked for beside it. */
const isOpen = ({ today, now }: Context): RawBuilder<boolean> => sql`(o.withdrawn_at is null and (o.expires_at is null or o.expires_at > ${now.toISOString()}::timestamptz)
  and (o.apply_until is null or o.apply_until >= ${today}) and (o.to_date is null or o.to_date >= ${today}))`

/** What openings ask for, as texts: rows by the thousand are slow to make, and each opening's are the same as when it was read last. */
async function loadDemands({ tx }: Context, ids: string[]): Promise<Map<string, Demand[]>> {
  const { rows } = await sql<{ id: string; demands: string }>`select d.opening_id as id, json_agg(json_build_array(d.kind, d.is_required, d.skill, d.level, d.name, d.sentence, d.statutory_basis))::text as demands
    from opening_demand d where d.opening_id = any (${ids}::uuid[]) group by 1`.execute(tx)
  return new Map(rows.map(({ id, demands }) => [id, demandsIn(demands)]))
}

/** How many the named supervisor takes and has, and the employer, as far as they have said. */
const limitsOf = ({ atOnce, seatsAtOnce }: Pick<Told, 'atOnce' | 'seatsAtOnce'>, { supervised, atEmployer }: Pick<Row, 'supervised' | 'atEmployer'>): OpeningFacts['supervision']['limits'] =>
  [...(atOnce === null ? [] : [{ atOnce, now: supervised }]), ...(seatsAtOnce === null ? [] : [{ atOnce: seatsAtOnce, now: atEmployer }])]

const rowsSql = (context: Context, where: RawBuilder<boolean>): RawBuilder<Row> => sql<Row>`with supervised as materialized (select * from app.supervised_now(${context.today})), ${units}
    select o.seats - coalesce(t.taken, 0) as free_seats, ${isOpen(context)} as is_open, coalesce(sc.taken, 0) as supervised, coalesce(se.taken, 0) as at_employer,
      (select row_to_json(told) from (select o.id, o.kind, o.title, o.occupation_code as "occupationCode", o.esco_uri as "escoUri", o.extent, o.schedule, o.hours_per_week as "hoursPerWeek", o.physical_demands as "physicalDemands", o.reachable_by as "reachableBy",
        o.employer_id as "employerId", coalesce(e.name, o.employer_name) as "employerName", coalesce(o.place, e.place) as place, o.from_date as "fromDate", o.to_date as "toDate", coalesce(o.postcode, e.postcode) as postcode,
        c.id is not null as "isNamed", c.supervises_at_once as "atOnce", e.seats_at_once as "seatsAtOnce", ${notRankedFor} as "notRanked") told)::text as told
    from opening o left join unit e on e.id = o.employer_id
      ${joinOwner}
      left join employer_contact c on c.municipality_id = o.municipality_id and c.id = o.supervisor_contact_id
      left join app.taken_seats(${context.today}) t on t.opening_id = o.id
      left join (select supervisor_contact_id, sum(taken)::int as taken from supervised group by 1) sc on sc.supervisor_contact_id = o.supervisor_contact_id
      left join (select employer_id, sum(taken)::int as taken from supervised group by 1) se on se.employer_id = o.employer_id
    where o.municipality_id = (select app.municipality()) and ${where}`

async function load(context: Context, where: RawBuilder<boolean>, from?: readonly string[]): Promise<LoadedOpening[]> {
  const rows = (await rowsSql(context, where).execute(context.tx)).rows.map((row) => ({ row, told: toldIn(row.told) }))
  const demands = await loadDemands(context, rows.map(({ told }) => told.id))
  const travelTo = await loadTravel(context, rows.map(({ told }) => told.postcode), from)
  const relatedTo = await loadRelated(context, rows.map(({ told }) => told.occupationCode))
  // each field by its name: gathering the rest of a row is slow, and there are thousands
  return rows.map(({ row, told }) => ({
    facts: { id: told.id, kind: told.kind, title: told.title, occupationCode: told.occupationCode, escoUri: told.escoUri, related: relatedTo(told.occupationCode), extent: told.extent, hoursPerWeek: told.hoursPerWeek, physicalDemands: told.physicalDemands, reachableBy: told.reachableBy, fromDate: told.fromDate,
      schedule: told.schedule, demands: demands.get(told.id) ?? [], travel: travelTo(told.postcode), supervision: { isNamed: told.isNamed, limits: limitsOf(told, row) } },
    card: { id: told.id, kind: told.kind, title: told.title, employerId: told.employerId, employerName: told.employerName, place: told.place, fromDate: told.fromDate, toDate: told.toDate, freeSeats: row.freeSeats }, isOpen: row.isOpen, notRanked: told.notRanked,
  }))
}

/** Neighbours' places that are shared with us (decision note 030). Their supervisors and the employer's page are the neighbour's own. */
async function loadNeighbours(context: Context, from?: readonly string[]): Promise<LoadedOpening[]> {
  const rows = await loadShared(context)
  const travelTo = await loadTravel(context, rows.map(({ postcode }) => postcode), from)
  const relatedTo = await loadRelated(context, rows.map(({ occupationCode }) => occupationCode))
  return rows.map(({ id, kind, title, occupationCode, extent, hoursPerWeek, physicalDemands, reachableBy, fromDate, schedule, demands, postcode, isNamed, ...row }) => ({
    facts: { id, kind, title, occupationCode, related: relatedTo(occupationCode), extent, hoursPerWeek, physicalDemands, reachableBy, fromDate, schedule: slotsOf(schedule), demands: demands.filter(mayCount), travel: travelTo(postcode), supervision: { isNamed, limits: [] } },
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
