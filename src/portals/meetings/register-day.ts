import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { meetingsOperations } from '#domains/meetings/index.ts'
import type { Door } from '#platform/http.ts'
import { perform } from '#platform/operation.ts'
import { localeAsked, toServerLocale } from '#platform/texts.ts'
import { closedPage } from '../links/closed-page.ts'
import { framedPage } from '../links/framed-page.ts'
import type { LinkPurpose } from '../links/link-door.ts'
import { openLink } from '../links/link-door.ts'
import type { LinkLimits } from '../links/link-limits.ts'
import type { Visit } from '../links/link-page.ts'
import { singleFields } from '../links/single-fields.ts'
import type { DayPage } from './day-page.ts'
import { guestLinkDay } from './guest-link.ts'
import { hostLinkDay } from './host-link.ts'
import { liveScript, queueScript, workerScript } from './live-region.ts'
import { meetingStyle } from './meeting-style.ts'

type Deps = Pick<Door, 'db' | 'clock'> & { limits: LinkLimits }
type Asked = { Params: { token: string }; Querystring: { lang?: string }; Body: Record<string, string | string[] | undefined> | undefined }

const dayPages: Partial<Record<LinkPurpose, DayPage>> = { meet_employers: guestLinkDay, meet_guests: hostLinkDay }
const close = 'meetings.closeOwnLink'
const YEAR = 'public, max-age=31536000, immutable'
/** Everybody at the fair may be behind one address, each asking twice a minute. A link that opens nothing has a limit of its own. */
const MOST_A_MINUTE = 1_200

/** The pages of the day itself, `/l/:token/day`, and what they are drawn and kept fresh with. */
export function registerDayPages(app: FastifyInstance, deps: Deps): void {
  const config = { rateLimit: { max: MOST_A_MINUTE, timeWindow: '1 minute' } }
  app.get<Asked>('/l/:token/day', { config }, (request, reply) => show(deps, request, reply))
  app.post<Asked>('/l/:token/day', { config }, (request, reply) => tap(deps, request, reply))
  app.get(meetingStyle().path, async (request, reply) => sendSmaller(request, reply.header('cache-control', YEAR).type('text/css; charset=utf-8'), meetingStyle().css))
  for (const [path, file] of [[liveScript, 'live'], [queueScript, 'queue'], [workerScript, 'worker']] as const) {
    app.get(path, async (request, reply) => sendSmaller(request, reply.headers({ 'cache-control': 'public, max-age=3600', ...(file === 'worker' && { 'service-worker-allowed': '/l/' }) })
      .type('text/javascript; charset=utf-8'), alone(await readFile(new URL(`browser/${file}.browser.js`, import.meta.url), 'utf8'))))
  }
}

/** A script with its names to itself, since several stand on one page, and without the comments that have lines of their own. */
export const alone = (script: string): string => `(() => {\n${script.replace(/^ *\/\*\*[^]*?\*\/ *\n/gm, '')}})()\n`

/** What is the same for everybody goes compressed where that is taken. */
async function sendSmaller(request: FastifyRequest, reply: FastifyReply, text: string): Promise<unknown> {
  reply.header('vary', 'accept-encoding')
  return String(request.headers['accept-encoding'] ?? '').includes('gzip') ? reply.header('content-encoding', 'gzip').send(await promisify(gzip)(text)) : reply.send(text)
}

/** The page of an open link with its visitor; otherwise the answer that says why there is none. */
async function open({ db, clock, limits }: Deps, request: FastifyRequest<Asked>, reply: FastifyReply): Promise<{ page: DayPage; visit: Visit } | { closed: string }> {
  const now = clock()
  const link = await openLink(db, request.params.token, now, () => limits.closed(request.ip, now))
  const locale = request.query.lang ? toServerLocale(request.query.lang) : link.locale ?? localeAsked(request.headers['accept-language'])
  const page = 'closed' in link ? undefined : dayPages[link.purpose]
  reply.type('text/html; charset=utf-8')
  if (!('closed' in link) && page) return { page, visit: { db, actor: link.actor, now, locale, path: `/l/${request.params.token}` } }
  const closed = 'closed' in link ? link.closed : 'unknown'
  reply.status(closed === 'unknown' ? 404 : 410)
  return { closed: closedPage(closed, locale) }
}

async function show(deps: Deps, request: FastifyRequest<Asked>, reply: FastifyReply): Promise<string> {
  const opened = await open(deps, request, reply)
  if ('closed' in opened) return opened.closed
  const { page, visit } = opened
  return framedPage(visit.locale, visit.actor.kind === 'participant', await page.show(visit))
}

/** One press: to a device that keeps them, in short; to a form, the page anew. */
async function tap(deps: Deps, request: FastifyRequest<Asked>, reply: FastifyReply): Promise<unknown> {
  const opened = await open(deps, request, reply)
  if ('closed' in opened) return opened.closed
  const { page, visit } = opened
  const fields = singleFields(request.body ?? {})
  if (fields['action'] === 'close') {
    await perform(visit.db, meetingsOperations[close], visit.actor, { name: close, input: {}, now: visit.now })
    return reply.redirect(visit.path, 303)
  }
  const refused = await page.tap(visit, fields)
  if (request.headers['x-fotfeste-queued'] !== undefined) return reply.type('application/json; charset=utf-8').send({ refused })
  if (refused === null) return reply.redirect(`${visit.path}/day?lang=${visit.locale}`, 303)
  return reply.status(422).send(framedPage(visit.locale, visit.actor.kind === 'participant', await page.show(visit, refused)))
}
