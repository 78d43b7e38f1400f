import type { PlainDate } from '#shared/date.ts'
import type { Context } from '#platform/operation.ts'
import type { OpeningFacts, PersonFacts } from '../facts.schema.ts'
import type { RankedMatch } from '../match.core.ts'
import { matchOne } from '../match.core.ts'
import { isGrounded } from '../batch/ground.core.ts'
import { batchOf, scoresOf } from '../batch/score-batch.core.ts'
import { currentVersion } from '../weights/current-weights.ts'
import type { Weights } from '../weights/weights.schema.ts'

/** Compares people and places by the municipality's weights of today. */
export type Scorer = { weightsVersion: number; match: (person: PersonFacts, opening: OpeningFacts) => RankedMatch
  /** Everybody's scores at every place: above 0 where the engine may put her there, below where only a person may, 0 where she cannot. */
  pairs: (people: readonly PersonFacts[], openings: readonly OpeningFacts[]) => (person: PersonFacts) => Int32Array }

/** Scored in columns, which gives the very score `match` explains; asked for one person at a time. */
export function pairsOf(people: readonly PersonFacts[], openings: readonly OpeningFacts[], today: PlainDate, weights: Weights): (person: PersonFacts) => Int32Array {
  const batch = batchOf(people, openings, today, weights)
  return (person) => scoresOf(batch, person).map((score, j) => { const opening = openings[j]; return score > 0 && opening && !isGrounded(person, opening, today) ? -score : score })
}

export async function loadScorer(context: Context): Promise<Scorer> {
  const { number, weights } = await currentVersion(context)
  return { weightsVersion: number, match: (person, opening) => matchOne(person, opening, context.today, weights), pairs: (people, openings) => pairsOf(people, openings, context.today, weights) }
}
