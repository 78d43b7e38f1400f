import type { Compared, Weigh } from './compared.core.ts'
import { compared, known } from './compared.core.ts'
import type { Frame, Leg, OpeningFacts, PersonFacts, Spot, StraightLine, Travel, Way } from './facts.schema.ts'
import type { MatchValue } from './match.schema.ts'

const EARTH_KM = 6371
const radians = (degrees: number): number => degrees * Math.PI / 180

/** Kilometres between two spots as the crow flies. */
export function kilometres(a: Spot, b: Spot): number {
  const [north, east] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)]
  const chord = Math.sin(north / 2) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(east / 2) ** 2
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(chord)))
}

/** Whole minutes for so many kilometres in a straight line. */
export const straightMinutes = (km: number, way: Way, { factor, speed, least }: StraightLine): number => Math.max(least, Math.ceil(km * factor / speed[way] * 60))

const wayOf: Record<string, Way> = { walk: 'walk', bicycle: 'bicycle', bus: 'public', train: 'public', car: 'car' }
/** Her ways of getting about, as travel times know them. */
export const waysOf = (transport: readonly string[]): Way[] => [...new Set(transport.flatMap((one) => wayOf[one] ?? []))]

type Found = { basis: 'table' | 'straight'; way: Way; minutes: number; leg: Leg | null }
const quickest = (found: readonly Found[]): Found | undefined => found.toSorted((a, b) => a.minutes - b.minutes || (a.way < b.way ? -1 : 1))[0]

/** Her quickest way there: by the table where it knows one of her ways, else by a straight line between known spots, else nothing. */
export function findWay({ home, frame }: Pick<PersonFacts, 'home' | 'frame'>, { to, times, straight }: Travel): Found | undefined {
  if (home === null || frame === null) return undefined
  const ways = waysOf(frame.transport)
  const legs = times[home.postcode]
  const inTable = quickest(ways.flatMap((way): Found[] => { const leg = legs?.[way]; return leg ? [{ basis: 'table', way, minutes: leg.minutes, leg }] : [] }))
  if (inTable || home.spot === null || to.spot === null) return inTable
  const km = kilometres(home.spot, to.spot)
  return quickest(ways.map((way) => ({ basis: 'straight', way, minutes: straightMinutes(km, way, straight), leg: null })))
}

/** How far over her limit a way may be and still be talked about, in per cent. A straight line is a guess, so it shuts out less. */
const NEAR = { table: 125, straight: 200 } as const
/** What is lost for the way to work, in per cent: half where it takes all the time she has, all where it takes twice that. */
export const lostByTravel = (minutes: number, limit: number): number => Math.min(100, limit === 0 ? (minutes === 0 ? 0 : 100) : Math.floor(minutes * 50 / limit))
export const isTooFar = (minutes: number, limit: number, basis: Found['basis']): boolean => minutes * 100 > limit * NEAR[basis]

const noWay = (frame: Frame | null): NonNullable<Compared['criterion']['gap']> => ({ code: frame === null || frame.transport.length === 0 ? 'mapFrame' : 'mapTravel', params: {} })

/**
 * The way to work against the longest she can have. It is a requirement only where both are known; else it is said to be
 * unknown and takes what the unknown takes, whoever it is.
 */
export function compareCommute({ travel }: Pick<OpeningFacts, 'travel'>, person: Pick<PersonFacts, 'home' | 'frame'>, weigh: Weigh): Compared {
  const limit = person.frame?.travelMinutes ?? null
  const found = travel === null ? undefined : findWay(person, travel)
  const most: MatchValue = limit === null ? { is: 'none' } : { is: 'minutes', minutes: limit }
  const asked = { kind: 'commute', isRequired: found !== undefined && limit !== null, asked: most } as const
  if (!found) return compared(asked, { met: 'unknown', known: 'unknown', gap: noWay(person.frame) }, weigh, { takes: true })
  const { minutes, way, basis, leg } = found
  const mine = known({ is: 'travel', minutes, by: way, basis }, null, leg?.on ?? null, leg?.source ?? travel?.straight.source ?? null)
  if (limit === null) return compared(asked, { met: 'unknown', known: mine, gap: { code: 'mapLimit', params: {} } }, weigh, { takes: true })
  const lost = lostByTravel(minutes, limit)
  if (minutes <= limit) return compared(asked, { met: 'yes', known: mine, lost }, weigh)
  return compared(asked, { met: 'no', known: mine, lost, far: isTooFar(minutes, limit, basis), gap: { code: 'longerTravel', params: { minutes, limit } } }, weigh)
}
