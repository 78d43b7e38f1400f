import type { EmployerPage } from '#domains/meetings/portal.schema.ts'
import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import { drawn } from '../pictures.ts'
import type { hostTexts } from './host-texts.ts'
import { pressed, tapForm } from './tap-form.ts'

type Meeting = EmployerPage['meetings'][number]
type Tools = { t: ReturnType<typeof hostTexts> }
const scorePictures = { 3: 'tick', 2: 'maybe', 1: 'no' } as const

const scores = ({ t }: Tools, { guest, outcome }: Meeting): Html => html`<div class="scores" role="group" aria-label="${t('score.title')} ${guest.number}">${([3, 2, 1] as const).map((one) =>
  html`<button name="score" value="${one}" id="s${one}-${guest.number}"${pressed(outcome.score === one)}>${drawn(scorePictures[one], 28)}<span>${t(`score.${one}`)}</span></button>`)}</div>`

const note = ({ t }: Tools, { guest, outcome }: Meeting): Html => html`<label class="ds-label" for="n-${guest.number}">${t('note.label')}</label><div data-remarks-here></div>
<textarea class="ds-input" id="n-${guest.number}" name="note" rows="3" maxlength="2000" dir="auto" aria-describedby="note-help">${outcome.note}</textarea><p><button class="ds-button" data-variant="secondary">${t('note.save')}</button></p>`

function again({ t }: Tools, { guest, outcome }: Meeting): Html {
  const button = (value: boolean): Html => html`<button name="again" value="${value ? 'yes' : 'no'}"${pressed(outcome.again === value)}>${t(value ? 'again.yes' : 'again.no')}</button>`
  return html`<p id="a-${guest.number}">${t('again.title', { number: guest.number })}</p><div class="chips" role="group" aria-labelledby="a-${guest.number}">${button(true)}${button(false)}</div>`
}

const offer = ({ t }: Tools, { guest, outcome }: Meeting): Html => html`<p id="o-${guest.number}">${t('offer.title')}</p><div class="chips" role="group" aria-labelledby="o-${guest.number}">${(['visit', 'practice', 'job', 'none'] as const).map((one) =>
  html`<button name="offer" value="${one}"${pressed(outcome.offer === one)}>${t(`offer.${one}`)}</button>`)}</div>`

/** One tap for how it went; behind a button the note with ready-made remarks, a second interview and what is offered. */
export const tapForms = (tools: Tools, meeting: Meeting): Html => tapForm({ field: 'guest', id: meeting.guest.id,
  body: html`${scores(tools, meeting)}<details id="m-${meeting.guest.number}"><summary>${tools.t('more')}</summary>${note(tools, meeting)}${again(tools, meeting)}${offer(tools, meeting)}</details>` })
