import { sql } from 'kysely'
import type { Context } from '#platform/operation.ts'
import { loadCandidates } from '../load-people.ts'
import type { PersonCard } from '../match.schema.ts'

/** Proposals that hold a seat and somebody's turn: released from a plan and open, or agreed on with no agreement yet. */
export async function loadUnderWay(context: Context): Promise<{ personId: string; openingId: string }[]> {
  const { rows } = await sql<{ personId: string; openingId: string }>`select p.person_id, p.opening_id from presentation p
    where (p.outcome = 'open' and exists (select from cohort_row r where r.municipality_id = p.municipality_id and r.presentation_id = p.id))
      or (p.outcome = 'agreed' and not exists (select from agreement g where g.municipality_id = p.municipality_id and g.person_id = p.person_id and g.opening_id = p.opening_id and g.submitted_at is not null))`.execute(context.tx)
  return rows
}

/** Everybody without a place; those whose proposal is under way are counted only. */
export async function loadCohortPeople(context: Context): Promise<{ people: PersonCard[]; underWay: number }> {
  const busy = new Set((await loadUnderWay(context)).map(({ personId }) => personId))
  const all = await loadCandidates(context)
  const people = all.filter(({ id }) => !busy.has(id))
  return { people, underWay: all.length - people.length }
}

/** Pairs that have been proposed before, by `person opening`: nobody is proposed twice for the same place. */
export async function loadProposed({ tx }: Context, personIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.selectFrom('presentation').select(['personId', 'openingId']).where('personId', '=', sql<string>`any(${personIds}::uuid[])`).execute()
  return new Set(rows.map(({ personId, openingId }) => `${personId} ${openingId}`))
}
