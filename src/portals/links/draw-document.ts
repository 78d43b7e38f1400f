import type { AgreementDocument, Both } from '#domains/placements/agreement-document.schema.ts'
import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import { minutesOf } from '#shared/schedule.ts'

type Draw = { beside: boolean; locale: string }

/** The words in the reader's language, with bokmål in small beneath where the two differ. */
const both = (words: Both, { beside }: Draw): Html => html`${words.own}${beside && html`<small class="in-norwegian" lang="nb" dir="ltr">${words.nb}</small>`}`

/** What somebody wrote: always Norwegian, and read aloud as such. */
const asWritten = (text: string): Html => html`<p class="as-written" lang="nb" dir="auto">${text}</p>`

/** The agreement as a page: who, when, what, the week drawn, what happens on the way, who has said yes. */
export function drawDocument(document: AgreementDocument): Html {
  const draw = { beside: document.beside, locale: document.locale }
  const section = (words: Both, body: Html): Html => html`<section><h2 class="ds-heading" data-size="xs">${both(words, draw)}</h2>${body}</section>`
  return html`
<section class="summary"><h2 class="ds-heading" data-size="sm">${both(document.kind.value, draw)}</h2><p>${both(document.what, draw)}</p></section>
<dl class="facts">${[...document.facts.map(({ label, value }) => fact(label, html`${both(value, draw)}`, draw)), ...document.parties.map(({ label, name, detail }) => fact(label, html`<bdi>${name}</bdi>${detail !== '' && html`<br><span class="plain__quiet"><bdi>${detail}</bdi></span>`}`, draw))]}</dl>
${document.beside && document.texts.length > 0 && html`<p class="plain__quiet">${document.asWritten.own}</p>`}
${document.texts.map(({ label, text }) => section(label, asWritten(text)))}
${document.week.days.some(({ slots }) => slots.length > 0) && section(document.week.label, html`${drawWeek(document, draw)}<p>${both(document.week.hours, draw)}</p>`)}
${document.followUps.items.length > 0 && section(document.followUps.label, html`<ul>${document.followUps.items.map(({ day, kind }) => html`<li>${day.own}: ${kind.own}</li>`)}</ul>`)}
${document.approvals.items.length > 0 && section(document.approvals.label, html`<dl class="facts">${document.approvals.items.map(({ label, name, text }) => fact(label, html`${name !== '' && html`<bdi>${name}</bdi><br>`}${text.own}`, draw))}</dl>`)}
${section(document.meaning.label, html`<ul>${document.meaning.lines.map((line) => html`<li>${both(line, draw)}</li>`)}</ul>`)}`
}

const fact = (label: Both, value: Html, draw: Draw): Html => html`<div><dt>${both(label, draw)}</dt><dd>${value}</dd></div>`

const DAY_MINUTES = 1440

/** Each day with its hours in words, and a bar of them between the earliest and the latest hour of the week. */
function drawWeek({ week }: AgreementDocument, draw: Draw): Html {
  const slots = week.days.flatMap((day) => day.slots)
  const stop = (slot: { from: string; to: string }): number => (minutesOf(slot.to) > minutesOf(slot.from) ? minutesOf(slot.to) : DAY_MINUTES)
  const first = Math.min(...slots.map(({ from }) => minutesOf(from)))
  const span = Math.max(...slots.map(stop)) - first
  const bar = (slot: { from: string; to: string }): Html =>
    html`<rect x="${((minutesOf(slot.from) - first) / span * 100).toFixed(1)}" width="${((stop(slot) - minutesOf(slot.from)) / span * 100).toFixed(1)}" height="10" rx="1.5"/>`
  return html`<ol class="week">${week.days.map(({ name, slots: times }) => html`<li><span>${both(name, draw)}</span>
<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="week__free" width="100" height="10" rx="1.5"/>${times.map(bar)}</svg>
<span class="week__hours" dir="ltr">${times.length === 0 ? week.free.own : times.map(({ from, to }) => `${from}–${to}`).join(', ')}</span></li>`)}</ol>`
}
