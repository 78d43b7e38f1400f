import { availableParallelism } from 'node:os'
import { takeAllCores } from '#matching/apart-pool.ts'
import { apart } from '#matching/apart.ts'
import type { Change } from '#matching/engine/change.ts'
import { draws } from '#matching/engine/draw.ts'
import type { Instance } from '#matching/engine/instance.ts'
import { instanceFrom } from './engine-instances.ts'
import type { Line } from './measure.ts'

const WHAT_IFS = 100
const SHARES = [0.95, 0.97, 0.99]

/** What somebody might ask of a whole country: twenty more seats here, a course for fifteen there, people who come and go; every fifth a change of hundreds of scores. */
function questions(base: Instance): Change[] {
  const draw = draws(11)
  const below = (most: number): number => Math.floor(draw() * most)
  const someone = (): number[] => Array.from({ length: 1 + below(15) }, () => below(base.people))
  const rescored = (people: number, by: number): [number, number, number][] => Array.from({ length: people }, () => below(base.people)).flatMap((i) =>
    Array.from({ length: (base.rowStart[i + 1] ?? 0) - (base.rowStart[i] ?? 0) }, (_, at): [number, number, number] => { const e = (base.rowStart[i] ?? 0) + at; return [i, base.place[e] ?? 0, Math.min(10_000, (base.weight[e] ?? 0) + below(by))] }))
  const kinds: (() => Change)[] = [
    () => ({ capacity: Array.from({ length: 20 }, () => below(base.places)).map((j) => [j, (base.capacity[j] ?? 0) + 1]) }), () => ({ leaves: someone() }),
    () => ({ weights: rescored(3, 2000) }), () => ({ weights: [[below(base.people), below(base.places), 9000]], capacity: [[below(base.places), 0]] }), () => ({ weights: rescored(300, 1000) }),
  ]
  return Array.from({ length: WHAT_IFS }, (_, at) => kinds[at % kinds.length]?.() ?? {})
}

/** A hundred questions of the whole country, each answered and proved, on all cores. */
export async function whatIfs(): Promise<Line[]> {
  takeAllCores()
  const base = instanceFrom('g_bal')
  const from = performance.now()
  const outcomes = await apart({ do: 'scenarios', base, changes: questions(base), seed: 1, withPlaces: true })
  const seconds = (performance.now() - from) / 1000
  return [{ what: `g_bal: ${WHAT_IFS} what-ifs (seats, people, scores, new pairs; a fifth of 15,000 scores each), ${availableParallelism()} cores`, measured: `${seconds.toFixed(1)} s, ${outcomes.filter(({ placed }) => placed > 0).length} answered and proved`, bar: '≤ 30 s', met: seconds <= 30 && outcomes.length === WHAT_IFS }]
}

/** Every fourth scores a quarter lower, and is to get so much of the best they could get alone. */
export async function floors(): Promise<Line[]> {
  const base = instanceFrom('g_bal')
  const group = Int32Array.from({ length: base.people }, (_, i) => (i % 4 === 0 ? 1 : 0))
  const weight = base.weight.slice()
  for (let i = 0; i < base.people; i += 4) for (let e = base.rowStart[i] ?? 0; e < (base.rowStart[i + 1] ?? 0); e++) weight[e] = Math.floor((weight[e] ?? 0) * 0.75)
  const lines: Line[] = []
  for (const share of SHARES) {
    const from = performance.now()
    const fair = await apart({ do: 'fair', instance: { ...base, weight }, groups: { group, floors: [null, share] }, seed: 1, patience: { gap: 0.0002, solves: 15 } })
    const seconds = (performance.now() - from) / 1000
    const percent = (value: number): string => `${(value * 100).toFixed(4)} %`
    lines.push({ what: `g_bal: a floor of ${share} of its own best for every fourth, who scores a quarter lower`, measured: fair.ok ? `${seconds.toFixed(1)} s, ${fair.solves} solves, gap ${percent(fair.gap)}, price ${percent(fair.loss)}` : 'not kept', bar: '≤ 3 s, ≤ 15 solves, gap ≤ 0.02 %', met: fair.ok && seconds <= 3 && fair.solves <= 15 && fair.gap <= 0.0002 })
  }
  return lines
}
