import type { Instance } from './instance.ts'
import type { Solution } from './solve.ts'

/**
 * Whether a solution is possible and the best there is, by its own prices alone (linear programming duality): no node takes more than it may,
 * and what the seats cost at these prices with what people would have at best is no more than what was reached.
 * Knows nothing of how it was found. Returns what is wrong, or undefined.
 */
export function faultOfSolution({ people, places, rowStart, place, weight, capacity, parent, mustPlaceAll }: Instance, { match, objective, prices }: Solution): string | undefined {
  const taken = new Float64Array(parent.length)
  let reached = 0
  let bound = 0
  for (let i = 0; i < people; i++) {
    let best = mustPlaceAll ? -Infinity : 0
    let own = match[i] === -1 ? 0 : NaN
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) {
      const gain = weight[e]! - prices[place[e]!]!
      if (gain > best) best = gain
      if (place[e] === match[i]) own = weight[e]!
    }
    if (Number.isNaN(own)) return `person ${i} is placed where she may not be`
    if (mustPlaceAll && match[i] === -1) return `person ${i} is not placed`
    reached += own
    bound += best
    if (match[i] !== -1) taken[match[i]!]!++
  }
  // a group may have a lower number than one that lies in it: counted by walking up from the places
  for (let j = 0; j < places; j++) for (let v = parent[j]!; v !== -1 && taken[j]! > 0; v = parent[v]!) taken[v]! += taken[j]!
  for (let v = 0; v < parent.length; v++) {
    const own = prices[v]! - (parent[v] === -1 ? 0 : prices[parent[v]!]!)
    if (taken[v]! > capacity[v]!) return `node ${v} takes ${taken[v]} of ${capacity[v]}`
    if (own < 0) return `node ${v} costs less than the group above it`
    bound += own * capacity[v]!
  }
  if (reached !== objective) return `the objective is ${reached}, not ${objective}`
  return bound === objective ? undefined : `the prices allow ${bound}, and ${objective} was reached`
}
