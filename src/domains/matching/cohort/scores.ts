import type { Context } from '#platform/operation.ts'
import type { OpeningFacts, PersonFacts } from '../facts.schema.ts'
import type { RankedMatch } from '../match.core.ts'
import { hasGround, matchOne } from '../match.core.ts'
import { currentVersion } from '../weights/current-weights.ts'

/** Compares people and places by the municipality's weights of today. */
export type Scorer = { weightsVersion: number; match: (person: PersonFacts, opening: OpeningFacts) => RankedMatch }

export async function loadScorer(context: Context): Promise<Scorer> {
  const { number, weights } = await currentVersion(context)
  return { weightsVersion: number, match: (person, opening) => matchOne(person, opening, context.today, weights) }
}

/** The score of a pair in a plan: above 0 where the engine may put her there, below where only a person may, 0 where she cannot. */
export function pairScore(match: RankedMatch): number {
  if (match.verdict === 'not') return 0
  const score = Math.max(1, match.score)
  return hasGround(match) ? score : -score
}
