import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Id } from '#shared/id.ts'
import type { Actor } from '#platform/db.ts'
import type { Door } from '#platform/http.ts'
import { NotFound, Refused, found } from '#platform/problem.ts'
import { serverLocales } from '#platform/texts.ts'
import { applicationsPage, refusedPage } from './applications.ts'
import { weekPages } from './my-week.ts'
import { coursesPages } from './courses.ts'
import { planPages } from './plan.ts'
import { talkPages } from './talks.ts'
import { interpreterPages } from './interpreter.ts'
import { decisionPages } from './decisions.ts'
import { handOverPages } from './hand-overs.ts'
import { meetingPages } from './meetings.ts'
import { moneyPages } from './money.ts'
import { neighboursPart } from './neighbours.ts'
import { placePage, placesPage } from './places.ts'
import { proofPages } from './proof.ts'
import { recognitionPages } from './recognition.ts'
import type { Named, Portal } from './portal.ts'
import { LANGUAGE_COOKIE, openPortal, sendPage } from './portal.ts'
import { readingsPage } from './readings.ts'
import { portalTexts } from './texts.ts'

/** A year: her choice of language outlives her session. */
const LANGUAGE_SECONDS = 31_536_000

const Form = z.object({ id: Id, text: z.string().trim().max(2000) })
const Language = z.object({ locale: z.enum(serverLocales), to: z.string().regex(/^\/mine\/[a-z0-9/-]*$/).catch('/mine/week') })
const PageAsked = z.object({ page: z.coerce.number().int().min(0).max(1000).catch(0) })

/** The participant's own pages under `/mine`, server-written, without script: one function for each part. */
export function participantPortal(app: FastifyInstance, door: Door): void {
  const portal = openPortal(door)
  app.get('/mine', (_request, reply) => reply.redirect('/mine/week', 302))
  weekPages(app, portal)
  placesPages(app, portal)
  planPages(app, portal)
  coursesPages(app, portal)
  talkPages(app, portal)
  interpreterPages(app, portal)
  meetingPages(app, portal)
  moneyPages(app, portal)
  decisionPages(app, portal)
  handOverPages(app, portal)
  recognitionPages(app, portal)
  proofPages(app, portal)
  readingPages(app, portal)
}

/** Places she may apply for, and her applications. */
function placesPages(app: FastifyInstance, { visit, as, demandOwnForm }: Portal): void {
  const placeOf = async (actor: Actor, id: string) => found((await as(actor, 'matching.listOpenPlaces', { openingId: Id.catch(() => { throw new NotFound() }).parse(id) })).rows[0])

  app.get('/mine/places', async (request, reply) => {
    const { actor, locale } = await visit(request)
    const { page } = PageAsked.parse(request.query)
    return sendPage(reply, placesPage(locale, await as(actor, 'matching.listOpenPlaces', { page }), page))
  })

  app.get<Named>('/mine/places/:id', async (request, reply) => {
    const { actor, locale } = await visit(request)
    return sendPage(reply, placePage(locale, await placeOf(actor, request.params.id)))
  })

  app.post<Named>('/mine/places/:id/apply', async (request, reply) => {
    demandOwnForm(request)
    const { actor, locale } = await visit(request)
    const form = Form.safeParse(request.body)
    if (!form.success || form.data.text === '') return sendPage(reply, placePage(locale, await placeOf(actor, request.params.id), { missing: true }), 422)
    const { id, text } = form.data
    try {
      // the id of the form is also the request's: sent twice, it is one application
      await as(actor, 'matching.apply', { id, openingId: request.params.id, text, consentText: portalTexts(locale)('apply.consent') }, id)
    } catch (error) {
      if (error instanceof Refused) return sendPage(reply, refusedPage(locale, error.refusals), 422)
      throw error
    }
    return reply.redirect('/mine/applications?sent=1', 303)
  })

  app.get<{ Querystring: { sent?: string; back?: string } }>('/mine/applications', async (request, reply) => {
    const { actor, locale } = await visit(request)
    const [{ rows }, neighbours] = [await as(actor, 'matching.listMyApplications', {}), await as(actor, 'matching.listMyYes', {})]
    return sendPage(reply, applicationsPage(locale, rows, request.query.sent === '1', neighboursPart(locale, neighbours.rows, request.query.back === '1')))
  })

  app.post<Named>('/mine/applications/:id/take-back', async (request, reply) => {
    demandOwnForm(request)
    const { actor } = await visit(request)
    const id = Id.catch(() => { throw new NotFound() }).parse(request.params.id)
    // pressed twice, or taken back by her adviser meanwhile: it is as she wished
    await as(actor, 'matching.takeBackMine', { id }).catch((error: unknown) => { if (!(error instanceof Refused)) throw error })
    return reply.redirect('/mine/applications?back=1', 303)
  })
}

/** Who has read about her, and the language of her pages. */
function readingPages(app: FastifyInstance, { visit, as, demandOwnForm, door }: Portal): void {
  app.get('/mine/readings', async (request, reply) => {
    const { actor, locale } = await visit(request)
    return sendPage(reply, readingsPage(locale, await as(actor, 'identity.readMyAudit', {})))
  })

  app.post('/mine/language', async (request, reply) => {
    demandOwnForm(request)
    const { actor } = await visit(request)
    const { locale, to } = Language.catch(() => { throw new Refused({ code: 'shape.invalid', path: 'locale' }) }).parse(request.body)
    await as(actor, 'identity.setLocale', { locale })
    return reply.setCookie(LANGUAGE_COOKIE, locale, { path: '/mine', httpOnly: true, sameSite: 'lax', secure: door.origin.startsWith('https:'), maxAge: LANGUAGE_SECONDS }).redirect(to, 303)
  })
}
