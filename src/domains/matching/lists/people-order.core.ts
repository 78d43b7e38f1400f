import { heightOf, worthOf } from '../market/compare.core.ts'
import { tieBreak } from '../match.core.ts'
import type { RankedMatch } from '../match.core.ts'
import type { PersonChance } from './prices.core.ts'

/**
 * The people for one place: by verdict, then by what she would lose if it went to somebody else, so that not every place is shown the same person first.
 * Of one whose chances have not been counted yet it is taken that she has nothing better.
 */
export function inNeed(matches: readonly RankedMatch[], chances: ReadonlyMap<string, PersonChance>, price: number): RankedMatch[] {
  const keyed = matches.map((match) => {
    const chance = chances.get(match.personId)
    return { match, remains: chance ? worthOf(match) - chance.best : price, tie: tieBreak(match.personId, match.openingId) }
  })
  return keyed.toSorted((a, b) => heightOf(b.match.verdict) - heightOf(a.match.verdict) || b.remains - a.remains || b.match.score - a.match.score || a.tie - b.tie || (a.match.personId < b.match.personId ? -1 : 1))
    .map(({ match }) => match)
}

/** How many other places suit somebody who suits this one; nothing where it has not been counted. */
export function elsewhereOf({ personId, verdict }: RankedMatch, chances: ReadonlyMap<string, PersonChance>): number | null {
  const suits = chances.get(personId)?.suits
  return suits === undefined || verdict === 'not' ? null : Math.max(0, suits - 1)
}
