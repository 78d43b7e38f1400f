import { randomUUID } from 'node:crypto'
import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import { picture } from '../pictures.ts'
import type { Meet } from './host-day.ts'
import type { hostTexts } from './host-texts.ts'

type Tools = { t: ReturnType<typeof hostTexts>; action: string }
const scorePictures = { 3: 'tick', 2: 'maybe', 1: 'no' } as const
const remarks = ['ready.speaks', 'ready.done', 'ready.eager', 'ready.language'] as const

/** A form of one meeting: with script it waits on the device until it is sent, without it goes as a form. The id is made anew for each press. */
function tapForm({ t, action }: Tools, meet: Meet, what: string, body: Html): Html {
  return html`<form method="post" action="${action}" data-queue="${what}:${meet.id}"><input type="hidden" name="action" value="${what}"><input type="hidden" name="id" value="${randomUUID()}"><input type="hidden" name="meeting" value="${meet.id}"><input type="hidden" name="version" value="${meet.version}"><input type="hidden" name="about" value="${t('number', { number: meet.number })}">${body}
<p data-waits hidden>${picture('noNetwork', 20)}${t('queue.one')}</p></form>`
}

const pressed = (is: boolean): Html => html` aria-pressed="${is ? 'true' : 'false'}"`

/** One tap for how it went; the rest behind a button: note with ready-made remarks, second interview, offer. */
export function meetForms(tools: Tools, meet: Meet): Html {
  const { t } = tools
  const note = `note-${meet.id}`
  return html`${tapForm(tools, meet, 'score', html`<div class="scores" role="group" aria-label="${t('score.title')} ${t('number', { number: meet.number })}">${(['3', '2', '1'] as const).map((one) =>
    html`<button name="score" value="${one}" id="score-${meet.id}-${one}"${pressed(meet.score === one)}>${picture(scorePictures[one], 28)}<span>${t(`score.${one}`)}</span></button>`)}</div>`)}
<details id="more-${meet.id}"><summary>${t('more')}</summary>
${tapForm(tools, meet, 'note', html`<label class="ds-label" for="${note}">${t('note.label')}</label><p class="plain__quiet" id="${note}-help">${t('note.help')}</p>
<div class="chips" role="group" aria-label="${t('ready.title')}">${remarks.map((key) => html`<button type="button" data-remark="${t(key)}">${t(key)}</button>`)}</div>
<textarea class="ds-input" id="${note}" name="note" rows="3" maxlength="1000" dir="auto" aria-describedby="${note}-help">${meet.note}</textarea><p><button class="ds-button" data-variant="secondary">${t('note.save')}</button></p>`)}
${tapForm(tools, meet, 'second', html`<div class="chips"><button name="second" value="${meet.wantsSecond ? 'no' : 'yes'}"${pressed(meet.wantsSecond)}>${t(meet.wantsSecond ? 'second.asked' : 'second.ask')}</button></div>`)}
${tapForm(tools, meet, 'offer', html`<p><strong>${t('offer.title')}</strong></p><div class="chips">${(['practice', 'job', 'other'] as const).map((one) => html`<button name="offer" value="${one}"${pressed(meet.offer === one)}>${t(`offer.${one}`)}</button>`)}</div>`)}
</details>`
}
