import type { Catalogue } from '../catalogues.ts'

/** See nb.more.ts. */
export const files = import.meta.glob<Catalogue>(['../../domains/{*,*/*}/messages/{nn,*.nn}.json', '!../../domains/{employers,follow-up,identity,matching,programme,rules}/messages/nn.json', '!../../domains/**/messages/mail.nn.json'], { eager: true, import: 'default' })
