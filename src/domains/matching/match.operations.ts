import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { found } from '#platform/problem.ts'
import type { LoadedOpening } from './load-openings.ts'
import { findOpening, loadLive } from './load-openings.ts'
import { findPersonCard, loadCandidates, loadFacts } from './load-people.ts'
import type { RankedMatch } from './match.core.ts'
import { groupBlocked, inRank, matchOne, reckoningOf, shown } from './match.core.ts'
import { ExplainInput, Explanation, MatchesForOpening, MatchesForOpeningInput, MatchesForPerson, MatchesForPersonInput } from './match.schema.ts'
import type { CriterionKind } from './match.schema.ts'
import { pursuedOf } from './presentation-rows.ts'
import { currentVersion, currentWeights } from './weights/current-weights.ts'

const PAGE_SIZE = 25

const matchActions = ({ actor }: Context): 'propose'[] => (actor.permissions.includes('matching.present') ? ['propose'] : [])

/** One page of what is possible, or of one group of what is not, and how the rest is spread. */
function pageOf(matches: readonly RankedMatch[], { page, blockedBy }: { page: number; blockedBy?: CriterionKind }) {
  const chosen = matches.filter((match) => (blockedBy ? match.blockedBy === blockedBy : match.verdict !== 'not'))
  return { ranked: inRank(chosen).slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE), total: chosen.length, pageSize: PAGE_SIZE, considered: matches.length, notPossible: groupBlocked(matches) }
}

export const matchesForPerson = operation({
  permission: 'matching.read', reads: true, input: MatchesForPersonInput, output: MatchesForPerson,
  subjects: ({ personId }) => [personId],
  async run(context, { personId, kind, ...asked }) {
    found(await findPersonCard(context.tx, personId))
    const [facts] = await loadFacts(context.tx, [personId])
    const [person, weights] = [found(facts), await currentWeights(context)]
    const live = new Map((await loadLive(context, kind, person.home ? [person.home.postcode] : [])).map((one) => [one.card.id, one]))
    const matches = [...live.values()].map((opening) => matchOne(person, opening.facts, context.today, weights))
    const { ranked, ...rest } = pageOf(matches, asked)
    const pursued = await pursuedOf(context, { personId })
    return { ...rest, actions: matchActions(context), rows: ranked.map((match) => ({ opening: found(live.get(match.openingId)).card, match: shown(match), presentation: pursued.get(match.openingId) ?? null })) }
  },
})

export const matchesForOpening = operation({
  permission: 'matching.read', reads: true, input: MatchesForOpeningInput, output: MatchesForOpening,
  subjects: (_, { rows }) => rows.map(({ person }) => person.id),
  async run(context, { openingId, ...asked }) {
    const opening = found(await findOpening(context, openingId))
    const people = new Map((await loadCandidates(context)).map((person) => [person.id, person]))
    const weights = await currentWeights(context)
    const matches = (await loadFacts(context.tx, [...people.keys()])).map((facts) => matchOne(facts, opening.facts, context.today, weights))
    const { ranked, ...rest } = pageOf(matches, asked)
    const pursued = await pursuedOf(context, { openingId })
    return { ...rest, actions: matchActions(context), rows: ranked.map((match) => ({ person: found(people.get(match.personId)), match: shown(match), presentation: pursued.get(match.personId) ?? null })) }
  },
})

/** One person and one opening, open or not, with the opening as it was loaded. */
export async function explainOne(context: Context, personId: string, openingId: string) {
  const person = found(await findPersonCard(context.tx, personId))
  const opening: LoadedOpening = found(await findOpening(context, openingId))
  const [facts] = await loadFacts(context.tx, [personId])
  const { number, weights } = await currentVersion(context)
  const match = matchOne(found(facts), opening.facts, context.today, weights)
  return { person, opening, match: shown(match), reckoning: reckoningOf(match, context.today, number) }
}

export const explain = operation({
  permission: 'matching.read', reads: true, input: ExplainInput, output: Explanation,
  subjects: ({ personId }) => [personId],
  async run(context, { personId, openingId }) {
    const { person, opening, match, reckoning } = await explainOne(context, personId, openingId)
    const pursued = await pursuedOf(context, { personId })
    return { person, opening: opening.card, match, reckoning, presentation: pursued.get(openingId) ?? null, actions: matchActions(context) }
  },
})
