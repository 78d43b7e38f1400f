import type { Context } from '#platform/operation.ts'
import { defaultWeights } from './weights.core.ts'
import { Weights } from './weights.schema.ts'

/** The weights that count now, with the number of their version; 0 are those of the code. */
export async function currentVersion({ tx }: Pick<Context, 'tx'>): Promise<{ number: number; weights: Weights }> {
  const row = await tx.selectFrom('matchWeights').select(['number', 'weights']).orderBy('number', 'desc').limit(1).executeTakeFirst()
  return row ? { number: row.number, weights: Weights.parse(row.weights) } : { number: 0, weights: defaultWeights }
}

/** The municipality's weights as they are now. */
export const currentWeights = async (context: Pick<Context, 'tx'>): Promise<Weights> => (await currentVersion(context)).weights
