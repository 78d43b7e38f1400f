import type { Refusal } from '#shared/decision.ts'
import { check } from '#shared/decision.ts'
import type { PlanContent } from './plan.schema.ts'
import type { Recommended, RecommendedPart } from './steps.schema.ts'

/**
 * In what a plan goes another way than the career guidance recommends. What one of them leaves open is no difference:
 * a plan without an occupation has not yet chosen another.
 */
export function departures({ finalGoal, occupationCode }: Pick<Recommended, 'finalGoal' | 'occupationCode'>, content: Pick<PlanContent, 'finalGoal' | 'occupationCode'>): RecommendedPart[] {
  const differs = (recommended: string | null, planned: string | null): boolean => recommended !== null && planned !== null && recommended !== planned
  return [...(differs(finalGoal, content.finalGoal) ? (['finalGoal'] as const) : []), ...(differs(occupationCode, content.occupationCode) ? (['occupation'] as const) : [])]
}

/** A plan that goes another way than recommended says why (QUA-03). Without a recommendation there is nothing to depart from. */
export const mayDepart = (recommended: Recommended | null, content: PlanContent): Refusal[] =>
  check(recommended === null || departures(recommended, content).length === 0 || (content.guidanceDeviation ?? '').trim() !== '', { code: 'plan.guidanceUnexplained', path: 'content.guidanceDeviation' })
