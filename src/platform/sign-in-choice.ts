import { randomUUID } from 'node:crypto'
import type { CookieSerializeOptions } from '@fastify/cookie'
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify'
import type { Identity } from './oidc.ts'
import { html, plainPage } from './page.ts'
import { pageTexts } from './page-texts.ts'
import { isOfOtherSite } from './other-site.ts'
import { directionOf, localeAsked } from './texts.ts'

/** One place where somebody has an account. */
export type Account = { municipality_id: string; account_id: string; municipality_name: string }
/** Somebody who has proved who she is, and is not yet in. */
export type Proven = { identity: Identity; returnTo: string }

const CHOICE_MINUTES = 5
const MOST_CHOICES = 500
const CHOICE_COOKIE = 'fotfeste_choice'

type Choosing = {
  origin: string; cookie: CookieSerializeOptions; limited: RouteShorthandOptions
  enter: (request: FastifyRequest, reply: FastifyReply, proven: Proven, municipalityId: string) => Promise<FastifyReply>
}

/**
 * `POST /sign-in/choose`, and the page that leads there: for one person with accounts in several municipalities. Only the browser
 * that was shown the choice may make it; else somebody could be led into another's account.
 */
export function carryChoice(app: FastifyInstance, { origin, cookie, limited, enter }: Choosing) {
  const choices = new Map<string, Proven & { until: number }>()

  app.post<{ Body: { municipality?: string } }>('/sign-in/choose', limited, async (request, reply) => {
    const kept = request.unsignCookie(request.cookies[CHOICE_COOKIE] ?? '')
    const key = kept.valid ? kept.value : ''
    const chosen = isOfOtherSite(request, origin) ? undefined : choices.get(key)
    if (!chosen) return reply.redirect('/sign-in', 303)
    choices.delete(key)
    reply.clearCookie(CHOICE_COOKIE, { path: '/sign-in' })
    if (chosen.until < Date.now()) return reply.redirect('/sign-in', 303)
    return enter(request, reply, chosen, request.body?.municipality ?? '')
  })

  return (request: FastifyRequest, reply: FastifyReply, { accounts, ...proven }: Proven & { accounts: Account[] }): FastifyReply => {
    const locale = localeAsked(request.headers['accept-language'])
    const t = pageTexts(locale)
    const key = randomUUID()
    if (choices.size >= MOST_CHOICES) choices.clear()
    choices.set(key, { ...proven, until: Date.now() + CHOICE_MINUTES * 60_000 })
    reply.setCookie(CHOICE_COOKIE, key, { ...cookie, path: '/sign-in', maxAge: CHOICE_MINUTES * 60, signed: true })
    const body = html`<p>${t('choose.text')}</p><form method="post" action="/sign-in/choose"><ul class="choices">${accounts.map((account) =>
      html`<li><button class="choice" name="municipality" value="${account.municipality_id}"><strong>${account.municipality_name}</strong></button></li>`)}</ul></form>`
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(plainPage({ lang: locale, dir: directionOf(locale), title: t('choose.title'), body }))
  }
}
