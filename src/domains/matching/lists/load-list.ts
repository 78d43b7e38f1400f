import { z } from 'zod'
import type { Context } from '#platform/operation.ts'
import type { PersonFacts } from '../facts.schema.ts'
import { findPersonCard, loadFacts } from '../load-people.ts'
import { loadLive } from '../load-openings.ts'
import type { LoadedOpening } from '../load-openings.ts'
import { isPossible, matchUnlessBlocked } from '../match.core.ts'
import { found } from '#platform/problem.ts'
import { currentWeights } from '../weights/current-weights.ts'
import { changesSince } from './list-changes.core.ts'
import { isSameList, orderedList } from './list.core.ts'
import type { Candidate, KeptList } from './list.core.ts'
import { KeptLine } from './list.schema.ts'
import type { ListState } from './list.schema.ts'
import { loadPrices } from './load-prices.ts'
import { printOf, printOfOpening, settledFacts } from './print.core.ts'

/** The facts of a day long past were of a shape of that day: what does not fit is no list. */
const Facts = z.custom<PersonFacts>((value) => typeof value === 'object' && value !== null && 'languages' in value && 'waiting' in value)
const Kept = z.object({ facts: Facts, lines: z.array(KeptLine) })

/** The newest two lists of a person, the newest first; one whose shape is no longer ours is left out. */
async function loadKept({ tx }: Context, personId: string) {
  const rows = await tx.selectFrom('matchList').select(['id', 'day', 'personPrint', 'weightsPrint', 'facts', 'lines']).where('personId', '=', personId).orderBy('day', 'desc').orderBy('id', 'desc').limit(2).execute()
  return rows.flatMap(({ facts, lines, ...row }) => {
    const read = Kept.safeParse({ facts, lines })
    return read.success ? [{ ...row, ...read.data }] : []
  })
}

/** The list of one person as it stands today: every opening compared, the order, and what is otherwise than the last day it was shown. */
export async function loadList(context: Context, personId: string) {
  found(await findPersonCard(context.tx, personId))
  const [loaded] = await loadFacts(context.tx, [personId])
  const facts = settledFacts(found(loaded))
  const weights = await currentWeights(context)
  const live = new Map((await loadLive(context, undefined, facts.home ? [facts.home.postcode] : [])).map((one) => [one.card.id, one]))
  const prices = await loadPrices(context)
  const matches = [...live.values()].map((one) => matchUnlessBlocked(facts, one.facts, context.today, weights))
  const candidates = matches.filter(isPossible).map((match): Candidate => {
    const one = found(live.get(match.openingId))
    return { match, print: printOfOpening(one.facts), seats: one.card.freeSeats, price: prices.get(match.openingId)?.price ?? 0 }
  })
  const kept = await loadKept(context, personId)
  const now = { personPrint: printOf(facts), weightsPrint: printOf(weights) }
  const list: KeptList = { ...now, lines: orderedList(personId, candidates, now, kept[0]) }
  const earlier = kept.find(({ day }) => day < context.today)
  const titleOf = (id: string) => live.get(id)?.card.title
  const changes = earlier ? changesSince(earlier, { facts, candidates, list, titleOf }) : null
  const newest = kept[0]
  const state: z.infer<typeof ListState> = { changes: changes && { ...changes, gone: await named(context, changes.gone) }, isKept: newest !== undefined && newest.day === context.today && isSameList(newest, list) }
  return { facts, weights, live, prices, list, state, matches }
}

/** The titles of openings that are no longer live. */
async function named<T extends { openingId: string; title: string }>({ tx }: Context, gone: T[]): Promise<T[]> {
  if (gone.every(({ title }) => title !== '')) return gone
  const rows = await tx.selectFrom('opening').select(['id', 'title']).where('id', 'in', gone.map(({ openingId }) => openingId)).execute()
  const titles = new Map(rows.map(({ id, title }) => [id, title]))
  return gone.map((one) => ({ ...one, title: titles.get(one.openingId) ?? one.title }))
}

export type LoadedList = Awaited<ReturnType<typeof loadList>>
export type { LoadedOpening }
