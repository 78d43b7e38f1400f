import type { Frame, OpeningFacts, PersonFacts } from '#domains/matching/facts.schema.ts'
import type { Place } from '#domains/matching/market/market.core.ts'

/** A practical frame in which a working day fits. */
export const aFrame = (over: Partial<Frame> = {}): Frame => ({ hoursPerWeek: 37.5, earliest: null, latest: null, weekdays: [1, 2, 3, 4, 5], transport: ['walk', 'bus'], cannot: [], ...over })

type PersonOver = Partial<Omit<PersonFacts, 'id'>> & { level?: string }
/** The facts of a person with a level of Norwegian in every skill that is asked for in these tests. */
export function factsOf(id: string, { level = 'A2', ...over }: PersonOver = {}): PersonFacts {
  const languages = (['listening', 'spoken_interaction'] as const).map((skill) => ({ language: 'no', skill, level, evidence: 'tested' as const, on: null, source: null }))
  return { id, languages, papers: [], skills: [], work: [], wishes: [], frame: aFrame(), ...over }
}

type PlaceOver = Partial<Omit<OpeningFacts, 'id'>> & { level?: string | null; seats?: number; employerId?: string | null; place?: string | null }
/** A practice place of three hours on a Monday that asks for Norwegian. */
export function aMarketPlace(id: string, { level = 'A2', seats = 1, employerId = null, place = 'Fjordvik', demands, ...over }: PlaceOver = {}): Place {
  const norwegian = level === null ? [] : [{ kind: 'norwegian' as const, isRequired: true, skill: 'listening', level, name: null, sentence: null, statutoryBasis: null }]
  return { seats, employerId, place, facts: { id, kind: 'practice_place', title: 'Kjøkkenassistent', occupationCode: '5120', extent: null, schedule: [{ weekday: 1, from: '09:00', to: '12:00' }], hoursPerWeek: 15,
    physicalDemands: [], reachableBy: [], ...over, demands: [...norwegian, ...demands ?? []] } }
}
