import { randomUUID } from 'node:crypto'
import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import { picture } from '../pictures.ts'

type Tap = { action: string; what: string; field: 'guest' | 'employer'; id: string; about: string; waits: string; body: Html }

/** A form of one tap. With script it waits on the device until it is sent, with an id and a time of its own; without, it goes as a form. */
export const tapForm = ({ action, what, field, id, about, waits, body }: Tap): Html => html`<form method="post" action="${action}" data-queue="${what}:${id}"><input type="hidden" name="action" value="${what}"><input type="hidden" name="id" value="${randomUUID()}"><input type="hidden" name="${field}" value="${id}"><input type="hidden" name="about" value="${about}">${body}<p data-waits hidden>${picture('noNetwork', 20)}${waits}</p></form>`

export const pressed = (is: boolean): Html => html` aria-pressed="${is ? 'true' : 'false'}"`

type BarTexts = { waiting: string; sent: string; refused: string; dismiss: string; closed: string; superseded: string; help: string }

/** How many taps wait for the network, and what was refused: filled by the script. */
export const queueBar = ({ waiting, sent, refused, dismiss, closed, superseded, help }: BarTexts): Html => html`<div class="queue" data-queue-bar data-state="sent" hidden data-waiting="${waiting}" data-sent="${sent}" data-refused="${refused}" data-dismiss="${dismiss}" data-closed="${closed}" data-superseded="${superseded}">
<div data-refusals></div><p class="queue__count" role="status" data-count></p><p data-help hidden>${help}</p></div>`
