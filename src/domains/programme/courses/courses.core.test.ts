import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { noGrounds } from '#rules/rule.ts'
import type { Facts } from '#rules/facts.ts'
import type { PlainDate } from '#shared/date.ts'
import { addDays, plainDate } from '#shared/date.ts'
import { askElements } from './ask-elements.ts'
import { byRank, fitOf } from './candidate.core.ts'
import { maySaveCourse, moved } from './course.core.ts'
import { ELEMENTS, SaveCourseInput, STAGES, TIMINGS } from './course.schema.ts'
import { mayCredit } from './credit.core.ts'
import { elementOf, measureOf } from './element.core.ts'
import type { Requirement } from './element.core.ts'
import type { About, Spent } from './road.core.ts'
import { isLacking, standingsOf } from './road.core.ts'
import { offerFrom } from './road-of.core.ts'
import type { Credit } from './road.schema.ts'
import type { Placed, TakesPartIn } from './steps.core.ts'
import { stepsOf } from './steps.core.ts'
import { outOfTime, windowOf } from './timing.core.ts'

const today = plainDate('2026-11-20')
const days = { startsOn: plainDate('2026-01-05'), lastDay: plainDate('2027-12-31'), practiceFrom: plainDate('2026-06-01') }
const refugee: Facts = { permit: 'refugee', permitGrantedOn: plainDate('2025-08-01'), decidedOn: plainDate('2026-01-01'), startedOn: days.startsOn, schooling: 'primary', hasChildUnder18: true }
const asked = (facts: Facts) => Object.fromEntries(askElements(facts, today, noGrounds).requirements.map(({ element, asked: is, least, why }) => [element, [is, least, why?.code ?? null]]))

describe('what the law asks, from the rules', () => {
  test('of a new programme every element, with the hours of the rule', () => {
    expect(asked(refugee)).toEqual({ norwegian: ['yes', null, null], social_studies: ['yes', 75, null], life_skills_migration_health: ['yes', 10, null], life_skills_career: ['yes', 15, null], parental_guidance: ['yes', 8, null], work_or_education: ['yes', null, null] })
    expect(asked({ ...refugee, schooling: 'higher', hasChildUnder18: false, childBornDuringProgramme: false })).toMatchObject({ life_skills_migration_health: ['yes', 5, null], parental_guidance: ['no', null, 'why.noChildren'] })
  })
  test('of collective protection no social studies, and before 2026 a programme of its own', () => {
    const protectedNow: Facts = { ...refugee, permit: 'collective_protection' }
    expect(asked(protectedNow)['social_studies']).toEqual(['no', null, 'why.chapter'])
    expect(asked({ ...protectedNow, permitGrantedOn: plainDate('2024-08-01'), decidedOn: plainDate('2025-02-01') })).toMatchObject({ norwegian: ['yes', null, null], social_studies: ['no', null, 'why.chapter'], life_skills_career: ['no', null, 'why.chapter'], parental_guidance: ['undecided', null, 'why.chapterGuidance'] })
  })
  test('of the former act nothing is answered, and of unknown facts neither', () => {
    expect(new Set(Object.values(asked({ ...refugee, permitGrantedOn: plainDate('2020-06-01') })).map((one) => one[2]))).toEqual(new Set(['why.formerAct']))
    expect(asked({})).toMatchObject({ social_studies: ['undecided', null, 'why.facts'], parental_guidance: ['undecided', null, 'why.children'] })
  })
})

test('time counts to the element of its course, else of its kind; health counts to none', () => {
  expect(elementOf({ kind: 'health', fulfils: 'life_skills_migration_health', isWorkOriented: true })).toBeNull()
  expect(elementOf({ kind: 'life_skills', fulfils: 'life_skills_career', isWorkOriented: false })).toBe('life_skills_career')
  expect(elementOf({ kind: 'life_skills', fulfils: null, isWorkOriented: false })).toBe('life_skills_unsorted')
  expect(elementOf({ kind: 'course', fulfils: null, isWorkOriented: true })).toBe('work_or_education')
  expect(elementOf({ kind: 'other', fulfils: null, isWorkOriented: false })).toBeNull()
})

const about: About = { today, lastDay: days.lastDay, socialStudiesBy: plainDate('2026-10-01'), offerFor: () => ({ kind: 'no_course' }) }
const spent = (over: Partial<Spent> = {}): Spent => ({ element: 'social_studies', held: 0, attended: 0, unregistered: 0, ahead: 0, heldDays: 0, attendedDays: 0, unregisteredDays: 0, aheadDays: 0, ...over })
const social: Requirement = { element: 'social_studies', asked: 'yes', least: 75, why: null }
const only = (own: Spent[], credits: Omit<Credit, 'id' | 'version' | 'ground'>[] = [], requirement = social) => { const [one] = standingsOf([requirement], own, credits, about); if (!one) throw new Error('no standing'); return one }
const codes = ({ reasons }: { reasons: { code: string }[] }): string[] => reasons.map(({ code }) => code)

describe('how an element stands', () => {
  test('is said with what was attended, is ahead, was done elsewhere, and what lacks', () => {
    expect(only([spent({ held: 80 * 60, attended: 75 * 60 })])).toMatchObject({ state: 'done', missing: 0 })
    expect(only([spent({ held: 60 * 60, attended: 50 * 60, ahead: 25 * 60 })])).toMatchObject({ state: 'under_way', missing: 0 })
    expect(only([spent({ ahead: 75 * 60 })])).toMatchObject({ state: 'planned' })
    const short = only([spent({ held: 76 * 60, attended: 40 * 60, unregistered: 60 })], [{ element: 'social_studies', kind: 'done_elsewhere', amount: 30, onDate: today }])
    expect([short.state, short.missing, codes(short)]).toEqual(['short', 5, ['credit.hours', 'missing.hours', 'heldNotAttended.hours', 'unregistered.hours', 'deadline.over', 'offer.noCourse']])
    expect(only([], [{ element: 'social_studies', kind: 'exempt', amount: null, onDate: today }])).toMatchObject({ state: 'exempt', missing: 0 })
    expect(only([])).toMatchObject({ state: 'lacking', missing: 75 })
    expect(codes(only([], [], { ...social, asked: 'no', least: null, why: { code: 'why.chapter', params: {} } }))).toEqual(['why.chapter'])
  })
  test('guidance is counted in meetings, and hours of livsmestring without a course are said of and counted to neither part', () => {
    const guidance: Requirement = { element: 'parental_guidance', asked: 'yes', least: 8, why: null }
    expect(only([spent({ element: 'parental_guidance', held: 960, attended: 840, heldDays: 8, attendedDays: 7, aheadDays: 1, ahead: 120 })], [], guidance)).toMatchObject({ attended: 7, ahead: 1, measure: 'meetings', state: 'under_way' })
    const career = only([spent({ element: 'life_skills_unsorted', held: 1500, attended: 1500 })], [], { element: 'life_skills_career', asked: 'yes', least: 15, why: null })
    expect([career.state, career.attended, codes(career)]).toEqual(['lacking', 0, ['missing.hours', 'unsorted', 'offer.noCourse']])
  })

  const amount = fc.integer({ min: 0, max: 200 * 60 })
  const spentArb = fc.record({ element: fc.constantFrom(...ELEMENTS, 'life_skills_unsorted' as const, null), held: amount, attended: amount, unregistered: amount, ahead: amount, heldDays: fc.nat(30), attendedDays: fc.nat(30), unregisteredDays: fc.nat(30), aheadDays: fc.nat(30) })
  const creditArb = fc.record({ element: fc.constantFrom(...ELEMENTS), kind: fc.constant('done_elsewhere' as const), amount: fc.option(fc.integer({ min: 1, max: 100 })), onDate: fc.constant(today) })
  const requirementArb = fc.record({ element: fc.constantFrom(...ELEMENTS), asked: fc.constantFrom('yes' as const, 'no' as const, 'undecided' as const), least: fc.option(fc.integer({ min: 1, max: 100 })), why: fc.constant({ code: 'why.facts', params: {} }) })
  const better = ['lacking', 'short', 'planned', 'under_way', 'contained', 'done', 'exempt']

  test('has always a reason; lacks nothing where the law does not ask; is done exactly when what she had is enough', () => {
    fc.assert(fc.property(requirementArb, fc.array(spentArb, { maxLength: 4 }), fc.array(creditArb, { maxLength: 2 }), (requirement, own, credits) => {
      const one = only(own, credits, requirement)
      expect(one.reasons.length).toBeGreaterThan(0)
      expect(one.measure).toBe(measureOf(requirement.element))
      const isAsked = requirement.asked === 'yes'
      const isEnough = isAsked && requirement.least !== null && one.state !== 'exempt' && one.attended + one.credited >= requirement.least
      expect(one.state === 'done').toBe(isEnough)
      expect(isLacking(one) && !isAsked).toBe(false)
      expect(one.missing > 0).toBe(isAsked && requirement.least !== null && isLacking(one))
    }))
  })
  test('never becomes worse by more time attended, or by more done elsewhere', () => {
    fc.assert(fc.property(requirementArb, fc.array(spentArb, { maxLength: 3 }), fc.array(creditArb, { maxLength: 2 }), spentArb, creditArb, (requirement, own, credits, more, credit) => {
      const state = (a: Spent[], b: typeof credits): number => better.indexOf(only(a, b, { ...requirement, asked: 'yes' }).state)
      expect(state([...own, more], credits)).toBeGreaterThanOrEqual(state(own, credits))
      expect(state(own, [...credits, credit])).toBeGreaterThanOrEqual(state(own, credits))
    }))
  })
})

const course = (over: Partial<Placed> = {}): Placed => ({ id: 'a', name: 'A', fulfils: 'life_skills_career', stage: 'late', timing: 'last_months', timingAmount: 6, requires: [], replaces: [], forParents: false, retiredOn: null, ...over })
const taking = (over: Partial<TakesPartIn> = {}): TakesPartIn => ({ activityId: 'x', courseId: 'a', title: 'A', kind: 'life_skills', fulfils: 'life_skills_career', isClass: true, isWorkOriented: false, fromDate: today, toDate: addDays(today, 30), ...over })

describe('when a course belongs', () => {
  test('early, late, before practice, or after some weeks', () => {
    expect(windowOf({ timing: 'last_months', timingAmount: 6 }, days)).toEqual({ from: '2027-07-01', to: '2027-12-31' })
    expect(outOfTime({ timing: 'last_months', timingAmount: 6 }, days, today)).toEqual([{ code: 'time.tooEarly', params: { begins: today, from: '2027-07-01' } }])
    expect(outOfTime({ timing: 'first_weeks', timingAmount: 4 }, days, today).map(({ code }) => code)).toEqual(['time.tooLate'])
    expect(outOfTime({ timing: 'before_practice', timingAmount: null }, days, today).map(({ code }) => code)).toEqual(['time.afterPractice'])
    expect(outOfTime({ timing: 'after_weeks', timingAmount: 12 }, days, today)).toEqual([])
    expect(outOfTime({ timing: 'any_time', timingAmount: null }, days, plainDate('2028-01-01')).map(({ code }) => code)).toEqual(['time.afterEnd'])
  })
  test('a day within the window is in sequence, and one outside it is not', () => {
    fc.assert(fc.property(fc.constantFrom(...TIMINGS), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 725 }), (timing, amount, after) => {
      const timed = { timing, timingAmount: amount }
      const [begins, { from, to }] = [addDays(days.startsOn, after), windowOf(timed, days)]
      expect(outOfTime(timed, days, begins).length === 0).toBe(begins <= days.lastDay && begins >= from && begins <= to)
    }))
  })
  test('after what it builds on, unless she has that, or took what stands instead', () => {
    const [first, second, instead] = [course({ id: 'b', name: 'B', fulfils: 'norwegian', timing: 'any_time', timingAmount: null }), course({ requires: ['b'], timing: 'any_time', timingAmount: null }), course({ id: 'c', fulfils: null, replaces: ['b'] })]
    const road = (takings: TakesPartIn[], courses = [first, second, instead]) => stepsOf({ courses, takings, standings: [], days, today }).find(({ courseId }) => courseId === 'a')?.outOfSequence.map(({ code }) => code)
    expect(road([taking()])).toEqual(['time.requires'])
    expect(road([taking(), taking({ activityId: 'y', courseId: 'b', fromDate: addDays(today, -60), toDate: addDays(today, -1) })])).toEqual([])
    expect(road([taking(), taking({ activityId: 'y', courseId: 'b', fromDate: addDays(today, -60), toDate: null })])).toEqual(['time.requires'])
    expect(road([taking(), taking({ activityId: 'y', courseId: 'c' })])).toEqual([])
  })
  test('the road has what goes on first, then what comes, what is not planned, and what is done', () => {
    const lacking = only([], [], { element: 'life_skills_career', asked: 'yes', least: 15, why: null })
    const takings = [taking({ activityId: '1', courseId: null, toDate: addDays(today, -1), fromDate: addDays(today, -9) }), taking({ activityId: '2', courseId: null, fromDate: addDays(today, 5) }), taking({ activityId: '3', courseId: null })]
    expect(stepsOf({ courses: [course()], takings, standings: [lacking], days, today }).map(({ state }) => state)).toEqual(['now', 'next', 'not_planned', 'done'])
    expect(stepsOf({ courses: [], takings: [taking({ kind: 'other', courseId: null, fulfils: null, isClass: false })], standings: [], days, today })).toEqual([])
  })
})

describe('who should be put on a run', () => {
  const sought = { ...course({ timing: 'any_time', timingAmount: null }), leastLevel: 'A2' as const, mostLevel: 'B1' as const, hours: 15, meetings: null }
  const lacks = only([], [], { element: 'life_skills_career', asked: 'yes', least: 15, why: null })
  const person = { level: 'A2' as const, isParent: null, takings: [], standings: [lacks], days, isInPlan: false }
  const fit = (over: object, c = sought, ends = addDays(today, 30)) => { const { rank, reasons } = fitOf({ ...person, ...over }, c, [c], { begins: today, ends }, today); return [rank, ...reasons.map(({ code }) => code)] }
  test('who lacks it and can follow it; with every reason against whoever should wait', () => {
    expect(fit({})).toEqual(['needs', 'fit.lacks.hours'])
    expect(fit({ standings: [] })).toEqual(['suits'])
    expect(fit({ standings: [], isInPlan: true, level: null })).toEqual(['needs', 'fit.inPlan', 'fit.levelUnknown'])
    expect(fit({ level: 'A1', takings: [taking({ toDate: null })] })).toEqual(['not_now', 'fit.isOnAnother', 'fit.levelLow', 'fit.lacks.hours'])
    expect(fit({}, sought, addDays(days.lastDay, 1))).toEqual(['not_now', 'time.endsAfter', 'fit.lacks.hours'])
    expect(fit({ isParent: false }, { ...sought, forParents: true })).toEqual(['not_now', 'fit.noChildren', 'fit.lacks.hours'])
    expect(fit({ standings: [{ ...lacks, state: 'done', missing: 0 }] })).toEqual(['not_now', 'fit.hasElement'])
  })
  test('first those who need it, of them whoever ends first', () => {
    const rows = [{ rank: 'suits' as const, lastDay: today, personName: 'A' }, { rank: 'needs' as const, lastDay: addDays(today, 9), personName: 'B' }, { rank: 'needs' as const, lastDay: today, personName: 'C' }, { rank: 'not_now' as const, lastDay: today, personName: 'D' }]
    expect(rows.toSorted(byRank).map(({ personName }) => personName)).toEqual(['C', 'B', 'A', 'D'])
  })
  test('the next run with room before the end is offered; a full one is not, nor one after it', () => {
    const run = (fromDate: string, free: number | null, hasBegun = false) => ({ activityId: '', title: '', fromDate: plainDate(fromDate), toDate: null, place: null, teacherName: null, participants: 0, seats: null, free, hasBegun, hours: null })
    const given = (...runs: (Omit<ReturnType<typeof run>, 'toDate'> & { toDate: PlainDate | null })[]) => offerFrom([{ name: 'A', fulfils: 'norwegian', retiredOn: null, hours: 20, meetings: null, runs }], 'norwegian', days.lastDay)
    const late = { ...run('2027-12-01', 4), toDate: plainDate('2028-02-01') }
    expect([given(late).kind, given(late, run('2027-12-15', 4)).kind]).toEqual(['run_too_late', 'run'])
    expect(given(run('2027-01-10', 0), run('2028-01-01', 4)).kind).toBe('no_run')
    expect(given(run('2026-01-10', 3, true), run('2027-01-10', 2))).toMatchObject({ fromDate: '2027-01-10', free: 2 })
    expect(offerFrom([], 'norwegian', days.lastDay).kind).toBe('no_course')
  })
})

describe('the catalogue', () => {
  const input = SaveCourseInput.parse({ id: '00000000-0000-4000-8000-000000000001', name: 'Kurs', kind: 'course', givenBy: 'nav', stage: 'early' })
  test('takes a course that hangs together, and says everything against one that does not', () => {
    expect(maySaveCourse(input, [])).toEqual([])
    const other = '00000000-0000-4000-8000-000000000002'
    expect(maySaveCourse({ ...input, fulfils: 'norwegian', leastLevel: 'B1', mostLevel: 'A1', timing: 'first_weeks', requires: [other] }, [{ id: other, requires: [input.id] }]).map(({ code }) => code)).toEqual(['courses.fulfilsOther', 'courses.levelsTurned', 'courses.howLong', 'courses.inCircle'])
    expect(maySaveCourse({ ...input, timingAmount: 3, replaces: [input.id] }, []).map(({ code }) => code)).toEqual(['courses.noAmount', 'courses.ofItself'])
    expect(mayCredit({ kind: 'exempt', amount: 3, onDate: addDays(today, 1) }, today).map(({ code }) => code)).toEqual(['courses.inFuture', 'courses.onlyWhole'])
  })
  test('keeps every course through any moves, each column numbered from its top', () => {
    const courses = fc.array(fc.constantFrom(...STAGES), { minLength: 1, maxLength: 8 })
    fc.assert(fc.property(courses, fc.nat(), fc.constantFrom('up' as const, 'down' as const, ...STAGES), (stages, at, to) => {
      const before = stages.map((stage, index) => ({ id: String(index), stage, place: stages.slice(0, index).filter((one) => one === stage).length }))
      const id = String(at % stages.length)
      const changed = new Map(moved(before, id, to).map((one) => [one.id, one]))
      const after = before.map((one) => changed.get(one.id) ?? one)
      const stage = after.find((one) => one.id === id)?.stage
      const places = after.filter((one) => one.stage === stage).map(({ place }) => place).toSorted((a, b) => a - b)
      expect(places).toEqual(places.map((_, index) => index))
      const isStep = to === 'up' || to === 'down'
      expect(after.map((one) => one.stage)).toEqual(stages.map((one, index) => (isStep || String(index) !== id ? one : to)))
    }))
  })
})
