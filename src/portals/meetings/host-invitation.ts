import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { dayNameText } from '#platform/texts.ts'
import { picture } from '../pictures.ts'
import { numberBadge } from './draw-where.ts'
import type { HostText } from './host-texts.ts'
import { hostTexts } from './host-texts.ts'
import type { DayFacts } from './meeting-views.ts'
import type { Wish } from './wish-choice.ts'
import { wishChoice } from './wish-choice.ts'

/** What an employer's invitation is drawn from: of the guests only the number and what each has said yes to showing. */
export type HostInvitation = {
  facts: DayFacts
  municipality: string
  employer: string
  reply: 'yes' | 'no' | null
  mayReply: boolean
  tables: number
  mostTables: number
  from: string | null
  to: string | null
  seeks: string
  guests: readonly { id: string; number: number; shown: readonly string[]; wish: Wish | null }[]
  hasPlan: boolean
}
export type HostNotice = Extract<HostText, 'saved' | 'refused' | 'refused.closed'>
type Tools = { t: ReturnType<typeof hostTexts>; view: HostInvitation; action: string }

const isolate = (name: string): string => `\u2068${name}\u2069`

function facts(locale: ServerLocale, { t, view: { facts: day } }: Tools): Html {
  const line = (drawing: 'week' | 'clock' | 'place' | 'letter', label: HostText, value: Html): Html => html`<div><dt>${picture(drawing, 24)} ${t(label)}</dt><dd>${value}</dd></div>`
  return html`<dl class="portal-facts meeting-facts">${line('week', 'fact.day', html`${dayNameText(locale, day.onDay)}`)}${line('clock', 'fact.time', html`<bdi dir="ltr">${day.from}–${day.to}</bdi>`)}
${line('place', 'fact.place', html`<bdi lang="nb">${day.place}</bdi>`)}${day.replyBy !== null && line('letter', 'fact.until', html`${dayNameText(locale, day.replyBy)}`)}</dl>`
}

function replyForm({ t, view: { reply, mayReply }, action }: Tools): Html {
  const said = reply && html`<p class="ds-alert" data-color="success">${t(`reply.is.${reply}`)} ${mayReply && t('reply.change')}</p>`
  if (!mayReply) return html`${said}<p class="ds-alert" data-color="info">${t('reply.closed')}</p>`
  return html`<section class="answer"><h2 class="ds-heading" data-size="sm">${t('reply.title')}</h2>${said}
<form method="post" action="${action}" class="replies"><input type="hidden" name="action" value="reply">${(['yes', 'no'] as const).map((one) =>
    html`<button class="ds-button" data-variant="secondary" name="reply" value="${one}"${one === reply && html` aria-pressed="true"`}>${picture(one === 'yes' ? 'tick' : 'no', 28)}<span>${t(`reply.${one}`)}</span></button>`)}</form></section>`
}

function aboutForm({ t, view, action }: Tools): Html {
  const time = (name: 'from' | 'to', value: string | null): Html => html`<div class="ds-field"><label class="ds-label" for="${name}">${t(`about.${name}`)}</label><input class="ds-input" type="time" id="${name}" name="${name}" value="${value}" aria-describedby="whole"></div>`
  return html`<section><h2 class="ds-heading" data-size="sm">${t('about.title')}</h2><form method="post" action="${action}"><input type="hidden" name="action" value="about">
<div class="ds-field question"><label class="ds-label" for="tables">${t('about.tables')}</label><input class="ds-input" type="number" id="tables" name="tables" min="1" max="${view.mostTables}" value="${view.tables}" required></div>
<div class="times">${time('from', view.from)}${time('to', view.to)}</div><p class="plain__quiet" id="whole">${t('about.whole')}</p>
<div class="ds-field question"><label class="ds-label" for="seeks">${t('about.seeks')}</label><p class="plain__quiet" id="seeks-help">${t('about.seeksHelp')}</p><textarea class="ds-input" id="seeks" name="seeks" rows="4" maxlength="1000" dir="auto" aria-describedby="seeks-help">${view.seeks}</textarea></div>
<div class="plain__actions"><button class="ds-button" data-variant="secondary">${t('about.save')}</button></div></form></section>`
}

function wishesForm({ t, view: { guests }, action }: Tools): Html {
  const title = html`<h2 class="ds-heading" data-size="sm">${t('wishes.title')}</h2>`
  if (guests.length === 0) return html`<section>${title}<p>${t('wishes.none')}</p></section>`
  const shown = (lines: readonly string[]): Html => lines.length === 0 ? html`<p class="plain__quiet">${t('wishes.nothingShown')}</p>` : html`<ul class="shown">${lines.map((line) => html`<li><bdi>${line}</bdi></li>`)}</ul>`
  return html`<section>${title}<p>${t('wishes.lead')}</p><form method="post" action="${action}"><input type="hidden" name="action" value="wishes">
${guests.map(({ id, number, shown: lines, wish }) => wishChoice({ name: `wish.${id}`, legend: html`<span class="ds-sr-only">${t('number', { number })}</span><span aria-hidden="true">${numberBadge(number, 'small')}</span>`, chosen: wish, textOf: (level) => t(`wish.${level}`), about: shown(lines) }))}
<div class="plain__actions"><button class="ds-button" data-color="accent">${t('wishes.save')}</button></div></form></section>`
}

/** An employer's invitation: when and where, its answer, tables and hours, whom it looks for, and its wishes among numbers. */
export function hostInvitation(locale: ServerLocale, view: HostInvitation, { action, day, notice }: { action: string; day: string; notice?: HostNotice }): { title: string; body: Html } {
  const t = hostTexts(locale)
  const tools = { t, view, action }
  const isOpen = view.mayReply && view.reply !== 'no'
  return { title: t('title'), body: html`
${notice && html`<div class="ds-alert" data-color="${notice === 'saved' ? 'success' : 'danger'}" role="${notice === 'saved' ? 'status' : 'alert'}"><p>${t(notice)}</p></div>`}
${view.facts.state === 'cancelled' ? html`<p class="ds-alert" data-color="warning">${t('day.cancelled')}</p>` : html`<p class="lead">${t('lead', { municipality: isolate(view.municipality), employer: isolate(view.employer) })}</p>`}
<p class="summary"><strong><bdi lang="nb">${view.facts.name}</bdi></strong></p>${facts(locale, tools)}
${view.hasPlan && html`<p class="plain__actions"><a class="ds-button" data-color="accent" href="${day}">${picture('clock', 24)}${t('toDay')}</a></p>`}
${view.facts.state === 'planned' && replyForm(tools)}${isOpen && html`${aboutForm(tools)}${wishesForm(tools)}`}` }
}
