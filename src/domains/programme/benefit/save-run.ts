import { sql } from 'kysely'
import type { PlainDate } from '#shared/date.ts'
import type { Tx } from '#platform/db.ts'
import type { Computed } from './month-benefit.core.ts'
import type { Issue, PersonBenefitResult } from './person-benefit.core.ts'

/** What stands in the column `basis`: the same for every kind of line. */
const basisOf = ({ particulars, traces }: Pick<Computed, 'particulars' | 'traces'>) => ({ particulars, traces })

const issueRow = (personId: string, { kind, forMonth, particulars, missing, fingerprint, proposedOre, isLarge, owedBack, traces }: Issue) =>
  ({ personId, kind, forMonth, fingerprint, proposedOre, isLarge, facts: { particulars, missing, owedBack, traces } })

/**
 * Writes the lines and exceptions of these persons in a run that is not approved, in place of what stood there. A decision stays with its
 * exception while the facts are the same; an exception that is no more goes, with its decision, which the access log still knows.
 */
export async function saveResults(tx: Tx, runId: string, results: readonly PersonBenefitResult[], onlyThese: boolean): Promise<void> {
  const ids = results.map(({ personId }) => personId)
  const whose = onlyThese ? sql`and person_id = any (${ids}::uuid[])` : sql``
  const lines = results.flatMap(({ personId, lines: own }) => own.filter(({ kind, ore }) => ore !== 0 || kind === 'base').map((line) => ({ personId, kind: line.kind, forMonth: line.forMonth, amountOre: line.ore, basis: basisOf(line), days: line.days ?? null })))
  const issues = results.flatMap(({ personId, issues: own }) => own.map((issue) => issueRow(personId, issue)))
  await sql`delete from benefit_line where run_id = ${runId} ${whose}`.execute(tx)
  await sql`insert into benefit_line (run_id, person_id, kind, for_month, amount_ore, basis, days)
    select ${runId}, x."personId", x.kind, x."forMonth", x."amountOre", x.basis, nullif(x.days, 'null') from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      as x("personId" uuid, kind text, "forMonth" date, "amountOre" integer, basis jsonb, days jsonb)`.execute(tx)
  await sql`with found as materialized (select * from jsonb_to_recordset(${JSON.stringify(issues)}::jsonb)
      as x("personId" uuid, kind text, "forMonth" date, fingerprint text, "proposedOre" integer, "isLarge" boolean, facts jsonb))
    delete from benefit_issue i where run_id = ${runId} ${whose} and not exists (select from found f where f."personId" = i.person_id and f.kind = i.kind and f."forMonth" = i.for_month and f.fingerprint = i.fingerprint)`.execute(tx)
  await sql`insert into benefit_issue (run_id, person_id, kind, for_month, fingerprint, proposed_ore, is_large, facts)
    select ${runId}, x."personId", x.kind, x."forMonth", x.fingerprint, x."proposedOre", x."isLarge", x.facts from jsonb_to_recordset(${JSON.stringify(issues)}::jsonb)
      as x("personId" uuid, kind text, "forMonth" date, fingerprint text, "proposedOre" integer, "isLarge" boolean, facts jsonb)
    on conflict on constraint benefit_issue_once do update set proposed_ore = excluded.proposed_ore, is_large = excluded.is_large, facts = excluded.facts, version = benefit_issue.version + 1
      where (benefit_issue.proposed_ore, benefit_issue.is_large) is distinct from (excluded.proposed_ore, excluded.is_large)`.execute(tx)
}

/** One approved amount, in the one order there is. */
export type PaidRow = { personId: string; forMonth: PlainDate; kind: string; ore: number }
export const rowsOf = (results: readonly PersonBenefitResult[]): PaidRow[] =>
  results.flatMap(({ personId, lines }) => lines.filter(({ kind, ore }) => ore !== 0 || kind === 'base').map(({ forMonth, kind, ore }) => ({ personId, forMonth, kind, ore })))

/** What is written in a run. */
export async function paidRows({ tx }: { tx: Tx }, runId: string): Promise<PaidRow[]> {
  const rows = await tx.selectFrom('benefitLine').select(['personId', 'forMonth', 'kind', 'amountOre']).where('runId', '=', runId).execute()
  return rows.map(({ amountOre, ...row }) => ({ ...row, ore: amountOre }))
}
