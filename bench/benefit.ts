import { randomBytes, randomUUID, createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { z } from 'zod'
import { addMonths, dayInNorway } from '#shared/date.ts'
import type { PlainDate } from '#shared/date.ts'
import { monthOf } from '#domains/programme/benefit/month.core.ts'
import { openBrowser } from './ask.ts'
import type { Line } from './measure.ts'
import type { National } from './national.ts'
import { serve } from './serve.ts'

const PARTICIPANTS = 2_000
const CLASS_SIZE = 25
const EARLIER = 3
/** Longer than anybody waits: the run has then missed its bar anyway. */
const GIVE_UP_MS = 120_000

const choices = { benefitRounding: 'nearest_ore', deductionBase: 'own_benefit', ageInPaymentPeriod: 'each_day', partMonthDays: 'days_with' }
const Prepared = z.object({ id: z.string(), version: z.int() })
const Page = z.object({ version: z.int(), people: z.int(), issues: z.array(z.object({ id: z.string(), version: z.int(), kind: z.string(), decision: z.string().nullable() })) })

type Place = { id: string; adviser: string; approver: string }

async function signInAs(owner: pg.Pool, municipalityId: string, accountId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await owner.query("select app.open_session($1, $2, $3, now(), now() + interval '8 hours', null)", [municipalityId, accountId, createHash('sha256').update(token).digest()])
  return `fotfeste_session=${token}`
}

/**
 * A municipality of its own with 2,000 participants in classes of 25, attendance of four months registered, every twelfth away without
 * permission for two days of the last one.
 */
async function makePlace(ownerUrl: string, months: readonly PlainDate[]): Promise<Place> {
  const place = { id: randomUUID(), adviser: randomUUID(), approver: randomUUID() }
  const client = new pg.Client({ connectionString: ownerUrl, options: '-c session_replication_role=replica -c synchronous_commit=off' })
  await client.connect()
  try {
    await client.query(`delete from municipality where number = '9980'`)
    await client.query('select app.create_municipality($1, $2, $3, $4, true, $5)', [place.id, '9980', 'Stønadskommunen', 'Regionen', {}])
    await client.query("select set_config('app.municipality_id', $1, false), set_config('app.actor_id', $2, false), set_config('app.actor_kind', 'system', false)", [place.id, place.adviser])
    for (const [id, role] of [[place.adviser, 'programme_adviser'], [place.approver, 'benefit_approver']]) await client.query(`insert into account (id, name, email, issuer, subject, roles) values ($1::uuid, $2, $1::text || '@example.no', 'bench', $1::text, array[$2])`, [id, role])
    await client.query('insert into benefit_setting (id, pay_day, months_after) values (gen_random_uuid(), 12, 1)')
    for (const [name, option] of Object.entries(choices)) await client.query("insert into rule_choice (id, name, option, reason, source) values (gen_random_uuid(), $1, $2, 'bench', 'bench')", [name, option])
    const [first = '', last = ''] = [months[0], months.at(-1)]
    await client.query(`create temporary table who as select gen_random_uuid() as id, gen_random_uuid() as programme, n from generate_series(0, ${PARTICIPANTS - 1}) n;
      create temporary table class as select gen_random_uuid() as id, n from generate_series(0, ${PARTICIPANTS / CLASS_SIZE - 1}) n;
      insert into person (id, given_name, family_name, birth_date, status) select id, 'Deltaker', 'Nr ' || n, date '1970-01-01' + n * 6, 'in_programme' from who;
      insert into participation (id, person_id, offered_on, decided_on, starts_on, months, final_goal, regime) select programme, id, date '${first}' - 40, date '${first}' - 40, date '${first}' - 30, 24, 'work', 'new' from who;
      insert into benefit_terms (id, person_id, from_on, lives_with_parents, is_partner_in_programme, has_children, payroll_reference) select gen_random_uuid(), id, date '${first}' - 30, false, n % 9 = 0, n % 2 = 0, n::text from who;
      insert into activity (id, kind, title, schedule, from_date) select id, 'norwegian', 'Norsk ' || n, (select jsonb_agg(jsonb_build_object('weekday', d, 'from', '09:00', 'to', '15:00')) from generate_series(1, 5) d), date '${first}' from class;
      insert into activity_participant (id, activity_id, person_id, from_date) select gen_random_uuid(), c.id, w.id, date '${first}' from who w join class c on c.n = w.n / ${CLASS_SIZE};
      insert into attendance (id, person_id, activity_id, on_day, planned_minutes, present_minutes, state, how, registered_by, registered_at)
        select gen_random_uuid(), w.id, c.id, d, 360, case when w.n % 12 = 0 and d >= date '${last}' + 5 and d < date '${last}' + 7 then 0 else 360 end, case when w.n % 12 = 0 and d >= date '${last}' + 5 and d < date '${last}' + 7 then 'absent' else 'present' end, 'class', '${place.adviser}', d + interval '15 hours'
        from who w join class c on c.n = w.n / ${CLASS_SIZE} cross join generate_series(date '${first}', date '${last}' + interval '1 month' - interval '1 day', interval '1 day') d where extract(isodow from d) <= 5;
      insert into absence (id, person_id, from_date, to_date, kind, decision, decided_by, decided_on) select gen_random_uuid(), id, date '${last}' + 5, date '${last}' + 6, 'unauthorised', 'unauthorised', '${place.adviser}', date '${last}' + 20 from who where n % 12 = 0`)
    await client.query('analyze')
  } finally {
    await client.end()
  }
  return place
}

/** Takes the municipality away again, so that the next run makes it anew. */
async function takeAway(ownerUrl: string, { id }: Place): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, options: '-c session_replication_role=replica' })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>("select c.oid::regclass::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid where a.attname = 'municipality_id' and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace")
    for (const { name } of rows) await client.query(`delete from ${name} where municipality_id = $1`, [id])
  } finally {
    await client.end()
  }
}

type Browser = Awaited<ReturnType<typeof openBrowser>>
type Served = { port: number; adviser: Browser; approver: Browser; cookie: string }

/** From the click on "prepare" to the file in hand, the exceptions decided by one more request. Milliseconds of each part. */
async function wholeRun({ port, adviser, approver, cookie }: Served, month: PlainDate) {
  const started = performance.now()
  const { id: runId } = Prepared.parse(await adviser.ask('programme.prepareBenefitRun', { id: randomUUID(), month }))
  const prepared = performance.now()
  const { issues, people } = Page.parse(await adviser.ask('programme.getBenefitRun', { runId }))
  const open = issues.filter(({ decision, kind }) => decision === null && kind === 'unauthorised_absence').map(({ id, version }) => ({ id, version }))
  if (open.length > 0) await adviser.ask('programme.decideBenefitIssue', { runId, issues: open, decision: 'accept' })
  const decided = performance.now()
  const { version } = Page.parse(await adviser.ask('programme.getBenefitRun', { runId }))
  await approver.ask('programme.approveBenefitRun', { runId, version })
  const approved = performance.now()
  const answer = await fetch(`http://localhost:${port}/files/programme.getPayrollFile?input=${encodeURIComponent(JSON.stringify({ runId }))}`, { headers: { cookie } })
  const rows = (await answer.text()).split('\r\n').length - 3
  const done = performance.now()
  if (answer.status !== 200 || people !== PARTICIPANTS || rows < PARTICIPANTS) throw new Error(`The run of ${month} paid ${people} people in ${rows} rows (${answer.status})`)
  return { prepare: prepared - started, decide: decided - prepared, approve: approved - decided, file: done - approved, whole: done - started, rows, decided: open.length }
}

/** A benefit run for 2,000 participants after three earlier ones, through the whole server: from click to file. */
export async function benefitRun(national: National): Promise<Line[]> {
  const last = addMonths(monthOf(dayInNorway(new Date())), -1)
  const months = Array.from({ length: EARLIER + 1 }, (_, index) => addMonths(last, index - EARLIER))
  const place = await makePlace(national.ownerUrl, months)
  const server = await serve(national)
  try {
    const [mine, others] = [await signInAs(national.owner, place.id, place.adviser), await signInAs(national.owner, place.id, place.approver)]
    const served = { port: server.port, adviser: await openBrowser(server.port, mine), approver: await openBrowser(server.port, others), cookie: others }
    const late = sleep(GIVE_UP_MS * months.length, undefined, { ref: false }).then(() => { throw new Error('The benefit run did not end') })
    let measured = await Promise.race([wholeRun(served, months[0] ?? last), late])
    for (const month of months.slice(1)) measured = await Promise.race([wholeRun(served, month), late])
    served.adviser.close()
    served.approver.close()
    const s = (ms: number): string => `${(ms / 1000).toFixed(1)} s`
    const whole = measured.whole - measured.decide
    return [{ what: `benefit run for ${PARTICIPANTS.toLocaleString('en')} participants, ${EARLIER} earlier months looked at again: from click to file`, bar: '≤ 10 s', met: whole <= 10_000,
      measured: `${s(whole)} (prepare ${s(measured.prepare)}, approve ${s(measured.approve)}, file of ${measured.rows.toLocaleString('en')} rows ${s(measured.file)}; ${measured.decided} exceptions decided besides in ${s(measured.decide)})` }]
  } finally {
    await server.stop()
    await takeAway(national.ownerUrl, place)
  }
}
