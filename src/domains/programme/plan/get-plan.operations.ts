import { z } from 'zod'
import { explain } from '#domains/rules/index.ts'
import { RuleLocale } from '#domains/rules/rules.schema.ts'
import { loadGrounds } from '#domains/rules/index.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { found } from '#platform/problem.ts'
import { instantOf } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { askNamed } from '../decision/ask-rules.core.ts'
import { loadFacts, loadParticipation } from '../decision/load-facts.ts'
import { classesOf } from './classes.core.ts'
import { loadClasses } from './load-classes.ts'
import { askAboutPlan, loadOpenPlan } from './load-plan.ts'
import { loadWords } from './load-words.ts'
import { planDifferences, reviewState, shownTo, signedState } from './plan.core.ts'
import type { PlanPage } from './plan-page.schema.ts'
import { PlanPage as Page } from './plan-page.schema.ts'
import type { PlanContent } from './plan.schema.ts'
import { Snapshot } from './plan.schema.ts'
import { pathOf } from './steps.core.ts'
import { departures, mayDepart } from './recommendation.core.ts'
import { loadRecommended, loadSettings, loadSteps } from './steps.operations.ts'

const Least = z.object({ levels: Page.shape.norwegianLeast.unwrap().nullable() })

/** The least goal in Norwegian by the rule; null where a fact is missing or not the reader's to know. */
async function norwegianLeast({ tx, today }: Context, personId: string): Promise<PlanPage['norwegianLeast']> {
  const { facts } = await loadFacts(tx, personId, today)
  // the screen says that this is the goal where the training is given by the integration act, unless it is known to be given elsewhere
  const asked = { ...facts, norwegianTaughtIn: facts.norwegianTaughtIn ?? ('integration_act' as const) }
  return Least.safeParse(askNamed('norwegian.goal', asked, today, await loadGrounds(tx))?.answer).data?.levels ?? null
}

const count = async ({ tx }: Context, personId: string): Promise<PlanPage['known']> => {
  const of = async (table: 'languageLevel' | 'education' | 'workExperience' | 'skill' | 'certificate' | 'wish'): Promise<number> =>
    Number((await tx.selectFrom(table).select((eb) => eb.fn.countAll().as('count')).where('personId', '=', personId).executeTakeFirstOrThrow()).count)
  return { languages: await of('languageLevel'), education: await of('education'), work: await of('workExperience'), skills: await of('skill'), certificates: await of('certificate'), wishes: await of('wish') }
}

const loadRevisions = async ({ tx }: Context, planId: string): Promise<PlanPage['revisions']> => tx.selectFrom('planRevision as r')
  .innerJoin('account', (join) => join.onRef('account.municipalityId', '=', 'r.municipalityId').onRef('account.id', '=', 'r.madeBy'))
  .select(['r.revision', 'r.madeAt', 'account.name as madeBy', 'r.reason']).where('r.planId', '=', planId).orderBy('r.revision', 'desc').execute()

const openLink = ({ tx, now }: Context, planId: string) => tx.selectFrom('personalLink').select(['email', 'expiresAt']).where('planId', '=', planId)
  .where('usedAt', 'is', null).where('revokedAt', 'is', null).where('expiresAt', '>', instantOf(now)).executeTakeFirst()

async function shownPlan(context: Context, personId: string) {
  const plan = await loadOpenPlan(context.tx, personId)
  if (plan === undefined) return undefined
  const mayWrite = context.actor.permissions.includes('programme.write')
  const rules = await askAboutPlan(context, plan)
  const classes = classesOf(plan.elements, await loadClasses(context.tx, personId), context.today)
  return { plan: { ...plan, classes, elements: shownTo(mayWrite, plan.elements), review: reviewState(plan.reviewOn, context.today), missing: rules.missing, kind: rules.kind,
    signed: signedState(plan.revision, rules.kind, plan.signatures), openLink: mayWrite ? await openLink(context, plan.id) ?? null : null }, rules }
}

async function recommendation(context: Context, personId: string, content: PlanContent | undefined): Promise<PlanPage['recommended']> {
  const recommended = await loadRecommended(context.tx, personId)
  return recommended && { ...recommended, departures: content === undefined ? [] : departures(recommended, content), isExplained: content === undefined || mayDepart(recommended, content).length === 0 }
}

type Shown = Awaited<ReturnType<typeof shownPlan>>
function actionsFor(context: Context, shown: Shown): PlanPage['actions'] {
  if (!context.actor.permissions.includes('programme.write')) return []
  if (shown === undefined) return ['make', 'record', 'saveStep']
  const { plan } = shown
  const signed = plan.signatures.filter(({ revision }) => revision === plan.revision).map(({ party }) => party)
  const isReady = plan.missing !== null && plan.missing.length === 0
  const wantsHer = isReady && plan.kind === 'contract' && !signed.includes('participant')
  return ['change', 'close', 'record', 'saveStep', ...(wantsHer ? (['sign', 'sendLink'] as const) : []), ...(isReady && (plan.kind === 'contract' || plan.kind === 'declaration') && !signed.includes('municipality') ? (['signAsMunicipality'] as const) : [])]
}

/** Her plan with what it lacks, what she has said, the path to it and after it, and how it came to be. */
export const getPlan = operation({
  permission: 'programme.read', reads: true, input: z.object({ personId: Id, locale: RuleLocale }), output: Page, subjects: ({ personId }) => [personId],
  async run(context, { personId, locale }) {
    const { tx, today } = context
    found(await tx.selectFrom('person').select('id').where('id', '=', personId).executeTakeFirst())
    const shown = await shownPlan(context, personId)
    const { own } = await loadSettings(tx)
    const participation = await loadParticipation(tx, personId)
    return {
      personId, plan: shown?.plan ?? null, rules: [shown?.rules.content, shown?.rules.contract].flatMap((one) => (one === undefined || one.answer === null ? [] : [explain(one, locale)])),
      steps: pathOf(own.qualificationSteps, await loadSteps(tx, personId), today), words: await loadWords(tx, personId, 'staff'), revisions: shown ? await loadRevisions(context, shown.plan.id) : [],
      decided: participation ? { finalGoal: participation.finalGoal, months: participation.months, startsOn: participation.startsOn, decidedOn: participation.decidedOn } : null,
      norwegianLeast: await norwegianLeast(context, personId), known: await count(context, personId), recommended: await recommendation(context, personId, shown?.plan.content), actions: actionsFor(context, shown),
    }
  },
})

const Difference = z.object({ at: z.string(), before: z.string().nullable(), after: z.string().nullable() })
/** Two revisions of a plan, and what is otherwise in the later one. */
export const comparePlan = operation({
  permission: 'programme.read', reads: true, input: z.object({ planId: Id, from: z.int(), to: z.int() }), output: z.object({ personId: Id, differences: z.array(Difference) }), subjects: (_, { personId }) => [personId],
  async run({ tx, actor }, { planId, from, to }) {
    const rows = await tx.selectFrom('planRevision').select(['revision', 'personId', 'content']).where('planId', '=', planId).where('revision', 'in', [from, to]).execute()
    const [one, other] = [from, to].map((revision) => found(rows.find((row) => row.revision === revision)))
    const mayWrite = actor.permissions.includes('programme.write')
    const read = (content: unknown) => { const snapshot = Snapshot.parse(content); return { ...snapshot, elements: shownTo(mayWrite, snapshot.elements) } }
    return { personId: found(one).personId, differences: planDifferences(read(one?.content), read(other?.content)) }
  },
})
