import type { Instance } from './instance.ts'
import type { Network } from './network.ts'
import { pricesOf, sumOf, type Solution } from './solve.ts'

/** Where a network stands after changes: the instance as it has become, without those who were taken out, and the solution that is to be proved for it. */
export function standOf(network: Network): { instance: Instance; solution: Solution } {
  const { people, places, nodes, rowStart, rowPlace, rowWeight, isActive, capacity, parent, match, outside } = network
  const start = new Int32Array(people + 1)
  for (let i = 0; i < people; i++) start[i + 1] = start[i]! + (isActive[i] === 1 ? rowStart[i + 1]! - rowStart[i]! : 0)
  const [place, weight] = [new Int32Array(start[people]!), new Int32Array(start[people]!)]
  for (let i = 0; i < people; i++) {
    if (isActive[i] === 0) continue
    place.set(rowPlace.subarray(rowStart[i], rowStart[i + 1]), start[i])
    weight.set(rowWeight.subarray(rowStart[i], rowStart[i + 1]), start[i])
  }
  const instance: Instance = { people, places, rowStart: start, place, weight, capacity: capacity.slice(), parent: parent.map((above) => (above === nodes ? -1 : above)), mustPlaceAll: outside < 0 }
  return { instance, solution: { match: match.slice(), ...sumOf(network), prices: pricesOf(network) } }
}
