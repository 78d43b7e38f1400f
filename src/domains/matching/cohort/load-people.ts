import { sql } from 'kysely'
import type { Context } from '#platform/operation.ts'
import { loadCandidates } from '../load-people.ts'
import type { LoadedOpening } from '../load-openings.ts'
import { moreLike, pairOf } from '../market/compare.core.ts'
import type { PersonCard } from '../match.schema.ts'

/** Somebody's turn at an opening. `holdsSeat` at a neighbour's, unless the seat is counted as taken already; those of our own are counted past the fence (`app.seats_under_way`). */
export type UnderWay = { personId: string; openingId: string; holdsSeat: boolean }

/** Proposals that hold a seat and somebody's turn: released from a plan and open, or agreed on with no agreement yet; and who is put forward at a neighbour's and was not told "not now". */
export async function loadUnderWay(context: Context): Promise<UnderWay[]> {
  const { rows } = await sql<UnderWay>`select p.person_id, p.opening_id, false as holds_seat from presentation p
    where (p.outcome = 'open' and exists (select from cohort_row r where r.municipality_id = p.municipality_id and r.presentation_id = p.id))
      or (p.outcome = 'agreed' and not exists (select from agreement g where g.municipality_id = p.municipality_id and g.person_id = p.person_id and g.opening_id = p.opening_id and g.submitted_at is not null))
    union all select f.person_id, f.opening_id, n.confirmed_on is null from put_forward f left join app.answers_from_neighbours() n on n.put_forward_id = f.id
      where f.withdrawn_on is null and n.ended_on is null and n.answer is distinct from 'not_now'`.execute(context.tx)
  return rows
}

/** How many seats of each opening of a neighbour are held so. */
export function heldSeats(underWay: readonly UnderWay[]): Map<string, number> {
  const held = new Map<string, number>()
  for (const { openingId, holdsSeat } of underWay) if (holdsSeat) held.set(openingId, (held.get(openingId) ?? 0) + 1)
  return held
}

/** Everybody without a place; those whose proposal is under way are counted only. */
export async function loadCohortPeople(context: Context): Promise<{ people: PersonCard[]; underWay: number }> {
  const busy = new Set((await loadUnderWay(context)).map(({ personId }) => personId))
  const all = await loadCandidates(context)
  const people = all.filter(({ id }) => !busy.has(id))
  return { people, underWay: all.length - people.length }
}

/** Pairs that have been proposed before, by `pairOf`: nobody is proposed twice for the same place, nor put forward twice or where she has taken her yes back. */
export async function loadProposed({ tx }: Context, personIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ personId: string; openingId: string }>`select person_id, opening_id from presentation where person_id = any(${personIds}::uuid[])
    union select person_id, opening_id from put_forward where person_id = any(${personIds}::uuid[]) and (withdrawn_on is null or withdrawn_by = 'person')`.execute(tx)
  return new Set(rows.map(({ personId, openingId }) => pairOf(personId, openingId)))
}

/**
 * Pairs no plan may hold, whatever they score, by `pairOf`: proposed before, or across the border with a protected address: the database lets nobody put her forward there,
 * nor at one invented like it.
 */
export async function loadBarred(context: Context, personIds: readonly string[], openings: readonly LoadedOpening[]): Promise<Set<string>> {
  const hidden = await context.tx.selectFrom('person').select('id').where('id', '=', sql<string>`any(${personIds}::uuid[])`).where('addressProtection', '<>', 'none').execute()
  const theirs = openings.filter(({ card }) => card.sharedBy !== undefined)
  return new Set([...await loadProposed(context, personIds), ...hidden.flatMap(({ id }) => theirs.flatMap(({ card }) => [pairOf(id, card.id), pairOf(id, moreLike(card.id))]))])
}
