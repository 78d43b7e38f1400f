import { z } from 'zod'
import { operation } from '#platform/operation.ts'
import { found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { Id } from '#shared/id.ts'
import { loadTalk } from './load-talk.ts'
import { mayChange } from './talk.core.ts'
import { PlanTalkInput } from './talk.schema.ts'
import { loadTemplate } from './template/load-templates.ts'

const permission = 'programme.write' as const
const Saved = z.object({ id: Id, version: z.int(), personId: Id })
const subjects = (_: unknown, { personId }: { personId: string }): string[] => [personId]

/** Plans a talk with the points of its template as they are now, or changes when, where and with whom. */
export const planTalk = operation({
  permission, input: PlanTalkInput, output: Saved, subjects,
  async run(context, { id, personId, version, kind, ...meeting }) {
    const { tx, today } = context
    if (version !== undefined) {
      refuseIf(mayChange((await loadTalk(tx, id, today)).state))
      return { id, personId, version: await saveVersioned(context, 'talk', { id, version, personId }, meeting) }
    }
    found(await tx.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst())
    const { revision, points } = await loadTemplate(tx, kind)
    await tx.insertInto('talk').values({ id, personId, kind, templateRevision: revision, points: JSON.stringify(points), ...meeting }).execute()
    return { id, personId, version: 1 }
  },
})

/** Cancels a talk that was not held. What was written in it can be read. */
export const cancelTalk = operation({
  permission, input: z.object({ id: Id, version: z.int() }), output: Saved, subjects,
  async run(context, { id, version }) {
    const { personId, state } = await loadTalk(context.tx, id, context.today)
    refuseIf(mayChange(state))
    return { id, personId, version: await saveVersioned(context, 'talk', { id, version }, { cancelledOn: context.today }) }
  },
})
