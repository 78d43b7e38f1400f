import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { testFolder } from '../../tools/test-folder.ts'
import { startPostgres } from './postgres.ts'

const folders: string[] = []
async function newFolder(): Promise<string> {
  const folder = await testFolder('postgres')
  folders.push(folder)
  return folder
}
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

const start = (folder: string) => startPostgres(folder, { durable: false })
const postmaster = (folder: string) => Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
const alive = (pid: number) => execFileSync('sh', ['-c', `grep -qs '^State:[^Z]*$' /proc/${pid}/status && echo yes || echo no`], { encoding: 'utf8' }).trim() === 'yes'

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query({ text: sql, rowMode: 'array' })
    return rows[0]?.[0]
  } finally {
    await client.end()
  }
}

async function eventually<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tried = 0; ; tried += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (tried > 200) throw error
      await sleep(50)
    }
  }
}

/** Another process that has the folder, so that it can be killed as a whole. */
async function startElsewhere(folder: string): Promise<{ kill(): Promise<void> }> {
  const script = `import { startPostgres } from '${join(import.meta.dirname, 'postgres.ts')}'
    await startPostgres('${folder}', { durable: false }); console.log('ready')`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return { kill: async () => { child.kill('SIGKILL'); await once(child, 'exit') } }
}

test('the first start makes a Norwegian UTF-8 database; what is written is there after a stop and a second start', async () => {
  const folder = await newFolder()
  const first = await start(folder)
  expect(await ask(first.url, `select datlocale || ' ' || pg_encoding_to_char(encoding) from pg_database where datname = current_database()`)).toBe('nb-NO UTF8')
  expect(await ask(first.url, `select string_agg(w, ' ' order by w) from unnest(array['åre', 'øre', 'ære', 'zoo']) w`)).toBe('zoo ære øre åre')
  await ask(first.url, `create table kept as select 'Ærlig talt' as text`)
  await first.stop()
  await expect(ask(first.url, 'select 1')).rejects.toThrow(/ECONNREFUSED/)
  const second = await start(folder)
  expect(await ask(second.url, 'select text from kept')).toBe('Ærlig talt')
  await second.stop()
})

test('the password is kept from other users and asked for', async () => {
  const folder = await newFolder()
  const database = await start(folder)
  expect(statSync(join(folder, 'postgres.password')).mode & 0o777).toBe(0o600)
  const stranger = new URL(database.url)
  stranger.password = 'guessed'
  await expect(ask(stranger.href, 'select 1')).rejects.toThrow(/password authentication failed/)
  await database.stop()
})

test('a postgres that is killed comes back on the same port with everything committed', async () => {
  const folder = await newFolder()
  const database = await startPostgres(folder)
  await ask(database.url, 'create table kept as select 42 as answer')
  const killed = postmaster(folder)
  process.kill(killed, 'SIGKILL')
  await eventually(async () => expect(await ask(database.url, 'select answer from kept')).toBe(42))
  expect(postmaster(folder)).not.toBe(killed)
  await database.stop()
})

test('when the process that started it is killed, postgres ends too and the next start is clean', async () => {
  const folder = await newFolder()
  const other = await startElsewhere(folder)
  const orphan = postmaster(folder)
  await other.kill()
  const database = await start(folder)
  expect(alive(orphan)).toBe(false)
  expect(await ask(database.url, 'select 1')).toBe(1)
  await database.stop()
})

test('a second process is told that the folder is taken, and the first goes on', async () => {
  const folder = await newFolder()
  const other = await startElsewhere(folder)
  const holder = postmaster(folder)
  await expect(start(folder)).rejects.toThrow(/already runs with this data folder/)
  expect(alive(holder)).toBe(true)
  await other.kill()
})

test('a lock left by a dead process, or whose number another program now has, is no hindrance', async () => {
  const folder = await newFolder()
  await (await start(folder)).stop()
  for (const pid of [4_194_303, process.pid]) {
    writeFileSync(join(folder, 'postgres', 'postmaster.pid'), `${pid}\n${join(folder, 'postgres')}\n1\n`)
    const database = await start(folder)
    expect(await ask(database.url, 'select 1')).toBe(1)
    await database.stop()
  }
})

test('when it cannot be started again, that is told once', async () => {
  const folder = await newFolder()
  let told = 0
  const lost = new Promise<Error>((resolve) => {
    void startPostgres(folder, { durable: false, onExit: (error) => { told += 1; resolve(error) } }).then(() => {
      writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '1\n')
      process.kill(postmaster(folder), 'SIGKILL')
    })
  })
  expect((await lost).message).toMatch(/did not start/)
  expect(told).toBe(1)
})
