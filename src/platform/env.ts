import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'

/** What the environment decides, read once at start. */
export type Env = {
  port: number
  /** The address listened on; `0.0.0.0` for all. */
  host: string
  /** Where the built-in database, files and the secret are kept; an absolute path. */
  dataFolder: string
  /** An outside PostgreSQL; absent: the built-in one. */
  databaseUrl?: string
  /** What people write in the browser, without a slash at the end. */
  origin: string
  /** Absent: `keptSecret(dataFolder)`. */
  secret?: string
  /** An outside sign-in; absent: the local one with invented people. */
  oidc?: { issuer: string; clientId: string; clientSecret: string }
  /** An outside mail server; absent, in a test installation only: mail is kept in the local sink. */
  mail?: { url: string; from: string }
  /** A test installation has invented people and takes synthetic national numbers; a production one never does. */
  mode: 'test-installation' | 'production'
  /** Sign-in attempts a minute from one address. */
  signInLimit: number
  /** The secret of each municipality's SMS gateway, by municipality number; empty: no text messages are taken in. */
  smsSecrets: ReadonlyMap<string, string>
  chromiumPath?: string
  logLevel: 'debug' | 'info' | 'warn' | 'error'
}

/** Every name is refused in a sentence that says what to write. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError'
}

const whole = (say: string, least: number, most: number) => z.coerce.number(say).int(say).min(least, say).max(most, say)
const address = (schemes: RegExp, say: string) => z.url({ protocol: schemes, error: say })
const oneOf = <const T extends [string, ...string[]]>(...words: T) => z.enum(words, `write one of ${words.join(', ')}`)

const Variables = z.object({
  PORT: whole('write a port number from 1 to 65535, for example 8080', 1, 65_535).default(8080),
  HOST: z.string().regex(/^[\w.:-]+$/, 'write the address to listen on, for example 127.0.0.1, or 0.0.0.0 for all').default('127.0.0.1'),
  FOTFESTE_DATA: z.string().optional(),
  DATABASE_URL: address(/^postgres(ql)?$/, 'write the address of a PostgreSQL database, for example postgres://user:password@host:5432/fotfeste').optional(),
  FOTFESTE_ORIGIN: address(/^https?$/, 'write the address people use, for example https://fotfeste.example.no').optional(),
  FOTFESTE_SECRET: z.string().min(32, 'write at least 32 random characters, for example from: openssl rand -base64 32').optional(),
  OIDC_ISSUER: address(/^https?$/, 'write the address of the sign-in service, for example https://login.example.no').optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  SMTP_URL: address(/^smtps?$/, 'write the address of the mail server, for example smtp://user:password@mail.example.no:587').optional(),
  MAIL_FROM: z.string().regex(/^[^<>]*<?[^\s<>@]+@[^\s<>@]+>?$/, 'write the sender, for example Fotfeste <fotfeste@example.no>').optional(),
  FOTFESTE_MODE: oneOf('test-installation', 'production').optional(),
  SIGN_IN_LIMIT: whole('write how many sign-in attempts a minute one address may make, for example 10', 1, 1_000_000).default(10),
  SMS_SECRETS: z.string().regex(/^\d{4}=[^,\s]{32,}(,\d{4}=[^,\s]{32,})*$/, 'write municipality number and a secret of at least 32 characters, several with a comma between, for example 9901=… from: openssl rand -hex 32').optional(),
  CHROMIUM_PATH: z.string().optional(),
  LOG_LEVEL: oneOf('debug', 'info', 'warn', 'error').default('info'),
}).superRefine((all, context) => {
  for (const [name, say] of missingTogether(all)) context.addIssue({ code: 'custom', path: [name], message: say })
})
type Variables = z.infer<typeof Variables>

/** What the variables together make necessary. */
function missingTogether(all: Variables): [keyof Variables, string][] {
  const missing: [keyof Variables, string][] = []
  const need = (name: keyof Variables, when: boolean, say: string) => { if (when && all[name] === undefined) missing.push([name, say]) }
  const production = modeOf(all) === 'production'
  need('OIDC_CLIENT_ID', all.OIDC_ISSUER !== undefined, 'OIDC_ISSUER is given: write the client id the sign-in service gave you')
  need('OIDC_CLIENT_SECRET', all.OIDC_ISSUER !== undefined, 'OIDC_ISSUER is given: write the client secret the sign-in service gave you')
  need('MAIL_FROM', all.SMTP_URL !== undefined, 'SMTP_URL is given: write the sender, for example Fotfeste <fotfeste@example.no>')
  need('OIDC_ISSUER', production, 'in production people sign in with a real service: write its address, or FOTFESTE_MODE=test-installation to try things with invented people')
  need('FOTFESTE_ORIGIN', production, 'in production: write the address people use, for example https://fotfeste.example.no')
  need('SMTP_URL', production, 'in production mail must reach people: write the address of the mail server, for example smtp://user:password@mail.example.no:587; to try without, FOTFESTE_MODE=test-installation')
  if (production && all.FOTFESTE_ORIGIN && !/^https:|^http:\/\/(localhost|127\.0\.0\.1)(:|\/|$)/.test(all.FOTFESTE_ORIGIN)) {
    missing.push(['FOTFESTE_ORIGIN', 'in production the address must begin with https://'])
  }
  return missing
}

const modeOf = (all: Variables): Env['mode'] => all.FOTFESTE_MODE ?? (all.DATABASE_URL || all.OIDC_ISSUER ? 'production' : 'test-installation')

const usualDataFolder = (): string => (process.getuid?.() === 0 ? '/var/lib/fotfeste' : join(homedir(), '.local', 'share', 'fotfeste'))

/** Reads the environment; an empty variable counts as absent. Throws `EnvironmentError` with a line for every fault. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()).map(([name, value]) => [name, value?.trim()]))
  const read = Variables.safeParse(given)
  if (!read.success) throw new EnvironmentError(read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}.`).join('\n'))
  const all = read.data
  return {
    port: all.PORT,
    host: all.HOST,
    dataFolder: resolve(all.FOTFESTE_DATA ?? usualDataFolder()),
    databaseUrl: all.DATABASE_URL,
    origin: new URL(all.FOTFESTE_ORIGIN ?? `http://localhost:${all.PORT}`).origin,
    secret: all.FOTFESTE_SECRET,
    oidc: all.OIDC_ISSUER && all.OIDC_CLIENT_ID && all.OIDC_CLIENT_SECRET ? { issuer: all.OIDC_ISSUER, clientId: all.OIDC_CLIENT_ID, clientSecret: all.OIDC_CLIENT_SECRET } : undefined,
    mail: all.SMTP_URL && all.MAIL_FROM ? { url: all.SMTP_URL, from: all.MAIL_FROM } : undefined,
    mode: modeOf(all),
    signInLimit: all.SIGN_IN_LIMIT,
    smsSecrets: new Map((all.SMS_SECRETS ?? '').split(',').filter(Boolean).map((one) => [one.slice(0, 4), one.slice(5)])),
    chromiumPath: all.CHROMIUM_PATH,
    logLevel: all.LOG_LEVEL,
  }
}

/** The secret of this installation, made at the first call and kept in the data folder for its owner's eyes alone. */
export function keptSecret(dataFolder: string): string {
  const file = join(dataFolder, 'secret')
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
  }
  return readFileSync(file, 'utf8').trim()
}
