import type { Catalogue } from '../catalogues.ts'

/** The messages of the slices that lie within a domain, of openings and of imports, in this language: fetched after the first page, or when one of their pages opens. */
export const files = import.meta.glob<Catalogue>(['../../domains/*/*/messages/{nn,*.nn}.json', '../../domains/*/messages/import.nn.json', '../../domains/opportunities/messages/{nn,*.nn}.json'], { eager: true, import: 'default' })
