import { sql } from 'kysely'
import type { Context } from '#platform/operation.ts'
import type { LoadedOpening } from '../load-openings.ts'
import { findOpenings, loadLive } from '../load-openings.ts'
import type { LeftOut, PlanLimit } from './cohort.schema.ts'
import { loadFrame } from './frame.ts'
import { heldSeats, loadUnderWay } from './load-people.ts'
import type { Under } from './limits.core.ts'
import { limitsAbove } from './limits.core.ts'

/** Legal forms of public employers: their advertised posts are filled by the qualification principle, never ranked by us. */
const PUBLIC = ['KOMM', 'KF', 'FYLK', 'FKF', 'IKS', 'ORGL', 'STAT'] as const

type Host = Under & { isPublic: boolean; isActive: boolean; isFull: boolean }

/** Who stands above each opening that has a known employer. */
async function loadHosts({ tx, today }: Context, ids: string[]): Promise<Map<string, Host>> {
  const { rows } = await sql<Host>`select o.id as opening_id, e.id as employer_id, e.name as employer_name, e.seats_at_once, c.id as supervisor_id, c.name as supervisor_name, c.supervises_at_once,
      (e.org_form = any (${[...PUBLIC]}) or coalesce(up.org_form = any (${[...PUBLIC]}), false)) is true as is_public,
      e.kind = 'underenhet' and e.status = 'active' as is_active, e.full_until is not null and e.full_until >= ${today} as is_full
    from opening o join employer e on e.municipality_id = o.municipality_id and e.id = o.employer_id
      left join employer up on up.municipality_id = e.municipality_id and (up.id = e.parent_id or (e.parent_id is null and up.org_number = e.parent_org_number))
      left join employer_contact c on c.municipality_id = o.municipality_id and c.id = o.supervisor_contact_id
    where o.id = any (${ids}::uuid[])`.execute(tx)
  return new Map(rows.map((one) => [one.openingId, one]))
}

/** How many have a placement that runs, by employer and by supervisor. */
export async function loadTaken({ tx, today }: Context) {
  const { rows } = await sql<{ employerId: string | null; supervisorContactId: string | null; taken: number }>`select * from app.supervised_now(${today})`.execute(tx)
  const [employers, supervisors] = [new Map<string, number>(), new Map<string, number>()]
  for (const { employerId, supervisorContactId, taken } of rows) {
    if (employerId !== null) employers.set(employerId, (employers.get(employerId) ?? 0) + taken)
    if (supervisorContactId !== null) supervisors.set(supervisorContactId, (supervisors.get(supervisorContactId) ?? 0) + taken)
  }
  return { employers, supervisors }
}

/** An opening in a plan: `seats` are free, less those somebody is being considered for. */
export type CohortOpening = LoadedOpening & { seats: number; host: Under }
export type CohortOpenings = { openings: CohortOpening[]; limits: PlanLimit[]; limitOf: (number | null)[]; leftOut: Pick<LeftOut, 'publicPosts' | 'noEmployer' | 'neighbours' | 'employerFull'> }

/** Who stands above a place that a neighbour shares: nobody we know of. Its free seats are what the neighbour says. */
const elsewhere = ({ card }: LoadedOpening): Host => ({ openingId: card.id, employerId: null, employerName: card.employerName ?? '', seatsAtOnce: null, supervisorId: null, supervisorName: null, supervisesAtOnce: null, isPublic: false, isActive: true, isFull: false })

const hostOf = (one: LoadedOpening, hosts: ReadonlyMap<string, Host>): Host | undefined => (one.card.sharedBy === undefined ? hosts.get(one.card.id) : elsewhere(one))

/** All free seats a plan is solved over, with the limits above them, and what is left out. The one place where seats of neighbours come in, where they are asked for. */
export async function loadCohortOpenings(context: Context, neighbours: boolean): Promise<CohortOpenings> {
  const live = await loadLive(context)
  const hosts = await loadHosts(context, live.map(({ card }) => card.id))
  const held = heldSeats(await loadUnderWay(context))
  const leftOut = { publicPosts: 0, noEmployer: 0, neighbours: 0, employerFull: 0 }
  const openings: CohortOpening[] = []
  for (const one of live) {
    const host = hostOf(one, hosts)
    const seats = one.card.freeSeats - (held.get(one.card.id) ?? 0)
    if (one.card.sharedBy !== undefined && !neighbours) leftOut.neighbours++
    else if (one.card.kind === 'vacancy' && host?.isPublic) leftOut.publicPosts++
    else if (!host?.isActive) leftOut.noEmployer++
    else if (host.isFull) leftOut.employerFull++
    else if (seats > 0) openings.push({ ...one, seats, host })
  }
  return { openings, leftOut, ...limitsAbove(openings.map(({ host }) => host), await loadTaken(context), await loadFrame(context.tx)) }
}

/** Some openings as they are now, open or not, with who stands above them. */
export async function loadOpeningsNow(context: Context, ids: string[]): Promise<Omit<CohortOpening, 'seats'>[]> {
  const [openings, hosts] = [await findOpenings(context, ids), await loadHosts(context, ids)]
  return openings.flatMap((one) => {
    const host = hostOf(one, hosts)
    return host ? [{ ...one, host }] : []
  })
}
