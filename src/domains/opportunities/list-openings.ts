import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { z } from 'zod'
import { CEFR_LEVELS } from '#shared/cefr.ts'
import type { PlainDate } from '#shared/date.ts'
import type { ListOpeningsInput, OpeningFilter, OpeningRow } from './opening.schema.ts'

export const PAGE_SIZE = 25
const COUNT_UP_TO = 1000

/** Seats taken today or later, of `o`, counted past the fence. Joined once, for it counts every opening in one go. */
export const takenSeats = (today: PlainDate): RawBuilder<unknown> => sql`left join app.taken_seats(${today}) taken on taken.opening_id = o.id`
const taken = sql<number>`coalesce(taken.taken, 0)`

/** The day an advertisement is last there. */
export const expiryDay = sql<PlainDate | null>`((o.expires_at - interval '1 millisecond') at time zone 'Europe/Oslo')::date`
const lastDay = sql<PlainDate | null>`least(${expiryDay}, o.apply_until, o.to_date)`

/** As `openingState` of the core says it; needs `takenSeats`. */
export const openingStateSql = (today: PlainDate): RawBuilder<OpeningRow['state']> => sql`case when o.withdrawn_at is not null then 'withdrawn'
  when ${lastDay} < ${today} then 'expired' when o.seats > ${taken} then 'open' else 'full' end`

const employerName = sql<string | null>`coalesce(e.name, o.employer_name)`
const searched = sql`app.fold(o.title || ' ' || coalesce(e.name, o.employer_name, '') || ' ' || coalesce(oc.name, ''))`
const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

function conditions(filter: OpeningFilter, today: PlainDate): RawBuilder<unknown>[] {
  const { text, kind, status, occupationCode, employerId, openToParticipants, freeSeatsAtLeast, norwegianAtMost } = filter
  const tooHigh = norwegianAtMost ? CEFR_LEVELS.slice(CEFR_LEVELS.indexOf(norwegianAtMost) + 1) : []
  return [
    sql`o.municipality_id = (select app.municipality())`, sql`${openingStateSql(today)} = ${status}`,
    // an advertisement that has expired is gone for everybody
    ...(status === 'expired' ? [sql`o.source = 'own'`] : []),
    ...(text ? [sql`(${searched} like app.fold(${like(text)}) or word_similarity(app.fold(${text}), ${searched}) >= 0.5)`] : []),
    ...(kind ? [sql`o.kind = ${kind}`] : []),
    ...(occupationCode ? [sql`o.occupation_code like ${`${occupationCode}%`}`] : []),
    ...(employerId ? [sql`o.employer_id = ${employerId}`] : []),
    ...(openToParticipants === undefined ? [] : [sql`o.is_open_to_participants = ${openToParticipants}`]),
    ...(freeSeatsAtLeast ? [sql`o.seats - ${taken} >= ${freeSeatsAtLeast}`] : []),
    ...(norwegianAtMost ? [sql`not exists (select from opening_demand d where d.municipality_id = o.municipality_id and d.opening_id = o.id
      and d.kind = 'norwegian' and d.is_required and d.level = any(${tooHigh}))`] : []),
  ]
}

const order = { newest: sql`o.updated_at desc, o.id`, title: sql`o.title, o.id`, deadline: sql`${lastDay} nulls last, o.id` }

/** The SQL of the list of openings: one page, and how many there are, counted to a limit. */
export function openingListSql(input: z.output<typeof ListOpeningsInput>, today: PlainDate): RawBuilder<Omit<OpeningRow, 'daysLeft'> & { expiresAt: string | null; total: number }> {
  const from = sql`opening o ${takenSeats(today)}
    left join employer e on e.municipality_id = o.municipality_id and e.id = o.employer_id
    left join occupation oc on oc.municipality_id = o.municipality_id and oc.code = o.occupation_code`
  const where = sql.join(conditions(input, today), sql` and `)
  const nearest = input.text ? sql`(${searched} like app.fold(${like(input.text)})) desc, ` : sql``
  return sql`select o.id, o.kind, o.source, o.title, o.employer_id, ${employerName} as employer_name, oc.name as occupation_name, coalesce(o.place, e.place) as place,
      o.seats, greatest(0, o.seats - ${taken}) as free_seats, ${openingStateSql(today)} as state, o.from_date, o.to_date, o.apply_until, o.apply_until_text, o.expires_at,
      o.is_open_to_participants,
      coalesce((select jsonb_agg(jsonb_build_object('skill', d.skill, 'level', d.level, 'isRequired', d.is_required) order by d.is_required desc, d.level desc) from opening_demand d
        where d.municipality_id = o.municipality_id and d.opening_id = o.id and d.kind = 'norwegian'), '[]') as norwegian,
      (select count(*)::int from (select from ${from} where ${where} limit ${COUNT_UP_TO}) counted) as total
    from ${from} where ${where} order by ${nearest}${order[input.sort]} limit ${PAGE_SIZE} offset ${input.page * PAGE_SIZE}`
}
