import type { OpeningFacts, PersonFacts } from '../facts.schema.ts'
import { applyChange } from '../market/change.core.ts'
import type { Change } from '../market/change.schema.ts'
import type { Compare } from '../market/compare.core.ts'
import { betterOf, heightOf } from '../market/compare.core.ts'
import type { RankedMatch } from '../match.core.ts'
import { inRank } from '../match.core.ts'
import { changesOf } from './changes.core.ts'

/** What one change opens: openings whose every requirement is met after it, and those that come within reach. Best first. */
export type Help = { change: Change; opens: string[]; nearer: string[] }

/** How big a thing it is, when two changes open as much: asking comes before doing, an hour before a course, a course before a licence. */
const SIZE: readonly Change['is'][] = ['mapLevel', 'mapFrame', 'mapWork', 'travel', 'from', 'until', 'hours', 'skill', 'certificate', 'level', 'licence']
const sizeOf = (change: Change): number => ('how' in change && change.how !== 'get' ? -1 : SIZE.indexOf(change.is))

const ids = (matches: readonly RankedMatch[]): string[] => inRank(matches).map(({ openingId }) => openingId)

/** What would help one person: each small change found by changing her facts and comparing anew, what opens most first. */
export function helpOf(person: PersonFacts, openings: readonly OpeningFacts[], compare: Compare): Help[] {
  const before = new Map(openings.map((opening) => [opening, compare(person, opening)]))
  const wanted = changesOf(person, [...before].map(([opening, match]) => ({ opening, match })))
  const helps = wanted.map(({ change, openings: touched }): Help => {
    const changed = applyChange(person, change)
    const lifted = touched.flatMap((opening) => {
      const was = before.get(opening)
      if (!was) return []
      const match = betterOf(was, compare(changed, opening))
      return heightOf(match.verdict) > heightOf(was.verdict) ? [match] : []
    })
    return { change, opens: ids(lifted.filter(({ verdict }) => verdict === 'fits')), nearer: ids(lifted.filter(({ verdict }) => verdict === 'nearly')) }
  })
  return helps.filter(({ opens, nearer }) => opens.length + nearer.length > 0)
    .toSorted((a, b) => b.opens.length - a.opens.length || b.nearer.length - a.nearer.length || sizeOf(a.change) - sizeOf(b.change) || (JSON.stringify(a.change) < JSON.stringify(b.change) ? -1 : 1))
}
