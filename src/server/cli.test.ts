import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keptSecret } from '#platform/env.ts'
import { migrate } from '#platform/migrate.ts'
import type { Postgres } from '#platform/postgres.ts'
import { connectOrStart, startPostgres } from '#platform/postgres.ts'
import { testFolder } from '../../tools/test-folder.ts'

type Ended = { code: number; stdout: string; stderr: string }
let folder = ''
/** Runs beside most commands: each would otherwise start one of its own. */
let server: Postgres

/** Runs a command as one at the keyboard would, in an installation of its own. */
const fotfeste = (...args: string[]): Promise<Ended> => new Promise((ended) => {
  execFile(process.execPath, [new URL('cli.ts', import.meta.url).pathname, ...args], { env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE, FOTFESTE_DATA: join(folder, 'data') }, encoding: 'utf8' },
    (error, stdout, stderr) => ended({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }))
})

const municipality = async (url: string, number: string): Promise<void> => {
  const owner = new pg.Client({ connectionString: url })
  await owner.connect()
  await owner.query('select app.create_municipality(gen_random_uuid(), $1, $2, null, true, $3)', [number, `Kommune ${number}`, {}])
  await owner.end()
}

beforeAll(async () => {
  folder = await testFolder('cli')
  await chmod(folder, 0o755) // started by root, the database runs as another user
  const data = join(folder, 'data')
  server = await startPostgres(data, { durable: false })
  await migrate(server.url, keptSecret(data))
  await municipality(server.url, '9951')
  await municipality(server.url, '9952')
})
afterAll(async () => {
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
})

test('help is at every level, on stderr', async () => {
  for (const args of [[], ['--help'], ['import', '--help'], ['export', '-h'], ['doctor', '--help']]) {
    const { code, stdout, stderr } = await fotfeste(...args)
    expect([code, stdout], args.join(' ')).toEqual([0, ''])
    expect(stderr, args.join(' ')).toContain('npm run fotfeste --')
  }
})

test('what cannot be understood ends with 2 and says what to write', async () => {
  expect(await fotfeste('imports')).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining("no command 'imports'") })
  expect(await fotfeste('import', 'employers')).toMatchObject({ code: 2, stderr: expect.stringContaining('<what> <file>') })
  expect(await fotfeste('import', 'employers', 'a', '--loud')).toMatchObject({ code: 2, stderr: expect.stringContaining('--loud') })
  expect(await fotfeste('import', 'nothing', 'a')).toMatchObject({ code: 1, stderr: expect.stringContaining('participants, employers, vacancies, occupations') })
})

test('a file is read into one municipality: refusals in bokmål, nothing written until all is right', async () => {
  const file = join(folder, 'deltakere.csv')
  const heading = 'Fornavn;Etternavn;Fødselsdato'
  await writeFile(file, `${heading}\nOlena;Melnyk;12.03.1990\nAmina;;01.02.1985\n`)
  expect(await fotfeste('import', 'participants', file)).toMatchObject({ code: 1, stderr: expect.stringContaining('9951 Kommune 9951, 9952') })
  const refused = await fotfeste('import', 'participants', file, '--municipality', '9951')
  expect(refused.code, refused.stderr).toBe(1)
  expect(JSON.parse(refused.stdout)).toMatchObject({ written: false, refused: [{ row: 3, code: 'name.missing', text: expect.stringContaining('Navnet mangler') }] })
  await writeFile(file, `${heading}\nOlena;Melnyk;12.03.1990\n`)
  expect(JSON.parse((await fotfeste('import', 'participants', file, '--municipality', '9951', '--dry-run')).stdout)).toMatchObject({ created: 1, written: false, refused: [] })
  const done = await fotfeste('import', 'participants', file, '--municipality', '9951')
  expect(done.code, done.stderr).toBe(0)
  expect(JSON.parse(done.stdout)).toMatchObject({ created: 1, changed: 0, unchanged: 0, written: true, refused: [] })
  expect(JSON.parse((await fotfeste('import', 'participants', file, '--municipality', '9951')).stdout)).toMatchObject({ created: 0, unchanged: 1 })
})

test('a municipality’s own data come out whole, with counts, and nothing of another’s', async () => {
  const out = join(folder, 'export')
  const { code, stdout, stderr } = await fotfeste('export', '--municipality', '9951', out)
  expect(code, stderr).toBe(0)
  const counts = new Map<string, number>(JSON.parse(stdout).tables.map(({ table, rows }: { table: string; rows: number }) => [table, rows]))
  expect([counts.get('person'), counts.get('municipality'), counts.has('session')]).toEqual([1, 1, false])
  expect(JSON.parse((await readFile(join(out, 'person.jsonl'), 'utf8')).trim())).toMatchObject({ given_name: 'Olena', birth_date: '1990-03-12' })
  const audit = (await readFile(join(out, 'audit_log.jsonl'), 'utf8')).trim().split('\n').map((line) => JSON.parse(line))
  expect(audit.filter(({ operation }) => operation === 'cli.export')).toMatchObject([{ actor_kind: 'system', subjects: [expect.any(String)], outcome: 'done' }])
  expect(await readFile(join(out, 'README.md'), 'utf8')).toContain('Uttrekk fra Fotfeste: 9951')
  expect(await fotfeste('export', '--municipality', '9951', out)).toMatchObject({ code: 1, stderr: expect.stringContaining('not empty') })
})

test('doctor finds all in place, and says what to do about an address that does not fit', async () => {
  const { code, stdout, stderr } = await fotfeste('doctor')
  expect(code, stderr).toBe(0)
  expect(JSON.parse(stdout).checks).toContainEqual(expect.objectContaining({ what: 'Migrations', state: 'ok' }))
  expect(stderr).toMatch(/ok +Database +PostgreSQL 18/)
  expect(stderr).toMatch(/ok +Database log +quotes nobody/)
})

test('doctor warns of a database whose own log may quote people', async () => {
  const owner = new pg.Client({ connectionString: server.url })
  await owner.connect()
  await owner.query("alter role current_user set log_error_verbosity = 'default'")
  const { code, stdout } = await fotfeste('doctor')
  await owner.query('alter role current_user reset log_error_verbosity')
  await owner.end()
  expect(code).toBe(0)
  expect(JSON.parse(stdout).checks).toContainEqual({ what: 'Database log', state: 'warn', found: 'may quote people in its errors', todo: 'Set log_error_verbosity = terse in PostgreSQL. See docs/running.md.' })
})

test('a command beside a running server uses its database and leaves it running', async () => {
  const data = join(folder, 'data')
  const { code, stderr } = await fotfeste('migrate')
  expect(code, stderr).toBe(0)
  const beside = await connectOrStart(data)
  expect(beside.port).toBe(server.port)
  await beside.stop()
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  expect((await client.query('select 1 as here')).rows).toEqual([{ here: 1 }])
  await client.end()
})

test('a command without a server starts the database, and stops it again', async () => {
  const data = join(folder, 'data')
  await server.stop()
  const { code, stderr } = await fotfeste('doctor')
  expect([code, stderr], stderr).toEqual([0, expect.stringMatching(/ok +Database +PostgreSQL 18/)])
  expect(existsSync(join(data, 'postgres', 'postmaster.pid'))).toBe(false)
  server = await startPostgres(data, { durable: false })
})

test('whoever installs makes a municipality and its first administrator, once', async () => {
  expect(await fotfeste('add-municipality', '99', 'Vik')).toMatchObject({ code: 1, stderr: expect.stringContaining('four digits') })
  const made = await fotfeste('add-municipality', '9953', 'Nyvik')
  expect(made.code, made.stderr).toBe(0)
  expect(await fotfeste('add-municipality', '9953', 'Nyvik')).toMatchObject({ code: 1, stderr: expect.stringContaining('already') })
  const account = ['add-account', 'Ane Moe', 'ane.moe@example.no', 'ane', '--municipality', '9953']
  const first = await fotfeste(...account)
  expect(first.code, first.stderr).toBe(0)
  expect(JSON.parse(first.stdout)).toMatchObject({ name: 'Ane Moe', roles: ['administrator'], municipality: '9953' })
  expect(await fotfeste(...account)).toMatchObject({ code: 1, stderr: expect.stringContaining('account_subject_once') })
  expect(await fotfeste(...account.with(3, 'bo'), '--roles', 'wizard')).toMatchObject({ code: 1, stderr: expect.stringContaining('identity.roleUnknown') })
}, 60_000)

test('an assignment problem is solved and its answer checked, without a database', async () => {
  const file = join(folder, 'problem.json')
  const result = join(folder, 'answer.json')
  await writeFile(file, JSON.stringify({ sense: 'max', left: 2, right: 1, edges: [[0, 0, 3], [1, 0, 5]] }))
  const solved = await fotfeste('match', 'solve', file)
  expect(JSON.parse(solved.stdout)).toMatchObject({ assignment: [null, 0], objective: 5, assigned: 1, certificate: { right: [expect.any(Number)] } })
  await writeFile(result, solved.stdout)
  expect(await fotfeste('match', 'check', file, result)).toMatchObject({ code: 0, stdout: expect.stringContaining('"proved": true') })
  await writeFile(result, solved.stdout.replace('"objective": 5', '"objective": 6'))
  expect(await fotfeste('match', 'check', file, result)).toMatchObject({ code: 1, stdout: expect.stringContaining('"proved": false') })
  await writeFile(file, JSON.stringify({ sense: 'max', left: 2, right: 1, edges: [[0, 4, 3]] }))
  expect(await fotfeste('match', 'solve', file)).toMatchObject({ code: 1, stdout: expect.stringContaining('4 is not on the right') })
  expect(await fotfeste('match', 'solve', join(folder, 'nowhere.json'))).toMatchObject({ code: 2, stderr: expect.stringContaining('cannot be read') })
  expect(await fotfeste('match', 'solve', file, '--seed', 'x')).toMatchObject({ code: 2, stderr: expect.stringContaining('--seed') })
})
