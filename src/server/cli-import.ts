import { globSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { IntlMessageFormat } from 'intl-messageformat'
import { z } from 'zod'
import type { Refusal } from '#shared/decision.ts'
import { ImportResult } from '#shared/import-result.ts'
import { MOST_FILE_BYTES } from '#platform/files.ts'
import { perform } from '#platform/operation.ts'
import { Refused } from '#platform/problem.ts'
import { systemActor } from '#platform/system-actor.ts'
import type { Answer, Values } from './cli-database.ts'
import { CliError, findMunicipality, withInstallation } from './cli-database.ts'
import { operations } from './operations.ts'

const imports = { participants: 'people.importParticipants', employers: 'employers.importEmployers', vacancies: 'opportunities.importVacancies', occupations: 'competence.importOccupations', esco: 'competence.importEsco', families: 'competence.importFamilies' } as const
type Kind = keyof typeof imports
export const importKinds = ['participants', 'employers', 'vacancies', 'occupations', 'esco', 'families'] as const satisfies readonly Kind[]
const isKind = (word: string): word is Kind => importKinds.some((kind) => kind === word)

/** Every bokmål text there is: a refusal's code is its key. */
function bokmaal(): Map<string, string> {
  const root = fileURLToPath(new URL('../', import.meta.url))
  const files = globSync('{web,domains/*,domains/*/*}/messages/{nb,*.nb}.json', { cwd: root })
  return new Map(files.flatMap((file) => Object.entries(z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(`${root}${file}`, 'utf8'))))))
}

function textOf(texts: Map<string, string>, { code, params }: Refusal): string {
  const text = texts.get(code)
  if (text === undefined) return code
  try {
    return String(new IntlMessageFormat(text, ['nb-NO', 'no']).format(params))
  } catch {
    return text
  }
}

/** The whole content of a file that may be imported. */
async function contentOf(file: string): Promise<Uint8Array> {
  const bytes = await readFile(file).catch(() => { throw new CliError(`The file ${file} cannot be read.`) })
  if (bytes.length > MOST_FILE_BYTES) throw new CliError(`The file is larger than ${MOST_FILE_BYTES / 1024 / 1024} MB. Divide it.`)
  return new Uint8Array(bytes)
}

/** Reads a file into a municipality, in the name of Fotfeste itself: the same operation as in the browser, with the same audit. */
export async function importFile(what: string, file: string, values: Values): Promise<Answer> {
  if (!isKind(what)) throw new CliError(`'${what}' cannot be imported. Write one of: ${importKinds.join(', ')}.`)
  const bytes = await contentOf(file)
  return withInstallation(async (installation) => {
    const municipality = await findMunicipality(installation, values['municipality'])
    const name = imports[what]
    const input = { fileName: basename(file), bytes, dryRun: values['dry-run'] === true, goodRows: values['good-rows'] === true }
    const texts = bokmaal()
    const said = (refusal: Refusal & { row?: number; field?: string }) => ({ row: refusal.row ?? 0, field: refusal.field ?? refusal.path, code: refusal.code, text: textOf(texts, refusal) })
    try {
      const done = ImportResult.parse(await perform(installation.db, operations[name], systemActor(municipality.id), { name, input, now: new Date() }))
      const { created, changed, unchanged, written } = done
      return { answer: { created, changed, unchanged, written, refused: done.refused.map(said), notes: done.notes.map(said) }, code: done.refused.length > 0 ? 1 : 0 }
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      return { answer: { created: 0, changed: 0, unchanged: 0, written: false, refused: error.refusals.map(said), notes: [] }, code: 1 }
    }
  })
}
