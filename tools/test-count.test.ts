import { expect, test } from 'vitest'
import { countTests, inWords } from './test-count.ts'

const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((state, at) => ({ status: state, fullName: `test ${at}` })) })
const report = (...testResults: ReturnType<typeof file>[]) => JSON.stringify({ testResults })

test.each([
  ['all well', report(file('passed', 'passed', 'passed')), 0, '2 passed, 0 failed'],
  ['some skipped', report(file('passed', 'passed', 'skipped'), file('passed', 'pending', 'todo')), 0, '1 passed, 0 failed, 3 skipped'],
  ['a failing test', report(file('failed', 'passed', 'failed', 'failed')), 1, '1 passed, 2 failed'],
  ['a file that does not load', report(file('passed', 'passed'), file('failed')), 1, '1 passed, 1 failed'],
  ['an error outside the tests', report(file('passed', 'passed')), 1, '1 passed, 1 failed'],
  ['no report at all', undefined, 1, '0 passed, 1 failed'],
  ['nothing to run', report(), 0, '0 passed, 0 failed'],
])('%s', (_, text, code, words) => {
  expect(inWords(countTests(text, code))).toBe(words)
})
