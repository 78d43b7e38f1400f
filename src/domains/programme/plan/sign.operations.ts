import { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { Refused, found, refuseIf } from '#platform/problem.ts'
import { instantOf } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import type { LoadedPlan, PlanRules } from './load-plan.ts'
import { askAboutPlan, loadPlan } from './load-plan.ts'
import { closePlanLinks, mailPlanLink } from './plan-link.ts'
import { isWellRecorded, maySign, signedState } from './plan.core.ts'
import type { Signature } from './plan.schema.ts'
import { SignInMeetingInput } from './plan.schema.ts'

const permission = 'programme.write' as const
const Done = z.object({ personId: Id, state: z.enum(['none', 'unsigned', 'waiting', 'signed', 'outdated']) })
const subjects = (_: unknown, { personId }: { personId: string }): string[] => [personId]

type Yes = Omit<Signature, 'kind' | 'signedAt'> & { accountId?: string | null; linkId?: string | null }

/** What is known of the plan when somebody says yes to it, or every reason why not. */
export async function openToSign(context: Context, planId: string, party: Signature['party'], revision: number, more: { code: string; path?: string }[] = []): Promise<{ plan: LoadedPlan; rules: PlanRules }> {
  const plan = await loadPlan(context.tx, planId)
  const rules = await askAboutPlan(context, plan)
  refuseIf([...maySign(party, { revision, current: plan.revision, kind: rules.kind, missing: rules.missing ?? [], signatures: plan.signatures }), ...more])
  return { plan, rules }
}

/** Keeps one party's yes; answers where the plan then stands. */
export async function keepYes({ tx, now }: Context, plan: LoadedPlan, kind: PlanRules['kind'], yes: Yes): Promise<z.infer<typeof Done>> {
  if (kind === null || kind === 'none') throw new Refused({ code: 'plan.noContract' })
  await tx.insertInto('planSignature').values({ ...yes, planId: plan.id, personId: plan.personId, kind, signedAt: instantOf(now) }).execute()
  return { personId: plan.personId, state: signedState(plan.revision, kind, [...plan.signatures, yes]) }
}

/** Her yes as given in a meeting or on paper; through an interpreter with her name and language. */
export const signInMeeting = operation({
  permission, input: SignInMeetingInput, output: Done, subjects,
  async run(context, input) {
    const { plan, rules } = await openToSign(context, input.planId, 'participant', input.revision, isWellRecorded(input))
    await closePlanLinks(context, plan.id)
    const { planId: _, ...yes } = input
    return keepYes(context, plan, rules.kind, { ...yes, party: 'participant', accountId: context.actor.id })
  },
})

/** The municipality's own yes: with it the contract is concluded, or the declaration given. */
export const signAsMunicipality = operation({
  permission, input: z.object({ id: Id, planId: Id, revision: z.int() }), output: Done, subjects,
  async run(context, { id, planId, revision }) {
    const { plan, rules } = await openToSign(context, planId, 'municipality', revision)
    const { name } = found(await context.tx.selectFrom('account').select('name').where('id', '=', context.actor.id).executeTakeFirst())
    return keepYes(context, plan, rules.kind, { id, revision, party: 'municipality', how: 'signed_in', name, interpreter: null, interpreterLanguage: null, accountId: context.actor.id })
  },
})

/** Mails her a link, for one who cannot be at the meeting. */
export const sendPlanLink = operation({
  permission, input: z.object({ planId: Id }), output: z.object({ personId: Id, email: z.string() }), subjects,
  async run(context, { planId }) {
    const { tx } = context
    const { plan } = await openToSign(context, planId, 'participant', (await loadPlan(tx, planId)).revision)
    const person = found(await tx.selectFrom('person').select(['email', 'contactLocale', 'givenName', 'familyName']).where('id', '=', plan.personId).executeTakeFirst())
    if (person.email === null) throw new Refused({ code: 'plan.noAddress' })
    const { name: municipality } = await tx.selectFrom('municipality').select('name').executeTakeFirstOrThrow()
    await mailPlanLink(context, { planId, personId: plan.personId, email: person.email, locale: person.contactLocale, name: `${person.givenName} ${person.familyName}`, municipality })
    return { personId: plan.personId, email: person.email }
  },
})

/** Closes her open link: it went to the wrong address, or is no longer wanted. */
export const closePlanLink = operation({
  permission, input: z.object({ planId: Id }), output: z.object({ personId: Id }), subjects,
  async run(context, { planId }) {
    const { personId } = await loadPlan(context.tx, planId)
    await closePlanLinks(context, planId)
    return { personId }
  },
})
