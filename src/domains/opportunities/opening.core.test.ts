import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, plainDate } from '#shared/date.ts'
import { namesParagraph } from '#shared/paragraph.ts'
import { daysLeft, lastDay, openingActions, openingState, saveOpening } from './opening.core.ts'
import type { SavingFacts } from './opening.core.ts'
import { Demand, SaveOpeningInput } from './opening.schema.ts'

const today = plainDate('2026-11-20')
const facts = { withdrawnAt: null, expiresAt: null, applyUntil: null, toDate: null, seats: 2, taken: 0 }

describe('what an opening is today', () => {
  test.each([
    [{}, 'open'], [{ taken: 2 }, 'full'], [{ taken: 3 }, 'full'], [{ applyUntil: today }, 'open'], [{ applyUntil: addDays(today, -1) }, 'expired'],
    [{ toDate: addDays(today, -1), taken: 2 }, 'expired'], [{ withdrawnAt: '2026-11-01T00:00:00Z', toDate: addDays(today, -1) }, 'withdrawn'],
    // midnight in Norway is the end of the day before
    [{ expiresAt: '2026-11-20T23:00:00.000Z' }, 'open'], [{ expiresAt: '2026-11-19T23:00:00.000Z' }, 'expired'],
  ] as const)('%j is %s', (over, state) => { expect(openingState({ ...facts, ...over }, today)).toBe(state) })

  test('the first end counts, and days are counted to it', () => {
    const dated = { expiresAt: '2026-12-31T23:00:00.000Z', applyUntil: addDays(today, 3), toDate: addDays(today, 90) }
    expect([lastDay(dated), daysLeft(dated, today)]).toEqual([addDays(today, 3), 3])
    expect(daysLeft({ ...dated, applyUntil: today }, today)).toBe(0)
    expect(daysLeft(facts, today)).toBeNull()
  })

  test('nothing opens again by being looked at later', () => {
    const day = fc.option(fc.integer({ min: -50, max: 50 }).map((days) => addDays(today, days)))
    const holds = fc.check(fc.property(fc.record({ applyUntil: day, toDate: day, seats: fc.integer({ min: 1, max: 4 }), taken: fc.integer({ min: 0, max: 5 }) }), fc.integer({ min: 0, max: 60 }), (over, later) => {
      const [now, then] = [openingState({ ...facts, ...over }, today), openingState({ ...facts, ...over }, addDays(today, later))]
      return (now !== 'expired' || then === 'expired') && (then !== 'open' || now === 'open')
    }))
    expect(holds.counterexample).toBeNull()
  })
})

describe('an opening that is saved', () => {
  const theirs: SavingFacts = { source: 'own', employer: { agreement: [], isGone: false }, supervisorIsTheirs: true }
  const demand = (over: object) => Demand.parse({ id: randomUUID(), kind: 'norwegian', isRequired: true, skill: 'listening', level: 'A2', ...over })
  const opening = (over: object = {}) => SaveOpeningInput.parse({ id: randomUUID(), kind: 'practice_place', title: 'Kjøkkenhjelp', employerId: randomUUID(), ...over })
  const codes = (over: object, now: Partial<SavingFacts> = {}) => saveOpening(opening(over), { ...theirs, ...now }).map(({ code }) => code)

  test('is accepted when it is whole', () => { expect(codes({ demands: [demand({}), demand({ kind: 'experience', skill: null, level: null })] })).toEqual([]) })

  test('a demand may not name a ground nobody may be chosen by, unless the law asks', () => {
    const named = (name: string, over: object = {}) => demand({ kind: 'skill', skill: null, level: null, name, ...over })
    expect(codes({ demands: [named('Kvinne'), named('under 40 år'), named('Bake brød')] })).toEqual(['opportunities.demandUnlawful', 'opportunities.demandUnlawful'])
    expect(codes({ demands: [named('fylt 18 år', { statutoryBasis: 'alkoholloven § 1-5' })] })).toEqual([])
  })

  test('a practice place needs an active sub-unit, a vacancy may be at a main unit', () => {
    const mainUnit = { employer: { agreement: [{ code: 'employers.mainUnitNoAgreement' }], isGone: false } }
    expect(codes({}, mainUnit)).toEqual(['employers.mainUnitNoAgreement'])
    expect(codes({ kind: 'vacancy' }, mainUnit)).toEqual([])
    expect(codes({ kind: 'vacancy' }, { employer: { agreement: [], isGone: true } })).toEqual(['opportunities.employerGone'])
  })

  test('only an advertisement may be without an employer', () => {
    expect(codes({ employerId: null }, { employer: undefined })).toEqual(['opportunities.employerMissing'])
    expect(codes({ kind: 'vacancy', employerId: null }, { employer: undefined, source: 'nav' })).toEqual([])
  })

  test('the law is named by its paragraph, binds those hired, and is never a wish', () => {
    const basis = (over: object, kind = 'vacancy') => codes({ kind, demands: [demand({ statutoryBasis: 'barnehageloven § 27', ...over })] })
    expect(basis({})).toEqual([])
    expect(basis({ statutoryBasis: 'slik har vi alltid gjort det' })).toEqual(['opportunities.basisParagraph'])
    expect(basis({}, 'practice_place')).toEqual(['opportunities.basisNotForPractice'])
    expect(basis({ isRequired: false })).toEqual(['opportunities.basisOnlyRequired'])
    expect([namesParagraph('§ 3'), namesParagraph('forskrift om krav til norsk § 3')]).toEqual([false, true])
  })

  test('every reason comes at once, each at its field', () => {
    const refusals = saveOpening(opening({ fromDate: addDays(today, 1), toDate: today, supervisorContactId: randomUUID(), schedule: [{ weekday: 1, from: '08:00', to: '08:00' }],
      demands: [demand({ skill: null, level: null }), demand({ kind: 'driving_licence', skill: null, level: null })] }), { ...theirs, supervisorIsTheirs: false })
    expect(refusals.map(({ path }) => path)).toEqual(['toDate', 'supervisorContactId', 'schedule', 'demands.0.skill', 'demands.0.level', 'demands.1.name'])
  })
})

test('a withdrawn opening may be opened again, and nothing is done by those who only read', () => {
  expect(openingActions(['opportunities.write'], { withdrawnAt: null })).toEqual(['change', 'withdraw'])
  expect(openingActions(['opportunities.write'], { withdrawnAt: '2026-11-01T00:00:00Z' })).toEqual(['change', 'reopen'])
  expect(openingActions(['opportunities.read'], { withdrawnAt: null })).toEqual([])
})
