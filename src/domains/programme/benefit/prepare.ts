import { sql } from 'kysely'
import { createHash } from 'node:crypto'
import { loadGrounds } from '#domains/rules/index.ts'
import type { PlainDate } from '#shared/date.ts'
import { instantOf } from '#shared/date.ts'
import type { Context } from '#platform/operation.ts'
import { Refused } from '#platform/problem.ts'
import type { Loaded, Scope } from './load-basis.ts'
import { loadBasis } from './load-basis.ts'
import { canonical } from './file.core.ts'
import type { PaySetting } from './month.core.ts'
import type { PersonBenefitResult } from './person-benefit.core.ts'
import { computeRun } from './person-benefit.core.ts'
import { rowsOf, saveResults } from './save-run.ts'

/** When the municipality pays; refused until it has been said. */
export async function paySetting({ tx }: Pick<Context, 'tx'>): Promise<PaySetting> {
  const setting = await tx.selectFrom('benefitSetting').select(['payDay', 'monthsAfter']).executeTakeFirst()
  if (!setting) throw new Refused({ code: 'benefit.noPayDay' })
  return setting
}

/** What everybody, or these few, have in a month by what is known now. Whoever has neither an amount nor a question is not in it. */
export async function computeNow({ tx }: Pick<Context, 'tx'>, scope: Scope): Promise<PersonBenefitResult[]> {
  const grounds = await loadGrounds(tx)
  const { people, earlier }: Loaded = await loadBasis(tx, scope)
  return computeRun(people, scope.month, earlier, grounds).filter(({ lines, issues }) => lines.length > 0 || issues.length > 0)
}

export const hashOf = (rows: readonly { personId: string; forMonth: PlainDate; kind: string; ore: number }[]): string => createHash('sha256').update(canonical(rows)).digest('hex')
export const hashOfResults = (results: readonly PersonBenefitResult[]): string => hashOf(rowsOf(results))

const totals = (results: readonly PersonBenefitResult[]) => ({
  people: results.filter(({ lines }) => lines.length > 0).length, totalOre: results.reduce((all, { payoutOre }) => all + payoutOre, 0) })

type Prepared = Scope & { id: string; payOn: PlainDate; preparedBy: string; isNew: boolean }

/** Computes a run and writes it, new or anew. What was decided about it stays, where the facts are the same. */
export async function writeRun({ tx, now }: Pick<Context, 'tx' | 'now'>, { id, month, isProtected, payOn, preparedBy, isNew }: Prepared): Promise<PersonBenefitResult[]> {
  const results = await computeNow({ tx }, { month, isProtected })
  const values = { payOn, preparedBy, preparedAt: instantOf(now), ...totals(results) }
  if (isNew) await tx.insertInto('benefitRun').values({ id, month, isProtected, ...values }).execute()
  else await tx.updateTable('benefitRun').set({ ...values, returnedBy: null, returnedAt: null, returnReason: null }).where('id', '=', id).execute()
  await saveResults(tx, id, results, false)
  return results
}

/** Computes these persons anew in a run that is not approved, and the run's sums with them: another version, so that nobody approves what she has not seen. */
export async function rewritePersons(context: Pick<Context, 'tx'>, run: { id: string; month: PlainDate; isProtected: boolean }, personIds: readonly string[]): Promise<void> {
  const results = await computeNow(context, { month: run.month, isProtected: run.isProtected, personIds })
  await saveResults(context.tx, run.id, results, true)
  await sql`update benefit_run r set people = l.people, total_ore = l.total, version = version + 1 from (select count(distinct person_id) as people, coalesce(sum(amount_ore), 0) as total from benefit_line where run_id = ${run.id}) l where r.id = ${run.id}`.execute(context.tx)
}
