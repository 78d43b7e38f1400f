import type { Catalogue } from '../catalogues.ts'

/** See nb.ts. */
export const files = import.meta.glob<Catalogue>(['../messages/en.json', '../../domains/{employers,follow-up,identity,matching,programme,rules}/messages/en.json'], { eager: true, import: 'default' })
