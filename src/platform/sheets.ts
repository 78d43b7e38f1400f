import { streamCsvRows } from 'hucre/csv'
import { readXlsx, streamXlsxRows, writeXlsx, type CellValue } from 'hucre/xlsx'
import { PlainDate } from '#shared/date.ts'
import type { RowRemark } from '#shared/file-reading.ts'
import { decodeText, MAX_FILE_BYTES } from '#shared/file-text.ts'
import { surveyZip } from './sheets-zip.ts'

/** A cell as the readers meet it: dates are `YYYY-MM-DD`, truth values `ja` and `nei`, texts trimmed, empty is null. */
export type Cell = string | number | PlainDate | null
/** `row` is the number the spreadsheet shows at the left. Empty rows are left out. */
export type SheetRow = { row: number; cells: Cell[] }
export type SheetReading = { rows: SheetRow[]; refused: RowRemark[] }

const MAX_ROWS = 50_000
const MAX_COLUMNS = 200
const MAX_TEXT = 32_767
const SEPARATORS = [';', '\t', ',']
const EXCEL_ERROR = /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/

/** Thrown inside this file only, to leave a half-read sheet. */
class Unusable extends Error {
  readonly remark: RowRemark
  constructor(remark: RowRemark) {
    super(remark.code)
    this.remark = remark
  }
}
const unusable = (code: string, params?: RowRemark['params']): Unusable => new Unusable({ row: 0, code, ...(params && { params }) })

/** Column letters as a spreadsheet shows them: 0 is A, 26 is AA. */
const columnLetters = (at: number): string =>
  (at >= 26 ? columnLetters(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))

/** `="0123"` is how Excel users keep leading zeros: the text inside is what they mean. */
const unwrap = (text: string): string => /^="([^"]*)"$/.exec(text)?.[1] ?? text

function normalise(value: CellValue | undefined): Cell {
  if (value === null || value === undefined) return null
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value === 'boolean') return value ? 'ja' : 'nei'
  if (value instanceof Date) return PlainDate.safeParse(Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)).data ?? null
  const text = unwrap(value.replace(/[\u00a0\u202f]/g, ' ').trim()).trim()
  return text === '' ? null : text
}

/** What is wrong with a text in a cell: an error of Excel, a formula that would be run again on the way out, or far too long. */
function faultOf(cell: Cell): string | undefined {
  if (typeof cell !== 'string') return undefined
  if (cell.length > MAX_TEXT) return 'cell.tooLong'
  if (EXCEL_ERROR.test(cell)) return 'cell.error'
  if (/^[=@]/.test(cell) || /^[+-].*\|/s.test(cell)) return 'cell.formula'
  return undefined
}

/** Collects rows and keeps to the limits. */
function collector(): { add: (row: number, values: CellValue[], unknown?: Set<number>) => void; reading: SheetReading } {
  const reading: SheetReading = { rows: [], refused: [] }
  const add = (row: number, values: CellValue[], unknown?: Set<number>): void => {
    const width = values.findLastIndex((value) => value !== null && value !== '') + 1
    if (width > MAX_COLUMNS) throw unusable('file.tooManyColumns', { columns: width, most: MAX_COLUMNS })
    const cells = values.slice(0, width).map(normalise)
    const before = reading.refused.length
    const refuse = (at: number, code: string): void => { reading.refused.push({ row, code, params: { column: columnLetters(at) } }) }
    for (const [at, cell] of cells.entries()) {
      const code = faultOf(cell)
      if (code) refuse(at, code)
    }
    for (const at of unknown ?? []) refuse(at, 'cell.formulaWithoutValue')
    if (reading.refused.length === before && cells.some((cell) => cell !== null)) reading.rows.push({ row, cells })
    if (reading.rows.length + reading.refused.length > MAX_ROWS) throw unusable('file.tooManyRows', { most: MAX_ROWS })
  }
  return { add, reading }
}

/** Formulas whose answer is not in the file, by row number and column. Files made by programs can hold such. */
async function unansweredFormulas(bytes: Uint8Array): Promise<Map<number, Set<number>>> {
  const book = await readXlsx(bytes, { sheets: [0], maxRows: MAX_ROWS + 1 })
  const found = new Map<number, Set<number>>()
  for (const [place, cell] of book.sheets[0]?.cells ?? []) {
    const [row = 0, column = 0] = place.split(',').map(Number)
    const empty = (cell.formulaResult ?? cell.value ?? null) === null
    if (cell.formula !== undefined && empty) found.set(row + 1, (found.get(row + 1) ?? new Set()).add(column))
  }
  return found
}

async function readWorkbook(bytes: Uint8Array): Promise<SheetReading> {
  const survey = await surveyZip(bytes)
  if (!survey.ok) throw unusable(survey.code)
  const unanswered = survey.hasFormulas ? await unansweredFormulas(bytes) : undefined
  const { add, reading } = collector()
  for await (const { index, values } of streamXlsxRows(bytes, { sheet: 0, maxRows: MAX_ROWS + 2 })) {
    add(index + 1, values, unanswered?.get(index + 1))
  }
  return reading
}

/** The separator that is most often outside quotes in the first line; `sep=;` as Excel writes it is obeyed. */
function separatorOf(text: string): string {
  const first = text.slice(0, 20_000).replace(/"[^"]*"/g, '').trimStart().split(/\r?\n|\r/, 1)[0] ?? ''
  const stated = /^sep=(.)$/.exec(first)?.[1]
  if (stated) return stated
  const count = (separator: string): number => first.split(separator).length
  return SEPARATORS.reduce((best, separator) => (count(separator) > count(best) ? separator : best))
}

const LAST_LINE = '\u0000end'

function readSeparated(bytes: Uint8Array): SheetReading {
  const text = decodeText(bytes)
  if (!text.ok) throw unusable(text.code, text.params)
  const { add, reading } = collector()
  let [row, closed] = [0, false]
  // A line of our own at the end: it comes back as it is only when every quotation mark before it was closed.
  for (const values of streamCsvRows(`${text.value}\n${LAST_LINE}`, { delimiter: separatorOf(text.value) })) {
    closed = values.length === 1 && values[0] === LAST_LINE
    row++
    if (!closed && !(row === 1 && String(values[0]).startsWith('sep='))) add(row, values)
  }
  if (!closed) throw unusable('file.unclosedQuote')
  return reading
}

const startsWith = (bytes: Uint8Array, ...head: number[]): boolean => head.every((byte, at) => bytes[at] === byte)

function readBytes(bytes: Uint8Array): Promise<SheetReading> | SheetReading {
  if (bytes.length > MAX_FILE_BYTES) throw unusable('file.tooLarge', { megabytes: MAX_FILE_BYTES / 1024 / 1024 })
  if (startsWith(bytes, 0x50, 0x4b)) return readWorkbook(bytes)
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw unusable('file.oldExcel')
  return readSeparated(bytes)
}

/**
 * Reads the first sheet of an xlsx file, or a text file with separators (`;`, tab or `,`). The kind is seen from the
 * content, never from the name. A fault of the whole file is one remark with row 0 and no rows; a row with a fault in
 * a cell is left out and named. Never throws on what is in the file.
 */
export async function readSheet(bytes: Uint8Array): Promise<SheetReading> {
  try {
    const reading = await readBytes(bytes)
    const isEmpty = reading.rows.length === 0 && reading.refused.length === 0
    return isEmpty ? { rows: [], refused: [{ row: 0, code: 'file.empty' }] } : reading
  } catch (error) {
    return { rows: [], refused: [error instanceof Unusable ? error.remark : { row: 0, code: 'file.unreadable' }] }
  }
}

/** A sheet to write: the first row is the header, `choices` gives columns (from 0) a list to choose from. */
type SheetToWrite = { name: string; rows: (string | number)[][]; widths?: number[]; choices?: { column: number; values: string[] }[] }

const LISTED_ROWS = 2000

/** Writes an xlsx file with a bold, fixed header row on every sheet. */
export const writeSheets = (sheets: SheetToWrite[]): Promise<Uint8Array> =>
  writeXlsx({
    sheets: sheets.map(({ name, rows, widths = [], choices = [] }) => ({
      name, rows,
      columns: widths.map((width) => ({ width })),
      freezePane: { rows: 1 },
      cells: new Map((rows[0] ?? []).map((value, at) => [`0,${at}`, { value, style: { font: { bold: true } } }])),
      dataValidations: choices.map(({ column, values }) => ({
        type: 'list' as const, values, allowBlank: true, showErrorMessage: false,
        range: `${columnLetters(column)}2:${columnLetters(column)}${LISTED_ROWS}`,
      })),
    })),
  })
