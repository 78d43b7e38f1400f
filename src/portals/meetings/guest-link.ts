import { meetingsOperations } from '#domains/meetings/index.ts'
import { perform } from '#platform/operation.ts'
import type { Drawn, Fields, LinkPage, Visit } from '../links/link-page.ts'
import type { DayPage } from './day-page.ts'
import { refusedTap, tapTime } from './day-page.ts'
import { guestAnswer, noticeOf } from './guest-answer.ts'
import { guestDay, isRunning } from './guest-day.ts'
import type { GuestNotice } from './guest-invitation.ts'
import { guestInvitation } from './guest-invitation.ts'
import { guestTexts } from './guest-texts.ts'
import { liveScript, queueScript } from './live-region.ts'
import { meetingStyle } from './meeting-style.ts'
import { wishesIn } from './wish-choice.ts'

const get = 'meetings.getGuestLink'
const answer = 'meetings.answerGuestLink'
const wish = 'meetings.wishGuestLink'
const again = 'meetings.againGuestLink'
const hide = 'meetings.hideGuestLink'
const load = ({ db, actor, now }: Visit) => perform(db, meetingsOperations[get], actor, { name: get, input: {}, now })

async function draw(visit: Visit, notice?: GuestNotice): Promise<Drawn> {
  const { locale, path } = visit
  const view = await load(visit)
  return { ...(isRunning(view) && { to: `${path}/day?lang=${locale}` }), ...guestInvitation(locale, view, { action: `?lang=${locale}`, day: `${path}/day?lang=${locale}`, notice }), styles: [meetingStyle().path] }
}

/** A guest's invitation, and her answer to it. */
export const guestLinkPage: LinkPage = {
  show: (visit) => draw(visit),
  async act(visit, fields: Fields) {
    const { db, actor, now } = visit
    if (fields['action'] === 'wishes') {
      const wishes = wishesIn(fields).map(({ id, wish: one }) => ({ employerId: id, wish: one }))
      return draw(visit, wishes.length === 0 ? undefined : await noticeOf(perform(db, meetingsOperations[wish], actor, { name: wish, input: { wishes }, now })))
    }
    const input = guestAnswer(await load(visit), fields)
    return draw(visit, await noticeOf(perform(db, meetingsOperations[answer], actor, { name: answer, input, now })))
  },
}

/** Her own day on the telephone. */
export const guestLinkDay: DayPage = {
  async show(visit, refused) {
    const { locale, now, path, actor } = visit
    return { ...guestDay(locale, await load(visit), { now, store: actor.id, keep: true, invitation: `${path}?lang=${locale}`, refused }), styles: [meetingStyle().path], scripts: [liveScript, queueScript], refreshSeconds: 60 }
  },
  async tap({ db, actor, now, locale }, fields) {
    const t = guestTexts(locale)
    if (fields['action'] === 'hide') return refusedTap(perform(db, meetingsOperations[hide], actor, { name: hide, input: {}, now }), () => t('refused'))
    const input = { id: fields['id'], employerId: fields['employer'], again: fields['again'] === 'yes', at: tapTime(fields, now) }
    return refusedTap(perform(db, meetingsOperations[again], actor, { name: again, input, now }), () => t('refused'))
  },
}
