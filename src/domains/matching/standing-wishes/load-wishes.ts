import { sql } from 'kysely'
import { z } from 'zod'
import { ScheduleSlot } from '#shared/schedule.ts'
import type { Context } from '#platform/operation.ts'
import { Criterion } from '../match.schema.ts'
import type { Ring, Wish } from './wish.schema.ts'
import { WishDemands } from './wish.schema.ts'

type Row = Omit<Wish, 'actions' | 'demands' | 'schedule'> & { demands: unknown; schedule: unknown }
type Asked = { id?: string; employerId?: string; ended?: boolean }

/** Standing wishes, the oldest first: they have waited longest. */
export async function loadWishes({ tx, actor }: Pick<Context, 'tx' | 'actor'>, { id, employerId, ended }: Asked): Promise<Wish[]> {
  const { rows } = await sql<Row>`select w.id, w.version, w.employer_id, e.name as employer_name, e.postcode, w.need_id, w.title, w.occupation_code, o.name as occupation_name, w.tasks, w.schedule, w.hours_per_week, w.physical_demands, w.reachable_by, w.demands, w.since,
      coalesce(c.name, n.name) as contact_name, w.ended_on, w.end_reason
    from standing_wish w join employer e on e.municipality_id = w.municipality_id and e.id = w.employer_id
      left join occupation o on o.municipality_id = w.municipality_id and o.code = w.occupation_code
      left join account c on c.municipality_id = e.municipality_id and c.id = e.contact_account_id left join account n on n.municipality_id = w.municipality_id and n.id = w.noted_by
    where ${id === undefined ? sql`true` : sql`w.id = ${id}`} and ${employerId === undefined ? sql`true` : sql`w.employer_id = ${employerId}`} and ${ended === undefined ? sql`true` : sql`(w.ended_on is not null) = ${ended}`}
    order by w.since, w.title, w.id`.execute(tx)
  const may = actor.permissions.includes('employers.write')
  return rows.map(({ demands, schedule, ...row }) => ({ ...row, demands: WishDemands.catch([]).parse(demands), schedule: z.array(ScheduleSlot).catch([]).parse(schedule),
    actions: may && row.endedOn === null ? ['change', 'end'] : [] }))
}

type RingRow = Omit<Ring, 'person' | 'reached'> & { personId: string; givenName: string; familyName: string; adviserName: string | null; reached: unknown }

/** Rings nobody has looked at, the newest first: of one wish, of one colleague, or all. */
export async function loadRings({ tx }: Pick<Context, 'tx'>, of: { wishId?: string; forAccount?: string; untold?: boolean }): Promise<(Ring & { accountId: string })[]> {
  const { rows } = await sql<RingRow & { accountId: string }>`select r.id, r.version, r.wish_id, w.title as wish_title, w.employer_id, e.name as employer_name, r.person_id, p.given_name, p.family_name, a.name as adviser_name, r.reached, r.rung_on,
      c.name as contact_name, coalesce(e.contact_account_id, w.noted_by) as account_id
    from standing_wish_ring r join standing_wish w on w.municipality_id = r.municipality_id and w.id = r.wish_id join employer e on e.municipality_id = w.municipality_id and e.id = w.employer_id
      join person p on p.municipality_id = r.municipality_id and p.id = r.person_id left join account a on a.municipality_id = p.municipality_id and a.id = p.adviser_id
      left join account c on c.municipality_id = w.municipality_id and c.id = coalesce(e.contact_account_id, w.noted_by)
    where r.seen_on is null and w.ended_on is null and ${of.wishId === undefined ? sql`true` : sql`r.wish_id = ${of.wishId}`} and ${of.untold ? sql`r.told_on is null` : sql`true`}
      and ${of.forAccount === undefined ? sql`true` : sql`${of.forAccount} in (coalesce(e.contact_account_id, w.noted_by), e.substitute_account_id)`}
    order by r.rung_on desc, r.id desc limit 200`.execute(tx)
  return rows.map(({ personId, givenName, familyName, adviserName, reached, ...row }) => ({ ...row, reached: z.array(Criterion).catch([]).parse(reached), person: { id: personId, givenName, familyName, adviserName } }))
}
