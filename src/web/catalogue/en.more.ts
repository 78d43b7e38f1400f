import type { Catalogue } from '../catalogues.ts'

/** See nb.more.ts. */
export const files = import.meta.glob<Catalogue>(['../../domains/{*,*/*}/messages/{en,*.en}.json', '!../../domains/{employers,follow-up,identity,matching,programme,rules}/messages/en.json', '!../../domains/**/messages/mail.en.json'], { eager: true, import: 'default' })
