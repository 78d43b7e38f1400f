import type { FastifyInstance } from 'fastify'
import { isOfOtherSite } from './other-site.ts'
import { html, plainPage } from './page.ts'
import { noticePage, pageTexts } from './page-texts.ts'
import type { Sessions } from './session.ts'
import { SESSION_COOKIE } from './session.ts'
import { directionOf, localeAsked } from './texts.ts'

const HTML = 'text/html; charset=utf-8'
type Leaving = { sessions: Sessions; origin: string; clientId: string; endsAt: () => Promise<string | undefined> }

/** Signing out, here and at an outside issuer: `/sign-out`, `/signed-out`. */
export function carrySignOut(app: FastifyInstance, { sessions, origin, clientId, endsAt }: Leaving): void {
  app.post('/sign-out', async (request, reply) => {
    if (isOfOtherSite(request, origin)) return reply.redirect('/', 303)
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
    return reply.type(HTML).header('cache-control', 'no-store').send(plainPage({ lang: locale, dir: directionOf(locale), title: t('leaving.title'), body, scripts: ['/plain/submit.js'] }))
  })
  app.get('/signed-out', async (request, reply) => {
    const locale = localeAsked(request.headers['accept-language'])
    const again = html`<p class="plain__actions"><a class="ds-button" data-variant="primary" href="/sign-in">${pageTexts(locale)('toSignIn')}</a></p>`
    return reply.type(HTML).header('cache-control', 'no-store').send(noticePage(locale, 'out', { below: again }))
  })
}
