import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Refusal } from '#shared/decision.ts'
import { failure, log } from './log.ts'
import { html } from './page.ts'
import { noticePage, pageTexts } from './page-texts.ts'
import { Forbidden, NotFound, Refused, isDatabaseAway } from './problem.ts'
import { localeAsked } from './texts.ts'

/** Nobody is signed in. 401. */
export class NotSignedIn extends Error {}

type Problem = { status: number; title: string; notice: Parameters<typeof noticePage>[1]; refusals?: Refusal[]; id?: string }

const statusOf = (error: unknown): number | undefined =>
  error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : undefined

/** What an error is to the one who asked. Only here does anything become an HTTP status. */
function problemOf(error: unknown): Problem {
  if (error instanceof Refused) return { status: 422, title: 'Refused', notice: 'refused', refusals: error.refusals }
  if (error instanceof Forbidden) return { status: 403, title: `Lacks ${error.permission}`, notice: 'forbidden' }
  if (error instanceof NotFound) return { status: 404, title: 'Not found', notice: 'notFound' }
  if (error instanceof NotSignedIn) return { status: 401, title: 'Not signed in', notice: 'signedOut' }
  if (isDatabaseAway(error)) return { status: 503, title: 'The database is away', notice: 'away' }
  const status = statusOf(error)
  if (status === 413) return { status, title: 'Too large', notice: 'tooLarge' }
  if (status === 429) return { status, title: 'Too many requests', notice: 'tooMany' }
  if (status !== undefined && status >= 400 && status < 500) return { status, title: 'Cannot be read', notice: 'refused' }
  return { status: 500, title: 'A fault on our side', notice: 'fault', id: randomUUID() }
}

/** Whether a person looks at the answer itself: a page then, else problem+json. */
export const wantsPage = (request: FastifyRequest): boolean =>
  !request.url.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html')

/** Answers with problem+json, or with a plain page where a person looks. Faults are logged with the id that is shown. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status, title, notice, refusals, id } = problemOf(error)
  if (id) log.error('http.fault', { id, route: request.routeOptions.url, ...failure(error) })
  if (status === 503) reply.header('retry-after', '2')
  reply.code(status).header('cache-control', 'no-store')
  if (!wantsPage(request)) return reply.type('application/problem+json').send(JSON.stringify({ type: 'about:blank', title, status, id, refusals }))
  const locale = localeAsked(request.headers['accept-language'])
  const t = pageTexts(locale)
  const again = html`<p class="plain__actions"><a class="ds-button" data-variant="primary" href="${status === 401 ? '/sign-in' : '/'}">${t(status === 401 ? 'toSignIn' : 'again')}</a></p>`
  return reply.type('text/html; charset=utf-8').send(noticePage(locale, notice, { params: id ? { id } : {}, below: again }))
}
