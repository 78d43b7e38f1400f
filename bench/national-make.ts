import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { seed } from '#db/seed/index.ts'
import { dayInNorway } from '#shared/date.ts'
import { openDatabase } from '#platform/db.ts'
import { migrate } from '#platform/migrate.ts'
import { dropIndexes } from './national-copy.ts'
import { fillMunicipalities } from './national-rows.ts'
import type { Size } from './national-sizes.ts'

/** What the invented municipalities have, set aside as the patterns that are copied. */
const patterns: Record<string, string> = {
  person: "where address_protection <> 'strictly_confidential'",
  // the two newest assessments of each skill: more would be history nobody asks for
  language_level: 'where id in (select id from (select id, row_number() over (partition by person_id, language, skill order by assessed_on desc nulls last) as age from language_level) l where age <= 2)',
  education: '', work_experience: '', skill: '', certificate: '', wish: '', practical_frame: '', person_address: '', family_tie: '', person_number: '',
  occupation: "where municipality_id = (select id from municipality where number = '9901')",
  employer: "where kind = 'underenhet' and status = 'active'", employer_contact: '', opening: '', opening_demand: '',
}
const BATCH_PEOPLE = 40_000
type Placed = Size & { id: string }

/** Fills an empty database with `sizes`, and the three invented municipalities the copies are made from. */
export async function makeNational(ownerUrl: string, secret: string, sizes: readonly Size[]): Promise<void> {
  await migrate(ownerUrl, secret)
  const db = openDatabase(ownerUrl, secret)
  await seed(db, ownerUrl, { today: dayInNorway(new Date()), issuer: 'bench' })
  await db.close()
  // foreign keys are right by the way the rows are made; checking each would double the time
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2, options: '-c session_replication_role=replica -c synchronous_commit=off -c maintenance_work_mem=512MB -c work_mem=128MB -c max_parallel_maintenance_workers=0' })
  try {
    await setAside(pool)
    const placed = sizes.map((size) => ({ ...size, id: randomUUID() }))
    await addMunicipalities(pool, placed)
    const client = await pool.connect()
    const indexes = await dropIndexes(client).finally(() => client.release())
    await sideBySide(batches(placed), pool, 'rows', (one, ids) => fillMunicipalities(one, ids))
    await sideBySide(indexes, pool, 'indexes', async (one, definition) => { await one.query(definition) })
    await pool.query('drop schema bench cascade')
    await pool.query('vacuum (analyze)')
    await pool.query('checkpoint')
  } finally {
    await pool.end()
  }
}

async function setAside(pool: pg.Pool): Promise<void> {
  await pool.query('create schema bench; create sequence bench.org_number start 810000000')
  for (const [table, where] of Object.entries(patterns)) await pool.query(`create table bench.${table} as select * from ${table} ${where}`)
  for (const table of Object.keys(patterns)) {
    const { rowCount } = await pool.query("select from information_schema.columns where table_schema = 'bench' and table_name = $1 and column_name = 'person_id'", [table])
    if (rowCount) await pool.query(`create index on bench.${table} (person_id)`)
  }
  for (const table of ['person', 'employer', 'opening']) await pool.query(`create table bench.${table}_ids as select array_agg(id order by id) as ids from bench.${table}; create index on bench.${table} (id)`)
  await pool.query(`create table bench.municipality (id uuid primary key, number text, people int, employers int, places int, accounts uuid[]);
    create unlogged table bench.person_of (municipality_id uuid, id uuid, n int, pattern_id uuid);
    create unlogged table bench.employer_of (municipality_id uuid, id uuid, n int, pattern_id uuid, org_number text);
    create unlogged table bench.opening_of (municipality_id uuid, id uuid, pattern_id uuid, employer_id uuid);
    create index on bench.person_of (municipality_id); create index on bench.employer_of (municipality_id); create index on bench.opening_of (municipality_id);
    analyze`)
}

/** One colleague for every fifty people, ten at least. */
async function addMunicipalities(pool: pg.Pool, sizes: readonly Placed[]): Promise<void> {
  for (const { id, number, people, employers, places } of sizes) {
    const accounts = Array.from({ length: Math.max(10, Math.ceil(people / 50)) }, () => randomUUID())
    await pool.query('insert into bench.municipality (id, number, people, employers, places, accounts) values ($1, $2, $3, $4, $5, $6)', [id, number, people, employers, places, accounts])
    await pool.query("select app.create_municipality($1, $2, $3, 'Regionen', true, '{}')", [id, number, `Kommune ${number}`])
    await pool.query(`insert into account (municipality_id, id, name, email, issuer, subject, roles)
      select $1, id, 'Medarbeider ' || n, id || '@example.no', 'bench', id, '{programme_adviser,job_broker}' from unnest($2::uuid[]) with ordinality a(id, n)`, [id, accounts])
  }
}

/** Municipalities in groups of about the same work, the largest first. */
function batches(sizes: readonly Placed[]): string[][] {
  const groups: string[][] = []
  let people = Infinity
  for (const one of sizes) {
    if (people + one.people > BATCH_PEOPLE) { groups.push([]); people = 0 }
    groups.at(-1)?.push(one.id)
    people += one.people
  }
  return groups
}

/** Works the tasks off on two connections, and says how far it is. */
async function sideBySide<T>(tasks: readonly T[], pool: pg.Pool, what: string, work: (client: pg.PoolClient, task: T) => Promise<void>): Promise<void> {
  const started = performance.now()
  let next = 0
  let done = 0
  const worker = async (): Promise<void> => {
    const client = await pool.connect()
    try {
      for (let task = tasks[next++]; task !== undefined; task = tasks[next++]) {
        await work(client, task)
        done += 1
        if (process.stderr.isTTY) process.stderr.write(`\r${what}: ${done} of ${tasks.length} `)
      }
    } finally {
      client.release()
    }
  }
  await Promise.all([worker(), worker()])
  process.stderr.write(`\r${what}: ${done} of ${tasks.length} in ${Math.round((performance.now() - started) / 1000)} s\n`)
}
