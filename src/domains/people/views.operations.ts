import { z } from 'zod'
import { Id } from '#shared/id.ts'
import { operation } from '#platform/operation.ts'
import { NotFound } from '#platform/problem.ts'
import { PeopleFilter } from './person.schema.ts'

const PAGE = 'people'
/** A named filter of one colleague. Row-level security shows her no other. */
export const SavedView = z.object({ id: Id, name: z.string().trim().min(1).max(80), query: PeopleFilter })

export const listViews = operation({
  permission: 'people.read', reads: true, input: z.object({}), output: z.object({ rows: z.array(SavedView) }), subjects: () => [],
  async run({ tx }) {
    const rows = await tx.selectFrom('savedView').select(['id', 'name', 'query']).where('page', '=', PAGE).orderBy('name').execute()
    return { rows: rows.map(({ id, name, query }) => ({ id, name, query: PeopleFilter.catch({}).parse(query) })) }
  },
})

export const saveView = operation({
  permission: 'people.read', input: SavedView, output: z.object({ id: Id }), subjects: () => [],
  async run({ tx }, { id, name, query }) {
    const values = { name, query: JSON.stringify(query) }
    await tx.insertInto('savedView').values({ id, page: PAGE, ...values }).onConflict((conflict) => conflict.constraint('saved_view_pkey').doUpdateSet(values)).execute()
    return { id }
  },
})

export const deleteView = operation({
  permission: 'people.read', input: z.object({ id: Id }), output: z.object({ id: Id }), subjects: () => [],
  async run({ tx }, { id }) {
    const { numDeletedRows } = await tx.deleteFrom('savedView').where('id', '=', id).executeTakeFirst()
    if (numDeletedRows === 0n) throw new NotFound()
    return { id }
  },
})
