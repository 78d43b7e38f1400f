import type { EmployerPage } from '#domains/meetings/portal.schema.ts'
import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { dayNameText } from '#platform/texts.ts'
import { clockInNorway } from '#shared/date.ts'
import { drawn, picture, sprite } from '../pictures.ts'
import { contentHash } from './content-hash.ts'
import type { Placed } from './day-clock.ts'
import { statesOf } from './day-clock.ts'
import { numberBadge } from './draw-where.ts'
import { hasPlan } from './guest-day.ts'
import { shownOf } from './host-forms.ts'
import { isolate } from './host-invitation.ts'
import { tapForms } from './host-taps.ts'
import { hostTexts } from './host-texts.ts'
import { clockNow, liveRegion } from './live-region.ts'
import { forgetRow, pressed, queueBar, tapForm } from './tap-form.ts'

type Meeting = EmployerPage['meetings'][number]
type Tools = { locale: ServerLocale; t: ReturnType<typeof hostTexts>; view: EmployerPage }

function drawMeeting(tools: Tools, { stop: meeting, state, from, to }: Placed<Meeting>): Html {
  const { t, view } = tools
  const { guest, guestState } = meeting
  const isThere = guestState !== 'no_show' && (meeting.state !== 'not_held' || meeting.isUnnoted)
  return html`<li class="stop meet" data-state="${state}" data-from="${from}" data-to="${to}"><p class="stop__word" data-word>${t(`day.${state}`)}</p>
${meeting.isMoved && html`<p class="stop__moved">${drawn('handOver', 24)}${t('day.moved')}</p>`}<div class="meet__head">${numberBadge(guest.number, 'small')}<p class="stop__time"><bdi dir="ltr">${meeting.from}–${meeting.to}</bdi></p><p>${t('day.table', { table: meeting.table })}</p></div>
${shownOf(guest)}${meeting.withInterpreter && html`<p class="stop__interpreter">${drawn('interpreter', 24)}${t('day.interpreter')}</p>`}
${!isThere && html`<p><strong>${t(guestState === 'no_show' ? 'day.noShow' : 'day.off')}</strong></p>`}${isThere && view.mayScore && tapForms(tools, meeting)}</li>`
}

function list(tools: Tools, now: Date): Html {
  const placed = statesOf(tools.view.meetings, tools.view.day.onDate, now)
  const over = placed.filter(({ state }) => state === 'past')
  return html`<div data-group data-now="${tools.t('day.now')}" data-next="${tools.t('day.next')}" data-later="${tools.t('day.later')}" data-past="${tools.t('day.past')}"><ol class="stops">${placed.filter(({ state }) => state !== 'past').map((one) => drawMeeting(tools, one))}</ol>
<div data-around${over.length === 0 && html` hidden`}><p class="stops__over">${tools.t('day.past')}</p><ol class="stops stops--kept" data-over>${over.map((one) => drawMeeting(tools, one))}</ol></div></div>`
}

/** What comes after the day. */
const thanks = ({ t }: Tools): Html => html`<section class="answer"><h2 class="ds-heading" data-size="sm">${t('thanks.title')}</h2><p>${t('thanks.lead')}</p><ol class="steps">${(['thanks.1', 'thanks.2', 'thanks.3'] as const).map((key) => html`<li>${t(key)}</li>`)}</ol></section>`

const notes = ({ t, view: { employer } }: Tools): Html | false => employer.notes !== null && html`<details class="my-absent" id="own-notes"><summary>${t('day.notes')}</summary><p class="portal-text" dir="auto">${employer.notes}</p></details>`

/** The first thing to do on the day: say that one is here. A meeting counts only when that is noted. Where a colleague has noted that it left or does not come, whom to tell if that is wrong. */
function here({ t, view: { day, employer, mayScore } }: Tools): Html | false {
  if (employer.isGone) return html`<div class="answer"><p><strong>${t('here.gone')}</strong></p><p>${t('here.tell', { office: isolate(day.office) })}</p></div>`
  if (employer.isHere) return html`<p class="here">${picture('tick', 28)}${t('here.is')}</p>`
  return mayScore && html`<section class="answer">${tapForm({ field: 'employer', id: employer.id, body: html`<p>${t('here.help')}</p><div class="replies"><button class="ds-button" data-color="accent" name="here" value="yes" id="here"${pressed(false)}>${picture('tick', 28)}<span>${t('here.button')}</span></button></div>` })}</section>`
}

const content = (tools: Tools, now: Date): Html => html`${tools.view.day.state === 'live' && here(tools)}${tools.view.day.state === 'closed' && thanks(tools)}${notes(tools)}${hasPlan(tools.view) ? html`${list(tools, now)}<p class="plain__quiet" id="note-help">${tools.t('note.help')} ${tools.t('offer.means')}</p>` : html`<p class="my-week__nothing">${tools.t('day.empty')}</p>`}`

const forget = ({ t }: Tools): Html => forgetRow({ button: t('forget.button'), help: t('forget.help'), loses: t('forget.loses'), done: t('forget.done'), open: t('forget.open') })

const bar = ({ t }: Tools, store: string): Html => queueBar({ store, one: t('queue.one'), waiting: t('queue.waiting', { count: '{count}' }), sent: t('queue.sent'), refused: t('queue.refused'), dismiss: t('queue.dismiss'), closed: t('queue.closed'), superseded: t('refused.other'), help: t('queue.help'),
  remarks: { title: t('ready.title'), lines: [t('ready.speaks'), t('ready.done'), t('ready.eager'), t('ready.language')] } })

/** The employer's list of the day: who comes when, with one tap for how it went; what is tapped without network waits on the device. */
export function hostDay(locale: ServerLocale, view: EmployerPage, { now, invitation, refused, store }: { now: Date; invitation: string; refused?: string; store: string }): { title: string; body: Html } {
  const t = hostTexts(locale)
  const time = clockInNorway(now)
  const tools = { locale, t, view }
  const plan = view.meetings.map(({ id, from, to, table, guest, guestState, state }) => [id, from, to, table, guest.number, guestState === 'no_show', state])
  return { title: t('day.title'), body: html`${liveRegion({
    signature: contentHash([locale, view]), plan: contentHash(plan), seconds: 60, keep: true, refused, told: t('live.changed'), lost: t('live.lost', { time }), every: t('live.every', { time }),
    above: html`${sprite('tick', 'maybe', 'no', 'noNetwork', 'interpreter', 'handOver')}<p class="day-line"><span><span><bdi>${view.employer.name}</bdi>, ${dayNameText(locale, view.day.onDate)}</span></span>${clockNow(view.day.onDate, now)}</p>`,
    body: content(tools, now),
  })}${view.mayAnswer && html`<p class="plain__actions"><a class="ds-button" data-variant="secondary" href="${invitation}">${t('toInvitation')}</a></p>`}${bar(tools, store)}${forget(tools)}` }
}
