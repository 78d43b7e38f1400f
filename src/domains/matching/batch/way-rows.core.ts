import { part } from '../compared.core.ts'
import { isTooFar, kilometres, lostByTravel, straightMinutes, waysOf } from '../commute.core.ts'
import type { PersonFacts, Stop, Travel } from '../facts.schema.ts'
import { WAYS } from '../facts.schema.ts'
import type { Weights } from '../weights/weights.schema.ts'
import { BLOCKED } from './column.core.ts'

/** No minutes known. */
const NONE = 0xffff_ffff
/** A degree of latitude is never shorter than this. */
const KM_A_DEGREE = 110

/** Minutes from one home to every stop of the places, by way: those of the table, then those of a straight line. */
type Minutes = { table: Uint32Array[]; straight: Uint32Array[] }

/** What the way to work is worth from each home. Homes are asked for in order, so only the last is kept. */
export type Ways = { stops: readonly (Travel | null)[]; of: number; unknown: number; longest: number; home: Stop | null; minutes: Minutes | null; row: Int32Array; key: string }

export const waysFor = (stops: readonly (Travel | null)[], people: readonly PersonFacts[], { points, shares }: Weights): Ways => ({
  stops, of: points.commute, unknown: 0 - part(points.commute, shares.unknown), longest: people.reduce((most, { frame }) => Math.max(most, frame?.travelMinutes ?? 0), 0),
  home: null, minutes: null, row: new Int32Array(stops.length), key: '',
})

/** Whether even the quickest way there is too long for everybody, seen from the latitudes alone. */
function isBeyond(home: Stop, { to, straight }: Travel, longest: number): boolean {
  if (home.spot === null || to.spot === null) return false
  const km = Math.abs(home.spot.latitude - to.spot.latitude) * KM_A_DEGREE
  return WAYS.every((way) => km * straight.factor / straight.speed[way] * 60 > longest * 2)
}

function minutesFrom(home: Stop, { stops, longest }: Ways): Minutes {
  const empty = (): Uint32Array[] => WAYS.map(() => new Uint32Array(stops.length).fill(NONE))
  const found: Minutes = { table: empty(), straight: empty() }
  stops.forEach((travel, at) => {
    if (travel === null) return
    const legs = travel.times[home.postcode]
    if (legs) WAYS.forEach((way, which) => { const leg = legs[way]; if (leg && found.table[which]) found.table[which][at] = leg.minutes })
    if (home.spot === null || travel.to.spot === null) return
    const km = isBeyond(home, travel, longest) ? Infinity : kilometres(home.spot, travel.to.spot)
    WAYS.forEach((way, which) => { if (found.straight[which]) found.straight[which][at] = km === Infinity ? NONE - 1 : straightMinutes(km, way, travel.straight) })
  })
  return found
}

const least = (rows: readonly Uint32Array[], at: number): number => {
  let best = NONE
  for (const row of rows) { const here = row[at] ?? NONE; if (here < best) best = here }
  return best
}

/** What the way to each stop is worth for one person: the same as `compareCommute` says, blocked where it is too far. */
export function wayRow(ways: Ways, { home, frame }: PersonFacts): Int32Array {
  const limit = frame?.travelMinutes ?? null
  const mine = frame === null ? [] : waysOf(frame.transport)
  const key = home === null || limit === null || mine.length === 0 ? 'unknown' : `${home.postcode}|${limit}|${mine.join()}`
  if (key === ways.key) return ways.row
  ways.key = key
  if (home === null || limit === null || mine.length === 0) return ways.row.fill(ways.unknown)
  if (ways.minutes === null || ways.home?.postcode !== home.postcode) { ways.minutes = minutesFrom(home, ways); ways.home = home }
  const of = (rows: Uint32Array[]): Uint32Array[] => mine.flatMap((way) => rows[WAYS.indexOf(way)] ?? [])
  const [table, straight] = [of(ways.minutes.table), of(ways.minutes.straight)]
  for (let at = 0; at < ways.row.length; at++) {
    const known = least(table, at)
    const minutes = known === NONE ? least(straight, at) : known
    ways.row[at] = minutes === NONE ? ways.unknown : 0 - part(ways.of, lostByTravel(minutes, limit)) + (isTooFar(minutes, limit, known === NONE ? 'straight' : 'table') ? BLOCKED : 0)
  }
  return ways.row
}
