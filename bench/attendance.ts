import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { dayInNorway, weekday } from '#shared/date.ts'
import { openBrowser } from './ask.ts'
import type { Line } from './measure.ts'
import { ms, timesOf } from './measure.ts'
import type { National } from './national.ts'
import { serve } from './serve.ts'

const CLASS_SIZE = 25
const [WARM_UP, TURNS] = [20, 200]
const BAR_MS = 100

type Class = { activityId: string; teacherId: string; people: string[] }
const Answer = z.object({ changed: z.int(), version: z.int() })

/** A class of 25 people of the ordinary municipality that meets every day, and the teacher who registers it. */
async function makeClass({ owner, ordinary }: National): Promise<Class> {
  const [activityId, teacherId] = [randomUUID(), randomUUID()]
  const { rows } = await owner.query<{ id: string }>("select id from person where municipality_id = $1 and address_protection = 'none' order by id limit $2", [ordinary, CLASS_SIZE])
  await owner.query(`insert into account (municipality_id, id, name, email, issuer, subject, roles) values ($1, $2::uuid, 'Lærer', $2::uuid::text || '@example.no', 'bench', $2::uuid::text, '{teacher}')`, [ordinary, teacherId])
  await owner.query(`insert into activity (municipality_id, id, kind, title, schedule, from_date, teacher_id) values ($1, $2, 'norwegian', 'Norsk', (select jsonb_agg(jsonb_build_object('weekday', d, 'from', '09:00', 'to', '12:00')) from generate_series(1, 7) d), '2020-01-01', $3)`, [ordinary, activityId, teacherId])
  await owner.query("insert into activity_participant (municipality_id, id, activity_id, person_id, from_date) select $1, gen_random_uuid(), $2, one, '2020-01-01' from unnest($3::uuid[]) one", [ordinary, activityId, rows.map(({ id }) => id)])
  return { activityId, teacherId, people: rows.map(({ id }) => id) }
}

async function takeAway({ owner, ordinary }: National, { activityId, teacherId }: Class): Promise<void> {
  for (const table of ['attendance', 'activity_participant']) await owner.query(`delete from ${table} where municipality_id = $1 and activity_id = $2`, [ordinary, activityId])
  await owner.query('delete from activity where municipality_id = $1 and id = $2', [ordinary, activityId])
  await owner.query('delete from session where municipality_id = $1 and account_id = $2', [ordinary, teacherId])
}

async function signInAs({ owner, ordinary }: National, accountId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await owner.query("select app.open_session($1, $2, $3, now(), now() + interval '8 hours', null)", [ordinary, accountId, createHash('sha256').update(token).digest()])
  return `fotfeste_session=${token}`
}

/** Saves the whole class again and again, each time with another answer for everybody, so that all 25 rows are written. */
async function saveOften(national: National, port: number, { activityId, teacherId, people }: Class): Promise<number[]> {
  const browser = await openBrowser(port, await signInAs(national, teacherId))
  const day = dayInNorway(new Date())
  const times: number[] = []
  let version = 0
  for (let turn = 0; turn < WARM_UP + TURNS; turn++) {
    const lines = people.map((personId) => ({ personId, state: turn % 2 === 0 ? 'present' : 'absent', presentMinutes: null }))
    const from = performance.now()
    const answer = Answer.parse(await browser.ask('programme.registerClass', { activityId, day, version, reason: null, lines }))
    if (turn >= WARM_UP) times.push(performance.now() - from)
    if (answer.changed !== people.length) throw new Error(`Only ${answer.changed} of ${people.length} were written (weekday ${weekday(day)})`)
    version = answer.version
  }
  browser.close()
  return times
}

/** The attendance of a class of 25 saved through the whole server: session, policies, lock, decision, rows and audit. */
export async function saveAttendance(national: National): Promise<Line[]> {
  const made = await makeClass(national)
  const server = await serve(national)
  try {
    const started = performance.now()
    const { p50, p95, most } = timesOf(await saveOften(national, server.port, made), performance.now() - started)
    return [{ what: 'attendance of a class of 25 saved: p95', measured: `${ms(p95)} (half within ${ms(p50)}, most ${ms(most)}, ${TURNS} times, every row written)`, bar: `≤ ${BAR_MS} ms`, met: p95 <= BAR_MS }]
  } finally {
    await server.stop()
    await takeAway(national, made)
  }
}
