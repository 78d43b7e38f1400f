import { z } from 'zod'
import { operation } from '#platform/operation.ts'
import { found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { Id } from '#shared/id.ts'
import { mayCredit } from './credit.core.ts'
import { SaveCreditInput } from './road.schema.ts'

/** Notes that an element was done elsewhere, that she is exempt from it, or that she is judged to have done it: from a day and on a ground. */
export const saveCredit = operation({
  permission: 'programme.decide', input: SaveCreditInput, output: z.object({ id: Id, version: z.int() }), subjects: ({ personId }) => [personId],
  async run(context, { id, personId, version, ...credit }) {
    refuseIf(mayCredit(credit, context.today))
    if (version !== undefined) return { id, version: await saveVersioned(context, 'courseCredit', { id, version, personId }, credit) }
    await context.tx.insertInto('courseCredit').values({ id, personId, ...credit }).execute()
    return { id, version: 1 }
  },
})

/** Takes back what was noted by mistake. The access log keeps that it stood there. */
export const removeCredit = operation({
  permission: 'programme.decide', input: z.object({ id: Id }), output: z.object({ personId: Id }), subjects: (_, { personId }) => [personId],
  run: async ({ tx }, { id }) => found(await tx.deleteFrom('courseCredit').where('id', '=', id).returning('personId').executeTakeFirst()),
})
