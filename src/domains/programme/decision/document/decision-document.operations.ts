import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { explain, loadGrounds } from '#domains/rules/index.ts'
import { FileOutput } from '#platform/files.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { Refused, found } from '#platform/problem.ts'
import { NoTypst, setPdf } from '#platform/typst.ts'
import { appealOf } from '../appeal.core.ts'
import { DecisionDocument, DecisionDocumentInput } from '../decision-document.schema.ts'
import { loadDecision } from '../load-decisions.ts'
import { writeDecision, reasoned } from './write-decision.ts'

const template = readFileSync(new URL('decision-document.typ', import.meta.url), 'utf8')

async function loadNames({ tx }: Context, personId: string) {
  const person = found(await tx.selectFrom('person').leftJoin('account', (join) => join.onRef('account.municipalityId', '=', 'person.municipalityId').onRef('account.id', '=', 'person.adviserId'))
    .select(['givenName', 'familyName', 'account.name as adviser', 'account.email as adviserEmail']).where('person.id', '=', personId).executeTakeFirst())
  const { name } = await tx.selectFrom('municipality').select('name').executeTakeFirstOrThrow()
  return { person: `${person.givenName} ${person.familyName}`, municipality: name, adviser: person.adviser === null || person.adviserEmail === null ? null : { name: person.adviser, email: person.adviserEmail } }
}

/** A decision in words, in its own Norwegian and in the reader's language. */
export async function documentFor(context: Context, { decisionId, locale }: z.output<typeof DecisionDocumentInput>) {
  const { tx } = context
  const { row, personId, answers } = await loadDecision(tx, decisionId)
  const explained = reasoned(answers).map((one) => explain({ ...one, answer: one.answer ?? null }, row.locale))
  const replaced = row.replaces === null ? null : { why: row.replaces.why, decidedOn: (await loadDecision(tx, row.replaces.id)).row.decidedOn }
  const document = writeDecision({
    ...row, replaces: replaced, names: { ...await loadNames(context, personId), decidedBy: row.decidedBy },
    steps: explained.flatMap(({ steps }) => steps), judged: explained.flatMap(({ needsJudgement }) => needsJudgement),
    basis: [...new Set(explained.flatMap(({ sources }) => sources.map(({ text }) => text)))], appeal: appealOf(row, await loadGrounds(tx)),
  }, locale)
  return { personId, document }
}

/** The words of a decision: the preview, and the printable page where no PDF can be made. */
export const previewDecision = operation({
  permission: 'programme.decide', reads: true, input: DecisionDocumentInput, output: z.object({ personId: z.uuid(), document: DecisionDocument }),
  subjects: (_, { personId }) => [personId],
  run: documentFor,
})

/** The decision as PDF/A for the archive, in Norwegian, with a translation for information where a language is asked for. */
export const getDecisionDocument = operation({
  permission: 'programme.decide', reads: true, input: DecisionDocumentInput, output: FileOutput.extend({ personId: z.uuid() }),
  subjects: (_, { personId }) => [personId],
  async run(context, input) {
    const { personId, document } = await documentFor(context, input)
    return { personId, fileName: `vedtak-${document.decidedOn}-${input.locale}.pdf`, contentType: 'application/pdf', bytes: setOrRefuse(document) }
  },
})

/** Where there is no type setter the answer says so, and the screen offers the printable page. */
export function setOrRefuse(document: DecisionDocument): Uint8Array<ArrayBuffer> {
  try {
    return setPdf(template, document, 'a-2a')
  } catch (error) {
    if (error instanceof NoTypst) throw new Refused({ code: 'decision.noTypesetter' })
    throw error
  }
}
