import { cpus, loadavg, totalmem } from 'node:os'
import type { Line } from './measure.ts'
import type { National } from './national.ts'

/** What was measured on, and on what. */
export async function describe({ owner, settings }: National, people: number): Promise<string[]> {
  const { rows } = await owner.query<{ version: string; size: string; people: number; employers: number; rows: number }>(`select current_setting('server_version') as version, pg_size_pretty(pg_database_size(current_database())) as size,
    (select reltuples::int from pg_class where relname = 'person') as people, (select reltuples::int from pg_class where relname = 'employer') as employers,
    (select sum(greatest(reltuples, 0))::int from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace) as rows`)
  const [found] = rows
  const count = (value: number | undefined): string => (value ?? 0).toLocaleString('en')
  return [
    `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}, PostgreSQL ${found?.version}`,
    `Load average before: ${loadavg().map((one) => one.toFixed(1)).join(', ')} (database, server and those who ask share the cores)`,
    `Database for ${count(people)} people in 357 municipalities: ${count(found?.people)} people, ${count(found?.employers)} employers, ${count(found?.rows)} rows in all, ${found?.size}, ${settings}`,
  ]
}

const verdict = ({ met }: Line): string => (met === undefined ? '' : met ? 'yes' : 'NO')

export const shown = (line: Line): string => `${(verdict(line) || '-').padEnd(4)}${line.what}: ${line.measured}; bar ${line.bar}`

/** The page in docs/, written by a whole run. */
export const page = (about: readonly string[], lines: readonly Line[]): string => `# Benchmarks

Written by \`npm run bench\`; \`npm run bench -- --only list\` measures one (rules, engine, list, page, matches, import, attendance, benefit, weight, start) and
writes nothing. A missed bar is said here and fails nothing: no test depends on time.

${about.map((line) => `- ${line}`).join('\n')}

| Measured | Figure | Bar | Met |
|---|---|---|---|
${lines.map((line) => `| ${line.what} | ${line.measured} | ${line.bar} | ${verdict(line)} |`).join('\n')}

## How

- **The data**: 357 invented municipalities, one with a tenth of all people, six towns, the others small; 100,000 employers.
  Everybody has languages, work, skills, wishes, papers and a practical frame: copies of the invented people of \`db/seed\` with other
  names and dates. The ordinary municipality has 2,800 people and, like the largest, 2,000 open places. It is kept in
  \`FOTFESTE_BENCH_DATA\` (\`/var/tmp/fotfeste-bench\`) and made anew when the schema changes.
- **The server** is \`npm start\`'s own, a process of its own with sessions, policies, audit, jobs and log, and the built-in
  PostgreSQL with its production settings. Those who ask are a third process on keep-alive connections with session cookies.
- **Bare** is the list's SQL alone through \`pg\`, prepared, with a pool of the same size, as superuser: no policies, so the
  municipality is written out in it; no audit, no shapes, no HTTP.
- **The person page** asks who one is, then the person, then the tab in sight. A second figure opens every tab at once, the matches
  among 2,000 places included: more than a browser asks.
  The matches are nearly all of it: measured apart, about 50 ms of processor in the server and 35 in PostgreSQL, and some 7 for the rest.
  Five users at once ask for five times that on two cores, about 230 ms at best. The bar could be met with more cores, or by keeping places
  between questions without asking the database, which could grow old.
- **The import** is the command line as a process of its own; memory is the most the process held (\`VmHWM\`).
- **The rules** are asked with invented facts of every kind, one in twenty unknown, and every open choice made; no database, no server.
- **The engine's instances** are made by the generator beside the project and kept in \`FOTFESTE_BENCH_MATCH\` (\`/var/tmp/fotfeste-match\`);
  the referee, LEMON's network simplex, is built from its source there (\`apt-get install liblemon-dev g++\`) and reads the same files in
  turn with ours, medians of three. Ours is a fresh process with the drawing of ties, the sorting and the search; reading the file is
  counted on neither side. The packages of npm get the same tables as ours, in turn, medians of nine. HiGHS solves g_bal once, in a process of its own,
  as a linear programme; where it is not done after four minutes it is said to be at least so slow. What-ifs and floors are asked through the worker
  threads, copying and proof included. Without generator or referee this part says so and measures nothing.
- **First load** is the entry, its texts, the page of today and all they import, each file compressed by itself.
`
