import type { Demand, OpeningFacts } from '../facts.schema.ts'
import { moreLike } from '../market/compare.core.ts'
import type { Market, Place } from '../market/market.core.ts'
import type { Part } from './what-if.schema.ts'

type Of<K extends Part['is']> = Extract<Part, { is: K }>
/** The places after a part, how many demands it changed, how many it left because the law sets them, and the employer's limit that added places stand under. */
export type PlacesAfter = { places: readonly Place[]; changed: number | null; kept: number | null; under: { name: string; left: number } | null }

type Free = Pick<Market, 'places' | 'limits' | 'related'>

/** A place as a part makes it of another, made once: what two scenarios share must be the same object. */
export type MakePlace = (part: Part, from: Place | undefined, make: () => Place | undefined) => Place | undefined

const norwegian = (level: string): Demand => ({ kind: 'norwegian', isRequired: true, skill: 'spoken_interaction', level, name: null, sentence: null, statutoryBasis: null })

/** The limit a new place stands under. One like another: the employer's, as they have set it, and not the supervisor's. One that is invented: no employer's. */
function limitFor(like: Place | undefined, limits: Market['limits']): number | null {
  if (!like) return limits.some(({ kind }) => kind === 'municipality') ? limits.findIndex(({ kind }) => kind === 'municipality') : null
  return like.limitAt !== null && limits[like.limitAt]?.kind === 'supervisor' ? limits[like.limitAt]?.above ?? null : like.limitAt
}

function newPlace(part: Of<'places'>, { places, limits, related }: Free): Place | undefined {
  if (part.like !== null) {
    const like = places.find(({ facts }) => facts.id === part.like)
    return like && { ...like, facts: { ...like.facts, id: moreLike(like.facts.id), supervision: { isNamed: like.facts.supervision.isNamed, limits: [] } }, seats: part.count, limitAt: limitFor(like, limits) }
  }
  const facts: OpeningFacts = { id: `new ${part.title}`, kind: 'practice_place', title: part.title, occupationCode: part.occupationCode, related: part.occupationCode === null ? null : related?.[part.occupationCode] ?? null, extent: null, schedule: part.schedule, hoursPerWeek: null, physicalDemands: [], reachableBy: part.reachableBy, fromDate: null, travel: null, supervision: { isNamed: false, limits: [] }, demands: part.level === null ? [] : [norwegian(part.level)] }
  return { facts, seats: part.count, limitAt: limitFor(undefined, limits), employerId: null, place: null }
}

function morePlaces(part: Of<'places'>, free: Free, make: MakePlace): PlacesAfter {
  // made of the last one there is: the same part twice makes two
  const added = make(part, free.places.at(-1), () => newPlace(part, free))
  const limit = added && added.limitAt !== null ? free.limits[added.limitAt] : undefined
  return { places: added ? [...free.places, added] : free.places, changed: added ? part.count : 0, kept: null, under: limit?.kind === 'employer' ? { name: limit.name, left: limit.left } : null }
}

/** Facts of those places a condition holds for, made anew; the others as they are. */
const changeSome = (part: Part, places: readonly Place[], make: MakePlace, change: (facts: OpeningFacts, place: Place) => OpeningFacts): Place[] => places.flatMap((place) => make(part, place, () => {
  const facts = change(place.facts, place)
  return facts === place.facts ? place : { ...place, facts }
}) ?? [])

function travel(part: Of<'travel'>, places: readonly Place[], make: MakePlace): PlacesAfter {
  const isThere = ({ place, facts }: Place): boolean => (part.to.length === 0 || (place !== null && part.to.includes(place))) && facts.reachableBy.length > 0 && !facts.reachableBy.includes(part.way)
  const after = changeSome(part, places, make, (facts, place) => (isThere(place) ? { ...facts, reachableBy: [...facts.reachableBy, part.way] } : facts))
  return { places: after, changed: places.filter(isThere).length, kept: null, under: null }
}

function levels(part: Of<'level'>, places: readonly Place[], make: MakePlace): PlacesAfter {
  const isMeant = ({ employerId, facts }: Place): boolean => (part.employerId === null || employerId === part.employerId) && (part.kind === null || facts.kind === part.kind)
    && (part.occupation === null || (facts.occupationCode?.startsWith(part.occupation) ?? false))
  const asked = places.filter(isMeant).flatMap(({ facts }) => facts.demands).filter((one) => one.kind === 'norwegian' && one.isRequired && one.level === part.from)
  const after = changeSome(part, places, make, (facts, place) => {
    if (!isMeant(place) || !facts.demands.some((one) => isFree(one, part.from))) return facts
    return { ...facts, demands: facts.demands.map((one) => (isFree(one, part.from) ? { ...one, level: part.to } : one)) }
  })
  return { places: after, changed: asked.filter((one) => isFree(one, part.from)).length, kept: asked.filter(({ statutoryBasis }) => statutoryBasis !== null).length, under: null }
}

const isFree = (one: Demand, level: string): boolean => one.kind === 'norwegian' && one.isRequired && one.level === level && one.statutoryBasis === null

/** What is free after one part. A part that is about people changes nothing here. */
export function placesAfter(part: Part, free: Free, make: MakePlace): PlacesAfter {
  const { places } = free
  switch (part.is) {
    case 'places': return morePlaces(part, free, make)
    case 'travel': return travel(part, places, make)
    case 'level': return levels(part, places, make)
    case 'course': case 'licence': case 'childcare': return { places, changed: null, kept: null, under: null }
  }
}
