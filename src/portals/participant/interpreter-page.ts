import { randomUUID } from 'node:crypto'
import type { MyInterpreters } from '#domains/interpreters/interpreters.schema.ts'
import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { dayNameText, dayText } from '#platform/texts.ts'
import { nameOf } from '#shared/language-name.ts'
import { minutesOf } from '#shared/schedule.ts'
import { portalPage } from './frame.ts'
import type { InterpreterTexts } from './interpreter-texts.ts'
import { interpreterTexts } from './interpreter-texts.ts'

export const path = '/mine/interpreter'
export type Notice = 'done.saved' | 'done.removed' | 'missing' | 'refused'
type Meeting = MyInterpreters['bookings'][number]
type Question = MyInterpreters['questions'][number]
type Tools = { locale: ServerLocale; t: InterpreterTexts }

const clock = (minutes: number): string => `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const stated = (state: Meeting['state']): 'asked' | 'confirmed' | 'not_had' => (state === 'confirmed' || state === 'not_had' ? state : 'asked')

/** One meeting: when first and large, then where, with whom, in which language. */
function meetingCard({ locale, t }: Tools, one: Meeting): Html {
  const fact = (label: string, value: Html | false): Html | false => value !== false && html`<div><dt>${label}</dt><dd>${value}</dd></div>`
  return html`<li class="portal-card"><p><strong>${dayNameText(locale, one.onDay)}, <bdi dir="ltr">${one.fromTime}–${clock(minutesOf(one.fromTime) + one.minutes)}</bdi></strong></p>
<p>${one.groupName === null ? t(`purpose.${one.purpose}`) : html`<bdi lang="nb">${one.groupName}</bdi>`}</p><p>${t(`state.${stated(one.state)}`)}</p>
<dl class="portal-facts">${fact(t('language'), html`${nameOf(locale, 'language', one.language)}`)}${fact(t('how'), html`${t(one.modality)}`)}${fact(t('place'), one.place !== null && html`<bdi lang="nb">${one.place}</bdi>`)}
${fact(t('meets'), one.meetsName !== null && html`<bdi>${one.meetsName}</bdi>`)}${fact(t('interpreter'), one.interpreterName !== null && html`<bdi>${one.interpreterName}</bdi>`)}</dl></li>`
}

/** Her own question with the ways to word it otherwise and to take it back; a colleague's as it is. */
function questionCard({ locale, t }: Tools, one: Question): Html {
  const field = `q-${one.id}`
  const body = html`<p class="portal-text" dir="auto">${one.body}</p>`
  if (one.answeredOn !== null) return html`<li class="portal-card">${body}<p class="plain__quiet">${t('answered', { day: dayText(locale, one.answeredOn) })}</p></li>`
  if (!one.mayRemove) return html`<li class="portal-card">${body}<p class="plain__quiet">${t('fromStaff')}</p></li>`
  return html`<li class="portal-card">${body}<details><summary>${t('change')}</summary>
<form method="post" action="${path}"><input type="hidden" name="action" value="save"><input type="hidden" name="id" value="${one.id}"><input type="hidden" name="version" value="${one.version}">
<label class="ds-label" for="${field}">${t('yours')}</label><textarea class="ds-input" id="${field}" name="body" rows="3" maxlength="500" dir="auto" required>${one.body}</textarea>
<div class="plain__actions"><button class="ds-button" data-variant="secondary" type="submit">${t('save')}</button></div></form>
<form method="post" action="${path}"><input type="hidden" name="action" value="remove"><input type="hidden" name="id" value="${one.id}"><button class="ds-button" data-variant="tertiary" type="submit">${t('remove')}</button></form></details></li>`
}

const newForm = ({ t }: Tools, missing: boolean): Html => html`<form method="post" action="${path}"><input type="hidden" name="action" value="save"><input type="hidden" name="id" value="${randomUUID()}">
<label class="ds-label" for="body">${t('new')}</label><textarea class="ds-input" id="body" name="body" rows="3" maxlength="500" dir="auto" required aria-describedby="body-help"${missing && html` aria-invalid="true"`}></textarea>
<div class="plain__actions"><button class="ds-button" data-variant="primary" type="submit">${t('add')}</button></div></form>`

/** Her meetings with an interpreter, and what she wants to ask there. */
export function interpreterPage(locale: ServerLocale, { bookings, questions }: MyInterpreters, notice?: Notice): string {
  const t = interpreterTexts(locale)
  const tools: Tools = { locale, t }
  const isDone = notice === 'done.saved' || notice === 'done.removed'
  const body = html`${notice && html`<div class="ds-alert" data-color="${isDone ? 'success' : 'warning'}" role="${isDone ? 'status' : 'alert'}"><p>${t(notice)}</p></div>`}<p>${t('lead')}</p>
<section aria-labelledby="meetings"><h2 class="ds-heading" data-size="sm" id="meetings">${t('meetings')}</h2>${bookings.length === 0 ? html`<p>${t('none')}</p>` : html`<ul class="portal-cards">${bookings.map((one) => meetingCard(tools, one))}</ul>`}</section>
<section aria-labelledby="questions"><h2 class="ds-heading" data-size="sm" id="questions">${t('questions')}</h2><p id="body-help">${t('questions.help')}</p>
${questions.length === 0 ? html`<p>${t('questions.none')}</p>` : html`<ul class="portal-cards">${questions.map((one) => questionCard(tools, one))}</ul>`}<div class="answer">${newForm(tools, notice === 'missing')}</div></section>
<p class="plain__quiet">${t('children')}</p>`
  return portalPage({ locale, path, title: t('title'), body })
}
