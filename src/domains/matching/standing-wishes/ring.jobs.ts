import { sql } from 'kysely'
import { queueMessage } from '#domains/notifications/index.ts'
import type { Actor, Tx } from '#platform/db.ts'
import { asActor } from '#platform/db.ts'
import type { JobTools } from '#platform/jobs.ts'
import type { PlainDate } from '#shared/date.ts'
import { dayInNorway, weekday } from '#shared/date.ts'
import { loadRings } from './load-wishes.ts'
import { lookAtAll } from './ring-wishes.ts'

const FRIDAY = 5
const FIRST_HOUR = 6
const LAST_HOUR = 17
const hourInNorway = (now: Date): number => Number(new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Oslo', hour: '2-digit', hourCycle: 'h23' }).format(now))

/** One letter a day to each contact person, with how many rang and no name. */
async function tell(tx: Tx, today: PlainDate): Promise<void> {
  const byAccount = Map.groupBy(await loadRings({ tx }, { untold: true }), ({ accountId }) => accountId)
  for (const [accountId, rings] of byAccount) {
    const key = `standing_wish:${accountId}:${today}`
    const to = await tx.selectFrom('account').select(['email', 'locale']).where('id', '=', accountId).where('isActive', '=', true).executeTakeFirst()
    const isTold = await tx.selectFrom('message').select('id').where('key', '=', key).executeTakeFirst()
    if (!to || isTold) continue
    await queueMessage(tx, { key, to: to.email, accountId, locale: to.locale, template: 'standing_wish_rang', params: { count: rings.length, link: '/standing-wishes' } })
    await tx.updateTable('standingWishRing').set({ toldOn: today }).where('id', '=', sql<string>`any(${rings.map(({ id }) => id)})`).execute()
  }
}

const looking = (tx: Tx, actor: Actor, now: Date) => ({ tx, actor, now, today: dayInNorway(now), changes: [] })

/** Every hour: has anybody arrived, or reached what an employer waits for? On working days the contact person is told by mail in the morning, with the day's other letters. */
export async function ringStandingWishes({ db, actor, now }: JobTools): Promise<void> {
  const [today, hour] = [dayInNorway(now), hourInNorway(now)]
  await asActor(db, actor, async (tx) => {
    await lookAtAll(looking(tx, actor, now))
    if (weekday(today) <= FRIDAY && hour >= FIRST_HOUR && hour <= LAST_HOUR) await tell(tx, today)
  })
}
