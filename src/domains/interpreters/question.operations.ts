import { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { found, refuseIf } from '#platform/problem.ts'
import { check } from '#shared/decision.ts'
import { Id } from '#shared/id.ts'
import { fold } from '#shared/text.ts'
import { AddQuestionInput, SaveUnwantedInput } from './interpreters.schema.ts'
import { loadUnwanted } from './load-questions.ts'

const permission = 'people.read' as const
const About = z.object({ personId: Id })
const subjects = (_: unknown, { personId }: { personId: string }): string[] => [personId]
/** More than this can hardly be talked through in one slot. */
const MOST_OPEN = 30

const seen = async ({ tx }: Context, personId: string) => found(await tx.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst())
const openOf = ({ tx }: Context, personId: string) => tx.selectFrom('interpreterQuestion').select('id').where('personId', '=', personId).where('answeredOn', 'is', null).execute()

/** Refuses one more where there are as many as can be talked through. */
export async function hasRoom(context: Context, personId: string): Promise<void> {
  refuseIf(check((await openOf(context, personId)).length < MOST_OPEN, { code: 'interpreters.tooManyQuestions', params: { most: MOST_OPEN } }))
}

/** A colleague of any service saves a question for her next slot. */
export const addQuestion = operation({
  permission, input: AddQuestionInput, output: About, subjects,
  async run(context, { id, personId, body }) {
    await seen(context, personId)
    await hasRoom(context, personId)
    await context.tx.insertInto('interpreterQuestion').values({ id, personId, body, askedBy: 'staff', askedOn: context.today }).execute()
    return { personId }
  },
})

const loadQuestion = async ({ tx }: Context, id: string) =>
  found(await tx.selectFrom('interpreterQuestion').select(['id', 'personId', 'askedBy', 'answeredOn']).where('id', '=', id).executeTakeFirst())

/** Takes a colleague's question away while it waits; what she asked herself is hers. */
export const removeQuestion = operation({
  permission, input: z.object({ id: Id }), output: About, subjects,
  async run(context, { id }) {
    const { personId, askedBy, answeredOn } = await loadQuestion(context, id)
    refuseIf([...check(askedBy === 'staff', { code: 'interpreters.hersToRemove' }), ...check(answeredOn === null, { code: 'interpreters.isAnswered' })])
    await context.tx.deleteFrom('interpreterQuestion').where('id', '=', id).execute()
    return { personId }
  },
})

/** A question that was answered without an interpreter: it waits no longer. */
export const answerQuestion = operation({
  permission, input: z.object({ id: Id }), output: About, subjects,
  async run(context, { id }) {
    const { personId, answeredOn } = await loadQuestion(context, id)
    refuseIf(check(answeredOn === null, { code: 'interpreters.isAnswered' }))
    await context.tx.updateTable('interpreterQuestion').set((eb) => ({ answeredOn: context.today, version: eb('version', '+', 1) })).where('id', '=', id).execute()
    return { personId }
  },
})

/** Not this interpreter: a name, and no ground. */
export const saveUnwanted = operation({
  permission, input: SaveUnwantedInput, output: About, subjects,
  async run(context, { id, personId, name }) {
    await seen(context, personId)
    refuseIf(check(!(await loadUnwanted(context, [personId])).some((one) => fold(one.name) === fold(name)), { code: 'interpreters.unwantedAlready', path: 'name' }))
    await context.tx.insertInto('unwantedInterpreter').values({ id, personId, name }).execute()
    return { personId }
  },
})

export const removeUnwanted = operation({
  permission, input: z.object({ id: Id }), output: About, subjects,
  async run({ tx }, { id }) {
    const { personId } = found(await tx.deleteFrom('unwantedInterpreter').where('id', '=', id).returning('personId').executeTakeFirst())
    return { personId }
  },
})
