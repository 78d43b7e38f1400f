import { faultOfSolution } from './certificate.ts'
import { whyNotAll } from './infeasible.ts'
import type { Problem } from './problem-file.ts'
import { solve, type Solution } from './solve.ts'

/** What `match solve` prints. Prices are of a seat with all groups above it, in the problem's own sense; with them anybody can check the optimum. */
export type MatchAnswer = { assignment: (number | string | null)[]; objective: number; assigned: number; certificate: { right: number[]; groups: number[] }; seed: number; seconds: number }
/** Why there is no answer: these on the left have only these places on the right between them, with this many seats. */
export type NoAnswer = { reason: string; left: (number | string)[]; right: (number | string)[]; seats: number }

const named = (names: readonly string[] | undefined, at: number): number | string => names?.[at] ?? at

/** Solves a problem that was read, ties by the seed, and checks the answer by its certificate before giving it out. */
export function answerProblem({ instance, sense, leftNames, rightNames }: Problem, seed: number, clock: () => number): MatchAnswer | NoAnswer {
  const began = clock()
  const solution = solve(instance, seed)
  if (solution === undefined) {
    const { people, places, seats } = whyNotAll(instance)
    return { reason: `${people.length} on the left can only go to ${places.length} on the right, with ${seats} seats between them.`, left: people.map((i) => named(leftNames, i)), right: places.map((j) => named(rightNames, j)), seats }
  }
  const fault = faultOfSolution(instance, solution)
  if (fault !== undefined) throw new Error(`The engine gave an answer that its certificate does not prove: ${fault}`)
  const { match, objective, placed, prices } = solution
  return {
    assignment: Array.from(match, (j) => (j === -1 ? null : named(rightNames, j))), objective: sense === 'min' && objective !== 0 ? -objective : objective, assigned: placed,
    certificate: { right: [...prices.subarray(0, instance.places)], groups: [...prices.subarray(instance.places)] }, seed, seconds: (clock() - began) / 1000,
  }
}

const isNumbers = (value: unknown, size: number): value is number[] => Array.isArray(value) && value.length === size && value.every((one) => typeof one === 'number' && Number.isFinite(one))

/** Checks a printed answer against its problem; what is wrong, or undefined when it is proved. */
export function checkAnswer({ instance, sense, rightNames }: Problem, answer: unknown): string | undefined {
  const { assignment, objective, certificate } = Object(answer) as Partial<MatchAnswer> // reason for the cast: each part is looked at below
  const right = (one: unknown): number => (one === null ? -1 : rightNames ? rightNames.findIndex((name) => name === one) : Number(one))
  const [own, groups] = [certificate?.right, certificate?.groups]
  if (!Array.isArray(assignment) || assignment.length !== instance.people) return `assignment is a list of ${instance.people}, one for each on the left.`
  if (typeof objective !== 'number' || !isNumbers(own, instance.places) || !isNumbers(groups, instance.parent.length - instance.places)) return 'objective, certificate.right and certificate.groups are numbers for each on the right and each group.'
  const solution: Solution = { match: Int32Array.from(assignment, (one) => (one === null ? -1 : Math.max(right(one), -2))), objective: sense === 'min' && objective !== 0 ? -objective : objective, placed: 0, prices: Float64Array.from([...own, ...groups]) }
  return faultOfSolution(instance, solution)
}
