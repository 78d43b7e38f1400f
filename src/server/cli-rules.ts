import { readFile } from 'node:fs/promises'
import { text as readStream } from 'node:stream/consumers'
import { z } from 'zod'
import { RuleLocale } from '#domains/rules/rules.schema.ts'
import { answerFor, catalogueOf, loadGrounds, refusalTexts } from '#domains/rules/index.ts'
import { asActor } from '#platform/db.ts'
import { systemActor } from '#platform/system-actor.ts'
import { EnteredValue } from '#rules/parameter.ts'
import { parameters } from '#rules/registry.ts'
import type { Grounds } from '#rules/rule.ts'
import { noGrounds } from '#rules/rule.ts'
import { PlainDate } from '#shared/date.ts'
import type { Refusal } from '#shared/decision.ts'
import type { Answer, Values } from './cli-database.ts'
import { UsageError, findMunicipality, withInstallation } from './cli-database.ts'

const SettingsFile = z.strictObject({
  choices: z.record(z.string(), z.string()).default({}), commenced: z.record(z.string(), PlainDate).default({}), entered: z.array(EnteredValue).default([]),
})

const localeOf = (values: Values): RuleLocale => RuleLocale.catch(() => { throw new UsageError(`--locale is one of: ${RuleLocale.options.join(', ')}.`) }).parse(values['locale'] ?? 'nb')

/** What a JSON file says; `-` is the standard input. */
async function readJson(file: string): Promise<unknown> {
  const content = await (file === '-' ? readStream(process.stdin) : readFile(file, 'utf8')).catch(() => { throw new UsageError(`The file ${file} cannot be read.`) })
  try {
    return JSON.parse(content)
  } catch {
    throw new UsageError(`${file === '-' ? 'The standard input' : `The file ${file}`} is not JSON.`)
  }
}

type Settings = z.output<typeof SettingsFile>

async function settingsFrom(file: string): Promise<Settings> {
  const read = SettingsFile.safeParse(await readJson(file))
  if (!read.success) throw new UsageError(`The settings in ${file} do not fit:\n${z.prettifyError(read.error)}`)
  const unknown = read.data.entered.filter(({ name }) => !parameters.some((one) => one.name === name))
  if (unknown.length > 0) throw new UsageError(`There is no figure ${unknown.map(({ name }) => name).join(', ')}. There are: ${parameters.map(({ name }) => name).join(', ')}.`)
  return read.data
}

/** What a municipality has entered. */
const groundsOf = (number: unknown): Promise<Grounds> => withInstallation(async (installation) => {
  const { id } = await findMunicipality(installation, number)
  return asActor(installation.db, systemActor(id), (tx) => loadGrounds(tx))
})

const refused = (refusals: readonly Refusal[], locale: RuleLocale): Answer => ({ answer: { refused: refusalTexts(refusals, locale) }, code: 1 })

/** Every rule, or one: what it needs, what it answers, where it comes from. Needs no database. */
export async function listRules(values: Values): Promise<Answer> {
  const locale = localeOf(values)
  const listed = catalogueOf(locale, typeof values['rule'] === 'string' ? values['rule'] : undefined)
  return listed.ok ? { answer: listed.value, code: 0 } : refused(listed.refusals, locale)
}

/** Asks a rule: the answer with its steps, also when it cannot be decided; or every reason why the facts cannot be. */
export async function askRule(rule: string, values: Values): Promise<Answer> {
  const locale = localeOf(values)
  const on = PlainDate.safeParse(values['on'])
  if (!on.success) throw new UsageError('Say for which day with --on YYYY-MM-DD.')
  if (typeof values['facts'] !== 'string') throw new UsageError('Say where the facts are with --facts <file>, or --facts - for the standard input.')
  const facts = await readJson(values['facts'])
  const { entered, ...whatIf } = typeof values['settings'] === 'string' ? await settingsFrom(values['settings']) : SettingsFile.parse({})
  const own = values['municipality'] === undefined ? noGrounds : await groundsOf(values['municipality'])
  const answer = answerFor({ rule, on: on.data, facts, ...whatIf }, { ...own, entered: [...own.entered, ...entered] }, locale)
  return answer.ok ? { answer: answer.value, code: 0 } : refused(answer.refusals, locale)
}
