import type { Demand, OpeningFacts } from '../facts.schema.ts'
import type { Place } from '../market/market.core.ts'
import type { Part } from './what-if.schema.ts'

type Of<K extends Part['is']> = Extract<Part, { is: K }>
/** The places after a part, how many demands it changed, and how many it left because the law sets them. */
export type PlacesAfter = { places: readonly Place[]; changed: number | null; kept: number | null }

/** A place as a part makes it of another, made once: what two scenarios share must be the same object. */
export type MakePlace = (part: Part, from: Place | undefined, make: () => Place | undefined) => Place | undefined

const norwegian = (level: string): Demand => ({ kind: 'norwegian', isRequired: true, skill: 'spoken_interaction', level, name: null, sentence: null, statutoryBasis: null })

function newPlace(part: Of<'places'>, places: readonly Place[]): Place | undefined {
  if (part.like !== null) {
    const like = places.find(({ facts }) => facts.id === part.like)
    return like && { ...like, facts: { ...like.facts, id: `more ${like.facts.id}`, supervision: { isNamed: like.facts.supervision.isNamed, limits: [] } }, seats: part.count }
  }
  const facts: OpeningFacts = { id: `new ${part.title}`, kind: 'practice_place', title: part.title, occupationCode: part.occupationCode, extent: null, schedule: part.schedule, hoursPerWeek: null, physicalDemands: [], reachableBy: part.reachableBy, fromDate: null, travel: null, supervision: { isNamed: false, limits: [] }, demands: part.level === null ? [] : [norwegian(part.level)] }
  return { facts, seats: part.count, employerId: null, place: null }
}

function morePlaces(part: Of<'places'>, places: readonly Place[], make: MakePlace): PlacesAfter {
  // made of the last one there is: the same part twice makes two
  const added = make(part, places.at(-1), () => newPlace(part, places))
  return { places: added ? [...places, added] : places, changed: added ? part.count : 0, kept: null }
}

/** Facts of those places a condition holds for, made anew; the others as they are. */
const changeSome = (part: Part, places: readonly Place[], make: MakePlace, change: (facts: OpeningFacts, place: Place) => OpeningFacts): Place[] => places.flatMap((place) => make(part, place, () => {
  const facts = change(place.facts, place)
  return facts === place.facts ? place : { ...place, facts }
}) ?? [])

function travel(part: Of<'travel'>, places: readonly Place[], make: MakePlace): PlacesAfter {
  const isThere = ({ place, facts }: Place): boolean => (part.to.length === 0 || (place !== null && part.to.includes(place))) && facts.reachableBy.length > 0 && !facts.reachableBy.includes(part.way)
  const after = changeSome(part, places, make, (facts, place) => (isThere(place) ? { ...facts, reachableBy: [...facts.reachableBy, part.way] } : facts))
  return { places: after, changed: places.filter(isThere).length, kept: null }
}

function levels(part: Of<'level'>, places: readonly Place[], make: MakePlace): PlacesAfter {
  const isMeant = ({ employerId, facts }: Place): boolean => (part.employerId === null || employerId === part.employerId) && (part.kind === null || facts.kind === part.kind)
    && (part.occupation === null || (facts.occupationCode?.startsWith(part.occupation) ?? false))
  const asked = places.filter(isMeant).flatMap(({ facts }) => facts.demands).filter((one) => one.kind === 'norwegian' && one.isRequired && one.level === part.from)
  const after = changeSome(part, places, make, (facts, place) => {
    if (!isMeant(place) || !facts.demands.some((one) => isFree(one, part.from))) return facts
    return { ...facts, demands: facts.demands.map((one) => (isFree(one, part.from) ? { ...one, level: part.to } : one)) }
  })
  return { places: after, changed: asked.filter((one) => isFree(one, part.from)).length, kept: asked.filter(({ statutoryBasis }) => statutoryBasis !== null).length }
}

const isFree = (one: Demand, level: string): boolean => one.kind === 'norwegian' && one.isRequired && one.level === level && one.statutoryBasis === null

/** What is free after one part. A part that is about people changes nothing here. */
export function placesAfter(part: Part, places: readonly Place[], make: MakePlace): PlacesAfter {
  switch (part.is) {
    case 'places': return morePlaces(part, places, make)
    case 'travel': return travel(part, places, make)
    case 'level': return levels(part, places, make)
    case 'course': case 'licence': case 'childcare': return { places, changed: null, kept: null }
  }
}
