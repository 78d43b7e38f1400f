import type { Catalogue } from '../catalogues.ts'

/** Every slice's messages in this language, by file: one piece for the browser. */
export const files = import.meta.glob<Catalogue>(['../messages/nn.json', '../../domains/*/messages/{nn,*.nn}.json', '!../../domains/*/messages/{import,mail}.nn.json', '!../../domains/opportunities/messages/*'], { eager: true, import: 'default' })
