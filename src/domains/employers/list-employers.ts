import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { z } from 'zod'
import type { PlainDate } from '#shared/date.ts'
import { addMonths } from '#shared/date.ts'
import type { EmployerFilter, EmployerRow, ListEmployersInput } from './employer.schema.ts'

export const PAGE_SIZE = 25
const COUNT_UP_TO = 1000
/** More employers than this with a near name are not looked at. */
const NEAR_NAMES = 500

const isOrgNumber = (text: string): boolean => /^\d{9}$/.test(text.replace(/\s/g, ''))

/** Openings of `e` that are neither withdrawn nor past. */
export const liveOpenings = (today: PlainDate): RawBuilder<unknown> => sql`from opening o where o.municipality_id = e.municipality_id and o.employer_id = e.id and o.withdrawn_at is null
  and (o.expires_at is null or o.expires_at > now()) and (o.apply_until is null or o.apply_until >= ${today}) and (o.to_date is null or o.to_date >= ${today})`
const lastAsked = sql`(select max(r.asked_on) from request r where r.municipality_id = e.municipality_id and r.employer_id = e.id)`

function conditions(filter: EmployerFilter, now: { today: PlainDate; accountId: string }): RawBuilder<unknown>[] {
  const { text, kind, status, places, contact, notAskedForMonths, municipality } = filter
  const contacts = { mine: sql`${now.accountId} in (e.contact_account_id, e.substitute_account_id)`, with: sql`e.contact_account_id is not null`, without: sql`e.contact_account_id is null` }
  const own = sql`(select m.number from municipality m)`
  return [
    ...(text && isOrgNumber(text) ? [sql`e.org_number = ${text.replace(/\s/g, '')}`] : []),
    ...(kind ? [sql`e.kind = ${kind}`] : []),
    ...(status?.length ? [sql`e.status = any(${status})`] : []),
    ...(places ? [sql`${places === 'with' ? sql`` : sql`not`} exists (select ${liveOpenings(now.today)})`] : []),
    ...(contact ? [contacts[contact]] : []),
    ...(notAskedForMonths ? [sql`not exists (select from request r where r.municipality_id = e.municipality_id and r.employer_id = e.id and r.asked_on > ${addMonths(now.today, -notAskedForMonths)})`] : []),
    ...(municipality ? [municipality === 'own' ? sql`e.municipality_number = ${own}` : sql`e.municipality_number <> ${own}`] : []),
  ]
}

function orderOf({ sort, direction }: z.output<typeof ListEmployersInput>, byName: boolean, today: PlainDate): RawBuilder<unknown> {
  const way = direction === 'ascending' ? sql`asc` : sql`desc`
  if (sort === 'lastAsked') return sql`${lastAsked} ${way} nulls ${direction === 'ascending' ? sql`first` : sql`last`}, e.name, e.id`
  if (sort === 'places') return sql`(select count(*) ${liveOpenings(today)}) ${way}, e.name, e.id`
  return byName ? sql`f.nearness desc, e.name, e.id` : sql`e.name ${way}, e.kind, e.id`
}

/**
 * The SQL of the list of employers: one page, and how many there are, counted to a limit. A text is looked up by name in
 * `app.find_employer`, nearest first; nine digits are an organisation number.
 */
export function employerListSql(input: z.output<typeof ListEmployersInput>, now: { today: PlainDate; accountId: string }): RawBuilder<z.output<typeof EmployerRow> & { total: number }> {
  const byName = input.text !== undefined && input.text !== '' && !isOrgNumber(input.text)
  const from = byName ? sql`app.find_employer(${input.text}, ${NEAR_NAMES}) f join employer e on e.id = f.employer_id` : sql`employer e`
  const where = sql.join([sql`e.municipality_id = (select app.municipality())`, ...conditions(input, now)], sql` and `)
  return sql`with page as materialized (
      select e.*, row_number() over (order by ${orderOf(input, byName, now.today)}) as place_in_list from ${from} where ${where}
      order by place_in_list limit ${PAGE_SIZE} offset ${input.page * PAGE_SIZE})
    select e.id, e.org_number, e.kind, e.name, parent.name as parent_name, e.place, e.status, a.name as contact_name, e.full_until, ${lastAsked} as last_asked_on,
      (select count(*)::int ${liveOpenings(now.today)}) as openings,
      (select count(*)::int from request r where r.municipality_id = e.municipality_id and r.employer_id = e.id and r.answer = 'open') as open_requests,
      (select max(n.confirmed_on) from need n where n.municipality_id = e.municipality_id and n.employer_id = e.id) as need_confirmed_on,
      (select count(*)::int from (select from ${from} where ${where} limit ${COUNT_UP_TO}) counted) as total
    from page e
      left join employer parent on parent.municipality_id = e.municipality_id and parent.id = e.parent_id
      left join account a on a.municipality_id = e.municipality_id and a.id = e.contact_account_id
    order by e.place_in_list`
}
