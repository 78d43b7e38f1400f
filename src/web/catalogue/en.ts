import type { Catalogue } from '../catalogues.ts'

/** Every slice's messages in this language, by file: one piece for the browser. */
export const files = import.meta.glob<Catalogue>(['../messages/en.json', '../../domains/*/messages/{en,*.en}.json', '!../../domains/*/messages/{import,mail}.en.json', '!../../domains/opportunities/messages/*'], { eager: true, import: 'default' })
