import { sql } from 'kysely'
import { Refused } from '#platform/problem.ts'
import type { Context } from '#platform/operation.ts'
import type { PersonFacts } from '../facts.schema.ts'
import type { LoadedOpening } from '../load-openings.ts'
import { loadLive } from '../load-openings.ts'
import { loadCandidates, loadFacts } from '../load-people.ts'
import { calculate } from '../market/calculation.ts'
import { tieBreak } from '../match.core.ts'
import type { PersonCard } from '../match.schema.ts'
import { gainsOf, pointsByKind, reasonsFor } from './effect.core.ts'
import type { ListsEffect } from './lists-effect.core.ts'
import type { Example, Weights, WeightsEffect } from './weights.schema.ts'

const [FIRST_PLACES, MOST_EXAMPLES, MOST_AVERAGED] = [10, 6, 500]
/** More pairs than this are not looked at while somebody waits: then some people are drawn by their ids, and the answer says how many. */
const MOST_PAIRS = 400_000
const MOST_SECONDS = 60

type Today = { context: Context; people: PersonFacts[]; everybody: number; cards: Map<string, PersonCard>; live: LoadedOpening[]; weights: { now: Weights; next: Weights }; effect: ListsEffect }

async function effectApart({ context, people, live, weights: { now, next } }: Omit<Today, 'effect'>): Promise<ListsEffect> {
  const places = live.map(({ facts, card }) => ({ facts, seats: card.freeSeats, limitAt: null, employerId: card.employerId, place: card.place }))
  // as long as a page waits for it, also while others are before it
  const signal = AbortSignal.timeout(MOST_SECONDS * 1000)
  const found = await calculate({ ask: 'weights', market: { people, places, limits: [] }, today: context.today, weights: now, next }, { signal, isFirst: true })
    .catch((error: unknown) => { throw signal.aborted ? new Refused({ code: 'weights.tookTooLong' }) : error })
  if (found.ask !== 'weights') throw new Error(`Asked for weights, answered ${found.ask}`)
  return found.answer
}

/** Everybody who has a first place by either weights, with both. */
const firsts = ({ people, live, effect: { now, next } }: Today) => people.flatMap((person, at) => {
  const [was, becomes] = [live[now.lists[at]?.[0] ?? -1], live[next.lists[at]?.[0] ?? -1]]
  return was && becomes ? [{ person, was, becomes }] : []
})

function exampleOf({ context: { today, actor }, cards, weights }: Today, { person, was, becomes }: ReturnType<typeof firsts>[number]): Example {
  const mayKnow = actor.permissions.includes('people.read')
  return { person: mayKnow ? cards.get(person.id) ?? null : null, before: was.card, after: becomes.card,
    reasons: reasonsFor(pointsByKind(person, becomes.facts, today, weights.next), pointsByKind(person, was.facts, today, weights.next)) }
}

/** Open proposals: how many are of a place among the person's first, by either weights, and how many would stand elsewhere in her list. */
async function countProposals({ context, people, live, effect: { now, next } }: Today): Promise<WeightsEffect['proposals']> {
  const rows = await context.tx.selectFrom('presentation').select(['personId', 'openingId']).where('outcome', '=', 'open').execute()
  const [peopleAt, placeAt] = [new Map(people.map(({ id }, at) => [id, at])), new Map(live.map(({ card }, at) => [card.id, at]))]
  const stands = rows.flatMap(({ personId, openingId }) => {
    const [i, j] = [peopleAt.get(personId), placeAt.get(openingId)]
    return i === undefined || j === undefined ? [] : [{ was: now.lists[i]?.indexOf(j) ?? -1, becomes: next.lists[i]?.indexOf(j) ?? -1 }]
  })
  const among = (at: number): boolean => at >= 0 && at < FIRST_PLACES
  return { open: stands.length, before: stands.filter(({ was }) => among(was)).length, after: stands.filter(({ becomes }) => among(becomes)).length, moved: stands.filter(({ was, becomes }) => was !== becomes).length }
}

/** The newest plan over all that has rows nobody has released: how many of them would get another place, were it made anew by the other weights. Nothing where not everybody was looked at. */
async function countPlan({ context: { tx }, people, everybody, effect: { now, next } }: Today): Promise<WeightsEffect['plan']> {
  if (people.length < everybody) return null
  const { rows } = await sql<{ name: string; personId: string }>`with newest as (select p.id, p.name from cohort_plan p where p.dropped_at is null and exists (select from cohort_row r where r.plan_id = p.id and r.released_at is null) order by p.solved_at desc, p.id limit 1)
    select n.name, r.person_id from newest n join cohort_row r on r.plan_id = n.id and r.released_at is null`.execute(tx)
  const at = new Map(people.map(({ id }, i) => [id, i]))
  const mine = rows.flatMap(({ personId }) => at.get(personId) ?? [])
  return rows[0] && mine.length > 0 ? { name: rows[0].name, rows: mine.length, changed: mine.filter((i) => now.placed[i] !== next.placed[i]).length } : null
}

/** People as they are looked at: all, or as many as fit, drawn by a number that says nothing about anybody. */
function drawn(ids: readonly string[], places: number): string[] {
  const most = Math.max(1, Math.floor(MOST_PAIRS / Math.max(1, places)))
  return ids.length <= most ? [...ids] : ids.toSorted((a, b) => tieBreak(a, '') - tieBreak(b, '')).slice(0, most)
}

/** What other weights would do to the lists of today, in their own order, and to what is proposed: everybody without a placement against every place that is open. */
export async function loadEffect(context: Context, now: Weights, next: Weights): Promise<WeightsEffect> {
  const cards = new Map((await loadCandidates(context)).map((card) => [card.id, card]))
  const live = await loadLive(context)
  const people = await loadFacts(context.tx, drawn([...cards.keys()], live.length))
  const asked = { context, people, everybody: cards.size, cards, live, weights: { now, next } }
  const today: Today = { ...asked, effect: await effectApart(asked) }
  const pairs = firsts(today)
  const changed = pairs.filter(({ was, becomes }) => was !== becomes)
  const averaged = pairs.slice(0, MOST_AVERAGED)
  return {
    people: people.length, everybody: cards.size, places: live.length, withPlace: pairs.length, changed: changed.length, examples: changed.slice(0, MOST_EXAMPLES).map((pair) => exampleOf(today, pair)),
    gains: gainsOf(averaged.map(({ person, was }) => pointsByKind(person, was.facts, context.today, now)), averaged.map(({ person, becomes }) => pointsByKind(person, becomes.facts, context.today, next))),
    proposals: await countProposals(today), plan: await countPlan(today),
  }
}
