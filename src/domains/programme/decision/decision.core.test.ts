import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, plainDate } from '#shared/date.ts'
import { cameInTime, complaintState, mayDecideComplaint, mayReceive } from './complaint.core.ts'
import type { Bounds } from './decision.core.ts'
import { decidedEnd, mayDecide, mayExtend, mayStop } from './decision.core.ts'
import { DecideInput } from './decision.schema.ts'
import { goalLengths, rightsActions, shownDeadlines } from './rights.core.ts'
import { appealOf } from './appeal.core.ts'
import { noGrounds } from '#rules/rule.ts'

const today = plainDate('2026-11-20')
const id = '00000000-0000-4000-8000-000000000001'
const codes = (refusals: { code: string }[]): string[] => refusals.map(({ code }) => code)
const bounds: Bounds = { right: 'right', missing: [], goals: ['work', 'upper_secondary'], upToMonths: 24, extensionMonths: 0, stops: ['temporary', 'permanent'] }
const input = (over: Record<string, unknown> = {}) => DecideInput.parse({ id, personId: id, kind: 'programme', decidedOn: '2026-11-20', grounds: 'x'.repeat(40), locale: 'nb',
  programme: { participationId: id, offeredOn: '2026-11-20', startsOn: '2026-12-01', months: 24, finalGoal: 'work' }, ...over })

test('everything that stands in the way of a programme is said at once, impossible facts with it', () => {
  const asked = input({ decidedOn: '2026-11-30', programme: { participationId: id, offeredOn: '2026-12-05', startsOn: '2026-12-01', months: 36, finalGoal: 'vocational_training' } })
  const facts = { birthDate: plainDate('2027-01-01'), settledOn: plainDate('2026-10-01'), startedOn: plainDate('2026-12-01') }
  const open = { id, startsOn: today, months: 24, extensionMonths: 0, endedOn: null }
  expect(codes(mayDecide(asked, { facts, bounds, open }, today))).toEqual(expect.arrayContaining(['facts.bornInFuture', 'facts.wrongOrder', 'decision.inFuture', 'decision.alreadyInProgramme', 'decision.startsBeforeOffer', 'decision.tooLong', 'decision.goalNotOpen']))
  expect(mayDecide(input(), { facts: {}, bounds }, today)).toEqual([])
})

test('what is missing is asked for by name, and neither a programme nor a refusal goes against the rule', () => {
  expect(mayDecide(input(), { facts: {}, bounds: { ...bounds, right: null, missing: ['permit', 'birthDate'] } }, today)).toMatchObject([{ code: 'decision.factMissing', path: 'facts.permit' }, { code: 'decision.factMissing', path: 'facts.birthDate' }])
  expect(codes(mayDecide(input(), { facts: {}, bounds: { ...bounds, right: 'none' } }, today))).toEqual(['decision.notInTargetGroup'])
  expect(codes(mayDecide(input({ kind: 'refusal', programme: null }), { facts: {}, bounds }, today))).toEqual(['decision.hasRight'])
  expect(mayDecide(input({ kind: 'refusal', programme: null }), { facts: {}, bounds: { ...bounds, right: 'may' } }, today)).toEqual([])
  expect(codes(mayDecide(input(), { facts: {}, bounds: { ...bounds, right: null } }, today))).toEqual(['decision.cannotDecide'])
})

test('a correction is of the same kind, of the newest decision, and not older than it', () => {
  const earlier = { id, kind: 'refusal' as const, decidedOn: addDays(today, 1), isReplaced: true }
  expect(codes(mayDecide(input({ replaces: { decisionId: id, why: 'correction' } }), { facts: {}, bounds, earlier }, today))).toEqual(['decision.isReplaced', 'decision.beforeReplaced', 'decision.correctionOfOtherKind'])
  expect(codes(mayDecide(input({ replaces: { decisionId: id, why: 'reversal' } }), { facts: {}, bounds }, today))).toEqual(['decision.replacesNothing'])
})

test('extensions never come to more than the rule gives', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 12 }), (most, given, asked) => {
    const open = { id, startsOn: today, months: 36, extensionMonths: Math.min(most, given), endedOn: null }
    const isAccepted = mayExtend({ months: asked, decidedOn: today }, open, { ...bounds, extensionMonths: most }, today).length === 0
    expect(isAccepted).toBe(most > 0 && open.extensionMonths + asked <= most)
  }))
  expect(decidedEnd({ startsOn: plainDate('2026-12-01'), months: 24, extensionMonths: 6 })).toBe('2029-05-31')
})

test('a stop for a time ends, one for good does not, and neither reaches back', () => {
  const open = { id, startsOn: plainDate('2026-09-01'), months: 24, extensionMonths: 0, endedOn: null }
  const stop = { id, personId: id, decidedOn: today, decided: null, grounds: '', caseReference: null, locale: 'nb' as const, participationId: id, version: 1, ground: 'much_absence' as const, from: today, to: null }
  expect(codes(mayStop({ ...stop, how: 'temporary' }, open, bounds, today))).toEqual(['decision.stopUntilWhen'])
  expect(mayStop({ ...stop, how: 'permanent' }, open, bounds, today)).toEqual([])
  expect(codes(mayStop({ ...stop, how: 'permanent', from: plainDate('2026-08-01'), to: addMonths(today, 1) }, { ...open, endedOn: today }, { ...bounds, stops: ['temporary'] }, today))).toEqual(['decision.stopNoGround', 'decision.programmeEnded', 'decision.stopBeforeStart', 'decision.stopBackInTime', 'decision.stopForGood'])
})

const complaint = { receivedOn: today, outcome: null, inTime: true, lateAcceptedWhy: null, decisionId: id }
test('a complaint is taken in once, by somebody with a name, and decided on grounds that hold', () => {
  const receive = { id, decisionId: id, receivedOn: today, receivedHow: 'letter' as const, complainant: 'representative' as const, complainantName: null, body: 'x', lateAcceptedWhy: null }
  expect(codes(mayReceive(receive, { decidedOn: addDays(today, 1), toldOn: null, hasOpenComplaint: true }, today))).toEqual(['complaint.beforeDecision', 'complaint.alreadyOpen', 'complaint.whoRepresents'])
  const decide = { id, version: 1, outcomeOn: today, grounds: 'x', newDecisionId: null }
  expect(codes(mayDecideComplaint({ ...decide, outcome: 'reversed' }, complaint, null, today))).toEqual(['complaint.newDecisionMissing'])
  expect(codes(mayDecideComplaint({ ...decide, outcome: 'dismissed' }, complaint, null, today))).toEqual(['complaint.cameInTime'])
  expect(codes(mayDecideComplaint({ ...decide, outcome: 'upheld', newDecisionId: id }, { ...complaint, outcome: 'upheld' }, { replacesId: null }, today))).toEqual(['complaint.isDecided', 'complaint.newDecisionUnwanted', 'complaint.newDecisionReplacesOther'])
  expect(mayDecideComplaint({ ...decide, outcome: 'dismissed' }, { ...complaint, inTime: false }, null, today)).toEqual([])
  expect([complaintState({ outcome: null, higherOutcome: null }), complaintState({ outcome: 'upheld', higherOutcome: null }), complaintState({ outcome: 'upheld', higherOutcome: 'changed' }), complaintState({ outcome: 'reversed', higherOutcome: null })]).toEqual(['open', 'at_higher', 'closed', 'closed'])
})

test('the deadline for complaining is three weeks from being told, on a day one can keep, and unknown before', () => {
  expect(appealOf({ kind: 'programme', decidedOn: today, toldOn: plainDate('2026-12-04') }, noGrounds)).toEqual({ weeks: 3, lastDay: '2026-12-28' }) // 25 to 27 December are days off
  expect(appealOf({ kind: 'stop_permanent', decidedOn: today, toldOn: null }, noGrounds)).toEqual({ weeks: 3, lastDay: null })
  expect([cameInTime(today, null), cameInTime(today, today), cameInTime(addDays(today, 1), today)]).toEqual([null, true, false])
})

test('a deadline met late is no alarm, one that is past and not met is', () => {
  const answers = [{ rule: 'programme.deadlines', version: '1', on: today, answer: [{ what: 'decision', by: '2026-11-10', force: 'shall' }, { what: 'start', by: '2026-12-10', force: 'shall' }, { what: 'plan', by: null, force: 'shall' }, { what: 'contract', by: '2026-11-01', force: 'shall' }], steps: [], sources: [], needsJudgement: [], openQuestions: [] }]
  expect(shownDeadlines(answers, { decision: plainDate('2026-11-15') }, today).map(({ what, state }) => [what, state])).toEqual([['contract', 'late'], ['decision', 'late'], ['start', 'soon'], ['plan', 'unknown']])
})

test('what may be decided follows from where she stands', () => {
  expect(rightsActions(false, 'right', 0, 0)).toEqual(['saveFacts', 'decideOther', 'decideProgramme'])
  expect(rightsActions(false, 'none', null, 0)).toEqual(['saveFacts', 'decideOther', 'refuse'])
  expect(rightsActions(true, 'right', 12, 6)).toEqual(['saveFacts', 'decideOther', 'extend', 'stop'])
})

test('no goal is ever open that its length cannot be said of', () => {
  fc.assert(fc.property(fc.constantFrom('primary', 'upper_secondary', 'higher'), fc.integer({ min: 19, max: 54 }), (schooling, age) => {
    const facts = { schooling, birthDate: addMonths(today, -age * 12), permit: 'refugee', permitGrantedOn: plainDate('2026-06-01') } as const
    const lengths = goalLengths([{ rule: 'programme.goal', version: '1', on: today, answer: { open: ['work'], first: null, onlyIfUnable: [] }, steps: [], sources: [], needsJudgement: [], openQuestions: [] }], facts, today, noGrounds)
    expect(lengths).toMatchObject([{ goal: 'work', upToMonths: schooling === 'primary' ? 24 : 12 }])
  }))
})
