import type { Catalogue } from '../catalogues.ts'

/** The messages the first page needs in this language: one piece for the browser. A slice is named here only when the menu or the page of today shows its words. */
export const files = import.meta.glob<Catalogue>(['../messages/nb.json', '../../domains/{employers,follow-up,identity,matching,programme,rules}/messages/nb.json'], { eager: true, import: 'default' })
