import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { FileOutput } from '#platform/files.ts'
import type { Context } from '#platform/operation.ts'
import { operation } from '#platform/operation.ts'
import { Refused, found } from '#platform/problem.ts'
import { NoTypst, setPdf } from '#platform/typst.ts'
import { PaperInput, SheetContent } from '../proof.schema.ts'
import { writeProofPaper } from './write-paper.ts'

const template = readFileSync(new URL('proof-sheet.typ', import.meta.url), 'utf8')
const output = FileOutput.extend({ personId: z.uuid() })
const subjects = (_: unknown, { personId }: { personId: string }): string[] => [personId]

/** The sheet as it stood the day it was made, in the language asked for. One that was withdrawn is not given out again. */
async function paper({ tx }: Context, { id, locale }: z.output<typeof PaperInput>) {
  const sheet = found(await tx.selectFrom('proofSheet').selectAll().where('id', '=', id).executeTakeFirst())
  if (sheet.withdrawnOn !== null) throw new Refused({ code: 'proof.withdrawn' })
  try {
    const bytes = setPdf(template, writeProofPaper({ ...sheet, content: SheetContent.parse(sheet.content) }, locale))
    return { personId: sheet.personId, fileName: `bevisark-${locale}.pdf`, contentType: 'application/pdf', bytes }
  } catch (error) {
    if (error instanceof NoTypst) throw new Refused({ code: 'proof.noTypesetter' })
    throw error
  }
}

export const getProofPaper = operation({ permission: 'people.read', reads: true, input: PaperInput, output, subjects, run: paper })
export const getMyProofPaper = operation({ permission: 'own.read', reads: true, input: PaperInput, output, subjects, run: paper })
