import { sql } from 'kysely'
import type { PlainDate } from '#shared/date.ts'
import type { Tx } from '#platform/db.ts'
import type { AttendanceDay, Decided, Income, PaidLine, PersonBasis, Span, Terms } from './basis.core.ts'
import { attendanceFor } from './load-attendance.ts'
import { lastDayOf } from './month.core.ts'

/** Whom and what a run is about: a month, and either all but those at strictly confidential addresses, or these alone. */
export type Scope = { month: PlainDate; isProtected: boolean; /** Only these; all when absent. */ personIds?: readonly string[] }

type Row = { personId: string; birthDate: PlainDate | null; programmes: Span[]; terms: Terms[] | null; incomes: Income[] | null; heldFrom: PlainDate | null; paid: PaidLine[] | null; refunds: PaidLine[] | null; decided: Decided[] | null }

/** Lines of runs approved before; a run the asker may not see counts too, so that nobody is paid twice. */
const isPaid = sql`not exists (select from benefit_run r where r.municipality_id = l.municipality_id and r.id = l.run_id and r.approved_at is null)`

/**
 * Everybody with a programme in the month or with something paid before it, with all her benefit rests on but attendance. The pieces are
 * gathered by person once each, and joined: asked for one person after another it would take as long as there are people.
 */
const basisSql = ({ month, isProtected, personIds }: Scope) => sql<Row>`
  with paid as materialized (select l.person_id, jsonb_agg(jsonb_build_object('forMonth', l.for_month, 'ore', l.ore)) as lines
    from (select l.person_id, l.for_month, sum(l.amount_ore)::int as ore from benefit_line l where ${isPaid} and l.kind <> 'refund' group by 1, 2) l group by 1),
  refunds as materialized (select o.person_id, jsonb_agg(jsonb_build_object('forMonth', o.for_month, 'ore', o.ore) order by o.for_month) as rows
    from (select f.person_id, f.for_month, (sum(f.amount_ore) - coalesce((select sum(l.amount_ore) from benefit_line l where l.person_id = f.person_id and l.kind = 'refund' and l.for_month = f.for_month and ${isPaid}), 0))::int as ore
      from benefit_refund f group by 1, 2) o where o.ore > 0 group by 1),
  programmes as materialized (select p.person_id, min(p.starts_on) as first, bool_or(p.starts_on <= ${lastDayOf(month)} and coalesce(p.ended_on, ${month}) >= ${month}) as is_in,
    jsonb_agg(jsonb_build_object('from', p.starts_on, 'to', p.ended_on) order by p.starts_on) as spans from participation p group by 1),
  terms as materialized (select t.person_id, jsonb_agg(jsonb_build_object('fromOn', t.from_on, 'livesWithParents', t.lives_with_parents, 'isPartnerInProgramme', t.is_partner_in_programme, 'hasChildren', t.has_children) order by t.from_on) as rows
    from benefit_terms t group by 1),
  incomes as materialized (select i.person_id, jsonb_agg(jsonb_build_object('id', i.id, 'kind', i.kind, 'monthlyOre', i.monthly_ore, 'monthlyHours', i.monthly_hours, 'earnedBefore', i.earned_before, 'fromOn', i.from_on, 'toOn', i.to_on) order by i.id) as rows
    from benefit_income i group by 1),
  held as materialized (select h.person_id, min(h.from_on) as from_on from benefit_hold h where h.released_on is null group by 1),
  decided as materialized (select i.person_id, jsonb_agg(jsonb_build_object('runMonth', r.month, 'kind', i.kind, 'forMonth', i.for_month, 'fingerprint', i.fingerprint, 'decision', i.decision, 'ore', i.decided_ore,
      'waived', case when i.kind = 'set_off' and i.decision = 'dismiss' then i.facts->'owedBack' else '[]' end) order by r.month, i.id) as rows
    from benefit_issue i join benefit_run r on r.municipality_id = i.municipality_id and r.id = i.run_id where i.decision is not null group by 1)
  select p.id as person_id, p.birth_date, g.spans as programmes, t.rows as terms, i.rows as incomes, h.from_on as held_from, d.lines as paid, f.rows as refunds, k.rows as decided
  from programmes g join person p on p.id = g.person_id left join terms t on t.person_id = p.id left join incomes i on i.person_id = p.id
    left join held h on h.person_id = p.id left join paid d on d.person_id = p.id left join decided k on k.person_id = p.id left join refunds f on f.person_id = p.id
  where (g.is_in or d.lines is not null or f.rows is not null) and (p.address_protection = 'strictly_confidential') = ${isProtected}
    ${personIds === undefined ? sql`` : sql`and p.id = any (${[...personIds]}::uuid[])`} order by p.id`

/** The months of runs approved before this one, oldest first: whichever run, since somebody may have been in the other. */
async function earlierMonths(tx: Tx, month: PlainDate): Promise<PlainDate[]> {
  const rows = await tx.selectFrom('benefitRun').select('month').distinct().where('month', '<', month).where('approvedAt', 'is not', null).orderBy('month').execute()
  return rows.map((row) => row.month)
}

export type Loaded = { people: PersonBasis[]; earlier: PlainDate[] }

/** What everybody's benefit in a month rests on. `earlier` are the months that are looked at again. */
export async function loadBasis(tx: Tx, scope: Scope): Promise<Loaded> {
  const earlier = await earlierMonths(tx, scope.month)
  const { rows } = await basisSql(scope).execute(tx)
  const attendance = await attendanceFor(tx, rows, scope.month, earlier)
  const none: { days: AttendanceDay[]; unpaidLeave: Span[] } = { days: [], unpaidLeave: [] }
  return { earlier, people: rows.map(({ personId, birthDate, programmes, terms, incomes, heldFrom, paid, refunds, decided }) => {
    const { days, unpaidLeave } = attendance.get(personId) ?? none
    return { personId, birthDate, programmes, terms: terms ?? [], incomes: incomes ?? [], heldFrom, paid: paid ?? [], refunds: refunds ?? [], decided: decided ?? [], days, unpaidLeave }
  }) }
}
