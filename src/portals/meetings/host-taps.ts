import type { EmployerPage } from '#domains/meetings/portal.schema.ts'
import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import { picture } from '../pictures.ts'
import type { hostTexts } from './host-texts.ts'
import { pressed, tapForm } from './tap-form.ts'

type Meeting = EmployerPage['meetings'][number]
type Tools = { t: ReturnType<typeof hostTexts>; action: string }
const scorePictures = { 3: 'tick', 2: 'maybe', 1: 'no' } as const
const remarks = ['ready.speaks', 'ready.done', 'ready.eager', 'ready.language'] as const

function form({ t, action }: Tools, { guest }: Meeting, what: 'score' | 'note' | 'again' | 'offer', body: Html): Html {
  return tapForm({ action, what, field: 'guest', id: guest.id, about: t('number', { number: guest.number }), waits: t('queue.one'), body })
}

function scores(tools: Tools, meeting: Meeting): Html {
  const { t } = tools
  return form(tools, meeting, 'score', html`<div class="scores" role="group" aria-label="${t('score.title')} ${t('number', { number: meeting.guest.number })}">${([3, 2, 1] as const).map((one) =>
    html`<button name="score" value="${one}" id="score-${meeting.guest.id}-${one}"${pressed(meeting.outcome.score === one)}>${picture(scorePictures[one], 28)}<span>${t(`score.${one}`)}</span></button>`)}</div>`)
}

function note(tools: Tools, meeting: Meeting): Html {
  const { t } = tools
  const id = `note-${meeting.guest.id}`
  return form(tools, meeting, 'note', html`<label class="ds-label" for="${id}">${t('note.label')}</label><p class="plain__quiet" id="${id}-help">${t('note.help')}</p>
<div class="chips" role="group" aria-label="${t('ready.title')}">${remarks.map((key) => html`<button type="button" data-remark="${t(key)}">${t(key)}</button>`)}</div>
<textarea class="ds-input" id="${id}" name="note" rows="3" maxlength="2000" dir="auto" aria-describedby="${id}-help">${meeting.outcome.note}</textarea><p class="meet__save"><button class="ds-button" data-variant="secondary">${t('note.save')}</button></p>`)
}

function again(tools: Tools, meeting: Meeting): Html {
  const { t } = tools
  const title = t('again.title', { number: meeting.guest.number })
  const button = (value: boolean): Html => html`<button name="again" value="${value ? 'yes' : 'no'}"${pressed(meeting.outcome.again === value)}>${t(value ? 'again.yes' : 'again.no')}</button>`
  return form(tools, meeting, 'again', html`<p><strong>${title}</strong></p><div class="chips" role="group" aria-label="${title}">${button(true)}${button(false)}</div>`)
}

function offer(tools: Tools, meeting: Meeting): Html {
  const { t } = tools
  return form(tools, meeting, 'offer', html`<p><strong>${t('offer.title')}</strong></p><div class="chips" role="group" aria-label="${t('offer.title')} ${t('number', { number: meeting.guest.number })}">${(['visit', 'practice', 'job', 'none'] as const).map((one) =>
    html`<button name="offer" value="${one}"${pressed(meeting.outcome.offer === one)}>${t(`offer.${one}`)}</button>`)}</div><p class="plain__quiet">${t('offer.means')}</p>`)
}

/** One tap for how it went; behind a button the note with ready-made remarks, a second interview and what is offered. */
export const tapForms = (tools: Tools, meeting: Meeting): Html => html`${scores(tools, meeting)}
<details id="more-${meeting.guest.id}"><summary>${tools.t('more')}</summary>${note(tools, meeting)}${again(tools, meeting)}${offer(tools, meeting)}</details>`
