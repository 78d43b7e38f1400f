import { solveSeveral, type Several, type SeveralSolution } from '#matching/engine/several.ts'
import { HEAVIEST_INTEREST } from './event.ts'
import type { Standing } from './standing.ts'

/** Those who need one of the same interpreters, and how many meetings these can interpret. */
export type Group = { has: Uint8Array; capacity: number }

/** The groups of each language, and of all of them together. */
export function groupsOf({ event, ofHelper }: Standing): Group[] {
  const { slots, people, helpers, isHelperThere, interpreters } = event
  const capacityOf = (which: readonly number[]): number => which.reduce((sum, k) => { let free = 0; for (let s = 0; s < slots; s++) if (isHelperThere[k * slots + s] === 1 && ofHelper[k * slots + s] === -1) free++; return sum + free }, 0)
  const languages = [...new Set(helpers)].filter((one) => one !== undefined)
  const members = (is: (one: Int32Array | undefined) => boolean): Uint8Array => Uint8Array.from({ length: people }, (_, p) => (is(helpers[p]) ? 1 : 0))
  const single = languages.map((language) => ({ has: members((one) => one === language), capacity: capacityOf([...language]) }))
  const anyone = Array.from({ length: interpreters }, (_, k) => k).filter((k) => languages.some((language) => language.includes(k)))
  return single.length < 2 ? single : [...single, { has: members((one) => one !== undefined), capacity: capacityOf(anyone) }]
}

function needOf({ people, rowStart }: Several, { chosen }: SeveralSolution, { has }: Group): number {
  let need = 0
  for (let p = 0; p < people; p++) if (has[p] === 1) for (let e = rowStart[p]!; e < rowStart[p + 1]!; e++) need += chosen[e]!
  return need
}

/** The problem where an hour of an interpreter of each group has a price. */
function priced(problem: Several, groups: readonly Group[], prices: readonly number[]): Several {
  const weight = problem.weight.slice()
  for (let p = 0; p < problem.people; p++) {
    const price = groups.reduce((sum, { has }, g) => sum + (has[p] === 1 ? prices[g]! : 0), 0)
    if (price > 0) for (let e = problem.rowStart[p]!; e < problem.rowStart[p + 1]!; e++) weight[e] = weight[e]! - price
  }
  return { ...problem, weight }
}

/** At most so many meetings for those who need an interpreter as there are interpreters for, handed out one each in turn. */
function shared(problem: Several, groups: readonly Group[]): Several {
  const most = problem.most.map((own, p) => (groups.some(({ has }) => has[p] === 1) ? 0 : own))
  const left = groups.map(({ capacity }) => capacity)
  for (let nth = 1, hasGiven = true; hasGiven; nth++) {
    hasGiven = false
    for (let p = 0; p < problem.people; p++) {
      const own = groups.flatMap(({ has }, g) => (has[p] === 1 ? [g] : []))
      if (most[p] !== nth - 1 || problem.most[p]! < nth || own.length === 0 || own.some((g) => left[g]! <= 0)) continue
      most[p] = nth
      for (const g of own) left[g]!--
      hasGiven = true
    }
  }
  return { ...problem, most, least: problem.least.map((least, p) => Math.min(least, most[p]!)) }
}

/**
 * The best choice (`free`) as far as interpreters last, and a bound on any. That all meetings of a group need no more interpreters than there are is a rule across
 * the tree, so it is priced instead: with any prices, the best priced choice with the price of all interpreters there are is a bound (Lagrange);
 * for each group in turn the least price at which they suffice is searched for. Where none does, because minima go before, interpreters are shared out.
 */
export function chosenWithHelpers(groups: readonly Group[], problem: Several, free: SeveralSolution, seed: number): { chosen: () => Uint8Array; bound: number } {
  const suffice = (solution: SeveralSolution, group: Group): boolean => needOf(problem, solution, group) <= group.capacity
  if (groups.every((group) => suffice(free, group))) return { chosen: () => free.chosen, bound: free.value }
  const prices = groups.map(() => 0)
  let [best, bound] = [free, free.value]
  const at = (g: number, price: number): SeveralSolution => {
    const tried = prices.with(g, price)
    const solution = solveSeveral(priced(problem, groups, tried), seed)
    bound = Math.min(bound, solution.value + groups.reduce((sum, { capacity }, h) => sum + capacity * tried[h]!, 0))
    return solution
  }
  groups.forEach((group, g) => {
    if (suffice(best, group)) return
    let [low, high] = [0, HEAVIEST_INTEREST]
    best = at(g, high)
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2)
      const solution = at(g, middle)
      if (suffice(solution, group)) { high = middle; best = solution } else low = middle
    }
    prices[g] = high
  })
  return { bound, chosen: () => (groups.every((group) => suffice(best, group)) ? best : solveSeveral(shared(problem, groups), seed)).chosen }
}
