import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, plainDate } from '#shared/date.ts'
import { daysWithoutMoney, exitActions, exitTimeline, laterDue, mayEnd, mayNoteLater, maySettle } from './exit.core.ts'
import { EXIT_STEPS, LATER_MONTHS } from './exit.schema.ts'

const today = plainDate('2026-11-20')
const codes = (refusals: readonly { code: string }[]): string[] => refusals.map(({ code }) => code)
const days = fc.integer({ min: 0, max: 2000 }).map((offset) => addDays(plainDate('2024-01-01'), offset))

describe('the road to the end', () => {
  test('begins half a year before the last day and ends on it', () => {
    const steps = exitTimeline(plainDate('2027-05-31'), [], today)
    expect(steps[0]).toMatchObject({ kind: 'talk', dueOn: '2026-11-30', state: 'soon' })
    expect(steps.at(-1)).toMatchObject({ kind: 'certificate', dueOn: '2027-05-31', state: 'later' })
  })

  test('has every step once, in order, whatever the day', () => {
    fc.assert(fc.property(days, days, (lastDay, now) => {
      const steps = exitTimeline(lastDay, [], now)
      expect(steps.map(({ kind }) => kind).toSorted()).toEqual([...EXIT_STEPS].toSorted())
      for (const [at, step] of steps.entries()) {
        expect(step.dueOn >= addMonths(lastDay, -6) && step.dueOn <= lastDay).toBe(true)
        expect(at === 0 || step.dueOn >= (steps[at - 1]?.dueOn ?? '')).toBe(true)
        expect(step.state === 'late').toBe(step.dueOn < now)
      }
    }))
  })

  test('says what is settled, and that a step was not needed', () => {
    const settled = { id: 'a', version: 1, note: null, norwegian: null, gap: null }
    const steps = exitTimeline(today, [{ ...settled, kind: 'talk', doneOn: plainDate('2026-06-01'), notNeeded: false }, { ...settled, kind: 'path', doneOn: null, notNeeded: true, note: 'Har jobb' }], today)
    expect(steps.map(({ kind, state }) => [kind, state])).toEqual(expect.arrayContaining([['talk', 'done'], ['path', 'not_needed'], ['nav_meeting', 'late']]))
  })
})

describe('settling a step', () => {
  const gap = { lastBenefitOn: plainDate('2026-12-12'), firstMoneyOn: plainDate('2027-01-15'), from: 'wage' as const, coveredBy: 'Nav' }
  const step = { kind: 'talk' as const, doneOn: today, notNeeded: false, note: null, norwegian: null, gap: null }

  test('gives every reason at once', () => {
    expect(codes(maySettle({ ...step, kind: 'gap', doneOn: addDays(today, 1), notNeeded: false, gap: null }, today))).toEqual(['exit.inFuture', 'exit.needsDetail'])
    expect(codes(maySettle({ ...step, doneOn: null, notNeeded: true, gap }, today))).toEqual(['exit.sayWhy', 'exit.otherDetail'])
    expect(codes(maySettle({ ...step, doneOn: null }, today))).toEqual(['exit.doneOrNotNeeded'])
    expect(codes(maySettle({ ...step, kind: 'gap', gap: { ...gap, firstMoneyOn: plainDate('2026-12-01') } }, today))).toEqual(['exit.moneyBeforeBenefit'])
  })

  test('accepts what is whole', () => {
    expect(maySettle(step, today)).toEqual([])
    expect(maySettle({ ...step, kind: 'gap', gap }, today)).toEqual([])
    expect(daysWithoutMoney([{ gap: null }, { gap }])).toBe(34)
    expect(daysWithoutMoney([{ gap: null }])).toBeNull()
  })
})

describe('ending', () => {
  const now = { startsOn: plainDate('2025-11-20'), endedOn: null }
  const nextStep = { id: 'a', step: 'Møte med Nav', dueOn: addDays(today, 14), ownerId: 'b' }
  test('is refused without a next step, unless she is gone', () => {
    expect(codes(mayEnd({ endedOn: today, reason: 'length_expired', nextStep: null }, now, today))).toEqual(['exit.needsNextStep'])
    for (const reason of ['moved', 'left_norway', 'died'] as const) expect(mayEnd({ endedOn: today, reason, nextStep: null }, now, today)).toEqual([])
    expect(mayEnd({ endedOn: today, reason: 'work', nextStep }, now, today)).toEqual([])
  })
  test('is refused twice, before the start, ahead of time, and with a step before it', () => {
    expect(codes(mayEnd({ endedOn: plainDate('2025-11-19'), reason: 'work', nextStep: { ...nextStep, dueOn: plainDate('2025-11-01') } }, { ...now, endedOn: today }, today))).toEqual(['exit.alreadyEnded', 'exit.beforeStart', 'exit.stepBeforeEnd'])
    expect(codes(mayEnd({ endedOn: addDays(today, 1), reason: 'work', nextStep }, now, today))).toEqual(['exit.endInFuture'])
  })
  test('opens what comes after, to those who may', () => {
    expect(exitActions(null, true)).toContain('end')
    expect(exitActions(today, true)).not.toContain('end')
    expect(exitActions(null, false)).toEqual([])
  })
})

describe('how she does later', () => {
  const ended = plainDate('2024-11-20')
  test('is asked after one year and each year for five', () => {
    expect(laterDue(ended, [], plainDate('2024-12-01'))).toEqual(['2025-11-20'])
    expect(laterDue(ended, [], today)).toEqual(['2025-11-20', '2026-11-20', '2027-11-20'])
    expect(laterDue(ended, [{ askedOn: plainDate('2025-11-01') }], today)).toEqual(['2026-11-20', '2027-11-20'])
    expect(laterDue(ended, LATER_MONTHS.map((months) => ({ askedOn: addMonths(ended, months) })), today)).toEqual([])
  })
  test('is not noted before the end, nor of the future, nor with hours of school', () => {
    expect(codes(mayNoteLater({ askedOn: addDays(today, 1), activity: 'upper_secondary', hoursPerWeek: 10 }, null, today))).toEqual(['exit.notEnded', 'exit.inFuture', 'exit.hoursOfWork'])
    expect(codes(mayNoteLater({ askedOn: ended, activity: 'unknown', hoursPerWeek: null }, ended, today))).toEqual(['exit.laterBeforeEnd'])
    expect(mayNoteLater({ askedOn: today, activity: 'work_part_time', hoursPerWeek: 20 }, ended, today)).toEqual([])
  })
})
