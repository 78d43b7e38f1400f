import { existsSync, readFileSync } from 'node:fs'
import type { Instance } from '#matching/engine/instance.ts'

/** The assignment problems of OR-Library with their published optima, where the public files are beside the project. */
const folder = new URL('../../shared/data/assignment-benchmarks/orlib-assign/', import.meta.url)
export const isHere = existsSync(folder)
export const optima = isHere ? readFileSync(new URL('OPTIMA.tsv', folder), 'utf8').trim().split('\n').slice(1).map((line) => { const [name = '', , , optimum] = line.split('\t'); return [name, Number(optimum)] as const }) : []

/** Either n and n·n costs, or n and triples i j cost, from 1; all are to be placed at the lowest cost. */
export function instanceOf(name: string): Instance {
  const [n = 0, ...numbers] = readFileSync(new URL(`${name}.txt`, folder), 'utf8').trim().split(/\s+/).map(Number)
  const rows = Array.from({ length: n }, () => new Map<number, number>())
  if (name.startsWith('assignp')) for (let at = 0; at + 2 < numbers.length; at += 3) rows[(numbers[at] ?? 0) - 1]?.set((numbers[at + 1] ?? 0) - 1, numbers[at + 2] ?? 0)
  else numbers.forEach((cost, at) => rows[Math.floor(at / n)]?.set(at % n, cost))
  const rowStart = new Int32Array(n + 1)
  rows.forEach((row, i) => { rowStart[i + 1] = (rowStart[i] ?? 0) + row.size })
  const edges = rows.flatMap((row) => [...row])
  return { people: n, places: n, rowStart, place: Int32Array.from(edges, ([j]) => j), weight: Int32Array.from(edges, ([, cost]) => -cost), capacity: new Int32Array(n).fill(1), parent: new Int32Array(n).fill(-1), mustPlaceAll: true }
}
