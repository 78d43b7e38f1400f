import { sql } from 'kysely'
import type { Context } from '#platform/operation.ts'
import type { PersonFacts } from '../facts.schema.ts'
import { loadCandidates, loadFacts } from '../load-people.ts'
import type { RankedMatch } from '../match.core.ts'
import { matchOne } from '../match.core.ts'
import type { Look } from './ring.core.ts'
import { asOpening, lookAt } from './ring.core.ts'
import { loadRelated } from '../load-related.ts'
import { loadTravel } from '../travel/load-travel.ts'
import { currentWeights } from '../weights/current-weights.ts'
import { loadWishes } from './load-wishes.ts'
import type { Wish } from './wish.schema.ts'

/** Everybody who may be in question today, with their facts. */
export const loadPeople = async (context: Context): Promise<PersonFacts[]> => loadFacts(context.tx, (await loadCandidates(context)).map(({ id }) => id))

/** Everybody in question set beside each wish, by the municipality's weights as they are now. */
export async function matchAll(context: Context, wishes: readonly Wish[], people: readonly PersonFacts[]): Promise<{ wish: Wish; matches: RankedMatch[] }[]> {
  const [weights, travelTo] = [await currentWeights(context), await loadTravel(context, wishes.map(({ postcode }) => postcode))]
  const relatedTo = await loadRelated(context, wishes.map(({ occupationCode }) => occupationCode))
  return wishes.map((wish) => {
    const opening = asOpening(wish, travelTo(wish.postcode), relatedTo(wish.occupationCode))
    return { wish, matches: people.map((facts) => matchOne(facts, opening, context.today, weights)) }
  })
}

async function lackedBefore({ tx }: Context, wishId: string): Promise<Map<string, string[]>> {
  return new Map((await tx.selectFrom('standingWishWatch').select(['personId', 'missing']).where('wishId', '=', wishId).execute()).map(({ personId, missing }) => [personId, missing]))
}

async function keep({ tx, today }: Context, wishId: string, { rings, changed, gone }: Look): Promise<void> {
  if (gone.length > 0) await tx.deleteFrom('standingWishWatch').where('wishId', '=', wishId).where('personId', '=', sql<string>`any(${gone})`).execute()
  if (changed.length > 0) await tx.insertInto('standingWishWatch').values(changed.map((one) => ({ wishId, ...one })))
    .onConflict((conflict) => conflict.constraint('standing_wish_watch_once').doUpdateSet((eb) => ({ missing: eb.ref('excluded.missing') }))).execute()
  if (rings.length > 0) await tx.insertInto('standingWishRing').values(rings.map(({ personId, fact, reached }) => ({ wishId, personId, fact, reached: JSON.stringify(reached), rungOn: today })))
    .onConflict((conflict) => conflict.constraint('standing_wish_ring_once').doNothing()).execute()
}

/** Looks at a wish that was just written, or changed: what is asked is new, so nobody has reached it since. */
export async function firstLook(context: Context, wishId: string): Promise<void> {
  await context.tx.deleteFrom('standingWishWatch').where('wishId', '=', wishId).execute()
  for (const { wish, matches } of await matchAll(context, await loadWishes(context, { id: wishId }), await loadPeople(context))) await keep(context, wishId, lookAt(wish, matches, new Map(), true))
}

/** Looks at every standing wish of the municipality, and rings where somebody fits who did not. Again at once it changes nothing. */
export async function lookAtAll(context: Context): Promise<void> {
  const wishes = await loadWishes(context, { ended: false })
  if (wishes.length === 0) return
  for (const { wish, matches } of await matchAll(context, wishes, await loadPeople(context))) await keep(context, wish.id, lookAt(wish, matches, await lackedBefore(context, wish.id), false))
}
