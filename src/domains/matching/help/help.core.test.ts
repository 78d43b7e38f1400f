import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainDate } from '#shared/date.ts'
import { aFrame, aMarketPlace, comparingOn, factsOf } from '#test/market.ts'
import type { Demand, OpeningFacts, PersonFacts } from '../facts.schema.ts'
import { applyChange } from '../market/change.core.ts'
import { betterOf, heightOf, worthTable } from '../market/compare.core.ts'
import { changesOf } from './changes.core.ts'
import { competitionOf } from './competition.core.ts'
import { helpOf } from './help.core.ts'
import { shutOutsOf } from './shut-out.core.ts'

const compare = comparingOn(plainDate('2026-11-20'))
const licence = (name: string, statutoryBasis: string | null = null): Demand => ({ kind: 'driving_licence', isRequired: true, skill: null, level: null, name, sentence: null, statutoryBasis })
const facts = (...all: ReturnType<typeof aMarketPlace>[]): OpeningFacts[] => all.map((one) => one.facts)

const aLevel = fc.constantFrom('A1', 'A2', 'B1', 'B2')
const aPerson: fc.Arbitrary<PersonFacts> = fc.record({ level: aLevel, hasFrame: fc.boolean(), latest: fc.constantFrom(null, '15:00', '16:30'), earliest: fc.constantFrom(null, '08:15'), hours: fc.constantFrom(null, 15, 30), transport: fc.subarray(['walk', 'bus', 'car']),
  papers: fc.subarray(['B', 'C1']), evidence: fc.constantFrom('claimed' as const, 'documented' as const) }).map(({ level, hasFrame, latest, earliest, hours, transport, papers, evidence }) =>
  factsOf('p', { level, frame: hasFrame ? aFrame({ latest, earliest, hoursPerWeek: hours, transport }) : null, papers: papers.map((name) => ({ kind: 'driving_licence' as const, name, validUntil: null, evidence })) }))
const anOpening: fc.Arbitrary<OpeningFacts> = fc.record({ level: aLevel, isVacancy: fc.boolean(), from: fc.constantFrom('07:00', '09:00'), to: fc.constantFrom('14:00', '16:00', '17:00'), hoursPerWeek: fc.constantFrom(15, 30, 37.5), reachableBy: fc.subarray(['bus', 'car', 'walk']),
  demands: fc.subarray([licence('B', 'vegtrafikkloven § 24'), licence('C1'), { ...licence('hygiene'), kind: 'certificate' as const }, { ...licence('renhold'), kind: 'skill' as const }]) }).map(({ isVacancy, from, to, ...over }) =>
  aMarketPlace(JSON.stringify([isVacancy, from, to, over]), { ...over, kind: isVacancy ? 'vacancy' : 'practice_place', extent: 'full_time', schedule: [{ weekday: 1, from, to }, { weekday: 2, from: '09:00', to: '12:00' }] }).facts)

describe('what would help a person', () => {
  test('a change opens what it says and never closes anything', () => {
    fc.assert(fc.property(aPerson, fc.uniqueArray(anOpening, { minLength: 1, maxLength: 6, selector: ({ id }) => id }), (person, openings) => {
      const before = new Map(openings.map((opening) => [opening.id, compare(person, opening)]))
      for (const { change, opens, nearer } of helpOf(person, openings, compare)) {
        const worths = worthTable(compare, (one) => (one === person ? undefined : person))
        const changed = applyChange(person, change)
        for (const opening of openings) {
          const was = before.get(opening.id)
          const isFit = worths(changed, opening).fits
          expect(worths(changed, opening).worth).toBeGreaterThanOrEqual(worths(person, opening).worth > 0 ? 1 : 0)
          expect(isFit).toBe(was?.verdict === 'fits' || opens.includes(opening.id))
          expect(!nearer.includes(opening.id) || (was?.verdict === 'not' && worths(changed, opening).worth > 0)).toBe(true)
        }
      }
    }), { numRuns: 300 })
  })

  test('what is unknown stays unknown: a licence of one class shuts no door to another', () => {
    const person = factsOf('p')
    const [van, lorry] = [aMarketPlace('van', { demands: [licence('B')] }).facts, aMarketPlace('lorry', { demands: [licence('C1')] }).facts]
    const changed = applyChange(person, { is: 'licence', name: 'B', how: 'get' })
    expect([compare(person, lorry).verdict, compare(changed, lorry).verdict]).toEqual(['nearly', 'not'])
    expect(heightOf(betterOf(compare(person, lorry), compare(changed, lorry)).verdict)).toBe(1)
    expect(helpOf(person, [van, lorry], compare).map(({ change, opens }) => [change.is, opens])).toEqual([['licence', ['van']], ['licence', ['lorry']]])
  })

  test('one level up, childcare until five, one more way, more hours and a mapping, each with what it opens', () => {
    const person = factsOf('p', { level: 'A2', frame: aFrame({ latest: '15:30', transport: ['walk'], hoursPerWeek: 15 }) })
    const openings = facts(aMarketPlace('level', { level: 'B1' }), aMarketPlace('late', { schedule: [{ weekday: 1, from: '09:00', to: '16:30' }] }), aMarketPlace('bus', { reachableBy: ['bus'] }),
      aMarketPlace('hours', { hoursPerWeek: 22 }), aMarketPlace('skill', { demands: [{ ...licence('baking'), kind: 'skill' }] }), aMarketPlace('far', { level: 'C1' }))
    expect(helpOf(person, openings, compare).map(({ change, opens }) => [change, opens])).toEqual(expect.arrayContaining([
      [{ is: 'level', language: 'no', skill: 'listening', to: 'B1' }, ['level']], [{ is: 'until', time: '17:00' }, ['late']], [{ is: 'travel', way: 'bus' }, ['bus']],
      [{ is: 'hours', hours: 22.5 }, ['hours']], [{ is: 'skill', name: 'baking' }, ['skill']]]))
    expect(helpOf({ ...person, frame: null }, openings, compare).find(({ change }) => change.is === 'mapFrame')?.opens).toContain('late')
  })

  test('only what has to do with an unmet requirement is tried', () => {
    const person = factsOf('p', { frame: aFrame({ latest: '15:30' }) })
    const openings = facts(aMarketPlace('fits'))
    expect(changesOf(person, openings.map((opening) => ({ opening, match: compare(person, opening) })))).toEqual([])
  })
})

describe('with competition', () => {
  test('a change that opens a place may still give her none, where another stands nearer', () => {
    const wish = [{ occupationCode: '5120', wording: 'Kokk', rank: 1 }]
    const her = factsOf('her', { level: 'A1', wishes: wish.map((one) => ({ ...one, rank: 9 })) })
    const rival = factsOf('rival', { level: 'B1', wishes: wish })
    const up = [{ is: 'level' as const, language: 'no', skill: 'listening', to: 'B1' }]
    const one = [aMarketPlace('only', { level: 'B1' })]
    expect(competitionOf({ people: [her, rival], places: one, limits: [] }, 'her', up, compare, 1)).toEqual({ now: { place: null, fits: false, placed: 1 }, after: [{ place: null, fits: false, placed: 1 }] })
    const two = [...one, aMarketPlace('more', { level: 'B1' })]
    expect(competitionOf({ people: [her, rival], places: two, limits: [] }, 'her', up, compare, 1)).toMatchObject({ now: { place: null, placed: 1 }, after: [{ fits: true, placed: 2 }] })
  })
  test('a place nothing of hers leads to is not promised her, as no plan would give it (PLA-03)', () => {
    const her = factsOf('her', { wishes: [] })
    expect(competitionOf({ people: [her], places: [aMarketPlace('only')], limits: [] }, 'her', [{ is: 'mapWork', name: 'Kokk' }], compare, 1)).toMatchObject({ now: { place: null }, after: [{ place: null }] })
    const sewing = aMarketPlace('sewing', { demands: [{ ...licence('sy'), kind: 'skill', isRequired: false }] })
    expect(competitionOf({ people: [her], places: [sewing], limits: [] }, 'her', [{ is: 'skill', name: 'sy' }], compare, 1)).toMatchObject({ now: { place: null }, after: [{ place: 'sewing' }] })
  })
  test('one who is not without a place is not asked about', () => {
    expect(competitionOf({ people: [], places: [], limits: [] }, 'her', [], compare, 1)).toBeUndefined()
  })
})

describe('what shuts people out of a place', () => {
  const people = [factsOf('a', { level: 'A1' }), factsOf('b', { level: 'A1' }), factsOf('c', { level: 'A2' }), factsOf('d', { level: 'B1', frame: aFrame({ latest: '10:00' }) })]
  test('each demand alone and together, and what a step down opens', () => {
    const { fit, considered, demands } = shutOutsOf(aMarketPlace('o', { level: 'A2', demands: [licence('B', 'vegtrafikkloven § 24')] }).facts, people, compare)
    expect([considered, fit]).toEqual([4, 0])
    expect(demands.map(({ kind, missing, unknown, alone, stepDown, opens }) => [kind, missing, unknown, alone, stepDown, opens])).toEqual([
      ['driving_licence', 0, 4, 1, { is: 'none', why: 'law' }, 0], ['norwegian', 2, 0, 0, { is: 'level', to: 'A1' }, 0], ['schedule', 1, 0, 0, { is: 'none', why: 'work' }, 0]])
  })
  test('a lower level is tried by comparing anew, and a demand of the law is never dropped', () => {
    const { demands } = shutOutsOf(aMarketPlace('o', { level: 'A2' }).facts, people, compare)
    expect(demands[0]).toMatchObject({ kind: 'norwegian', alone: 2, opens: 2, stepDown: { is: 'level', to: 'A1' } })
    const law = shutOutsOf(aMarketPlace('o', { level: null, demands: [{ ...licence('B'), kind: 'norwegian', skill: 'listening', level: 'B1', name: null, statutoryBasis: 'helsepersonelloven § 48 a' }] }).facts, people, compare)
    expect(law.demands[0]).toMatchObject({ stepDown: { is: 'none', why: 'law' }, opens: 0 })
  })
  test('what stepping down opens is never fewer than none', () => {
    fc.assert(fc.property(fc.array(aPerson, { maxLength: 5 }), anOpening, (many, opening) => {
      for (const { opens, alone, missing, unknown } of shutOutsOf(opening, many, compare).demands) expect([opens >= 0, alone <= missing + unknown]).toEqual([true, true])
    }), { numRuns: 200 })
  })
})
