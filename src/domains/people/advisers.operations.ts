import { z } from 'zod'
import { Id } from '#shared/id.ts'
import { operation } from '#platform/operation.ts'

/** Roles whose holders follow up people and can be chosen as somebody's adviser. */
const ADVISING = ['programme_adviser', 'settlement_worker', 'job_broker', 'nav_adviser']

export const listAdvisers = operation({
  permission: 'people.read', reads: true, input: z.object({}), output: z.object({ rows: z.array(z.object({ id: Id, name: z.string() })) }), subjects: () => [],
  async run({ tx }) {
    return { rows: await tx.selectFrom('account').select(['id', 'name']).where('isActive', '=', true).where('personId', 'is', null)
      .where((eb) => eb('roles', '&&', eb.val(ADVISING))).orderBy('name').execute() }
  },
})
