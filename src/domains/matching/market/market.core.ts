import { pose } from '#matching/engine/pose.ts'
import type { Posed } from '#matching/engine/pose.ts'
import type { Instance } from '#matching/engine/instance.ts'
import type { PlanLimit } from '../cohort/cohort.schema.ts'
import type { OpeningFacts, PersonFacts } from '../facts.schema.ts'
import type { Related } from '#shared/occupation-distance.ts'
import type { Worth } from './compare.core.ts'

/** An opening with its free seats, the number of the limit right above it, and what a scenario may point at: who offers it, and where. */
export type Place = { facts: OpeningFacts; seats: number; limitAt: number | null; employerId: string | null; place: string | null }
/**
 * Who is without a place, and what is free under which limits, as on the cohort board: as it is, or as it would be. `barred`: pairs no plan may
 * hold, by `pairOf`; none where nothing is said. `related`: what is near each occupation, for places that do not exist yet.
 */
export type Market = { people: readonly PersonFacts[]; places: readonly Place[]; limits: readonly PlanLimit[]; barred?: ReadonlySet<string>; related?: Readonly<Record<string, Related>> }
export type Worths = (person: PersonFacts, opening: OpeningFacts) => Worth

/** The market as the engine reads it: an edge for each pair that is possible, and the limits as a tree above the places. */
export function instanceOf({ people, places, limits }: Market, worths: Worths): Instance {
  const rowStart = new Int32Array(people.length + 1)
  const [place, weight]: [number[], number[]] = [[], []]
  people.forEach((person, i) => {
    places.forEach(({ facts }, j) => {
      const { worth } = worths(person, facts)
      if (worth <= 0) return
      place.push(j)
      weight.push(worth)
    })
    rowStart[i + 1] = place.length
  })
  return { people: people.length, places: places.length, rowStart, place: Int32Array.from(place), weight: Int32Array.from(weight),
    capacity: Int32Array.from([...places.map(({ seats }) => seats), ...limits.map(({ left }) => left)]),
    parent: Int32Array.from([...places.map(({ limitAt }) => limitAt), ...limits.map(({ above }) => above)], (at) => (at === null ? -1 : places.length + at)), mustPlaceAll: false }
}

/** As many as possible placed first, then the highest sum: as on the cohort board. Weights of ours always fit; anything else is a bug. */
export function mostPlaced(instance: Instance): Extract<Posed, { ok: true }> {
  const posed = pose(instance, { pins: [], forbids: [], keep: null, mostPlacedFirst: true })
  if (!posed.ok) throw new Error(`The market cannot be posed: ${JSON.stringify(posed.reasons)}`)
  return posed
}
