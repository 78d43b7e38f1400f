import type { Compared } from '../compared.core.ts'
import type { PersonFacts } from '../facts.schema.ts'

/** Added to a score that is not possible; far below what any sum of parts can make good. */
export const BLOCKED = -(2 ** 24)

/** One thing places ask, the same for all who ask it in the same way: compared with a person by the very rules of `matchOne`. */
export type Atom = (person: PersonFacts) => readonly Compared[]
/** One of the things a person brings: a wish, a work, a level. The same key always means the same facts. */
export type Piece = { key: string; facts: Partial<PersonFacts> }

/**
 * Atoms that look at the same of a person. What she brings is compared piece by piece, and the best piece counts, as
 * `matchOne` has it; `nothing` is compared where she brings none. Each piece is compared with each atom once.
 */
export type Column = { atoms: Atom[]; keys: Map<string, number>; piecesOf: (person: PersonFacts) => readonly Piece[]; nothing: Partial<PersonFacts>; rows: Map<string, Int32Array> }

export const columnOf = (piecesOf: Column['piecesOf'], nothing: Partial<PersonFacts>): Column => ({ atoms: [], keys: new Map(), piecesOf, nothing, rows: new Map() })

/** The place of an atom in its column; made the first time its key is seen. */
export function atomIn(column: Column, key: string, make: () => Atom): number {
  const before = column.keys.get(key)
  if (before !== undefined) return before
  column.keys.set(key, column.atoms.length)
  return column.atoms.push(make()) - 1
}

const nobody: PersonFacts = { id: '', languages: [], papers: [], skills: [], work: [], wishes: [], frame: null, home: null, week: { care: [], programme: [] }, goal: null, waiting: { since: null, passedOver: 0 } }

/** Points of what was compared, with the block where a requirement is too far. */
export const valueOf = (compared: readonly Compared[]): number =>
  compared.reduce((sum, { points, near, criterion }) => sum + points + (criterion.isRequired && !near ? BLOCKED : 0), 0)

function rowOf(column: Column, { key, facts }: Piece): Int32Array {
  const before = column.rows.get(key)
  if (before) return before
  const person = { ...nobody, ...facts }
  const row = Int32Array.from(column.atoms, (atom) => valueOf(atom(person)))
  column.rows.set(key, row)
  return row
}

/** Writes what a person is worth to every atom of a column into `into` from `offset` on. */
export function fill(column: Column, person: PersonFacts, into: Int32Array, offset: number): void {
  const pieces = column.piecesOf(person)
  into.set(rowOf(column, pieces[0] ?? { key: '', facts: column.nothing }), offset)
  for (const piece of pieces.slice(1)) {
    const row = rowOf(column, piece)
    for (let at = 0; at < row.length; at++) {
      const value = row[at] ?? 0
      if (value > (into[offset + at] ?? 0)) into[offset + at] = value
    }
  }
}
