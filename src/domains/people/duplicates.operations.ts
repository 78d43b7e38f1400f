import { sql } from 'kysely'
import { z } from 'zod'
import { Id } from '#shared/id.ts'
import { operation } from '#platform/operation.ts'
import { NotFound, Refused } from '#platform/problem.ts'
import { DuplicateList } from './duplicates.schema.ts'

const PAGE_SIZE = 25
/** How like two names must be, 0 to 1, before anybody is asked to look at them. */
const NEAR = 0.5
type Pair = { leftId: string; rightId: string; total: number }

/**
 * Pairs that may be one person: the same birth date and like names, or the same name where one has no birth date. Pairs
 * somebody has looked at, and pairs whose numbers say that they are two, are left out. Under the policy, so nobody hidden shows.
 */
const pairs = (page: number) => sql<Pair>`with pairs as (
    select p.id as left_id, q.id as right_id, p.family_name, p.given_name from person p join person q on q.municipality_id = p.municipality_id and q.birth_date = p.birth_date and p.id < q.id
      where similarity(p.search_name, q.search_name) >= ${NEAR}
    union select p.id, q.id, p.family_name, p.given_name from person p join person q on q.municipality_id = p.municipality_id and q.search_name = p.search_name and p.id < q.id
      where p.birth_date is null or q.birth_date is null)
  select left_id, right_id, (count(*) over ())::int as total from pairs
  where not exists (select from not_duplicate n where n.person_id = left_id and n.other_id = right_id)
    and not exists (select from person_number a join person_number b on b.kind = a.kind and b.number <> a.number
      where a.person_id = left_id and b.person_id = right_id and a.kind in ('fnr', 'duf'))
  order by family_name, given_name, left_id, right_id limit ${PAGE_SIZE} offset ${page * PAGE_SIZE}`

export const listDuplicates = operation({
  permission: 'people.write', reads: true, input: z.object({ page: z.int().min(0).max(1000).default(0) }), output: DuplicateList,
  subjects: (_, { rows }) => rows.flatMap(({ left, right }) => [left.id, right.id]),
  async run({ tx }, { page }) {
    const found = (await pairs(page).execute(tx)).rows
    if (found.length === 0) return { rows: [], total: 0, pageSize: PAGE_SIZE }
    const people = await tx.selectFrom('person as p').leftJoin('account as a', (join) => join.onRef('a.municipalityId', '=', 'p.municipalityId').onRef('a.id', '=', 'p.adviserId'))
      .select(['p.id', 'p.givenName', 'p.familyName', 'p.birthDate', 'p.country', 'p.status', 'a.name as adviserName'])
      .where('p.id', 'in', found.flatMap(({ leftId, rightId }) => [leftId, rightId])).execute()
    const byId = new Map(people.map((person) => [person.id, person]))
    const rows = found.flatMap(({ leftId, rightId }) => {
      const [left, right] = [byId.get(leftId), byId.get(rightId)]
      return left && right ? [{ left, right }] : []
    })
    return { rows, total: found[0]?.total ?? 0, pageSize: PAGE_SIZE }
  },
})

/** Two who look alike and are two: they are not shown together again. */
export const dismissDuplicate = operation({
  permission: 'people.write', input: z.object({ personId: Id, otherId: Id }), output: z.object({ personId: Id }),
  subjects: ({ personId, otherId }) => [personId, otherId],
  async run({ tx }, { personId, otherId }) {
    if (personId === otherId) throw new Refused({ code: 'people.samePerson' })
    const seen = await tx.selectFrom('person').select('id').where('id', 'in', [personId, otherId]).execute()
    if (seen.length !== 2) throw new NotFound()
    const [first = personId, second = otherId] = [personId, otherId].toSorted()
    await tx.insertInto('notDuplicate').values({ personId: first, otherId: second }).onConflict((conflict) => conflict.constraint('not_duplicate_once').doNothing()).execute()
    return { personId }
  },
})
