import fc from 'fast-check'
import type { OpeningFacts, PersonFacts, Travel } from '#domains/matching/facts.schema.ts'
import type { Related } from '#shared/occupation-distance.ts'
import { plainDate } from '#shared/date.ts'
import { assumedStraight } from '#domains/matching/travel/travel.core.ts'

/** Facts for tests without a database: nothing is known but what is said. */
export const aPerson = (over: Partial<PersonFacts> = {}): PersonFacts =>
  ({ id: 'p', languages: [], papers: [], skills: [], work: [], wishes: [], frame: null, home: null, week: { care: [], programme: [] }, goal: null, waiting: { since: null, passedOver: 0 }, ...over })

export const aPlace = (over: Partial<OpeningFacts> = {}): OpeningFacts => ({ id: 'o', kind: 'practice_place', title: 'Plass', occupationCode: null, extent: null, schedule: [], hoursPerWeek: null,
  physicalDemands: [], reachableBy: [], demands: [], fromDate: null, travel: null, supervision: { isNamed: false, limits: [] }, ...over })

export const aWay = (over: Partial<Travel> = {}): Travel => ({ to: { postcode: '5000', spot: null }, times: {}, straight: assumedStraight, ...over })

const day = fc.constantFrom('2024-02-01', '2026-03-01', '2026-10-01', '2027-01-15').map(plainDate)
const evidence = fc.constantFrom('claimed', 'documented', 'tested', 'observed')
const codes = ['9112', '9111', '9121', '5131', '5120', '8332', '5321'] as const
const code = fc.constantFrom(...codes)
const esco = fc.option(fc.constantFrom('esco:1', 'esco:2'))
/** What is near each occupation: of a code always the same. */
const related: Readonly<Record<string, Related>> = { 9112: { 5131: { by: 'family', name: 'Service', source: 'Prøve', on: null }, 8332: { by: 'shared', name: 'bilvasker', source: 'ESCO', on: null } }, 8332: { 5120: { by: 'family', name: 'Mat på hjul', source: 'Prøve', on: null }, 9112: { by: 'shared', name: 'bilvasker', source: 'ESCO', on: null } } }
const slot = fc.record({ weekday: fc.integer({ min: 1, max: 7 }), from: fc.constantFrom('07:00', '08:00', '12:00', '22:00'), to: fc.constantFrom('06:00', '11:30', '15:30', '23:00') })
const busy = fc.array(fc.record({ slots: fc.array(slot, { maxLength: 3 }), until: fc.option(day) }), { maxLength: 2 })
const skills = ['listening', 'reading', 'writing'] as const
const levels = ['A1-', 'A1', 'A2', 'B1', 'C1', 'native'] as const
const names = ['B', 'C1', 'Truckførerbevis', 'Hygienekurs', 'Sy gardiner', 'sy', 'Bake brød'] as const
const postcodes = ['5000', '5003', '7011', '9990'] as const
const ways = ['walk', 'bicycle', 'bus', 'train', 'car'] as const
const body = ['cold', 'noise', 'heights'] as const
const spot = fc.option(fc.record({ latitude: fc.double({ min: 58, max: 62, noNaN: true }), longitude: fc.double({ min: 5, max: 11, noNaN: true }) }))
const spots = fc.sample(spot, { numRuns: postcodes.length, seed: 7 })
/** A postcode always lies in the same spot. */
const stop = fc.nat(postcodes.length - 1).map((at) => ({ postcode: postcodes[at] ?? '5000', spot: spots[at] ?? null }))
const frame = fc.record({ hoursPerWeek: fc.option(fc.constantFrom(15, 22.5, 37.5)), earliest: fc.option(fc.constantFrom('07:00', '08:00')), latest: fc.option(fc.constantFrom('15:30', '23:30')), weekdays: fc.constantFrom<number[]>([1, 2, 3], [1, 2, 3, 4, 5, 6, 7]),
  transport: fc.subarray([...ways]), cannot: fc.subarray([...body]), travelMinutes: fc.option(fc.constantFrom(0, 30, 90, 300)) })

/** Somebody of whom anything may be known or unknown. */
export const someone: fc.Arbitrary<PersonFacts> = fc.record({
  id: fc.uuid(),
  languages: fc.array(fc.record({ language: fc.constantFrom('no', 'en'), skill: fc.constantFrom(...skills), level: fc.constantFrom(...levels), evidence, on: fc.option(day), source: fc.constant(null) }), { maxLength: 4 }),
  papers: fc.array(fc.record({ kind: fc.constantFrom('driving_licence', 'trade_certificate', 'course'), name: fc.constantFrom(...names), validUntil: fc.option(day), evidence }), { maxLength: 3 }),
  skills: fc.array(fc.record({ name: fc.constantFrom(...names), evidence, on: fc.option(day), seenBy: fc.constant(null) }), { maxLength: 3 }),
  work: fc.array(fc.record({ occupationCode: fc.option(code), escoUri: esco, title: fc.constantFrom('Kokk', 'Sjåfør', 'Plass'), employerName: fc.constant(null), toYear: fc.option(fc.constantFrom(2010, 2018, 2022, 2026)), evidence }), { maxLength: 3 }),
  wishes: fc.array(fc.record({ occupationCode: fc.option(code), escoUri: esco, wording: fc.constantFrom('renhold', 'kjøre bil', 'mat'), rank: fc.integer({ min: 1, max: 14 }) }), { maxLength: 3 }),
  frame: fc.option(frame), home: fc.option(stop), week: fc.record({ care: busy, programme: busy }),
  goal: fc.option(fc.record({ occupationCode: code, title: fc.constant('Mål'), on: day })),
  waiting: fc.record({ since: fc.option(fc.constantFrom('2025-01-01', '2026-09-01').map(plainDate)), passedOver: fc.nat(6) }),
})

const demand = fc.record({ kind: fc.constantFrom('norwegian', 'language', 'driving_licence', 'certificate', 'skill', 'experience'), isRequired: fc.boolean(), skill: fc.option(fc.constantFrom(...skills)), level: fc.option(fc.constantFrom('A1', 'A2', 'B1')),
  name: fc.option(fc.constantFrom(...names, 'en', 'Kokk')), sentence: fc.constant(null), statutoryBasis: fc.option(fc.constant('loven § 1')) })
const minutes = fc.option(fc.integer({ min: 0, max: 200 }).map((some) => ({ minutes: some, source: 'Prøve', on: plainDate('2026-01-01') })), { nil: undefined })
/** How one gets to each stop: for each postcode the same throughout a run. */
const travels = fc.sample(fc.array(fc.record({ walk: minutes, bicycle: minutes, public: minutes, car: minutes }), { minLength: 4, maxLength: 4 }), { numRuns: postcodes.length, seed: 11 })
  .map((legs, at) => aWay({ to: { postcode: postcodes[at] ?? '5000', spot: spots[at] ?? null }, times: Object.fromEntries(legs.slice(1 + at % 3).map((leg, from) => [postcodes[from] ?? '5000', leg])) }))

/** A place that may ask anything. */
export const somewhere: fc.Arbitrary<OpeningFacts> = fc.record({
  id: fc.uuid(), kind: fc.constantFrom('practice_place', 'vacancy'), title: fc.constantFrom('Renholder', 'Sjåfør', 'Plass'), occupationCode: fc.option(code), escoUri: esco, extent: fc.option(fc.constantFrom('full_time', 'part_time')),
  schedule: fc.array(slot, { maxLength: 3 }), hoursPerWeek: fc.option(fc.constantFrom(15, 30, 37.5)), physicalDemands: fc.subarray([...body]), reachableBy: fc.subarray(['bus', 'car', 'walk']),
  demands: fc.array(demand, { maxLength: 4 }), fromDate: fc.option(day), travel: fc.option(fc.constantFrom(...travels)),
  supervision: fc.record({ isNamed: fc.boolean(), limits: fc.array(fc.record({ atOnce: fc.nat(3), now: fc.nat(3) }), { maxLength: 2 }) }),
}).map((place): OpeningFacts => ({ ...place, related: place.occupationCode === null ? null : related[place.occupationCode] ?? null }))
