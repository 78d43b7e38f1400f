import type { Both, PlanDocument } from '#domains/programme/plan/plan-document.schema.ts'
import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import type { PictureName } from '../pictures.ts'
import { picture } from '../pictures.ts'

type Draw = { beside: boolean; norwegian: string }

/** The words in her language, with Norwegian in small beneath where the two differ. */
const both = (words: Both, { beside, norwegian }: Draw): Html => html`${words.own}${beside && words.own !== words.no && html`<small class="in-norwegian" lang="${norwegian}" dir="ltr">${words.no}</small>`}`
/** What a colleague wrote: Norwegian, and read aloud as such. */
const asWritten = (text: string, { norwegian }: Draw): Html => html`<p class="as-written" lang="${norwegian}" dir="auto">${text}</p>`
const fact = (label: Both, value: Html, draw: Draw): Html => html`<div><dt>${both(label, draw)}</dt><dd>${value}</dd></div>`

function drawElement({ kind, title, when, hours, reason }: PlanDocument['elements']['items'][number], draw: Draw): Html {
  return html`<li class="portal-card"><h3 class="ds-heading" data-size="2xs">${both(kind, draw)}</h3>${title !== '' && html`<p lang="${draw.norwegian}" dir="auto"><bdi>${title}</bdi></p>`}
<p>${when.own}${hours.own !== '' && html` · ${hours.own}`}</p>${reason !== '' && asWritten(reason, draw)}</li>`
}

/** Her plan as a page: goals, Norwegian, what she is to do, the path after, who has said yes. What she has said herself is drawn apart. */
export function drawPlan(document: PlanDocument): Html {
  const draw = { beside: document.beside, norwegian: document.norwegian }
  const section = (words: Both, body: Html, drawing?: PictureName): Html => html`<section><h2 class="ds-heading" data-size="xs">${drawing && picture(drawing, 28)}${both(words, draw)}</h2>${body}</section>`
  const lines = (list: readonly Both[]): Html => html`<ul>${list.map((line) => html`<li>${both(line, draw)}</li>`)}</ul>`
  const { contract, signatures, norwegianGoal, elements } = document
  return html`
<dl class="facts">${document.facts.map(({ label, value }) => fact(label, both(value, draw), draw))}</dl>
${norwegianGoal.items.length > 0 && section(norwegianGoal.label, html`<dl class="facts">${norwegianGoal.items.map(({ label, value }) => fact(label, html`${value.own}`, draw))}</dl>`, 'norwegian')}
${document.beside && html`<p class="plain__quiet">${document.asWritten.own}</p>`}
${elements.items.length > 0 && section(elements.label, html`<ul class="portal-cards">${elements.items.map((one) => drawElement(one, draw))}</ul>`, 'week')}
${document.texts.map(({ label, text }) => section(label, asWritten(text, draw)))}
${contract !== null && section(contract.label, lines([...contract.municipality, ...contract.participant]), 'talk')}
${signatures.items.length > 0 && section(signatures.label, html`<dl class="facts">${signatures.items.map(({ label, name, text }) => fact(label, html`${name !== '' && html`<bdi>${name}</bdi><br>`}${text.own}`, draw))}</dl>`, 'sign')}
${section(document.appeal.label, lines(document.appeal.lines), 'decision')}
${section(document.ask.label, lines(document.ask.lines), 'ask')}`
}
