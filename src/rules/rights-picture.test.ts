import { expect, test } from 'vitest'
import { plainDate } from '#shared/date.ts'
import { rightsPicture } from './rights-picture.ts'

const on = plainDate('2026-03-01')

test('the picture holds an answer of every rule of the programme, and says what is missing where it cannot be decided', () => {
  const picture = rightsPicture({ permit: 'refugee', permitGrantedOn: plainDate('2025-08-01'), birthDate: plainDate('1995-08-01'), residenceSince: plainDate('2025-10-01'), settledByAgreement: true, settledOn: plainDate('2025-10-01'), weeklyJobHours: 0, schooling: 'primary' }, on)
  expect(picture['programme.targetGroup']?.answer).toMatchObject({ standing: 'right_and_duty' })
  expect(picture['programme.deadlines']?.answer).toEqual(expect.arrayContaining([{ what: 'decision', by: '2026-01-01', force: 'shall', countsFrom: 'settledOn' }]))
  expect(picture['programme.lastDay']).toMatchObject({ answer: null, openQuestions: [{ kind: 'fact', name: 'startedOn' }, { kind: 'fact', name: 'lengthMonths' }] })
})

test('with no facts at all every rule says what it needs', () => {
  for (const { answer, openQuestions } of Object.values(rightsPicture({}, on))) expect(answer === null && openQuestions.length > 0).toBe(true)
})
