import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noGrounds } from '#rules/rule.ts'
import { addDays, plainDate } from '#shared/date.ts'
import { byNeed, groupsOf, isWithoutPlan, mayPlanStep, nextStepState } from './groups.core.ts'
import { GROUPS } from './groups.schema.ts'
import type { Case } from './overview.core.ts'
import { USUAL_NORM, overviewOf } from './overview.core.ts'
import { mayNoteWait, waitingStanding } from './waiting.core.ts'

const today = plainDate('2026-11-20')
const one = { birthDate: plainDate('1990-01-01'), gender: 'male', arrivalCategory: 'asylum', status: 'settled', programme: 'none' as const, isPlaced: false, isAwaited: false, whereabouts: null, hasMinorChild: false }

describe('who falls between', () => {
  test.each([
    ['a man of 36 with nothing', one, ['others']],
    ['one of exactly 55', { ...one, birthDate: plainDate('1971-11-20') }, ['over_55']],
    ['one who is 55 tomorrow', { ...one, birthDate: plainDate('1971-11-21') }, ['others']],
    ['a girl of 16 today, by family reunification', { ...one, birthDate: plainDate('2010-11-20'), gender: 'female', arrivalCategory: 'family_reunification' }, ['aged_16_18', 'women_family_reunification']],
    ['a child of 15', { ...one, birthDate: plainDate('2010-11-21') }, []],
    ['one of 18 today', { ...one, birthDate: plainDate('2008-11-20') }, ['others']],
    ['a father of 55 with a child under 18', { ...one, birthDate: plainDate('1971-11-20'), hasMinorChild: true }, ['over_55', 'older_fathers']],
    ['a mother of 55 with a child under 18', { ...one, birthDate: plainDate('1971-11-20'), gender: 'female', hasMinorChild: true }, ['over_55']],
    ['a father of 54', { ...one, birthDate: plainDate('1971-11-21'), hasMinorChild: true }, ['others']],
    ['one written out, whereabouts unknown', { ...one, programme: 'ended' as const, whereabouts: 'unknown' }, ['written_out', 'whereabouts_unknown']],
    ['one of unknown age', { ...one, birthDate: null }, ['others']],
    ['one in a programme', { ...one, programme: 'runs' as const }, []],
    ['one placed', { ...one, isPlaced: true }, []],
    ['one on her way into a programme in time', { ...one, isAwaited: true }, []],
    ['one in work', { ...one, status: 'in_work' }, []],
    ['one who has moved', { ...one, whereabouts: 'moved' }, []],
  ])('%s', (_, situation, groups) => { expect(groupsOf(situation, today)).toEqual(groups) })

  test('is in a group exactly when without a plan and not a child', () => {
    fc.assert(fc.property(fc.record({
      birthDate: fc.option(fc.integer({ min: 0, max: 36_000 }).map((days) => addDays(today, -days))), gender: fc.constantFrom('female', 'male', null), arrivalCategory: fc.constantFrom('asylum', 'family_reunification', null),
      status: fc.constantFrom('settled', 'in_work', 'in_education', 'moved', 'ended'), programme: fc.constantFrom('none' as const, 'runs' as const, 'ended' as const), isPlaced: fc.boolean(), isAwaited: fc.boolean(), whereabouts: fc.constantFrom('present', 'unknown', 'moved', null), hasMinorChild: fc.boolean() }), (situation) => {
      const groups = groupsOf(situation, today)
      const isChild = situation.birthDate !== null && situation.birthDate > '2010-11-20'
      expect(groups.length > 0).toBe(isWithoutPlan(situation) && !isChild)
      expect(new Set(groups).size).toBe(groups.length)
      expect(groups.every((group) => GROUPS.includes(group))).toBe(true)
    }))
  })

  test('those with no next step come first', () => {
    expect([nextStepState(null, today), nextStepState(addDays(today, -1), today), nextStepState(today, today)]).toEqual(['none', 'late', 'planned'])
    const rows = [{ state: 'planned' as const, name: 'A', personId: '1' }, { state: 'none' as const, name: 'B', personId: '2' }, { state: 'late' as const, name: 'A', personId: '3' }]
    expect(rows.toSorted(byNeed).map(({ personId }) => personId)).toEqual(['2', '3', '1'])
    expect(mayPlanStep(addDays(today, -1), today).map(({ code }) => code)).toEqual(['overview.stepInPast'])
  })
})

describe('who waits', () => {
  const facts = { birthDate: plainDate('1990-01-01'), permit: 'refugee' as const, permitGrantedOn: plainDate('2026-08-01'), settledByAgreement: true, settledOn: plainDate('2026-09-01'), residenceSince: plainDate('2026-09-01'), weeklyJobHours: 0 }
  test('has a deadline three months after settlement', () => {
    expect(waitingStanding(facts, today, noGrounds)).toEqual({ standing: 'right_and_duty', missing: [], deadline: '2026-12-01', daysLeft: 11, daysWaited: 80 })
  })
  test('is unclear where a fact is missing, and names it', () => {
    expect(waitingStanding({ ...facts, permitGrantedOn: undefined }, today, noGrounds)).toMatchObject({ standing: 'unclear', missing: ['permitGrantedOn'] })
  })
  test('is nobody who is outside', () => {
    expect(waitingStanding({ ...facts, permit: 'nordic_or_eea' }, today, noGrounds)).toBeUndefined()
  })
  test('since a day that has been, until one after it', () => {
    expect(mayNoteWait({ since: addDays(today, 1), expectedOn: today }, today).map(({ code }) => code)).toEqual(['overview.inFuture', 'overview.expectedBefore'])
    expect(mayNoteWait({ since: today, expectedOn: null }, today)).toEqual([])
  })
})

describe('from above', () => {
  const none = { ...one, facts: {}, settledOn: null,
    adviserName: 'Ingrid', startsOn: null, months: null, extensionMonths: null, endedOn: null, waitReason: null, waitSince: null, nextStepDue: null }
  const participant: Case = { ...none, startsOn: plainDate('2026-01-10'), months: 12, extensionMonths: 0 }
  const settledOn = plainDate('2026-06-01')
  const waits: Case = { ...none, settledOn, facts: { birthDate: one.birthDate, permit: 'refugee', permitGrantedOn: plainDate('2026-05-01'), settledByAgreement: true, settledOn, residenceSince: settledOn, weeklyJobHours: 0 }, waitReason: 'kindergarten', waitSince: plainDate('2026-10-01') }

  test('counts phases, burdens, reasons, deadlines and groups, and names nobody', () => {
    const seen = overviewOf([participant, participant, waits, { ...none, status: 'in_work' }], today, noGrounds, 1)
    expect(seen).toMatchObject({ people: 4, inProgramme: 2, waiting: 1, overdueStarts: 1, endingSoon: 2, unclear: 0, withoutPlan: 1,
      caseload: [{ adviserName: 'Ingrid', inProgramme: 2, waiting: 1, after: 0, share: 2 }], waitReasons: [{ reason: 'kindergarten', count: 1, longest: 50 }] })
    expect(seen.atRisk[0]).toEqual({ what: 'start', by: '2026-09-01', daysLeft: -80, adviserName: 'Ingrid' })
    expect(seen.groups.find(({ group }) => group === 'others')).toEqual({ group: 'others', count: 1, withoutStep: 1 })
  })

  test('everybody is in one phase alone', () => {
    const { people, inProgramme, waiting, caseload } = overviewOf([participant, waits, waits], today, noGrounds, USUAL_NORM)
    expect(caseload.reduce((sum, load) => sum + load.inProgramme + load.waiting + load.after, 0)).toBe(people)
    expect(inProgramme + waiting).toBe(people)
  })
})
