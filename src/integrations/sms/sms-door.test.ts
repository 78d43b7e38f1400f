import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readEnv } from '#platform/env.ts'
import { aRunningPlacement } from '#test/running-placement.ts'
import { aMunicipality, useWorld, NOW } from '#test/world.ts'
import { aServer } from '#test/server.ts'
import type { Municipality } from '#test/world.ts'
import { perform } from '#platform/operation.ts'
import { systemActor } from '#platform/system-actor.ts'
import { receiveSms } from '#domains/programme/attendance/index.ts'
import type { FastifyInstance } from 'fastify'
import { smsDoor } from './sms-door.ts'

const world = useWorld()
const [OURS, THEIRS] = ['a'.repeat(32), 'b'.repeat(32)] as const
let app: FastifyInstance
let here: Municipality
let there: Municipality
let personId: string

beforeAll(async () => {
  [here, there] = [await aMunicipality(world()), await aMunicipality(world())];
  ({ personId } = await aRunningPlacement(here))
  app = await aServer(world(), { parts: [smsDoor(new Map([[here.number, OURS], [there.number, THEIRS]]), async (municipalityId, input, { db }) =>
    (await perform(db, receiveSms, systemActor(municipalityId), { name: 'programme.receiveSms', input, now: NOW })).reply)] })
})
afterAll(() => app.close())

const send = (number: string, secret: string, over: object = {}) => app.inject({ method: 'POST', url: `/sms/${number}`, headers: { host: 'localhost:8080', 'content-type': 'application/json', authorization: `Bearer ${secret}` }, payload: { id: randomUUID(), from: '+4790000000', text: 'BORTE Olena', ...over } })
const reports = () => here.put((tx) => tx.selectFrom('absenceReport').select(['personId', 'channel']).execute())

test('a workplace\'s message becomes a report, once, and is thanked for', async () => {
  const id = randomUUID()
  for (const _ of [1, 2]) expect((await send(here.number, OURS, { id })).json()).toEqual({ reply: expect.stringContaining('Takk') })
  expect(await reports()).toEqual([{ personId, channel: 'sms' }])
})

test('an unknown number is not answered', async () => {
  const answer = await send(here.number, OURS, { from: '99999999' })
  expect([answer.statusCode, answer.body]).toEqual([204, ''])
})

test('a wrong secret, another municipality\'s, and a municipality without one are all the same', async () => {
  for (const [number, secret] of [[here.number, 'c'.repeat(32)], [here.number, THEIRS], ['0000', OURS], ['not a number', OURS]] as const) expect((await send(number, secret)).statusCode).toBe(401)
  expect(await reports()).toHaveLength(1)
})

test('a message that is none is refused', async () => {
  expect((await send(here.number, OURS, { from: 7 })).statusCode).toBe(422)
})

test('the secrets come from the environment, each long enough', () => {
  expect(readEnv({ SMS_SECRETS: `9901=${OURS},9902=${THEIRS}` }).smsSecrets).toEqual(new Map([['9901', OURS], ['9902', THEIRS]]))
  expect(readEnv({}).smsSecrets.size).toBe(0)
  expect(() => readEnv({ SMS_SECRETS: '9901=short' })).toThrow(/SMS_SECRETS: write municipality number/)
})
