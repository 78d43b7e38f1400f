import { z } from 'zod'
import { FileOutput } from '#platform/files.ts'
import { operation } from '#platform/operation.ts'
import { found, refuseIf } from '#platform/problem.ts'
import { check } from '#shared/decision.ts'
import { Id } from '#shared/id.ts'
import { loadRegister } from './load-register.ts'
import * as core from './register.core.ts'
import { RegisterExport, RegisterField, RegisterRow, RegisterSummary } from './register.schema.ts'

const permission = 'programme.register' as const

/** What the national register will want of everybody settled here, and what is missing: long before it is due (STA-14). */
export const checkRegister = operation({
  permission, reads: true, input: z.object({}), output: z.object({ rows: z.array(RegisterRow), summary: RegisterSummary }), subjects: (_, { rows }) => rows.map(({ personId }) => personId),
  async run({ tx, today }) {
    const rows = (await loadRegister(tx)).map((facts) => core.registerRow(facts, today)).toSorted(core.byDue)
    return { rows, summary: core.summaryOf(rows) }
  },
})

/** Every field of one person, filled or not. */
export const getRegisterFields = operation({
  permission, reads: true, input: z.object({ personId: Id }), output: z.object({ personId: Id, name: z.string(), fields: z.array(RegisterField) }), subjects: ({ personId }) => [personId],
  async run({ tx, today }, { personId }) {
    const facts = found((await loadRegister(tx, personId))[0])
    return { personId, name: facts.name, fields: core.registerFields(facts, today) }
  },
})

/** Everything in the documented neutral form, with what is missing said (docs/national-register.md). Refused where there is nobody. */
export const exportRegister = operation({
  permission, reads: true, input: z.object({}), output: FileOutput.extend({ personIds: z.array(Id) }), subjects: (_, { personIds }) => personIds,
  async run({ tx, today }) {
    const all = await loadRegister(tx)
    refuseIf(check(all.length > 0, { code: 'register.nobody' }))
    const { name, number } = await tx.selectFrom('municipality').select(['name', 'number']).executeTakeFirstOrThrow()
    const file = RegisterExport.parse({ form: 'fotfeste-national-register', formVersion: 1, municipality: `${number} ${name}`, madeOn: today, people: all.map((facts) => core.exported(facts, today)) })
    return { personIds: all.map(({ personId }) => personId), fileName: `nasjonalt-register-${number}-${today}.json`, contentType: 'application/json', bytes: new TextEncoder().encode(JSON.stringify(file, null, 1)) }
  },
})
