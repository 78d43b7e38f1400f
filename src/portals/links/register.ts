import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Door } from '#platform/http.ts'
import { localeAsked, toServerLocale } from '#platform/texts.ts'
import { registerDayPages } from '../meetings/register-day.ts'
import { closedPage } from './closed-page.ts'
import { framedPage } from './framed-page.ts'
import { openLink } from './link-door.ts'
import type { LinkLimits } from './link-limits.ts'
import { linkLimits } from './link-limits.ts'
import { linkPages } from './purposes.ts'
import { singleFields } from './single-fields.ts'

type Deps = Pick<Door, 'db' | 'clock'>
type Parts = Deps & { limits: LinkLimits }
type Asked = { Params: { token: string }; Querystring: { lang?: string }; Body: Record<string, string | string[] | undefined> | undefined }

/** The pages behind mailed links: `GET /l/:token` reads and uses nothing up, `POST` answers. They need no script: that of listening only makes them speak. */
export function registerLinkPages(app: FastifyInstance, { db, clock }: Deps): void {
  app.addHook('onRequest', async (_, reply) => { reply.headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' }) })
  const parts = { db, clock, limits: linkLimits() }
  // those who come to a meeting day are many behind one address; for other links there is a limit inside
  app.get<Asked>('/l/:token', { config: { rateLimit: { max: 300, timeWindow: '1 minute' } } }, (request, reply) => answer(parts, request, reply, 'show'))
  app.post<Asked>('/l/:token', { config: { rateLimit: { max: 20, timeWindow: '1 minute' } } }, (request, reply) => answer(parts, request, reply, 'act'))
  registerDayPages(app, parts)
}

async function answer({ db, clock, limits }: Parts, request: FastifyRequest<Asked>, reply: FastifyReply, how: 'show' | 'act'): Promise<unknown> {
  const at = clock()
  const link = await openLink(db, request.params.token, at, () => limits.closed(request.ip, at))
  const locale = request.query.lang ? toServerLocale(request.query.lang) : link.locale ?? localeAsked(request.headers['accept-language'])
  reply.type('text/html; charset=utf-8')
  if ('closed' in link) {
    reply.status(link.closed === 'unknown' ? 404 : 410)
    return closedPage(link.closed, locale)
  }
  limits.opened(link.purpose, request.ip, at)
  const page = linkPages[link.purpose]
  const visit = { db, actor: link.actor, now: at, locale, path: `/l/${request.params.token}` }
  const drawn = how === 'show' ? await page.show(visit) : await page.act(visit, singleFields(request.body ?? {}))
  if (drawn.to !== undefined && how === 'show') return reply.redirect(drawn.to, 302)
  return framedPage(locale, link.actor.kind === 'participant', drawn)
}
