import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { z } from 'zod'
import { CEFR_LEVELS } from '#shared/cefr.ts'
import type { ListPeopleInput, PeopleFilter, PersonRow } from './person.schema.ts'

export const PAGE_SIZE = 25
const COUNT_UP_TO = 1000
/** More people than this with a near name are not looked at: the nearest are enough to choose from. */
const NEAR_NAMES = 500

// The municipality is named nowhere: the fence adds it to every table, and a condition that stands there twice makes PostgreSQL
// believe in so few rows that it may take an index over everybody.
const norwegian = sql<string | null>`(select l.level from language_level l where l.person_id = p.id
  and l.language = 'no' and l.skill = 'spoken_interaction' order by l.assessed_on desc nulls last limit 1)`
const placement = sql`from agreement g where g.person_id = p.id and g.cancelled_at is null
  and g.ended_on is null and g.submitted_at is not null and g.to_date >= current_date`

const isNumber = (text: string): boolean => /^\d{6}\s?\d{5,6}$|^\d{12}$/.test(text)

function conditions(filter: PeopleFilter): RawBuilder<unknown>[] {
  const { status, arrivalCategory, adviserId, norwegianAtLeast, placement: placed, text } = filter
  return [
    ...(text && isNumber(text) ? [sql`p.id in (select n.person_id from person_number n where n.kind in ('fnr', 'dnr', 'duf') and n.number = ${text.replace(/\s/g, '')})`] : []),
    ...(status?.length ? [sql`p.status = any(${status})`] : []),
    ...(arrivalCategory?.length ? [sql`p.arrival_category = any(${arrivalCategory})`] : []),
    ...(adviserId ? [sql`p.adviser_id = ${adviserId}`] : []),
    ...(norwegianAtLeast ? [sql`${norwegian} = any(${[...CEFR_LEVELS.slice(CEFR_LEVELS.indexOf(norwegianAtLeast)), 'native']})`] : []),
    ...(placed ? [sql`${placed === 'with' ? sql`` : sql`not`} exists (select ${placement})`] : []),
  ]
}

const order = { name: sql`p.family_name, p.given_name, p.id`, settled: sql`p.settled_on desc nulls last, p.id`, nearness: sql`p.nearness desc, p.family_name, p.id` }

/**
 * The SQL of the people list: one page, and how many there are, counted to a limit. Run under the policy, so protected people
 * are neither shown nor counted. A text is looked up by name in `app.find_person`, nearest first; digits are a national number.
 */
export function peopleListSql(input: z.output<typeof ListPeopleInput>): RawBuilder<z.output<typeof PersonRow> & { total: number }> {
  const byName = input.text !== undefined && input.text !== '' && !isNumber(input.text)
  const where = sql.join([sql`true`, ...conditions(input)], sql` and `)
  const sorted = byName ? order.nearness : order[input.sort === 'nearness' ? 'name' : input.sort]
  const onPage = sql`order by ${sorted} limit ${PAGE_SIZE} offset ${input.page * PAGE_SIZE}`
  // names are looked up once, for the page and the count; without a text the page comes by the index and the count stops at its limit
  const found = byName
    ? sql`hit as materialized (select p.id, p.family_name, f.nearness from app.find_person(${input.text}, ${NEAR_NAMES}) f join person p on p.id = f.person_id where ${where}),
      page as materialized (select p.*, h.nearness from (select * from hit p ${onPage}) h join person p on p.id = h.id), counted as (select count(*)::int as total from hit)`
    : sql`page as materialized (select p.* from person p where ${where} ${onPage}),
      counted as (select count(*)::int as total from (select from person p where ${where} limit ${COUNT_UP_TO}) some_of_them)`
  return sql`with ${found}
    select p.id, p.given_name, p.family_name, p.birth_date, p.country, p.status, p.arrival_category, p.settled_on, p.address_protection,
      a.name as adviser_name, ${norwegian} as norwegian,
      (select e.name from employer e where e.id = (select g.employer_id ${placement} order by g.to_date desc limit 1)) as placed_at,
      (select total from counted) as total
    from page p left join account a on a.id = p.adviser_id
    order by ${sorted}`
}
