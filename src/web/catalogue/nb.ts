import type { Catalogue } from '../catalogues.ts'

/** The messages the first page needs in this language, by file: one piece for the browser. Letters are the server's alone. */
export const files = import.meta.glob<Catalogue>(['../messages/nb.json', '../../domains/*/messages/{nb,*.nb}.json', '!../../domains/*/messages/{import,mail}.nb.json', '!../../domains/opportunities/messages/*'], { eager: true, import: 'default' })
