import { DummyDriver, Kysely, PostgresAdapter, PostgresQueryCompiler } from 'kysely'
import pg from 'pg'
import { peopleListSql } from '#domains/people/list-people.ts'
import { openBrowser } from './ask.ts'
import type { Line, Times } from './measure.ts'
import { ms, underLoad } from './measure.ts'
import type { National } from './national.ts'
import { serve, signIn } from './serve.ts'

const USERS = 20
/** As `openDatabase` makes it for staff. */
const POOL = 6
const SECONDS = 10

/** What colleagues write in the search field: whole names and the beginnings of names, of people who are there. */
async function textsOf({ owner }: National, municipalityId: string): Promise<string[]> {
  const { rows } = await owner.query<{ given_name: string; family_name: string }>(
    "select given_name, family_name from person where municipality_id = $1 and address_protection = 'none' order by id limit 300", [municipalityId])
  return rows.map(({ given_name: given, family_name: family }, index) =>
    [given, family, `${given} ${family}`, family.slice(0, 4), `${given} ${family.slice(0, 3)}`][index % 5] ?? given)
}

/** The fence that row-level security puts round each table, written out for one who is above it. */
const fenced = (sql: string): string => sql.replace(/\b(from|join) (\w+) (\w+) (where|on) /g, '$1 $2 $3 $4 $3.municipality_id = (select app.municipality()) and ')

/** The same SQL through pg alone: as superuser, so without policies, audit, shapes and HTTP; prepared, as the server's is. */
async function bare({ ownerUrl }: National, municipalityId: string, texts: readonly string[]): Promise<Times> {
  const compiler = new Kysely<object>({ dialect: { createAdapter: () => new PostgresAdapter(), createDriver: () => new DummyDriver(),
    createQueryCompiler: () => new PostgresQueryCompiler(), createIntrospector: () => { throw new Error('not asked') } } })
  const queries = texts.map((text) => peopleListSql({ text, sort: 'nearness', page: 0 }).compile(compiler))
  const pool = new pg.Pool({ connectionString: ownerUrl, max: POOL, options: `-c app.municipality_id=${municipalityId} -c app.grounds=` })
  const ask = async (turn: number): Promise<void> => {
    const query = queries[turn % queries.length]
    if (query) await pool.query({ name: 'list', text: fenced(query.sql), values: [...query.parameters] })
  }
  const times = await underLoad(Array.from({ length: USERS }, () => ask), { seconds: SECONDS })
  await pool.end()
  return times
}

async function throughServer(national: National, municipalityId: string, texts: readonly string[]): Promise<Times> {
  const server = await serve(national)
  const browsers = await Promise.all((await signIn(national, municipalityId, USERS)).map((cookie) => openBrowser(server.port, cookie)))
  const times = await underLoad(browsers.map((browser) => (turn) => browser.ask('people.listPeople', { text: texts[turn % texts.length], sort: 'nearness' })), { seconds: SECONDS })
  for (const browser of browsers) browser.close()
  await server.stop()
  return times
}

async function inMunicipality(national: National, id: string, people: string, isBar: boolean): Promise<Line[]> {
  const texts = await textsOf(national, id)
  const direct = await bare(national, id, texts)
  const whole = await throughServer(national, id, texts)
  const share = whole.perSecond / direct.perSecond
  return [
    { what: `people.listPeople, ${people}, 20 at once: p95`, measured: `${ms(whole.p95)} (half within ${ms(whole.p50)})`, bar: '≤ 40 ms', met: isBar || whole.p95 <= 40 ? whole.p95 <= 40 : undefined },
    { what: `people.listPeople, ${people}: throughput`, measured: `${Math.round(whole.perSecond)} a second, ${share.toFixed(2)} of ${Math.round(direct.perSecond)} bare (bare p95 ${ms(direct.p95)})`, bar: '≥ 1/3 of bare', met: share >= 1 / 3 },
  ]
}

/** The list with a search text, through the whole server and as bare SQL, in an ordinary municipality and in the largest. */
export const listPeople = async (national: National): Promise<Line[]> => [
  ...await inMunicipality(national, national.ordinary, 'a municipality of 2,800', true),
  ...await inMunicipality(national, national.large, 'the largest municipality', false),
]
