import type { OpeningFacts, PersonFacts, Travel } from '#domains/matching/facts.schema.ts'
import { assumedStraight } from '#domains/matching/travel/travel.core.ts'

/** Facts for tests without a database: nothing is known but what is said. */
export const aPerson = (over: Partial<PersonFacts> = {}): PersonFacts =>
  ({ id: 'p', languages: [], papers: [], skills: [], work: [], wishes: [], frame: null, home: null, week: { care: [], programme: [] }, goal: null, waiting: { since: null, passedOver: 0 }, ...over })

export const aPlace = (over: Partial<OpeningFacts> = {}): OpeningFacts => ({ id: 'o', kind: 'practice_place', title: 'Plass', occupationCode: null, extent: null, schedule: [], hoursPerWeek: null,
  physicalDemands: [], reachableBy: [], demands: [], fromDate: null, travel: null, supervision: { isNamed: false, limits: [] }, ...over })

export const aWay = (over: Partial<Travel> = {}): Travel => ({ to: { postcode: '5000', spot: null }, times: {}, straight: assumedStraight, ...over })
