import type { PersonFacts } from '../facts.schema.ts'
import { applyChange } from '../market/change.core.ts'
import type { Change } from '../market/change.schema.ts'
import type { Compare } from '../market/compare.core.ts'
import { onTheBoard, worthTable } from '../market/compare.core.ts'
import type { Market, Place } from '../market/market.core.ts'
import { outcomesOf } from '../market/standing.core.ts'

/** Whether she has a place when everybody without one is counted, and where; and how many have one in all. */
export type Stand = { place: string | null; fits: boolean; placed: number }
export type Competition = { now: Stand; after: Stand[] }

/** The plan for the whole cohort as it is, and once for each change of one person's facts: solved again, not read from prices. */
export function competitionOf(market: Market, personId: string, changes: readonly Change[], compare: Compare, seed: number): Competition | undefined {
  const person = market.people.find(({ id }) => id === personId)
  if (!person) return undefined
  const changed = changes.map((change) => applyChange(person, change))
  const worths = worthTable(compare, (one) => (one !== person && changed.includes(one) ? person : undefined), onTheBoard(market.barred))
  const others = market.people.filter((one) => one !== person)
  const faces: PersonFacts[] = [person, ...changed]
  const states = faces.map((face): Market => ({ ...market, people: [...others, face] }))
  const stands = [...outcomesOf(states, worths, seed)].map(({ places, placed }, at): Stand => {
    const hers: Place | undefined = places.at(-1)
    return { place: hers?.facts.id ?? null, fits: hers !== undefined && worths(faces[at] ?? person, hers.facts).fits, placed }
  })
  const [now, ...after] = stands
  return now && { now, after }
}
