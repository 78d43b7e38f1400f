import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { dayNameText } from '#platform/texts.ts'
import { picture } from '../pictures.ts'
import type { GuestText } from './guest-texts.ts'
import { guestTexts } from './guest-texts.ts'
import type { DayFacts } from './meeting-views.ts'
import type { Wish } from './wish-choice.ts'
import { wishChoice } from './wish-choice.ts'
import { numberBadge } from './draw-where.ts'

export type GuestReply = 'yes' | 'no' | 'help'
/** What her invitation is drawn from. */
export type GuestInvitation = {
  facts: DayFacts
  number: number | null
  reply: GuestReply | null
  mayReply: boolean
  needs: { language: string | null; from: string | null; to: string | null }
  languages: readonly { code: string; name: string }[]
  employers: readonly { id: string; name: string; about: string | null; wish: Wish | null }[]
  shows: readonly { key: string; label: string; isShown: boolean }[]
  hasPlan: boolean
}
export type GuestNotice = Extract<GuestText, 'saved' | 'refused' | 'refused.closed'>
type Tools = { t: ReturnType<typeof guestTexts>; view: GuestInvitation; action: string }

const pictures = { yes: 'tick', no: 'no', help: 'ask' } as const

function facts(locale: ServerLocale, { t, view: { facts: day, number } }: Tools): Html {
  const line = (drawing: 'week' | 'clock' | 'place' | 'letter', label: GuestText, value: Html): Html => html`<div><dt>${picture(drawing, 28)} ${t(label)}</dt><dd>${value}</dd></div>`
  return html`<dl class="portal-facts meeting-facts">${line('week', 'fact.day', html`<strong>${dayNameText(locale, day.onDay)}</strong>`)}${line('clock', 'fact.time', html`<strong><bdi dir="ltr">${day.from}–${day.to}</bdi></strong>`)}
${line('place', 'fact.place', html`<bdi lang="nb">${day.place}</bdi>`)}${day.replyBy !== null && line('letter', 'fact.until', html`${dayNameText(locale, day.replyBy)}`)}</dl>
${number !== null && html`<p class="my-number">${numberBadge(number, 'large')}<strong>${t('fact.number')}</strong></p>`}`
}

function replyForm({ t, view: { reply, mayReply }, action }: Tools): Html {
  const said = reply && html`<p class="ds-alert" data-color="success">${t(`reply.is.${reply}`)} ${mayReply && t('reply.change')}</p>`
  if (!mayReply) return html`${said}<p class="ds-alert" data-color="info">${t('reply.closed')}</p>`
  return html`<section class="answer"><h2 class="ds-heading" data-size="sm">${t('reply.title')}</h2>${said}
<form method="post" action="${action}" class="replies"><input type="hidden" name="action" value="reply">${(['yes', 'no', 'help'] as const).map((one) =>
    html`<button class="ds-button" data-variant="secondary" name="reply" value="${one}"${one === reply && html` aria-pressed="true"`}>${picture(pictures[one], 32)}<span>${t(`reply.${one}`)}</span></button>`)}</form></section>`
}

function needsForm({ t, view: { needs, languages }, action }: Tools): Html {
  const time = (name: 'from' | 'to', value: string | null): Html => html`<div class="ds-field"><label class="ds-label" for="${name}">${t(`needs.${name}`)}</label><input class="ds-input" type="time" id="${name}" name="${name}" value="${value}" aria-describedby="whole"></div>`
  return html`<section><h2 class="ds-heading" data-size="sm">${picture('interpreter', 28)}${t('needs.title')}</h2><form method="post" action="${action}"><input type="hidden" name="action" value="needs">
<div class="ds-field question"><label class="ds-label" for="language">${t('needs.language')}</label><select class="ds-input" id="language" name="language"><option value="">${t('needs.noInterpreter')}</option>${languages.map(({ code, name }) => html`<option value="${code}"${code === needs.language && html` selected`}>${name}</option>`)}</select></div>
<div class="times">${time('from', needs.from)}${time('to', needs.to)}</div><p class="plain__quiet" id="whole">${t('needs.whole')}</p>
<div class="plain__actions"><button class="ds-button" data-variant="secondary">${t('needs.save')}</button></div></form></section>`
}

function wishesForm({ t, view: { employers }, action }: Tools): Html {
  const title = html`<h2 class="ds-heading" data-size="sm">${picture('heart', 28)}${t('wishes.title')}</h2>`
  if (employers.length === 0) return html`<section>${title}<p>${t('wishes.none')}</p></section>`
  return html`<section>${title}<p>${t('wishes.lead')}</p><form method="post" action="${action}"><input type="hidden" name="action" value="wishes">
${employers.map(({ id, name, about, wish }) => wishChoice({ name: `wish.${id}`, legend: html`<bdi lang="nb">${name}</bdi>`, chosen: wish, textOf: (level) => t(`wish.${level}`), about: about !== null && html`<p lang="nb" dir="auto">${about}</p>` }))}
<div class="plain__actions"><button class="ds-button" data-color="accent">${t('wishes.save')}</button></div></form></section>`
}

const showsForm = ({ t, view: { shows }, action }: Tools): Html | false => shows.length > 0 && html`<section><h2 class="ds-heading" data-size="sm">${picture('eye', 28)}${t('shows.title')}</h2><p>${t('shows.lead')}</p>
<form method="post" action="${action}"><input type="hidden" name="action" value="shows">${shows.map(({ key, label, isShown }) => html`<label class="option"><input class="ds-input" type="checkbox" name="show.${key}"${isShown && html` checked`}><span>${label}</span></label>`)}
<div class="plain__actions"><button class="ds-button" data-variant="secondary">${t('shows.save')}</button></div></form></section>`

/** Her invitation: what, when and where, who comes, her answer with one button each, what she needs and whom she wants to meet. */
export function guestInvitation(locale: ServerLocale, view: GuestInvitation, { action, day, notice }: { action: string; day: string; notice?: GuestNotice }): { title: string; body: Html } {
  const t = guestTexts(locale)
  const tools = { t, view, action }
  const isOpen = view.mayReply && view.reply !== 'no'
  return { title: t('title'), body: html`
${notice && html`<div class="ds-alert" data-color="${notice === 'saved' ? 'success' : 'danger'}" role="${notice === 'saved' ? 'status' : 'alert'}"><p>${t(notice)}</p></div>`}
${view.facts.state === 'cancelled' ? html`<p class="ds-alert" data-color="warning">${t('day.cancelled')}</p>` : html`<p class="lead">${t('lead')}</p>`}
<p class="summary"><strong><bdi lang="nb">${view.facts.name}</bdi></strong></p>${facts(locale, tools)}
${view.hasPlan && html`<p class="plain__actions"><a class="ds-button" data-color="accent" href="${day}">${picture('clock', 24)}${t('toDay')}</a></p>`}
${view.facts.state === 'planned' && replyForm(tools)}${isOpen && html`${wishesForm(tools)}${needsForm(tools)}${showsForm(tools)}`}` }
}
