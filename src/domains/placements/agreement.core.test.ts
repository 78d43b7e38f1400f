import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, plainDate, weekday } from '#shared/date.ts'
import { isPublicHoliday } from '#shared/public-holiday.ts'
import { agreementWarnings, noClash, sameHours } from './agreement-checks.core.ts'
import { suggestFollowUps } from './agreement-follow-ups.core.ts'
import { agreementKinds } from './agreement-kinds.core.ts'
import type { GivenApproval, StateFacts } from './agreement.core.ts'
import { agreementActions, agreementState, approvedBy, mayCancel, mayChange, mayEnd, mayExtend, missingParts, whatChanged } from './agreement.core.ts'
import type { AgreementContent, AgreementPeople } from './agreement.schema.ts'
import { AgreementKind, AgreementState, EndReason } from './agreement.schema.ts'
import { isWellRecorded, mayApprove } from './approval.core.ts'

const START = plainDate('2027-01-04')
const day = fc.integer({ min: -200, max: 400 }).map((days) => addDays(START, days))
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const moment = fc.constant('2026-12-01T10:00:00Z')
const facts: fc.Arbitrary<StateFacts> = fc.record({
  kind: fc.constantFrom(...AgreementKind.options), fromDate: maybe(day), toDate: maybe(day), revision: fc.integer({ min: 1, max: 4 }),
  submittedAt: maybe(moment), cancelledAt: maybe(moment), endedOn: maybe(day), endReason: maybe(fc.constantFrom(...EndReason.options)),
})
const approval: fc.Arbitrary<GivenApproval> = fc.record({ party: fc.constantFrom('participant', 'employer', 'municipality'), revision: fc.integer({ min: 1, max: 4 }), withdrawnAt: maybe(moment) })
const approvals = fc.array(approval, { maxLength: 8 })

const order = { draft: 0, waiting: 0, ready: 1, in_progress: 2, ended: 3, cancelled: 9 }
const agreed: StateFacts = { kind: 'language_practice', fromDate: START, toDate: addDays(START, 90), revision: 2, submittedAt: '2026-12-01T10:00:00Z', cancelledAt: null, endedOn: null, endReason: null }
const all = (revision: number): GivenApproval[] => (['participant', 'employer', 'municipality'] as const).map((party) => ({ party, revision, withdrawnAt: null }))

describe('the state', () => {
  test('is there for every set of facts, and never goes back as days pass', () => {
    fc.assert(fc.property(facts, approvals, day, fc.nat(300), (agreement, given, today, later) => {
      const [now, then] = [agreementState(agreement, given, today), agreementState(agreement, given, addDays(today, later))]
      expect(AgreementState.options).toContain(now)
      expect(order[then]).toBeGreaterThanOrEqual(order[now])
    }))
  })

  test('approvals of another revision, or withdrawn, never count', () => {
    fc.assert(fc.property(facts, approvals, day, (agreement, given, today) => {
      const holding = given.filter(({ revision, withdrawnAt }) => revision === agreement.revision && withdrawnAt === null)
      expect(agreementState(agreement, given, today)).toBe(agreementState(agreement, holding, today))
      expect(approvedBy({ revision: 99 }, given)).toEqual([])
    }))
  })

  test.each([
    ['the day before the start', addDays(START, -1), 'ready'], ['the first day', START, 'in_progress'],
    ['the last day', addDays(START, 90), 'in_progress'], ['the day after', addDays(START, 91), 'ended'],
  ] as const)('%s', (_, today, state) => {
    expect(agreementState(agreed, all(2), today)).toBe(state)
    expect(agreementState(agreed, all(1), today)).toBe('waiting')
  })

  test('a measure of Nav is agreed once it is registered: nobody signs it here', () => {
    expect(agreementState({ ...agreed, kind: 'work_training' }, [], START)).toBe('in_progress')
  })

  test('one who never came is an end, with no further approval asked', () => {
    const noShow = { ...agreed, endedOn: START, endReason: 'never_started' as const }
    expect(agreementState(noShow, all(2), START)).toBe('ended')
    expect(agreementActions(noShow, 'ended', all(2), ['placements.read', 'placements.write', 'placements.approve'])).toEqual(['getDocument'])
  })
})

describe('what is missing', () => {
  const empty: AgreementContent & AgreementPeople = { kind: 'language_practice', purpose: null, tasks: null, learningGoals: null, languageGoals: null, speaksNorwegianWith: null, expectations: null,
    fromDate: null, toDate: null, schedule: [], supervisorContactId: null, signingContactId: null, responsibleId: null, navReference: null }

  test('language practice, the least formal today, needs as much as any (PLA-01, PLA-02)', () => {
    const needs = missingParts({ ...empty, followUps: [] })
    for (const kind of AgreementKind.options) expect(agreementKinds[kind].needs.filter((part) => part !== 'navReference' && !needs.includes(part)), kind).toEqual([])
    expect(needs).toContain('speaksNorwegianWith')
  })

  test('of Nav\'s own only reference, dates, contact and follow-up (PLA-13)', () => {
    expect(missingParts({ ...empty, kind: 'wage_subsidy', followUps: [] }).toSorted()).toEqual(['followUps', 'fromDate', 'navReference', 'responsibleId', 'supervisorContactId', 'toDate'])
  })

  test('a first visit after three months is not enough (PLA-05)', () => {
    const from = { ...empty, fromDate: START }
    expect(missingParts({ ...from, followUps: [{ dueOn: addDays(START, 90) }] })).toContain('followUps')
    expect(missingParts({ ...from, followUps: [{ dueOn: addDays(START, 14) }] })).not.toContain('followUps')
    expect(missingParts({ ...from, followUps: [{ dueOn: addDays(START, -1) }] })).toContain('followUps')
  })

  test('another supervisor needs no new approval, another day of the week does', () => {
    const next = { ...empty, supervisorContactId: 'x', navReference: '12' }
    expect(whatChanged(empty, next)).toEqual({ content: [], people: ['supervisorContactId', 'navReference'] })
    expect(whatChanged(empty, { ...next, schedule: [{ weekday: 1, from: '08:00', to: '12:00' }] }).content).toEqual(['schedule'])
  })
})

describe('what may be done', () => {
  test('the municipality approves last, each party once, and only what holds now', () => {
    const waiting = { agreement: agreed, state: 'waiting' as const, revision: 2 }
    expect(mayApprove('municipality', { ...waiting, approvals: all(2).slice(0, 1) })).toEqual([{ code: 'approval.othersFirst' }])
    expect(mayApprove('municipality', { ...waiting, approvals: all(2).slice(0, 2) })).toEqual([])
    expect(mayApprove('employer', { ...waiting, approvals: all(2) })).toEqual([{ code: 'approval.given' }])
    expect(mayApprove('employer', { ...waiting, approvals: [], revision: 1 })).toEqual([{ code: 'approval.changedSince' }])
    expect(mayApprove('employer', { ...waiting, state: 'draft', approvals: [] })).toEqual([{ code: 'approval.notAsked' }])
  })

  test('a yes on somebody\'s behalf has its reason, one by interpreter the interpreter (KAR-11)', () => {
    const one = { id: 'x', party: 'participant' as const, name: 'Oksana' }
    expect(isWellRecorded({ ...one, how: 'on_behalf' }).map(({ code }) => code)).toEqual(['approval.reasonMissing'])
    expect(isWellRecorded({ ...one, how: 'meeting_with_interpreter' }).map(({ code }) => code)).toEqual(['approval.interpreterMissing'])
    expect(isWellRecorded({ ...one, how: 'paper', onBehalfReason: 'no_device' }).map(({ code }) => code)).toEqual(['approval.reasonNotNeeded'])
    expect(isWellRecorded({ ...one, how: 'paper' })).toEqual([])
  })

  test('what has begun is ended, not cancelled; what is over is left alone', () => {
    expect(mayCancel('ready')).toEqual([])
    expect(mayCancel('in_progress')).toEqual([{ code: 'placements.hasBegun' }])
    expect(mayEnd(agreed, 'in_progress', { on: addDays(START, 91), reason: 'other' })).toEqual([{ code: 'placements.endsAfterPeriod', path: 'endedOn' }])
    expect(mayEnd(agreed, 'ready', { on: START, reason: 'never_started' })).toEqual([])
    expect(mayEnd(agreed, 'ready', { on: START, reason: 'illness' })).toEqual([{ code: 'placements.notBegun' }])
    expect(mayExtend(agreed, 'in_progress', addDays(START, 90))).toEqual([{ code: 'placements.notLater', path: 'toDate' }])
    expect(mayChange('ended', { fromDate: START, toDate: addDays(START, -1) }).map(({ code }) => code)).toEqual(['placements.isOver', 'placements.endsBeforeStart'])
  })

  test('reading alone gives the paper and nothing else', () => {
    fc.assert(fc.property(facts, approvals, day, (agreement, given, today) => {
      expect(agreementActions(agreement, agreementState(agreement, given, today), given, ['placements.read'])).toEqual(['getDocument'])
    }))
  })
})

describe('the plan of follow-up', () => {
  test('begins within a week, keeps to working days inside the period, and leaves no month without', () => {
    fc.assert(fc.property(day, fc.integer({ min: 0, max: 400 }), (from, length) => {
      const to = addDays(from, length)
      const days = suggestFollowUps(from, to).map(({ dueOn }) => dueOn)
      expect((days[0] ?? "") <= addDays(from, 7)).toBe(true)
      expect(days).toEqual([...new Set(days)].toSorted())
      for (const one of days) expect([one >= from && one <= to, days.length === 1 || (weekday(one) <= 5 && !isPublicHoliday(one))]).toEqual([true, true])
      days.slice(1).forEach((one, at) => expect(one <= addDays(days[at] ?? one, 34)).toBe(true))
    }))
  })

  test('for three months: soon, every third week, and two weeks before the end', () => {
    expect(suggestFollowUps(START, plainDate('2027-04-02')).map(({ kind, dueOn }) => `${dueOn} ${kind}`)).toEqual([
      '2027-01-08 visit', '2027-01-29 call', '2027-02-19 visit', '2027-03-19 meeting'])
  })
})

describe('what else the person does', () => {
  const mornings = [{ weekday: 1, from: '08:00', to: '12:00' }]
  const other = { id: 'x', employerName: 'Kafeen', fromDate: START, toDate: addDays(START, 30), schedule: mornings }

  test('the same hours are refused, other hours only mentioned', () => {
    const ours = { fromDate: addDays(START, 30), toDate: addDays(START, 90), schedule: [{ weekday: 1, from: '11:30', to: '15:00' }] }
    expect(noClash(ours, [other])).toMatchObject([{ code: 'placements.sameHours', params: { employer: 'Kafeen' } }])
    expect(noClash({ ...ours, schedule: [{ weekday: 1, from: '12:00', to: '15:00' }] }, [other])).toEqual([])
    expect(noClash({ ...ours, fromDate: addDays(START, 31) }, [other])).toEqual([])
  })

  test('a night shift on Sunday meets Monday morning', () => {
    expect(sameHours([{ weekday: 7, from: '22:00', to: '08:30' }], mornings)).toBe(true)
    expect(sameHours([{ weekday: 7, from: '22:00', to: '08:00' }], mornings)).toBe(false)
  })

  test('the permit and the usual length are told the adviser; three months are not thirteen weeks', () => {
    const content = { ...agreed, kind: 'language_practice' as const, purpose: null, tasks: null, learningGoals: null, languageGoals: null, speaksNorwegianWith: null, expectations: null, schedule: [],
      others: [], supervisorHasOthers: 0, today: START, state: 'ready', permitUntil: null }
    const codes = (over: object) => agreementWarnings({ ...content, ...over }).map(({ code }) => code)
    expect(codes({ permitUntil: addDays(START, 89) })).toEqual(['placements.permitEndsBefore'])
    expect(codes({ permitUntil: addDays(START, 90) })).toEqual([])
    expect(codes({ fromDate: plainDate('2026-08-31'), toDate: plainDate('2027-02-27') })).toEqual([])
    expect(codes({ fromDate: plainDate('2026-08-31'), toDate: plainDate('2027-02-28') })).toEqual(['placements.longerThanUsual'])
  })
})
