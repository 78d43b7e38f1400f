import type { Frame, OpeningFacts, PersonFacts } from '#domains/matching/facts.schema.ts'
import { defaultWeights } from '#domains/matching/weights/weights.core.ts'
import type { PlainDate } from '#shared/date.ts'
import { comparing } from '#domains/matching/market/compare.core.ts'
import { aPerson, aPlace } from './made-facts.ts'
import type { Place } from '#domains/matching/market/market.core.ts'

/** A practical frame in which a working day fits. */
export const aFrame = (over: Partial<Frame> = {}): Frame => ({ travelMinutes: null, hoursPerWeek: 37.5, earliest: null, latest: null, weekdays: [1, 2, 3, 4, 5], transport: ['walk', 'bus'], cannot: [], ...over })

type PersonOver = Partial<Omit<PersonFacts, 'id'>> & { level?: string }
/** The facts of a person with a level of Norwegian in every skill that is asked for in these tests, who might like to work in a kitchen. */
export function factsOf(id: string, { level = 'A2', ...over }: PersonOver = {}): PersonFacts {
  const languages = (['listening', 'spoken_interaction'] as const).map((skill) => ({ language: 'no', skill, level, evidence: 'tested' as const, on: null, source: null }))
  return aPerson({ id, languages, frame: aFrame(), wishes: [{ occupationCode: '5120', wording: 'Lage mat', rank: 5 }], ...over })
}

type PlaceOver = Partial<Omit<OpeningFacts, 'id'>> & { level?: string | null; seats?: number; limitAt?: number | null; employerId?: string | null; place?: string | null }
/** A practice place of three hours on a Monday that asks for Norwegian. */
export function aMarketPlace(id: string, { level = 'A2', seats = 1, limitAt = null, employerId = null, place = 'Fjordvik', demands, ...over }: PlaceOver = {}): Place {
  const norwegian = level === null ? [] : [{ kind: 'norwegian' as const, isRequired: true, skill: 'listening', level, name: null, sentence: null, statutoryBasis: null }]
  return { seats, limitAt, employerId, place, facts: aPlace({ id, title: 'Kjøkkenassistent', occupationCode: '5120', schedule: [{ weekday: 1, from: '09:00', to: '12:00' }], hoursPerWeek: 15, ...over, demands: [...norwegian, ...demands ?? []] }) }
}

/** As things are compared in tests: by the weights of the code. */
export const comparingOn = (today: PlainDate) => comparing(today, defaultWeights)
