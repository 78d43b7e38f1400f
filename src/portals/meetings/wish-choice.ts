import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import { picture } from '../pictures.ts'

/** How gladly, from "very" to "that is fine", and "not this one". */
export const wishLevels = ['3', '2', '1', 'never'] as const
export type Wish = (typeof wishLevels)[number]

const drawn = (level: Wish): Html => (level === 'never' ? picture('no', 28) : html`${Array.from({ length: Number(level) }, () => picture('heart', level === '3' ? 20 : 24))}`)

type Choice = { name: string; legend: Html; chosen: Wish | null; textOf: (level: Wish) => string; about?: Html | false }

/** One wish: four large choices in a row, each a picture and a word. */
export const wishChoice = ({ name, legend, chosen, textOf, about }: Choice): Html => html`<fieldset class="question wish"><legend>${legend}</legend>${about}
<div class="wish__levels">${wishLevels.map((level) => html`<label class="wish__level"><input type="radio" name="${name}" value="${level}"${level === chosen && html` checked`}><span class="wish__drawn">${drawn(level)}</span><span>${textOf(level)}</span></label>`)}</div></fieldset>`
