import { z } from 'zod'
import { operation } from '#platform/operation.ts'
import { found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { Id } from '#shared/id.ts'
import * as core from './exit.core.ts'
import { EndProgrammeInput, Exit, NoteLaterInput, SettleStepInput } from './exit.schema.ts'
import { lastDayOf } from './last-day.ts'
import { findNewestParticipation, loadLater, loadParticipation, loadSettled } from './load-exit.ts'

const permission = 'programme.handOver' as const
const Saved = z.object({ id: Id, version: z.int(), personId: Id })
const subjects = (_: unknown, { personId }: { personId: string }): string[] => [personId]

/** The road out of her newest programme; null for one who was never in any. */
export const getExit = operation({
  permission, reads: true, input: z.object({ personId: Id }), output: z.object({ personId: Id, exit: Exit.nullable() }), subjects,
  async run({ tx, today, actor }, { personId }) {
    found(await tx.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst())
    const participation = await findNewestParticipation(tx, personId)
    if (participation === undefined) return { personId, exit: null }
    const [settled, later, lastDay] = [await loadSettled(tx, participation.id), await loadLater(tx, participation.id), await lastDayOf(tx, participation, today)]
    const { id: participationId, version, startsOn, finalGoal, endedOn, endReason, endActivity } = participation
    return { personId, exit: {
      personId, participationId, version, startsOn, lastDay, endedOn, endReason, endActivity, finalGoal, later, daysWithoutMoney: core.daysWithoutMoney(settled),
      steps: core.exitTimeline(endedOn ?? lastDay, settled, today), laterDue: endedOn === null ? [] : core.laterDue(endedOn, later, today), actions: core.exitActions(endedOn, actor.permissions.includes(permission)) } }
  },
})

/** Settles a step towards the end, or changes how it was settled. */
export const settleExitStep = operation({
  permission, input: SettleStepInput, output: Saved, subjects,
  async run(context, { id, participationId, version, ...step }) {
    refuseIf(core.maySettle(step, context.today))
    const { personId } = await loadParticipation(context.tx, participationId)
    const values = { ...step, norwegian: step.norwegian && JSON.stringify(step.norwegian), gap: step.gap && JSON.stringify(step.gap) }
    if (version !== undefined) return { id, personId, version: await saveVersioned(context, 'exitStep', { id, version, personId }, values) }
    await context.tx.insertInto('exitStep').values({ id, personId, participationId, ...values }).execute()
    return { id, personId, version: 1 }
  },
})

/** Ends a programme, with what she goes to and what happens next. */
export const endProgramme = operation({
  permission, input: EndProgrammeInput, output: Saved, subjects,
  async run(context, { participationId, version, endedOn, reason, activity, nextStep }) {
    const { tx, today } = context
    const participation = await loadParticipation(tx, participationId)
    const { personId } = participation
    refuseIf(core.mayEnd({ endedOn, reason, nextStep }, participation, today))
    const saved = await saveVersioned(context, 'participation', { id: participationId, version }, { endedOn, endReason: reason, endActivity: activity })
    if (nextStep) await tx.insertInto('nextStep').values({ ...nextStep, personId }).execute()
    return { id: participationId, personId, version: saved }
  },
})

/** Notes how she does a year after the programme, and later (TRN-07). */
export const noteLaterStatus = operation({
  permission, input: NoteLaterInput, output: z.object({ id: Id, personId: Id }), subjects,
  async run({ tx, today }, { id, participationId, ...status }) {
    const { personId, endedOn } = await loadParticipation(tx, participationId)
    refuseIf(core.mayNoteLater(status, endedOn, today))
    await tx.insertInto('laterStatus').values({ id, personId, participationId, ...status }).execute()
    return { id, personId }
  },
})
