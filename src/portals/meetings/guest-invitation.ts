import type { GuestPage } from '#domains/meetings/portal.schema.ts'
import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { dayNameText } from '#platform/texts.ts'
import { picture, sprite } from '../pictures.ts'
import { numberBadge } from './draw-where.ts'
import { aboutForm } from './guest-about-form.ts'
import { hasPlan } from './guest-day.ts'
import type { GuestText } from './guest-texts.ts'
import { guestTexts } from './guest-texts.ts'
import { wishChoice } from './wish-choice.ts'

export type GuestNotice = Extract<GuestText, 'saved' | `refused${string}`>
type Tools = { locale: ServerLocale; t: ReturnType<typeof guestTexts>; view: GuestPage; action: string }

const pictures = { yes: 'tick', no: 'no', later: 'ask' } as const
const answers = ['yes', 'no', 'later'] as const

function facts({ locale, t, view: { day, guest } }: Tools): Html {
  const line = (drawing: 'week' | 'clock' | 'place' | 'letter', label: GuestText, value: Html): Html => html`<div><dt>${picture(drawing, 28)} ${t(label)}</dt><dd>${value}</dd></div>`
  return html`<dl class="portal-facts meeting-facts">${line('week', 'fact.day', html`<strong>${dayNameText(locale, day.onDate)}</strong>`)}${line('clock', 'fact.time', html`<strong><bdi dir="ltr">${day.rounds[0]?.from}–${day.rounds.at(-1)?.to}</bdi></strong>`)}
${line('place', 'fact.place', html`<bdi lang="nb">${day.place}</bdi>${day.address !== null && html`<br><bdi lang="nb">${day.address}</bdi>`}`)}${day.replyBy !== null && line('letter', 'fact.until', html`${dayNameText(locale, day.replyBy)}`)}</dl>
<p class="my-number">${numberBadge(guest.number, 'large')}<strong>${t('fact.number')}</strong></p>`
}

function replyForm({ t, view, action }: Tools): Html {
  const { guest, mayAnswer } = view
  const isPlanned = hasPlan(view)
  const said = answers.find((one) => one === guest.reply)
  const told = said && html`<p class="ds-alert" data-color="success">${t(`reply.is.${said}`)} ${mayAnswer && t('reply.change')} ${mayAnswer && said === 'yes' && !isPlanned && t('reply.next')}</p>`
  if (!mayAnswer) return html`${told}<p class="ds-alert" data-color="info">${t('reply.closed')}</p>`
  return html`<section class="answer"><h2 class="ds-heading" data-size="sm">${t('reply.title')}</h2>${told}
<form method="post" action="${action}" class="replies"><input type="hidden" name="action" value="reply">${answers.map((one) =>
    html`<button class="ds-button" data-variant="secondary" name="reply" value="${one}"${one === said && html` aria-pressed="true"`}>${picture(pictures[one], 32)}<span>${t(`reply.${one}`)}</span></button>`)}</form></section>`
}

function wishesForm({ t, view: { employers, mayWish }, action }: Tools): Html | false {
  const title = html`<h2 class="ds-heading" data-size="sm">${picture('heart', 28)}${t('wishes.title')}</h2>`
  if (employers.length === 0) return html`<section>${title}<p>${t('wishes.none')}</p></section>`
  return mayWish && html`<section>${title}<p>${t('wishes.lead')}</p><form method="post" action="${action}"><input type="hidden" name="action" value="wishes">
${employers.map(({ id, name, offers, wish }) => wishChoice({ name: `wish.${id}`, legend: html`<bdi lang="nb">${name}</bdi>`, chosen: wish, textOf: (level) => t(`wish.${level}`), about: offers !== null && html`<p class="portal-text" lang="nb" dir="auto">${offers}</p>` }))}
<div class="plain__actions"><button class="ds-button" data-color="accent">${t('wishes.save')}</button></div></form></section>`
}

/** Her invitation: what, when and where, who comes, her answer with one button each, whom she wants to meet, what she needs and shows. */
export function guestInvitation(locale: ServerLocale, view: GuestPage, { action, day, notice }: { action: string; day: string; notice?: GuestNotice }): { title: string; body: Html } {
  const t = guestTexts(locale)
  const tools = { locale, t, view, action }
  const isComing = view.guest.reply === 'yes' || view.guest.reply === 'later'
  return { title: t('title'), body: html`
${notice && html`<div class="ds-alert" data-color="${notice === 'saved' ? 'success' : 'danger'}" role="${notice === 'saved' ? 'status' : 'alert'}"><p>${t(notice)}</p></div>`}
${sprite('heart', 'no')}<p class="lead">${t('lead')}</p><p class="summary"><strong><bdi lang="nb">${view.day.title}</bdi></strong></p>
${hasPlan(view) && html`<p class="plain__actions"><a class="ds-button" data-color="accent" href="${day}">${picture('clock', 24)}${t('toDay')}</a></p>`}
${facts(tools)}${replyForm(tools)}${wishesForm(tools)}${view.mayAnswer && isComing && aboutForm(tools)}` }
}
