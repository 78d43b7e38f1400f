import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { found } from '#platform/problem.ts'
import type { LoadedOpening } from './load-openings.ts'
import { findOpening } from './load-openings.ts'
import { loadList } from './lists/load-list.ts'
import { loadChances, loadPrices, othersOf } from './lists/load-prices.ts'
import { elsewhereOf, inNeed } from './lists/people-order.core.ts'
import { findPersonCard, hasObjected, loadCandidates, loadFacts } from './load-people.ts'
import type { Blocked, RankedMatch } from './match.core.ts'
import { groupBlocked, inRank, isPossible, matchOne, matchUnlessBlocked, reckoningOf, shown } from './match.core.ts'
import { ExplainInput, Explanation, MatchesForOpening, MatchesForOpeningInput, MatchesForPerson, MatchesForPersonInput } from './match.schema.ts'
import type { CriterionKind, NoSum, PersonCard } from './match.schema.ts'
import { pursuedOf } from './presentation-rows.ts'
import { currentVersion, currentWeights } from './weights/current-weights.ts'

const PAGE_SIZE = 25

const matchActions = ({ actor }: Context): 'propose'[] => (actor.permissions.includes('matching.present') ? ['propose'] : [])

type Order = (matches: readonly RankedMatch[]) => RankedMatch[]

type Asked = { page: number; blockedBy?: CriterionKind }
type Pairs = { matches: readonly (RankedMatch | Blocked)[]; /** The whole comparison of a pair that is blocked. */ explain: (blocked: Blocked) => RankedMatch }

/** One page of what is possible in the order given, or of one group of what is not, and how the rest is spread. */
function pageOf({ matches, explain }: Pairs, { page, blockedBy }: Asked, inOrder: Order, inGroup: Order = inRank) {
  const ranked = blockedBy ? inGroup(matches.flatMap((one) => (one.blockedBy === blockedBy ? [isPossible(one) ? one : explain(one)] : []))) : inOrder(matches.filter(isPossible))
  return { ranked: ranked.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE), total: ranked.length, pageSize: PAGE_SIZE, considered: matches.length, notPossible: groupBlocked(matches) }
}

const { compare: inAlphabet } = new Intl.Collator('nb')
/** By name alone: for whom nobody may be ranked. */
const byName = (nameOf: (id: string) => string, idOf: (match: RankedMatch) => string): Order => (matches) =>
  matches.toSorted((a, b) => inAlphabet(nameOf(idOf(a)), nameOf(idOf(b))) || (idOf(a) < idOf(b) ? -1 : 1))
const byTitle = (live: ReadonlyMap<string, LoadedOpening>): Order => byName((id) => live.get(id)?.card.title ?? '', ({ openingId }) => openingId)

export const matchesForPerson = operation({
  permission: 'matching.read', reads: true, input: MatchesForPersonInput, output: MatchesForPerson,
  subjects: ({ personId }) => [personId],
  async run(context, { personId, kind, ...asked }) {
    const { facts, weights, live, matches, list, prices, state } = await loadList(context, personId)
    const at = new Map(list.lines.map(([id], index) => [id, index]))
    const ofKind = { matches: matches.filter(({ openingId }) => kind === undefined || live.get(openingId)?.card.kind === kind), explain: ({ openingId }: Blocked) => matchOne(facts, found(live.get(openingId)).facts, context.today, weights) }
    // who objects to being matched is compared for her adviser and ranked for nobody: the places stand by their names, and nothing is kept
    const isUnranked = await hasObjected(context, personId)
    const { ranked, ...rest } = pageOf(ofKind, asked, (possible) => (isUnranked ? byTitle(live)(possible) : possible.toSorted((a, b) => (at.get(a.openingId) ?? 0) - (at.get(b.openingId) ?? 0))))
    const pursued = await pursuedOf(context, { personId })
    return { ...rest, isUnranked, list: isUnranked ? { changes: null, isKept: true } : state, actions: matchActions(context), rows: ranked.map((match) => {
      const { card } = found(live.get(match.openingId))
      return { opening: card, match: shown(match), presentation: pursued.get(match.openingId) ?? null, others: isUnranked || match.verdict === 'not' ? null : othersOf(prices.get(card.id), card.freeSeats) }
    }) }
  },
})

const nameOf = ({ familyName, givenName }: PersonCard): string => `${familyName}, ${givenName}`
const inNames = (people: ReadonlyMap<string, PersonCard>): Order => byName((id) => { const card = people.get(id); return card ? nameOf(card) : '' }, ({ personId }) => personId)

/** Who may suit an opening, in the order of need; for a post at a public employer by name, since nobody may be ranked for it. */
export const matchesForOpening = operation({
  permission: 'matching.read', reads: true, input: MatchesForOpeningInput, output: MatchesForOpening,
  subjects: (_, { rows }) => rows.map(({ person }) => person.id),
  async run(context, { openingId, ...asked }) {
    const opening = found(await findOpening(context, openingId))
    const people = new Map((await loadCandidates(context)).map((person) => [person.id, person]))
    const weights = await currentWeights(context)
    const facts = new Map((await loadFacts(context.tx, [...people.keys()])).map((one) => [one.id, one]))
    const compared = { matches: [...facts.values()].map((one) => matchUnlessBlocked(one, opening.facts, context.today, weights)), explain: ({ personId }: Blocked) => matchOne(found(facts.get(personId)), opening.facts, context.today, weights) }
    const [chances, price] = [await loadChances(context), (await loadPrices(context)).get(openingId)?.price ?? 0]
    const { notRanked } = opening
    const { ranked, ...rest } = notRanked ? pageOf(compared, asked, inNames(people), inNames(people)) : pageOf(compared, asked, (possible) => inNeed(possible, chances, price))
    const pursued = await pursuedOf(context, { openingId })
    return { ...rest, notRanked, actions: matchActions(context), rows: ranked.map((match) => ({ person: found(people.get(match.personId)), match: shown(match), presentation: pursued.get(match.personId) ?? null, elsewhere: elsewhereOf(match, chances) })) }
  },
})

/** One person and one opening, open or not, with the opening as it was loaded. No sum for a post nobody is ranked for, nor for who objects to being matched: then the reason. */
export async function explainOne(context: Context, personId: string, openingId: string) {
  const person = found(await findPersonCard(context.tx, personId))
  const opening: LoadedOpening = found(await findOpening(context, openingId))
  const [facts] = await loadFacts(context.tx, [personId])
  const { number, weights } = await currentVersion(context)
  const match = matchOne(found(facts), opening.facts, context.today, weights)
  const noSum: NoSum | null = opening.notRanked ?? (await hasObjected(context, personId) ? 'objects' : null)
  return { person, opening, match: shown(match), noSum, reckoning: noSum === null ? reckoningOf(match, context.today, number) : null }
}

export const explain = operation({
  permission: 'matching.read', reads: true, input: ExplainInput, output: Explanation,
  subjects: ({ personId }) => [personId],
  async run(context, { personId, openingId }) {
    const { person, opening, ...explained } = await explainOne(context, personId, openingId)
    const pursued = await pursuedOf(context, { personId })
    return { person, opening: opening.card, ...explained, presentation: pursued.get(openingId) ?? null, actions: matchActions(context) }
  },
})
