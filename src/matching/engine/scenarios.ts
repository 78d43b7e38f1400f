import { faultOfSolution } from './certificate.ts'
import { CLOSED, editsIn, withAllPairs, type Change } from './change.ts'
import { drawn } from './draw.ts'
import { addPerson, removePerson, setCapacity, setWeight } from './edits.ts'
import { HEAVIEST, heaviest, largest, type Instance } from './instance.ts'
import type { Network } from './network.ts'
import { worthOfSeat } from './pose.ts'
import { pricesOf, solved, sumOf, type Solution } from './solve.ts'
import { sortColumn } from './sorted-edges.ts'
import { standOf } from './stand.ts'

/** How a scenario ends: how many are placed, their score, and the place of each person (-1: none). Proved. */
export type Outcome = { placed: number; score: number; match: Int32Array }
export type Question = { base: Instance; /** Who is not there in the base. */ away: readonly number[]; changes: readonly Change[]; seed: number; mostPlacedFirst: boolean }

/** Above this many edits a new solve is quicker. */
const FEW = 300

/** The base laid out in a drawn order and solved once, with what edits change, to come back to. */
type Base = { laidOut: Instance; personAt: Int32Array; placeAt: Int32Array; newPerson: Int32Array; newPlace: Int32Array; away: readonly number[]; /** Added to each weight, so that a seat comes before any score. */ seat: number; network: Network; saved: readonly (Int32Array | Uint8Array | Float64Array)[] }

const stateOf = ({ match, isActive, first, next, previous, sent, excess, capacity, total, best }: Network) => [match, isActive, first, next, previous, sent, excess, capacity, total, best]
const inverse = (order: Int32Array): Int32Array => { const back = new Int32Array(order.length); order.forEach((old, now) => { back[old] = now }); return back }

/** What a seat is worth, and the heaviest weight that makes in the base or in any change. */
function bandOf({ base, changes, mostPlacedFirst }: Question): { seat: number; most: number } {
  let most = heaviest(base)
  for (const { weights = [] } of changes) for (const [, , weight] of weights) most = Math.max(most, weight ?? 0)
  const seat = mostPlacedFirst ? worthOfSeat(Math.min(base.people, base.places), 0, most) : 0
  if (most + seat > HEAVIEST) throw new RangeError(`A weight would be ${most + seat}, and the most is ${HEAVIEST}: use smaller weights, or do not ask for the most placed first.`)
  return { seat, most: most + seat }
}

function solveBase(question: Question): Base {
  const { seat, most } = bandOf(question)
  const all = withAllPairs(question.base, question.changes)
  const { instance: laidOut, personAt, placeAt } = drawn({ ...all, weight: all.weight.map((weight) => (weight === CLOSED ? CLOSED : weight + seat)) }, question.seed)
  const network = solved(laidOut, largest(laidOut, most))
  const newPerson = inverse(personAt)
  for (const i of question.away) removePerson(network, newPerson[i]!)
  return { laidOut, personAt, placeAt, newPerson, newPlace: inverse(placeAt), away: question.away, seat, network, saved: stateOf(network).map((state) => state.slice()) }
}

const nodeOf = ({ newPlace, laidOut }: Base, v: number): number => (v < laidOut.places ? newPlace[v]! : v)
const weightOf = ({ seat }: Base, weight: number | null): number => (weight === null ? CLOSED : weight + seat)

/** The outcome in the numbers of the question, once its proof holds. */
function proved({ personAt, placeAt, seat }: Base, instance: Instance, solution: Solution): Outcome {
  const fault = faultOfSolution(instance, solution)
  if (fault !== undefined) throw new Error(`The engine gave an answer that its certificate does not prove: ${fault}`)
  const match = new Int32Array(instance.people).fill(-1)
  personAt.forEach((old, now) => { if (solution.match[now] !== -1) match[old] = placeAt[solution.match[now]!]! })
  return { placed: solution.placed, score: solution.objective - seat * solution.placed, match }
}

/** Keeps the edges of the changed pairs as they lie, and returns what puts all back. */
function keepState(base: Base, pairs: readonly (readonly [number, number])[]): () => void {
  const { network, saved } = base
  const stretches = [...new Set(pairs.map(([i]) => i))].flatMap((i) => [network.rowPlace, network.rowWeight].map((all) => ({ all, from: network.rowStart[i]!, kept: all.slice(network.rowStart[i], network.rowStart[i + 1]) })))
  for (const j of new Set(pairs.map(([, place]) => place))) {
    sortColumn(network, j)
    for (const all of [network.columnPerson, network.columnWeight]) stretches.push({ all, from: network.columnStart[j]!, kept: all.slice(network.columnStart[j], network.columnStart[j + 1]) })
  }
  return () => {
    for (const { all, from, kept } of stretches) all.set(kept, from)
    stateOf(network).forEach((state, at) => state.set(saved[at]!))
  }
}

/** A few changes: the base edited, read, and put back, so that no scenario knows of another. */
function byEdits(base: Base, { capacity = [], weights = [], comes = [], leaves = [] }: Change): Outcome {
  const { network, newPerson, newPlace } = base
  const pairs = weights.map(([i, j, weight]) => [newPerson[i]!, newPlace[j]!, weightOf(base, weight)] as const)
  const putBack = keepState(base, pairs.map(([i, j]) => [i, j]))
  for (const i of leaves) removePerson(network, newPerson[i]!)
  for (const [i, j, weight] of pairs) setWeight(network, i, j, weight)
  for (const i of comes) addPerson(network, newPerson[i]!)
  for (const [v, seats] of capacity) setCapacity(network, nodeOf(base, v), seats)
  const { instance, solution } = standOf(network)
  const outcome = proved(base, instance, solution)
  putBack()
  return outcome
}

/** Many changes: solved anew. */
function anew(base: Base, { capacity = [], weights = [], comes = [], leaves = [] }: Change): Outcome {
  const { laidOut, newPerson, newPlace } = base
  const instance: Instance = { ...laidOut, weight: laidOut.weight.slice(), capacity: laidOut.capacity.slice() }
  for (const [v, seats] of capacity) instance.capacity[nodeOf(base, v)] = seats
  for (const [i, j, weight] of weights) {
    let e = instance.rowStart[newPerson[i]!]!
    while (instance.place[e] !== newPlace[j]) e++
    instance.weight[e] = weightOf(base, weight)
  }
  const isAway = new Set([...base.away, ...leaves])
  for (const i of comes) isAway.delete(i)
  for (const i of isAway) instance.weight.fill(CLOSED, instance.rowStart[newPerson[i]!], instance.rowStart[newPerson[i]! + 1])
  const network = solved(instance)
  return proved(base, instance, { match: network.match, ...sumOf(network), prices: pricesOf(network) })
}

/** Answers one change at a time; the base is solved when it is first asked. The same for the same question and seed, in whatever order it is asked. Changes must be without faults. */
export function scenariosOf(question: Question): (change: Change) => Outcome {
  let base: Base | undefined
  return (change) => {
    base ??= solveBase(question)
    return editsIn(question.base, change) > FEW ? anew(base, change) : byEdits(base, change)
  }
}
