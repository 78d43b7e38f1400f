import { z } from 'zod'
import { loadGrounds } from '#domains/rules/index.ts'
import { FileOutput } from '#platform/files.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { found } from '#platform/problem.ts'
import type { Grounds } from '#rules/rule.ts'
import { appealOf } from './appeal.core.ts'
import { complaintState } from './complaint.core.ts'
import type { DocumentLocale } from './decision-document.schema.ts'
import { DocumentLocale as AnyLocale } from './decision-document.schema.ts'
import type { DecisionRow } from './decision.schema.ts'
import { documentFor, setOrRefuse } from './document/decision-document.operations.ts'
import { documentTexts } from './document/words.ts'
import { decidedText } from './document/write-decision.ts'
import { loadDecision, loadDecisions } from './load-decisions.ts'
import type { MyComplaint, MyDecisionRow } from './my-decision.schema.ts'
import { MyDecision, MyDecisionInput, MyDecisions } from './my-decision.schema.ts'

const permission = 'own.read' as const
const subjects = (_: unknown, { personId }: { personId: string }): string[] => [personId]

/** Her newest complaint about each decision; only the columns that are hers to read. */
async function complaintsOf({ tx }: Context, personId: string): Promise<Map<string, MyComplaint>> {
  const rows = await tx.selectFrom('programmeComplaint').select(['decisionId', 'receivedOn', 'outcome', 'outcomeOn', 'higherOutcome', 'higherOn']).where('personId', '=', personId).orderBy('receivedOn').execute()
  return new Map(rows.map(({ decisionId, ...row }) => [decisionId, { ...row, state: complaintState(row) }]))
}

type Around = { grounds: Grounds; complaints: ReadonlyMap<string, MyComplaint> }

function rowFor(row: DecisionRow, locale: DocumentLocale, { grounds, complaints }: Around): MyDecisionRow {
  const { id, kind, decidedOn, terms, validFrom, validTo } = row
  return { id, kind, decidedOn, title: documentTexts(locale)(`title.${kind}`), decided: decidedText(locale, kind, terms, { from: validFrom, to: validTo }), appeal: appealOf(row, grounds), complaint: complaints.get(id) ?? null, isReplaced: row.replacedBy !== null }
}

/** Every decision made about her, newest first, in her language: whose they are the database says. */
export const listMyDecisions = operation({
  permission, reads: true, input: z.object({ locale: AnyLocale }), output: MyDecisions, subjects,
  async run(context, { locale }) {
    const { tx, actor, today } = context
    const personId = found(actor.personId)
    const around = { grounds: await loadGrounds(tx), complaints: await complaintsOf(context, personId) }
    return { personId, today, decisions: (await loadDecisions(tx, personId)).map((row) => rowFor(row, locale, around)) }
  },
})

/** One decision of hers in words, with how long she may complain and how far a complaint has come. */
export const getMyDecision = operation({
  permission, reads: true, input: MyDecisionInput, output: MyDecision, subjects,
  async run(context, { decisionId, locale }) {
    const { tx, today } = context
    const { row, personId } = await loadDecision(tx, decisionId)
    const around = { grounds: await loadGrounds(tx), complaints: await complaintsOf(context, personId) }
    return { ...rowFor(row, locale, around), personId, today, document: (await documentFor(context, { decisionId, locale })).document, replacedById: row.replacedBy?.id ?? null }
  },
})

/** The paper of one decision of hers: the very one that is in the archive, with a translation for information. */
export const getMyDecisionDocument = operation({
  permission, reads: true, input: MyDecisionInput, output: FileOutput.extend({ personId: z.uuid() }), subjects,
  async run(context, input) {
    const { personId, document } = await documentFor(context, input)
    return { personId, fileName: `vedtak-${document.decidedOn}-${input.locale}.pdf`, contentType: 'application/pdf', bytes: setOrRefuse(document) }
  },
})
