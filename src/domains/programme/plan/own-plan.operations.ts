import { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { Refused, found, refuseIf } from '#platform/problem.ts'
import { check } from '#shared/decision.ts'
import { instantOf } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import type { LoadedPlan } from './load-plan.ts'
import { askAboutPlan, loadOpenPlan, loadPlan } from './load-plan.ts'
import { loadWords } from './load-words.ts'
import { DocumentLocale } from './plan-document.schema.ts'
import { OwnPlan } from './own-plan.schema.ts'
import { loadPlanDocument } from './document/load-plan-document.ts'
import { OwnWords } from './plan.schema.ts'
import { keepYes, openToSign } from './sign.operations.ts'

const subjects = (_: unknown, { personId }: { personId: string }): string[] => [personId]
const Yes = z.object({ id: Id, revision: z.int(), name: z.string().trim().min(2).max(120) })
const Said = z.object({ id: Id, words: OwnWords, language: z.string().max(60).nullable().default(null) })
const Concerned = z.object({ personId: Id })

/** One who says more than this in a day is asked to talk instead. */
const MOST_WORDS_A_DAY = 5

async function show(context: Context, plan: LoadedPlan | undefined, personId: string, locale: DocumentLocale): Promise<z.input<typeof OwnPlan>> {
  const words = await loadWords(context.tx, personId, 'participant')
  if (plan === undefined) return { personId, planId: null, revision: 0, document: null, words, maySign: false }
  const rules = await askAboutPlan(context, plan)
  const isSigned = plan.signatures.some(({ party, revision }) => party === 'participant' && revision === plan.revision)
  return { personId, planId: plan.id, revision: plan.revision, document: await loadPlanDocument(context, plan, rules, locale), words, maySign: rules.kind === 'contract' && rules.missing !== null && rules.missing.length === 0 && !isSigned }
}

const herself = ({ actor }: Context): string => found(actor.personId)
const linked = ({ actor }: Context): string => found(actor.planId)

async function say({ tx, today }: Context, personId: string, planId: string | null, how: 'own_pages' | 'link', { id, words, language }: z.output<typeof Said>): Promise<{ personId: string }> {
  const unanswered = (await loadWords(tx, personId, 'participant')).filter(({ saidOn, answer }) => saidOn === today && answer === null)
  refuseIf(check(unanswered.length < MOST_WORDS_A_DAY, { code: 'plan.saidEnough' }))
  await tx.insertInto('planWords').values({ id, personId, planId, saidOn: today, how, language, words }).execute()
  return { personId }
}

/** Her own plan in her language, and what she has said. */
export const getMyPlan = operation({
  permission: 'own.plan', reads: true, input: z.object({ locale: DocumentLocale }), output: OwnPlan, subjects,
  async run(context, { locale }) { return show(context, await loadOpenPlan(context.tx, herself(context)), herself(context), locale) },
})

/** Her own words about what she wants, in her own language. */
export const sayInMyPlan = operation({
  permission: 'own.plan', input: Said, output: Concerned, subjects,
  async run(context, said) { return say(context, herself(context), (await loadOpenPlan(context.tx, herself(context)))?.id ?? null, 'own_pages', said) },
})

/** Her yes to the plan as it stands, on her own pages. */
export const signMyPlan = operation({
  permission: 'own.plan', input: Yes, output: Concerned, subjects,
  async run(context, { id, revision, name }) {
    const mine = found(await loadOpenPlan(context.tx, herself(context)))
    const { plan, rules } = await openToSign(context, mine.id, 'participant', revision)
    const { personId } = await keepYes(context, plan, rules.kind, { id, revision, party: 'participant', how: 'own_pages', name, interpreter: null, interpreterLanguage: null })
    return { personId }
  },
})

/** The plan a mailed link is about. Reading uses nothing up. */
export const getPlanForLink = operation({
  permission: 'link.signPlan', reads: true, input: z.object({ locale: DocumentLocale }), output: OwnPlan, subjects,
  async run(context, { locale }) { return show(context, await loadPlan(context.tx, linked(context)), herself(context), locale) },
})

/** Her words through a mailed link; the link stays open. */
export const sayByPlanLink = operation({
  permission: 'link.signPlan', input: Said, output: Concerned, subjects,
  async run(context, said) { return say(context, herself(context), linked(context), 'link', said) },
})

/** Her yes through a mailed link, which is used up by it: of two presses at once, one counts. */
export const signPlanByLink = operation({
  permission: 'link.signPlan', input: Yes, output: Concerned, subjects,
  async run(context, { id, revision, name }) {
    const { tx, actor, now } = context
    const used = await tx.updateTable('personalLink').set({ usedAt: instantOf(now) }).where('id', '=', actor.id).where('usedAt', 'is', null).where('revokedAt', 'is', null).where('expiresAt', '>', instantOf(now)).executeTakeFirst()
    if (used.numUpdatedRows === 0n) throw new Refused({ code: 'link.notOpen' })
    const { plan, rules } = await openToSign(context, linked(context), 'participant', revision)
    const { personId } = await keepYes(context, plan, rules.kind, { id, revision, party: 'participant', how: 'link', name, interpreter: null, interpreterLanguage: null, linkId: actor.id })
    return { personId }
  },
})
