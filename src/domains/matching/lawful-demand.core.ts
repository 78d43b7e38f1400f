import { remembering } from '#shared/remembering.ts'
import { namesUnlawfulGround } from '#shared/unlawful-grounds.ts'
import type { Demand } from './facts.schema.ts'

const isUnlawful = remembering(namesUnlawfulGround)

/** Whether a demand may count: not one that names an unlawful ground, unless the law itself asks (PLA-19). Language demands hold a code. */
export const mayCount = ({ kind, name, statutoryBasis }: Pick<Demand, 'kind' | 'name' | 'statutoryBasis'>): boolean =>
  kind === 'norwegian' || kind === 'language' || name === null || statutoryBasis !== null || !isUnlawful(name)
