import { z } from 'zod'
import { Id } from '#shared/id.ts'
import { operation } from '#platform/operation.ts'
import { enforce } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import * as core from './employer.core.ts'
import { Saved } from './employer.schema.ts'
import { WriteNeedInput } from './need.schema.ts'

export const writeNeed = operation({
  permission: 'employers.write', input: WriteNeedInput, output: Saved, subjects: () => [],
  async run(context, input) {
    const { id, version, employerId, ...need } = enforce(core.writeNeed(input, context.today))
    const values = { ...need, answers: JSON.stringify(need.answers), confirmedOn: need.talkedOn }
    if (version !== undefined) return { id, version: await saveVersioned(context, 'need', { id, version }, { ...need, confirmedOn: context.today }) }
    await context.tx.insertInto('need').values({ id, employerId, ...values }).execute()
    return { id, version: 1 }
  },
})

export const confirmNeed = operation({
  permission: 'employers.write', input: z.object({ id: Id, version: z.int() }), output: Saved, subjects: () => [],
  run: async (context, row) => ({ id: row.id, version: await saveVersioned(context, 'need', row, { confirmedOn: context.today }) }),
})
