import { z } from 'zod'
import { Id } from '#shared/id.ts'
import type { PlainDate } from '#shared/date.ts'
import { instantOf } from '#shared/date.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { NotFound, Refused, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { ApproveRunInput, GetRunInput, PrepareRunInput, ReturnRunInput, RunList, RunPage } from './benefit.schema.ts'
import { lockPaid } from '../attendance/basis.ts'
import type { Run } from './load-run.ts'
import { loadAround, loadChanges, loadIssues, loadQuiet, loadRefunders, nextMonths, oneRun, runRows } from './load-run.ts'
import { lastDayOf, payDayFor } from './month.core.ts'
import { computeNow, hashOf, hashOfResults, paySetting, writeRun } from './prepare.ts'
import { actionsOn, mayApprove, mayPrepare, stateOf } from './run.core.ts'
import { paidRows } from './save-run.ts'

const permission = 'programme.economy' as const
const Saved = z.object({ id: Id, version: z.int() })
const SavedAbout = Saved.extend({ personIds: z.array(Id) })

const rowOf = (run: Run) => ({ ...run, state: stateOf(run, run.openIssues) })
const factsOf = (run: Run) => ({ id: run.id, month: run.month, preparedBy: run.preparedById, returnedAt: run.returnedAt, approvedAt: run.approvedAt })

/** Every run there is, and the month that is next. */
export const listBenefitRuns = operation({
  permission, reads: true, input: z.object({}), output: RunList, subjects: () => [],
  async run(context) {
    const { tx, today, actor } = context
    const rows = await runRows(context).execute()
    const setting = await tx.selectFrom('benefitSetting').select(['id', 'version', 'payDay', 'monthsAfter']).executeTakeFirst()
    const next = setting === undefined ? [] : (await nextMonths(context, today)).map((one) => ({ ...one, payOn: payDayFor(one.month, setting) }))
    const unfinished = new Set(rows.filter(({ approvedAt }) => approvedAt === null).map(({ isProtected }) => isProtected))
    return { rows: rows.map(rowOf), next: next.filter(({ isProtected }) => !unfinished.has(isProtected)), setting: setting ?? null, mayPrepare: !actor.permissions.includes('programme.approveBenefit') || actor.permissions.includes('programme.write') }
  },
})

/** One run: its sums, what is to be looked at, and the rest by name. */
export const getBenefitRun = operation({
  permission, reads: true, input: GetRunInput, output: RunPage,
  subjects: (_, { issues, quiet, changes, held }) => [...issues, ...quiet.rows, ...changes, ...held].map(({ personId }) => personId),
  async run(context, { runId, text, page }) {
    const { actor, today } = context
    const run = await oneRun(context, runId)
    const issues = await loadIssues(context, runId)
    const decidedBy = new Map((await context.tx.selectFrom('benefitIssue').select(['id', 'decidedBy']).where('runId', '=', runId).execute()).map((one) => [one.id, one.decidedBy]))
    const obstacles = mayApprove(factsOf(run), issues.map((one) => ({ ...one, decidedBy: decidedBy.get(one.id) ?? null })), { accountId: actor.id, today, isSame: true, refundedBy: await loadRefunders(context, runId) })
    return { ...rowOf(run), ...(await loadAround(context, run)), returnedBy: run.returnedBy, returnReason: run.returnReason, issues, quiet: await loadQuiet(context, run, { text, page }),
      changes: await loadChanges(context, run), obstacles, actions: actionsOn(factsOf(run), actor.permissions, actor.id) }
  },
})

/** What is known of other runs of the same people. Gaps are allowed among protected addresses: there need not be anybody every month. */
async function demandTurn({ tx, today }: Context, month: PlainDate, isProtected: boolean): Promise<void> {
  const runs = await tx.selectFrom('benefitRun').select(['month', 'approvedAt', 'isProtected']).execute()
  const own = runs.filter((one) => one.isProtected === isProtected)
  const months = (isApproved: boolean): PlainDate[] => own.filter(({ approvedAt }) => (approvedAt !== null) === isApproved).map((one) => one.month)
  refuseIf(mayPrepare(month, { approved: months(true), unfinished: months(false) }, today).filter(({ code }) => !isProtected || code !== 'benefit.monthSkipped'))
}

/** Computes a month, or computes it anew while it is not approved: what was decided stays where the facts are the same. */
export const prepareBenefitRun = operation({
  permission, input: PrepareRunInput, output: SavedAbout,
  subjects: (_, { personIds }) => personIds,
  async run(context, { id, month, isProtected, version }) {
    const { actor } = context
    if (isProtected && !actor.permissions.includes('people.protected')) throw new NotFound()
    const setting = await paySetting(context)
    await demandTurn(context, month, isProtected)
    const payOn = payDayFor(month, setting)
    const next = version === null ? 1 : await saveVersioned(context, 'benefitRun', { id, version }, { payOn })
    const results = await writeRun(context, { id, month, isProtected, payOn, preparedBy: actor.id, isNew: version === null })
    if (results.length === 0) throw new Refused({ code: 'benefit.nobody', path: 'month' })
    return { id, version: next, personIds: results.map(({ personId }) => personId) }
  },
})

/** Approves a run, by somebody else than who prepared it: computed anew, and only what is written is approved. From now on nothing of it changes. */
export const approveBenefitRun = operation({
  permission: 'programme.approveBenefit', input: ApproveRunInput, output: SavedAbout,
  subjects: (_, { personIds }) => personIds,
  async run(context, { runId, version }) {
    const { tx, actor, now, today } = context
    const run = await oneRun(context, runId)
    const issues = await tx.selectFrom('benefitIssue').select(['kind', 'proposedOre', 'isLarge', 'decision', 'decidedOre', 'reference', 'decidedBy']).where('runId', '=', runId).execute()
    const rows = await paidRows(context, runId)
    const hash = hashOf(rows)
    const isSame = run.approvedAt !== null || hashOfResults(await computeNow(context, run)) === hash
    refuseIf(mayApprove(factsOf(run), issues, { accountId: actor.id, today, isSame, refundedBy: await loadRefunders(context, runId) }))
    const next = await saveVersioned(context, 'benefitRun', { id: runId, version }, { approvedBy: actor.id, approvedAt: instantOf(now), fileHash: hash })
    const personIds = [...new Set(rows.map(({ personId }) => personId))]
    await lockPaid(tx, runId, personIds, run.month, lastDayOf(run.month))
    return { id: runId, version: next, personIds }
  },
})

/** Sends a run back to whoever prepared it, with what is to be seen to. */
export const returnBenefitRun = operation({
  permission: 'programme.approveBenefit', input: ReturnRunInput, output: Saved, subjects: () => [],
  async run(context, { runId, version, reason }) {
    const run = await oneRun(context, runId)
    if (run.approvedAt !== null) throw new Refused({ code: 'benefit.alreadyApproved' })
    return { id: runId, version: await saveVersioned(context, 'benefitRun', { id: runId, version }, { returnedBy: context.actor.id, returnedAt: instantOf(context.now), returnReason: reason }) }
  },
})
