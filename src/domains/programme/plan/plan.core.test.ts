import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, plainDate } from '#shared/date.ts'
import { isLower, isWellRecorded, maySavePlan, maySign, partsOf, planDifferences, reviewState, shownTo, signedState } from './plan.core.ts'
import type { PlanElement, Snapshot } from './plan.schema.ts'
import { ELEMENT_KINDS, PlanContent, SavePlanInput } from './plan.schema.ts'
import { maySaveStep, pathOf } from './steps.core.ts'
import { STEP_KINDS, SaveStepInput } from './steps.schema.ts'

const today = plainDate('2026-11-20')
const id = '00000000-0000-4000-8000-000000000001'
const other = '00000000-0000-4000-8000-000000000002'
const codes = (refusals: { code: string }[]): string[] => refusals.map(({ code }) => code)
const element = (over: Partial<PlanElement> = {}): PlanElement => ({ id, kind: 'language_practice', title: 'Kafé', reason: 'Norsk i arbeid', fromDate: null, toDate: null, hoursPerWeek: 15, courseId: null, ...over })
const whole = PlanContent.parse({ finalGoal: 'work', months: 24, longTermGoals: 'Kokk', norwegian: { listening: 'B1', reading: 'B1', writing: 'A2', oral: 'B1' }, norwegianHours: 600, socialStudiesHours: 75, afterProgramme: 'Jobb på kjøkken' })

test('a plan has the parts it has, and reasons only where every element towards work has one', () => {
  expect(partsOf(whole, [element()])).toEqual(['final_goal', 'norwegian_goal', 'long_term_goals', 'training_extent', 'length', 'elements', 'appeal', 'reasons'])
  expect(partsOf(PlanContent.parse({}), [])).toEqual(['appeal'])
  expect(partsOf(whole, [element(), element({ id: other, reason: ' ' })])).not.toContain('reasons')
  expect(partsOf(whole, [element({ kind: 'health', title: null, reason: null })])).not.toContain('elements')
})

const save = (over: Record<string, unknown> = {}) => SavePlanInput.parse({ id, personId: id, version: 1, content: whole, elements: [element()], reason: 'Ny praksis', ...over })
test('a change says why, a lower goal was seen with what it leads to, and nothing impossible is kept', () => {
  const before = { content: PlanContent.parse({ finalGoal: 'upper_secondary' }), elementIds: [] }
  expect(codes(maySavePlan(save({ reason: ' ' }), before))).toEqual(['plan.reasonMissing', 'plan.lowerGoalUnseen'])
  expect(maySavePlan(save({ consequencesSeen: true }), before)).toEqual([])
  expect(maySavePlan(save({ reason: null }), undefined)).toEqual([])
  const wrong = [element({ fromDate: today, toDate: addDays(today, -1) }), element({ kind: 'health', title: 'Fysioterapi' })]
  expect(codes(maySavePlan(save({ elements: wrong, content: { ...whole, disagreement: 'Vil studere' } }), { content: whole, elementIds: [] }))).toEqual(['plan.disagreementUnanswered', 'plan.elementTwice', 'plan.elementEndsBeforeStart', 'plan.healthSaysNothing'])
})

test('goals are lower and higher in one direction alone', () => {
  const goals = ['work', 'higher_education', 'vocational_requalification', 'parts_of_upper_secondary', 'upper_secondary', 'vocational_training'] as const
  fc.assert(fc.property(fc.constantFrom(...goals), fc.constantFrom(...goals), (a, b) => { expect(isLower(a, b) && isLower(b, a)).toBe(false) }))
  expect([isLower('upper_secondary', 'work'), isLower('work', 'upper_secondary'), isLower(null, 'work')]).toEqual([true, false, false])
})

test('two revisions differ in what was changed and in nothing else', () => {
  const snapshot: Snapshot = { ...whole, elements: [element()], reviewOn: null }
  expect(planDifferences(snapshot, snapshot)).toEqual([])
  const after = { ...snapshot, finalGoal: 'upper_secondary' as const, norwegian: { ...snapshot.norwegian, writing: 'B1' as const }, elements: [element({ hoursPerWeek: 20 }), element({ id: other })] }
  expect(planDifferences(snapshot, after).map(({ at }) => at)).toEqual(['finalGoal', 'norwegian.writing', `elements.${id}`, `elements.${other}`])
  fc.assert(fc.property(fc.array(fc.record({ id: fc.uuid(), kind: fc.constantFrom(...ELEMENT_KINDS), hours: fc.integer({ min: 1, max: 37 }) }), { maxLength: 6 }), (made) => {
    const elements = made.map((one) => element({ id: one.id, kind: one.kind, hoursPerWeek: one.hours }))
    expect(planDifferences({ ...snapshot, elements: [] }, { ...snapshot, elements })).toHaveLength(new Set(elements.map((one) => one.id)).size)
  }))
})

test('a yes is to the whole plan as it is now, once from each, and through an interpreter with name and language', () => {
  const signing = { revision: 2, current: 2, kind: 'contract' as const, missing: [], signatures: [] }
  expect(maySign('participant', signing)).toEqual([])
  expect(codes(maySign('participant', { ...signing, revision: 1, kind: 'none', missing: ['length'], signatures: [{ party: 'participant', revision: 1 }] }))).toEqual(['plan.changedSince', 'plan.noContract', 'plan.notWhole', 'plan.isSigned'])
  const yes = { id, planId: id, revision: 1, name: 'Selam', how: 'meeting_with_interpreter' as const, interpreter: null, interpreterLanguage: null }
  expect(codes(isWellRecorded(yes))).toEqual(['plan.interpreterName', 'plan.interpreterLanguage'])
  expect(isWellRecorded({ ...yes, how: 'meeting' })).toEqual([])
  expect([signedState(2, 'contract', []), signedState(2, 'contract', [{ party: 'participant', revision: 2 }]), signedState(2, 'contract', [{ party: 'participant', revision: 2 }, { party: 'municipality', revision: 2 }]),
    signedState(2, 'contract', [{ party: 'participant', revision: 1 }]), signedState(2, 'declaration', [{ party: 'municipality', revision: 2 }]), signedState(2, 'none', [])]).toEqual(['unsigned', 'waiting', 'signed', 'outdated', 'signed', 'none'])
})

test('to others an element of health is time that is taken, and nothing else', () => {
  const health = element({ kind: 'health', title: null, reason: null, hoursPerWeek: 4 })
  expect(shownTo(false, [health])).toEqual([{ ...health, kind: 'other' }])
  expect(shownTo(true, [health])).toEqual([health])
  expect([reviewState(null, today), reviewState(addDays(today, -1), today), reviewState(today, today)]).toEqual(['none', 'late', 'planned'])
})

const step = (over: Record<string, unknown>) => SaveStepInput.parse({ id, personId: id, kind: 'career_guidance', ...over })
test('the path follows the municipality’s order, and out of order says why', () => {
  const stored = [{ kind: 'competence_mapping' as const, id, version: 1, plannedOn: null, referredOn: null, doneOn: today, doneWith: null, result: null, deviation: null }]
  expect(pathOf(['qualification_interview', 'career_guidance', 'competence_mapping'], stored, today).map(({ kind, state }) => [kind, state])).toEqual([['qualification_interview', 'next'], ['career_guidance', 'waiting'], ['competence_mapping', 'done']])
  expect(pathOf(['qualification_interview'], stored, today).map(({ kind }) => kind)).toEqual(['qualification_interview', 'competence_mapping'])
  expect(codes(maySaveStep(step({ doneOn: '2026-11-21', referredOn: '2026-11-25' }), STEP_KINDS, [], today))).toEqual(['plan.stepInFuture', 'plan.doneBeforeReferral', 'plan.outOfOrder'])
  expect(maySaveStep(step({ doneOn: '2026-11-20', deviation: 'Ventet på tolk' }), STEP_KINDS, [], today)).toEqual([])
  expect(maySaveStep(step({ plannedOn: '2026-12-01' }), STEP_KINDS, [], today)).toEqual([])
})
