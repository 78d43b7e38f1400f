import { namesUnlawfulGround } from '#shared/unlawful-grounds.ts'
import type { Demand } from './facts.schema.ts'

/** Names judged before; there are few, and each is asked about for every opening. */
const judged = new Map<string, boolean>()
const MOST = 5_000

function isUnlawful(name: string): boolean {
  const before = judged.get(name)
  if (before !== undefined) return before
  if (judged.size >= MOST) judged.clear()
  const now = namesUnlawfulGround(name)
  judged.set(name, now)
  return now
}

/** Whether a demand may count: not one that names an unlawful ground, unless the law itself asks (PLA-19). Language demands hold a code. */
export const mayCount = ({ kind, name, statutoryBasis }: Pick<Demand, 'kind' | 'name' | 'statutoryBasis'>): boolean =>
  kind === 'norwegian' || kind === 'language' || name === null || statutoryBasis !== null || !isUnlawful(name)
