import { setImmediate as breathe } from 'node:timers/promises'
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

const comparing = async (context: Context, wishes: readonly Wish[], people: readonly PersonFacts[]): Promise<(wish: Wish) => RankedMatch[]> => {
  const [weights, travelTo] = [await currentWeights(context), await loadTravel(context, wishes.map(({ postcode }) => postcode))]
  const relatedTo = await loadRelated(context, wishes.map(({ occupationCode }) => occupationCode))
  return (wish) => { const opening = asOpening(wish, travelTo(wish.postcode), relatedTo(wish.occupationCode)); return people.map((facts) => matchOne(facts, opening, context.today, weights)) }
}

/** Everybody in question set beside one wish, by the municipality's weights as they are now. */
export const matchWish = async (context: Context, wish: Wish, people: readonly PersonFacts[]): Promise<RankedMatch[]> => (await comparing(context, [wish], people))(wish)

/** Everybody in question set beside each wish, one wish at a time: others are let in between. */
export async function* matchAll(context: Context, wishes: readonly Wish[], people: readonly PersonFacts[]): AsyncGenerator<{ wish: Wish; matches: RankedMatch[] }> {
  const match = await comparing(context, wishes, people)
  for (const wish of wishes) {
    yield { wish, matches: match(wish) }
    await breathe()
  }
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
  const [wish] = await loadWishes(context, { id: wishId })
  if (wish) await keep(context, wishId, lookAt(wish, await matchWish(context, wish, await loadPeople(context)), new Map(), true))
}

/** Looks at every standing wish of the municipality, and rings where somebody fits who did not. Again at once it changes nothing. */
export async function lookAtAll(context: Context): Promise<void> {
  const wishes = await loadWishes(context, { ended: false })
  if (wishes.length === 0) return
  for await (const { wish, matches } of matchAll(context, wishes, await loadPeople(context))) await keep(context, wish.id, lookAt(wish, matches, await lackedBefore(context, wish.id), false))
}
