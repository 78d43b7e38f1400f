/** What may stand beside an event: single values only, so that no body, form or person can be logged by accident. */
export type Fields = Record<string, string | number | boolean | undefined>

const levels = ['debug', 'info', 'warn', 'error'] as const
export type LogLevel = (typeof levels)[number]

type Out = { isTTY?: boolean | undefined; write(text: string): unknown }
type Options = { level?: LogLevel; out?: Out; now?: () => Date }
export type Log = Record<LogLevel, (event: string, fields?: Fields) => void> & { level: LogLevel }

const MOST_CHARACTERS = 1000
const cut = (value: Fields[string]): Fields[string] =>
  typeof value === 'string' && value.length > MOST_CHARACTERS ? `${value.slice(0, MOST_CHARACTERS)}…` : value

function line(at: Date, level: LogLevel, event: string, fields: Fields, forPeople: boolean): string {
  const kept = Object.entries(fields).filter(([, value]) => value !== undefined).map(([key, value]) => [key, cut(value)] as const)
  if (!forPeople) return JSON.stringify({ time: at.toISOString(), level, event, ...Object.fromEntries(kept) })
  const clock = at.toTimeString().slice(0, 8)
  return [clock, ...(level === 'info' ? [] : [level]), event, ...kept.map(([key, value]) => `${key}=${String(value)}`)].join(' ')
}

/** A log to `out` (stderr by default): one JSON object a line, or one readable line where a person watches. */
export function createLog({ level = 'info', out = process.stderr, now = () => new Date() }: Options = {}): Log {
  const at = (mine: LogLevel) => (event: string, fields: Fields = {}) => {
    if (levels.indexOf(mine) >= levels.indexOf(log.level)) out.write(`${line(now(), mine, event, fields, out.isTTY === true)}\n`)
  }
  const log: Log = { level, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
  return log
}

/** The log of this process; `log.level` is set once from the environment. */
export const log = createLog()

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/**
 * What a log may say of an error. An error from the database quotes the values it stumbled on, which may be somebody's
 * name: of those only the code and the names of table and constraint are kept.
 */
export function failure(error: unknown): Fields {
  if (!(error instanceof Error)) return { error: typeof error }
  const { code, severity, table, constraint } = error as Error & Record<string, unknown> // fields that database errors carry
  const frames = error.stack?.split('\n').filter((frame) => /^\s+at /.test(frame)).slice(0, 8).map((frame) => frame.trim()).join(' | ')
  const message = severity === undefined ? error.message : undefined
  return { error: error.name, code: text(code), table: text(table), constraint: text(constraint), message, stack: frames }
}
