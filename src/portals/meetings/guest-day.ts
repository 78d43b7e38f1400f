import { createHash } from 'node:crypto'
import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { dayNameText } from '#platform/texts.ts'
import { clockInNorway } from '#shared/date.ts'
import { picture } from '../pictures.ts'
import type { Placed } from './day-clock.ts'
import { statesOf } from './day-clock.ts'
import { drawWhere, numberBadge } from './draw-where.ts'
import { guestTexts } from './guest-texts.ts'
import { liveRegion } from './live-region.ts'
import type { DayFacts, Floor, Stop } from './meeting-views.ts'

/** What her page of the day is drawn from. */
export type GuestDay = { facts: DayFacts; number: number | null; stops: readonly Stop[]; floors: readonly Floor[]; thanks: boolean }
type Tools = { locale: ServerLocale; t: ReturnType<typeof guestTexts>; day: GuestDay }

const hours = ({ from, to }: { from: string; to: string }): Html => html`<bdi dir="ltr">${from}–${to}</bdi>`

/** The word of each state, for the device to choose from as the clock goes. */
const word = (t: Tools['t'], state: Placed<Stop>['state']): Html =>
  html`<p class="stop__word" data-word data-now="${t('day.now')}" data-next="${t('day.next')}" data-later="${t('day.later')}" data-past="${t('day.past')}">${t(`day.${state}`)}</p>`

function drawStop({ t, day }: Tools, { stop, state, from, to }: Placed<Stop>): Html {
  const title = stop.kind === 'break' ? html`${t('day.break')}` : html`<span class="plain__quiet">${t('day.with')}</span> <bdi lang="nb">${stop.withWhom}</bdi>`
  return html`<li class="stop" data-state="${state}" data-from="${from}" data-to="${to}">${word(t, state)}${stop.isMoved && html`<p class="stop__moved">${picture('handOver', 24)}${t('day.moved')}</p>`}
<p class="stop__time">${hours(stop)}</p><p class="stop__title">${title}</p>${stop.kind === 'second' && html`<p>${t('day.second')}</p>`}
<div class="stop__where">${stop.kind !== 'break' && drawWhere({ table: t('day.table'), room: t('day.room') }, stop, day.floors.find(({ room }) => room === stop.room))}
${stop.interpreter && html`<p class="stop__interpreter">${picture('interpreter', 28)}${t('day.interpreter')}</p>`}</div></li>`
}

/** What is now and next on top, the rest below, and at the end what is over: the device moves them as the clock goes. */
function schedule(tools: Tools, now: Date): Html {
  const { t, day } = tools
  const placed = statesOf(day.stops, day.facts.onDay, now)
  const over = placed.filter(({ state }) => state === 'past')
  return html`<div data-group><ol class="stops">${placed.filter(({ state }) => state !== 'past').map((one) => drawStop(tools, one))}</ol>
<div data-around${over.length === 0 && html` hidden`}><p class="stops__over">${t('day.past')}</p><ol class="stops" data-over>${over.map((one) => drawStop(tools, one))}</ol></div></div>`
}

/** What comes after the day. */
const thanks = ({ t }: Tools): Html => html`<section class="answer"><h2 class="ds-heading" data-size="sm">${t('thanks.title')}</h2><p>${t('thanks.lead')}</p><ol class="steps">${(['thanks.1', 'thanks.2', 'thanks.3'] as const).map((key) => html`<li>${t(key)}</li>`)}</ol></section>`

function content(tools: Tools, now: Date): Html {
  const { t, day } = tools
  if (day.facts.state === 'cancelled') return html`<p class="ds-alert" data-color="warning">${t('day.cancelled')}</p>`
  return html`${day.number !== null && html`<p class="my-number">${numberBadge(day.number, 'large')}<span><strong>${t('day.number')}</strong><br>${t('day.numberHelp')}</span></p>`}
${day.thanks ? thanks(tools) : day.stops.length === 0 && html`<p class="my-week__nothing">${t('day.empty')}</p>`}${day.stops.length > 0 && schedule(tools, now)}`
}

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 16)

/** Her own day on the telephone: her number, what is now and next with the clock and the way there. Without network it stays as it was, and says how old it is. */
export function guestDay(locale: ServerLocale, day: GuestDay, now: Date, keep: boolean): { title: string; body: Html } {
  const t = guestTexts(locale)
  const time = clockInNorway(now)
  const tools = { locale, t, day }
  return { title: t('day.title'), body: liveRegion({
    signature: hashOf([locale, day]), plan: hashOf(day.stops), seconds: 25, keep, told: t('live.changed'), lost: t('live.lost', { time }), every: t('live.every', { time }),
    above: html`<p class="day-line"><span>${dayNameText(locale, day.facts.onDay)}</span><span>${picture('clock', 24)}<span class="ds-sr-only">${t('day.clock')} </span><bdi dir="ltr" class="day-line__clock" data-clock>${time}</bdi></span></p>`,
    body: content(tools, now),
  }) }
}
