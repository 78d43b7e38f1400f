import { z } from 'zod'
import { Id } from '#shared/id.ts'
import { operation } from '#platform/operation.ts'
import { enforce, found } from '#platform/problem.ts'
import { saveVersioned } from '#platform/versioned.ts'
import { listEmployerColleagues } from './colleagues.ts'
import * as core from './employer.core.ts'
import { Employer, EmployerList, HandOverInput, ListEmployersInput, SaveContactInput, SaveEmployerRelationInput, Saved } from './employer.schema.ts'
import { employerListSql, PAGE_SIZE } from './list-employers.ts'
import { loadEmployer } from './load-employer.ts'

export const listEmployers = operation({
  permission: 'employers.read', reads: true, input: ListEmployersInput, output: EmployerList, subjects: () => [],
  async run({ tx, today, actor }, input) {
    const { rows } = await employerListSql(input, { today, accountId: actor.id }).execute(tx)
    return { rows, total: rows[0]?.total ?? 0, pageSize: PAGE_SIZE }
  },
})

export const getEmployer = operation({
  permission: 'employers.read', reads: true, input: z.object({ employerId: Id }), output: Employer, subjects: () => [],
  run: (context, { employerId }) => loadEmployer(context, employerId),
})

export const listColleagues = operation({
  permission: 'employers.read', reads: true, input: z.object({}), output: z.object({ colleagues: z.array(z.object({ id: Id, name: z.string() })) }), subjects: () => [],
  run: async ({ tx }) => ({ colleagues: await listEmployerColleagues(tx) }),
})

export const saveEmployerRelation = operation({
  permission: 'employers.write', input: SaveEmployerRelationInput, output: Saved, subjects: () => [],
  run: async (context, { id, version, ...relation }) => ({ id, version: await saveVersioned(context, 'employer', { id, version }, relation) }),
})

export const handOverContact = operation({
  permission: 'employers.write', input: HandOverInput, output: Saved, subjects: () => [],
  async run(context, { id, employerId, version, toAccountId, substituteAccountId, note }) {
    const { tx, today } = context
    const now = found(await tx.selectFrom('employer').select(['contactAccountId', 'substituteAccountId']).where('id', '=', employerId).executeTakeFirst())
    const active = (await listEmployerColleagues(tx)).map((colleague) => colleague.id)
    const next = enforce(core.handOver({ contactAccountId: toAccountId, substituteAccountId }, { ...now, active }))
    const saved = await saveVersioned(context, 'employer', { id: employerId, version }, next)
    await tx.insertInto('contactHandover').values({ id, employerId, fromAccountId: now.contactAccountId, toAccountId, substituteAccountId, onDate: today, note }).execute()
    return { id: employerId, version: saved }
  },
})

export const saveContact = operation({
  permission: 'employers.write', input: SaveContactInput, output: Saved, subjects: () => [],
  async run(context, { id, version, employerId, ...details }) {
    const { tx } = context
    found(await tx.selectFrom('employer').select('id').where('id', '=', employerId).executeTakeFirst())
    if (version !== undefined) return { id, version: await saveVersioned(context, 'employerContact', { id, version }, details) }
    await tx.insertInto('employerContact').values({ id, employerId, ...details }).execute()
    return { id, version: 1 }
  },
})
