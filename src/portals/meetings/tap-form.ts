import { randomUUID } from 'node:crypto'
import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import { drawn } from '../pictures.ts'

type Tap = { field: 'guest' | 'employer'; id: string; body: Html }

/** A form whose every button is a tap. With script a tap waits on the device until it is sent, with an id and a time of its own; without, the form goes as a form, to the page's own address. */
export const tapForm = ({ field, id, body }: Tap): Html => html`<form method="post" data-queue="${id}"><input type="hidden" name="id" value="${randomUUID()}"><input type="hidden" name="${field}" value="${id}">${body}</form>`

export const pressed = (is: boolean): Html => html` aria-pressed="${is ? 'true' : 'false'}"`

type BarTexts = { store: string; one: string; waiting: string; sent: string; refused: string; dismiss: string; closed: string; superseded: string; help: string; remarks?: { title: string; lines: readonly string[] } }

/** How many taps wait for the network, and what was refused: filled by the script, which keeps them under `store`, the id of the link. Ready-made remarks are put by it where a note is opened. */
export const queueBar = ({ store, one, waiting, sent, refused, dismiss, closed, superseded, help, remarks }: BarTexts): Html => html`<div class="queue" data-queue-bar data-state="sent" hidden data-store="${store}" data-waiting="${waiting}" data-sent="${sent}" data-refused="${refused}" data-dismiss="${dismiss}" data-closed="${closed}" data-superseded="${superseded}">
<div data-refusals></div><p class="queue__count" role="status" data-count></p><p data-help hidden>${help}</p></div>
<template data-waits-mark><p data-waits>${drawn('noNetwork', 20)}${one}</p></template>${remarks && html`<template data-remarks><div class="chips" role="group" aria-label="${remarks.title}">${remarks.lines.map((line) => html`<button type="button" data-remark>${line}</button>`)}</div></template>`}`

/** Closes the link, for whoever shares the device: its history may hold the address. Script first takes away what the device keeps of the page. */
export const forgetRow = ({ button, help, loses, done, open }: Record<'button' | 'help' | 'loses' | 'done' | 'open', string>): Html => html`<section><form method="post" data-forget data-loses="${loses}" data-done="${done}" data-open="${open}"><input type="hidden" name="action" value="close"><p class="plain__actions"><button class="ds-button" data-variant="secondary" aria-describedby="forget-help">${button}</button></p><p class="plain__quiet" id="forget-help">${help}</p></form></section>`
