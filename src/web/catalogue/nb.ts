import type { Catalogue } from '../catalogues.ts'

/** Every slice's messages in this language, by file: one piece for the browser. */
export const files = import.meta.glob<Catalogue>(['../messages/nb.json', '../../domains/*/messages/{nb,*.nb}.json'], { eager: true, import: 'default' })
