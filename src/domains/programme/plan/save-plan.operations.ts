import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { Refused, found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { instantOf } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { loadLocalNeed } from './load-local-need.ts'
import { loadOpenPlan } from './load-plan.ts'
import { maySavePlan } from './plan.core.ts'
import type { SavePlanInput } from './plan.schema.ts'
import { SavePlanInput as Input } from './plan.schema.ts'
import { closePlanLinks } from './plan-link.ts'
import { mayDepart } from './recommendation.core.ts'
import { loadRecommended } from './steps.operations.ts'

/** Writes the elements as they are now: those that were there keep their ids, those that are gone say since when. */
async function writeElements({ tx }: Context, { id: planId, personId, elements }: SavePlanInput, revision: number): Promise<void> {
  for (const [place, { id, ...values }] of elements.entries()) {
    await tx.insertInto('planElement').values({ id, planId, personId, place, ...values }).onConflict((conflict) => conflict.constraint('plan_element_pkey').doUpdateSet({ ...values, place, removedIn: null }).where('planElement.planId', '=', planId)).execute()
  }
  const kept = elements.map(({ id }) => id)
  const gone = tx.updateTable('planElement').set({ removedIn: revision }).where('planId', '=', planId).where('removedIn', 'is', null)
  await (kept.length > 0 ? gone.where('id', 'not in', kept) : gone).execute()
}

async function keepRevision({ tx, now }: Context, { id: planId, personId, content, elements, reviewOn, reason }: SavePlanInput, revision: number): Promise<void> {
  await tx.insertInto('planRevision').values({ id: randomUUID(), planId, personId, revision, madeAt: instantOf(now), reason: reason ?? '', content: JSON.stringify({ ...content, elements, reviewOn }) }).execute()
}

/** An element of another plan, also another person's, cannot be taken into this one. */
async function demandOwnElements({ tx }: Context, { id, elements }: SavePlanInput): Promise<void> {
  if (elements.length === 0) return
  const others = await tx.selectFrom('planElement').select('id').where('id', 'in', elements.map((one) => one.id)).where('planId', '<>', id).execute()
  if (others.length > 0) throw new Refused({ code: 'plan.elementOfOther', path: 'elements' })
}

/** The occupation by its name as it is now, so that the plan reads the same when the standard changes. */
async function withOccupation({ tx }: Context, input: SavePlanInput): Promise<SavePlanInput> {
  const { occupationCode } = input.content
  const found = occupationCode === null ? undefined : await tx.selectFrom('occupation').select('name').where('code', '=', occupationCode).executeTakeFirst()
  return { ...input, content: { ...input.content, occupationName: occupationCode === null ? null : found?.name ?? input.content.occupationName } }
}

/** What was shown of local need when it was saved, by our own reading and not by what was sent; nothing for a plan without an occupation. */
const withLocalNeed = async (context: Context, input: SavePlanInput): Promise<SavePlanInput> =>
  ({ ...input, content: { ...input.content, localNeed: input.content.occupationCode === null ? null : await loadLocalNeed(context, input.personId, input.content.occupationCode) } })

/** Saves the plan as a new revision with what has changed and why. A yes that was given holds for the revision it was given to. */
export const savePlan = operation({
  permission: 'programme.write', input: Input, output: z.object({ id: Id, version: z.int(), revision: z.int() }), subjects: ({ personId }) => [personId],
  async run(context, asked) {
    const { tx, today } = context
    const input = await withLocalNeed(context, await withOccupation(context, asked))
    const before = await loadOpenPlan(tx, input.personId)
    refuseIf([...maySavePlan(input, before && { content: before.content, elementIds: before.elements.map(({ id }) => id) }), ...mayDepart(await loadRecommended(tx, input.personId), input.content)])
    await demandOwnElements(context, input)
    if (input.version === undefined) {
      if (before) throw new Refused({ code: 'plan.alreadyThere' })
      await tx.insertInto('integrationPlan').values({ id: input.id, personId: input.personId, madeOn: today, reviewOn: input.reviewOn, content: JSON.stringify(input.content) }).execute()
      await tx.updateTable('planWords').set({ planId: input.id }).where('personId', '=', input.personId).where('planId', 'is', null).execute()
      await writeElements(context, input, 1)
      await keepRevision(context, input, 1)
      return { id: input.id, version: 1, revision: 1 }
    }
    const revision = found(before?.id === input.id ? before : undefined).revision + 1
    const version = await saveVersioned(context, 'integrationPlan', { id: input.id, version: input.version }, { content: input.content, reviewOn: input.reviewOn, revision })
    await writeElements(context, input, revision)
    await keepRevision(context, input, revision)
    await closePlanLinks(context, input.id)
    return { id: input.id, version, revision }
  },
})

/** Closes the plan: the programme has ended, or it was made by mistake. It can still be read. */
export const closePlan = operation({
  permission: 'programme.write', input: z.object({ planId: Id, version: z.int() }), output: z.object({ personId: Id }), subjects: (_, { personId }) => [personId],
  async run(context, { planId, version }) {
    const { personId } = found(await context.tx.selectFrom('integrationPlan').select('personId').where('id', '=', planId).where('closedOn', 'is', null).executeTakeFirst())
    await saveVersioned(context, 'integrationPlan', { id: planId, version }, { closedOn: context.today })
    await closePlanLinks(context, planId)
    return { personId }
  },
})
