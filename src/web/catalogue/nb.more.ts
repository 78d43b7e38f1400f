import type { Catalogue } from '../catalogues.ts'

/** The messages of all other slices in this language: fetched after the first page, or when one of their pages opens. Letters are the server's alone, and so is what lies deeper in a slice. */
export const files = import.meta.glob<Catalogue>(['../../domains/{*,*/*}/messages/{nb,*.nb}.json', '!../../domains/{employers,follow-up,identity,matching,programme,rules}/messages/nb.json', '!../../domains/**/messages/mail.nb.json'], { eager: true, import: 'default' })
