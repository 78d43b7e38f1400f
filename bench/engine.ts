import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { faultOfSolution } from '#matching/engine/certificate.ts'
import { draws } from '#matching/engine/draw.ts'
import { addPerson, removePerson, setCapacity, setWeight } from '#matching/engine/edits.ts'
import type { Instance } from '#matching/engine/instance.ts'
import { readBinary } from '#matching/engine/problem-file.ts'
import { solve, solved } from '#matching/engine/solve.ts'
import { standOf } from '#matching/engine/stand.ts'
import { timesOf, type Line } from './measure.ts'
import { root } from './serve.ts'

/** Made instances and the referee are kept here. */
const folder = process.env['FOTFESTE_BENCH_MATCH'] ?? '/var/tmp/fotfeste-match'
const shared = join(root, '../shared/bench')
const NATIONAL = ['u_loose', 'u_bal', 'u_tight', 'g_tight', 'g_bal', 'g_emp'] as const
const EDITS = 2000
const RUNS = 3
const MARKETS = 500

const Ours = z.object({ seconds: z.number(), checkMs: z.number(), objective: z.number(), fault: z.string().nullable(), megabytes: z.number() })
const Referee = z.object({ total: z.number(), obj: z.number() })
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
const said = (command: string, args: string[]): unknown => JSON.parse(execFileSync(command, args, { encoding: 'utf8' }))
const fileOf = (name: string): string => join(folder, `${name}.bin`)
const referee = join(folder, 'lemon-referee')

/** Makes the instances and builds the referee, where what they are made from is here. */
function prepare(): string | undefined {
  if (!existsSync(shared)) return 'the generator of the instances is not beside the project'
  mkdirSync(folder, { recursive: true })
  if (!NATIONAL.every((name) => existsSync(fileOf(name)))) execFileSync(process.execPath, [join(shared, 'generate.mjs'), folder])
  if (existsSync(referee)) return undefined
  try {
    const library = execFileSync('sh', ['-c', 'dpkg -L liblemon-dev | grep "liblemon.a$"'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
    execFileSync('g++', ['-O3', '-march=native', '-std=c++17', join(shared, 'lemon-referee.cpp'), '-o', referee, library], { stdio: 'ignore' })
    return undefined
  } catch {
    return 'the referee needs apt-get install liblemon-dev g++'
  }
}

/** One instance: ours in a fresh process and the referee in turn, medians. */
function race(name: string): Line {
  const runs = Array.from({ length: RUNS }, () => ({ ours: Ours.parse(said(process.execPath, [join(root, 'bench/engine-solve.ts'), fileOf(name)])), peer: Referee.parse(said(referee, ['ns', fileOf(name)])) }))
  const [own, peer] = [median(runs.map(({ ours }) => ours.seconds)), median(runs.map((one) => one.peer.total))]
  const megabytes = Math.max(...runs.map(({ ours }) => ours.megabytes))
  const isRight = runs.every(({ ours, peer: other }) => ours.objective === other.obj && ours.fault === null)
  return { what: `${name}: 30,000 people, 20,000 places, 1.5 M edges, fresh process`, measured: `${own.toFixed(2)} s, ${(own / peer).toFixed(2)} of LEMON's ${peer.toFixed(2)} s, ${Math.round(megabytes)} MB, certificate in ${median(runs.map(({ ours }) => ours.checkMs)).toFixed(0)} ms${isRight ? '' : ', NOT EQUAL'}`,
    bar: '≤ 0.5 of LEMON, ≤ 1.0 s, ≤ 250 MB, ≤ 20 ms', met: isRight && own <= 0.5 * peer && own <= 1 && megabytes <= 250 && median(runs.map(({ ours }) => ours.checkMs)) <= 20 }
}

function instanceFrom(name: string): Instance {
  const read = readBinary(readFileSync(fileOf(name)))
  if (!read.ok) throw new Error(read.reasons.join('\n'))
  return read.problem.instance
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

/** A small market as the binary form holds it: some with employers' limits, ties, seats of 0. */
function market(seed: number): Int32Array {
  const draw = draws(seed)
  const below = (most: number): number => Math.floor(draw() * most)
  const [people, places, groups, heaviest] = [1 + below(60), 1 + below(40), below(3) === 0 ? 0 : 1 + below(8), [1, 20, 10_000, 1_000_000][below(4)] ?? 1]
  const rows = Array.from({ length: people }, () => Array.from({ length: places }, (_, j) => j).filter(() => below(4) === 0))
  const start = rows.reduce<number[]>((all, row) => [...all, (all.at(-1) ?? 0) + row.length], [0])
  return Int32Array.from([people, places, start.at(-1) ?? 0, groups, ...start, ...rows.flat(), ...rows.flat().map(() => 1 + below(heaviest)), ...Array.from({ length: places }, () => below(4)), ...Array.from({ length: places }, () => (groups === 0 ? 0 : below(groups))), ...Array.from({ length: groups }, () => below(12))])
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

/** The matching engine alone: no database, no server. */
export async function engine(): Promise<Line[]> {
  const lacking = prepare()
  if (lacking !== undefined) return [{ what: 'the matching engine', measured: `not measured: ${lacking}`, bar: '–' }]
  return [...NATIONAL.map(race), ...(['g_tight', 'g_bal', 'g_emp'] as const).map(edits), markets()]
}
