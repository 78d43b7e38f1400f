import type { Instance } from './instance.ts'
import { solved } from './solve.ts'

/** People who have too few seats between them (Hall): all they may go to, and how many seats there are, limits of groups counted. */
export type TooFew = { people: number[]; places: number[]; seats: number }

/** Why not everybody can be placed, for an instance where that is so: starting from one who was left over, everybody she competes with. */
export function whyNotAll(instance: Instance): TooFew {
  const network = solved({ ...instance, mustPlaceAll: true })
  const { match, people, places, rowStart, rowPlace, first, next, parent, nodes, sent, capacity, childStart, child } = network
  const left = match.findIndex((j, i) => j === -1 && i < people)
  const [isPerson, isNode] = [new Uint8Array(people), new Uint8Array(nodes + 1)]
  const waiting: number[] = []
  const reach = (v: number): void => { if (v !== nodes && isNode[v] === 0) { isNode[v] = 1; waiting.push(v) } }
  const visit = (i: number): void => {
    if (isPerson[i] === 1) return
    isPerson[i] = 1
    for (let e = rowStart[i]!; e < rowStart[i + 1]!; e++) reach(rowPlace[e]!)
  }
  if (left !== -1) visit(left)
  for (let v = waiting.pop(); v !== undefined; v = waiting.pop()) {
    if (v < places) for (let i = first[v]!; i !== -1; i = next[i]!) visit(i)
    else for (let at = childStart[v]!; at < childStart[v + 1]!; at++) if (sent[child[at]!]! > 0) reach(child[at]!)
    if (sent[v]! < capacity[v]!) reach(parent[v]!)
  }
  const chosen = Array.from({ length: people }, (_, i) => i).filter((i) => isPerson[i] === 1)
  return { people: chosen, places: Array.from({ length: places }, (_, j) => j).filter((j) => isNode[j] === 1 && chosen.some((i) => rowPlace.subarray(rowStart[i], rowStart[i + 1]).includes(j))), seats: chosen.length - chosen.filter((i) => match[i] === -1).length }
}
