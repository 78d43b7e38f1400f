import { z } from 'zod'
import { Id } from '#shared/id.ts'
import { instantOf } from '#shared/date.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { NotFound, Refused, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { DecideIssueInput, HoldInput, ReleaseInput } from './benefit.schema.ts'
import type { Run } from './load-run.ts'
import { oneRun } from './load-run.ts'
import { rewritePersons } from './prepare.ts'
import { decidedOre, mayDecide } from './run.core.ts'

const permission = 'programme.economy' as const

async function demandOpen(context: Context, runId: string): Promise<Run> {
  const run = await oneRun(context, runId)
  if (run.approvedAt !== null) throw new Refused({ code: 'benefit.alreadyApproved' })
  return run
}

/** Decides an exception, or many of one kind the same way, and computes those it concerns anew. Until the run is approved it may be decided again. */
export const decideBenefitIssue = operation({
  permission, input: DecideIssueInput, output: z.object({ decided: z.int(), personIds: z.array(Id) }),
  subjects: (_, { personIds }) => personIds,
  async run(context, input) {
    const { tx, actor, now } = context
    const run = await demandOpen(context, input.runId)
    const versions = new Map(input.issues.map(({ id, version }) => [id, version]))
    const rows = await tx.selectFrom('benefitIssue').select(['id', 'personId', 'kind', 'proposedOre', 'isLarge']).where('runId', '=', run.id).where('id', 'in', [...versions.keys()]).execute()
    if (rows.length !== versions.size) throw new NotFound()
    refuseIf(rows.flatMap((row) => mayDecide(row, input)))
    for (const row of rows) await saveVersioned(context, 'benefitIssue', { id: row.id, version: versions.get(row.id) ?? 0 },
      { decision: input.decision, decidedOre: decidedOre(row, input), why: input.why, reference: input.reference, decidedBy: actor.id, decidedAt: instantOf(now) })
    const personIds = [...new Set(rows.map(({ personId }) => personId))]
    await rewritePersons(context, run, personIds)
    return { decided: rows.length, personIds }
  },
})

/** Lets a person's reductions for absence wait from a day on, while a question is open (ECO-06). What waits is computed anew in a run that is not approved. */
export const holdBenefit = operation({
  permission, input: HoldInput, output: z.object({ id: Id }), subjects: ({ personId }) => [personId],
  async run(context, input) {
    await context.tx.insertInto('benefitHold').values({ ...input, heldBy: context.actor.id, heldAt: instantOf(context.now) }).execute()
    await rewriteInOpenRuns(context, input.personId)
    return { id: input.id }
  },
})

/** Ends a hold. Absence that is still without permission is then a proposal of the next run. */
export const releaseBenefit = operation({
  permission, input: ReleaseInput, output: z.object({ id: Id, version: z.int(), personId: Id }), subjects: (_, { personId }) => [personId],
  async run(context, { holdId, version, releasedOn }) {
    const hold = await context.tx.selectFrom('benefitHold').select(['personId', 'releasedOn', 'fromOn']).where('id', '=', holdId).executeTakeFirst()
    if (!hold) throw new NotFound()
    refuseIf([...(hold.releasedOn === null ? [] : [{ code: 'benefit.alreadyReleased' }]), ...(releasedOn >= hold.fromOn ? [] : [{ code: 'benefit.endsBeforeStart', path: 'releasedOn' }])])
    const next = await saveVersioned(context, 'benefitHold', { id: holdId, version }, { releasedOn, releasedBy: context.actor.id })
    await rewriteInOpenRuns(context, hold.personId)
    return { id: holdId, version: next, personId: hold.personId }
  },
})

/** What is changed about one person shows at once in the run that is being prepared. */
export async function rewriteInOpenRuns(context: Context, personId: string): Promise<void> {
  const runs = await context.tx.selectFrom('benefitRun').select(['id', 'month', 'isProtected']).where('approvedAt', 'is', null).execute()
  for (const run of runs) await rewritePersons(context, run, [personId])
}
