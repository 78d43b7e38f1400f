import { z } from 'zod'
import { Id } from '#shared/id.ts'
import { operation } from '#platform/operation.ts'
import { found } from '#platform/problem.ts'
import { loadCohortPeople } from '../cohort/load-people.ts'
import { findOpening, loadLive } from '../load-openings.ts'
import { findPersonCard, loadCandidates, loadFacts } from '../load-people.ts'
import { comparing } from '../market/compare.core.ts'
import { poseMarket } from '../market/load-market.ts'
import { findRun, startRun } from '../market/runs.ts'
import { currentWeights } from '../weights/current-weights.ts'
import { FEWEST } from '../scenarios/groups.core.ts'
import { helpOf } from './help.core.ts'
import { CompetitionRead, MOST_CHANGES, ShutOuts, StartCompetitionInput, WhatHelps } from './help.schema.ts'
import { shutOutsOf } from './shut-out.core.ts'

const MOST_EXAMPLES = 4
/** Which of several best plans is told of is drawn from this and not from anybody's row. */
const SEED = 1

/** The smallest changes that open places to one person, found by changing her facts and comparing anew. */
export const whatHelps = operation({
  permission: 'matching.read', reads: true, input: z.object({ personId: Id }), output: WhatHelps, subjects: ({ personId }) => [personId],
  async run(context, { personId }) {
    found(await findPersonCard(context.tx, personId))
    const facts = found((await loadFacts(context.tx, [personId]))[0])
    const live = new Map((await loadLive(context, undefined, facts.home ? [facts.home.postcode] : [])).map((one) => [one.card.id, one]))
    const openings = [...live.values()].map((one) => one.facts)
    const compare = comparing(context.today, await currentWeights(context))
    const exampleOf = (id: string) => { const { card } = found(live.get(id)); return { openingId: id, title: card.title, employerName: card.employerName, sharedBy: card.sharedBy ?? null } }
    const changes = helpOf(facts, openings, compare).slice(0, MOST_CHANGES)
      .map(({ change, opens, nearer }) => ({ change, opens: opens.length, nearer: nearer.length, examples: [...opens, ...nearer].slice(0, MOST_EXAMPLES).map(exampleOf) }))
    const isCandidate = (await loadCohortPeople(context)).people.some(({ id }) => id === personId)
    return { personId, considered: openings.length, shared: [...live.values()].filter(({ card }) => card.sharedBy !== undefined).length, fits: openings.filter((opening) => compare(facts, opening).verdict === 'fits').length, changes, isCandidate }
  },
})

/** Begins to count everybody without a place, once as it is and once for each change: whether she then has a place. */
export const startCompetition = operation({
  permission: 'matching.read', reads: true, input: StartCompetitionInput, output: z.object({ runId: Id, personId: Id }), subjects: ({ personId }) => [personId],
  async run(context, { runId, personId, changes, neighbours }) {
    found(await findPersonCard(context.tx, personId))
    startRun(context, runId, { ask: 'competition', ...await poseMarket(context, neighbours), personId, changes, seed: SEED }, personId)
    return { runId, personId }
  },
})

export const readCompetition = operation({
  permission: 'matching.read', reads: true, input: z.object({ runId: Id }), output: CompetitionRead, subjects: (_, { personId }) => [personId],
  async run(context, { runId }) {
    const { state, answer, personId } = found(findRun(context, runId))
    const competition = answer?.ask === 'competition' ? answer.answer : undefined
    const titles = new Map((await loadLive(context)).map(({ card }) => [card.id, card.title]))
    const shown = ({ place, fits }: { place: string | null; fits: boolean }) => ({ hasPlace: place !== null, fits, title: place === null ? null : titles.get(place) ?? null })
    return { personId: found(personId ?? undefined), state, now: competition ? shown(competition.now) : null, after: competition ? competition.after.map(shown) : [] }
  },
})

const few = (count: number): number | null => (count > 0 && count < FEWEST ? null : count)

/** What shuts people without a place out of one opening: counts alone, never who. */
export const shutOuts = operation({
  permission: 'matching.read', reads: true, input: z.object({ openingId: Id }), output: ShutOuts, subjects: () => [],
  async run(context, { openingId }) {
    const { facts } = found(await findOpening(context, openingId))
    const people = await loadFacts(context.tx, (await loadCandidates(context)).map(({ id }) => id))
    const { considered, fit, demands } = shutOutsOf(facts, people, comparing(context.today, await currentWeights(context)))
    return { openingId, considered: few(considered), fit: few(fit), demands: demands.map((one) => ({ ...one, missing: few(one.missing), unknown: few(one.unknown), alone: few(one.alone), opens: few(one.opens) })) }
  },
})
