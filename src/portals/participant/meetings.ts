import type { FastifyInstance } from 'fastify'
import type { z } from 'zod'
import type { MyDays } from '#domains/meetings/portal.schema.ts'
import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import { NotFound } from '#platform/problem.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { dayNameText } from '#platform/texts.ts'
import { Id } from '#shared/id.ts'
import { guestAnswer, noticeOf } from '../meetings/guest-answer.ts'
import { guestDay, hasPlan } from '../meetings/guest-day.ts'
import type { GuestNotice } from '../meetings/guest-invitation.ts'
import { guestInvitation } from '../meetings/guest-invitation.ts'
import { guestTexts } from '../meetings/guest-texts.ts'
import { liveScript } from '../meetings/live-region.ts'
import { meetingStyle } from '../meetings/meeting-style.ts'
import { refusedTap, tapTime } from '../meetings/day-page.ts'
import { wishesIn } from '../meetings/wish-choice.ts'
import { singleFields } from '../links/single-fields.ts'
import { portalPage } from './frame.ts'
import type { Named, Portal, Visit } from './portal.ts'
import { idIn, sendPage } from './portal.ts'

const path = '/mine/meetings'
type Day = z.output<typeof MyDays>['days'][number]
type Posted = Named & { Body: Record<string, string | string[] | undefined> | undefined }

function listPage(locale: ServerLocale, days: readonly Day[]): string {
  const t = guestTexts(locale)
  const said = ({ reply }: Day): Html | false => (reply === 'yes' || reply === 'no' || reply === 'later') && html`<span>${t(`reply.is.${reply}`)}</span>`
  const card = (day: Day): Html => html`<li><a class="choice" href="${path}/${day.id}${hasPlan({ day, meetings: Array.from({ length: day.meetings }) }) && '/day'}"><strong><bdi lang="nb">${day.title}</bdi></strong><span>${dayNameText(locale, day.onDate)}, <bdi dir="ltr">${day.from}–${day.to}</bdi></span><span><bdi lang="nb">${day.place}</bdi></span>${said(day)}</a></li>`
  return portalPage({ locale, path, title: t('list.title'), body: days.length === 0 ? html`<p>${t('list.none')}</p>` : html`<ul class="choices">${days.map(card)}</ul>` })
}

/** Her meeting days when she is signed in: the same invitation and the same day as behind the link. Nothing of it is kept on the device. */
export function meetingPages(app: FastifyInstance, { visit, as, demandOwnForm, door }: Portal): void {
  const styles = [meetingStyle().path]
  const invitation = async ({ actor, locale }: Visit, id: string, notice?: GuestNotice): Promise<string> =>
    portalPage({ locale, path, styles, ...guestInvitation(locale, await as(actor, 'meetings.getMine', { dayId: id }), { action: `${path}/${id}`, day: `${path}/${id}/day`, notice }) })
  const day = async ({ actor, locale }: Visit, id: string, refused?: string): Promise<string> =>
    portalPage({ locale, path, styles, scripts: [liveScript], refreshSeconds: 60, ...guestDay(locale, await as(actor, 'meetings.getMine', { dayId: id }), { now: door.clock(), keep: false, invitation: `${path}/${id}`, refused }) })

  app.get(path, async (request, reply) => {
    const { actor, locale } = await visit(request)
    return sendPage(reply, listPage(locale, (await as(actor, 'meetings.listMine', {})).days))
  })
  app.get<Named>(`${path}/:id`, async (request, reply) => sendPage(reply, await invitation(await visit(request), idIn(request))))
  app.get<Named>(`${path}/:id/day`, async (request, reply) => sendPage(reply, await day(await visit(request), idIn(request))))

  app.post<Posted>(`${path}/:id`, async (request, reply) => {
    demandOwnForm(request)
    const visitor = await visit(request)
    const [fields, dayId] = [singleFields(request.body ?? {}), Id.catch(() => { throw new NotFound() }).parse(request.params.id)]
    const wishes = wishesIn(fields).map(({ id, wish }) => ({ employerId: id, wish }))
    if (fields['action'] === 'wishes' && wishes.length === 0) return reply.redirect(`${path}/${dayId}`, 303)
    const notice = await noticeOf(fields['action'] === 'wishes' ? as(visitor.actor, 'meetings.wishMine', { dayId, wishes })
      : as(visitor.actor, 'meetings.getMine', { dayId }).then((mine) => as(visitor.actor, 'meetings.answerMine', { dayId, ...guestAnswer(mine, fields) })))
    return sendPage(reply, await invitation(visitor, dayId, notice), notice === 'saved' ? 200 : 422)
  })

  app.post<Posted>(`${path}/:id/day`, async (request, reply) => {
    demandOwnForm(request)
    const visitor = await visit(request)
    const [fields, dayId] = [singleFields(request.body ?? {}), Id.catch(() => { throw new NotFound() }).parse(request.params.id)]
    if (fields['action'] === 'hide') {
      await as(visitor.actor, 'meetings.hideMine', { dayId })
      return reply.redirect(`${path}/${dayId}/day`, 303)
    }
    const input = { dayId, id: fields['id'] ?? '', employerId: fields['employer'] ?? '', again: fields['again'] === 'yes', at: tapTime(fields, door.clock()) }
    const refused = await refusedTap(as(visitor.actor, 'meetings.againMine', input, fields['id']), () => guestTexts(visitor.locale)('refused'))
    return refused === null ? reply.redirect(`${path}/${dayId}/day`, 303) : sendPage(reply, await day(visitor, dayId, refused), 422)
  })
}
