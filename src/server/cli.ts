import { parseArgs } from 'node:util'
import type { ParseArgsConfig } from 'node:util'
import { EnvironmentError } from '#platform/env.ts'
import { addAccount, addMunicipality } from './cli-beginning.ts'
import { doctor } from './cli-doctor.ts'
import { exportMunicipality } from './cli-export.ts'
import { importFile, importKinds } from './cli-import.ts'
import type { Values } from './cli-database.ts'
import { UsageError, migrateOnly, seedOnly } from './cli-database.ts'
import { checkMatch, solveMatch } from './cli-match.ts'
import { checkMeeting, planMeeting } from './cli-meeting.ts'
import { askRule, listRules } from './cli-rules.ts'
import { runServer } from './main.ts'

type Options = NonNullable<ParseArgsConfig['options']>
type Command = {
  summary: string
  /** What comes after the name; empty for nothing. */
  positionals: string[]
  options: Record<string, { type: 'string' | 'boolean'; value?: string; help: string }>
  more?: string
  /** Answers what is written to stdout as JSON, and the exit code. */
  run(positionals: string[], values: Values): Promise<{ answer?: unknown; code: number }>
}

const locale = { type: 'string', value: 'language', help: 'nb (when left out), nn or en.' } as const

/** By name; a name of two words is a command of a group. */
const commands: Record<string, Command> = {
  start: { summary: 'Start Fotfeste: database, web, jobs (the same as npm start).', positionals: [], options: {}, run: async () => { await runServer(); return { code: -1 } } },
  migrate: { summary: 'Bring the database to this version.', positionals: [], options: {}, run: () => migrateOnly() },
  seed: { summary: 'Fill an empty test installation with invented municipalities.', positionals: [], options: {}, run: () => seedOnly() },
  'add-municipality': {
    summary: 'Make a municipality.', positionals: ['number', 'name'], options: {},
    run: ([number = '', name = '']) => addMunicipality(number, name),
  },
  'add-account': {
    summary: 'Let somebody sign in; the first time, the administrator.', positionals: ['name', 'email', 'subject'],
    options: {
      municipality: { type: 'string', value: 'number', help: 'The municipality number; may be left out where there is only one.' },
      roles: { type: 'string', value: 'roles', help: 'With commas between; administrator when left out.' },
    },
    more: 'subject is the id the sign-in service knows the person by; the page shown to somebody without an account says it.',
    run: addAccount,
  },
  import: {
    summary: 'Read a file into a municipality.', positionals: ['what', 'file'],
    options: {
      municipality: { type: 'string', value: 'number', help: 'The municipality number; may be left out where there is only one.' },
      'dry-run': { type: 'boolean', help: 'Say what would happen; write nothing.' },
      'good-rows': { type: 'boolean', help: 'Write the rows that can be read, though others are refused.' },
    },
    more: `what is one of: ${importKinds.join(', ')}. Exit code 0 only when nothing was refused.`,
    run: ([what = '', file = ''], values) => importFile(what, file, values),
  },
  export: {
    summary: 'Write everything a municipality owns to a folder.', positionals: ['folder'],
    options: { municipality: { type: 'string', value: 'number', help: 'The municipality number; may be left out where there is only one.' } },
    more: 'One JSON line for each row, a file for each table, a README and a manifest with counts. The folder must be empty.',
    run: ([folder = ''], values) => exportMunicipality(folder, values),
  },
  'rules list': {
    summary: 'Print every rule: what it needs, what it answers, its sources.', positionals: [],
    options: { rule: { type: 'string', value: 'name', help: 'This rule alone.' }, locale },
    more: 'Needs no database. docs/rules-api.md describes the JSON.',
    run: (_, values) => listRules(values),
  },
  'rules ask': {
    summary: 'Ask a rule, for example programme.length.', positionals: ['rule'],
    options: {
      on: { type: 'string', value: 'date', help: 'The day the answer is for, YYYY-MM-DD.' },
      facts: { type: 'string', value: 'file', help: 'A JSON file of facts, or - for the standard input.' },
      settings: { type: 'string', value: 'file', help: 'A JSON file { choices, commenced, entered } to answer with.' },
      municipality: { type: 'string', value: 'number', help: 'Answer with what this municipality has entered; needs the database.' },
      locale,
    },
    more: 'Exit code 0 when it was answered, also that it cannot be decided and what it needs; 1 when the facts are refused, with every reason; 2 when the command is not understood.',
    run: ([rule = ''], values) => askRule(rule, values),
  },
  'match solve': {
    summary: 'Solve an assignment problem, with a proof of the answer.', positionals: ['file'],
    options: { seed: { type: 'string', value: 'number', help: 'Decides between answers that are as good; 1 when left out.' } },
    more: 'Needs no database. src/matching/engine/README.md describes the files. Exit code 1 when the problem is refused, or all must be assigned and cannot be.',
    run: ([file = ''], values) => solveMatch(file, values),
  },
  'match check': {
    summary: 'Check an answer of match solve by its proof.', positionals: ['file', 'result'], options: {},
    more: 'Exit code 0 when the answer is proved to be the best there is.',
    run: ([file = '', result = '']) => checkMatch(file, result),
  },
  'meeting plan': {
    summary: 'Plan a day on which employers and participants meet, without double booking.', positionals: ['file'],
    options: { seed: { type: 'string', value: 'number', help: 'Decides between plans that are as good; 1 when left out.' } },
    more: 'Needs no database. src/matching/meetings/README.md describes the files. Exit code 1 when the day is refused, with every reason.',
    run: ([file = ''], values) => planMeeting(file, values),
  },
  'meeting check': {
    summary: 'Check that a plan of meeting plan can be held.', positionals: ['file', 'plan'], options: {},
    more: 'Exit code 0 when nobody, no table and no interpreter is taken twice, and all else asked of the day is kept.',
    run: ([file = '', plan = '']) => checkMeeting(file, plan),
  },
  doctor: { summary: 'Check that everything Fotfeste needs is in place.', positionals: [], options: {}, more: 'Exit code 1 when something is wrong.', run: () => doctor() },
}

const say = (text: string): void => { process.stderr.write(`${text}\n`) }

const usage = (): string => ['Usage: npm run fotfeste -- <command> [options]', '', ...Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(18)}${summary}`),
  '', 'Help for one command: npm run fotfeste -- <command> --help. Answers are JSON on stdout; all else is on stderr.'].join('\n')

function usageOf(name: string, { summary, positionals, options, more }: Command): string {
  const flags = Object.entries(options).map(([option, { value, help }]) => `  ${`--${option}${value ? ` <${value}>` : ''}`.padEnd(26)}${help}`)
  return [summary, '', `Usage: npm run fotfeste -- ${[name, ...positionals.map((one) => `<${one}>`)].join(' ')}${flags.length > 0 ? ' [options]' : ''}`,
    ...(flags.length > 0 ? ['', ...flags] : []), ...(more ? ['', more] : [])].join('\n')
}

const parserOptions = (command: Command): Options => ({
  help: { type: 'boolean', short: 'h' }, ...Object.fromEntries(Object.entries(command.options).map(([name, { type }]) => [name, { type }])) })

/** Runs one command line; answers the exit code, or -1 for what goes on running. */
export async function runCli(args: string[]): Promise<number> {
  const words = Object.hasOwn(commands, args.slice(0, 2).join(' ')) ? 2 : 1
  const name = args.slice(0, words).join(' ') || '--help'
  if (name === '--help' || name === '-h' || name === 'help') { say(usage()); return 0 }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) { say(`There is no command '${name}'.\n\n${usage()}`); return 2 }
  try {
    const { values, positionals } = parseArgs({ args: args.slice(words), options: parserOptions(command), allowPositionals: true })
    if (values['help'] === true) { say(usageOf(name, command)); return 0 }
    if (positionals.length !== command.positionals.length) { say(usageOf(name, command)); return 2 }
    const flat: Values = Object.fromEntries(Object.entries(values).map(([key, value]) => [key, Array.isArray(value) ? undefined : value]))
    const { answer, code } = await command.run(positionals, flat)
    if (answer !== undefined) process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`)
    return code
  } catch (error) {
    if (error instanceof EnvironmentError) say(`The environment does not fit:\n${error.message}`)
    else say(error instanceof Error ? error.message : String(error))
    return error instanceof UsageError || (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) ? 2 : 1
  }
}

if (import.meta.main) {
  const code = await runCli(process.argv.slice(2))
  if (code >= 0) process.exitCode = code
}
