import { expect, test } from 'vitest'
import { NetworkError, ProblemError, isAway, problemFrom, refusalsOf } from './problem.ts'

const answer = (status: number, body: unknown) => problemFrom({ status, json: async () => body })

test('refusals come through as they were sent', async () => {
  const error = await answer(422, { title: 'Refused', status: 422, refusals: [{ code: 'stale', params: { by: 'Kari', fields: 'phone' } }] })
  expect(refusalsOf(error)).toEqual([{ code: 'stale', params: { by: 'Kari', fields: 'phone' } }])
})

test.each([[403, 'forbidden'], [404, 'notFound'], [429, 'tooManyRequests'], [413, 'tooLarge'], [503, 'away'], [500, 'unexpected']])('%i is told as %s', (status, code) => {
  expect(refusalsOf(new ProblemError({ status }))).toEqual([{ code }])
})

test('a fault of ours carries its number', () => {
  expect(refusalsOf(new ProblemError({ status: 500, id: 'f3a' }))).toEqual([{ code: 'unexpectedWithId', params: { id: 'f3a' } }])
})

test('an answer without a readable body keeps its status', async () => {
  expect((await answer(502, '<html>')).problem).toEqual({ status: 502 })
})

test('only what nobody carried out may be sent again by itself', () => {
  expect(isAway(new NetworkError('/api'))).toBe(true)
  expect(isAway(new ProblemError({ status: 503 }))).toBe(true)
  expect(isAway(new ProblemError({ status: 422 }))).toBe(false)
  expect(isAway(new ProblemError({ status: 500 }))).toBe(false)
  expect(isAway(new Error('bug'))).toBe(false)
})
