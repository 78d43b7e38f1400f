import { z } from 'zod'
import { loadGrounds } from '#domains/rules/index.ts'
import { operation } from '#platform/operation.ts'
import { found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { Id } from '#shared/id.ts'
import * as core from './groups.core.ts'
import { ConfirmWhereaboutsInput, PlanNextStepInput, WithoutPlan } from './groups.schema.ts'
import { loadRuleFacts } from '../week/load-rule-facts.ts'
import { isAwaited, waitingStanding } from './waiting.core.ts'
import { loadSituations, shownWithoutPlan } from './load-situations.ts'

const permission = 'programme.decide' as const
const Saved = z.object({ id: Id, version: z.int(), personId: Id })
const subjects = (_: unknown, { personId }: { personId: string }): string[] => [personId]

/** Everybody without a plan or activity, in their groups: those with no next step first (QUA-17). */
export const listWithoutPlan = operation({
  permission, reads: true, input: z.object({}), output: z.object({ rows: z.array(WithoutPlan), owners: z.array(z.object({ id: Id, name: z.string() })) }),
  subjects: (_, { rows }) => rows.map(({ personId }) => personId),
  async run({ tx, today, actor }) {
    const grounds = await loadGrounds(tx)
    const situations = await loadSituations(tx, today)
    const facts = await loadRuleFacts(tx, situations.map(({ personId }) => personId))
    const rows = situations.flatMap((row) => {
      const standing = row.programme === 'none' && row.status === 'settled' ? waitingStanding(facts.get(row.personId) ?? {}, today, grounds) : undefined
      const groups = core.groupsOf({ ...row, isAwaited: isAwaited(standing) }, today)
      return groups.length === 0 ? [] : [shownWithoutPlan(row, { me: actor.id, groups, state: core.nextStepState(row.stepDue, today) })]
    })
    const owners = await tx.selectFrom('account').select(['id', 'name']).where('isActive', '=', true).where('personId', 'is', null).orderBy('name').execute()
    return { rows: rows.toSorted(core.byNeed), owners }
  },
})

/** Plans what happens next with one who has no plan, and who sees to it. */
export const planNextStep = operation({
  permission, input: PlanNextStepInput, output: Saved, subjects,
  async run({ tx, today }, { id, personId, step, dueOn, ownerId }) {
    refuseIf(core.mayPlanStep(dueOn, today))
    await tx.insertInto('nextStep').values({ id, personId, step, dueOn, ownerId }).execute()
    return { id, personId, version: 1 }
  },
})

export const finishNextStep = operation({
  permission, input: z.object({ id: Id, version: z.int() }), output: Saved, subjects,
  async run(context, { id, version }) {
    const { personId } = found(await context.tx.selectFrom('nextStep').select('personId').where('id', '=', id).executeTakeFirst())
    return { id, personId, version: await saveVersioned(context, 'nextStep', { id, version }, { doneOn: context.today }) }
  },
})

/** Says where she is, and that it was confirmed on a day (INF-11). */
export const confirmWhereabouts = operation({
  permission, input: ConfirmWhereaboutsInput, output: Saved, subjects,
  async run(context, { id, personId, version, state, confirmedOn, note }) {
    refuseIf(core.notInFuture(confirmedOn, context.today, 'confirmedOn'))
    const before = await context.tx.selectFrom('whereabouts').select('id').where('personId', '=', personId).executeTakeFirst()
    if (before && version !== undefined) return { id: before.id, personId, version: await saveVersioned(context, 'whereabouts', { id: before.id, version }, { state, confirmedOn, note }) }
    await context.tx.insertInto('whereabouts').values({ id, personId, state, confirmedOn, note }).execute()
    return { id, personId, version: 1 }
  },
})
