import { describe, expect, test } from 'vitest'
import { addDays, plainDate, weekday } from '#shared/date.ts'
import { answerWithin, employerActions, handOver, isLate, mayEnterAgreement, receiveInitiative, writeNeed } from './employer.core.ts'
import { NeedAnswers } from './need.schema.ts'

const today = plainDate('2026-11-20')
const codes = (refusals: readonly { code: string }[]) => refusals.map(({ code }) => code)

describe('who may enter an agreement', () => {
  test('an active sub-unit may', () => { expect(mayEnterAgreement({ kind: 'underenhet', status: 'active' })).toEqual([]) })
  test.each([['bankrupt', 'employers.bankrupt'], ['winding_up', 'employers.windingUp'], ['deleted', 'employers.deleted']] as const)('one that is %s may not', (status, code) => {
    expect(codes(mayEnterAgreement({ kind: 'underenhet', status }))).toEqual([code])
  })
  test('a bankrupt main unit is told both', () => {
    expect(codes(mayEnterAgreement({ kind: 'enhet', status: 'bankrupt' }))).toEqual(['employers.mainUnitNoAgreement', 'employers.bankrupt'])
  })
})

describe('what may be done', () => {
  const held = ['employers.read', 'employers.write', 'opportunities.write'] as const
  test('everything with an active unit', () => { expect(employerActions(held, { status: 'active' })).toHaveLength(7) })
  test('no opening at one in trouble, no new request of one that is gone', () => {
    expect(employerActions(held, { status: 'bankrupt' })).not.toContain('makeOpening')
    expect(employerActions(held, { status: 'deleted' })).toEqual(['changeRelation', 'handOver', 'changeContacts'])
  })
  test('nothing for those who only read', () => { expect(employerActions(['employers.read'], { status: 'active' })).toEqual([]) })
})

describe('a hand-over', () => {
  const now = { contactAccountId: 'a', substituteAccountId: null, active: ['a', 'b'] }
  test('to a colleague, with the former as substitute', () => {
    expect(handOver({ contactAccountId: 'b', substituteAccountId: 'a' }, now)).toEqual({ ok: true, value: { contactAccountId: 'b', substituteAccountId: 'a' } })
  })
  test.each([
    [{ contactAccountId: 'a', substituteAccountId: null }, ['employers.handoverNothing']],
    [{ contactAccountId: 'b', substituteAccountId: 'b' }, ['employers.substituteIsContact']],
    [{ contactAccountId: null, substituteAccountId: 'b' }, ['employers.substituteAlone']],
    [{ contactAccountId: 'x', substituteAccountId: 'y' }, ['employers.colleagueUnknown', 'employers.colleagueUnknown']],
  ])('%j is refused', (next, expected) => {
    const decision = handOver(next, now)
    expect(decision.ok ? [] : codes(decision.refusals)).toEqual(expected)
  })
})

test('a need is learned in a talk that has been held', () => {
  const need = { id: 'n', employerId: 'e', talkedOn: today, channel: 'visit' as const, answers: NeedAnswers.parse({ business: 'Bakeri' }) }
  expect(writeNeed(need, today).ok).toBe(true)
  const refused = writeNeed({ ...need, talkedOn: addDays(today, 1), answers: NeedAnswers.parse({}) }, today)
  expect(refused.ok ? [] : codes(refused.refusals)).toEqual(['employers.talkInFuture', 'employers.needEmpty'])
})

test('an initiative is late the day after its date, until it is answered', () => {
  expect(isLate({ outcome: 'open', answerDue: today }, today)).toBe(false)
  expect(isLate({ outcome: 'open', answerDue: addDays(today, -1) }, today)).toBe(true)
  expect(isLate({ outcome: 'no', answerDue: addDays(today, -1) }, today)).toBe(false)
  expect(codes(receiveInitiative({ receivedOn: addDays(today, 1), answerDue: today, ownerId: 'x' }, { today, active: [] })))
    .toEqual(['employers.receivedInFuture', 'employers.dueBeforeReceived', 'employers.colleagueUnknown'])
})

test('an answer is due five workdays on, never on a weekend', () => {
  expect(answerWithin(plainDate('2026-11-20'))).toBe('2026-11-27')
  for (let day = 0; day < 14; day++) expect(weekday(answerWithin(addDays(today, day)))).toBeLessThanOrEqual(5)
})
