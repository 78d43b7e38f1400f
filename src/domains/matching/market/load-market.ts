import type { Context } from '#platform/operation.ts'
import type { PlainDate } from '#shared/date.ts'
import type { LoadedOpening } from '../load-openings.ts'
import { loadLive } from '../load-openings.ts'
import { loadCandidates, loadFacts } from '../load-people.ts'
import { currentWeights } from '../weights/current-weights.ts'
import type { Weights } from '../weights/weights.schema.ts'
import type { Market, Place } from './market.core.ts'

/** Every opening a scenario and a price are about: those of our own, and those neighbours share with us where they are asked for. */
export const loadFree = async (context: Context, neighbours: boolean): Promise<LoadedOpening[]> => (await loadLive(context)).filter(({ card }) => neighbours || card.sharedBy === undefined)

const asPlace = ({ facts, card }: LoadedOpening): Place => ({ facts, seats: card.freeSeats, employerId: card.employerId, place: card.place })

/** Everybody without a place and everything that is free, as the one who asks may see it. In the order of ids, so that the same facts are the same market. */
export async function loadMarket(context: Context, neighbours: boolean): Promise<Market> {
  const candidates = await loadCandidates(context)
  const people = await loadFacts(context.tx, candidates.map(({ id }) => id).toSorted())
  const places = (await loadFree(context, neighbours)).map(asPlace).toSorted((a, b) => (a.facts.id < b.facts.id ? -1 : 1))
  return { people, places }
}

/** What a calculation in a thread of its own is given. */
export type Posed = { market: Market; today: PlainDate; weights: Weights }
export const poseMarket = async (context: Context, neighbours: boolean): Promise<Posed> => ({ market: await loadMarket(context, neighbours), today: context.today, weights: await currentWeights(context) })
