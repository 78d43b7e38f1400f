import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, plainDate } from '#shared/date.ts'
import type { RegisterFacts } from './register.core.ts'
import { byDue, exported, registerFields, registerRow, summaryOf } from './register.core.ts'

const today = plainDate('2026-11-20')
const nothing: RegisterFacts = {
  personId: '00000000-0000-4000-8000-000000000001', name: 'Olena Melnyk', adviserName: null, gender: null, birthDate: null, number: null, hasNumber: false, address: null, contact: null, country: null, household: null,
  permit: null, permitGrantedOn: null, settledOn: plainDate('2026-10-01'), firstLanguage: null, interpreterLanguage: null, education: null, languages: null, work: null, wishes: null, careerGuidanceOn: null, mappedOn: null,
  offeredOn: null, decidedOn: null, startsOn: null, lastDay: null, endedOn: null, endReason: null, endActivity: null, finalGoal: null, elements: null, lifeSkillsHours: null, parentalGuidanceMeetings: null, hasChildren: false,
  absenceDays: 0, appeals: 0, norwegianGoal: null, norwegianHours: null, socialStudiesHours: null, norwegianTests: null, isCollectiveProtection: false, isExempt: false }
const begun: RegisterFacts = { ...nothing, offeredOn: plainDate('2026-10-10'), decidedOn: plainDate('2026-10-10'), startsOn: plainDate('2026-10-15'), lastDay: plainDate('2027-10-14'), finalGoal: 'work' }
const names = (facts: RegisterFacts, on = today): string[] => registerFields(facts, on).map(({ name }) => name)

describe('what the register will want', () => {
  test('is due two months after what it tells of', () => {
    const fields = registerFields(begun, today)
    expect(fields.find(({ name }) => name === 'gender')).toEqual({ section: '46', name: 'gender', value: null, dueBy: '2026-12-01' })
    expect(fields.find(({ name }) => name === 'elements')).toEqual({ section: '52', name: 'elements', value: null, dueBy: '2026-12-15' })
  })

  test('asks nothing of a programme that has not begun, and no end of one that runs', () => {
    expect(names(nothing)).not.toContain('started_on')
    expect(names(begun)).not.toContain('ended_on')
    expect(names(begun, plainDate('2027-10-14'))).not.toContain('ended_on')
    expect(names(begun, plainDate('2027-10-15'))).toContain('ended_on')
    expect(names({ ...begun, endedOn: today })).toEqual(expect.arrayContaining(['end_reason', 'end_activity', 'norwegian_tests', 'life_skills']))
  })

  test('asks social studies of those who have them, parental guidance of parents, a goal of those who are not exempt', () => {
    expect(names({ ...begun, isCollectiveProtection: true })).not.toContain('social_studies_hours')
    expect(names({ ...begun, isExempt: true })).not.toContain('norwegian_goal')
    expect(names({ ...begun, endedOn: today })).not.toContain('parental_guidance')
    expect(names({ ...begun, endedOn: today, hasChildren: true })).toContain('parental_guidance')
  })

  test('takes no absence at all as an answer, and no hours at all as missing', () => {
    const fields = registerFields(begun, today)
    expect(fields.find(({ name }) => name === 'absence')?.value).toBe('0')
    expect(fields.find(({ name }) => name === 'norwegian_hours')?.value).toBeNull()
  })
})

describe('the list', () => {
  test('counts what is there and says late from the day after the last', () => {
    expect(registerRow(begun, plainDate('2026-12-01')).state).toBe('missing')
    expect(registerRow(begun, plainDate('2026-12-02'))).toMatchObject({ state: 'late', nextDue: '2026-12-01' })
    const rows = [registerRow(begun, today), registerRow({ ...begun, name: 'Amal', settledOn: plainDate('2026-01-01') }, today)].toSorted(byDue)
    expect(rows.map(({ name, state }) => [name, state])).toEqual([['Amal', 'late'], ['Olena Melnyk', 'missing']])
    expect(summaryOf(rows)).toMatchObject({ people: 2, complete: 0, late: 1 })
    expect(summaryOf(rows).byField[0]?.missing).toBe(2)
  })

  test('filled and missing are all that is wanted, whoever it is, and the export says the same', () => {
    fc.assert(fc.property(fc.record({ hasChildren: fc.boolean(), isCollectiveProtection: fc.boolean(), isExempt: fc.boolean(), gender: fc.constantFrom('female', null), norwegianHours: fc.constantFrom(0, 12.5, null),
      startsOn: fc.option(fc.integer({ min: -900, max: 0 }).map((days) => addDays(today, days))), ended: fc.boolean() }), ({ ended, ...over }) => {
      const facts: RegisterFacts = { ...nothing, ...over, lastDay: over.startsOn && addDays(over.startsOn, 364), endedOn: ended ? over.startsOn && addDays(over.startsOn, 100) : null }
      const row = registerRow(facts, today)
      expect(row.filled + row.missing.length).toBe(row.wanted)
      const { sections, missing } = exported(facts, today)
      expect(missing).toEqual(row.missing)
      expect(Object.values(sections).flatMap((one) => Object.values(one)).filter((value) => value === null)).toHaveLength(missing.length)
    }))
  })
})
