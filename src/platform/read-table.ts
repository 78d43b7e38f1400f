import type { z } from 'zod'
import { refusedFile, type FileReading, type RowRemark } from '#shared/file-reading.ts'
import { fold } from '#shared/text.ts'
import { readSheet, type Cell } from './sheets.ts'

/** A cell as text, trimmed; empty where nothing stands. */
export const words = (cell: Cell | undefined): string => String(cell ?? '').trim()
/** A cell as a number, with point or comma; NaN where it is none. */
export const number = (cell: Cell | undefined): number => { const text = words(cell).replace(',', '.'); return text === '' ? NaN : Number(text) }
/** `2026-11-01` or `1.11.2026`, as the former. */
export const day = (cell: Cell | undefined): string => words(cell).replace(/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, (_, date: string, month: string, year: string) => `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)
/** Four digits; a number cell has lost its leading zeros. */
export const fourDigits = (cell: Cell | undefined): string => (typeof cell === 'number' ? String(cell).padStart(4, '0') : words(cell))
/** Only the letters and digits of a word, folded: how headers and fixed words are compared. */
export const bare = (text: string): string => fold(text).replace(/[^a-z0-9]/g, '')

/** A table in a file: what a row is, what its columns may be called, how a cell is read, what makes a row the same as another, and the codes of what is refused. */
export type TableSpec<T> = { row: z.ZodType<T>; columns: Record<keyof T & string, readonly string[]>; optional: readonly (keyof T)[]; read: Record<keyof T & string, (cell: Cell | undefined) => unknown>
  keyOf: (row: T) => string; codes: { noHeader: string; cell: string; twice: string } }

/** Reads a table whose first row names its columns, in any order. A row is read whole or refused with every reason. */
export async function readTable<T>(bytes: Uint8Array, { row: shape, columns, optional, read: readers, keyOf, codes }: TableSpec<T>): Promise<FileReading<T>> {
  const sheet = await readSheet(bytes)
  const [header, ...rows] = sheet.rows
  const names = (header?.cells ?? []).map((cell) => bare(words(cell)))
  // reason for the cast: Object.keys forgets the literal names
  const fields = Object.keys(columns) as (keyof T & string)[]
  const place = (field: keyof T & string): number => names.findIndex((name) => columns[field].some((known) => bare(known) === name))
  if (header === undefined || fields.some((field) => !optional.includes(field) && place(field) < 0)) return refusedFile(codes.noHeader)
  const reading: FileReading<T> = { rows: [], refused: [...sheet.refused], notes: [] }
  const first = new Map<string, number>()
  for (const { row, cells } of rows) {
    const judged = shape.safeParse(Object.fromEntries(fields.map((field) => [field, readers[field](cells[place(field)])])))
    const before = judged.success ? first.get(keyOf(judged.data)) : undefined
    const faults: RowRemark[] = !judged.success ? judged.error.issues.map(({ path }) => ({ row, field: String(path[0]), code: codes.cell, params: { column: String(path[0]) } })) : before === undefined ? [] : [{ row, code: codes.twice, params: { first: before } }]
    reading.refused.push(...faults)
    if (!judged.success || faults.length > 0) continue
    first.set(keyOf(judged.data), row)
    reading.rows.push({ row, value: judged.data })
  }
  return reading
}
