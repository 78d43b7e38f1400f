import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, plainDate } from '#shared/date.ts'
import { crossPressure, joinRequests, pressureOverTime } from './request.core.ts'
import { RequestAnswer } from './request.schema.ts'

const today = plainDate('2026-11-20')
const asked = (daysAgo: number, answer: RequestAnswer = 'open') => ({ askedOn: addDays(today, -daysAgo), answer })
const codes = (pressure: ReturnType<typeof crossPressure>) => pressure.reasons.map(({ code }) => code)

describe('cross-pressure', () => {
  test('nobody has asked: a request presses nobody', () => {
    expect(crossPressure([], null, null, today)).toEqual({ crosses: false, open: 0, reasons: [] })
  })

  test('full until a day holds through that day', () => {
    expect(codes(crossPressure([], null, today, today))).toEqual(['employers.pressure.full'])
    expect(codes(crossPressure([], null, addDays(today, -1), today))).toEqual([])
  })

  test('the employer\'s own cap stands in place of our rules of thumb', () => {
    expect(codes(crossPressure([asked(1), asked(2)], 3, null, today))).toEqual([])
    expect(crossPressure([asked(1), asked(90), asked(200)], 3, null, today).reasons).toEqual([{ code: 'employers.pressure.cap', params: { open: 3, cap: 3 } }])
    expect(codes(crossPressure([], 0, null, today))).toEqual(['employers.pressure.cap'])
  })

  test('without a cap many open ones and one asked lately both count', () => {
    expect(codes(crossPressure([asked(100), asked(200)], null, null, today))).toEqual(['employers.pressure.many'])
    expect(codes(crossPressure([asked(3, 'no')], null, null, today))).toEqual(['employers.pressure.lately'])
    expect(codes(crossPressure([asked(14, 'no')], null, null, today))).toEqual([])
  })

  const requests = fc.array(fc.record({ askedOn: fc.integer({ min: 0, max: 400 }).map((days) => addDays(today, -days)), answer: fc.constantFrom(...RequestAnswer.options) }))
  const caps = fc.option(fc.integer({ min: 0, max: 5 }))
  test('one more request never makes the pressure less', () => {
    const { counterexample } = fc.check(fc.property(requests, caps, (before, cap) => {
      const [now, after] = [crossPressure(before, cap, null, today), crossPressure([...before, asked(0)], cap, null, today)]
      return after.open === now.open + 1 && (!now.crosses || after.crosses)
    }))
    expect(counterexample).toBeNull()
  })

  test('it crosses exactly when it can say why', () => {
    const { counterexample } = fc.check(fc.property(requests, caps, (all, cap) => {
      const pressure = crossPressure(all, cap, null, today)
      return pressure.crosses === (pressure.reasons.length > 0)
    }))
    expect(counterexample).toBeNull()
  })
})

describe('joining requests', () => {
  const open = (id: string, employerId = 'e') => ({ id, employerId, answer: 'open' as const })
  test('open ones of one employer may be joined', () => { expect(joinRequests(open('a'), [open('b'), open('c')])).toEqual([]) })
  test('every reason against comes at once', () => {
    expect(joinRequests(open('a'), [open('a'), open('b', 'f'), { ...open('c'), answer: 'no' }]).map(({ code }) => code))
      .toEqual(['employers.joinItself', 'employers.joinElsewhere', 'employers.joinAnswered'])
  })
})

test('the picture counts a request from the day it is asked to the day it is answered', () => {
  const ends = ['2026-08-31', '2026-09-30', '2026-10-31', '2026-11-30'].map(plainDate)
  const answered = { askedOn: plainDate('2026-09-10'), answer: 'no' as const, answeredOn: plainDate('2026-10-12') }
  const waiting = { askedOn: plainDate('2026-10-05'), answer: 'open' as const, answeredOn: null }
  expect(pressureOverTime([answered, waiting], ends)).toEqual([0, 1, 1, 1])
})
