import { z } from 'zod'
import { openAgreement, sendLinks } from '#domains/placements/index.ts'
import { operation } from '#platform/operation.ts'
import { Refused, found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { check } from '#shared/decision.ts'
import { Id } from '#shared/id.ts'
import { NoteSeenInput, SaveTaskListInput, ShownTaskList, StartTrialInput } from './proof.schema.ts'
import { keepSeen, openTrial } from './see-tasks.ts'

const subjects = (_: unknown, { personId }: { personId: string }): string[] => [personId]
const Done = z.object({ id: Id, personId: Id })

/** The municipality's short lists of tasks, by occupation. */
export const listTaskLists = operation({
  permission: 'people.read', reads: true, input: z.object({}), output: z.object({ lists: z.array(ShownTaskList), actions: z.array(z.enum(['change'])) }), subjects: () => [],
  async run({ tx, actor }) {
    const lists = await tx.selectFrom('taskList as l').leftJoin('occupation as o', (join) => join.onRef('o.municipalityId', '=', 'l.municipalityId').onRef('o.code', '=', 'l.occupationCode'))
      .selectAll('l').select('o.name as occupationName').orderBy('l.name').execute()
    return { lists, actions: actor.permissions.includes('competence.write') ? ['change' as const] : [] }
  },
})

export const saveTaskList = operation({
  permission: 'competence.write', input: SaveTaskListInput, output: z.object({ id: Id, version: z.int() }), subjects: () => [],
  async run(context, { id, version, ...values }) {
    refuseIf(check(new Set(values.tasks.map((task) => task.toLowerCase())).size === values.tasks.length, { code: 'proof.taskTwice', path: 'tasks' }))
    if (version !== undefined) return { id, version: await saveVersioned(context, 'taskList', { id, version }, values) }
    await context.tx.insertInto('taskList').values({ id, ...values }).execute()
    return { id, version: 1 }
  },
})

/** Begins a trial at work: in a placement of hers, or at an employer apart from one. The tasks are its own from now on. */
export const startTrial = operation({
  permission: 'competence.write', input: StartTrialInput, output: Done, subjects,
  async run({ tx }, { id, personId, agreementId, employerId, tasks, ...trial }) {
    found(await tx.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst())
    const agreement = agreementId === null ? undefined : found(await tx.selectFrom('agreement').select(['employerId', 'cancelledAt']).where('id', '=', agreementId).where('personId', '=', personId).executeTakeFirst())
    const where = agreement?.employerId ?? employerId
    if (where === null) throw new Refused({ code: 'proof.whichEmployer', path: 'employerId' })
    refuseIf([...check(agreement === undefined || agreement.cancelledAt === null, { code: 'proof.cancelled', path: 'agreementId' }), ...check(new Set(tasks.map(({ task }) => task.toLowerCase())).size === tasks.length, { code: 'proof.taskTwice', path: 'tasks' })])
    found(await tx.selectFrom('employer').select('id').where('id', '=', where).executeTakeFirst())
    await tx.insertInto('workTrial').values({ id, personId, agreementId, employerId: where, ...trial }).execute()
    await tx.insertInto('trialTask').values(tasks.map((one, position) => ({ ...one, position, trialId: id, personId }))).execute()
    return { id, personId }
  },
})

/** No more is expected of a trial; what was seen stays. */
export const closeTrial = operation({
  permission: 'competence.write', input: z.object({ id: Id, version: z.int() }), output: Done, subjects,
  async run(context, { id, version }) {
    const { personId, closedOn } = await openTrial(context, id)
    refuseIf(check(closedOn === null, { code: 'proof.trialClosed' }))
    await saveVersioned(context, 'workTrial', { id, version }, { closedOn: context.today })
    return { id, personId }
  },
})

/** What somebody at the workplace said she saw, written down by a colleague, who is named. */
export const noteTasksSeen = operation({
  permission: 'placements.followUp', input: NoteSeenInput, output: Done, subjects,
  async run(context, { trialId, seenOn, ...input }) {
    const trial = await openTrial(context, trialId)
    await keepSeen(context, trial, seenOn, input, { accountId: context.actor.id })
    return { id: trialId, personId: trial.personId }
  },
})

/** Mails the workplace a link to the tasks. It is about a placement: apart from one there is nobody who has agreed to be asked. */
export const askAboutTasks = operation({
  permission: 'placements.followUp', input: z.object({ trialId: Id }), output: Done.extend({ email: z.string() }), subjects,
  async run(context, { trialId }) {
    const trial = await openTrial(context, trialId)
    refuseIf([...check(trial.closedOn === null, { code: 'proof.trialClosed' }), ...check(trial.tasks.some(({ seen }) => seen === null), { code: 'proof.allSeen' })])
    if (trial.agreementId === null) throw new Refused({ code: 'proof.noPlacement' })
    const { agreement } = await openAgreement(context, trial.agreementId)
    refuseIf(check(agreement.submittedAt !== null && agreement.cancelledAt === null, { code: 'proof.notYetAgreed' }))
    const [sent] = await sendLinks(context, agreement, ['employer'], 'see_tasks')
    if (!sent) throw new Refused({ code: 'proof.noAddress' })
    return { id: trialId, personId: trial.personId, email: sent.email }
  },
})
