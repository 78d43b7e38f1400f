import type { Html } from '#platform/page.ts'
import { html } from '#platform/page.ts'
import { drawn } from '../pictures.ts'

/** How gladly, from "very" to "that is fine", and "not this one". */
const levels = [3, 2, 1, -1] as const
export type WishLevel = (typeof levels)[number]

const heartsOf = (level: WishLevel): Html => (level === -1 ? drawn('no', 28) : html`${Array.from({ length: level }, () => drawn('heart', level === 3 ? 20 : 24))}`)

type Choice = { name: string; legend: Html; chosen: number; textOf: (level: WishLevel) => string; about?: Html | false }

/** One wish: four large choices in a row, each a picture and a word. */
export const wishChoice = ({ name, legend, chosen, textOf, about }: Choice): Html => html`<fieldset class="question wish"><legend>${legend}</legend>${about}
<div class="wish__levels">${levels.map((level) => html`<label class="wish__level"><input type="radio" name="${name}" value="${level}"${level === chosen && html` checked`}><span class="wish__drawn">${heartsOf(level)}</span><span>${textOf(level)}</span></label>`)}</div></fieldset>`

/** The wishes of a posted form: the field's name holds whom. */
export const wishesIn = (fields: Record<string, string | undefined>): { id: string; wish: number }[] =>
  Object.entries(fields).flatMap(([name, value]) => (name.startsWith('wish.') ? [{ id: name.slice('wish.'.length), wish: Number(value) }] : []))
