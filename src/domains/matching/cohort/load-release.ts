import { sql } from 'kysely'
import type { Context } from '#platform/operation.ts'
import { loadCandidates, loadFacts } from '../load-people.ts'
import { pairOf } from '../market/compare.core.ts'
import type { RankedMatch } from '../match.core.ts'
import { hasGround } from '../match.core.ts'
import type { Place } from './cohort.schema.ts'
import { Print, RowFacts } from './cohort.schema.ts'
import type { CohortOpening } from './load-openings.ts'
import { loadFrame } from './frame.ts'
import { loadOpeningsNow, loadTaken } from './load-openings.ts'
import { loadProposed, loadUnderWay } from './load-people.ts'
import type { Loaded, StoredRow } from './load-plan.ts'
import { printOpening, printPerson } from './print.ts'
import { wayUp } from './problem.core.ts'
import { reasonsOf } from './reasons.core.ts'
import type { Basis, ReleaseFacts, Seats } from './release.core.ts'
import { changedSince, suitsLess } from './release.core.ts'
import { loadScorer } from './scores.ts'

type OpeningNow = Omit<CohortOpening, 'seats'>
type Now = Awaited<ReturnType<typeof loadNow>>

/** Everything that decides whether rows may be released, as it is now: in a few queries, however many rows. */
async function loadNow(context: Context, planId: string, rows: readonly StoredRow[]) {
  const { tx } = context
  const ids = rows.map(({ personId }) => personId)
  const facts = new Map((await loadFacts(tx, ids)).map((one) => [one.id, one]))
  const openings = new Map((await loadOpeningsNow(context, rows.flatMap(({ openingId }) => (openingId === null ? [] : [openingId])))).map((one) => [one.card.id, one]))
  const protections = await tx.selectFrom('person').select(['id', 'addressProtection', 'matchingObjectionOn']).where('id', '=', sql<string>`any(${ids}::uuid[])`).execute()
  const places = await tx.selectFrom('cohortPlace').select(['openingId', 'print']).where('planId', '=', planId).execute()
  const prints = await tx.selectFrom('cohortRow').select(['personId', 'print', 'facts']).where('planId', '=', planId).where('personId', '=', sql<string>`any(${ids}::uuid[])`).execute()
  return { facts, openings, taken: await loadTaken(context), frame: await loadFrame(tx), candidates: new Set((await loadCandidates(context)).map(({ id }) => id)), proposed: await loadProposed(context, ids), underWay: await loadUnderWay(context), scorer: await loadScorer(context),
    objecting: new Set(protections.filter((one) => one.matchingObjectionOn !== null).map(({ id }) => id)),
    confidential: new Set(protections.filter((one) => one.addressProtection === 'strictly_confidential').map(({ id }) => id)), placePrints: new Map(places.map((one) => [one.openingId, Print.parse(one.print)])), prints: new Map(prints.map((one) => [one.personId, { print: Print.parse(one.print), facts: RowFacts.parse(one.facts) }])) }
}

/** Free seats then, less those given away from this plan since, and now, less those of all proposals under way, this plan's too: of the place and of every limit above it, the one with least. */
function seatsOf(plan: Loaded, place: Place, { host, card }: OpeningNow, { taken, frame }: Now): Seats {
  const releasedUnder = (openings: ReadonlySet<string>): number => plan.rows.filter(({ openingId, releasedAt }) => releasedAt !== null && openings.has(openingId ?? '')).length
  const chain = [...wayUp(plan.cohort, plan.places.indexOf(place))].slice(1).map((node) => node - plan.places.length)
  const limits = chain.flatMap((at) => {
    const limit = plan.head.limits[at]
    const under = new Set(plan.places.filter((_, j) => [...wayUp(plan.cohort, j)].includes(at + plan.places.length)).map(({ openingId }) => openingId))
    const before = (limit?.left ?? 0) - releasedUnder(under)
    if (limit?.kind === 'employer') return [{ before, now: (host.seatsAtOnce ?? Infinity) - (taken.employers.get(host.employerId ?? '') ?? 0) }]
    return limit?.kind === 'supervisor' ? [{ before, now: (host.supervisesAtOnce ?? frame.supervisorAtOnce) - (taken.supervisors.get(host.supervisorId ?? '') ?? 0) }] : []
  })
  const all = [{ before: place.seats - releasedUnder(new Set([place.openingId])), now: card.freeSeats - (taken.held.get(place.openingId) ?? 0) }, ...limits]
  return all.find(({ before, now }) => now < before) ?? all[0] ?? { before: 0, now: 0 }
}

/** Which facts of a row differ from those it was solved on. */
function changesOf(plan: Loaded, row: StoredRow, now: Now): string[] {
  const [place, opening, facts] = [plan.places.find(({ openingId }) => openingId === row.openingId), now.openings.get(row.openingId ?? ''), now.facts.get(row.personId)]
  if (!place || !opening || !facts) return []
  const then = now.prints.get(row.personId)
  const before: Basis = { person: then?.print ?? {}, opening: now.placePrints.get(place.openingId) ?? {}, weights: plan.head.weightsVersion }
  const changed = changedSince(before, { person: printPerson(facts, opening.facts), opening: printOpening(opening), weights: now.scorer.weightsVersion }, seatsOf(plan, place, opening, now))
  // where a fact is another, that is what has made the verdict another
  return changed.length === 0 && then && suitsLess(then.facts, reasonsOf(now.scorer.match(facts, opening.facts))) ? ['verdict'] : changed
}

function factsOf(plan: Loaded, row: StoredRow, now: Now, match: RankedMatch | undefined, note: string | null): ReleaseFacts {
  const opening = now.openings.get(row.openingId ?? '')
  return {
    openingId: row.openingId, sharedBy: plan.places.find(({ openingId }) => openingId === row.openingId)?.sharedBy ?? null, isReleased: row.releasedAt !== null, isStrictlyConfidential: now.confidential.has(row.personId), isProposed: now.proposed.has(pairOf(row.personId, row.openingId ?? '')), isUnderWay: now.underWay.some(({ personId }) => personId === row.personId), note,
    objects: now.objecting.has(row.personId),
    // who is strictly confidential, or objects, is no candidate either, for a reason that is said already
    isWithoutPlace: now.confidential.has(row.personId) || now.objecting.has(row.personId) || now.candidates.has(row.personId),
    hasGround: match !== undefined && hasGround(match), opening: opening && { isOpen: opening.isOpen, freeSeats: opening.card.freeSeats }, changed: changesOf(plan, row, now),
  }
}

/** What a row was worth when it was released, kept with the proposal so that it can be asked whether scores predict (calibration). */
export type Scored = { score: number; scoreVerdict: RankedMatch['verdict']; scoreWeights: number }

/** What decides for each row whether it may be released, and what it is worth now. */
export async function loadReleases(context: Context, plan: Loaded, rows: readonly StoredRow[], notes: ReadonlyMap<string, string | undefined>): Promise<{ row: StoredRow; facts: ReleaseFacts; scored: Scored | null }[]> {
  const now = await loadNow(context, plan.head.id, rows)
  return rows.map((row) => {
    const [opening, facts] = [now.openings.get(row.openingId ?? ''), now.facts.get(row.personId)]
    const match = opening && facts && now.scorer.match(facts, opening.facts)
    return { row, facts: factsOf(plan, row, now, match, notes.get(row.personId) ?? null), scored: match ? { score: match.score, scoreVerdict: match.verdict, scoreWeights: now.scorer.weightsVersion } : null }
  })
}
