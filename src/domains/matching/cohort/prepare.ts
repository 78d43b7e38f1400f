import type { Context } from '#platform/operation.ts'
import { Refused } from '#platform/problem.ts'
import type { PersonFacts } from '../facts.schema.ts'
import { loadFacts } from '../load-people.ts'
import { pairOf } from '../market/compare.core.ts'
import type { PersonCard } from '../match.schema.ts'
import type { LeftOut, RowFacts } from './cohort.schema.ts'
import type { CohortOpenings } from './load-openings.ts'
import { loadCohortOpenings } from './load-openings.ts'
import { loadBarred, loadCohortPeople } from './load-people.ts'
import type { Cohort } from './problem.core.ts'
import { blockedMost } from './reasons.core.ts'
import type { Steps } from './running.ts'
import type { Scorer } from './scores.ts'
import { loadScorer } from './scores.ts'

/** Everything a plan is solved from, as it is now. */
export type Prepared = CohortOpenings & { people: PersonCard[]; facts: PersonFacts[]; shut: Pick<RowFacts, 'possible' | 'blocked'>[]; cohort: Cohort; scorer: Scorer; leftOutAll: LeftOut }

/** Compares everybody with every place, and lets others in after each. Only what shuts somebody out is explained here. */
async function score({ scorer, facts, openings, barred, steps }: Pick<Prepared, 'scorer' | 'facts' | 'openings'> & { barred: ReadonlySet<string>; steps: Steps }) {
  const [pairs, shut]: [Int32Array[], Prepared['shut']] = [[], []]
  const scoresOf = scorer.pairs(facts, openings.map((one) => one.facts))
  for (const [i, person] of facts.entries()) {
    await steps.at('scores', i, facts.length)
    const scores = scoresOf(person)
    const blocked = blockedMost(openings.flatMap((opening, j) => (scores[j] === 0 ? [scorer.match(person, opening.facts)] : [])))
    const hers = scores.map((one, j) => { const opening = openings[j]; return opening && barred.has(pairOf(person.id, opening.card.id)) ? 0 : one })
    pairs.push(hers)
    shut.push({ possible: hers.filter((one) => one !== 0).length, blocked })
  }
  return { pairs, shut }
}

/** Loads people, places and weights, and scores them. Refused where there is nobody, or no place. */
export async function prepare(context: Context, steps: Steps, neighbours: boolean): Promise<Prepared> {
  await steps.at('facts', 0, 1)
  const found = await loadCohortOpenings(context, neighbours)
  if (found.openings.length === 0) throw new Refused({ code: 'matching.noFreePlaces' })
  const { people, underWay } = await loadCohortPeople(context)
  if (people.length === 0) throw new Refused({ code: 'matching.nobodyToPlace' })
  const ids = people.map(({ id }) => id)
  const facts = await loadFacts(context.tx, ids)
  const scorer = await loadScorer(context)
  const barred = await loadBarred(context, ids, found.openings)
  const { pairs, shut } = await score({ scorer, facts, openings: found.openings, barred, steps })
  const cohort: Cohort = { pairs, seats: found.openings.map(({ seats }) => seats), limitOf: found.limitOf, limits: found.limits }
  return { ...found, people, facts, shut, cohort, scorer, leftOutAll: { ...found.leftOut, underWay, decisions: 0 } }
}

