import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { draws } from '#matching/engine/draw.ts'
import type { Instance } from '#matching/engine/instance.ts'
import { readBinary } from '#matching/engine/problem-file.ts'
import { root } from './serve.ts'

/** Made instances and the referee are kept here. */
const folder = process.env['FOTFESTE_BENCH_MATCH'] ?? '/var/tmp/fotfeste-match'
const shared = join(root, '../shared/bench')
export const NATIONAL = ['u_loose', 'u_bal', 'u_tight', 'g_tight', 'g_bal', 'g_emp'] as const
export const fileOf = (name: string): string => join(folder, `${name}.bin`)
export const referee = join(folder, 'lemon-referee')
export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

/** Makes the instances and builds the referee, where what they are made from is here. */
export function prepare(): string | undefined {
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

/** An instance that was made before. */
export function instanceFrom(name: string): Instance {
  const read = readBinary(readFileSync(fileOf(name)))
  if (!read.ok) throw new Error(read.reasons.join('\n'))
  return read.problem.instance
}

/** A small market as the binary form holds it: some with employers' limits, ties, seats of 0. */
export function market(seed: number): Int32Array {
  const draw = draws(seed)
  const below = (most: number): number => Math.floor(draw() * most)
  const [people, places, groups, heaviest] = [1 + below(60), 1 + below(40), below(3) === 0 ? 0 : 1 + below(8), [1, 20, 10_000, 1_000_000][below(4)] ?? 1]
  const rows = Array.from({ length: people }, () => Array.from({ length: places }, (_, j) => j).filter(() => below(4) === 0))
  const start = rows.reduce<number[]>((all, row) => [...all, (all.at(-1) ?? 0) + row.length], [0])
  return Int32Array.from([people, places, start.at(-1) ?? 0, groups, ...start, ...rows.flat(), ...rows.flat().map(() => 1 + below(heaviest)), ...Array.from({ length: places }, () => below(4)), ...Array.from({ length: places }, () => (groups === 0 ? 0 : below(groups))), ...Array.from({ length: groups }, () => below(12))])
}

