import type { Context } from '#platform/operation.ts'
import type { Loaded } from './load-plan.ts'
import type { Member } from './plan-groups.core.ts'

const NOTHING: Member = { gender: null, birthDate: null }

/** Sex and birth of those in a plan, by its numbers, for figures alone; nothing of whoever has objected to being matched. */
export async function loadMembers({ tx }: Context, { head, people }: Pick<Loaded, 'head' | 'people'>): Promise<Member[]> {
  const rows = await tx.selectFrom('person').select(['id', 'gender', 'birthDate']).where('matchingObjectionOn', 'is', null)
    .where('id', 'in', tx.selectFrom('cohortRow').select('personId').where('planId', '=', head.id)).execute()
  const known = new Map(rows.map(({ id, gender, birthDate }) => [id, { gender, birthDate }]))
  return people.map((id) => known.get(id) ?? NOTHING)
}
