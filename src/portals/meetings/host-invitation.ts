import type { EmployerPage } from '#domains/meetings/portal.schema.ts'
import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { dayNameText } from '#platform/texts.ts'
import { picture, sprite } from '../pictures.ts'
import { hasPlan } from './guest-day.ts'
import { hostAboutForm, hostWishesForm } from './host-forms.ts'
import type { HostText } from './host-texts.ts'
import { hostTexts } from './host-texts.ts'

export type HostNotice = Extract<HostText, 'saved' | `refused${string}`>
type Tools = { locale: ServerLocale; t: ReturnType<typeof hostTexts>; view: EmployerPage; action: string }

export const isolate = (name: string): string => `\u2068${name}\u2069`
const pictures = { yes: 'tick', no: 'no', later: 'ask' } as const
const answers = ['yes', 'no', 'later'] as const

function facts({ locale, t, view: { day } }: Tools): Html {
  const line = (drawing: 'week' | 'clock' | 'place' | 'letter', label: HostText, value: Html): Html => html`<div><dt>${picture(drawing, 24)} ${t(label)}</dt><dd>${value}</dd></div>`
  return html`<dl class="portal-facts meeting-facts">${line('week', 'fact.day', html`<strong>${dayNameText(locale, day.onDate)}</strong>`)}${line('clock', 'fact.time', html`<strong><bdi dir="ltr">${day.rounds[0]?.from}–${day.rounds.at(-1)?.to}</bdi></strong>`)}
${line('place', 'fact.place', html`<bdi lang="nb">${day.place}</bdi>${day.address !== null && html`<br><bdi lang="nb">${day.address}</bdi>`}`)}${day.replyBy !== null && line('letter', 'fact.until', html`${dayNameText(locale, day.replyBy)}`)}</dl>`
}

function replyForm({ t, view, action }: Tools): Html {
  const { employer, mayAnswer } = view
  const isPlanned = hasPlan(view)
  const said = answers.find((one) => one === employer.reply)
  const told = said && html`<p class="ds-alert" data-color="success">${t(`reply.is.${said}`)} ${mayAnswer && t('reply.change')} ${mayAnswer && said === 'yes' && !isPlanned && t('reply.next')}</p>`
  if (!mayAnswer) return html`${told}<p class="ds-alert" data-color="info">${t('reply.closed')}</p>`
  return html`<section class="answer"><h2 class="ds-heading" data-size="sm">${t('reply.title')}</h2>${told}
<form method="post" action="${action}" class="replies"><input type="hidden" name="action" value="reply">${answers.map((one) =>
    html`<button class="ds-button" data-variant="secondary" name="reply" value="${one}"${one === said && html` aria-pressed="true"`}>${picture(pictures[one], 28)}<span>${t(`reply.${one}`)}</span></button>`)}</form></section>`
}

/** An employer's invitation: when and where, its answer, tables and hours, whom it looks for, and its wishes among numbers. */
export function hostInvitation(locale: ServerLocale, view: EmployerPage, { action, day, notice }: { action: string; day: string; notice?: HostNotice }): { title: string; body: Html } {
  const t = hostTexts(locale)
  const tools = { locale, t, view, action }
  const isComing = view.employer.reply === 'yes' || view.employer.reply === 'later'
  return { title: t('title'), body: html`
${notice && html`<div class="ds-alert" data-color="${notice === 'saved' ? 'success' : 'danger'}" role="${notice === 'saved' ? 'status' : 'alert'}"><p>${t(notice)}</p></div>`}
${sprite('heart', 'no')}<p class="lead">${t('lead', { municipality: isolate(view.day.office), employer: isolate(view.employer.name) })}</p><p class="summary"><strong><bdi lang="nb">${view.day.title}</bdi></strong></p>
${hasPlan(view) && html`<p class="plain__actions"><a class="ds-button" data-color="accent" href="${day}">${picture('clock', 24)}${t('toDay')}</a></p>`}
${facts(tools)}${replyForm(tools)}${view.mayAnswer && isComing && hostAboutForm(tools)}${hostWishesForm(tools)}` }
}
