import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { EnvironmentError, keptSecret, readEnv } from './env.ts'

const production = {
  DATABASE_URL: 'postgres://u:p@db.example.no/fotfeste', OIDC_ISSUER: 'https://login.example.no', OIDC_CLIENT_ID: 'fotfeste',
  OIDC_CLIENT_SECRET: 'hemmelig', FOTFESTE_ORIGIN: 'https://fotfeste.example.no/',
  SMTP_URL: 'smtp://mail.example.no:587', MAIL_FROM: 'Fotfeste <fotfeste@example.no>',
}

test('nothing given is a test installation on this machine alone', () => {
  expect(readEnv({})).toMatchObject({
    port: 8080, host: '127.0.0.1', origin: 'http://localhost:8080', mode: 'test-installation', logLevel: 'info', signInLimit: 10,
    databaseUrl: undefined, oidc: undefined, mail: undefined, secret: undefined,
  })
  expect(readEnv({}).dataFolder).toBe(process.getuid?.() === 0 ? '/var/lib/fotfeste' : `${process.env.HOME}/.local/share/fotfeste`)
})

test('the origin follows the port unless it is given, and has no slash at the end', () => {
  expect(readEnv({ PORT: '9000' }).origin).toBe('http://localhost:9000')
  expect(readEnv({ PORT: '9000', FOTFESTE_ORIGIN: 'http://fotfeste.test:81/' }).origin).toBe('http://fotfeste.test:81')
})

test('an outside database or sign-in makes it production, unless said otherwise', () => {
  expect(readEnv(production)).toMatchObject({
    mode: 'production', origin: 'https://fotfeste.example.no', databaseUrl: production.DATABASE_URL,
    oidc: { issuer: 'https://login.example.no', clientId: 'fotfeste', clientSecret: 'hemmelig' },
  })
  expect(readEnv({ DATABASE_URL: production.DATABASE_URL, FOTFESTE_MODE: 'test-installation' }).mode).toBe('test-installation')
})

test('an empty variable is an absent one', () => {
  expect(readEnv({ PORT: '', DATABASE_URL: ' ', LOG_LEVEL: '' })).toMatchObject({ port: 8080, mode: 'test-installation', logLevel: 'info' })
})

test.each([
  [{ PORT: 'http' }, /^PORT: write a port number/],
  [{ PORT: '70000' }, /^PORT: write a port number/],
  [{ DATABASE_URL: 'mysql://x/y' }, /DATABASE_URL: write the address of a PostgreSQL database/],
  [{ FOTFESTE_SECRET: 'short' }, /^FOTFESTE_SECRET: write at least 32/],
  [{ FOTFESTE_MODE: 'demo' }, /^FOTFESTE_MODE: write one of test-installation, production/],
  [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL: write one of debug/],
  [{ SIGN_IN_LIMIT: '0' }, /^SIGN_IN_LIMIT: write how many/],
  [{ SMTP_URL: 'smtp://mail.example.no' }, /^MAIL_FROM: SMTP_URL is given/],
  [{ SMTP_URL: 'smtp://mail.example.no', MAIL_FROM: 'Fotfeste' }, /^MAIL_FROM: write the sender/],
  [{ ...production, OIDC_CLIENT_SECRET: undefined }, /^OIDC_CLIENT_SECRET: OIDC_ISSUER is given/],
  [{ ...production, OIDC_ISSUER: undefined }, /^OIDC_ISSUER: in production/],
  [{ ...production, SMTP_URL: undefined }, /^SMTP_URL: in production mail must reach people/],
  [{ ...production, FOTFESTE_ORIGIN: undefined }, /^FOTFESTE_ORIGIN: in production/],
  [{ ...production, FOTFESTE_ORIGIN: 'http://fotfeste.example.no' }, /^FOTFESTE_ORIGIN: .* must begin with https/],
])('%j is refused by name, with what to write', (source, said) => {
  expect(() => readEnv(source)).toThrow(EnvironmentError)
  expect(() => readEnv(source)).toThrow(said)
})

test('every fault is named at once, and no value is repeated', () => {
  const read = () => readEnv({ PORT: 'x', LOG_LEVEL: 'y', FOTFESTE_SECRET: 'swordfish' })
  expect(read).toThrow(/PORT: [^\n]*\nFOTFESTE_SECRET: [^\n]*\nLOG_LEVEL: /)
  expect(read).not.toThrow(/swordfish/)
})

test('production on this machine may be tried without a certificate', () => {
  expect(readEnv({ ...production, FOTFESTE_ORIGIN: 'http://localhost:8080' }).mode).toBe('production')
})

test('the kept secret is long, the same each time, and closed to others', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fotfeste-secret-'))
  const secret = keptSecret(folder)
  expect(secret.length).toBeGreaterThanOrEqual(40)
  expect(keptSecret(folder)).toBe(secret)
  expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600)
  rmSync(folder, { recursive: true })
})
