import type { Instant } from '#shared/date.ts'
import type { Context } from '#platform/operation.ts'
import type { Ruling } from './change.core.ts'
import type { Goal, RowFacts } from './cohort.schema.ts'
import type { Prepared } from './prepare.ts'
import { printOpening, printPerson } from './print.ts'
import type { Decided } from './problem.core.ts'
import { NO_PLACE, reasonsOf } from './reasons.core.ts'
import type { Answer } from './solve-cohort.ts'

type NewPlan = { id: string; name: string; goal: Goal; seed: number; basedOn: string | null; withNeighbours: boolean; prepared: Prepared; rulings: readonly Ruling[]; lost: number; answer: Answer; best: Answer; decided: Decided; milliseconds: number; solvedAt: Instant; newId: () => string }

const AT_ONCE = 500
/** Puts many rows in, some hundred at a time. */
async function insertMany<T>(rows: readonly T[], insert: (some: T[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += AT_ONCE) await insert(rows.slice(start, start + AT_ONCE))
}

/** Scores as they are kept: four bytes each, in the order of the places. */
const bytesOf = (scores: Int32Array): Buffer => Buffer.from(scores.buffer, scores.byteOffset, scores.byteLength)

function rowsOf({ id: planId, prepared, answer, decided, newId }: NewPlan) {
  const { people, facts, openings, scorer, shut, cohort } = prepared
  return people.flatMap((person, i) => {
    const [hers, known, pairs] = [facts[i], shut[i], cohort.pairs[i]]
    if (!hers || !known || !pairs) return []
    const opening = openings[answer.match[i] ?? -1]
    const row: RowFacts = { ...known, ...(opening ? reasonsOf(scorer.match(hers, opening.facts)) : NO_PLACE) }
    return [{ id: newId(), planId, personId: person.id, openingId: opening?.card.id ?? null, source: (decided.fixed.get(i) ?? -1) >= 0 ? 'hand' as const : 'solve' as const, pairs: bytesOf(pairs), print: JSON.stringify(printPerson(hers, opening?.facts)), facts: JSON.stringify(row) }]
  })
}

const placesOf = ({ id: planId, prepared: { openings, limitOf }, newId }: NewPlan) => openings.map((one, at) => ({
  id: newId(), planId, openingId: one.card.id, at, title: one.card.title, employerId: one.card.employerId, employerName: one.card.employerName, place: one.card.place, seats: one.seats, limitAt: limitOf[at] ?? null, sharedBy: one.card.sharedBy ?? null, print: JSON.stringify(printOpening(one)),
}))

/** Keeps a plan with its places, rows and decisions. Nothing is presented to anybody by that. */
export async function savePlan({ tx, actor }: Context, plan: NewPlan): Promise<void> {
  const { id, name, goal, seed, basedOn, withNeighbours, prepared, rulings, lost, answer, best, milliseconds, solvedAt, newId } = plan
  await tx.insertInto('cohortPlan').values({ id, name, goal, seed, weightsVersion: prepared.scorer.weightsVersion, basedOn, withNeighbours, solvedAt, solvedBy: actor.id, milliseconds, people: prepared.people.length, placed: answer.placed, score: answer.score, bound: answer.bound,
    certificateHash: answer.certificateHash, blockingPairs: answer.blockingPairs, bestPlaced: best.placed, bestScore: best.score, limits: JSON.stringify(prepared.limits), leftOut: JSON.stringify({ ...prepared.leftOutAll, decisions: lost }) }).execute()
  await insertMany(placesOf(plan), (some) => tx.insertInto('cohortPlace').values(some).execute())
  await insertMany(rowsOf(plan), (some) => tx.insertInto('cohortRow').values(some).execute())
  await insertMany(rulings, (some) => tx.insertInto('cohortDecision').values(some.map((one) => ({ id: newId(), planId: id, ...one, madeBy: actor.id, madeAt: solvedAt }))).execute())
}
