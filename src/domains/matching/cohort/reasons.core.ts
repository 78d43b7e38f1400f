import type { RankedMatch } from '../match.core.ts'
import { hasGround } from '../match.core.ts'
import type { Criterion, CriterionKind } from '../match.schema.ts'
import type { RowFacts } from './cohort.schema.ts'

const MOST = 3

/** The strongest reasons for a pair, and what is against it: what is required first. */
export function reasonsOf(match: RankedMatch): Pick<RowFacts, 'verdict' | 'hasGround' | 'reasons' | 'against'> {
  const all: Criterion[] = [...match.required, ...match.wished]
  const reasons = match.contributions.flatMap(({ criterion, points }) => (criterion?.met === 'yes' ? [{ criterion, points }] : []))
    .toSorted((a, b) => b.points - a.points || Number(b.criterion.isRequired) - Number(a.criterion.isRequired)).slice(0, MOST).map(({ criterion }) => criterion)
  const against = all.filter(({ met, isRequired, gap }) => met !== 'yes' && (isRequired || gap !== undefined)).toSorted((a, b) => Number(b.isRequired) - Number(a.isRequired) || (a.met < b.met ? -1 : 1)).slice(0, MOST)
  return { verdict: match.verdict, hasGround: hasGround(match), reasons, against }
}

/** Which first reasons shut somebody out of most of the places she cannot have. */
export function blockedMost(matches: readonly RankedMatch[]): RowFacts['blocked'] {
  const counts = new Map<CriterionKind, number>()
  for (const { blockedBy } of matches) if (blockedBy) counts.set(blockedBy, (counts.get(blockedBy) ?? 0) + 1)
  return [...counts].map(([kind, count]) => ({ kind, count })).toSorted((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1)).slice(0, MOST)
}

export const NO_PLACE = { verdict: null, hasGround: false, reasons: [], against: [] } as const satisfies Pick<RowFacts, 'verdict' | 'hasGround' | 'reasons' | 'against'>
