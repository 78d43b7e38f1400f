import { sql } from 'kysely'
import type { PlainDate } from '#shared/date.ts'
import type { Context } from '#platform/operation.ts'
import type { Busy, PersonFacts } from './facts.schema.ts'
import { slotsOf } from './slots-of.ts'

type Tx = Context['tx']
type Standing = Pick<PersonFacts, 'home' | 'goal' | 'waiting'>
type Row = { id: string; postcode: string | null; latitude: number | null; longitude: number | null; goalCode: string | null; goalTitle: string | null; goalOn: PlainDate; since: PlainDate | null; passedOver: number }

const standingOf = ({ postcode, latitude, longitude, goalCode, goalTitle, goalOn, since, passedOver }: Row): Standing => ({
  home: postcode === null ? null : { postcode, spot: latitude === null || longitude === null ? null : { latitude, longitude } },
  goal: goalCode === null ? null : { occupationCode: goalCode, title: goalTitle ?? goalCode, on: goalOn },
  waiting: { since, passedOver },
})

/**
 * Where she travels from, what her plan aims at, and since when she is without a placement: one query. A protected address
 * is nobody's to reckon with, whoever asks, for the minutes to known places would tell where she lives.
 */
export async function loadStanding(tx: Tx, ids: string[]): Promise<(id: string) => Standing> {
  const { rows } = await sql<Row>`select p.id, a.postcode, s.latitude, s.longitude, plan.content ->> 'occupationCode' as goal_code, plan.content ->> 'occupationName' as goal_title, plan.made_on as goal_on,
      greatest(programme.starts_on, last.ended) as since, coalesce(no.times, 0) as passed_over
    from person p
      left join person_address a on a.municipality_id = p.municipality_id and a.person_id = p.id and p.address_protection = 'none' and a.postcode ~ '^[0-9]{4}$'
      left join postcode_spot s on s.municipality_id = a.municipality_id and s.postcode = a.postcode
      left join integration_plan plan on plan.municipality_id = p.municipality_id and plan.person_id = p.id and plan.closed_on is null
      left join participation programme on programme.municipality_id = p.municipality_id and programme.person_id = p.id and programme.ended_on is null
      left join (select g.person_id, max(coalesce(g.ended_on, g.to_date)) as ended from agreement g where g.submitted_at is not null and g.cancelled_at is null and g.person_id = any(${ids}::uuid[]) group by 1) last on last.person_id = p.id
      left join (select r.person_id, count(*)::int as times from presentation r where r.outcome = 'declined_by_employer' and r.person_id = any(${ids}::uuid[]) group by 1) no on no.person_id = p.id
    where p.id = any(${ids}::uuid[])`.execute(tx)
  const found = new Map(rows.map((row) => [row.id, standingOf(row)]))
  return (id) => found.get(id) ?? { home: null, goal: null, waiting: { since: null, passedOver: 0 } }
}

/** What of the programme has fixed hours that a place must go round. Health is not among them, nor practice, which the place itself would be. */
const PROGRAMME = ['norwegian', 'social_studies', 'life_skills', 'parental_guidance', 'part_time_work', 'course', 'nav_measure', 'upper_secondary', 'other']

/** The children's fixed times and the programme's hours, from the newest on: one query. */
export async function loadWeek(tx: Tx, ids: string[]): Promise<(id: string) => PersonFacts['week']> {
  const { rows } = await sql<{ personId: string; what: 'care' | 'programme'; slots: unknown; until: PlainDate | null }>`
    select f.person_id, 'care' as what, f.schedule as slots, f.to_date as until from family_time f where f.person_id = any(${ids}::uuid[])
    union all select t.person_id, 'programme', a.schedule, least(a.to_date, t.to_date)
      from activity_participant t join activity a on a.municipality_id = t.municipality_id and a.id = t.activity_id
      where t.person_id = any(${ids}::uuid[]) and a.kind = any(${PROGRAMME})`.execute(tx)
  const weeks = new Map<string, PersonFacts['week']>()
  for (const { personId, what, slots, until } of rows) {
    const week = weeks.get(personId) ?? { care: [], programme: [] }
    const busy: Busy = { slots: slotsOf(slots), until }
    week[what].push(busy)
    weeks.set(personId, week)
  }
  return (id) => weeks.get(id) ?? { care: [], programme: [] }
}
