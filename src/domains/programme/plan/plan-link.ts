import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { queueMessage } from '#domains/notifications/index.ts'
import type { Context } from '#platform/operation.ts'
import { instantOf } from '#shared/date.ts'
import { LINK_DAYS } from '#shared/personal-link.ts'

/** Closes every open link to a plan: it has been changed, signed, or closed. */
export async function closePlanLinks({ tx, now }: Pick<Context, 'tx' | 'now'>, planId: string): Promise<void> {
  await tx.updateTable('personalLink').set({ revokedAt: instantOf(now) }).where('planId', '=', planId).where('usedAt', 'is', null).where('revokedAt', 'is', null).execute()
}

type To = { planId: string; personId: string; email: string; locale: string; name: string; municipality: string }

/** Mails her a personal link to her plan; an earlier open one is closed. Only the hash of its secret is kept. */
export async function mailPlanLink(context: Context, { planId, personId, email, locale, name, municipality }: To): Promise<void> {
  const { tx, now } = context
  await closePlanLinks(context, planId)
  const [id, token] = [randomUUID(), randomBytes(32).toString('base64url')]
  await tx.insertInto('personalLink').values({ id, tokenHash: createHash('sha256').update(token).digest(), purpose: 'sign_plan', party: 'participant', planId, personId, email, locale,
    createdAt: instantOf(now), expiresAt: instantOf(new Date(now.getTime() + LINK_DAYS * 86_400_000)) }).execute()
  await queueMessage(tx, { key: `sign_plan:${id}`, to: email, personId, locale, template: 'sign_plan', params: { link: `/l/${token}`, party: 'participant', name, person: name, municipality, days: LINK_DAYS } })
}
