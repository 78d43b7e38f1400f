import hungarian from 'hungarian-on3'
import { linearSumAssignment } from 'linear-sum-assignment'
import { minWeightAssign } from 'munkres-algorithm'
import { faultOfSolution } from '#matching/engine/certificate.ts'
import { draws } from '#matching/engine/draw.ts'
import type { Instance } from '#matching/engine/instance.ts'
import { solve } from '#matching/engine/solve.ts'
import { median } from './engine-instances.ts'
import type { Line } from './measure.ts'

const N = 1000
const RUNS = 21
type Contestant = { name: string; solve: (costs: readonly (readonly number[])[]) => number }

const sumOf = (costs: readonly (readonly number[])[], columns: ArrayLike<number>): number => costs.reduce((sum, row, i) => sum + (row[columns[i] ?? -1] ?? NaN), 0)

/** The packages of npm for this, each given a table as it likes it. */
const peers: Contestant[] = [
  { name: 'munkres-algorithm', solve: (costs) => minWeightAssign(costs.map((row) => [...row])).assignmentsWeight },
  { name: 'hungarian-on3', solve: (costs) => sumOf(costs, hungarian(costs).toSorted(([a], [b]) => a - b).map(([, column]) => column)) },
  { name: 'linear-sum-assignment', solve: (costs) => sumOf(costs, linearSumAssignment(costs.map((row) => [...row]), { maximaze: false }).rowAssignments) },
]

function instanceOf(costs: readonly (readonly number[])[]): Instance {
  return { people: N, places: N, rowStart: Int32Array.from({ length: N + 1 }, (_, i) => i * N), place: Int32Array.from({ length: N * N }, (_, e) => e % N), weight: Int32Array.from(costs.flat(), (cost) => -cost), capacity: new Int32Array(N).fill(1), parent: new Int32Array(N).fill(-1), mustPlaceAll: true }
}

/** A table of 1,000 by 1,000 whole costs, ours and every peer in turn, on the same tables; ours with its proof checked outside the time. */
export async function dense(): Promise<Line[]> {
  const times = new Map<string, number[]>([['ours', []], ...peers.map(({ name }): [string, number[]] => [name, []])])
  let isEqual = true
  const timed = (name: string, work: () => number): number => { const from = performance.now(); const sum = work(); times.get(name)?.push(performance.now() - from); return sum }
  for (let run = 0; run < RUNS; run++) {
    const draw = draws(run + 1)
    const costs = Array.from({ length: N }, () => Array.from({ length: N }, () => 1 + Math.floor(draw() * 1000)))
    const instance = instanceOf(costs)
    let solution: ReturnType<typeof solve>
    const own = timed('ours', () => { solution = solve(instance, 1); return -(solution?.objective ?? NaN) })
    isEqual &&= solution !== undefined && faultOfSolution(instance, solution) === undefined
    for (const peer of peers) isEqual &&= timed(peer.name, () => peer.solve(costs)) === own
  }
  const medians = [...times].map(([name, all]) => ({ name, time: median(all) }))
  const [own, ...others] = medians
  const best = others.toSorted((a, b) => a.time - b.time)[0]
  const faster = (best?.time ?? NaN) / (own?.time ?? NaN)
  return [{ what: `a table of ${N.toLocaleString('en')} x ${N.toLocaleString('en')} costs, against the packages of npm`, measured: `${medians.map(({ name, time }) => `${name} ${Math.round(time)} ms`).join(', ')}: ${faster.toFixed(1)} times as fast as the best${isEqual ? '' : ', NOT EQUAL'}`, bar: '≥ 5 times', met: isEqual && faster >= 5 }]
}
