import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, plainDate } from '#shared/date.ts'
import type { Placement } from './evaluation.core.ts'
import { answersAreWhole, evaluationActions, isOpen, mayAnswer, mayCode, opensOn } from './evaluation.core.ts'

const today = plainDate('2026-11-20')
const placement = (over: Partial<Placement> = {}): Placement => ({ fromDate: plainDate('2026-09-01'), toDate: plainDate('2026-11-30'), endedOn: null, endReason: null, submittedAt: '2026-08-20T10:00:00Z', cancelledAt: null, ...over })
const codes = (refusals: { code: string }[]): string[] => refusals.map(({ code }) => code)

test('the evaluation opens two weeks before the last day, and never closes again', () => {
  expect(opensOn(placement())).toBe('2026-11-16')
  fc.assert(fc.property(fc.integer({ min: -200, max: 200 }), fc.integer({ min: 0, max: 400 }), (end, later) => {
    const one = placement({ toDate: addDays(today, end), fromDate: addDays(today, end - 90) })
    expect(!isOpen(one, today) || isOpen(one, addDays(today, later))).toBe(true)
  }))
})

test('one who never came is not asked how it went', () => {
  expect(opensOn(placement({ endedOn: plainDate('2026-09-01'), endReason: 'never_started' }))).toBeNull()
  expect(evaluationActions(placement({ endedOn: plainDate('2026-09-01'), endReason: 'never_started' }), [], today, ['placements.followUp'])).toEqual(['codeOutcome'])
})

test('each party answers once, when the time has come', () => {
  expect(mayAnswer('employer', [], placement(), today)).toEqual([])
  expect(codes(mayAnswer('employer', ['employer'], placement({ toDate: plainDate('2027-03-01') }), today))).toEqual(['evaluation.notYet', 'evaluation.answered'])
})

test('a no to hiring says why', () => {
  const answers = { wentWell: null, didNot: null, nextTime: null, wouldHostAgain: 'yes' as const, isHired: 'no' as const, notHiredReason: null, skills: [], attest: false }
  expect(codes(answersAreWhole({ id: crypto.randomUUID(), party: 'employer', answers }))).toEqual(['evaluation.whyNotHired'])
  expect(answersAreWhole({ id: crypto.randomUUID(), party: 'employer', answers: { ...answers, notHiredReason: 'vacancy' } })).toEqual([])
})

test('an outcome holds together', () => {
  const input = { agreementId: crypto.randomUUID(), version: 1, outcomeOn: today, hired: null, notHiredReason: null }
  expect(codes(mayCode({ ...input, outcome: 'hired' }, placement(), today))).toEqual(['evaluation.hiredDetail'])
  expect(codes(mayCode({ ...input, outcome: 'not_hired' }, placement(), today))).toEqual(['evaluation.notHiredReason.required'])
  expect(codes(mayCode({ ...input, outcome: 'never_started' }, placement(), today))).toEqual(['evaluation.didStart'])
  expect(codes(mayCode({ ...input, outcome: 'education', outcomeOn: addDays(today, 1) }, placement(), today))).toEqual(['evaluation.inFuture'])
  expect(mayCode({ ...input, outcome: 'hired', hired: { percent: 60, form: 'permanent', where: null } }, placement(), today)).toEqual([])
})
