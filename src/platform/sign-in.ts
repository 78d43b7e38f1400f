import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Database } from './db.ts'
import { failure, log } from './log.ts'
import type { Identity, Issuer } from './oidc.ts'
import { IssuerAway, signInBy } from './oidc.ts'
import { html, plainPage } from './page.ts'
import { noticePage, pageTexts } from './page-texts.ts'
import { isDatabaseAway } from './problem.ts'
import { perMinute } from './rate-limit.ts'
import type { Sessions } from './session.ts'
import { SESSION_COOKIE } from './session.ts'
import { directionOf, localeAsked } from './texts.ts'

export type DoorEvent = 'link_unknown' | 'link_expired' | 'link_used' | 'link_revoked' | 'sign_in_unknown' | 'sign_in_failed' | 'sign_in_limited'

/** Notes what happened before anybody was known. A note that cannot be written stops nobody. */
export const noteAtDoor = (db: Database, event: DoorEvent, detail: Record<string, string> = {}): Promise<void> =>
  db.staff.query('select app.note_at_door($1, $2)', [event, detail]).then(() => undefined, (error: unknown) => log.warn('door.note', failure(error)))

type Parts = {
  db: Database; sessions: Sessions; issuer: Issuer; origin: string; signInLimit: number
  /** Where one comes who asked for no page in particular. */
  home: string
}

const PENDING_COOKIE = 'fotfeste_sign_in'
const Pending = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), returnTo: z.string() })
const CHOICE_MS = 5 * 60_000
const MOST_CHOICES = 500
type Account = { municipality_id: string; account_id: string; municipality_name: string }

/** A path of our own, with its query; anything that leads elsewhere becomes `otherwise`. */
export function localPath(asked: unknown, origin: string, otherwise: string): string {
  if (typeof asked !== 'string' || !asked.startsWith('/') || /[\\\p{Cc}]/u.test(asked) || asked.length > 2000) return otherwise
  const url = URL.parse(asked, origin)
  return url && url.origin === origin && !asked.startsWith('//') ? url.pathname + url.search + url.hash : otherwise
}

const page = (reply: FastifyReply, status: number, text: string) =>
  reply.code(status).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(text)

/** Signing in and out: `/sign-in`, `/sign-in/callback`, `/sign-in/choose`, `/sign-out`. */
export function carrySignIn(app: FastifyInstance, parts: Parts): void {
  const { db, sessions, origin, home } = parts
  const signIn = signInBy(parts.issuer, `${origin}/sign-in/callback`)
  const secure = origin.startsWith('https:')
  const cookie = { httpOnly: true, sameSite: 'lax', secure } as const
  const choices = new Map<string, { identity: Identity; returnTo: string; until: number }>()
  const limited = { config: { rateLimit: perMinute(parts.signInLimit, () => { void noteAtDoor(db, 'sign_in_limited') }) } }
  const accountsOf = async ({ issuer, subject }: Identity) => (await db.staff.query<Account>('select * from app.find_accounts($1, $2)', [issuer, subject])).rows

  async function enter(reply: FastifyReply, account: Account, identity: Identity, returnTo: string) {
    const token = await sessions.open({ municipalityId: account.municipality_id, accountId: account.account_id }, parts.issuer.fetch ? undefined : identity.idToken)
    return reply.setCookie(SESSION_COOKIE, token, { ...cookie, path: '/' }).clearCookie(PENDING_COOKIE, { path: '/sign-in' }).redirect(returnTo, 303)
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
      const { url, pending } = await signIn.begin(localPath(request.query.return, origin, home), localeAsked(request.headers['accept-language']))
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
      if (others.length === 0) return await enter(reply, first, identity, pending.returnTo)
      return choose(request, reply, [first, ...others], { identity, returnTo: pending.returnTo })
    } catch (error) {
      return failed(request, reply, error)
    }
  })

  async function unknown(request: FastifyRequest, reply: FastifyReply, { issuer, subject }: Identity) {
    await noteAtDoor(db, 'sign_in_unknown', { issuer })
    return page(reply, 403, noticePage(localeAsked(request.headers['accept-language']), 'unknown', { below: html`<p><code dir="ltr">${subject}</code></p>` }))
  }

  function choose(request: FastifyRequest, reply: FastifyReply, accounts: Account[], { identity, returnTo }: { identity: Identity; returnTo: string }) {
    const locale = localeAsked(request.headers['accept-language'])
    const t = pageTexts(locale)
    const key = randomUUID()
    if (choices.size >= MOST_CHOICES) choices.clear()
    choices.set(key, { identity, returnTo, until: Date.now() + CHOICE_MS })
    const body = html`<p>${t('choose.text')}</p><form method="post" action="/sign-in/choose"><input type="hidden" name="key" value="${key}"><ul class="choices">${accounts.map((account) =>
      html`<li><button class="choice" name="municipality" value="${account.municipality_id}"><strong>${account.municipality_name}</strong></button></li>`)}</ul></form>`
    return page(reply, 200, plainPage({ lang: locale, dir: directionOf(locale), title: t('choose.title'), body }))
  }

  app.post<{ Body: { key?: string; municipality?: string } }>('/sign-in/choose', limited, async (request, reply) => {
    const chosen = choices.get(request.body?.key ?? '')
    if (!chosen || chosen.until < Date.now()) return reply.redirect('/sign-in', 303)
    const account = (await accountsOf(chosen.identity)).find((one) => one.municipality_id === request.body.municipality)
    if (!account) return reply.redirect('/sign-in', 303)
    choices.delete(request.body.key ?? '')
    return enter(reply, account, chosen.identity, chosen.returnTo)
  })

  carrySignOut(app, { sessions, origin, endsAt: () => signIn.endsAt(), clientId: parts.issuer.clientId })
}

type Leaving = { sessions: Sessions; origin: string; clientId: string; endsAt: () => Promise<string | undefined> }

function carrySignOut(app: FastifyInstance, { sessions, origin, clientId, endsAt }: Leaving): void {
  app.post('/sign-out', async (request, reply) => {
    const from = request.headers.origin
    if (from !== undefined && from !== 'null' && from !== origin) return reply.redirect('/', 303)
    const token = request.cookies[SESSION_COOKIE]
    const session = await sessions.find(token)
    await sessions.close(token)
    reply.clearCookie(SESSION_COOKIE, { path: '/' })
    const address = session?.idToken ? await endsAt().catch(() => undefined) : undefined
    if (!address || !session?.idToken) return reply.redirect('/signed-out', 303)
    // posted, not put into an address: an id token may carry a name, and addresses end up in logs
    const locale = localeAsked(request.headers['accept-language'])
    const t = pageTexts(locale)
    const fields = { id_token_hint: session.idToken, client_id: clientId, post_logout_redirect_uri: `${origin}/signed-out` }
    const body = html`<p>${t('leaving.text')}</p><form method="post" action="${address}">${Object.entries(fields).map(([name, value]) =>
      html`<input type="hidden" name="${name}" value="${value}">`)}<button class="ds-button" data-variant="primary">${t('leaving.go')}</button></form>`
    reply.header('content-security-policy', `default-src 'self'; form-action 'self' ${new URL(address).origin}; frame-ancestors 'none'; base-uri 'none'`)
    return page(reply, 200, plainPage({ lang: locale, dir: directionOf(locale), title: t('leaving.title'), body, scripts: ['/plain/submit.js'] }))
  })
  app.get('/signed-out', async (request, reply) => {
    const locale = localeAsked(request.headers['accept-language'])
    const again = html`<p class="plain__actions"><a class="ds-button" data-variant="primary" href="/sign-in">${pageTexts(locale)('toSignIn')}</a></p>`
    return page(reply, 200, noticePage(locale, 'out', { below: again }))
  })
}
