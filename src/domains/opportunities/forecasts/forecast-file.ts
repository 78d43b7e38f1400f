import { fold } from '#shared/text.ts'
import { refusedFile, type FileReading, type RowRemark } from '#shared/file-reading.ts'
import { readSheet, type Cell } from '#platform/sheets.ts'
import { maySaveForecast } from './forecast.core.ts'
import type { NeedLevel } from './forecast.schema.ts'
import { SaveForecastInput } from './forecast.schema.ts'

const Row = SaveForecastInput.omit({ id: true, version: true })
export type ForecastRow = Omit<SaveForecastInput, 'id' | 'version'>

const COLUMNS = { occupationCode: ['yrkeskode', 'styrk', 'code', 'kode'], level: ['behov', 'niva', 'level'], people: ['antall', 'tal', 'people'], horizonYear: ['framtil', 'framtilar', 'tilar', 'horizon'], source: ['kilde', 'kjelde', 'source'], sourceYear: ['kildear', 'kjeldear', 'sourceyear', 'ar', 'year'], note: ['merknad', 'note'] } as const
type Column = keyof typeof COLUMNS
const NEEDED: readonly Column[] = ['occupationCode', 'level', 'horizonYear', 'source', 'sourceYear']
const LEVELS: Record<NeedLevel, readonly string[]> = { much: ['stort', 'stor', 'much', 'mye', 'mykje'], some: ['noe', 'noko', 'some', 'middels'], little: ['lite', 'liten', 'little'] }

const words = (cell: Cell | undefined): string => String(cell ?? '').trim()
const year = (cell: Cell | undefined): number => Number(words(cell))
const levelOf = (cell: Cell | undefined): string => (['much', 'some', 'little'] as const).find((level) => LEVELS[level].some((word) => fold(word) === fold(words(cell)))) ?? words(cell)

function judge(row: number, at: (column: Column) => Cell | undefined, thisYear: number): { value: ForecastRow } | { faults: RowRemark[] } {
  const people = words(at('people'))
  const read = Row.safeParse({ occupationCode: words(at('occupationCode')), level: levelOf(at('level')), people: people === '' ? null : Number(people), horizonYear: year(at('horizonYear')), source: words(at('source')), sourceYear: year(at('sourceYear')), note: words(at('note')) || null })
  if (!read.success) return { faults: read.error.issues.map(({ path }) => ({ row, field: String(path[0]), code: 'forecast.cell', params: { column: String(path[0]) } })) }
  const refused = maySaveForecast(read.data, thisYear)
  return refused.length === 0 ? { value: read.data } : { faults: refused.map(({ code, path }) => ({ row, field: path, code })) }
}

/** Reads a sheet of forecasts: yrkeskode, behov (stort, noe, lite), antall, fram til, kilde, kildeår, merknad. */
export async function readForecasts(bytes: Uint8Array, thisYear: number): Promise<FileReading<ForecastRow>> {
  const sheet = await readSheet(bytes)
  const [header, ...rows] = sheet.rows
  const names = (header?.cells ?? []).map((cell) => fold(String(cell ?? '')).replace(/[^a-z]/g, ''))
  const place = (column: Column): number => names.findIndex((name) => COLUMNS[column].some((known) => known === name))
  if (header === undefined || NEEDED.some((column) => place(column) < 0)) return refusedFile('forecast.noHeader')
  const reading: FileReading<ForecastRow> = { rows: [], refused: [...sheet.refused], notes: [] }
  for (const { row, cells } of rows) {
    const judged = judge(row, (column) => cells[place(column)], thisYear)
    if ('value' in judged) reading.rows.push({ row, value: judged.value })
    else reading.refused.push(...judged.faults)
  }
  return reading
}
