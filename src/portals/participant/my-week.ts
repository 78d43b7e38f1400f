import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Refused } from '#platform/problem.ts'
import { html } from '#platform/page.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { PlainDate } from '#shared/date.ts'
import { Id } from '#shared/id.ts'
import { portalPage } from './frame.ts'
import { weekPage } from './my-week-page.ts'
import type { Portal } from './portal.ts'
import { sendFile, sendPage } from './portal.ts'
import { portalTexts } from './texts.ts'
import { refusalText, weekTexts } from './week-texts.ts'

const path = '/mine/week'
const Asked = z.object({ day: PlainDate.optional().catch(undefined), done: z.enum(['here', 'absent']).optional().catch(undefined) })
const Here = z.object({ id: Id, sourceId: Id })
const Absent = z.object({ id: Id, fromDate: PlainDate, toDate: PlainDate, words: z.string().trim().max(1000) })

/** Why it could not be done, and the way back. */
function refusedPage(locale: ServerLocale, { refusals }: Refused): string {
  const t = weekTexts(locale)
  const body = html`<div class="ds-alert" data-color="warning" role="alert"><p>${t('refused')}</p>${refusals.map(({ code, params }) => html`<p>${refusalText(locale, code, params)}</p>`)}</div>
<p class="plain__actions"><a class="ds-button" data-variant="secondary" href="${path}">${t('back')}</a></p>`
  return portalPage({ locale, path, title: portalTexts(locale)('week.title'), body })
}

/** Her week: today first, "I am here", "I cannot come", and the calendar for her telephone. */
export function weekPages(app: FastifyInstance, { visit, as, demandOwnForm, door }: Portal): void {
  app.get(path, async (request, reply) => {
    const { actor, locale } = await visit(request)
    const { day, done } = Asked.parse(request.query)
    const [week, mine] = [await as(actor, 'programme.getMyWeek', { ...(day && { day }) }), await as(actor, 'programme.getMyDay', {})]
    return sendPage(reply, weekPage(locale, { week, mine, now: door.clock(), done, ids: { report: randomUUID(), here: () => randomUUID() } }))
  })

  /** Carries a form out; what is refused is said on a page of its own, with the way back. */
  const take = async (locale: ServerLocale, work: () => Promise<unknown>): Promise<string | undefined> => {
    try {
      await work()
      return undefined
    } catch (error) {
      if (error instanceof Refused) return refusedPage(locale, error)
      throw error
    }
  }
  const read = <T>(shape: z.ZodType<T>, body: unknown): T => shape.catch(() => { throw new Refused({ code: 'shape.invalid' }) }).parse(body)

  app.post(`${path}/here`, async (request, reply) => {
    demandOwnForm(request)
    const { actor, locale } = await visit(request)
    // the form's own id is also the request's: pressed twice, she has checked in once
    const refused = await take(locale, async () => { const form = read(Here, request.body); await as(actor, 'programme.checkIn', form, form.id) })
    return refused === undefined ? reply.redirect(`${path}?done=here`, 303) : sendPage(reply, refused, 422)
  })

  app.post(`${path}/absent`, async (request, reply) => {
    demandOwnForm(request)
    const { actor, locale } = await visit(request)
    const refused = await take(locale, async () => { const form = read(Absent, request.body); await as(actor, 'programme.reportMyAbsence', { ...form, words: form.words || null }, form.id) })
    return refused === undefined ? reply.redirect(`${path}?done=absent`, 303) : sendPage(reply, refused, 422)
  })

  app.get(`${path}/calendar.ics`, async (request, reply) => {
    const { actor, locale } = await visit(request)
    return sendFile(reply, await as(actor, 'programme.getMyCalendar', { locale }))
  })
}
