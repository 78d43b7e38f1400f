import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify'
import type { Identity } from './oidc.ts'
import { html, plainPage } from './page.ts'
import { pageTexts } from './page-texts.ts'
import { directionOf, localeAsked } from './texts.ts'

/** One place where somebody has an account. */
export type Account = { municipality_id: string; account_id: string; municipality_name: string }
/** Somebody who has proved who she is, and is not yet in. */
export type Proven = { identity: Identity; returnTo: string }

const CHOICE_MS = 5 * 60_000
const MOST_CHOICES = 500

/** `POST /sign-in/choose`, and the page that leads there: for one person with accounts in several municipalities. */
export function carryChoice(app: FastifyInstance, options: RouteShorthandOptions, enter: (reply: FastifyReply, proven: Proven, municipalityId: string) => Promise<FastifyReply>) {
  const choices = new Map<string, Proven & { until: number }>()

  app.post<{ Body: { key?: string; municipality?: string } }>('/sign-in/choose', options, async (request, reply) => {
    const { key = '', municipality = '' } = request.body ?? {}
    const chosen = choices.get(key)
    choices.delete(key)
    if (!chosen || chosen.until < Date.now()) return reply.redirect('/sign-in', 303)
    return enter(reply, chosen, municipality)
  })

  return (request: FastifyRequest, reply: FastifyReply, { accounts, ...proven }: Proven & { accounts: Account[] }): FastifyReply => {
    const locale = localeAsked(request.headers['accept-language'])
    const t = pageTexts(locale)
    const key = randomUUID()
    if (choices.size >= MOST_CHOICES) choices.clear()
    choices.set(key, { ...proven, until: Date.now() + CHOICE_MS })
    const body = html`<p>${t('choose.text')}</p><form method="post" action="/sign-in/choose"><input type="hidden" name="key" value="${key}"><ul class="choices">${accounts.map((account) =>
      html`<li><button class="choice" name="municipality" value="${account.municipality_id}"><strong>${account.municipality_name}</strong></button></li>`)}</ul></form>`
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(plainPage({ lang: locale, dir: directionOf(locale), title: t('choose.title'), body }))
  }
}
