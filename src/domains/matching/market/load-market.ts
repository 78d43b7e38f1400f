import type { Context } from '#platform/operation.ts'
import type { PlainDate } from '#shared/date.ts'
import type { CohortOpenings } from '../cohort/load-openings.ts'
import { loadCohortOpenings } from '../cohort/load-openings.ts'
import { loadBarred, loadCohortPeople } from '../cohort/load-people.ts'
import { loadFacts } from '../load-people.ts'
import { currentWeights } from '../weights/current-weights.ts'
import type { Weights } from '../weights/weights.schema.ts'
import type { Market, Place } from './market.core.ts'

/** Every opening a scenario and a price are about, with the limits above them: what a plan on the cohort board is solved over, so that nothing is promised that it could not give. Those neighbours share are among them where they are asked for. */
export const loadFree = (context: Context, neighbours: boolean): Promise<CohortOpenings> => loadCohortOpenings(context, neighbours)

const placesOf = ({ openings, limitOf }: CohortOpenings): Place[] => openings.map(({ facts, seats, card }, at) => ({ facts, seats, limitAt: limitOf[at] ?? null, employerId: card.employerId, place: card.place }))

/** Everybody without a place whose proposal is not under way, and everything that is free, as the one who asks may see it. In the order of ids, so that the same facts are the same market. */
export async function loadMarket(context: Context, neighbours: boolean): Promise<Market> {
  const { people: cards } = await loadCohortPeople(context)
  const people = await loadFacts(context.tx, cards.map(({ id }) => id).toSorted())
  const free = await loadFree(context, neighbours)
  return { people, limits: free.limits, barred: await loadBarred(context, people.map(({ id }) => id), free.openings), places: placesOf(free).toSorted((a, b) => (a.facts.id < b.facts.id ? -1 : 1)) }
}

/** What a calculation in a thread of its own is given. */
export type Posed = { market: Market; today: PlainDate; weights: Weights }
export const poseMarket = async (context: Context, neighbours: boolean): Promise<Posed> => ({ market: await loadMarket(context, neighbours), today: context.today, weights: await currentWeights(context) })
