import { z } from 'zod'
import { operation } from '#platform/operation.ts'
import { found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { check } from '#shared/decision.ts'
import { Id } from '#shared/id.ts'
import { loadOpenPlan } from './load-plan.ts'
import { AnswerWordsInput, RecordWordsInput } from './plan.schema.ts'

const Saved = z.object({ id: Id, version: z.int(), personId: Id })
const permission = 'programme.write' as const
const subjects = (_: unknown, { personId }: { personId: string }): string[] => [personId]

/** Writes down what she wants, word for word, as she said it in a meeting (QUA-05). */
export const recordWords = operation({
  permission, input: RecordWordsInput, output: Saved, subjects,
  async run({ tx, today, actor }, { answer, ...said }) {
    refuseIf(check(said.saidOn <= today, { code: 'plan.stepInFuture', path: 'saidOn' }))
    const plan = await loadOpenPlan(tx, said.personId)
    await tx.insertInto('planWords').values({ ...said, planId: plan?.id ?? null, ...(answer !== null && { answer, answeredOn: today, answeredBy: actor.id }) }).execute()
    return { id: said.id, version: 1, personId: said.personId }
  },
})

/** Answers what she said: her words stay as they were. */
export const answerWords = operation({
  permission, input: AnswerWordsInput, output: Saved, subjects,
  async run(context, { id, version, answer }) {
    const { personId } = found(await context.tx.selectFrom('planWords').select('personId').where('id', '=', id).executeTakeFirst())
    return { id, personId, version: await saveVersioned(context, 'planWords', { id, version }, { answer, answeredOn: context.today, answeredBy: context.actor.id }) }
  },
})
