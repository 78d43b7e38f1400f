import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { Id } from '#shared/id.ts'
import { dayInNorway } from '#shared/date.ts'
import { FileOutput } from '#platform/files.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { NotFound, Refused, found } from '#platform/problem.ts'
import type { ServerLocale } from '#platform/texts.ts'
import { serverLocales } from '#platform/texts.ts'
import { NoTypst, setPdf } from '#platform/typst.ts'
import { paperLocale } from '../../decision/paper-locale.ts'
import { loadLines } from '../load-run.ts'
import { writePayslipPaper } from './write-paper.ts'

const template = readFileSync(new URL('payslip-paper.typ', import.meta.url), 'utf8')
const Locale = z.enum(serverLocales)
const output = FileOutput.extend({ personId: z.uuid() })
const subjects = (_: unknown, { personId }: { personId: string }): string[] => [personId]

type Asked = { runId: string; personId: string; locale: ServerLocale }

/** What somebody is paid in an approved run, set as PDF/A; its Norwegian is the reader's, else that of the municipality's papers. */
async function paperFor({ tx }: Context, { runId, personId, locale }: Asked): Promise<z.input<typeof output>> {
  const run = found(await tx.selectFrom('benefitRun').select(['month', 'payOn', 'approvedAt']).where('id', '=', runId).executeTakeFirst())
  const lines = await loadLines({ tx }, runId, personId)
  if (lines.length === 0) throw new NotFound()
  if (run.approvedAt === null) throw new Refused({ code: 'benefit.notApproved' })
  const person = found(await tx.selectFrom('person').select(['givenName', 'familyName', 'contactLocale']).where('id', '=', personId).executeTakeFirst())
  const { name } = await tx.selectFrom('municipality').select('name').executeTakeFirstOrThrow()
  const norwegian = locale === 'nb' || locale === 'nn' ? locale : await paperLocale(tx, person.contactLocale)
  const paper = writePayslipPaper(norwegian, locale, { month: run.month, payOn: run.payOn, isApproved: true, lines, municipality: name, person: `${person.givenName} ${person.familyName}`, approvedOn: dayInNorway(new Date(run.approvedAt)) })
  return { personId, fileName: `introduksjonsstonad-${run.month.slice(0, 7)}-${locale}.pdf`, contentType: 'application/pdf', bytes: set(paper) }
}

function set(paper: ReturnType<typeof writePayslipPaper>): Uint8Array<ArrayBuffer> {
  try {
    return setPdf(template, paper, 'a-2a')
  } catch (error) {
    if (error instanceof NoTypst) throw new Refused({ code: 'benefit.noTypesetter' })
    throw error
  }
}

/** One person's payslip as paper, once the run is approved. */
export const getPayslipPaper = operation({
  permission: 'programme.economy', reads: true, input: z.object({ runId: Id, personId: Id, locale: Locale }), output, subjects,
  run: paperFor,
})

/** Her own payslip as paper. */
export const getMyPayslipPaper = operation({
  permission: 'own.read', reads: true, input: z.object({ runId: Id, locale: Locale }), output, subjects,
  run: (context, { runId, locale }) => paperFor(context, { runId, locale, personId: found(context.actor.personId) }),
})
