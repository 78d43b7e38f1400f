import { drawnOrder, draws } from '#matching/engine/draw.ts'
import type { PersonFacts } from '../facts.schema.ts'
import { onTheBoard, worthTable } from '../market/compare.core.ts'
import type { Compare } from '../market/compare.core.ts'
import type { Market, Place, Worths } from '../market/market.core.ts'
import { isAboutPeople, personAfter, seatsOf } from './people.core.ts'
import { placesAfter } from './places.core.ts'
import type { MakePlace } from './places.core.ts'
import type { Effect, Part } from './what-if.schema.ts'

/** What is made of the market once for all scenarios that are compared: changed facts as the same objects, and what pairs are worth. */
export type Workshop = { market: Market; worths: Worths; makePlace: MakePlace; personAfter: (part: Part, person: PersonFacts) => PersonFacts }

/** Remembers by part and object. Parts are known by what they say, so that the same part in two scenarios makes the same facts. */
function memory<K, V>(): (part: Part, from: K, make: () => V) => V {
  const parts = new Map<string, Map<K, { made: V }>>()
  return (part, from, make) => {
    const key = JSON.stringify(part)
    const known = parts.get(key) ?? new Map<K, { made: V }>()
    parts.set(key, known)
    const one = known.get(from) ?? { made: make() }
    known.set(from, one)
    return one.made
  }
}

export function workshopOf(market: Market, compare: Compare): Workshop {
  const origins = new Map<PersonFacts, PersonFacts>()
  const remember = memory<PersonFacts, PersonFacts>()
  const after = (part: Part, person: PersonFacts): PersonFacts => {
    const changed = remember(part, person, () => personAfter(part, person))
    if (changed !== person) origins.set(changed, person)
    return changed
  }
  return { market, worths: worthTable(compare, (person) => origins.get(person), onTheBoard(market.barred)), makePlace: memory<Place | undefined, Place | undefined>(), personAfter: after }
}

/** Whether a change of hers opens a place, or meets the last of what one asks for. */
const isHelped = (before: PersonFacts, after: PersonFacts, places: readonly Place[], worths: Worths): boolean => after !== before && places.some(({ facts }) => {
  const now = worths(after, facts)
  if (now.worth === 0) return false
  const was = worths(before, facts)
  return was.worth === 0 || (now.fits && !was.fits)
})

/** The market as it would be, and for each part how many it would help, takes in, changes or leaves to the law. */
export type State = { market: Market; parts: Effect['parts']; isDrawn: boolean }

/** Gives a part to those it helps: to all, or to as many as there are seats, drawn. */
function give(shop: Workshop, part: Part, people: Market['people'], helped: readonly number[], draw: () => number) {
  const seats = seatsOf(part) ?? helped.length
  const isDrawn = helped.length > seats
  const taken = new Set(isDrawn ? Array.from(drawnOrder(helped.length, draw).slice(0, seats), (one) => helped[one] ?? -1) : helped)
  return { people: people.map((person, at) => (taken.has(at) ? shop.personAfter(part, person) : person)), takes: taken.size, isDrawn }
}

/** What parts make of the market: what is free first, then people, each part on what the former left. Ask with a seed that decides who is drawn. */
export function preparedFor(shop: Workshop, parts: readonly Part[]): (seed: number) => State {
  const { market } = shop
  let { places } = market
  const stages = parts.map((part): Effect['parts'][number] => {
    const { places: after, ...counts } = placesAfter(part, { ...market, places }, shop.makePlace)
    places = after
    return { helps: null, takes: null, ...counts }
  })
  const helpedBy = memory<Market['people'], number[]>()
  const helpedOf = (part: Part, people: Market['people']): number[] => helpedBy(part, people, () =>
    people.flatMap((person, at) => (isHelped(person, shop.personAfter(part, person), places, shop.worths) ? [at] : [])))
  return (seed) => {
    const draw = draws(seed)
    let [people, isDrawn] = [market.people, false]
    const counts = parts.map((part, at): Effect['parts'][number] => {
      const stage = stages[at] ?? { helps: null, takes: null, changed: null, kept: null, under: null }
      if (!isAboutPeople(part)) return stage
      const helped = helpedOf(part, people)
      const given = give(shop, part, people, helped, draw)
      people = given.people
      isDrawn ||= given.isDrawn
      return { ...stage, helps: helped.length, takes: given.takes }
    })
    return { market: { ...market, people, places }, isDrawn, parts: counts }
  }
}
