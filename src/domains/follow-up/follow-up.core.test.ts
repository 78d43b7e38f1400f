import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, plainDate } from '#shared/date.ts'
import { byUrgency, dueState, followUpActions, mayNote, mayPlan } from './follow-up.core.ts'

const today = plainDate('2026-11-20')
const noted = { doneOn: today, talkedWith: ['employer' as const], note: null, mood: 'good' as const, nextStep: null, nextStepDue: null }
const codes = (refusals: { code: string }[]): string[] => refusals.map(({ code }) => code)

test('what is undone becomes more urgent as days pass, never less', () => {
  const order = ['later', 'soon', 'today', 'late']
  fc.assert(fc.property(fc.integer({ min: -400, max: 400 }), fc.integer({ min: 0, max: 100 }), (offset, later) => {
    const one = { dueOn: addDays(today, offset), doneOn: null }
    expect(order.indexOf(dueState(one, addDays(today, later)))).toBeGreaterThanOrEqual(order.indexOf(dueState(one, today)))
  }))
  expect(dueState({ dueOn: addDays(today, -3), doneOn: today }, today)).toBe('done')
})

test('urgency is an order: late before today, a concern before a visit the same day', () => {
  const one = (kind: 'visit' | 'concern', dueOn: string, id: string) => ({ kind, dueOn: plainDate(dueOn), id, state: dueState({ dueOn: plainDate(dueOn), doneOn: null }, today) })
  const sorted = [one('visit', '2026-11-20', 'b'), one('visit', '2026-12-30', 'd'), one('concern', '2026-11-20', 'c'), one('visit', '2026-11-02', 'a')].toSorted(byUrgency)
  expect(sorted.map(({ id }) => id)).toEqual(['a', 'c', 'b', 'd'])
})

describe('noting a contact', () => {
  test('needs no more than whom one talked with', () => {
    expect(mayNote(noted, today)).toEqual([])
  })
  test('says every reason why not at once', () => {
    expect(codes(mayNote({ doneOn: addDays(today, 1), talkedWith: [], note: null, mood: 'bad', nextStep: 'Ringe', nextStepDue: null }, today)))
      .toEqual(['followUp.inFuture', 'followUp.nobodyReached', 'followUp.badNeedsNote', 'followUp.stepNeedsDay'])
    expect(codes(mayNote({ ...noted, nextStep: 'Ringe', nextStepDue: addDays(today, -1) }, today))).toEqual(['followUp.stepBefore'])
  })
  test('nobody answering is worth a note too', () => {
    expect(mayNote({ ...noted, talkedWith: [], note: 'Tok ikke telefonen' }, today)).toEqual([])
  })
})

test('a contact is planned for a working day to come, on an agreement that stands', () => {
  const placement = { fromDate: today, toDate: null, cancelledAt: null }
  expect(mayPlan(plainDate('2026-11-23'), placement, today)).toEqual([])
  expect(codes(mayPlan(plainDate('2026-11-21'), { ...placement, cancelledAt: '2026-11-01T00:00:00Z' }, today))).toEqual(['followUp.cancelled', 'followUp.weekend'])
  expect(codes(mayPlan(plainDate('2026-11-19'), placement, today))).toEqual(['followUp.inPast'])
})

test('only who may follow up is offered to', () => {
  const open = { kind: 'visit' as const, dueOn: today, doneOn: null, nextStep: null, nextStepDoneOn: null }
  expect(followUpActions(open, ['placements.followUp'])).toEqual(['note', 'move', 'drop'])
  expect(followUpActions({ ...open, kind: 'concern' }, ['placements.followUp'])).toEqual(['answer'])
  expect(followUpActions({ ...open, doneOn: today, nextStep: 'Ringe' }, ['placements.followUp'])).toEqual(['finishNextStep'])
  expect(followUpActions(open, ['placements.read'])).toEqual([])
})
