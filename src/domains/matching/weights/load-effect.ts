import type { Context } from '#platform/operation.ts'
import type { Found } from '../batch/candidates.ts'
import { candidatesApart } from '../batch/candidates.ts'
import type { PersonFacts } from '../facts.schema.ts'
import type { LoadedOpening } from '../load-openings.ts'
import { loadLive } from '../load-openings.ts'
import { loadCandidates, loadFacts } from '../load-people.ts'
import type { PersonCard } from '../match.schema.ts'
import { gainsOf, pointsByKind, reasonsFor } from './effect.core.ts'
import type { Example, Weights, WeightsEffect } from './weights.schema.ts'

const [FIRST_PLACES, MOST_EXAMPLES, MOST_AVERAGED] = [10, 6, 500]

type Side = { weights: Weights; found: Found }
type Today = { context: Context; people: PersonFacts[]; cards: Map<string, PersonCard>; live: LoadedOpening[] }

const firstOf = ({ live }: Today, { found }: Side, at: number): LoadedOpening | undefined => live[found.places[at]?.[0] ?? -1]

/** Everybody who has a first place by either weights, with both. */
function firsts(now: Today, before: Side, after: Side) {
  return now.people.flatMap((person, at) => {
    const [was, becomes] = [firstOf(now, before, at), firstOf(now, after, at)]
    return was && becomes ? [{ person, was, becomes }] : []
  })
}

function exampleOf({ context: { today, actor }, cards }: Today, after: Side, { person, was, becomes }: ReturnType<typeof firsts>[number]): Example {
  const mayKnow = actor.permissions.includes('people.read')
  return { person: mayKnow ? cards.get(person.id) ?? null : null, before: was.card, after: becomes.card,
    reasons: reasonsFor(pointsByKind(person, becomes.facts, today, after.weights), pointsByKind(person, was.facts, today, after.weights)) }
}

/** How many open proposals are of a place among the person's first, by either weights. */
async function countProposals({ context, people, live }: Today, before: Side, after: Side): Promise<WeightsEffect['proposals']> {
  const rows = await context.tx.selectFrom('presentation').select(['personId', 'openingId']).where('outcome', '=', 'open').execute()
  const [peopleAt, placeAt] = [new Map(people.map(({ id }, at) => [id, at])), new Map(live.map(({ card }, at) => [card.id, at]))]
  const pairs = rows.flatMap(({ personId, openingId }) => { const [i, j] = [peopleAt.get(personId), placeAt.get(openingId)]; return i === undefined || j === undefined ? [] : [{ i, j }] })
  const among = ({ found }: Side): number => pairs.filter(({ i, j }) => found.places[i]?.includes(j)).length
  return { open: pairs.length, before: among(before), after: among(after) }
}

/** What other weights would do to the lists of today: everybody without a placement against every place that is open. */
export async function loadEffect(context: Context, now: Weights, next: Weights): Promise<WeightsEffect> {
  const cards = new Map((await loadCandidates(context)).map((card) => [card.id, card]))
  const [people, live] = [await loadFacts(context.tx, [...cards.keys()]), await loadLive(context)]
  const places = live.map(({ facts }) => facts)
  const side = async (weights: Weights): Promise<Side> => ({ weights, found: await candidatesApart({ people, places, today: context.today, weights, seed: 0, most: FIRST_PLACES }) })
  const [today, before, after] = [{ context, people, cards, live }, await side(now), await side(next)]
  const pairs = firsts(today, before, after)
  const changed = pairs.filter(({ was, becomes }) => was !== becomes)
  const averaged = pairs.slice(0, MOST_AVERAGED)
  return {
    people: people.length, places: places.length, withPlace: pairs.length, changed: changed.length, examples: changed.slice(0, MOST_EXAMPLES).map((pair) => exampleOf(today, after, pair)),
    gains: gainsOf(averaged.map(({ person, was }) => pointsByKind(person, was.facts, context.today, now)), averaged.map(({ person, becomes }) => pointsByKind(person, becomes.facts, context.today, next))),
    proposals: await countProposals(today, before, after),
  }
}
