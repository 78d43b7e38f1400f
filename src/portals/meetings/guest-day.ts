import type { GuestPage } from '#domains/meetings/portal.schema.ts'
import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { dayNameText } from '#platform/texts.ts'
import { clockInNorway } from '#shared/date.ts'
import { drawn, picture, sprite } from '../pictures.ts'
import { contentHash } from './content-hash.ts'
import type { Placed } from './day-clock.ts'
import { statesOf } from './day-clock.ts'
import { drawWhere, numberBadge } from './draw-where.ts'
import { guestTexts } from './guest-texts.ts'
import { clockNow, liveRegion } from './live-region.ts'
import { forgetRow, pressed, queueBar, tapForm } from './tap-form.ts'

type Meeting = GuestPage['meetings'][number]
type Tools = { t: ReturnType<typeof guestTexts>; view: GuestPage }

/** Whether the day itself has come: then its page is what is looked for. */
export const isRunning = ({ day }: { day: Pick<GuestPage['day'], 'state'> }): boolean => day.state === 'live' || day.state === 'closed'

/** Whether there is a plan to show: one that is being made is not hers yet. */
export const hasPlan = ({ day, meetings }: { day: Pick<GuestPage['day'], 'state'>; meetings: readonly unknown[] }): boolean => meetings.length > 0 && (day.state === 'planned' || isRunning({ day }))

/** Whether she wants to meet them again: two buttons, once the day runs. */
function againForm({ t, view }: Tools, { employerId, again }: Meeting): Html | false {
  const button = (value: boolean): Html => html`<button name="again" value="${value ? 'yes' : 'no'}" id="a${value ? 'y' : 'n'}-${employerId}"${pressed(again === value)}>${drawn(value ? 'heart' : 'no', 24)}<span>${t(value ? 'again.yes' : 'again.no')}</span></button>`
  return view.mayMeetAgain && tapForm({ field: 'employer', id: employerId,
    body: html`<p>${t('again.title')}</p><div class="scores scores--two" role="group" aria-label="${t('again.title')}">${button(true)}${button(false)}</div>` })
}

function drawMeeting(tools: Tools, { stop, state, from, to }: Placed<Meeting>): Html {
  const { t, view } = tools
  const isOff = stop.state === 'not_held' && !stop.isUnnoted
  return html`<li class="stop meet" data-state="${state}" data-from="${from}" data-to="${to}"><p class="stop__word" data-word>${t(`day.${state}`)}</p>${stop.isMoved && html`<p class="stop__moved">${drawn('handOver', 24)}${t('day.moved')}</p>`}
<p class="stop__time"><bdi dir="ltr">${stop.from}–${stop.to}</bdi></p><p class="stop__title"><span class="stop__with">${t('day.with')}</span> <bdi lang="nb">${stop.employerName}</bdi></p>
${isOff ? html`<p><strong>${t('day.off')}</strong> ${state !== 'past' && t('day.offHelp')}</p>` : html`<div class="stop__where">${drawWhere({ table: t('day.table'), room: t('day.room') }, stop, view.day.rooms)}${stop.interpreterName !== null && html`<p class="stop__interpreter">${drawn('interpreter', 28)}${t('day.interpreter')}</p>`}</div><div class="stop__after">${againForm(tools, stop)}</div>`}</li>`
}

/** What is now and next on top, and at the end what is over: the device moves them as the clock goes. */
function schedule(tools: Tools, now: Date): Html {
  const placed = statesOf(tools.view.meetings, tools.view.day.onDate, now)
  const over = placed.filter(({ state }) => state === 'past')
  return html`<div data-group data-now="${tools.t('day.now')}" data-next="${tools.t('day.next')}" data-later="${tools.t('day.later')}" data-past="${tools.t('day.past')}"><ol class="stops">${placed.filter(({ state }) => state !== 'past').map((one) => drawMeeting(tools, one))}</ol>
<div data-around${over.length === 0 && html` hidden`}><p class="stops__over">${tools.t('day.past')}</p><ol class="stops" data-over>${over.map((one) => drawMeeting(tools, one))}</ol></div></div>`
}

/** What comes after the day. */
const thanks = ({ t }: Tools): Html => html`<section class="answer"><h2 class="ds-heading" data-size="sm">${t('thanks.title')}</h2><p>${t('thanks.lead')}</p><ol class="steps">${(['thanks.1', 'thanks.2', 'thanks.3'] as const).map((key) => html`<li>${t(key)}</li>`)}</ol></section>`

const content = (tools: Tools, now: Date): Html => html`<p class="my-number">${numberBadge(tools.view.guest.number, 'large')}<span><strong>${tools.t('day.number')}</strong><br>${tools.t('day.numberHelp')}</span></p>
${tools.view.day.state === 'closed' && thanks(tools)}${hasPlan(tools.view) ? schedule(tools, now) : html`<p class="my-week__nothing">${tools.t('day.empty')}</p>`}`

const bar = ({ t }: Tools, store: string): Html => queueBar({ store, one: t('queue.one'), waiting: t('queue.waiting', { count: '{count}' }), sent: t('queue.sent'), refused: t('queue.refused'), dismiss: t('queue.dismiss'), closed: t('queue.closed'), superseded: '', help: '' })

/** What employers see of her beside the number, and how she takes it back, at any time. */
const hideForm = ({ t, view: { guest } }: Tools): Html | false => (guest.shownName !== null || guest.introduction !== null) && html`<section><h2 class="ds-heading" data-size="sm">${picture('eye', 28)}${t('hide.title')}</h2>
${guest.shownName !== null && html`<p><bdi>${guest.shownName}</bdi></p>`}${guest.introduction !== null && html`<p class="portal-text" dir="auto">${guest.introduction}</p>`}
<form method="post"><input type="hidden" name="action" value="hide"><button class="ds-button" data-variant="secondary">${t('hide.button')}</button></form></section>`

const forget = ({ t }: Tools): Html => forgetRow({ button: t('forget.button'), help: t('forget.help'), loses: t('forget.loses'), done: t('forget.done'), open: t('forget.open') })

/** Her own day on the telephone: her number, what is now and next with the clock and the way there. Without network it stays as it was, and says how old it is. */
export function guestDay(locale: ServerLocale, view: GuestPage, { now, keep, invitation, refused, store = '' }: { now: Date; keep: boolean; invitation: string; refused?: string; store?: string }): { title: string; body: Html } {
  const t = guestTexts(locale)
  const time = clockInNorway(now)
  const tools = { t, view }
  const plan = view.meetings.map(({ id, from, to, table, room, state }) => [id, from, to, table, room?.id, state])
  return { title: t('day.title'), body: html`${liveRegion({
    signature: contentHash([locale, view]), plan: contentHash(plan), seconds: 30, keep, refused, told: t('live.changed'), lost: t('live.lost', { time }), every: t('live.every', { time }),
    above: html`${sprite('heart', 'no', 'noNetwork', 'interpreter', 'handOver', 'table', ...view.day.rooms.map((room) => room.picture))}<p class="day-line"><span>${dayNameText(locale, view.day.onDate)}</span>${clockNow(view.day.onDate, now, t('day.clock'))}</p>`,
    body: content(tools, now),
  })}${view.mayAnswer && html`<p class="plain__actions"><a class="ds-button" data-variant="secondary" href="${invitation}">${t('toInvitation')}</a></p>`}${view.mayMeetAgain && bar(tools, store)}${hideForm(tools)}${keep && forget(tools)}` }
}
