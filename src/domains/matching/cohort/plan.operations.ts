import { z } from 'zod'
import { Instant } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { operation } from '#platform/operation.ts'
import { Refused, found } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { DropPlanInput, GetPlanInput, Plan, Plans, SaveFrameInput } from './cohort.schema.ts'
import { loadFrame } from './frame.ts'
import { loadHead, loadPlan, loadShown, loadSummaries } from './load-plan.ts'
import { planActions, shownRows } from './show.ts'
import { warmFor } from './solve-cohort.ts'

export const listPlans = operation({
  permission: 'matching.read', reads: true, input: z.object({}), output: Plans, subjects: () => [],
  async run(context) {
    const { supervisorAtOnce, mostAtOnce, isUsual, version } = await loadFrame(context.tx)
    return { rows: await loadSummaries(context), actions: context.actor.permissions.includes('matching.plan') ? ['solve' as const] : [], supervisorAtOnce, mostAtOnce, isUsual, version }
  },
})

export const getPlan = operation({
  permission: 'matching.read', reads: true, input: GetPlanInput, output: Plan,
  subjects: (_, { rows }) => rows.map(({ person }) => person.id),
  async run(context, { cohortId: planId }) {
    const summary = found((await loadSummaries(context, planId))[0])
    const plan = await loadPlan(context, planId)
    const { seed, weightsVersion, milliseconds, bestPlaced, bestScore, certificateHash, basedOn, withNeighbours, leftOut, limits, people } = plan.head
    const { permissions } = context.actor
    if (permissions.includes('matching.plan')) warmFor(plan.cohort)
    return { ...summary, seed, weightsVersion, milliseconds, bestPlaced, bestScore, certificate: certificateHash, basedOn, withNeighbours, leftOut, limits, places: plan.places, hidden: people - plan.rows.length,
      rows: shownRows(plan, await loadShown(context, planId), permissions), actions: planActions(permissions, summary.released) }
  },
})

/** Sets a plan aside. One that something was released from stays, since proposals point at it. */
export const dropPlan = operation({
  permission: 'matching.plan', input: DropPlanInput, output: z.object({ id: Id }), subjects: () => [],
  async run(context, { cohortId: planId, version }) {
    await loadHead(context, planId)
    const released = await context.tx.selectFrom('cohortRow').select('id').where('planId', '=', planId).where('releasedAt', 'is not', null).executeTakeFirst()
    if (released) throw new Refused({ code: 'matching.planReleased' })
    await saveVersioned(context, 'cohortPlan', { id: planId, version }, { droppedAt: Instant.parse(context.now.toISOString()) })
    return { id: planId }
  },
})

/** The municipality's own limits for plans to come. */
export const saveFrame = operation({
  permission: 'matching.plan', input: SaveFrameInput, output: z.object({ version: z.int() }), subjects: () => [],
  async run(context, { version, ...cohort }) {
    const { stored } = await loadFrame(context.tx)
    return { version: await saveVersioned(context, 'municipality', { id: context.actor.municipalityId, version }, { settings: { ...stored, cohort } }) }
  },
})
