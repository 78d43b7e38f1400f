import { sql } from 'kysely'
import type { Context } from '#platform/operation.ts'
import type { LoadedOpening } from '../load-openings.ts'
import { findOpenings, loadLive } from '../load-openings.ts'
import type { LeftOut, PlanLimit } from './cohort.schema.ts'
import { loadFrame } from './frame.ts'
import { heldSeats, loadUnderWay } from './load-people.ts'
import type { Under } from './limits.core.ts'
import { limitsAbove } from './limits.core.ts'

type Host = Under & { isActive: boolean; isFull: boolean }

/** Who stands above each opening that has a known employer. */
async function loadHosts({ tx, today }: Context, ids: string[]): Promise<Map<string, Host>> {
  const { rows } = await sql<Host>`select o.id as opening_id, e.id as employer_id, e.name as employer_name, e.seats_at_once, c.id as supervisor_id, c.name as supervisor_name, c.supervises_at_once,
      e.kind = 'underenhet' and e.status = 'active' as is_active, e.full_until is not null and e.full_until >= ${today} as is_full
    from opening o join employer e on e.municipality_id = o.municipality_id and e.id = o.employer_id
      left join employer_contact c on c.municipality_id = o.municipality_id and c.id = o.supervisor_contact_id
    where o.id = any (${ids}::uuid[])`.execute(tx)
  return new Map(rows.map((one) => [one.openingId, one]))
}

type Taken = { openingId: string | null; employerId: string | null; supervisorContactId: string | null; taken: number }
const sumBy = (rows: readonly Taken[], key: 'openingId' | 'employerId' | 'supervisorContactId'): Map<string, number> => {
  const sums = new Map<string, number>()
  for (const { [key]: id, taken } of rows) if (id !== null) sums.set(id, (sums.get(id) ?? 0) + taken)
  return sums
}

/** How many have a placement that runs or a proposal under way, by employer and by supervisor; `held`: seats of openings that proposals under way hold, at neighbours' by what may be seen of those put forward. */
export async function loadTaken(context: Context) {
  const { tx, today } = context
  const { rows: running } = await sql<Taken>`select null as opening_id, employer_id, supervisor_contact_id, taken from app.supervised_now(${today})`.execute(tx)
  const { rows: underWay } = await sql<Taken>`select opening_id, employer_id, supervisor_contact_id, held as taken from app.seats_under_way()`.execute(tx)
  const all = [...running, ...underWay]
  return { employers: sumBy(all, 'employerId'), supervisors: sumBy(all, 'supervisorContactId'), held: new Map([...sumBy(underWay, 'openingId'), ...heldSeats(await loadUnderWay(context))]) }
}

/** An opening in a plan: `seats` are free, less those somebody is being considered for. */
export type CohortOpening = LoadedOpening & { seats: number; host: Under }
export type CohortOpenings = { openings: CohortOpening[]; limits: PlanLimit[]; limitOf: (number | null)[]; leftOut: Pick<LeftOut, 'publicPosts' | 'ownerUnknown' | 'noEmployer' | 'neighbours' | 'employerFull'> }

/** Who stands above a place that a neighbour shares: nobody we know of. Its free seats are what the neighbour says. */
const elsewhere = ({ card }: LoadedOpening): Host => ({ openingId: card.id, employerId: null, employerName: card.employerName ?? '', seatsAtOnce: null, supervisorId: null, supervisorName: null, supervisesAtOnce: null, isActive: true, isFull: false })

const hostOf = (one: LoadedOpening, hosts: ReadonlyMap<string, Host>): Host | undefined => (one.card.sharedBy === undefined ? hosts.get(one.card.id) : elsewhere(one))

/** All free seats a plan is solved over, with the limits above them, and what is left out. The one place where seats of neighbours come in, where they are asked for. */
export async function loadCohortOpenings(context: Context, neighbours: boolean): Promise<CohortOpenings> {
  const live = await loadLive(context)
  const hosts = await loadHosts(context, live.map(({ card }) => card.id))
  const taken = await loadTaken(context)
  const leftOut = { publicPosts: 0, ownerUnknown: 0, noEmployer: 0, neighbours: 0, employerFull: 0 }
  const openings: CohortOpening[] = []
  for (const one of live) {
    const host = hostOf(one, hosts)
    const seats = one.card.freeSeats - (taken.held.get(one.card.id) ?? 0)
    if (one.card.sharedBy !== undefined && !neighbours) leftOut.neighbours++
    else if (one.notRanked === 'publicPost') leftOut.publicPosts++
    else if (!host?.isActive) leftOut.noEmployer++
    else if (one.notRanked) leftOut.ownerUnknown++
    else if (host.isFull) leftOut.employerFull++
    else if (seats > 0) openings.push({ ...one, seats, host })
  }
  return { openings, leftOut, ...limitsAbove(openings.map(({ host }) => host), taken, await loadFrame(context.tx)) }
}

/** Some openings as they are now, open or not, with who stands above them. */
export async function loadOpeningsNow(context: Context, ids: string[]): Promise<Omit<CohortOpening, 'seats'>[]> {
  const [openings, hosts] = [await findOpenings(context, ids), await loadHosts(context, ids)]
  return openings.flatMap((one) => {
    const host = hostOf(one, hosts)
    return host ? [{ ...one, host }] : []
  })
}
