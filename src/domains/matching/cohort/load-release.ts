import { sql } from 'kysely'
import type { Context } from '#platform/operation.ts'
import { loadCandidates, loadFacts } from '../load-people.ts'
import { hasGround } from '../match.core.ts'
import { Print } from './cohort.schema.ts'
import { loadOpeningsNow } from './load-openings.ts'
import { loadProposed } from './load-people.ts'
import type { Loaded, StoredRow } from './load-plan.ts'
import { printOpening, printPerson } from './print.ts'
import type { Basis, ReleaseFacts } from './release.core.ts'
import { changedSince } from './release.core.ts'
import { loadScorer } from './scores.ts'

type Now = Awaited<ReturnType<typeof loadNow>>

/** Everything that decides whether rows may be released, as it is now: in a few queries, however many rows. */
async function loadNow(context: Context, planId: string, rows: readonly StoredRow[]) {
  const { tx } = context
  const ids = rows.map(({ personId }) => personId)
  const facts = new Map((await loadFacts(tx, ids)).map((one) => [one.id, one]))
  const openings = new Map((await loadOpeningsNow(context, rows.flatMap(({ openingId }) => (openingId === null ? [] : [openingId])))).map((one) => [one.card.id, one]))
  const protections = await tx.selectFrom('person').select(['id', 'addressProtection']).where('id', '=', sql<string>`any(${ids}::uuid[])`).execute()
  const prints = await tx.selectFrom('cohortRow').select(['personId', 'print']).where('planId', '=', planId).where('personId', '=', sql<string>`any(${ids}::uuid[])`).execute()
  return { facts, openings, candidates: new Set((await loadCandidates(context)).map(({ id }) => id)), proposed: await loadProposed(context, ids), scorer: await loadScorer(context),
    confidential: new Set(protections.filter((one) => one.addressProtection === 'strictly_confidential').map(({ id }) => id)), prints: new Map(prints.map((one) => [one.personId, Print.parse(one.print)])) }
}

/** Which facts of a row differ from those it was solved on. */
function changesOf(plan: Loaded, row: StoredRow, now: Now): string[] {
  const [place, opening, facts] = [plan.places.find(({ openingId }) => openingId === row.openingId), now.openings.get(row.openingId ?? ''), now.facts.get(row.personId)]
  if (!place || !opening || !facts) return []
  const releasedHere = plan.rows.filter((one) => one.openingId === row.openingId && one.releasedAt !== null).length
  const before: Basis = { person: now.prints.get(row.personId) ?? {}, opening: place.print, weights: plan.head.weightsVersion }
  return changedSince(before, { person: printPerson(facts), opening: printOpening(opening), weights: now.scorer.weightsVersion }, { before: place.seats - releasedHere, now: opening.card.freeSeats })
}

function factsOf(plan: Loaded, row: StoredRow, now: Now, note: string | null): ReleaseFacts {
  const [opening, facts] = [now.openings.get(row.openingId ?? ''), now.facts.get(row.personId)]
  return {
    openingId: row.openingId, isReleased: row.releasedAt !== null, isStrictlyConfidential: now.confidential.has(row.personId), isProposed: now.proposed.has(`${row.personId} ${row.openingId}`), note,
    // who is strictly confidential is no candidate either, for a reason that is said already
    isWithoutPlace: now.confidential.has(row.personId) || now.candidates.has(row.personId),
    hasGround: facts !== undefined && opening !== undefined && hasGround(now.scorer.match(facts, opening.facts)), opening: opening && { isOpen: opening.isOpen, freeSeats: opening.card.freeSeats }, changed: changesOf(plan, row, now),
  }
}

/** What decides for each row whether it may be released. */
export async function loadReleases(context: Context, plan: Loaded, rows: readonly StoredRow[], notes: ReadonlyMap<string, string | undefined>): Promise<{ row: StoredRow; facts: ReleaseFacts }[]> {
  const now = await loadNow(context, plan.head.id, rows)
  return rows.map((row) => ({ row, facts: factsOf(plan, row, now, notes.get(row.personId) ?? null) }))
}
