import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, clockInNorway, dayInNorway, instantOf, momentInNorway, plainDate } from '#shared/date.ts'
import { isDayOff } from '#shared/public-holiday.ts'
import type { Standing } from './booking.core.ts'
import { USUAL_LEAD_DAYS, assistantFor, bookingActions, changesOrder, freeUntil, leadTime, mayConfirm, maySave, referenceOf, riskOf, stateOf } from './booking.core.ts'
import { BookingState, Ground, InterpretedBy, Kind, Modality, Purpose } from './booking.schema.ts'
import { FEWEST, figuresOf } from './figures.core.ts'
import { groundsFor, mayRecord, needsGround } from './record.core.ts'

const TODAY = plainDate('2026-11-20')
const days = fc.integer({ min: 0, max: 3000 }).map((n) => addDays(plainDate('2024-01-01'), n))
const codes = (refusals: { code: string }[]): string[] => refusals.map(({ code }) => code)
const wanted = { personId: 'a', others: [], groupName: null, activityId: null, kind: 'qualified' as const, purpose: 'plan' as const, onDay: TODAY, modality: 'present' as const, place: 'Rom 4', language: 'uk', secondLanguage: null }

describe('how a booking stands', () => {
  const never: Standing = { askedAt: null, confirmedAt: null, notHadAt: null, cancelledAt: null, outcome: null }
  const at = instantOf(new Date('2026-11-01T08:00:00Z'))
  test.each([
    [never, 'draft'], [{ ...never, askedAt: at }, 'asked'], [{ ...never, askedAt: at, confirmedAt: at }, 'confirmed'], [{ ...never, askedAt: at, notHadAt: at }, 'not_had'],
    [{ ...never, askedAt: at, confirmedAt: at, cancelledAt: at }, 'cancelled'], [{ ...never, askedAt: at, confirmedAt: at, outcome: 'interpreter_absent' as const }, 'interpreter_absent'],
  ])('%j is %s', (standing, state) => { expect(stateOf(standing)).toBe(state) })

  test('is a risk the nearer the meeting comes without an answer', () => {
    const booking = { kind: 'qualified' as const, category: null }
    expect(riskOf({ ...booking, state: 'asked', onDay: addDays(TODAY, 10) }, TODAY)).toBeNull()
    expect(riskOf({ ...booking, state: 'asked', onDay: addDays(TODAY, 3) }, TODAY)).toBe('no_answer')
    expect(riskOf({ ...booking, state: 'draft', onDay: addDays(TODAY, 14) }, TODAY)).toBe('not_asked')
    expect(riskOf({ ...booking, state: 'not_had', onDay: addDays(TODAY, 60) }, TODAY)).toBe('not_had')
    expect(riskOf({ ...booking, state: 'confirmed', onDay: addDays(TODAY, -1) }, TODAY)).toBe('not_recorded')
    expect(riskOf({ ...booking, state: 'confirmed', category: 'none', onDay: TODAY }, TODAY)).toBe('not_qualified')
    expect(riskOf({ kind: 'assistant', state: 'confirmed', category: 'none', onDay: TODAY }, TODAY)).toBeNull()
  })

  test('lets nothing be done with what is over but to book again, and nothing be recorded ahead', () => {
    fc.assert(fc.property(fc.constantFrom(...BookingState.options), days, (state, onDay) => {
      const actions = bookingActions(state, onDay, TODAY)
      const isOver = ['carried_out', 'interpreter_absent', 'person_absent', 'cancelled'].includes(state)
      expect([actions.join() === 'again', actions.includes('record')]).toEqual([isOver, !isOver && onDay <= TODAY])
      expect(onDay < TODAY && (actions.includes('order') || actions.includes('change'))).toBe(false)
    }))
  })
})

describe('asking late', () => {
  test('is warned of with the earliest likely day and what may be had instead', () => {
    expect(leadTime('present', addDays(TODAY, 20), USUAL_LEAD_DAYS, TODAY)).toEqual({ days: 30, isLate: true, earliest: '2026-12-21', instead: ['video', 'phone'] })
    expect(leadTime('present', addDays(TODAY, 5), USUAL_LEAD_DAYS, TODAY)).toMatchObject({ isLate: true, instead: [] })
    expect(leadTime('phone', addDays(TODAY, 14), USUAL_LEAD_DAYS, TODAY)).toMatchObject({ isLate: false, instead: [] })
  })

  test('the earliest day is never one on which nobody works, and what is offered instead is in time', () => {
    fc.assert(fc.property(fc.constantFrom(...Modality.options), days, fc.record({ present: fc.nat(60), video: fc.nat(60), phone: fc.nat(60) }), (modality, onDay, lead) => {
      const found = leadTime(modality, onDay, lead, TODAY)
      expect(isDayOff(found.earliest)).toBe(false)
      for (const one of found.instead) expect(leadTime(one, onDay, lead, TODAY).isLate).toBe(false)
      expect(found.isLate || found.instead.length === 0).toBe(true)
    }))
  })
})

describe('what is asked for', () => {
  test('is about one or about a group, with a place to come to', () => {
    expect(maySave(wanted, TODAY)).toEqual([])
    expect(codes(maySave({ ...wanted, groupName: 'Foreldremøte' }, TODAY))).toEqual(['interpreters.personOrGroup'])
    expect(codes(maySave({ ...wanted, personId: null, others: ['b'] }, TODAY))).toEqual(['interpreters.personOrGroup', 'interpreters.othersBeside'])
    expect(codes(maySave({ ...wanted, place: null, onDay: addDays(TODAY, -1), secondLanguage: 'uk' }, TODAY))).toEqual(['interpreters.dayIsOver', 'interpreters.needsPlace', 'interpreters.sameLanguage'])
    expect(codes(maySave({ ...wanted, personId: null, groupName: 'Gruppe', purpose: 'health' }, TODAY))).toEqual(['interpreters.healthIsOnes'])
  })

  test.each(['mapping', 'plan', 'decision', 'economy', 'health'] as const)('an assistant never carries %s', (purpose) => {
    expect(maySave({ ...wanted, kind: 'assistant', purpose }, TODAY)).toEqual([{ code: 'interpreters.assistantMayNot', path: 'kind', params: { purpose } }])
    expect(maySave({ ...wanted, purpose }, TODAY)).toEqual([])
  })

  test('an assistant may carry a message and practical help', () => {
    expect((['practical', 'message'] as const).map((purpose) => maySave({ ...wanted, kind: 'assistant', purpose }, TODAY))).toEqual([[], []])
    expect(assistantFor('information')).toBe('look')
  })

  test('the service is told when the order is another, and not when only the purpose is', () => {
    const order = { ...wanted, dialect: null, fromTime: '09:00', minutes: 60, wantedGender: null }
    expect(changesOrder(order, { ...order })).toBe(false)
    expect(changesOrder(order, { ...order, fromTime: '10:00' })).toBe(true)
  })

  test('one she does not want is not confirmed, however the name is written', () => {
    const comes = { interpreterName: 'rami  HADDAD', interpreterNumber: null, category: 'C' as const }
    expect(codes(mayConfirm(comes, { state: 'asked', unwanted: ['Rami Haddad'] }))).toEqual(['interpreters.unwanted'])
    expect(mayConfirm(comes, { state: 'asked', unwanted: ['Rima Haddad'] })).toEqual([])
    expect(codes(mayConfirm({ ...comes, interpreterName: null }, { state: 'draft', unwanted: [] }))).toEqual(['interpreters.notAsked', 'interpreters.whoComes'])
  })

  test('its reference says nothing but itself', () => { expect(referenceOf('0af31b2c-0000-4000-8000-000000000000')).toBe('TOLK-0AF31B2C') })
})

describe('a meeting that was held', () => {
  const meeting = { kind: 'qualified' as const, purpose: 'plan' as const, onDay: TODAY }
  const held = { outcome: 'carried_out' as const, interpretedBy: 'qualified' as const, ground: null, groundNote: null, decidedBy: null, answered: [] }
  test('by a qualified interpreter needs no ground', () => {
    expect(mayRecord(held, meeting, TODAY)).toEqual([])
    expect(codes(mayRecord({ ...held, ground: 'cannot_wait' }, meeting, TODAY))).toEqual(['interpreters.otherGround'])
    expect(codes(mayRecord({ ...held, interpretedBy: null }, meeting, TODAY))).toEqual(['interpreters.whoInterpreted'])
    expect(codes(mayRecord(held, { ...meeting, onDay: addDays(TODAY, 1) }, TODAY))).toEqual(['interpreters.notYet'])
    expect(codes(mayRecord({ ...held, outcome: 'person_absent', interpretedBy: null, answered: ['a'] }, meeting, TODAY))).toEqual(['interpreters.notHeld'])
  })

  test('without one needs a ground the law knows for it', () => {
    expect(codes(mayRecord({ ...held, interpretedBy: 'acquaintance' }, meeting, TODAY))).toEqual(['interpreters.sayWhy'])
    expect(codes(mayRecord({ ...held, interpretedBy: 'acquaintance', ground: 'strong_reasons' }, meeting, TODAY))).toEqual(['interpreters.inWords'])
    expect(mayRecord({ ...held, interpretedBy: 'nobody', ground: 'understood' }, meeting, TODAY)).toEqual([])
    expect(codes(mayRecord({ ...held, interpretedBy: 'nobody', ground: 'cannot_wait' }, meeting, TODAY))).toEqual(['interpreters.otherGround'])
  })

  test('through a child only in an emergency, or where it is sound and an assistant might do it, and by somebody’s decision', () => {
    const child = { ...held, interpretedBy: 'child' as const }
    expect(codes(mayRecord(child, meeting, TODAY))).toEqual(['interpreters.childNeedsGround', 'interpreters.whoDecided'])
    expect(mayRecord({ ...child, ground: 'emergency', decidedBy: 'x' }, meeting, TODAY)).toEqual([])
    const sound = { ...child, ground: 'sound_for_child' as const, groundNote: 'Ny tid', decidedBy: 'x' }
    expect(codes(mayRecord(sound, meeting, TODAY))).toEqual(['interpreters.childMayNot'])
    expect(mayRecord(sound, { ...meeting, purpose: 'message' }, TODAY)).toEqual([])
  })

  test('is never recorded with a ground of another kind, nor a child’s without who decided', () => {
    fc.assert(fc.property(fc.constantFrom(...InterpretedBy.options), fc.option(fc.constantFrom(...Ground.options), { nil: null }), fc.constantFrom(...Purpose.options), fc.constantFrom(...Kind.options), fc.boolean(), (interpretedBy, ground, purpose, kind, decided) => {
      const asked = { ...held, interpretedBy, ground, groundNote: 'x', decidedBy: decided ? 'y' : null }
      if (mayRecord(asked, { kind, purpose, onDay: TODAY }, TODAY).length > 0) return
      expect(needsGround(interpretedBy, { kind, purpose }) ? ground !== null && groundsFor[interpretedBy].includes(ground) : ground === null).toBe(true)
      expect(interpretedBy !== 'child' || decided).toBe(true)
    }), { numRuns: 500 })
  })
})

test('calling off is free until the hours of the service before the meeting, by the clock in Norway', () => {
  expect(freeUntil(momentInNorway(plainDate('2026-07-01'), '09:00'), 24).toISOString()).toBe('2026-06-30T07:00:00.000Z')
  expect(momentInNorway(plainDate('2026-12-01'), '09:00').toISOString()).toBe('2026-12-01T08:00:00.000Z')
  fc.assert(fc.property(days, fc.integer({ min: 4, max: 23 }), (day, hour) => {
    const time = `${String(hour).padStart(2, '0')}:30`
    const moment = momentInNorway(day, time)
    expect([dayInNorway(moment), clockInNorway(moment)]).toEqual([day, time])
  }))
})

test('the figures show no language of few, whatever is taken from whatever', () => {
  const row = fc.record({ language: fc.constantFrom('uk', 'ar', 'ti', 'so', 'prs'), state: fc.constantFrom(...BookingState.options), hadInterpreter: fc.boolean() })
  fc.assert(fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
    const { total, languages, rest } = figuresOf(rows)
    for (const { asked } of languages) expect(asked).toBeGreaterThanOrEqual(FEWEST)
    expect(languages.reduce((sum, { asked }) => sum + asked, rest?.asked ?? 0)).toBe(total.asked)
    // what is left when the shown are taken from the whole is itself not of few, unless all of it is
    expect(rest === null || rest.asked >= FEWEST || languages.length === 0).toBe(true)
  }))
})
