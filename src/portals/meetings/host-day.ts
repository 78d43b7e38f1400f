import { createHash, randomUUID } from 'node:crypto'
import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { dayNameText } from '#platform/texts.ts'
import { clockInNorway } from '#shared/date.ts'
import { picture } from '../pictures.ts'
import type { Placed } from './day-clock.ts'
import { statesOf } from './day-clock.ts'
import { numberBadge } from './draw-where.ts'
import { meetForms } from './host-meet-forms.ts'
import { hostTexts } from './host-texts.ts'
import { liveRegion } from './live-region.ts'
import type { DayFacts } from './meeting-views.ts'

export type Score = '1' | '2' | '3'
/** One of the employer's meetings on the day; the name is there only with the guest's yes. */
export type Meet = {
  id: string
  from: string
  to: string
  table: string
  number: number
  name: string | null
  shown: readonly string[]
  language: string | null
  kind: 'talk' | 'second'
  isMoved: boolean
  noShow: boolean
  score: Score | null
  note: string
  wantsSecond: boolean
  offer: 'practice' | 'job' | 'other' | null
  version: number
}
export type HostDay = { facts: DayFacts; employer: string; meets: readonly Meet[]; thanks: boolean }
type Tools = { locale: ServerLocale; t: ReturnType<typeof hostTexts>; action: string }

function drawMeet(tools: Tools, { stop: meet, state, from, to }: Placed<Meet>): Html {
  const { t } = tools
  return html`<li class="stop meet" data-state="${state}" data-from="${from}" data-to="${to}"><div class="meet__head"><p class="stop__word" data-word data-now="${t('day.now')}" data-next="${t('day.next')}" data-later="${t('day.later')}" data-past="${t('day.past')}">${t(`day.${state}`)}</p>
${numberBadge(meet.number, 'small')}<div><p class="meet__name">${meet.name === null ? t('number', { number: meet.number }) : html`<bdi>${meet.name}</bdi>`}</p><p><strong><bdi dir="ltr">${meet.from}–${meet.to}</bdi></strong> · ${t('day.table', { table: meet.table })}</p></div></div>
${meet.isMoved && html`<p class="stop__moved">${picture('handOver', 24)}${t('day.moved')}</p>`}${meet.kind === 'second' && html`<p>${t('day.second')}</p>`}${meet.noShow && html`<p><strong>${t('day.noShow')}</strong></p>`}
${meet.language !== null && html`<p class="stop__interpreter">${picture('interpreter', 24)}${t('day.interpreter', { language: meet.language })}</p>`}${meet.shown.length > 0 && html`<ul class="shown">${meet.shown.map((line) => html`<li><bdi>${line}</bdi></li>`)}</ul>`}
${!meet.noShow && meetForms(tools, meet)}</li>`
}

function list(tools: Tools, day: HostDay, now: Date): Html {
  const { t } = tools
  const placed = statesOf(day.meets, day.facts.onDay, now)
  const over = placed.filter(({ state }) => state === 'past')
  return html`<div data-group><ol class="stops">${placed.filter(({ state }) => state !== 'past').map((one) => drawMeet(tools, one))}</ol>
<div data-around${over.length === 0 && html` hidden`}><p class="stops__over">${t('day.past')}</p><ol class="stops stops--kept" data-over>${over.map((one) => drawMeet(tools, one))}</ol></div></div>`
}

const thanks = (t: Tools['t']): Html => html`<section class="answer"><h2 class="ds-heading" data-size="sm">${t('thanks.title')}</h2><p>${t('thanks.lead')}</p><ol class="steps">${(['thanks.1', 'thanks.2', 'thanks.3'] as const).map((key) => html`<li>${t(key)}</li>`)}</ol></section>`

/** How many taps wait for the network, and what was refused: the script shows it. */
const queueBar = (t: Tools['t']): Html => html`<div class="queue" data-queue-bar data-state="sent" hidden data-waiting="${t('queue.waiting', { count: '{count}' })}" data-sent="${t('queue.sent')}" data-refused="${t('queue.refused')}" data-dismiss="${t('queue.dismiss')}" data-closed="${t('queue.closed')}">
<div data-refusals></div><p class="queue__count" role="status" data-count></p><p data-help hidden>${t('queue.help')}</p></div>`

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 16)

function content(tools: Tools, day: HostDay, now: Date): Html {
  const { t } = tools
  if (day.facts.state === 'cancelled') return html`<p class="ds-alert" data-color="warning">${t('day.cancelled')}</p>`
  return html`${day.thanks && thanks(t)}${day.meets.length === 0 ? html`<p>${t('day.empty')}</p>` : list(tools, day, now)}`
}

/** The employer's list of the day: who comes when, with one tap for how it went; what is tapped without network waits on the device. */
export function hostDay(locale: ServerLocale, day: HostDay, now: Date, action: string): { title: string; body: Html } {
  const t = hostTexts(locale)
  const time = clockInNorway(now)
  const plan = day.meets.map(({ id, from, to, table, number, noShow }) => [id, from, to, table, number, noShow])
  return { title: t('day.title'), body: html`${liveRegion({
    signature: hashOf([locale, day]), plan: hashOf(plan), seconds: 25, keep: true, told: t('live.changed'), lost: t('live.lost', { time }), every: t('live.every', { time }),
    above: html`<p class="day-line"><span><bdi>${day.employer}</bdi>, ${dayNameText(locale, day.facts.onDay)}</span><span>${picture('clock', 24)}<bdi dir="ltr" class="day-line__clock" data-clock>${time}</bdi></span></p>`,
    body: content({ locale, t, action }, day, now),
  })}${queueBar(t)}` }
}

/** A new id for a form sent without script. */
export const formId = (): string => randomUUID()
