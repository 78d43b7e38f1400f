import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import { dayInNorway } from '#shared/date.ts'
import { participantsFile } from './import-file.ts'
import type { Line } from './measure.ts'
import type { National } from './national.ts'
import { ORDINARY } from './national-sizes.ts'
import { root, serverEnv } from './serve.ts'

const ROWS = 10_000
const Answer = z.object({ created: z.int(), changed: z.int(), written: z.boolean(), refused: z.array(z.object({ code: z.string() })) })

/** As `npm run fotfeste` starts it: options for Node and script. A small nursery costs no time here and saves 70 MB. */
const commandLine = z.object({ scripts: z.object({ fotfeste: z.string() }) }).parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).scripts.fotfeste.split(' ').slice(3)

/** The most memory a living process has held, in megabytes; 0 once it has ended. */
function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** Ten thousand participants from a file, by the command line as a process of its own, into the ordinary municipality. What it wrote is taken away again. */
export async function importPeople(national: National): Promise<Line[]> {
  const file = join(national.folder, 'participants.csv')
  await writeFile(file, participantsFile(ROWS, dayInNorway(new Date())))
  const before = (await national.owner.query<{ now: string }>('select clock_timestamp()::text as now')).rows[0]?.now
  const started = performance.now()
  const child = spawn(process.execPath, [...commandLine, 'import', 'participants', file, '--municipality', ORDINARY, '--good-rows'], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'], env: serverEnv(national, 0) })
  let peak = 0
  const watching = setInterval(() => { peak = Math.max(peak, peakOf(child.pid ?? 0)) }, 20)
  const parts: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => parts.push(part))
  await once(child, 'close')
  clearInterval(watching)
  const seconds = (performance.now() - started) / 1000
  const { created, changed, written, refused } = Answer.parse(JSON.parse(Buffer.concat(parts).toString()))
  await takeAway(national, before)
  const what = `import of ${ROWS.toLocaleString('en')} participants by the command line`
  const note = `${created} new, ${changed} changed, ${refused.length} refused`
  const whole = written && created + changed > ROWS * 0.98
  return [
    { what: `${what}: time`, measured: `${seconds.toFixed(1)} s (${note})`, bar: '≤ 20 s', met: whole && seconds <= 20 },
    { what: `${what}: memory`, measured: `${Math.round(peak)} MB at most`, bar: '< 400 MB', met: whole && peak < 400 },
  ]
}

/** Removes the people made since, with all about them, so that the next run finds the same municipality. */
async function takeAway({ ownerUrl, ordinary }: National, since: string | undefined): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, options: '-c session_replication_role=replica' })
  await client.connect()
  try {
    await client.query('create temporary table gone as select id from person where municipality_id = $1 and created_at >= $2', [ordinary, since])
    await client.query('analyze gone')
    const { rows } = await client.query<{ name: string }>(`select attrelid::regclass::text as name from pg_attribute join pg_class c on c.oid = attrelid
      where attname = 'person_id' and relkind = 'r' and relnamespace = 'public'::regnamespace`)
    for (const { name } of rows) await client.query(`delete from ${name} where municipality_id = $1 and person_id in (select id from gone)`, [ordinary])
    await client.query('delete from person where municipality_id = $1 and id in (select id from gone)', [ordinary])
    await client.query('vacuum (analyze)')
  } finally {
    await client.end()
  }
}
