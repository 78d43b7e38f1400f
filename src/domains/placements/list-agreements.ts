import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import { z } from 'zod'
import { operation } from '#platform/operation.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays } from '#shared/date.ts'
import { agreementKinds } from './agreement-kinds.core.ts'
import type { AgreementState } from './agreement.schema.ts'
import { AgreementList, AgreementRow, ListAgreementsInput } from './agreement.schema.ts'

const PAGE_SIZE = 25
/** Time enough to find what comes after. */
const ENDING_SOON_DAYS = 42

const navs = Object.entries(agreementKinds).filter(([, { isNavs }]) => isNavs).map(([kind]) => kind)

const approved = sql<number>`(select count(distinct a.party)::int from approval a where a.municipality_id = g.municipality_id and a.agreement_id = g.id and a.revision = g.revision and a.withdrawn_at is null)`

/** The same cases as `agreementState`, in SQL so that a list can be narrowed and paged; the test holds the two together. */
const stateSql = (today: PlainDate): RawBuilder<AgreementState> => sql`case
  when g.cancelled_at is not null then 'cancelled' when g.ended_on <= ${today}::date then 'ended' when g.submitted_at is null then 'draft'
  when not (g.kind = any (${navs}) or ${approved} = 3) then 'waiting' when g.to_date < ${today}::date then 'ended'
  when g.from_date > ${today}::date then 'ready' else 'in_progress' end`

const order = sql`array_position(array['draft','waiting','in_progress','ready','ended','cancelled'], state), to_date nulls last, id`

export const listAgreements = operation({
  permission: 'placements.read', reads: true, input: ListAgreementsInput, output: AgreementList,
  subjects: (_, { rows }) => rows.map(({ personId }) => personId),
  async run({ tx, actor, today }, { states, mine, employerId, personId, openingId, endingSoon, page }) {
    const where = sql.join([sql`true`,
      ...(employerId ? [sql`g.employer_id = ${employerId}`] : []), ...(personId ? [sql`g.person_id = ${personId}`] : []), ...(openingId ? [sql`g.opening_id = ${openingId}`] : []),
      ...(mine ? [sql`(g.responsible_id = ${actor.id} or p.adviser_id = ${actor.id})`] : []),
      ...(endingSoon ? [sql`g.to_date between ${today}::date and ${addDays(today, ENDING_SOON_DAYS)}::date and g.ended_on is null`] : [])], sql` and `)
    const wanted = sql.join([sql`true`, ...(states?.length ? [sql`state = any (${states})`] : []), ...(endingSoon ? [sql`state in ('in_progress', 'ready', 'waiting')`] : [])], sql` and `)
    const { rows } = await sql<z.input<typeof AgreementRow> & { total: number }>`select *, count(*) over ()::int as total from (
      select g.id, g.kind, g.person_id, p.given_name || ' ' || p.family_name as person_name, g.employer_id, e.name as employer_name, g.from_date, g.to_date, g.ended_on, r.name as responsible_name,
        ${stateSql(today)} as state, case when g.kind = any (${navs}) then null else ${approved} end as approved,
        (select min(f.due_on) from follow_up f where f.municipality_id = g.municipality_id and f.agreement_id = g.id and f.done_on is null) as next_follow_up
      from agreement g join person p on p.municipality_id = g.municipality_id and p.id = g.person_id join employer e on e.municipality_id = g.municipality_id and e.id = g.employer_id
        left join account r on r.municipality_id = g.municipality_id and r.id = g.responsible_id where ${where}) found
      where ${wanted} order by ${order} limit ${PAGE_SIZE} offset ${page * PAGE_SIZE}`.execute(tx)
    return { rows: z.array(AgreementRow).parse(rows), total: rows[0]?.total ?? 0, pageSize: PAGE_SIZE }
  },
})
