import { sql } from 'kysely'
import type { Context } from '#platform/operation.ts'
import { Refused } from '#platform/problem.ts'
import type { PersonFacts } from '../facts.schema.ts'
import type { LoadedOpening } from '../load-openings.ts'
import { loadFacts } from '../load-people.ts'
import type { PersonCard } from '../match.schema.ts'
import type { LeftOut, RowFacts } from './cohort.schema.ts'
import type { CohortOpenings } from './load-openings.ts'
import { loadCohortOpenings } from './load-openings.ts'
import { loadCohortPeople, loadProposed } from './load-people.ts'
import type { Cohort } from './problem.core.ts'
import { blockedMost } from './reasons.core.ts'
import type { Steps } from './running.ts'
import type { Scorer } from './scores.ts'
import { loadScorer } from './scores.ts'

/** Everything a plan is solved from, as it is now. */
export type Prepared = CohortOpenings & { people: PersonCard[]; facts: PersonFacts[]; shut: Pick<RowFacts, 'possible' | 'blocked'>[]; cohort: Cohort; scorer: Scorer; leftOutAll: LeftOut }

/** So many people are compared before others are let in. */
const AT_ONCE = 10

/** Pairs that may not be, whatever they score: proposed before, or across the border with a protected address. */
type Barred = (person: PersonFacts, opening: LoadedOpening) => boolean

/** Compares everybody with every place, a few people at a time. Only what shuts somebody out is explained here. */
async function score({ scorer, facts, openings, isBarred, steps }: Pick<Prepared, 'scorer' | 'facts' | 'openings'> & { isBarred: Barred; steps: Steps }) {
  const [pairs, shut]: [Int32Array[], Prepared['shut']] = [[], []]
  const scoresOf = scorer.pairs(facts, openings.map((one) => one.facts))
  for (const [i, person] of facts.entries()) {
    if (i % AT_ONCE === 0) await steps.at('scores', i, facts.length)
    const scores = scoresOf(person)
    const blocked = blockedMost(openings.flatMap((opening, j) => (scores[j] === 0 ? [scorer.match(person, opening.facts)] : [])))
    const hers = scores.map((one, j) => { const opening = openings[j]; return opening && isBarred(person, opening) ? 0 : one })
    pairs.push(hers)
    shut.push({ possible: hers.filter((one) => one !== 0).length, blocked })
  }
  return { pairs, shut }
}

/** Whose address is protected: the database lets nobody put her forward at a neighbour's. */
async function loadProtected({ tx }: Context, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.selectFrom('person').select('id').where('id', '=', sql<string>`any(${ids}::uuid[])`).where('addressProtection', '<>', 'none').execute()
  return new Set(rows.map(({ id }) => id))
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
  const [proposed, hidden] = [await loadProposed(context, ids), await loadProtected(context, ids)]
  const isBarred: Barred = ({ id }, { card }) => proposed.has(`${id} ${card.id}`) || (card.sharedBy !== undefined && hidden.has(id))
  const { pairs, shut } = await score({ scorer, facts, openings: found.openings, isBarred, steps })
  const cohort: Cohort = { pairs, seats: found.openings.map(({ seats }) => seats), limitOf: found.limitOf, limits: found.limits }
  return { ...found, people, facts, shut, cohort, scorer, leftOutAll: { ...found.leftOut, underWay, decisions: 0 } }
}

