import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { FileOutput } from '#platform/files.ts'
import { operation } from '#platform/operation.ts'
import { Refused, found } from '#platform/problem.ts'
import { NoTypst, setPdf } from '#platform/typst.ts'
import { loadNames, loadVersions } from '../load-division.ts'
import { writeDivisionPaper } from './write-paper.ts'

const template = readFileSync(new URL('division-paper.typ', import.meta.url), 'utf8')

/** One version on one page, for the wall and for the file. Where there is no type setter the answer says so. */
export const getDivisionPaper = operation({
  permission: 'employers.read', reads: true, input: z.object({ number: z.int(), locale: z.enum(['nb', 'nn']) }), output: FileOutput, subjects: () => [],
  async run({ tx, today }, { number, locale }) {
    const version = found((await loadVersions(tx, today)).find((one) => one.number === number))
    const { name } = await tx.selectFrom('municipality').select('name').executeTakeFirstOrThrow()
    const paper = writeDivisionPaper(version, { municipality: name, names: await loadNames(tx, [version.content]), madeOn: today }, locale)
    try {
      return { fileName: `arbeidsdeling-${number}-${locale}.pdf`, contentType: 'application/pdf', bytes: setPdf(template, paper, 'a-2a') }
    } catch (error) {
      if (error instanceof NoTypst) throw new Refused({ code: 'division.noTypesetter' })
      throw error
    }
  },
})
