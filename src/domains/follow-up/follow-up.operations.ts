import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { check } from '#shared/decision.ts'
import { Id } from '#shared/id.ts'
import { mayNote, mayPlan } from './follow-up.core.ts'
import { AnswerConcernInput, FollowUp, MoveContactInput, NoteContactInput, PlanContactInput, RaiseConcernInput } from './follow-up.schema.ts'
import { loadFollowUps } from './load-follow-ups.ts'

const Saved = z.object({ id: Id, version: z.int(), personId: Id })
const permission = 'placements.followUp' as const
const subjects = (_: unknown, { personId }: { personId: string }): string[] => [personId]

const placementOf = async ({ tx }: Context, agreementId: string) => found(await tx.selectFrom('agreement')
  .select(['personId', 'fromDate', 'toDate', 'cancelledAt']).where('id', '=', agreementId).executeTakeFirst())
const storedFollowUp = async ({ tx }: Context, id: string) => found(await tx.selectFrom('followUp')
  .select(['agreementId', 'personId', 'doneOn', 'kind', 'nextStep']).where('id', '=', id).executeTakeFirst())

/** Everything planned and done on one placement: what is due first. */
export const listFollowUps = operation({
  permission: 'placements.read', reads: true, input: z.object({ agreementId: Id }), output: z.object({ followUps: z.array(FollowUp), personId: Id, mayPlan: z.boolean() }), subjects,
  async run(context, { agreementId }) {
    const { personId, cancelledAt } = await placementOf(context, agreementId)
    const held = context.actor.permissions
    return { personId, mayPlan: cancelledAt === null && held.includes(permission), followUps: await loadFollowUps(context.tx, sql`f.agreement_id = ${agreementId}`, { today: context.today, held }) }
  },
})

export const planContact = operation({
  permission, input: PlanContactInput, output: Saved, subjects,
  async run(context, { id, agreementId, kind, dueOn }) {
    const placement = await placementOf(context, agreementId)
    refuseIf(mayPlan(dueOn, placement, context.today))
    await context.tx.insertInto('followUp').values({ id, agreementId, personId: placement.personId, kind, dueOn }).execute()
    return { id, version: 1, personId: placement.personId }
  },
})

export const moveContact = operation({
  permission, input: MoveContactInput, output: Saved, subjects,
  async run(context, { id, version, dueOn }) {
    const { agreementId, personId, doneOn } = await storedFollowUp(context, id)
    refuseIf([...check(doneOn === null, { code: 'followUp.isDone' }), ...mayPlan(dueOn, await placementOf(context, agreementId), context.today)])
    return { id, personId, version: await saveVersioned(context, 'followUp', { id, version }, { dueOn }) }
  },
})

/** Takes a planned contact out of the plan; what was done stays. */
export const dropContact = operation({
  permission, input: z.object({ id: Id }), output: z.object({ personId: Id }), subjects,
  async run(context, { id }) {
    const { personId, doneOn, kind } = await storedFollowUp(context, id)
    refuseIf([...check(doneOn === null, { code: 'followUp.isDone' }), ...check(kind !== 'concern', { code: 'followUp.concernIsAnswered' })])
    await context.tx.deleteFrom('followUp').where('id', '=', id).execute()
    return { personId }
  },
})

/** Notes a call or visit: the planned one (with its version) or one that was not planned. */
export const noteContact = operation({
  permission, input: NoteContactInput, output: Saved, subjects,
  async run(context, { id, agreementId, version, ...noted }) {
    const { personId } = await placementOf(context, agreementId)
    refuseIf(mayNote(noted, context.today))
    const doneBy = context.actor.id
    if (version === undefined) {
      await context.tx.insertInto('followUp').values({ id, agreementId, personId, ...noted, doneBy }).execute()
      return { id, version: 1, personId }
    }
    const stored = await storedFollowUp(context, id)
    refuseIf([...check(stored.doneOn === null, { code: 'followUp.isDone' }), ...check(stored.agreementId === agreementId, { code: 'followUp.otherPlacement' })])
    return { id, personId, version: await saveVersioned(context, 'followUp', { id, version }, { ...noted, doneBy }) }
  },
})

export const finishNextStep = operation({
  permission, input: z.object({ id: Id, version: z.int() }), output: Saved, subjects,
  async run(context, { id, version }) {
    const { personId, nextStep } = await storedFollowUp(context, id)
    refuseIf(check(nextStep !== null, { code: 'followUp.noNextStep' }))
    return { id, personId, version: await saveVersioned(context, 'followUp', { id, version }, { nextStepDoneOn: context.today }) }
  },
})

/** A small problem is noted with a day by which it is answered (PLA-06). */
export const raiseConcern = operation({
  permission, input: RaiseConcernInput, output: Saved, subjects,
  async run(context, { id, agreementId, raisedBy, note, answerDue }) {
    const { personId } = await placementOf(context, agreementId)
    refuseIf(check(answerDue >= context.today, { code: 'followUp.inPast', path: 'answerDue' }))
    await context.tx.insertInto('followUp').values({ id, agreementId, personId, kind: 'concern', dueOn: answerDue, raisedBy, note }).execute()
    return { id, version: 1, personId }
  },
})

export const answerConcern = operation({
  permission, input: AnswerConcernInput, output: Saved, subjects,
  async run(context, { id, version, answer }) {
    const { personId, kind, doneOn } = await storedFollowUp(context, id)
    refuseIf([...check(kind === 'concern', { code: 'followUp.noConcern' }), ...check(doneOn === null, { code: 'followUp.isDone' })])
    return { id, personId, version: await saveVersioned(context, 'followUp', { id, version }, { doneOn: context.today, doneBy: context.actor.id, nextStep: answer, nextStepDoneOn: context.today }) }
  },
})
