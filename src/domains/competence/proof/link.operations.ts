import { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { Refused, found } from '#platform/problem.ts'
import { instantOf } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { SeenTasks } from './proof.schema.ts'
import { keepSeen, openTrial } from './see-tasks.ts'

const Tasks = z.object({ personId: Id, personName: z.string(), employerName: z.string(), isOpen: z.boolean(), tasks: z.array(z.object({ id: Id, task: z.string() })) })

/** The open trials of the placement the link is about, and the name of her who is tried. */
async function trialsOf(context: Context) {
  const { tx, actor } = context
  const { agreementId } = actor
  if (!agreementId) throw new Error('A link without an agreement opens nothing')
  const rows = await tx.selectFrom('workTrial').select('id').where('agreementId', '=', agreementId).where('closedOn', 'is', null).orderBy('id').execute()
  const trials: Awaited<ReturnType<typeof openTrial>>[] = []
  for (const { id } of rows) trials.push(await openTrial(context, id)) // one connection: one question at a time
  const agreement = found(await tx.selectFrom('agreement as g').innerJoin('person as p', (join) => join.onRef('p.municipalityId', '=', 'g.municipalityId').onRef('p.id', '=', 'g.personId'))
    .innerJoin('employer as e', (join) => join.onRef('e.municipalityId', '=', 'g.municipalityId').onRef('e.id', '=', 'g.employerId')).select(['g.personId', 'p.givenName', 'p.familyName', 'e.name as employerName']).where('g.id', '=', agreementId).executeTakeFirst())
  return { trials, agreement }
}

/** The tasks nobody has seen yet, for the workplace that holds a link. */
export const getTasksForLink = operation({
  permission: 'link.evaluate', reads: true, input: z.object({}), output: Tasks, subjects: (_, { personId }) => [personId],
  async run(context) {
    const { trials, agreement } = await trialsOf(context)
    const tasks = trials.flatMap((trial) => trial.tasks.filter(({ seen }) => seen === null).map(({ id, task }) => ({ id, task })))
    return { personId: agreement.personId, personName: `${agreement.givenName} ${agreement.familyName}`, employerName: agreement.employerName, isOpen: tasks.length > 0, tasks }
  },
})

/** Takes what the workplace saw and uses the link up, both or neither. */
export const answerTasksByLink = operation({
  permission: 'link.evaluate', input: SeenTasks, output: z.object({ personId: Id }), subjects: (_, { personId }) => [personId],
  async run(context, input) {
    const { tx, actor, now, today } = context
    if (actor.kind !== 'employer') throw new Refused({ code: 'proof.employerSees' })
    const used = await tx.updateTable('personalLink').set({ usedAt: instantOf(now) }).where('id', '=', actor.id).where('purpose', '=', 'see_tasks')
      .where('usedAt', 'is', null).where('revokedAt', 'is', null).where('expiresAt', '>', instantOf(now)).executeTakeFirst()
    if (used.numUpdatedRows !== 1n) throw new Refused({ code: 'link.used' })
    const { trials, agreement } = await trialsOf(context)
    const known = new Set(trials.flatMap(({ tasks }) => tasks.map(({ id }) => id)))
    if (input.tasks.some(({ id }) => !known.has(id))) throw new Refused({ code: 'proof.otherTask', path: 'tasks' })
    for (const trial of trials) {
      const own = input.tasks.filter(({ id }) => trial.tasks.some((one) => one.id === id))
      if (own.length > 0) await keepSeen(context, trial, today, { ...input, tasks: own }, { linkId: actor.id })
    }
    return { personId: agreement.personId }
  },
})
