import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { FileOutput } from '#platform/files.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { Refused } from '#platform/problem.ts'
import { NoTypst, setPdf } from '#platform/typst.ts'
import { fold } from '#shared/text.ts'
import { AgreementDocument, DocumentInput } from '../agreement-document.schema.ts'
import { loadAgreement, loadApprovals } from '../load-agreement.ts'
import { loadDocumentFacts } from './load-document.ts'
import { writeDocument } from './write-document.ts'

const template = readFileSync(new URL('agreement-document.typ', import.meta.url), 'utf8')

async function documentFor({ tx }: Context, { agreementId, locale }: z.output<typeof DocumentInput>) {
  const agreement = await loadAgreement(tx, agreementId)
  return { personId: agreement.personId, document: writeDocument(await loadDocumentFacts(tx, agreement, await loadApprovals(tx, agreementId)), locale) }
}

/** The words of the agreement in two languages: the preview, and the printable page where no PDF can be made. */
export const previewDocument = operation({
  permission: 'placements.read', reads: true, input: DocumentInput, output: z.object({ personId: z.uuid(), document: AgreementDocument }),
  subjects: (_, { personId }) => [personId],
  run: documentFor,
})

/** The agreement as a tagged PDF, in bokmål beside the reader's language. */
export const getDocument = operation({
  permission: 'placements.read', reads: true, input: DocumentInput, output: FileOutput.extend({ personId: z.uuid() }),
  subjects: (_, { personId }) => [personId],
  async run(context, input) {
    const { personId, document } = await documentFor(context, input)
    return { personId, fileName: `avtale-${fold(document.employer).replace(/[^a-z0-9]+/g, '-')}-${input.locale}.pdf`, contentType: 'application/pdf', bytes: setOrRefuse(document) }
  },
})

/** Where there is no type setter the answer says so, and the screen offers the printable page. */
function setOrRefuse(document: AgreementDocument): Uint8Array<ArrayBuffer> {
  try {
    return setPdf(template, document)
  } catch (error) {
    if (error instanceof NoTypst) throw new Refused({ code: 'placements.noTypesetter' })
    throw error
  }
}
