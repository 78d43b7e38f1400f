import { z } from 'zod'
import { RuleLocale } from '#domains/rules/rules.schema.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { Refused, found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { check } from '#shared/decision.ts'
import { Id } from '#shared/id.ts'
import { loadOpenPlan } from '../../plan/load-plan.ts'
import { departures, mayDepart } from '../../plan/recommendation.core.ts'
import { maySaveStep } from '../../plan/steps.core.ts'
import { SaveStepInput } from '../../plan/steps.schema.ts'
import { loadRecommended, loadSettings, loadSteps } from '../../plan/steps.operations.ts'
import { mayOrder, saysSomething } from './guidance.core.ts'
import type { GuidancePage, MappingPaper, RecordGuidanceInput } from './guidance.schema.ts'
import { GuidancePage as Page, OrderGuidanceInput, RecordGuidanceInput as Result } from './guidance.schema.ts'
import { loadGuidance, loadUsualReceiver } from './load-guidance.ts'
import { loadPapers } from './load-mapping.ts'

const Saved = z.object({ id: Id, version: z.int(), personId: Id })
const subjects = (_: unknown, { personId }: { personId: string }): string[] => [personId]

function actionsFor(step: GuidancePage['step'], papers: readonly MappingPaper[]): GuidancePage['actions'] {
  const draft = papers.some(({ sentOn }) => sentOn === null)
  return ['order', ...(step === null ? [] : (['record'] as const)), ...(draft ? (['rewrite', 'print'] as const) : (['write', 'print'] as const)), ...(draft && step?.receiver && step.orderedOn !== null ? (['send'] as const) : [])]
}

async function recommendation({ tx }: Context, personId: string): Promise<GuidancePage['recommended']> {
  const [recommended, plan] = [await loadRecommended(tx, personId), await loadOpenPlan(tx, personId)]
  return recommended && { ...recommended, departures: plan === undefined ? [] : departures(recommended, plan.content), isExplained: plan === undefined || mayDepart(recommended, plan.content).length === 0 }
}

/** The referral, what came of it, and the mapping that goes with it. What is in the mapping is shown to those who work on it. */
export const getGuidance = operation({
  permission: 'programme.read', reads: true, input: z.object({ personId: Id, locale: RuleLocale }), output: Page, subjects: ({ personId }) => [personId],
  async run(context, { personId, locale }) {
    const { tx, actor } = context
    found(await tx.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst())
    const mayWrite = actor.permissions.includes('programme.write')
    const step = await loadGuidance(tx, personId)
    const papers = mayWrite ? await loadPapers(tx, personId, locale) : []
    return { personId, step, recommended: await recommendation(context, personId), usual: mayWrite ? await loadUsualReceiver(tx) : null, papers, actions: mayWrite ? actionsFor(step, papers) : [] }
  },
})

/** Refers her to career guidance: to whom, and when it was ordered. */
export const orderGuidance = operation({
  permission: 'programme.write', input: OrderGuidanceInput, output: Saved, subjects,
  async run(context, { id, personId, version, receiver, orderedOn, ...more }) {
    refuseIf(mayOrder({ orderedOn, plannedOn: more.plannedOn }, context.today))
    const values = { ...more, doneWith: receiver, referredOn: orderedOn }
    if (version !== undefined) return { id, personId, version: await saveVersioned(context, 'qualificationStep', { id, version, personId }, values) }
    await context.tx.insertInto('qualificationStep').values({ id, personId, kind: 'career_guidance', ...values }).execute()
    return { id, personId, version: 1 }
  },
})

/** The occupation by its name as it is now. */
async function occupationName({ tx }: Context, code: string | null): Promise<string | null> {
  if (code === null) return null
  const row = await tx.selectFrom('occupation').select('name').where('code', '=', code).executeTakeFirst()
  if (!row) throw new Refused({ code: 'competence.unknownOccupation', path: 'occupationCode', params: { code } })
  return row.name
}

async function refuseResult({ tx, today }: Context, personId: string, input: RecordGuidanceInput, referredOn: NonNullable<GuidancePage['step']>['orderedOn']): Promise<void> {
  const { doneOn, deviation } = input
  const step = SaveStepInput.parse({ id: input.id, personId, kind: 'career_guidance', referredOn, doneOn, deviation })
  refuseIf([...check(referredOn !== null, { code: 'guidance.notOrdered' }), ...maySaveStep(step, (await loadSettings(tx)).own.qualificationSteps, await loadSteps(tx, personId), today), ...saysSomething(input)])
}

/** Registers what the guidance came to. A plan that goes another way must say why before it is saved again. */
export const recordGuidance = operation({
  permission: 'programme.write', input: Result, output: Saved, subjects,
  async run(context, input) {
    const { tx, actor, today } = context
    const { personId, referredOn } = found(await tx.selectFrom('qualificationStep').select(['personId', 'referredOn']).where('id', '=', input.id).where('kind', '=', 'career_guidance').executeTakeFirst())
    await refuseResult(context, personId, input, referredOn)
    const { id, version, doneOn, recommendedGoal, occupationCode, proposals, deviation } = input
    const values = { doneOn, deviation, result: proposals, recommendedGoal, recommendedOccupationCode: occupationCode, recommendedOccupationName: await occupationName(context, occupationCode), registeredOn: today, registeredBy: actor.id }
    return { id, personId, version: await saveVersioned(context, 'qualificationStep', { id, version }, values) }
  },
})
