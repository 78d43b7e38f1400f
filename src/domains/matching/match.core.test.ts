import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainDate } from '#shared/date.ts'
import type { Demand, OpeningFacts, PersonFacts } from './facts.schema.ts'
import { aPerson, aPlace, someone, somewhere } from '#test/made-facts.ts'
import { groupBlocked, hasGround, inRank, matchOne as match, matchUnlessBlocked, shown, tieBreak } from './match.core.ts'
import type { RankedMatch } from './match.core.ts'
import { defaultWeights } from './weights/weights.core.ts'

const today = plainDate('2026-11-20')
const free = { hoursPerWeek: 30, earliest: '08:00', latest: '16:00', weekdays: [1, 2, 3, 4, 5], transport: ['bus'], cannot: [], travelMinutes: 60 }
const person = (over: Partial<PersonFacts> = {}): PersonFacts => aPerson({ frame: free, ...over })
const opening = (over: Partial<OpeningFacts> = {}): OpeningFacts => aPlace({ title: 'Renholder', occupationCode: '9112', ...over })
const matchOne = (one: PersonFacts, place: OpeningFacts, on: typeof today): RankedMatch => match(one, place, on, defaultWeights)
const demand = (over: Partial<Demand>): Demand => ({ kind: 'norwegian', isRequired: true, skill: 'listening', level: 'A2', name: null, sentence: null, statutoryBasis: null, ...over })
const norwegian = (level: string, on = '2026-10-01') => ({ language: 'no', skill: 'listening', level, evidence: 'tested' as const, on: plainDate(on), source: 'Norskprøven' })
const first = (match: RankedMatch) => match.required[0]

describe('Norwegian', () => {
  const asks = opening({ demands: [demand({ level: 'B1', sentence: 'Kan følge en muntlig beskjed' })] })
  test.each([
    ['B1', 'yes', 'fits', undefined], ['native', 'yes', 'fits', undefined], ['A2', 'no', 'nearly', 'levelUp'], ['A1', 'no', 'not', 'levelUp'], ['A1-', 'no', 'not', 'levelUp'],
  ])('%s against B1 is %s: %s', (level, met, verdict, gap) => {
    const match = matchOne(person({ languages: [norwegian(level)] }), asks, today)
    expect({ met: first(match)?.met, verdict: match.verdict, gap: first(match)?.gap?.code }).toEqual({ met, verdict, gap })
    expect(first(match)).toMatchObject({ sentence: 'Kan følge en muntlig beskjed', known: { evidence: 'tested', on: '2026-10-01', source: 'Norskprøven' } })
  })
  test('two levels short on an old assessment is near: she is assessed again first', () => {
    expect(matchOne(person({ languages: [norwegian('A1', '2025-12-01')] }), asks, today)).toMatchObject({ verdict: 'nearly', required: [{ gap: { code: 'reassess' } }] })
  })
  test('not mapped is unknown, never no', () => {
    const match = matchOne(person({ languages: [{ ...norwegian('C1'), skill: 'reading' }] }), asks, today)
    expect(match).toMatchObject({ verdict: 'nearly', blockedBy: null, required: [{ met: 'unknown', known: 'unknown', gap: { code: 'mapLevel', params: { skill: 'listening', to: 'B1' } } }] })
  })
  test('a higher level never makes the verdict worse', () => {
    const levels = ['A1-', 'A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native']
    const verdicts = levels.map((level) => ['not', 'nearly', 'fits'].indexOf(matchOne(person({ languages: [norwegian(level)] }), asks, today).verdict))
    expect(verdicts).toEqual(verdicts.toSorted((a, b) => a - b))
  })
})

describe('papers and skills', () => {
  const licence = demand({ kind: 'driving_licence', name: 'B', skill: null, level: null })
  const paper = { kind: 'driving_licence' as const, name: 'b', validUntil: null, evidence: 'claimed' as const }
  test('a licence she says she has counts, and the paper is to be seen', () => {
    expect(matchOne(person({ papers: [paper] }), opening({ demands: [licence] }), today)).toMatchObject({ verdict: 'fits', required: [{ met: 'yes', gap: { code: 'seePaper' } }] })
  })
  test('where the law asks, her word is not enough', () => {
    const asks = opening({ demands: [{ ...licence, statutoryBasis: 'vegtrafikkloven § 24' }] })
    expect(matchOne(person({ papers: [paper] }), asks, today)).toMatchObject({ verdict: 'nearly', required: [{ met: 'unknown', gap: { code: 'seePaper' }, statutoryBasis: 'vegtrafikkloven § 24' }] })
    expect(matchOne(person({ papers: [{ ...paper, evidence: 'documented' }] }), asks, today).verdict).toBe('fits')
  })
  test('one that has run out can be renewed; another class is no', () => {
    expect(matchOne(person({ papers: [{ ...paper, validUntil: plainDate('2026-11-19') }] }), opening({ demands: [licence] }), today)).toMatchObject({ verdict: 'nearly', required: [{ gap: { code: 'renew' } }] })
    expect(matchOne(person({ papers: [{ ...paper, name: 'AM' }] }), opening({ demands: [licence] }), today)).toMatchObject({ verdict: 'not', blockedBy: 'driving_licence' })
  })
  test('a skill is found by its words, strongest evidence first; one not mapped is unknown', () => {
    const asks = opening({ demands: [demand({ kind: 'skill', name: 'Sy gardiner', skill: null, level: null })] })
    const skills = [{ name: 'sy', evidence: 'claimed' as const, on: null, seenBy: null }, { name: 'Å sy gardiner', evidence: 'observed' as const, on: today, seenBy: 'Systua' }]
    expect(matchOne(person({ skills }), asks, today)).toMatchObject({ verdict: 'fits', required: [{ known: { evidence: 'observed', source: 'Systua' } }] })
    expect(matchOne(person({ skills: [{ name: 'system', evidence: 'observed', on: null, seenBy: null }] }), asks, today)).toMatchObject({ verdict: 'nearly', required: [{ met: 'unknown', gap: { code: 'learnSkill' } }] })
  })
})

describe('the practical frame', () => {
  const week = [{ weekday: 1, from: '08:00', to: '12:00' }, { weekday: 6, from: '08:00', to: '12:00' }]
  test.each([
    ['all of the week', [week[0]], 'yes', 'fits'], ['part of the week', week, 'no', 'nearly'], ['none of the week', [week[1]], 'no', 'not'],
    ['a night shift', [{ weekday: 1, from: '16:00', to: '07:00' }], 'no', 'not'],
  ])('%s', (_, slots, met, verdict) => {
    const schedule = slots.filter((slot) => slot !== undefined)
    expect(matchOne(person(), opening({ schedule }), today)).toMatchObject({ verdict, required: [{ kind: 'schedule', met }, { kind: 'hours', met: 'yes' }] })
  })
  test('what the body cannot is too far; the way to work and hours of practice are near', () => {
    const frame = { ...free, cannot: ['cold'] }
    expect(matchOne(person({ frame }), opening({ physicalDemands: ['cold', 'noise'] }), today)).toMatchObject({ verdict: 'not', blockedBy: 'physical', required: [{ known: { value: { words: ['cold'] } } }] })
    expect(matchOne(person(), opening({ reachableBy: ['car'] }), today)).toMatchObject({ verdict: 'nearly', required: [{ gap: { code: 'transport' } }] })
    expect(matchOne(person(), opening({ hoursPerWeek: 37.5 }), today).verdict).toBe('nearly')
    expect(matchOne(person(), opening({ kind: 'vacancy', extent: 'full_time', hoursPerWeek: 37.5 }), today).verdict).toBe('not')
  })
  test('without a frame everything practical is unknown', () => {
    const match = matchOne(person({ frame: null }), opening({ schedule: week, physicalDemands: ['cold'], reachableBy: ['bus'] }), today)
    expect(match.required.map(({ met }) => met)).toEqual(['unknown', 'unknown', 'unknown', 'unknown'])
    expect(match.verdict).toBe('nearly')
  })
})

describe('occupation and wish', () => {
  const work = (occupationCode: string, toYear = 2010) => ({ occupationCode, title: 'Arbeid', employerName: null, toYear, evidence: 'claimed' as const })
  test('the nearer the work, the higher the place; recent work before old', () => {
    const ranked = ['1120', '9629', '9121', '9111', '9112'].map((code) => matchOne(person({ work: [work(code)] }), opening(), today).score)
    expect(ranked).toEqual(ranked.toSorted((a, b) => a - b))
    expect(new Set(ranked).size).toBe(5)
    expect(matchOne(person({ work: [work('9112', 2025)] }), opening(), today).score).toBeGreaterThan(matchOne(person({ work: [work('9112')] }), opening(), today).score)
  })
  test('a lower wish that leads there is not hidden by a higher one that is only of the field', () => {
    const kitchen = opening({ occupationCode: '5120', title: 'Kokk', related: { 9412: { by: 'family', name: 'Storkjøkken', source: 'Vi vet det', on: null } } })
    const hers = person({ wishes: [{ occupationCode: '5141', wording: 'Frisør', rank: 1 }, { occupationCode: '9412', wording: 'Kjøkkenhjelp', rank: 4 }] })
    const wish = matchOne(hers, kitchen, today).wished.find(({ kind }) => kind === 'wish')
    expect(wish).toMatchObject({ met: 'yes', known: { value: { title: 'Kjøkkenhjelp' } }, nearBy: { name: 'Storkjøkken' } })
    expect(hasGround(matchOne(hers, kitchen, today))).toBe(true)
  })
  test('a place without work, wish or skill behind it has no ground', () => {
    expect(hasGround(matchOne(person({ work: [work('9211')] }), opening(), today))).toBe(false)
    expect(hasGround(matchOne(person({ work: [work('1120')] }), opening(), today))).toBe(false)
    expect(hasGround(matchOne(person({ wishes: [{ occupationCode: '9112', wording: 'Vaske', rank: 1 }] }), opening(), today))).toBe(true)
    expect(hasGround(matchOne(person({ wishes: [{ occupationCode: null, wording: 'renhold', rank: 1 }] }), opening(), today))).toBe(true)
  })
})

describe('what else counts', () => {
  const slot = (weekday: number, from: string, to: string) => ({ weekday, from, to })
  const partOf = (one: PersonFacts, place: OpeningFacts, kind: string) => matchOne(one, place, today).contributions.find((part) => part.kind === kind)
  const work = (toYear: number | null, occupationCode = '9112') => [{ occupationCode, title: 'Arbeid', employerName: null, toYear, evidence: 'claimed' as const }]
  test.each([
    [[slot(1, '08:00', '08:15')], -50], [[slot(3, '08:00', '08:15')], undefined], [[slot(1, '07:30', '08:00')], undefined], [[slot(1, '08:00', '08:15'), slot(2, '12:00', '13:00')], -100],
  ] as const)('children’s times %j against Monday and Tuesday give %s, and the place fits all the same', (slots, points) => {
    const place = opening({ schedule: [slot(1, '08:00', '14:00'), slot(2, '08:00', '14:00')] })
    const parent = person({ week: { care: [{ slots: [...slots], until: null }], programme: [] } })
    const { verdict, required } = matchOne(parent, place, today)
    expect([partOf(parent, place, 'care')?.points, verdict, required]).toEqual([points, matchOne(person(), place, today).verdict, matchOne(person(), place, today).required])
    // how often, and something to agree on; never when
    const told = partOf(parent, place, 'care')?.criterion
    expect(told === undefined || (told?.gap?.code === 'agreeCare' && JSON.stringify(told.known).includes('clash') && !JSON.stringify(told.known).includes(':15'))).toBe(true)
  })
  test('a night shift on Sunday reaches into Monday morning', () => {
    expect(partOf(person({ week: { care: [], programme: [{ slots: [slot(1, '06:00', '09:00')], until: null }] } }), opening({ schedule: [slot(7, '22:00', '07:00')] }), 'programme')).toMatchObject({ criterion: { met: 'no', gap: { code: 'agreeProgramme' } } })
  })
  test('a class that has ended before the place begins is in nobody’s way', () => {
    const busy = person({ week: { care: [], programme: [{ slots: [slot(1, '08:00', '14:00')], until: plainDate('2026-12-18') }] } })
    const place = opening({ schedule: [slot(1, '08:00', '14:00')] })
    expect([partOf(busy, place, 'programme')?.criterion?.met, partOf(busy, { ...place, fromDate: plainDate('2027-01-04') }, 'programme')]).toEqual(['no', undefined])
  })
  test('lacking practice in the field is said, and so is that it is old', () => {
    expect(['5131', '9112'].map((code) => partOf(person({ work: work(2012, code) }), opening(), 'recency')?.criterion?.gap?.code)).toEqual(['lacksPractice', 'oldPractice'])
    expect([2026, 2022, 2018, 2010, null].map((year) => partOf(person({ work: work(year) }), opening(), 'recency')?.points)).toEqual([250, 150, 62, 0, 0])
  })
  test('nobody free to supervise is something to arrange; of a vacancy it is not asked', () => {
    const full = { isNamed: true, limits: [{ atOnce: 2, now: 1 }, { atOnce: 1, now: 1 }] }
    expect(matchOne(person(), opening({ supervision: full }), today)).toMatchObject({ verdict: 'nearly', required: [{ kind: 'supervision', met: 'no', known: { value: { free: 0, of: 1 } } }] })
    expect(partOf(person(), opening({ kind: 'vacancy', supervision: full }), 'supervision')).toBeUndefined()
    expect(partOf(person(), opening(), 'supervision')).toMatchObject({ points: -60, criterion: { met: 'unknown', isRequired: false } })
  })
  test('a month of waiting and a no from an employer each count a little, and no more than all', () => {
    const waited = (since: string | null, passedOver: number) => partOf(person({ waiting: { since: since === null ? null : plainDate(since), passedOver } }), opening(), 'waiting')?.points
    expect([waited(null, 0), waited('2026-10-20', 0), waited('2026-05-20', 0), waited(null, 2), waited('2020-01-01', 9)]).toEqual([undefined, 19, 120, 120, 240])
  })
  test('the plan’s goal counts by how near the occupation is', () => {
    expect(['9112', '9111', '5131'].map((occupationCode) => partOf(person({ goal: { occupationCode, title: 'Mål', on: today } }), opening(), 'goal')?.points)).toEqual([500, 400, 0])
  })
})

const level = fc.constantFrom('A1', 'A2', 'B1', 'B2')
const skill = fc.constantFrom('listening', 'reading', 'writing')
const code = fc.constantFrom('9112', '9111', '5131', '8332', null)
const facts = fc.record({
  languages: fc.array(fc.record({ language: fc.constant('no'), skill, level, evidence: fc.constantFrom('claimed', 'tested'), on: fc.constant(today), source: fc.constant(null) }), { maxLength: 3 }),
  work: fc.array(fc.record({ occupationCode: code, title: fc.constantFrom('Kokk', 'Sjåfør'), employerName: fc.constant(null), toYear: fc.constantFrom(2010, 2025), evidence: fc.constant('claimed' as const) }), { maxLength: 4 }),
  wishes: fc.array(fc.record({ occupationCode: code, wording: fc.constantFrom('Lage mat', 'Kjøre'), rank: fc.integer({ min: 1, max: 3 }) }), { maxLength: 3 }),
}).map((some) => person(some as Partial<PersonFacts>))
const openings = fc.uniqueArray(fc.record({ id: fc.uuid(), occupationCode: code, demands: fc.array(fc.record({ skill, level, isRequired: fc.boolean() }).map(demand), { maxLength: 3 }) }).map(opening), { minLength: 2, maxLength: 12, selector: ({ id }) => id })

test('contributions add up to the score, and the verdict follows from what is required', () => {
  fc.assert(fc.property(facts, openings, (one, many) => { for (const place of many) {
    const match = matchOne(one, place, today)
    const allMet = match.required.every(({ met }) => met === 'yes')
    expect(Number.isInteger(match.score)).toBe(true)
    expect(match.contributions.reduce((sum, { points }) => sum + points, 0)).toBe(match.score)
    expect([match.verdict === 'fits', match.verdict === 'not']).toEqual([allMet, match.blockedBy !== null])
    expect(match.required.length + match.wished.length + 1).toBe(match.contributions.length)
    expect(match.score).toBeGreaterThanOrEqual(1)
    expect(match.score).toBeLessThanOrEqual(10_000)
  } }))
})

test('the order and every explanation are the same whatever order the rows came in', () => {
  fc.assert(fc.property(facts, openings, fc.func(fc.integer()), (one, many, key) => {
    const shuffle = <T>(rows: readonly T[]): T[] => rows.map((row, at) => ({ row, by: key(at) })).toSorted((a, b) => a.by - b.by).map(({ row }) => row)
    const shuffledPerson = { ...one, languages: shuffle(one.languages), work: shuffle(one.work), wishes: shuffle(one.wishes) }
    const before = inRank(many.map((place) => matchOne(one, place, today)))
    const after = inRank(shuffle(many).map((place) => matchOne(shuffledPerson, { ...place, demands: shuffle(place.demands) }, today)))
    const seen = (match: RankedMatch) => ({ ...shown(match), score: match.score, openingId: match.openingId })
    expect(after.map(seen)).toEqual(before.map(seen))
  }))
})

test('a comparison that stops at the first thing too far says exactly what the whole one says', () => {
  fc.assert(fc.property(someone, somewhere, (one, place) => {
    const whole = matchOne(one, place, today)
    const { personId, openingId, blockedBy } = whole
    expect(matchUnlessBlocked(one, place, today, defaultWeights)).toEqual(whole.verdict === 'not' ? { personId, openingId, blockedBy } : whole)
  }), { numRuns: 1000 })
})

test('the groups of what is not possible add up to all that are not possible', () => {
  fc.assert(fc.property(facts, openings, (one, many) => {
    const matches = many.map((place) => matchOne(one, place, today))
    expect(groupBlocked(matches).reduce((sum, { count }) => sum + count, 0)).toBe(matches.filter(({ verdict }) => verdict === 'not').length)
  }))
})

test('equals are ordered by a hash of the ids alone', () => {
  const ids = ['a', 'b', 'c', 'd']
  const ranked = inRank(ids.map((id) => matchOne(person(), opening({ id }), today))).map(({ openingId }) => openingId)
  expect(ranked).toEqual(ids.toSorted((a, b) => tieBreak('p', a) - tieBreak('p', b)))
  expect(tieBreak('p', 'a')).toBe(tieBreak('p', 'a'))
})
