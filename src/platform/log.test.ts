import { expect, test } from 'vitest'
import { createLog, failure } from './log.ts'

const written = (isTTY: boolean) => {
  const lines: string[] = []
  const out = { isTTY, write: (text: string) => lines.push(text) }
  return { lines, log: createLog({ out, now: () => new Date('2026-03-01T12:00:00Z') }) }
}

test('a machine reads one JSON object a line', () => {
  const { lines, log } = written(false)
  log.warn('database.restarted', { port: 5432, reason: undefined })
  expect(lines).toEqual(['{"time":"2026-03-01T12:00:00.000Z","level":"warn","event":"database.restarted","port":5432}\n'])
})

test('a person reads one plain line', () => {
  const { lines, log } = written(true)
  log.info('web.listening', { url: 'http://localhost:8080' })
  expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d web\.listening url=http:\/\/localhost:8080\n$/)
})

test('what is below the level is left out', () => {
  const { lines, log } = written(false)
  log.debug('unseen')
  log.level = 'error'
  log.warn('unseen')
  log.error('seen')
  expect(lines).toHaveLength(1)
})

test('a long value is cut', () => {
  const { lines, log } = written(false)
  log.info('long', { text: 'x'.repeat(5000) })
  expect(lines[0]?.length).toBeLessThan(1200)
})

test('of a database error the message is kept out, for it may quote a person', () => {
  const error = Object.assign(new Error('invalid input "Amina"'), { severity: 'ERROR', code: '22P02', table: 'person', constraint: 'person_name' })
  expect(failure(error)).toMatchObject({ code: '22P02', table: 'person', constraint: 'person_name' })
  expect(JSON.stringify(failure(error))).not.toContain('Amina')
  expect(failure(new TypeError('not a function'))).toMatchObject({ error: 'TypeError', message: 'not a function' })
})
