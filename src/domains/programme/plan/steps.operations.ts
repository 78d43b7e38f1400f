import { z } from 'zod'
import type { Tx } from '#platform/db.ts'
import { operation } from '#platform/operation.ts'
import { Refused, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { Id } from '#shared/id.ts'
import { maySaveStep } from './steps.core.ts'
import type { Recommended } from './steps.schema.ts'
import { PlanSettings, Recommended as Shown, SavePlanSettingsInput, SaveStepInput } from './steps.schema.ts'

/** The order the municipality works in, and the Norwegian of its papers. */
export async function loadSettings(tx: Tx) {
  const { settings, id, version } = await tx.selectFrom('municipality').select(['settings', 'id', 'version']).executeTakeFirstOrThrow()
  return { id, version, all: z.record(z.string(), z.json()).parse(settings), own: PlanSettings.parse(settings) }
}

/** What has been planned and done for one person before her plan and with it. */
export const loadSteps = (tx: Tx, personId: string) => tx.selectFrom('qualificationStep')
  .select(['id', 'version', 'kind', 'plannedOn', 'referredOn', 'doneOn', 'doneWith', 'result', 'deviation']).where('personId', '=', personId).execute()

/** What the career guidance recommended, once it is registered. */
export async function loadRecommended(tx: Tx, personId: string): Promise<Recommended | null> {
  const step = await tx.selectFrom('qualificationStep as s').leftJoin('account as a', (join) => join.onRef('a.municipalityId', '=', 's.municipalityId').onRef('a.id', '=', 's.registeredBy'))
    .select(['s.recommendedGoal as finalGoal', 's.recommendedOccupationCode as occupationCode', 's.recommendedOccupationName as occupationName', 's.result as proposals', 's.doneOn', 's.registeredOn', 'a.name as registeredBy'])
    .where('s.personId', '=', personId).where('s.kind', '=', 'career_guidance').where('s.registeredOn', 'is not', null).executeTakeFirst()
  return step === undefined ? null : Shown.parse(step)
}

/** Plans a step, refers to it, or notes that it was done and what came of it. */
export const saveStep = operation({
  permission: 'programme.write', input: SaveStepInput, output: z.object({ id: Id, version: z.int() }), subjects: ({ personId }) => [personId],
  async run(context, input) {
    const { tx, today } = context
    const { own } = await loadSettings(tx)
    refuseIf(maySaveStep(input, own.qualificationSteps, await loadSteps(tx, input.personId), today))
    const { id, version, ...values } = input
    if (version !== undefined) return { id, version: await saveVersioned(context, 'qualificationStep', { id, version, personId: input.personId }, values) }
    await tx.insertInto('qualificationStep').values({ id, ...values }).execute()
    return { id, version: 1 }
  },
})

/** How the municipality works with plans. */
export const getPlanSettings = operation({
  permission: 'rules.manage', reads: true, input: z.object({}), output: PlanSettings.extend({ version: z.int() }), subjects: () => [],
  async run({ tx }) {
    const { own, version } = await loadSettings(tx)
    return { ...own, version }
  },
})

/** Sets in which order interview, mapping, guidance and meetings come, and the written Norwegian of papers (QUA-02). */
export const savePlanSettings = operation({
  permission: 'rules.manage', input: SavePlanSettingsInput, output: z.object({ version: z.int() }), subjects: () => [],
  async run(context, { version, ...own }) {
    if (new Set(own.qualificationSteps).size !== own.qualificationSteps.length) throw new Refused({ code: 'plan.stepTwice', path: 'qualificationSteps' })
    const { id, all } = await loadSettings(context.tx)
    return { version: await saveVersioned(context, 'municipality', { id, version }, { settings: { ...all, ...own } }) }
  },
})
