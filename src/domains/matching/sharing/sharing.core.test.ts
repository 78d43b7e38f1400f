import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainDate } from '#shared/date.ts'
import { answerActions, mayAccept, mayAnswer, mayConfirm, mayEnd, mayEndSeat, mayShare, putForwardState, sharingActions, sharingState } from './sharing.core.ts'

const day = fc.constantFrom(null, plainDate('2026-11-20'))

test('what is offered of an agreement is never refused, and only the one it was proposed to may accept', () => {
  fc.assert(fc.property(fc.record({ isOurs: fc.boolean(), acceptedOn: day, endedOn: day }), (agreement) => {
    for (const action of sharingActions(agreement, true)) expect(action === 'accept' ? mayAccept(agreement) : mayEnd(agreement), action).toEqual([])
    expect(mayAccept(agreement).length === 0).toBe(!agreement.isOurs && sharingState(agreement) === 'proposed')
    expect(sharingActions(agreement, false)).toEqual([])
  }))
})

test('what is offered of one put forward is never refused; nothing is, once she has taken her yes back', () => {
  fc.assert(fc.property(fc.record({ withdrawnOn: day, answer: fc.constantFrom(null, 'meet' as const, 'not_now' as const), confirmedOn: day, endedOn: day }), (given) => {
    // what the database holds to: a seat is confirmed to one who is to be met, and ends after that
    const confirmedOn = given.answer === 'meet' ? given.confirmedOn : null
    const one = { ...given, confirmedOn, endedOn: confirmedOn === null ? null : given.endedOn }
    const refused = { meet: mayAnswer(one, 'meet', null), notNow: mayAnswer(one, 'not_now', 'Sesongen er over'), confirm: mayConfirm(one, 1), end: mayEndSeat(one) }
    const state = putForwardState(one)
    for (const action of answerActions(state, true)) expect(refused[action], `${state} ${action}`).toEqual([])
    expect(one.withdrawnOn === null || answerActions(state, true).length === 0).toBe(true)
    expect(answerActions(state, false)).toEqual([])
  }))
})

test('a place is shared with nobody but those there is an agreement with, and no vacancy with anybody', () => {
  fc.assert(fc.property(fc.constantFrom('practice_place', 'vacancy'), fc.boolean(), fc.array(fc.constantFrom('a', 'b', 'c')), fc.array(fc.constantFrom('a', 'b', 'c')), (kind, withdrawn, asked, agreed) => {
    const may = mayShare({ kind, withdrawn }, asked, new Set(agreed)).length === 0
    expect(may).toBe(asked.length === 0 || (kind === 'practice_place' && !withdrawn && asked.every((id) => agreed.includes(id))))
  }))
})
