import type { z } from 'zod'
import type { MyDay } from '#domains/programme/attendance/attendance.schema.ts'
import { kindText } from '#domains/programme/week/index.ts'
import type { MyWeek, WeekSlot } from '#domains/programme/week/week.schema.ts'
import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { dayNameText, dayText } from '#platform/texts.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays, dayInNorway } from '#shared/date.ts'
import { portalPage } from './frame.ts'
import { portalTexts } from './texts.ts'
import { pictureOfKind } from '../pictures.ts'
import type { WeekTexts } from './week-texts.ts'
import { weekTexts } from './week-texts.ts'

type Week = z.output<typeof MyWeek>
export type Drawn = { week: Week; mine: MyDay; now: Date; done: 'here' | 'absent' | undefined; ids: { report: string; here: () => string } }
type Tools = Drawn & { locale: ServerLocale; t: WeekTexts; today: PlainDate }

/** A name that may be Norwegian inside her own language. */
const named = (locale: ServerLocale, title: string | null, kind: string): Html => title === null ? html`${kindText(locale, kind)}` : html`<bdi lang="nb">${title}</bdi>`

function hereForm({ mine, t, ids }: Tools, { sourceId }: WeekSlot): Html | false {
  const one = mine.now.find((here) => here.sourceId === sourceId)
  if (!one) return false
  if (one.isCheckedIn) return html`<p class="my-slot__here">✓ ${t('here.done')}</p>`
  if (!one.canCheckIn) return html`<p class="plain__quiet">${t('here.opens', { time: one.opensAt })}</p>`
  return html`<form method="post" action="/mine/week/here"><input type="hidden" name="id" value="${ids.here()}"><input type="hidden" name="sourceId" value="${sourceId}"><button class="ds-button" data-variant="primary">${t('here.button')}</button></form>`
}

/** One stretch, as large as it matters: today's with the button, the rest of the week as lines. */
function card(tools: Tools, slot: WeekSlot, isToday: boolean): Html {
  const { locale, t, week } = tools
  const isClash = week.clashes.some(({ first, second }) => first === slot.key || second === slot.key)
  return html`<li class="my-slot" data-size="${isToday ? 'large' : 'small'}">${pictureOfKind(slot.source === 'family' ? 'family' : slot.kind)}<div>
<p class="my-slot__time"><bdi dir="ltr">${slot.from}–${slot.to}</bdi></p><p class="my-slot__title">${named(locale, slot.title, slot.kind)}</p>
${slot.title !== null && slot.source !== 'family' && html`<p class="plain__quiet">${kindText(locale, slot.kind)}</p>`}
${slot.place !== null && html`<p>${t('slot.where')}: <bdi lang="nb">${slot.place}</bdi></p>`}${isToday && slot.teacherName !== null && html`<p>${t('slot.teacher')}: <bdi>${slot.teacherName}</bdi></p>`}
${slot.isMoved && html`<p><strong>${t('week.moved')}</strong></p>`}${isClash && html`<p><strong>${t('week.clash')}</strong></p>`}${isToday && hereForm(tools, slot)}</div></li>`
}

const slotsOf = ({ week }: Tools, day: PlainDate): WeekSlot[] => week.slots.filter(({ onDay }) => onDay === day)
const cancelledOf = ({ week, locale, t }: Tools, day: PlainDate): Html[] => week.cancelled.filter(({ onDay }) => onDay === day).map(({ title, kind }) => html`<p><strong>${t('week.cancelled', { title: title ?? kindText(locale, kind) })}</strong></p>`)

function todayPart(tools: Tools): Html {
  const { t, locale, today, week } = tools
  const slots = slotsOf(tools, today)
  const next = week.slots.find(({ onDay }) => onDay > today)
  return html`<section aria-labelledby="today"><h2 class="ds-heading" data-size="sm" id="today">${t('today')}, ${dayNameText(locale, today)}</h2>${cancelledOf(tools, today)}
${slots.length > 0 ? html`<ul class="my-slots">${slots.map((slot) => card(tools, slot, true))}</ul>` : html`<p class="my-week__nothing">${t('today.nothing')}</p>${next && html`<p>${t('today.next', { day: dayNameText(locale, next.onDay) })}</p>`}`}</section>`
}

const daysText = ({ locale, t }: Tools, from: string, to: string): string => (from === to ? dayText(locale, from) : t('absent.fromTo', { from: dayText(locale, from), to: dayText(locale, to) }))

function absentPart(tools: Tools): Html {
  const { t, mine, today, ids, locale } = tools
  const { state, daysLeft, from } = mine.selfCertification
  return html`<details class="my-absent"><summary>${t('absent.title')}</summary><p>${t('absent.lead')}</p>
<div class="ds-alert" data-color="info"><p><strong>${t('self.title')}</strong></p><p>${t(`self.${state}`, { days: daysLeft ?? 0, from: from ? dayText(locale, from) : '' })}</p></div>
<form method="post" action="/mine/week/absent"><input type="hidden" name="id" value="${ids.report}">
<div class="ds-field"><label class="ds-label" for="fromDate">${t('absent.from')}</label><input class="ds-input" type="date" id="fromDate" name="fromDate" value="${today}" required></div>
<div class="ds-field"><label class="ds-label" for="toDate">${t('absent.to')}</label><input class="ds-input" type="date" id="toDate" name="toDate" value="${today}" required></div>
<div class="ds-field"><label class="ds-label" for="words">${t('absent.words')}</label><textarea class="ds-input" id="words" name="words" rows="3" maxlength="1000" dir="auto"></textarea></div>
<p class="plain__actions"><button class="ds-button" data-variant="primary">${t('absent.send')}</button></p></form></details>
${mine.reports.map((one) => html`<p class="my-absent__told">${t('absent.reported', { days: daysText(tools, one.fromDate, one.toDate) })} ${t(one.isHandled ? 'absent.handled' : 'absent.waiting')}</p>`)}`
}

function wholeWeek(tools: Tools, isThisWeek: boolean): Html {
  const { week, t, locale, today } = tools
  const days = [0, 1, 2, 3, 4, 5, 6].map((at) => addDays(week.monday, at)).filter((day, at) => at < 5 || slotsOf(tools, day).length > 0)
  const to = (by: number): string => `/mine/week?day=${addDays(week.monday, by)}`
  return html`<section aria-labelledby="whole"><h2 class="ds-heading" data-size="sm" id="whole">${t('week')}</h2>
<p class="plain__actions"><a class="ds-button" data-variant="secondary" href="${to(-7)}">${t('week.previous')}</a>${!isThisWeek && html`<a class="ds-button" data-variant="secondary" href="/mine/week">${t('week.this')}</a>`}<a class="ds-button" data-variant="secondary" href="${to(7)}">${t('week.next')}</a></p>
${days.map((day) => html`<h3 class="my-week__day"${day === today && html` aria-current="date"`}>${dayNameText(locale, day)}</h3>${week.daysOff.includes(day) && html`<p>${t('week.off')}</p>`}${cancelledOf(tools, day)}
${slotsOf(tools, day).length > 0 ? html`<ul class="my-slots">${slotsOf(tools, day).map((slot) => card(tools, slot, false))}</ul>` : html`<p class="plain__quiet">${t('week.free')}</p>`}`)}</section>`
}

const said = ({ done, t }: Tools): Html | false => done !== undefined && html`<div class="ds-alert" data-color="success" role="status"><p>${t(done === 'here' ? 'here.saved' : 'absent.done')}</p></div>`

/** Her week for her own eyes: today first and large, then the rest. */
export function weekPage(locale: ServerLocale, drawn: Drawn): string {
  const tools: Tools = { ...drawn, locale, t: weekTexts(locale), today: dayInNorway(drawn.now) }
  const isThisWeek = tools.today >= drawn.week.monday && tools.today <= addDays(drawn.week.monday, 6)
  const body = html`${said(tools)}${isThisWeek && todayPart(tools)}${isThisWeek && absentPart(tools)}${wholeWeek(tools, isThisWeek)}
<p class="plain__actions"><a class="ds-button" data-variant="secondary" href="/mine/week/calendar.ics" download>${tools.t('calendar')}</a></p><p class="plain__quiet">${tools.t('calendar.help')}</p>`
  return portalPage({ locale, path: '/mine/week', title: portalTexts(locale)('week.title'), body })
}
