import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { startPostgres } from '#platform/postgres.ts'
import { makeNational } from './national-make.ts'
import { LARGE, ORDINARY, nationalSizes } from './national-sizes.ts'

export const SECRET = 'the secret of the bench, which guards nothing'
export type National = { ownerUrl: string; folder: string; owner: pg.Pool; ordinary: string; large: string; settings: string; stop(): Promise<void> }

const root = join(import.meta.dirname, '..')
const dataFolder = process.env['FOTFESTE_BENCH_DATA'] ?? '/var/tmp/fotfeste-bench'

/** The national database, started as in production: kept from run to run, made anew when the schema or its making has changed. */
export async function openNational(people: number): Promise<National> {
  const name = `${recipe()}-${people}`
  const folder = join(dataFolder, name)
  const done = join(folder, 'complete')
  await mkdir(dataFolder, { recursive: true })
  if (!existsSync(done)) await clear(people)
  const postgres = await startPostgres(folder, { durable: true })
  const owner = new pg.Pool({ connectionString: postgres.url, max: 2 })
  owner.on('error', () => undefined)
  try {
    if (!existsSync(done)) {
      const started = performance.now()
      await makeNational(postgres.url, SECRET, nationalSizes(people, Math.round(people / 10)))
      await writeFile(done, `${Math.round((performance.now() - started) / 1000)} s`)
    }
    return { ownerUrl: postgres.url, folder, owner, ordinary: await idOf(owner, ORDINARY), large: await idOf(owner, LARGE), settings: `made in ${readFileSync(done, 'utf8')}`, stop: async () => { await owner.end(); await postgres.stop() } }
  } catch (error) {
    await owner.end()
    await postgres.stop()
    throw error
  }
}

/** What the data depends on: the schema, the invented municipalities, and how they are multiplied. */
function recipe(): string {
  const hash = createHash('sha256')
  for (const file of globSync(['db/**/*.{sql,ts}', 'bench/national*.ts'], { cwd: root }).sort()) hash.update(readFileSync(join(root, file)))
  return hash.digest('hex').slice(0, 12)
}

/** Older data of the same size: it takes several gigabytes. */
async function clear(people: number): Promise<void> {
  for (const name of await readdir(dataFolder).catch(() => [])) {
    if (/^[0-9a-f]{12}-\d+$/.test(name) && name.endsWith(`-${people}`)) await rm(join(dataFolder, name), { recursive: true, force: true })
  }
}

async function idOf(owner: pg.Pool, number: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>('select id from municipality where number = $1', [number])
  if (!rows[0]) throw new Error(`There is no municipality ${number} in the bench's database`)
  return rows[0].id
}
