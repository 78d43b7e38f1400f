import { z } from 'zod'
import type { RowRemark } from './file-reading.ts'
import { Id } from './id.ts'

/** A file with more rows than this is refused whole: every row is answered for, none is left out of the answer. */
export const MAX_IMPORT_ROWS = 20_000

/** What every import is given. Without `goodRows` nothing is written when anything is refused; a dry run writes nothing. */
export const ImportInput = z.object({
  fileName: z.string().trim().min(1).max(255),
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  dryRun: z.boolean().default(true),
  goodRows: z.boolean().default(false),
})
export type ImportInput = z.output<typeof ImportInput>

export const Remark = z.object({ row: z.int(), field: z.string().optional(), code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() })

export const ImportOutcome = z.enum(['created', 'changed', 'unchanged', 'refused', 'duplicate'])
export type ImportOutcome = z.infer<typeof ImportOutcome>

/** One field that an import changes; null is empty. */
export const FieldChange = z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() })
export type FieldChange = z.infer<typeof FieldChange>

/** What becomes of one row of the file: `row` as the user sees it. `duplicate` is refused because somebody like it may be there already. */
export const ImportRow = z.object({ row: z.int(), outcome: ImportOutcome, name: z.string().optional(), changes: z.array(FieldChange).optional(), personId: Id.optional() })
export type ImportRow = z.infer<typeof ImportRow>

/** A row about something that is there already: what it changes, or that it changes nothing. */
export const changedRow = (row: number, name: string, changes: FieldChange[]): ImportRow =>
  (changes.length > 0 ? { row, name, outcome: 'changed', changes } : { row, name, outcome: 'unchanged' })

/** The answer of every import. `refusedRows` counts rows; `refused` holds every reason. `written` is false after a dry run and when nothing was written. */
export const ImportResult = z.object({
  created: z.int(), changed: z.int(), unchanged: z.int(), refusedRows: z.int(),
  refused: z.array(Remark), notes: z.array(Remark), rows: z.array(ImportRow), written: z.boolean(),
})
export type ImportResult = z.infer<typeof ImportResult>

/**
 * Puts the answer of an import together: counts, and a row for each that was refused and is not yet among `rows`.
 * `written` says whether it is to be written: not in a dry run, and not when anything was refused unless the good rows were asked for.
 */
export function importResult(ask: Pick<ImportInput, 'dryRun' | 'goodRows'>, found: { rows: ImportRow[]; refused: RowRemark[]; notes: RowRemark[] }): ImportResult {
  const known = new Set(found.rows.map(({ row }) => row))
  const missing = [...new Set(found.refused.map(({ row }) => row))].filter((row) => row > 0 && !known.has(row))
  const rows = [...found.rows, ...missing.map((row) => ({ row, outcome: 'refused' as const }))].toSorted((a, b) => a.row - b.row)
  const count = (...outcomes: ImportOutcome[]): number => rows.filter(({ outcome }) => outcomes.includes(outcome)).length
  const isWhole = found.refused.length === 0 || (ask.goodRows && found.refused.every(({ row }) => row > 0))
  return {
    created: count('created'), changed: count('changed'), unchanged: count('unchanged'), refusedRows: count('refused', 'duplicate'),
    refused: found.refused, notes: found.notes, rows, written: !ask.dryRun && isWhole,
  }
}
