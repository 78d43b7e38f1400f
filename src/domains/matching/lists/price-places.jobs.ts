import { sql } from 'kysely'
import { asActor } from '#platform/db.ts'
import type { JobTools } from '#platform/jobs.ts'
import { failure, log } from '#platform/log.ts'
import type { Context } from '#platform/operation.ts'
import { dayInNorway } from '#shared/date.ts'
import { calculate } from '../market/calculation.ts'
import type { Posed } from '../market/load-market.ts'
import { poseMarket } from '../market/load-market.ts'
import { printOf, printOfOpening, settledFacts } from './print.core.ts'
import type { Prices } from './prices.core.ts'

/** Where nobody has looked at a list for so many days, nothing is priced. */
const LOOKED_AT_DAYS = 14
/** Rows in one insert. */
const CHUNK = 1_000

const printOfMarket = ({ market: { people, places, limits }, weights }: Posed): string =>
  printOf([weights, people.map((one) => printOf(settledFacts(one))), places.map(({ facts, seats, limitAt }) => [printOfOpening(facts), seats, limitAt]), limits.map(({ left, above }) => [left, above])])

/** The market as it is now, when its prices have to be found: a list was looked at lately, and the day or a fact is another than they were found with. */
async function marketToPrice(context: Context) {
  const { tx, today } = context
  const looked = await tx.selectFrom('matchList').select('id').where('day', '>', sql<typeof today>`${today}::date - ${LOOKED_AT_DAYS}::int`).limit(1).executeTakeFirst()
  if (!looked) return undefined
  // a list shows what neighbours share too
  const posed = await poseMarket(context, true)
  const print = printOfMarket(posed)
  const known = await tx.selectFrom('placePrice').select(['print', 'madeOn']).executeTakeFirst()
  return known?.print === print && known.madeOn === today ? undefined : { posed, print }
}

async function keep({ tx, today }: Context, print: string, { places, people }: Prices): Promise<void> {
  await tx.deleteFrom('placePrice').execute()
  await tx.insertInto('placePrice').values({ madeOn: today, print, prices: JSON.stringify(places.map(({ id, price, suits }) => [id, price, suits])) }).execute()
  await tx.deleteFrom('matchChance').execute()
  const rows = people.map(({ id, best, suits }) => ({ personId: id, best, suits }))
  for (let at = 0; at < rows.length; at += CHUNK) await tx.insertInto('matchChance').values(rows.slice(at, at + CHUNK)).execute()
}

/** Finds what seats cost when everybody is counted, in a thread of its own: once a day, or within the hour after facts changed. */
export async function pricePlaces({ db, actor, now }: JobTools): Promise<void> {
  const within = <T>(work: (context: Context) => Promise<T>): Promise<T> => asActor(db, actor, (tx) => work({ tx, actor, now, today: dayInNorway(now), changes: [] }))
  try {
    const asked = await within(marketToPrice)
    if (!asked) return
    const found = await calculate({ ask: 'prices', ...asked.posed })
    if (found.ask === 'prices') await within((context) => keep(context, asked.print, found.answer))
  } catch (error) {
    // the lists are shown by the prices found last; the next hour tries again
    log.warn('matching.prices', failure(error))
  }
}
