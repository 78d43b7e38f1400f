import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Actor, Database } from './db.ts'
import { noteAtDoor } from './door-event.ts'
import { failure, log } from './log.ts'
import type { Identity, Issuer } from './oidc.ts'
import { IssuerAway, signInBy } from './oidc.ts'
import { html } from './page.ts'
import { noticePage, pageTexts } from './page-texts.ts'
import { isDatabaseAway } from './problem.ts'
import { perMinute } from './rate-limit.ts'
import type { Sessions } from './session.ts'
import { SESSION_COOKIE } from './session.ts'
import type { Account, Proven } from './sign-in-choice.ts'
import { carryChoice } from './sign-in-choice.ts'
import { carrySignOut } from './sign-out.ts'
import { localeAsked } from './texts.ts'

type Parts = {
  db: Database; sessions: Sessions; issuer: Issuer; origin: string; signInLimit: number
  /** Where one comes who asked for no page in particular. */
  homeOf: (actor: Actor) => string
}

const PENDING_COOKIE = 'fotfeste_sign_in'
const Pending = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), returnTo: z.string() })

/** A path of our own, with its query; anything that leads elsewhere becomes `otherwise`. */
export function localPath(asked: unknown, origin: string, otherwise: string): string {
  if (typeof asked !== 'string' || !asked.startsWith('/') || /[\\\p{Cc}]/u.test(asked) || asked.length > 2000) return otherwise
  const url = URL.parse(asked, origin)
  // looked at after it was read: `/.//other.example` is read as `//other.example`, which is another site
  return url && url.origin === origin && !url.pathname.startsWith('//') ? url.pathname + url.search + url.hash : otherwise
}

const page = (reply: FastifyReply, status: number, text: string) =>
  reply.code(status).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(text)

/** Signing in and out: `/sign-in`, `/sign-in/callback`, `/sign-in/choose`, `/sign-out`. */
export function carrySignIn(app: FastifyInstance, parts: Parts): void {
  const { db, sessions, origin, homeOf } = parts
  const signIn = signInBy(parts.issuer, `${origin}/sign-in/callback`)
  const secure = origin.startsWith('https:')
  const cookie = { httpOnly: true, sameSite: 'lax', secure } as const
  const limited = { config: { rateLimit: perMinute(parts.signInLimit, () => { void noteAtDoor(db, 'sign_in_limited') }) } }
  const accountsOf = async ({ issuer, subject }: Identity) => (await db.staff.query<Account>('select * from app.find_accounts($1, $2)', [issuer, subject])).rows

  async function enter(request: FastifyRequest, reply: FastifyReply, account: Account, { identity, returnTo }: Proven) {
    await sessions.close(request.cookies[SESSION_COOKIE]) // of whoever was in here before: its cookie is overwritten, so nobody could end it
    const token = await sessions.open({ municipalityId: account.municipality_id, accountId: account.account_id }, parts.issuer.fetch ? undefined : identity.idToken)
    const actor = (await sessions.find(token))?.actor
    reply.setCookie(SESSION_COOKIE, token, { ...cookie, path: '/' }).clearCookie(PENDING_COOKIE, { path: '/sign-in' })
    return reply.redirect(returnTo === '/' && actor ? homeOf(actor) : returnTo, 303)
  }

  async function failed(request: FastifyRequest, reply: FastifyReply, error: unknown) {
    if (isDatabaseAway(error)) throw error
    const away = error instanceof IssuerAway
    log.warn('sign-in.failed', failure(error))
    await noteAtDoor(db, 'sign_in_failed', { reason: away ? 'issuer' : 'answer' })
    const locale = localeAsked(request.headers['accept-language'])
    const again = html`<p class="plain__actions"><a class="ds-button" data-variant="primary" href="/sign-in">${pageTexts(locale)('again')}</a></p>`
    return page(reply, away ? 502 : 400, noticePage(locale, away ? 'issuerAway' : 'failed', { below: again }))
  }

  app.get<{ Querystring: { return?: string } }>('/sign-in', limited, async (request, reply) => {
    try {
      const { url, pending } = await signIn.begin(localPath(request.query.return, origin, '/'), localeAsked(request.headers['accept-language']))
      return reply.setCookie(PENDING_COOKIE, JSON.stringify(pending), { ...cookie, path: '/sign-in', maxAge: 3600, signed: true }).header('cache-control', 'no-store').redirect(url, 303)
    } catch (error) {
      return failed(request, reply, error)
    }
  })

  app.get('/sign-in/callback', limited, async (request, reply) => {
    try {
      const kept = request.unsignCookie(request.cookies[PENDING_COOKIE] ?? '')
      const pending = Pending.parse(JSON.parse(kept.valid ? kept.value : 'null'))
      const identity = await signIn.finish(new URL(request.url, origin), pending)
      const [first, ...others] = await accountsOf(identity)
      if (!first) return await unknown(request, reply, identity)
      if (others.length === 0) return await enter(request, reply, first, { identity, returnTo: pending.returnTo })
      return choose(request, reply, { accounts: [first, ...others], identity, returnTo: pending.returnTo })
    } catch (error) {
      return failed(request, reply, error)
    }
  })

  async function unknown(request: FastifyRequest, reply: FastifyReply, { issuer, subject }: Identity) {
    await noteAtDoor(db, 'sign_in_unknown', { issuer })
    return page(reply, 403, noticePage(localeAsked(request.headers['accept-language']), 'unknown', { below: html`<p><code dir="ltr">${subject}</code></p>` }))
  }

  const choose = carryChoice(app, { origin, cookie, limited, enter: async (request, reply, proven, municipalityId) => {
    const account = (await accountsOf(proven.identity)).find((one) => one.municipality_id === municipalityId)
    return account ? enter(request, reply, account, proven) : reply.redirect('/sign-in', 303)
  } })
  carrySignOut(app, { sessions, origin, endsAt: () => signIn.endsAt(), clientId: parts.issuer.clientId })
}
