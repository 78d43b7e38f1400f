import { sql } from 'kysely'
import { z } from 'zod'
import { Id } from '#shared/id.ts'
import { instantOf } from '#shared/date.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { NotFound } from '#platform/problem.ts'
import type { PersonBenefit } from './benefit.schema.ts'
import { RefundInput } from './benefit.schema.ts'
import { rewriteInOpenRuns } from './issue.operations.ts'

const permission = 'programme.economy' as const

/** What was written down to be paid back to one person, and whether it has been: of one month the oldest first. */
export async function loadRefunds({ tx }: Pick<Context, 'tx'>, personId: string): Promise<PersonBenefit['refunds']> {
  const { rows } = await sql<PersonBenefit['refunds'][number]>`
    select o.id, o.for_month, o.amount_ore, o.why, o.reference, a.name as recorded_by,
      sum(o.amount_ore) over (partition by o.for_month order by o.recorded_at, o.id) <= coalesce((select sum(l.amount_ore) from benefit_line l join benefit_run r on r.municipality_id = l.municipality_id and r.id = l.run_id
        where l.person_id = o.person_id and l.kind = 'refund' and l.for_month = o.for_month and r.approved_at is not null), 0) as is_paid
    from benefit_refund o join account a on a.municipality_id = o.municipality_id and a.id = o.recorded_by where o.person_id = ${personId} order by o.for_month desc, o.recorded_at desc, o.id`.execute(tx)
  return rows
}

/** Money back to a participant, for a month: a line of its own in the run that is being prepared, or else in the next. */
export const addBenefitRefund = operation({
  permission, input: RefundInput, output: z.object({ id: Id }), subjects: ({ personId }) => [personId],
  async run(context, refund) {
    await context.tx.insertInto('benefitRefund').values({ ...refund, recordedBy: context.actor.id, recordedAt: instantOf(context.now) }).execute()
    await rewriteInOpenRuns(context, refund.personId)
    return { id: refund.id }
  },
})

/** Takes back what was written down by mistake; the database holds what has been paid. */
export const withdrawBenefitRefund = operation({
  permission, input: z.object({ refundId: Id }), output: z.object({ personId: Id }), subjects: (_, { personId }) => [personId],
  async run(context, { refundId }) {
    const gone = await context.tx.deleteFrom('benefitRefund').where('id', '=', refundId).returning('personId').executeTakeFirst()
    if (!gone) throw new NotFound()
    await rewriteInOpenRuns(context, gone.personId)
    return gone
  },
})
