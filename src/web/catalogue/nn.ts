import type { Catalogue } from '../catalogues.ts'

/** See nb.ts. */
export const files = import.meta.glob<Catalogue>(['../messages/nn.json', '../../domains/{employers,follow-up,identity,matching,programme,rules}/messages/nn.json'], { eager: true, import: 'default' })
