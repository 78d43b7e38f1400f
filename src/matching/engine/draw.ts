import type { Instance } from './instance.ts'

/** A stream of numbers in [0, 1) that is the same for the same seed (mulberry32). */
export function draws(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The numbers below `size` in a drawn order. */
export function drawnOrder(size: number, draw: () => number): Int32Array {
  const order = Int32Array.from({ length: size }, (_, at) => at)
  for (let at = size - 1; at > 0; at--) {
    const other = Math.floor(draw() * (at + 1))
    const kept = order[at]!
    order[at] = order[other]!
    order[other] = kept
  }
  return order
}

/** People and places in a drawn order: `personAt[new]` and `placeAt[new]` are the old numbers, `newPlace[old]` the new one. */
export type Orders = { personAt: Int32Array; placeAt: Int32Array; newPlace: Int32Array }

export function ordersOf({ people, places }: Instance, seed: number): Orders {
  const draw = draws(seed)
  const [personAt, placeAt] = [drawnOrder(people, draw), drawnOrder(places, draw)]
  const newPlace = new Int32Array(places)
  placeAt.forEach((old, now) => { newPlace[old] = now })
  return { personAt, placeAt, newPlace }
}

/** An instance with people and places in a drawn order, and how to find them again: `personAt[new]` and `placeAt[new]` are the old ones. */
export type Drawn = { instance: Instance; personAt: Int32Array; placeAt: Int32Array }

/**
 * Lays people and places out in a drawn order. Among several best assignments the search takes one that its order leads to;
 * with this it is neither the order of the file nor anything in it that decides, but the seed.
 */
export function drawn(instance: Instance, seed: number): Drawn {
  const { people, places, rowStart, place, weight, capacity, parent } = instance
  const { personAt, placeAt, newPlace } = ordersOf(instance, seed)
  const columnStart = new Int32Array(places + 1)
  for (const j of place) columnStart[newPlace[j]! + 1]!++
  for (let j = 0; j < places; j++) columnStart[j + 1]! += columnStart[j]!
  const [person, ofColumn] = [new Int32Array(place.length), new Int32Array(place.length)]
  const start = new Int32Array(people + 1)
  for (let now = 0; now < people; now++) {
    const old = personAt[now]!
    start[now + 1] = start[now]! + rowStart[old + 1]! - rowStart[old]!
    for (let e = rowStart[old]!; e < rowStart[old + 1]!; e++) {
      const at = columnStart[newPlace[place[e]!]!]!++
      person[at] = now
      ofColumn[at] = weight[e]!
    }
  }
  const [at, rows, weights] = [start.slice(), new Int32Array(place.length), new Int32Array(place.length)]
  for (let j = 0, e = 0; j < places; j++) for (; e < columnStart[j]!; e++) {
    const to = at[person[e]!]!++
    rows[to] = j
    weights[to] = ofColumn[e]!
  }
  const nodes = parent.map((_, v) => parent[v < places ? placeAt[v]! : v]!)
  return { personAt, placeAt, instance: { ...instance, rowStart: start, place: rows, weight: weights, capacity: capacity.map((_, v) => capacity[v < places ? placeAt[v]! : v]!), parent: nodes } }
}
