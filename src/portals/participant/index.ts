import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Id } from '#shared/id.ts'
import { identityOperations } from '#domains/identity/index.ts'
import { matchingOperations } from '#domains/matching/index.ts'
import type { Actor } from '#platform/db.ts'
import { demandSession } from '#platform/http-operations.ts'
import type { Door } from '#platform/http.ts'
import { perform } from '#platform/operation.ts'
import { NotFound, Refused, found } from '#platform/problem.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { serverLocales, toServerLocale } from '#platform/texts.ts'
import { applicationsPage, refusedPage } from './applications.ts'
import { placePage, placesPage } from './places.ts'
import { readingsPage } from './readings.ts'
import { portalTexts } from './texts.ts'

const LANGUAGE = 'fotfeste_language'
/** A year: her choice of language outlives her session. */
const LANGUAGE_SECONDS = 31_536_000

type Visit = { actor: Actor; locale: ServerLocale }
type Named = { Params: { id: string } }

const Form = z.object({ id: Id, text: z.string().trim().max(2000) })
const Language = z.object({ locale: z.enum(serverLocales), to: z.string().regex(/^\/mine\/[a-z0-9/-]*$/).catch('/mine/places') })
const PageAsked = z.object({ page: z.coerce.number().int().min(0).max(1000).catch(0) })

const send = (reply: FastifyReply, page: string, status = 200): FastifyReply =>
  reply.code(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page)

/** A form of another site's page is not hers. */
function demandOwnForm(request: FastifyRequest, origin: string): void {
  const from = request.headers.origin
  if (from !== undefined && from !== origin) throw new Refused({ code: 'request.foreign' })
}

/** The participant's own pages under `/mine`: open places, applications, who has read about her. Server-written, without script. */
export function participantPortal(app: FastifyInstance, door: Door): void {
  const visit = async (request: FastifyRequest): Promise<Visit> => {
    const { actor } = await demandSession(door.sessions, request)
    if (!actor.personId) throw new NotFound()
    return { actor, locale: toServerLocale(request.cookies[LANGUAGE] ?? actor.locale) }
  }
  const ask = { ...identityOperations, ...matchingOperations }
  const as = <N extends keyof typeof ask>(actor: Actor, name: N, input: z.input<(typeof ask)[N]['input']>, requestId?: string): Promise<z.output<(typeof ask)[N]['output']>> =>
    // reason for the casts: a union of operations cannot be narrowed by a generic name
    perform(door.db, ask[name] as never, actor, { name, input, now: door.clock(), requestId }) as never
  const placeOf = async (actor: Actor, id: string) => found((await as(actor, 'matching.listOpenPlaces', { openingId: Id.catch(() => { throw new NotFound() }).parse(id) })).rows[0])

  app.get('/mine', (_request, reply) => reply.redirect('/mine/places', 302))

  app.get('/mine/places', async (request, reply) => {
    const { actor, locale } = await visit(request)
    const { page } = PageAsked.parse(request.query)
    return send(reply, placesPage(locale, await as(actor, 'matching.listOpenPlaces', { page }), page))
  })

  app.get<Named>('/mine/places/:id', async (request, reply) => {
    const { actor, locale } = await visit(request)
    return send(reply, placePage(locale, await placeOf(actor, request.params.id)))
  })

  app.post<Named>('/mine/places/:id/apply', async (request, reply) => {
    demandOwnForm(request, door.origin)
    const { actor, locale } = await visit(request)
    const form = Form.safeParse(request.body)
    if (!form.success || form.data.text === '') return send(reply, placePage(locale, await placeOf(actor, request.params.id), { missing: true }), 422)
    const { id, text } = form.data
    try {
      // the id of the form is also the request's: sent twice, it is one application
      await as(actor, 'matching.apply', { id, openingId: request.params.id, text, consentText: portalTexts(locale)('apply.consent') }, id)
    } catch (error) {
      if (error instanceof Refused) return send(reply, refusedPage(locale, error.refusals), 422)
      throw error
    }
    return reply.redirect('/mine/applications?sent=1', 303)
  })

  app.get<{ Querystring: { sent?: string } }>('/mine/applications', async (request, reply) => {
    const { actor, locale } = await visit(request)
    return send(reply, applicationsPage(locale, (await as(actor, 'matching.listMyApplications', {})).rows, request.query.sent === '1'))
  })

  app.get('/mine/readings', async (request, reply) => {
    const { actor, locale } = await visit(request)
    return send(reply, readingsPage(locale, await as(actor, 'identity.readMyAudit', {})))
  })

  app.post('/mine/language', async (request, reply) => {
    demandOwnForm(request, door.origin)
    const { actor } = await visit(request)
    const { locale, to } = Language.catch(() => { throw new Refused({ code: 'shape.invalid', path: 'locale' }) }).parse(request.body)
    await as(actor, 'identity.setLocale', { locale })
    return reply.setCookie(LANGUAGE, locale, { path: '/mine', httpOnly: true, sameSite: 'lax', secure: door.origin.startsWith('https:'), maxAge: LANGUAGE_SECONDS }).redirect(to, 303)
  })
}
