import { expect, test } from 'vitest'
import { log } from '#platform/log.ts'
import { signedIn } from '#test/server.ts'
import { useWorld } from '#test/world.ts'
import { rulesOperations } from './index.ts'

log.level = 'error'
const world = useWorld()

test('a rule is asked over HTTP: an answer, or every reason as problem+json', async () => {
  const { call } = await signedIn(world(), { operations: rulesOperations })
  const question = { rule: 'programme.length', on: '2026-03-01', facts: { offeredOn: '2026-02-01', schooling: 'higher', finalGoal: 'work' }, locale: 'en' }
  const answer = await call('rules.ask', question)
  expect([answer.statusCode, answer.json()]).toMatchObject([200, { answer: { upToMonths: 12 }, steps: [{}, { force: 'shall', source: 'the Integration Act section 13, third paragraph' }] }])
  const refused = await call('rules.ask', { ...question, facts: { schooling: 'university', x: 1 } })
  expect([refused.statusCode, refused.headers['content-type']]).toEqual([422, expect.stringContaining('application/problem+json')])
  expect(refused.json()).toMatchObject({ refusals: [{ code: 'facts.unknownValue', params: { known: expect.stringContaining('higher') } }, { code: 'facts.unknownName' }] })
})
