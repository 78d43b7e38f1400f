import { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import type { PersonChance, PlacePrice } from './prices.core.ts'
import type { Others } from './list.schema.ts'

const Price = z.tuple([z.string(), z.number(), z.int()])

/** What seats cost, as it was found last: read, never solved, while somebody waits. Nothing where it has not been found yet. */
export async function loadPrices({ tx }: Context): Promise<Map<string, PlacePrice>> {
  const row = await tx.selectFrom('placePrice').select('prices').executeTakeFirst()
  const prices = z.array(Price).catch([]).parse(row?.prices)
  return new Map(prices.map(([id, price, suits]) => [id, { id, price, suits }]))
}

/** What each has at best elsewhere, and how many places suit her. */
export async function loadChances({ tx }: Context): Promise<Map<string, PersonChance>> {
  const rows = await tx.selectFrom('matchChance').select(['personId as id', 'best', 'suits']).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Below so many people nobody is told how many. */
const FEW = 5

/** How many others a place suits, besides the one it is shown for. Sought: more want it than it has room for, so that a seat costs something. */
export function othersOf(price: PlacePrice | undefined, seats: number): Others | null {
  if (!price || price.suits <= 1) return null
  const others = price.suits - 1
  return { count: others < FEW ? null : others, isSought: price.price > 0 && others >= seats }
}
