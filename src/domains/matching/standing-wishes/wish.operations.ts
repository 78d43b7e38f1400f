import { z } from 'zod'
import { Id } from '#shared/id.ts'
import { operation } from '#platform/operation.ts'
import { found, refuseIf } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { findPersonCard } from '../load-people.ts'
import type { RankedMatch } from '../match.core.ts'
import { inRank, shown } from '../match.core.ts'
import { fitsWish, maySaveWish } from './ring.core.ts'
import { loadRings, loadWishes } from './load-wishes.ts'
import { firstLook, loadPeople, matchAll, matchWish } from './ring-wishes.ts'
import type { Wish } from './wish.schema.ts'
import { EndWishInput, ListWishesInput, Ring, SaveWishInput, WishPage, WishRow, WishSaved } from './wish.schema.ts'

const MOST_SHOWN = 12

/** Keeps a need nobody fits today; whoever fits already is in its list, and it rings for those who come. */
export const saveStandingWish = operation({
  permission: 'employers.write', input: SaveWishInput, output: WishSaved, subjects: () => [],
  async run(context, { id, version, employerId, demands, schedule, ...rest }) {
    refuseIf(maySaveWish({ ...rest, demands }, context.today))
    const values = { ...rest, demands: JSON.stringify(demands) }
    const saved = version === undefined ? 1 : await saveVersioned(context, 'standingWish', { id, version }, { ...values, schedule })
    if (version === undefined) await context.tx.insertInto('standingWish').values({ id, employerId, ...values, schedule: JSON.stringify(schedule) }).execute()
    await firstLook(context, id)
    return { id, version: saved }
  },
})

export const endStandingWish = operation({
  permission: 'employers.write', input: EndWishInput, output: WishSaved, subjects: () => [],
  async run(context, { id, version, reason }) {
    const row = found(await context.tx.selectFrom('standingWish').select('endedOn').where('id', '=', id).executeTakeFirst())
    refuseIf(row.endedOn === null ? [] : [{ code: 'wish.alreadyEnded' }])
    return { id, version: await saveVersioned(context, 'standingWish', { id, version }, { endedOn: context.today, endReason: reason }) }
  },
})

const countsOf = (matches: readonly RankedMatch[], { occupationCode }: Wish) => {
  const fits = matches.filter((match) => fitsWish(match, occupationCode)).length
  return { fits, nearly: matches.filter(({ verdict }) => verdict !== 'not').length - fits }
}

/** Standing wishes with how many fit today: counts, and no person. */
export const listStandingWishes = operation({
  permission: 'matching.read', reads: true, input: ListWishesInput, output: z.object({ rows: z.array(WishRow) }), subjects: () => [],
  async run(context, asked) {
    const [wishes, rings] = [await loadWishes(context, asked), await loadRings(context, {})]
    const people = asked.ended || wishes.length === 0 ? [] : await loadPeople(context)
    const rows = []
    for await (const { wish, matches } of matchAll(context, wishes, people)) rows.push({ ...wish, ...countsOf(matches, wish), rings: rings.filter(({ wishId }) => wishId === wish.id).length })
    return { rows }
  },
})

/** One wish: who fits or nearly fits today, the best first, and what rang. */
export const getStandingWish = operation({
  permission: 'matching.read', reads: true, input: z.object({ wishId: Id }), output: WishPage,
  subjects: (_, { rows, rings }) => [...rows, ...rings].map(({ person }) => person.id),
  async run(context, { wishId }) {
    const wish = found((await loadWishes(context, { id: wishId }))[0])
    const matches = await matchWish(context, wish, wish.endedOn === null ? await loadPeople(context) : [])
    const possible = inRank(matches.filter(({ verdict }) => verdict !== 'not'))
    // those who fit and have something that leads there first
    const best = possible.toSorted((a, b) => Number(fitsWish(b, wish.occupationCode)) - Number(fitsWish(a, wish.occupationCode))).slice(0, MOST_SHOWN)
    const rows = []
    for (const match of best) rows.push({ person: found(await findPersonCard(context.tx, match.personId)), match: shown(match) })
    return { wish, rows, ...countsOf(matches, wish), rings: await loadRings(context, { wishId }) }
  },
})

/** What rang for me, as the employer's contact person or her substitute: for the page of the day. */
export const listMyRings = operation({
  permission: 'matching.read', reads: true, input: z.object({}), output: z.object({ rows: z.array(Ring) }), subjects: (_, { rows }) => rows.map(({ person }) => person.id),
  async run(context) { return { rows: await loadRings(context, { forAccount: context.actor.id }) } },
})

/** Notes that somebody has looked at it; the same does not ring again. */
export const seeRing = operation({
  permission: 'matching.present', input: z.object({ id: Id, version: z.int() }), output: z.object({ id: Id, version: z.int(), personId: Id }), subjects: (_, { personId }) => [personId],
  async run(context, { id, version }) {
    const { personId } = found(await context.tx.selectFrom('standingWishRing').select('personId').where('id', '=', id).executeTakeFirst())
    return { id, personId, version: await saveVersioned(context, 'standingWishRing', { id, version }, { seenOn: context.today, seenBy: context.actor.id }) }
  },
})
