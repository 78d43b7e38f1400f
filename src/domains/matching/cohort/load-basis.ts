import type { Context } from '#platform/operation.ts'
import { found } from '#platform/problem.ts'
import type { Ruling } from './change.core.ts'

/** The decisions in a plan. */
export const loadRulings = ({ tx }: Context, planId: string): Promise<Ruling[]> =>
  tx.selectFrom('cohortDecision').select(['personId', 'kind', 'openingId']).where('planId', '=', planId).execute()

/** What a new plan takes from an earlier one: the decisions, and where everybody was. */
export async function loadBasis(context: Context, planId: string): Promise<{ rulings: Ruling[]; places: Map<string, string> }> {
  found(await context.tx.selectFrom('cohortPlan').select('id').where('id', '=', planId).executeTakeFirst())
  const rows = await context.tx.selectFrom('cohortRow').select(['personId', 'openingId']).where('planId', '=', planId).where('openingId', 'is not', null).execute()
  return { rulings: await loadRulings(context, planId), places: new Map(rows.map(({ personId, openingId }) => [personId, openingId ?? ''])) }
}
