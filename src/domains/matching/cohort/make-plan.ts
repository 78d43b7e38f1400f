import { Instant } from '#shared/date.ts'
import type { Context } from '#platform/operation.ts'
import { Refused, enforce } from '#platform/problem.ts'
import { decidedOf } from './change.core.ts'
import type { Numbered, Ruling } from './change.core.ts'
import type { Solved, SolvePlanInput } from './cohort.schema.ts'
import { loadBasis } from './load-basis.ts'
import { loadCohortOpenings } from './load-openings.ts'
import type { Prepared } from './prepare.ts'
import { prepare } from './prepare.ts'
import { printOpening } from './print.ts'
import { NOTHING_DECIDED } from './problem.core.ts'
import type { Steps } from './running.ts'
import { savePlan } from './save-plan.ts'
import { solveCohort } from './solve-cohort.ts'

/** Somebody may have withdrawn or filled a place while the plan was being solved: then it is not kept, and says which. */
async function refuseIfPlacesChanged(context: Context, { openings }: Prepared, neighbours: boolean): Promise<void> {
  const now = new Map((await loadCohortOpenings(context, neighbours)).openings.map((one) => [one.card.id, one]))
  const changed = openings.filter((one) => {
    const today = now.get(one.card.id)
    return !today || today.seats < one.seats || JSON.stringify(printOpening(today)) !== JSON.stringify(printOpening(one))
  })
  if (changed.length > 0) throw new Refused({ code: 'matching.placeChangedMeanwhile', params: { title: changed[0]?.card.title ?? '', count: changed.length } })
}

/** The decisions of the plan this one is based on, as far as they can stand, and where everybody was. */
async function decisionsBefore(context: Context, prepared: Prepared, basedOn: string | undefined) {
  const basis = basedOn === undefined ? { rulings: [], places: new Map<string, string>() } : await loadBasis(context, basedOn)
  const [people, openings] = [prepared.people.map(({ id }) => id), prepared.openings.map(({ card }) => card.id)]
  const [numberOf, placeOf] = [new Map(people.map((id, i) => [id, i])), new Map(openings.map((id, j) => [id, j]))]
  const stands = ({ personId, kind, openingId }: Ruling): boolean => {
    const [i, j] = [numberOf.get(personId), openingId === null ? -1 : placeOf.get(openingId)]
    return i !== undefined && j !== undefined && (kind !== 'pin' || prepared.cohort.pairs[i]?.[j] !== 0)
  }
  const rulings = basis.rulings.filter(stands)
  const before = basedOn === undefined ? null : Int32Array.from(people, (id) => placeOf.get(basis.places.get(id) ?? '') ?? -1)
  const numbered: Numbered = { people, openings, cohort: prepared.cohort, match: new Int32Array(people.length).fill(-1), released: new Set() }
  return { rulings, lost: basis.rulings.length - rulings.length, before, decided: decidedOf(numbered, rulings) }
}

/** What chance decides: the draw between equally good plans, and ids. */
export type Chance = { seed: number; newId: () => string }

/** Loads, scores, solves, proves and keeps a plan; nobody is presented by it. */
export async function makePlan(context: Context, { id, name, goal, basedOn, neighbours }: SolvePlanInput, steps: Steps, { seed, newId }: Chance): Promise<Solved> {
  const started = performance.now()
  const prepared = await prepare(context, steps, neighbours)
  await steps.at('solving', 0, 1)
  const { rulings, lost, before, decided } = await decisionsBefore(context, prepared, basedOn)
  const nameOf = (node: number): string => prepared.openings[node]?.card.title ?? prepared.limits[node - prepared.openings.length]?.name ?? ''
  const question = { cohort: prepared.cohort, goal, seed, nameOf, signal: steps.signal, onProgress: steps.share }
  const answer = enforce(await solveCohort({ ...question, decided, before }))
  const best = rulings.length === 0 ? answer : enforce(await solveCohort({ ...question, decided: NOTHING_DECIDED, before: null }))
  await steps.at('saving', 0, 1)
  await refuseIfPlacesChanged(context, prepared, neighbours)
  const milliseconds = Math.round(performance.now() - started)
  await savePlan(context, { id, name, goal, seed, basedOn: basedOn ?? null, withNeighbours: neighbours, prepared, rulings, lost, answer, best, decided, milliseconds, solvedAt: Instant.parse(context.now.toISOString()), newId })
  const { placed, score, blockingPairs, bound } = answer
  return { id, people: prepared.people.map((one) => one.id), placed, score, blockingPairs, isProven: bound !== null || blockingPairs === 0 }
}
