import { sql } from 'kysely'
import type { PlainDate } from '#shared/date.ts'
import type { z } from 'zod'
import { explain } from '#domains/rules/index.ts'
import { localeFor } from '#domains/rules/rules.schema.ts'
import type { Context } from '#platform/operation.ts'
import { found } from '#platform/problem.ts'
import type { OpenQuestion } from '#rules/rule.ts'
import type { Trace } from './benefit-rules.core.ts'
import type { IssueCard, Line, RunPage } from './benefit.schema.ts'
import { decisionsFor } from './run.core.ts'

const PAGE = 25
const MOST_CHANGES = 100
type Page = z.output<typeof RunPage>

/** The rows of all runs the actor sees, newest first, with the names of those who did what. */
export const runRows = ({ tx }: Pick<Context, 'tx'>) => tx.selectFrom('benefitRun as r')
  .innerJoin('account as prepared', (join) => join.onRef('prepared.municipalityId', '=', 'r.municipalityId').onRef('prepared.id', '=', 'r.preparedBy'))
  .leftJoin('account as approved', (join) => join.onRef('approved.municipalityId', '=', 'r.municipalityId').onRef('approved.id', '=', 'r.approvedBy'))
  .leftJoin('account as returned', (join) => join.onRef('returned.municipalityId', '=', 'r.municipalityId').onRef('returned.id', '=', 'r.returnedBy'))
  .select(['r.id', 'r.version', 'r.month', 'r.isProtected', 'r.payOn', 'r.people', 'r.totalOre', 'r.preparedBy as preparedById', 'prepared.name as preparedBy', 'r.preparedAt', 'r.approvedAt', 'approved.name as approvedBy',
    'r.returnedAt', 'r.returnReason', 'returned.name as returnedBy',
    sql<number>`(select count(*)::int from benefit_issue i where i.run_id = r.id and i.decision is null)`.as('openIssues')]).orderBy('r.month', 'desc').orderBy('r.isProtected')

export const oneRun = async (context: Pick<Context, 'tx'>, runId: string) => found(await runRows(context).where('r.id', '=', runId).executeTakeFirst())
export type Run = Awaited<ReturnType<typeof oneRun>>

const nameOf = sql<string>`p.given_name || ' ' || p.family_name`

type Facts = { particulars: IssueCard['particulars']; missing: OpenQuestion[]; traces: Trace[] }

/** What is missing, and why an amount is proposed, in the actor's language. */
function inWords({ missing, traces }: Facts, { actor, today }: Context): Pick<IssueCard, 'missing' | 'because'> {
  const locale = localeFor(undefined, actor.locale)
  const empty = { version: '', needsJudgement: [], sources: [] }
  const questions = explain({ ...empty, rule: 'benefit.rate', on: today, answer: null, steps: [], openQuestions: missing }, locale).openQuestions
  const steps = traces.flatMap(({ rule, on, answer, steps: own }) => explain({ ...empty, rule, on, answer, steps: own, openQuestions: [] }, locale).steps)
  return { missing: questions.map(({ text }) => text), because: [...new Map(steps.map(({ text, source }) => [text, { text, source }])).values()] }
}

/** What is to be looked at in a run, or was: the undecided first, then by kind and name. */
export async function loadIssues(context: Context, runId: string): Promise<IssueCard[]> {
  const { rows } = await sql<Omit<IssueCard, 'may' | 'missing' | 'particulars' | 'because'> & { facts: Facts }>`
    select i.id, i.version, i.person_id, ${nameOf} as person_name, i.kind, i.for_month, i.facts, i.proposed_ore, i.is_large, i.decision, i.decided_ore, i.why, i.reference, a.name as decided_by,
      coalesce((select sum(l.amount_ore) from benefit_line l where l.run_id = i.run_id and l.person_id = i.person_id), 0)::int as payout_ore
    from benefit_issue i join person p on p.id = i.person_id left join account a on a.municipality_id = i.municipality_id and a.id = i.decided_by
    where i.run_id = ${runId} order by i.decision is not null, i.kind, p.family_name, p.given_name, i.for_month, i.id`.execute(context.tx)
  return rows.map(({ facts, ...row }) => ({ ...row, particulars: facts.particulars, ...inWords(facts, context), may: row.decision === null ? decisionsFor(row.kind) : [] }))
}

/** The last approved run of the same people before this one. */
const lastRun = (run: Run) => sql`(select r.id from benefit_run r where r.approved_at is not null and r.is_protected = ${run.isProtected} and r.month < ${run.month} order by r.month desc limit 1)`

/** Those nobody had to look at, by name, a page of them. */
export async function loadQuiet({ tx }: Pick<Context, 'tx'>, run: Run, { text, page }: { text: string; page: number }): Promise<Page['quiet']> {
  const { rows } = await sql<Page['quiet']['rows'][number] & { total: number }>`
    with paid as materialized (select l.person_id, sum(l.amount_ore)::int as ore, jsonb_agg(jsonb_build_object('kind', l.kind, 'forMonth', l.for_month, 'amountOre', l.amount_ore, 'particulars', l.basis->'particulars') order by l.for_month desc, l.kind) as lines
      from benefit_line l where l.run_id = ${run.id} and not exists (select from benefit_issue i where i.run_id = l.run_id and i.person_id = l.person_id) group by 1)
    select p.id as person_id, ${nameOf} as person_name, x.ore as payout_ore, x.lines, count(*) over ()::int as total,
      (select sum(b.amount_ore)::int from benefit_line b where b.run_id = ${lastRun(run)} and b.person_id = p.id) as last_month_ore
    from paid x join person p on p.id = x.person_id where ${text} = '' or p.search_name like '%' || app.fold(${text}) || '%'
    order by p.family_name, p.given_name, p.id limit ${PAGE} offset ${page * PAGE}`.execute(tx)
  return { rows, total: rows[0]?.total ?? 0 }
}

/** Who gets another amount than last month, is new, or is gone: the greatest differences first. */
export async function loadChanges({ tx }: Pick<Context, 'tx'>, run: Run): Promise<Page['changes']> {
  const { rows } = await sql<Page['changes'][number]>`
    with now as materialized (select person_id, sum(amount_ore)::int as ore from benefit_line where run_id = ${run.id} group by 1),
      before as materialized (select person_id, sum(amount_ore)::int as ore from benefit_line where run_id = ${lastRun(run)} group by 1)
    select p.id as person_id, ${nameOf} as person_name, coalesce(b.ore, 0) as before_ore, coalesce(n.ore, 0) as now_ore,
      case when b.person_id is null then 'new' when n.person_id is null then 'gone' else 'changed' end as why
    from now n full join before b on b.person_id = n.person_id join person p on p.id = coalesce(n.person_id, b.person_id)
    where b.ore is distinct from n.ore order by abs(coalesce(n.ore, 0) - coalesce(b.ore, 0)) desc, p.family_name, p.id limit ${MOST_CHANGES}`.execute(tx)
  return rows
}

/** How many were paid how much in the run before, and those whose reduction waits. */
export async function loadAround({ tx }: Pick<Context, 'tx'>, run: Run): Promise<Pick<Page, 'lastMonth' | 'held'>> {
  const { rows: [last] } = await sql<{ people: number; totalOre: number }>`select people, total_ore from benefit_run where id = ${lastRun(run)}`.execute(tx)
  const { rows: held } = await sql<Page['held'][number]>`select p.id as person_id, ${nameOf} as person_name, h.from_on as since, h.reason, a.name as by
    from benefit_hold h join person p on p.id = h.person_id join account a on a.municipality_id = h.municipality_id and a.id = h.held_by
    where h.released_on is null and exists (select from benefit_line l where l.run_id = ${run.id} and l.person_id = h.person_id) order by h.from_on, p.family_name`.execute(tx)
  return { lastMonth: last ?? null, held }
}

/** Who wrote down what is paid back in a run: none of them approves it. */
export async function loadRefunders({ tx }: Pick<Context, 'tx'>, runId: string): Promise<string[]> {
  const { rows } = await sql<{ by: string }>`select distinct o.recorded_by as by from benefit_line l join benefit_refund o on o.person_id = l.person_id and o.for_month = l.for_month where l.run_id = ${runId} and l.kind = 'refund'`.execute(tx)
  return rows.map(({ by }) => by)
}

/** All the lines of one person in one run. */
export async function loadLines({ tx }: Pick<Context, 'tx'>, runId: string, personId: string): Promise<(Line & { traces: Trace[] })[]> {
  const { rows } = await sql<Line & { traces: Trace[] }>`select kind, for_month, amount_ore, basis->'particulars' as particulars, basis->'traces' as traces
    from benefit_line where run_id = ${runId} and person_id = ${personId} order by for_month desc, kind`.execute(tx)
  return rows
}

/** The months that may be prepared next: the one after the last approved, else the last whole one; a run of its own for protected addresses where there are such people. */
export async function nextMonths({ tx }: Pick<Context, 'tx'>, today: PlainDate): Promise<{ month: PlainDate; isProtected: boolean; people: number }[]> {
  const { rows } = await sql<{ month: PlainDate; isProtected: boolean; people: number }>`
    with next as (select s.is_protected, coalesce((select max(r.month) + interval '1 month' from benefit_run r where r.is_protected = s.is_protected), date_trunc('month', ${today}::date) - interval '1 month')::date as month
      from (values (false), (true)) s(is_protected))
    select n.month, n.is_protected, count(*)::int as people from next n join participation g on g.starts_on < n.month + interval '1 month' and coalesce(g.ended_on, n.month) >= n.month
      join person p on p.id = g.person_id and (p.address_protection = 'strictly_confidential') = n.is_protected
    where n.month <= ${today}::date group by 1, 2 order by 2`.execute(tx)
  return rows
}
