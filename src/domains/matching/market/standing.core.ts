import { drawn } from '#matching/engine/draw.ts'
import { addPerson, removePerson, setCapacity } from '#matching/engine/edits.ts'
import { faultOfSolution } from '#matching/engine/certificate.ts'
import type { Network } from '#matching/engine/network.ts'
import { solve, solved } from '#matching/engine/solve.ts'
import type { Solution } from '#matching/engine/solve.ts'
import { standOf } from '#matching/engine/stand.ts'
import type { Instance } from '#matching/engine/instance.ts'
import type { PersonFacts } from '../facts.schema.ts'
import { instanceOf, mostPlaced } from './market.core.ts'
import type { Market, Place, Worths } from './market.core.ts'

/** Who was placed in one state of the market: for each of its people the place, or nothing. */
export type Outcome = { placed: number; score: number; fits: number; places: (Place | undefined)[] }

/** Above so many edits a new solve is quicker. */
const MOST_EDITS = 300

/** Every person and place that stands in any of the states, once each, and where. */
function union<T>(lists: readonly (readonly T[])[]): { all: T[]; at: Map<T, number> } {
  const at = new Map<T, number>()
  for (const list of lists) for (const one of list) if (!at.has(one)) at.set(one, at.size)
  return { all: [...at.keys()], at }
}

/** The instance of one state alone: everybody else without edges, every other place without seats. */
function only(whole: Instance, inState: Uint8Array, capacity: Int32Array): Instance {
  const rowStart = new Int32Array(whole.people + 1)
  const kept: number[] = []
  for (let i = 0; i < whole.people; i += 1) {
    if (inState[i] === 1) for (let e = whole.rowStart[i] ?? 0; e < (whole.rowStart[i + 1] ?? 0); e += 1) kept.push(e)
    rowStart[i + 1] = kept.length
  }
  return { ...whole, rowStart, place: Int32Array.from(kept, (e) => whole.place[e] ?? 0), weight: Int32Array.from(kept, (e) => whole.weight[e] ?? 0), capacity }
}

/** Edits a solved network until it stands for another state; each edit leaves it the best there is. */
function editTo(network: Network, inState: (now: number) => boolean, seats: (now: number) => number): void {
  for (let i = 0; i < network.people; i += 1) if (network.isActive[i] === 1 && !inState(i)) removePerson(network, i)
  for (let v = 0; v < network.places; v += 1) if (network.capacity[v] !== seats(v)) setCapacity(network, v, seats(v))
  for (let i = 0; i < network.people; i += 1) if (network.isActive[i] === 0 && inState(i)) addPerson(network, i)
}

const proved = (instance: Instance, solution: Solution): Solution => {
  const fault = faultOfSolution(instance, solution)
  if (fault !== undefined) throw new Error(`The plan is not proved: ${fault}`)
  return solution
}

/** Goes from state to state: by edits where few things differ, by a new solve where many do. Every answer is proved. */
function walker(whole: Instance, seed: number): (inState: Uint8Array, capacity: Int32Array) => Int32Array {
  const { instance: laidOut, personAt, placeAt } = drawn(whole, seed)
  const network = solved(laidOut)
  const differing = (inState: Uint8Array, capacity: Int32Array): number =>
    personAt.reduce((sum, old, now) => sum + (network.isActive[now] === inState[old] ? 0 : 1), 0) + placeAt.reduce((sum, old, now) => sum + (network.capacity[now] === capacity[old] ? 0 : 1), 0)
  return (inState, capacity) => {
    if (differing(inState, capacity) > MOST_EDITS) {
      const instance = only(whole, inState, capacity)
      const solution = solve(instance, seed)
      if (!solution) throw new Error('A market that may leave people without a place always has an answer')
      return proved(instance, solution).match
    }
    editTo(network, (now) => inState[personAt[now] ?? 0] === 1, (now) => capacity[placeAt[now] ?? 0] ?? 0)
    const { instance, solution } = standOf(network)
    const { match } = proved(instance, solution)
    const back = new Int32Array(match.length).fill(-1)
    match.forEach((j, now) => { back[personAt[now] ?? 0] = j === -1 ? -1 : placeAt[j] ?? -1 })
    return back
  }
}

/**
 * The best plan of each state, one after the other. States are handed over together because one network holds them all: people and places
 * are the very objects of the states, and what two states share is the same object in both. The limits are the same in all of them.
 */
export function* outcomesOf(states: readonly Market[], worths: Worths, seed: number): Generator<Outcome> {
  const people = union<PersonFacts>(states.map((state) => state.people))
  const places = union<Place>(states.map((state) => state.places))
  const limits = states[0]?.limits ?? []
  const plain = instanceOf({ people: people.all, places: places.all, limits }, worths)
  const walk = walker(mostPlaced(plain).instance, seed)
  for (const state of states) {
    const inState = new Uint8Array(people.all.length)
    const capacity = new Int32Array(places.all.length + limits.length)
    limits.forEach(({ left }, at) => { capacity[places.all.length + at] = left })
    for (const person of state.people) inState[people.at.get(person) ?? 0] = 1
    for (const place of state.places) capacity[places.at.get(place) ?? 0] = place.seats
    const match = walk(inState, capacity)
    yield outcomeOf(state, (person) => places.all[match[people.at.get(person) ?? 0] ?? -1], worths)
  }
}

function outcomeOf(state: Market, placeOf: (person: PersonFacts) => Place | undefined, worths: Worths): Outcome {
  const places = state.people.map(placeOf)
  const pairs = state.people.flatMap((person, at) => {
    const place = places[at]
    return place ? [worths(person, place.facts)] : []
  })
  return { placed: pairs.length, score: pairs.reduce((sum, { worth }) => sum + worth, 0), fits: pairs.filter(({ fits }) => fits).length, places }
}
