import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asActor } from '#platform/db.ts'
import type { JobTools, Worker } from '#platform/jobs.ts'
import { startWorker } from '#platform/jobs.ts'
import { log } from '#platform/log.ts'
import type { Mailer } from '#platform/mail.ts'
import { makeMailer } from '#platform/mail.ts'
import type { MailSink } from '#platform/mail-sink.ts'
import { startMailSink } from '#platform/mail-sink.ts'
import { Forbidden, NotFound } from '#platform/problem.ts'
import { systemActor } from '#platform/system-actor.ts'
import { instantOf } from '#shared/date.ts'
import type { Municipality } from '#test/world.ts'
import { NOW, TODAY, aMunicipality, useWorld } from '#test/world.ts'
import { queueMessage } from './queue-message.ts'
import { planReminders } from './reminders.jobs.ts'
import { sendMessage } from './send-message.jobs.ts'

log.level = 'error'
const ORIGIN = 'http://localhost:8080'
const world = useWorld()
let sink: MailSink
let mailer: Mailer
const workers: Worker[] = []
const now = new Date('2026-11-20T06:00:00Z')

beforeAll(async () => {
  sink = await startMailSink()
  mailer = makeMailer({ url: `smtp://127.0.0.1:${sink.port}`, from: 'Fotfeste <fotfeste@example.no>' })
})
afterAll(async () => { await Promise.all(workers.map((worker) => worker.stop())); mailer.close(); await sink.close() })

const work = (by: Mailer = mailer): Worker => {
  const worker = startWorker({ db: world().db, ownerUrl: world().ownerUrl, secret: world().secret, jobs: [sendMessage(by, ORIGIN)], hourly: async () => undefined })
  workers.push(worker)
  return worker
}
const aMessage = (key: string, to: string) => ({ key, to, locale: 'ar', template: 'approve_agreement' as const, params: { party: 'participant', employer: 'Fjordvik Bakeri', days: 14, link: '/l/hemmelig' } })
const queue = (municipality: Municipality, message: ReturnType<typeof aMessage>) => municipality.put((tx) => queueMessage(tx, message))
const stored = async (municipality: Municipality) => (await world().owner.query('select id, sent_at, failed_at, failure, params from message where municipality_id = $1', [municipality.id])).rows[0]
const until = async (holds: () => Promise<boolean>) => { for (let times = 0; times < 200 && !(await holds()); times += 1) await new Promise((soon) => { setTimeout(soon, 50) }); expect(await holds()).toBe(true) }

test('a message is sent once, at once, in the receiver’s language, and its secret link is forgotten', async () => {
  const municipality = await aMunicipality(world())
  const to = `${randomUUID()}@example.no`
  const worker = work()
  await queue(municipality, aMessage('a', to))
  await queue(municipality, aMessage('a', to))
  const mail = await sink.waitFor((one) => one.to.includes(to), 10_000)
  expect(mail.subject).toBe('اتفاقية تنتظر موافقتك')
  expect(mail.html).toContain('dir="rtl"')
  expect(mail.text).toContain('http://localhost:8080/l/hemmelig')
  await until(async () => (await stored(municipality))?.sent_at !== null)
  expect((await stored(municipality))?.params).not.toHaveProperty('link')
  await worker.stop()
  expect(sink.messages().filter((one) => one.to.includes(to))).toHaveLength(1)
})

test('a change that is rolled back sends nothing', async () => {
  const municipality = await aMunicipality(world())
  await expect(municipality.put(async (tx) => { await queueMessage(tx, aMessage('b', 'b@example.no')); throw new Error('stopped') })).rejects.toThrow('stopped')
  expect(await stored(municipality)).toBeUndefined()
  expect((await world().owner.query("select from graphile_worker._private_jobs where payload->>'municipality_id' = $1", [municipality.id])).rowCount).toBe(0)
})

test('the job left locked by a killed worker is done by the next', async () => {
  const municipality = await aMunicipality(world())
  const to = `${randomUUID()}@example.no`
  await queue(municipality, aMessage('c', to))
  await world().owner.query("update graphile_worker._private_jobs set locked_at = now(), locked_by = 'dead' where payload->>'municipality_id' = $1", [municipality.id])
  const worker = work()
  expect(await sink.waitFor((one) => one.to.includes(to), 10_000)).toMatchObject({ to: [to] })
  await worker.stop()
})

test('an address that does not exist ends as failed with the reason, and is tried again on request', async () => {
  const municipality = await aMunicipality(world())
  const administrator = await municipality.as('administrator')
  const to = `${randomUUID()}@example.no`
  const refusing: Mailer = { ...mailer, send: (letter) => makeMailer({ url: `smtp://127.0.0.1:${sink.port}`, from: 'a@example.no' }).send({ ...letter, to: `${'x'.repeat(70)}@${'y'.repeat(300)}.no` }) }
  const tools: JobTools = { db: world().db, actor: systemActor(municipality.id), now, isLastTry: true }
  await queue(municipality, aMessage('d', to))
  const { id } = await stored(municipality)
  await sendMessage(refusing, ORIGIN).handle(tools, { messageId: id }).catch(() => undefined)
  const { messages, jobs } = await administrator.call('notifications.listJobs', {})
  expect(messages).toMatchObject([{ id, template: 'approve_agreement', failure: expect.not.stringContaining('example.no'), actions: ['retry'] }])
  expect(jobs).toMatchObject([{ task: 'send_message' }])
  await administrator.call('notifications.retryJob', { messageId: id })
  expect((await administrator.call('notifications.listJobs', {})).messages).toEqual([])
  await sendMessage(mailer, ORIGIN).handle(tools, { messageId: id })
  await sendMessage(mailer, ORIGIN).handle(tools, { messageId: id })
  expect(sink.messages().filter((one) => one.to.includes(to))).toHaveLength(1)
})

test('the link of a message that was never sent is forgotten when it has expired, and a letter without its link is not tried again', async () => {
  const municipality = await aMunicipality(world())
  const administrator = await municipality.as('administrator')
  for (const key of ['old', 'new']) await queue(municipality, aMessage(key, `${key}@example.no`))
  await municipality.put((tx) => tx.updateTable('message').set({ failedAt: instantOf(NOW), failure: 'refused' }).execute())
  await world().owner.query("delete from graphile_worker._private_jobs where payload->>'municipality_id' = $1", [municipality.id])
  await world().owner.query("update message set created_at = now() - interval '22 days' where municipality_id = $1 and key = 'old'", [municipality.id])
  const worker = work()
  const kept = async () => (await world().owner.query<{ key: string }>("select key from message where municipality_id = $1 and params ? 'link'", [municipality.id])).rows.map(({ key }) => key)
  await until(async () => (await kept()).length === 1)
  await worker.stop()
  expect(await kept()).toEqual(['new'])
  const { messages } = await administrator.call('notifications.listJobs', {})
  expect(messages.map(({ actions }) => actions).toSorted((a, b) => a.length - b.length)).toEqual([[], ['retry']])
  const old = messages.find(({ actions }) => actions.length === 0)
  await expect(administrator.call('notifications.retryJob', { messageId: old?.id ?? '' })).rejects.toThrow(NotFound)
})

test('jobs are for the administrator of their own municipality', async () => {
  const [municipality, other] = [await aMunicipality(world()), await aMunicipality(world())]
  await queue(municipality, aMessage('e', 'e@example.no'))
  const [own, foreign] = [await municipality.as('administrator'), await other.as('administrator')]
  const jobId = (await own.call('notifications.listJobs', {})).jobs[0]?.id ?? 0
  expect((await foreign.call('notifications.listJobs', {})).jobs).toEqual([])
  await expect(foreign.call('notifications.retryJob', { jobId })).rejects.toThrow(NotFound)
  expect(await own.call('notifications.retryJob', { jobId })).toEqual({})
  await expect((await municipality.as('teacher')).call('notifications.listJobs', {})).rejects.toThrow(Forbidden)
})

test('in the morning the one responsible is told of the day’s visits, once', async () => {
  const municipality = await aMunicipality(world())
  const adviser = await municipality.as('programme_adviser')
  const [personId, employerId, agreementId] = [randomUUID(), randomUUID(), randomUUID()]
  await municipality.put(async (tx) => {
    await tx.insertInto('person').values({ id: personId, givenName: 'Olena', familyName: 'Melnyk', adviserId: adviser.actor.id }).execute()
    await tx.insertInto('employer').values({ id: employerId, name: 'Fjordvik Bakeri', orgNumber: '123456785', kind: 'underenhet' }).execute()
    await tx.insertInto('agreement').values({ id: agreementId, personId, employerId, beganFrom: 'call', kind: 'language_practice' }).execute()
    await tx.insertInto('followUp').values({ id: randomUUID(), personId, agreementId, kind: 'visit', dueOn: TODAY }).execute()
  })
  const tools: JobTools = { db: world().db, actor: systemActor(municipality.id), now, isLastTry: true }
  await planReminders(tools)
  await planReminders(tools)
  const messages = await asActor(world().db, tools.actor, (tx) => tx.selectFrom('message').select(['template', 'toAccountId', 'params']).execute())
  expect(messages).toEqual([{ template: 'follow_up_due', toAccountId: adviser.actor.id, params: { today: 1, late: 0, link: '/today' } }])
})
