import type { Context } from '#platform/operation.ts'
import type { PlainDate } from '#shared/date.ts'
import { loadLive } from '../load-openings.ts'
import { loadCandidates, loadFacts } from '../load-people.ts'
import { currentWeights } from '../weights/current-weights.ts'
import type { Weights } from '../weights/weights.schema.ts'
import type { Market, Place } from './market.core.ts'

/** Every opening a scenario and a price are about. The one place where what neighbours share is to be added. */
export async function loadPlaces(context: Context): Promise<Place[]> {
  return (await loadLive(context)).map(({ facts, card }) => ({ facts, seats: card.freeSeats, employerId: card.employerId, place: card.place }))
}

/** Everybody without a place and everything that is free, as the one who asks may see it. In the order of ids, so that the same facts are the same market. */
export async function loadMarket(context: Context): Promise<Market> {
  const candidates = await loadCandidates(context)
  const people = await loadFacts(context.tx, candidates.map(({ id }) => id).toSorted())
  const places = (await loadPlaces(context)).toSorted((a, b) => (a.facts.id < b.facts.id ? -1 : 1))
  return { people, places }
}

/** What a calculation in a thread of its own is given. */
export type Posed = { market: Market; today: PlainDate; weights: Weights }
export const poseMarket = async (context: Context): Promise<Posed> => ({ market: await loadMarket(context), today: context.today, weights: await currentWeights(context) })
