import { sql } from 'kysely'
import type { Context } from '#platform/operation.ts'
import type { PersonFacts } from '../facts.schema.ts'
import { loadCandidates, loadFacts } from '../load-people.ts'
import type { RankedMatch } from '../match.core.ts'
import { matchOne } from '../match.core.ts'
import type { Look } from './ring.core.ts'
import { asOpening, lookAt } from './ring.core.ts'
import { loadWishes } from './load-wishes.ts'
import type { Wish } from './wish.schema.ts'

/** Everybody who may be in question today, with their facts. */
export const loadPeople = async (context: Context): Promise<PersonFacts[]> => loadFacts(context.tx, (await loadCandidates(context)).map(({ id }) => id))

export const matchesOf = (wish: Wish, people: readonly PersonFacts[], { today }: Pick<Context, 'today'>): RankedMatch[] => people.map((facts) => matchOne(facts, asOpening(wish), today))

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
  const [wish] = await loadWishes(context, { id: wishId })
  if (!wish) return
  await context.tx.deleteFrom('standingWishWatch').where('wishId', '=', wishId).execute()
  await keep(context, wishId, lookAt(wish, matchesOf(wish, await loadPeople(context), context), new Map(), true))
}

/** Looks at every standing wish of the municipality, and rings where somebody fits who did not. Again at once it changes nothing. */
export async function lookAtAll(context: Context): Promise<void> {
  const wishes = await loadWishes(context, { ended: false })
  if (wishes.length === 0) return
  const people = await loadPeople(context)
  for (const wish of wishes) await keep(context, wish.id, lookAt(wish, matchesOf(wish, people, context), await lackedBefore(context, wish.id), false))
}
