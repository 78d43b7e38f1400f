import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainDate } from '#shared/date.ts'
import type { PersonFacts } from '../facts.schema.ts'
import { matchOne } from '../match.core.ts'
import { defaultWeights } from '../weights/weights.core.ts'
import { ARRIVED, asOpening, lookAt, maySaveWish, missingOf } from './ring.core.ts'

const today = plainDate('2026-11-20')
const LEVELS = ['A1', 'A2', 'B1', 'B2'] as const
const demand = (skill: string, level: string) => ({ kind: 'norwegian' as const, isRequired: true, skill, level, name: null, sentence: 'Kan følge en beskjed', statutoryBasis: null })
const wish = { id: 'w', title: 'Kokk', occupationCode: '5120', schedule: [], hoursPerWeek: null, physicalDemands: [], reachableBy: [], demands: [demand('listening', 'B1'), demand('reading', 'A2')] }
const person = (id: string, listening: string, reading = 'A2'): PersonFacts => ({ id, papers: [], skills: [], frame: null, wishes: [], home: null, week: { care: [], programme: [] }, goal: null, waiting: { since: null, passedOver: 0 },
  languages: [['listening', listening], ['reading', reading]].map(([skill = '', level = '']) => ({ language: 'no', skill, level, evidence: 'tested' as const, on: today, source: null })),
  work: [{ occupationCode: '5120', title: 'Kokk', employerName: null, toYear: 2024, evidence: 'claimed' as const }] })
const matches = (...people: PersonFacts[]) => people.map((one) => matchOne(one, asOpening(wish, null), today, defaultWeights))
const lacks = (...people: PersonFacts[]) => new Map(matches(...people).map((match) => [match.personId, missingOf(match, wish.occupationCode)]))

describe('a standing wish', () => {
  test('rings for nobody at the first look, and for whoever arrives after it', () => {
    expect(lookAt(wish, matches(person('a', 'B1'), person('b', 'A2')), new Map(), true).rings).toEqual([])
    expect(lookAt(wish, matches(person('a', 'B1'), person('b', 'B1')), lacks(person('a', 'B1')), false).rings).toMatchObject([{ personId: 'b', fact: ARRIVED, reached: [] }])
  })

  test('rings for one who reaches the level, in words of what she lacked', () => {
    const { rings, changed } = lookAt(wish, matches(person('a', 'B1')), lacks(person('a', 'A2')), false)
    expect(rings).toMatchObject([{ personId: 'a', reached: [{ kind: 'norwegian', asked: { skill: 'listening', level: 'B1' }, met: 'yes', sentence: 'Kan følge en beskjed' }] }])
    expect(changed).toEqual([{ personId: 'a', missing: [] }])
  })

  test('does not ring while something is still lacking, nor where nothing of hers leads there', () => {
    expect(lookAt(wish, matches(person('a', 'B1', 'A1')), lacks(person('a', 'A2', 'A1')), false).rings).toEqual([])
    expect(lookAt(wish, matches({ ...person('a', 'B1'), work: [] }), new Map(), false).rings).toEqual([])
  })

  test('forgets those who are in question no more', () => {
    expect(lookAt(wish, matches(person('a', 'B1')), lacks(person('a', 'B1'), person('b', 'A1')), false).gone).toEqual(['b'])
  })

  test('must ask something, and stand from a day that has been', () => {
    expect(maySaveWish({ occupationCode: null, demands: [{ ...demand('listening', 'B1'), isRequired: false }], since: '2026-11-21' }, today).map(({ code }) => code)).toEqual(['wish.asksNothing', 'wish.inFuture'])
    expect(maySaveWish({ occupationCode: null, demands: [demand('listening', 'B1')], since: today }, today)).toEqual([])
  })

  test('may ask nothing that nobody may be chosen by, unless the law itself asks; and if it is there, it counts for nobody', () => {
    const named = (name: string, statutoryBasis: string | null = null, isRequired = true) => ({ kind: 'skill' as const, isRequired, skill: null, level: null, name, sentence: null, statutoryBasis })
    const faults = (...demands: ReturnType<typeof named>[]) => maySaveWish({ occupationCode: '5120', demands, since: today }, today).map(({ code, path }) => [code, path])
    expect(faults(named('Bake brød'), named('Kvinne'), named('under 40 år', null, false))).toEqual([['wish.demandUnlawful', 'demands.1.name'], ['wish.demandUnlawful', 'demands.2.name']])
    expect(faults(named('kvinne', 'fordi vi vil'))).toEqual([['wish.basisParagraph', 'demands.0.statutoryBasis']])
    expect(faults(named('kvinne', 'barnevernsloven § 3', false))).toEqual([['wish.basisOnlyRequired', 'demands.0.statutoryBasis']])
    expect(faults(named('kvinne', 'barnevernsloven § 3'))).toEqual([])
    const unlawful = { ...wish, demands: [...wish.demands, named('Kvinne'), named('muslim', null, false)] }
    expect(matchOne(person('a', 'B1'), asOpening(unlawful, null), today, defaultWeights)).toEqual(matchOne(person('a', 'B1'), asOpening(wish, null), today, defaultWeights))
  })
})

const people = fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), listening: fc.constantFrom(...LEVELS), reading: fc.constantFrom(...LEVELS) }), { selector: ({ id }) => id })
  .map((rows) => rows.map(({ id, listening, reading }) => person(id, listening, reading)))

test('looking again at the same facts rings nobody and changes nothing; a ring is for one who fits and did not', () => {
  fc.assert(fc.property(people, people, (before, now) => {
    const was = lacks(...before)
    const look = lookAt(wish, matches(...now), was, false)
    const fits = new Set([...lacks(...now)].filter(([, missing]) => missing.length === 0).map(([id]) => id))
    expect(look.rings.map(({ personId }) => personId).toSorted()).toEqual([...fits].filter((id) => was.get(id)?.length !== 0).toSorted())
    const after = new Map([...was].filter(([id]) => !look.gone.includes(id)))
    for (const { personId, missing } of look.changed) after.set(personId, missing)
    expect(after).toEqual(new Map([...after.keys()].map((id) => [id, lacks(...now).get(id) ?? []])))
    expect(lookAt(wish, matches(...now), after, false)).toEqual({ rings: [], changed: [], gone: [] })
  }))
})
