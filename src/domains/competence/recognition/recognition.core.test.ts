import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, plainDate } from '#shared/date.ts'
import { checkIsDue, documentRefusals, expectedOn, lacksOf, mayAdd, nextSteps, recognitionOf, standingOf, waitRefusals, waitingFigures } from './recognition.core.ts'
import type { Result, Step, StepKind } from './recognition.schema.ts'

const TODAY = plainDate('2026-11-20')
const sentOn = plainDate('2026-06-01')
const step = (kind: StepKind, onDay = sentOn, over: Partial<Step> = {}): Step => ({ id: '', kind, onDay, dueOn: null, result: null, missing: null, note: null, ...over })
const answer = (result: Result, onDay = TODAY) => step('answered', onDay, { result, missing: result === 'part' ? 'Praksis' : null })
const paper = { name: 'Vitnemål', gatheredBy: 'person' as const, hadOn: TODAY, translation: 'done' as const }

describe('how far a case has come', () => {
  test('before it is sent: what lacks, or that it is ready', () => {
    expect(standingOf([], [], null, TODAY)).toMatchObject({ state: 'gathering', daysWaited: null, isLate: false })
    expect(standingOf([], [paper], null, TODAY).state).toBe('ready')
    expect(standingOf([], [{ ...paper, hadOn: null, translation: 'needed' }], null, TODAY)).toMatchObject({ state: 'gathering', lacks: [{ what: 'document' }, { what: 'translation' }] })
    expect(lacksOf([{ ...paper, translation: 'not_needed' }])).toEqual([])
  })

  test('the day of an answer follows from the municipality’s own figure, and is not guessed without one', () => {
    expect(standingOf([step('sent')], [], 12, TODAY)).toMatchObject({ state: 'waiting', daysWaited: 172, expectedOn: '2026-08-24', isLate: true })
    expect(standingOf([step('sent')], [], null, TODAY)).toMatchObject({ expectedOn: null, isLate: false })
    expect(expectedOn(null, 12)).toBeNull()
  })

  test('what they ask for has a day of its own; the waiting ends with the first answer, also when it is complained of', () => {
    const asked = [step('sent'), step('asked_more', plainDate('2026-10-01'), { dueOn: plainDate('2026-11-01') })]
    expect(standingOf(asked, [], 52, TODAY)).toMatchObject({ state: 'asked', answerDueOn: '2026-11-01', isLate: true })
    const complained = [step('sent'), answer('refused', plainDate('2026-09-01')), step('complained', plainDate('2026-09-10'))]
    expect(standingOf(complained, [], 2, TODAY)).toMatchObject({ state: 'complaint', daysWaited: 92, isLate: false, result: 'refused' })
  })

  test('somebody looks at it when it is late or the day she set has come, and never when it is over', () => {
    expect(checkIsDue({ state: 'waiting', isLate: true }, null, TODAY)).toBe(true)
    expect(checkIsDue({ state: 'gathering', isLate: false }, TODAY, TODAY)).toBe(true)
    expect(checkIsDue({ state: 'waiting', isLate: false }, addDays(TODAY, 1), TODAY)).toBe(false)
    expect(checkIsDue({ state: 'answered', isLate: false }, TODAY, TODAY)).toBe(false)
  })
})

test('a step follows on what is, on a day that has been, and an answer says what it was', () => {
  const codes = (one: Step, before: Step[]) => mayAdd(one, before, standingOf(before, [], null, TODAY), TODAY).map(({ code }) => code)
  expect(codes(step('sent', TODAY), [])).toEqual([])
  expect(codes(step('answered', TODAY), [])).toEqual(['recognition.notNow', 'recognition.saysResult'])
  expect(codes(step('receipt', plainDate('2026-05-01')), [step('sent')])).toEqual(['recognition.beforeLast'])
  expect(codes(step('receipt', addDays(TODAY, 1)), [step('sent')])).toEqual(['recognition.inFuture'])
  expect(codes({ ...answer('part'), missing: null }, [step('sent')])).toEqual(['recognition.saysMissing'])
  expect(codes(step('receipt', TODAY, { dueOn: TODAY }), [step('sent')])).toEqual(['recognition.dueDay'])
})

test('a figure for the waiting has its source, and a translation nobody needs has nobody who pays', () => {
  expect(waitRefusals({ expectedWeeks: 12, source: null, sourceOn: null }, TODAY)).toHaveLength(2)
  expect(waitRefusals({ expectedWeeks: 12, source: 'hkdir.no', sourceOn: TODAY }, TODAY)).toEqual([])
  expect(waitRefusals({ expectedWeeks: null, source: null, sourceOn: null }, TODAY)).toEqual([])
  expect(documentRefusals({ hadOn: addDays(TODAY, 1), translation: 'not_needed', translationPayer: 'person' }, TODAY)).toHaveLength(2)
})

describe('what an education is said to be', () => {
  test('the best of its cases; an answer that is complained of is not the last word', () => {
    expect(recognitionOf([])).toBe('none')
    expect(recognitionOf([[step('sent')], [step('sent'), answer('part')]])).toBe('partly')
    expect(recognitionOf([[step('sent'), answer('refused')], [step('sent')]])).toBe('applied')
    expect(recognitionOf([[step('sent'), answer('refused'), step('complained', TODAY)]])).toBe('applied')
    expect(recognitionOf([[step('sent'), step('withdrawn', TODAY)]])).toBe('none')
  })

  test('never turns worse by one more case', () => {
    const order = ['none', 'refused', 'applied', 'partly', 'recognised']
    const aCase = fc.constantFrom<Step[]>([], [step('sent')], [step('sent'), answer('full')], [step('sent'), answer('part')], [step('sent'), answer('refused')], [step('sent'), step('withdrawn', TODAY)])
    fc.assert(fc.property(fc.array(aCase), aCase, (cases, more) => { expect(order.indexOf(recognitionOf([...cases, more]))).toBeGreaterThanOrEqual(order.indexOf(recognitionOf(cases))) }))
  })
})

test('every road of permitted steps ends in an answer or a withdrawal, and the waiting is never negative', () => {
  fc.assert(fc.property(fc.array(fc.nat({ max: 8 }), { maxLength: 12 }), (choices) => {
    const steps: Step[] = []
    for (const choice of choices) {
      const next = nextSteps(standingOf(steps, [], 4, TODAY).state)
      const kind = next[choice % Math.max(1, next.length)]
      if (kind === undefined) break
      const one = step(kind, addDays(sentOn, steps.length), { result: kind.endsWith('answered') ? 'full' : null })
      expect(mayAdd(one, steps, standingOf(steps, [], 4, TODAY), TODAY)).toEqual([])
      steps.push(one)
    }
    expect(standingOf(steps, [], 4, TODAY).daysWaited ?? 0).toBeGreaterThanOrEqual(0)
  }))
})

test('waiting is shown as median and middle half, and not of fewer than five', () => {
  expect(waitingFigures([10, 20, 30, 40])).toEqual({ answered: null, medianDays: null, lowDays: null, highDays: null })
  expect(waitingFigures([50, 10, 40, 20, 30])).toEqual({ answered: 5, medianDays: 30, lowDays: 20, highDays: 40 })
})
