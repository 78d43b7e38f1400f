import highsPackage, { type Highs, type Model } from 'highs'
import type { Instance } from './engine/instance.ts'
import { edgesUnder, type SideRule } from './engine/side-rule.ts'

const loadHighs = highsPackage as unknown as typeof highsPackage.default // reason for the cast: the package's types are of its CommonJS form, and what is imported is its ES module

/** How HiGHS ended. `bound`: no answer is worth more; nobody can check it without HiGHS. */
export type HighsAnswer = { status: 'best' | 'stopped'; match: Int32Array; bound: number } | { status: 'impossible' } | { status: 'no time' }
/** `relaxed`: people may be split over places, which is quicker and, in a tree, no other answer. `seed`: for its own draws. */
export type HighsLimits = { seconds: number; relaxed?: boolean; seed?: number }

/** Scores are whole, so an answer less than a point from the bound is the best. */
const WITHIN_ONE = 0.9

/** For each edge the rows it stands in and with how much: its person, its place and the groups above, the rules that speak of it. */
function columnsOf(instance: Instance, rules: readonly SideRule[]): { starts: Int32Array; indices: number[]; values: number[] } {
  const { people, rowStart, place, weight, parent } = instance
  const under = Array.from(place, (): number[] => [])
  rules.forEach((rule, at) => { for (const e of edgesUnder(instance, rule)) under[e]?.push(at) })
  const [starts, indices, values] = [new Int32Array(place.length + 1), new Array<number>(), new Array<number>()]
  for (let i = 0; i < people; i++) {
    for (let e = rowStart[i] ?? 0; e < (rowStart[i + 1] ?? 0); e++) {
      indices.push(i)
      for (let v = place[e] ?? -1; v !== -1; v = parent[v] ?? -1) indices.push(people + v)
      while (values.length < indices.length) values.push(1)
      for (const at of under[e] ?? []) { indices.push(people + parent.length + at); values.push(rules[at]?.count === 'people' ? 1 : weight[e] ?? 0) }
      starts[e + 1] = indices.length
    }
  }
  return { starts, indices, values }
}

function modelOf(highs: Highs, instance: Instance, rules: readonly SideRule[], { relaxed = false }: HighsLimits): Model {
  const { people, place, weight, capacity, parent, mustPlaceAll } = instance
  const [numCols, numRows] = [place.length, people + parent.length + rules.length]
  const free = Array.from(parent, () => -highs.infinity)
  return highs.createModel({
    numCols, numRows, sense: highs.constants.objectiveSense.maximize, colCost: Float64Array.from(weight), colLower: new Float64Array(numCols), colUpper: new Float64Array(numCols).fill(1),
    rowLower: [...Array.from({ length: people }, () => (mustPlaceAll ? 1 : -highs.infinity)), ...free, ...rules.map(({ least }) => least ?? -highs.infinity)],
    rowUpper: [...Array.from({ length: people }, () => 1), ...capacity, ...rules.map(({ most }) => most ?? highs.infinity)],
    matrix: { format: 'csc', numRows, numCols, ...columnsOf(instance, rules) }, ...(relaxed ? {} : { integrality: new Int32Array(numCols).fill(highs.constants.variableType.integer) }),
  })
}

/** Of each person the place she is wholly at. */
function matchOf({ people, rowStart, place }: Instance, taken: ArrayLike<number>): Int32Array {
  const match = new Int32Array(people).fill(-1)
  for (let i = 0; i < people; i++) for (let e = rowStart[i] ?? 0; e < (rowStart[i + 1] ?? 0); e++) if ((taken[e] ?? 0) > 0.5) match[i] = place[e] ?? -1
  return match
}

/** Where nobody may go anywhere there is nothing for HiGHS to search. */
const withoutPairs = ({ people, mustPlaceAll }: Instance, rules: readonly SideRule[]): HighsAnswer =>
  ((mustPlaceAll && people > 0) || rules.some(({ least = 0 }) => least > 0) ? { status: 'impossible' } : { status: 'best', match: new Int32Array(people).fill(-1), bound: 0 })

/** The best assignment under a tree of limits and rules that are none, by HiGHS. Blocks while it searches: for a worker, a test, or a bench. */
export async function solveByHighs(instance: Instance, rules: readonly SideRule[], limits: HighsLimits): Promise<HighsAnswer> {
  if (instance.place.length === 0) return withoutPairs(instance, rules)
  const highs = await loadHighs()
  const model = modelOf(highs, instance, rules, limits)
  try {
    model.options.set({ output_flag: false, time_limit: limits.seconds, random_seed: limits.seed ?? 0, mip_rel_gap: 0, mip_abs_gap: WITHIN_ONE })
    model.run()
    const { optimal, infeasible, timeLimit } = highs.constants.modelStatus
    const status = model.getModelStatus()
    if (status === infeasible) return { status: 'impossible' }
    if (status !== optimal && status !== timeLimit) throw new Error(`HiGHS ended with status ${status}.`)
    if (Number(model.info.get('primal_solution_status')) !== 2) return { status: 'no time' }
    const bound = limits.relaxed === true ? model.getObjectiveValue() : Number(model.info.get('mip_dual_bound'))
    return { status: status === optimal ? 'best' : 'stopped', match: matchOf(instance, model.getSolution().colValue), bound }
  } finally {
    model.dispose()
  }
}
