import { Answer } from '#domains/meetings/meeting.schema.ts'
import { meetingsOperations } from '#domains/meetings/index.ts'
import type { EmployerPage } from '#domains/meetings/portal.schema.ts'
import { perform } from '#platform/operation.ts'
import { Refused } from '#platform/problem.ts'
import type { Drawn, Fields, LinkPage, Visit } from '../links/link-page.ts'
import type { DayPage } from './day-page.ts'
import { refusedTap, tapTime } from './day-page.ts'
import { isRunning } from './guest-day.ts'
import { hostDay } from './host-day.ts'
import type { HostNotice } from './host-invitation.ts'
import { hostInvitation } from './host-invitation.ts'
import { hostTexts } from './host-texts.ts'
import { liveScript, queueScript } from './live-region.ts'
import { meetingStyle } from './meeting-style.ts'
import { wishesIn } from './wish-choice.ts'

const get = 'meetings.getEmployerLink'
const answer = 'meetings.answerEmployerLink'
const wish = 'meetings.wishEmployerLink'
const sync = 'meetings.syncEmployerLink'
const load = ({ db, actor, now }: Visit) => perform(db, meetingsOperations[get], actor, { name: get, input: {}, now })

/** The employer's answer as posted: a press of "we are coming" leaves the rest as it was, and the other way round. */
function answerFrom({ employer }: EmployerPage, fields: Fields) {
  const said = Answer.safeParse(fields['action'] === 'reply' ? fields['reply'] : employer.reply)
  const reply = said.success ? said.data : 'yes'
  const { contactName, contactPhone, tables, from, to, offers, notes } = employer
  if (fields['action'] === 'reply') return { reply, contactName: contactName ?? '', contactPhone: contactPhone ?? '', tables, from, to, offers: offers ?? '', notes: notes ?? '' }
  return { reply, contactName: fields['contactName'], contactPhone: fields['contactPhone'], tables: Number(fields['tables']), from: fields['from'] || null, to: fields['to'] || null, offers: fields['offers'], notes: fields['notes'], note: fields['note'] }
}

const notices = { 'meetings.answerTooLate': 'refused.closed', 'meetings.wishTooLate': 'refused.closed', 'meetings.leavesBefore': 'refused.hours' } as const
const isKnown = (code: string): code is keyof typeof notices => Object.hasOwn(notices, code)
const noticeOf = (work: Promise<unknown>): Promise<HostNotice> => work.then(() => 'saved' as const, (error: unknown) => {
  if (!(error instanceof Refused)) throw error
  return error.refusals.map(({ code }) => code).filter(isKnown).map((code) => notices[code])[0] ?? 'refused'
})

async function draw(visit: Visit, notice?: HostNotice): Promise<Drawn> {
  const { locale, path } = visit
  const view = await load(visit)
  return { ...(isRunning(view) && { to: `${path}/day?lang=${locale}` }), ...hostInvitation(locale, view, { action: `?lang=${locale}`, day: `${path}/day?lang=${locale}`, notice }), styles: [meetingStyle().path] }
}

/** An employer's invitation, and its answer to it. */
export const hostLinkPage: LinkPage = {
  show: (visit) => draw(visit),
  async act(visit, fields) {
    const { db, actor, now } = visit
    if (fields['action'] === 'wishes') {
      const wishes = wishesIn(fields).map(({ id, wish: one }) => ({ guestId: id, wish: one }))
      return draw(visit, wishes.length === 0 ? undefined : await noticeOf(perform(db, meetingsOperations[wish], actor, { name: wish, input: { wishes }, now })))
    }
    return draw(visit, await noticeOf(perform(db, meetingsOperations[answer], actor, { name: answer, input: answerFrom(await load(visit), fields), now })))
  },
}

/** What one tap sets: the button's own, else the note. */
const set = (fields: Fields) => {
  if (fields['score'] !== undefined) return { score: Number(fields['score']) }
  if (fields['again'] !== undefined) return { again: fields['again'] === 'yes' }
  if (fields['offer'] !== undefined) return { offer: fields['offer'] }
  return { note: fields['note']?.trim() || null }
}

const refusals = { 'meetings.notMet': 'refused.notMet', 'meetings.clockWrong': 'refused.clock', 'meetings.notTheTime': 'refused.notTheTime' } as const
const hasWords = (code: string): code is keyof typeof refusals => Object.hasOwn(refusals, code)

/** The employer's list of the day. */
export const hostLinkDay: DayPage = {
  async show(visit, refused) {
    const { locale, now, path, actor } = visit
    return { ...hostDay(locale, await load(visit), { now, store: actor.id, invitation: `${path}?lang=${locale}`, refused }), styles: [meetingStyle().path], scripts: [liveScript, queueScript], refreshSeconds: 120 }
  },
  async tap({ db, actor, now, locale }, fields) {
    const t = hostTexts(locale)
    const words = (code: string): string => t(hasWords(code) ? refusals[code] : 'refused')
    const at = tapTime(fields, now)
    const input = fields['here'] !== undefined ? { writes: [], hereAt: at } : { writes: [{ id: fields['id'], at, guestId: fields['guest'], ...set(fields) }] }
    const work = perform(db, meetingsOperations[sync], actor, { name: sync, input, now })
    const refused = await refusedTap(work, words)
    if (refused !== null) return refused
    const code = (await work).refused[0]?.code
    return code === undefined ? null : words(code)
  },
}
