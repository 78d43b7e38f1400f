import { sql } from 'kysely'
import { z } from 'zod'
import { Id } from '#shared/id.ts'
import { FileOutput } from '#platform/files.ts'
import { operation } from '#platform/operation.ts'
import { NotFound, Refused, refuseIf } from '#platform/problem.ts'
import { serverLocales, toServerLocale } from '#platform/texts.ts'
import { check } from '#shared/decision.ts'
import { Payslip } from './benefit.schema.ts'
import type { FileRow } from './file.core.ts'
import { payrollFile } from './file.core.ts'
import { loadLines, oneRun } from './load-run.ts'
import { hashOf } from './prepare.ts'
import { writePayslip } from './payslip/payslip.ts'

const permission = 'programme.economy' as const
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * An approved run as a file for payroll. National numbers only for one who may see them; the file is given out only while it is made of
 * the very rows that were approved, so that nobody at an address hidden since falls out of it unseen.
 */
export const getPayrollFile = operation({
  permission, reads: true, input: z.object({ runId: Id, withMark: z.boolean().default(false) }), output: FileOutput.extend({ personIds: z.array(Id) }),
  subjects: (_, { personIds }) => personIds,
  async run(context, { runId, withMark }) {
    const run = await oneRun(context, runId)
    if (run.approvedAt === null) throw new Refused({ code: 'benefit.notApproved' })
    const { rows } = await sql<FileRow & { hash: string }>`
      select l.person_id, l.kind, l.for_month, l.amount_ore as ore, (select n.number from person_number n where n.person_id = l.person_id and n.kind in ('fnr', 'dnr') order by n.kind desc limit 1) as national_number,
        (select t.payroll_reference from benefit_terms t where t.person_id = l.person_id and t.payroll_reference is not null order by t.from_on desc limit 1) as reference
      from benefit_line l where l.run_id = ${runId}`.execute(context.tx)
    const approved = await context.tx.selectFrom('benefitRun').select('fileHash').where('id', '=', runId).executeTakeFirst()
    const hash = hashOf(rows)
    refuseIf(check(hash === approved?.fileHash, { code: 'benefit.fileDiffers' }))
    const text = payrollFile(rows, { month: run.month, payOn: run.payOn, hash })
    return { fileName: `introduksjonsstonad-${run.month.slice(0, 7)}-${hash.slice(0, 8)}.csv`, contentType: 'text/csv; charset=utf-8', bytes: new TextEncoder().encode((withMark ? BYTE_ORDER_MARK : '') + text), disposition: 'attachment' as const, personIds: [...new Set(rows.map(({ personId }) => personId))] }
  },
})

/** One person's payslip of one run, as she reads it herself. */
export const getPayslip = operation({
  permission, reads: true, input: z.object({ runId: Id, personId: Id, locale: z.enum(serverLocales).optional() }), output: Payslip,
  subjects: ({ personId }) => [personId],
  async run(context, { runId, personId, locale }) {
    const run = await oneRun(context, runId)
    const lines = await loadLines(context, runId, personId)
    if (lines.length === 0) throw new NotFound()
    return writePayslip(locale ?? toServerLocale(context.actor.locale), { month: run.month, payOn: run.payOn, isApproved: run.approvedAt !== null, lines })
  },
})
