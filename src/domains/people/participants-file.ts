import type { PlainDate } from '#shared/date.ts'
import { refusedFile, type FileReading, type RowRemark } from '#shared/file-reading.ts'
import { readSheet, type Cell, type SheetRow } from '#platform/sheets.ts'
import { findField, PARTICIPANT_COLUMNS, REQUIRED_FIELDS, type ParticipantField } from './participants-file.columns.ts'
import { readParticipantRow, type RowCells } from './participants-file.row.ts'
import type { ParticipantRow } from './participants-file.schema.ts'

/** `today` settles two-digit years; `allowSynthetic` takes numbers of invented persons, for demonstration and test. */
export type ParticipantsFileOptions = { today: PlainDate; allowSynthetic?: boolean }

type Columns = { at: Map<number, ParticipantField>; twice: string[]; unknown: string[] }

/** Rows of explanation may stand above the header. */
const HEADER_WITHIN = 10

function columnsOf(header: Cell[]): Columns {
  const columns: Columns = { at: new Map(), twice: [], unknown: [] }
  for (const [index, cell] of header.entries()) {
    if (cell === null) continue
    const field = findField(String(cell))
    if (!field) columns.unknown.push(String(cell))
    else if ([...columns.at.values()].includes(field)) columns.twice.push(String(cell))
    else columns.at.set(index, field)
  }
  return columns
}

const knownIn = ({ cells }: SheetRow): number => columnsOf(cells).at.size

/** The row with the most known column names among the first ten. */
const findHeader = (rows: SheetRow[]): SheetRow | undefined =>
  rows.slice(0, HEADER_WITHIN).reduce<SheetRow | undefined>((best, row) => (knownIn(row) > (best ? knownIn(best) : 0) ? row : best), undefined)

const isEmpty = (cell: Cell | undefined): cell is null | undefined => cell === null || cell === undefined || /^[-–—]$/.test(String(cell))

function cellsOf(row: SheetRow, columns: Columns): RowCells {
  const cells: RowCells = new Map()
  for (const [index, field] of columns.at) {
    const cell = row.cells[index]
    if (!isEmpty(cell)) cells.set(field, cell)
  }
  return cells
}

/** Remembers the numbers met so far; the same person twice in a file is refused the second time. */
function repeats(): (row: number, person: ParticipantRow) => RowRemark[] {
  const firstRow = new Map<string, number>()
  return (row, person) => {
    const numbers = [['nationalNumber', person.nationalNumber?.number], ['dufNumber', person.dufNumber]] as const
    return numbers.flatMap(([field, number]) => {
      if (number === undefined) return []
      const first = firstRow.get(`${field} ${number}`)
      firstRow.set(`${field} ${number}`, first ?? row)
      return first === undefined ? [] : [{ row, field, code: 'person.twiceInFile', params: { first } }]
    })
  }
}

function readRows(rows: SheetRow[], columns: Columns, options: ParticipantsFileOptions): FileReading<ParticipantRow> {
  const reading: FileReading<ParticipantRow> = { rows: [], refused: [], notes: [] }
  const repeated = repeats()
  for (const row of rows) {
    const cells = cellsOf(row, columns)
    if (cells.size === 0) continue
    const { value, refused, notes } = readParticipantRow(row.row, cells, { allowSynthetic: false, ...options })
    const again = value ? repeated(row.row, value) : []
    reading.refused.push(...refused, ...again)
    reading.notes.push(...notes)
    if (value && again.length === 0) reading.rows.push({ row: row.row, value })
  }
  return reading
}

/**
 * Reads the participant template (docs/import.md) from xlsx or csv. Columns may stand in any order and be named in
 * bokmål, nynorsk or English; those nobody knows are noted and left out. A person is read whole or not at all.
 */
export async function readParticipants(bytes: Uint8Array, options: ParticipantsFileOptions): Promise<FileReading<ParticipantRow>> {
  const sheet = await readSheet(bytes)
  if (sheet.rows.length === 0) return { rows: [], refused: sheet.refused, notes: [] }
  const header = findHeader(sheet.rows)
  if (!header) return refusedFile('participants.noHeader', { columns: REQUIRED_FIELDS.map((field) => PARTICIPANT_COLUMNS[field][0]).join(', ') })
  const columns = columnsOf(header.cells)
  const missing = REQUIRED_FIELDS.filter((field) => ![...columns.at.values()].includes(field)).map((field) => PARTICIPANT_COLUMNS[field][0])
  if (missing.length > 0) return refusedFile('participants.missingColumns', { columns: missing.join(', ') })
  if (columns.twice.length > 0) return refusedFile('participants.columnTwice', { columns: columns.twice.join(', ') })
  const reading = readRows(sheet.rows.filter(({ row }) => row > header.row), columns, options)
  const refused = [...sheet.refused.filter(({ row }) => row > header.row || row === 0), ...reading.refused].sort((a, b) => a.row - b.row)
  if (reading.rows.length === 0 && refused.length === 0) return refusedFile('participants.onlyHeader')
  const notes = [...columns.unknown.map((column) => ({ row: header.row, field: column, code: 'participants.unknownColumn', params: { column } })), ...reading.notes]
  return { rows: reading.rows, refused, notes }
}
