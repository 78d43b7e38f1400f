import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { faultOfSolution } from '#matching/engine/certificate.ts'
import { draws } from '#matching/engine/draw.ts'
import { addPerson, removePerson, setCapacity, setWeight } from '#matching/engine/edits.ts'
import { readBinary } from '#matching/engine/problem-file.ts'
import { solve, solved } from '#matching/engine/solve.ts'
import { standOf } from '#matching/engine/stand.ts'
import { instanceOf, isHere, optima } from '#test/or-library.ts'
import { dense } from './engine-dense.ts'
import { againstHighs } from './engine-highs.ts'
import { fileOf, instanceFrom, market, median, NATIONAL, prepare, referee } from './engine-instances.ts'
import { floors, whatIfs } from './engine-national.ts'
import { timesOf, type Line } from './measure.ts'
import { root } from './serve.ts'

const EDITS = 2000
const RUNS = 3
const MARKETS = 500

const Ours = z.object({ seconds: z.number(), checkMs: z.number(), objective: z.number(), fault: z.string().nullable(), megabytes: z.number() })
const Referee = z.object({ total: z.number(), obj: z.number() })
const said = (command: string, args: string[]): unknown => JSON.parse(execFileSync(command, args, { encoding: 'utf8' }))

/** One instance: ours in a fresh process and the referee in turn, medians. */
function race(name: string): Line {
  const runs = Array.from({ length: RUNS }, () => ({ ours: Ours.parse(said(process.execPath, [join(root, 'bench/engine-solve.ts'), fileOf(name)])), peer: Referee.parse(said(referee, ['ns', fileOf(name)])) }))
  const [own, peer] = [median(runs.map(({ ours }) => ours.seconds)), median(runs.map((one) => one.peer.total))]
  const megabytes = Math.max(...runs.map(({ ours }) => ours.megabytes))
  const isRight = runs.every(({ ours, peer: other }) => ours.objective === other.obj && ours.fault === null)
  return { what: `${name}: 30,000 people, 20,000 places, 1.5 M edges, fresh process`, measured: `${own.toFixed(2)} s, ${(own / peer).toFixed(2)} of LEMON's ${peer.toFixed(2)} s, ${Math.round(megabytes)} MB, certificate in ${median(runs.map(({ ours }) => ours.checkMs)).toFixed(0)} ms${isRight ? '' : ', NOT EQUAL'}`,
    bar: '≤ 0.5 of LEMON, ≤ 1.0 s, ≤ 250 MB, ≤ 20 ms', met: isRight && own <= 0.5 * peer && own <= 1 && megabytes <= 250 && median(runs.map(({ ours }) => ours.checkMs)) <= 20 }
}

/** People, seats, limits and scores changed one at a time; the proof is checked each time, and now and then a new solve made. */
function edits(name: string): Line {
  const instance = instanceFrom(name)
  const network = solved(instance)
  const draw = draws(name.length)
  const below = (most: number): number => Math.floor(draw() * most)
  const away: number[] = []
  const change = (kind: number, i: number): void => {
    if (kind === 0) { removePerson(network, i); away.push(i) }
    else if (kind === 1) addPerson(network, away.pop() ?? i)
    else if (kind === 2) { const v = below(network.nodes); setCapacity(network, v, Math.max(0, (network.capacity[v] ?? 0) + (below(2) === 0 ? 1 : -1))) }
    else { const e = (network.rowStart[i] ?? 0) + below((network.rowStart[i + 1] ?? 0) - (network.rowStart[i] ?? 0)); setWeight(network, i, network.rowPlace[e] ?? 0, 1 + below(10_000)) }
  }
  const times: number[] = []
  let wrong = 0
  for (let at = 0; at < EDITS; at++) {
    const i = below(instance.people)
    const from = performance.now()
    change(at % 4, i)
    times.push(performance.now() - from)
    const { instance: now, solution } = standOf(network)
    if (faultOfSolution(now, solution) !== undefined || (at % 100 === 99 && solve(now, 1)?.objective !== solution.objective)) wrong++
  }
  const sorted = times.toSorted((a, b) => a - b)
  const p99 = sorted[Math.floor(sorted.length * 0.99)] ?? NaN
  const { p50, most } = timesOf(times, 1)
  return { what: `${name}: ${EDITS.toLocaleString('en')} edits of every kind, one at a time`, measured: `median ${p50.toFixed(3)} ms, p99 ${p99.toFixed(1)} ms, most ${most.toFixed(1)} ms; ${wrong === 0 ? 'each proved, each hundredth equal to a new solve' : `${wrong} WRONG`}`, bar: 'median ≤ 0.1 ms, p99 ≤ 10 ms', met: wrong === 0 && p50 <= 0.1 && p99 <= 10 }
}

function markets(): Line {
  let equal = 0
  for (let seed = 1; seed <= MARKETS; seed++) {
    const bytes = new Uint8Array(market(seed).buffer)
    writeFileSync(fileOf('market'), bytes)
    const read = readBinary(bytes)
    const solution = read.ok ? solve(read.problem.instance, seed) : undefined
    if (read.ok && solution && faultOfSolution(read.problem.instance, solution) === undefined && Referee.parse(said(referee, ['ns', fileOf('market')])).obj === solution.objective) equal++
  }
  return { what: `${MARKETS} drawn markets with limits of employers, against LEMON`, measured: `${equal} equal and proved`, bar: 'all equal', met: equal === MARKETS }
}

/** The published optima of OR-Library. */
function published(): Line {
  const found = optima.filter(([name, optimum]) => { const instance = instanceOf(name); const solution = solve(instance, 1); return solution?.objective === -optimum && faultOfSolution(instance, solution) === undefined })
  return isHere ? { what: 'OR-Library assign100–800 and assignp800–5000', measured: `${found.length} of ${optima.length} published optima, each proved`, bar: '12 of 12', met: found.length === 12 } : { what: 'OR-Library', measured: 'not measured: the public files are not beside the project', bar: '–' }
}

/** The matching engine alone: no database, no server. */
export async function engine(): Promise<Line[]> {
  const lacking = prepare()
  if (lacking !== undefined) return [{ what: 'the matching engine', measured: `not measured: ${lacking}`, bar: '–' }]
  return [...NATIONAL.map(race), ...(['g_tight', 'g_bal', 'g_emp'] as const).map(edits), published(), markets(), ...await whatIfs(), ...await floors(), ...await dense(), ...await againstHighs()]
}
