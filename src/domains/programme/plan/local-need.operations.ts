import { z } from 'zod'
import { operation } from '#platform/operation.ts'
import { found } from '#platform/problem.ts'
import { Id } from '#shared/id.ts'
import { loadLocalNeed } from './load-local-need.ts'
import { LocalNeed } from './local-need.schema.ts'

/** Who is needed here, beside the occupation a plan aims at and beside her wishes (KAR-02). What is not known says so. */
export const getLocalNeed = operation({
  permission: 'programme.read', reads: true, input: z.object({ personId: Id, occupationCode: z.string().max(10).nullable() }), output: LocalNeed, subjects: ({ personId }) => [personId],
  async run(context, { personId, occupationCode }) {
    found(await context.tx.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst())
    return loadLocalNeed(context, personId, occupationCode)
  },
})
