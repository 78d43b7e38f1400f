import type { Column } from './column.core.ts'
import type { Asked } from './place-atoms.core.ts'

/** Lists of atoms, each kept once: `of` says which list a place has, `atoms` from `start` on are its atoms. `sums` is of one person at a time. */
export type AskedSets = { of: Int32Array; start: Int32Array; atoms: Int32Array; sums: Int32Array }

/** Keeps each different list once. `offsets`: where a column begins among all atoms. */
export function setsOf(lists: readonly (readonly Asked[])[], offsets: ReadonlyMap<Column, number>): AskedSets {
  const [known, atoms, start] = [new Map<string, number>(), [] as number[], [0]]
  const of = lists.map((list) => {
    const here = list.map(([column, atom]) => (offsets.get(column) ?? 0) + atom)
    const key = here.join()
    const before = known.get(key)
    if (before !== undefined) return before
    known.set(key, known.size)
    atoms.push(...here)
    start.push(atoms.length)
    return known.size - 1
  })
  return { of: Int32Array.from(of), start: Int32Array.from(start), atoms: Int32Array.from(atoms), sums: new Int32Array(known.size) }
}

/** Adds up every list for the person whose worth is given. */
export function addUp({ start, atoms, sums }: AskedSets, worth: Int32Array): void {
  for (let set = 0; set < sums.length; set++) {
    let sum = 0
    const end = start[set + 1] ?? 0
    for (let at = start[set] ?? 0; at < end; at++) sum += worth[atoms[at] ?? 0] ?? 0
    sums[set] = sum
  }
}
