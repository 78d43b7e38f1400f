import type { z } from 'zod'
import { fold } from '#shared/text.ts'
import { refusedFile, type FileReading, type RowRemark } from '#shared/file-reading.ts'
import { readSheet, type Cell } from '#platform/sheets.ts'
import type { Way } from '../facts.schema.ts'
import { PostcodeRow, TravelTimeRow } from './travel.schema.ts'

const words = (cell: Cell | undefined): string => String(cell ?? '').trim()
/** A number cell has lost its leading zeros. */
const postcode = (cell: Cell | undefined): string => (typeof cell === 'number' ? String(cell).padStart(4, '0') : words(cell))
const number = (cell: Cell | undefined): number => { const text = words(cell).replace(',', '.'); return text === '' ? NaN : Number(text) }
/** `2026-11-01` or `1.11.2026`. */
const day = (cell: Cell | undefined): string => words(cell).replace(/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, (_, date: string, month: string, year: string) => `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)

const WAY_WORDS: Record<Way, readonly string[]> = { walk: ['ga', 'gange', 'tilfots', 'walk'], bicycle: ['sykkel', 'bicycle'], public: ['kollektiv', 'kollektivt', 'kollektivtransport', 'buss', 'public', 'transit'], car: ['bil', 'vei', 'veg', 'car', 'road'] }
const letters = (text: string): string => fold(text).replace(/[^a-z]/g, '')
const wayOf = (cell: Cell | undefined): string => (['walk', 'bicycle', 'public', 'car'] as const).find((way) => WAY_WORDS[way].includes(letters(words(cell)))) ?? words(cell)

type Spec<T> = { row: z.ZodType<T>; columns: Record<keyof T & string, readonly string[]>; optional: readonly (keyof T)[]; read: Record<keyof T & string, (cell: Cell | undefined) => unknown>; keyOf: (row: T) => string; noHeader: string }

const times: Spec<TravelTimeRow> = {
  row: TravelTimeRow, optional: [], noHeader: 'travel.noTimesHeader', keyOf: ({ fromPostcode, toPostcode, way }) => `${fromPostcode} ${toPostcode} ${way}`,
  columns: { fromPostcode: ['fra', 'fra postnummer', 'frå', 'frå postnummer', 'from', 'from postcode'], toPostcode: ['til', 'til postnummer', 'to', 'to postcode'], way: ['måte', 'reisemåte', 'way', 'mode'], minutes: ['minutter', 'minutt', 'minutes'], source: ['kilde', 'kjelde', 'source'], measuredOn: ['dato', 'date'] },
  read: { fromPostcode: postcode, toPostcode: postcode, way: wayOf, minutes: number, source: words, measuredOn: day },
}
const spots: Spec<PostcodeRow> = {
  row: PostcodeRow, optional: ['place'], noHeader: 'travel.noSpotsHeader', keyOf: ({ postcode: code }) => code,
  columns: { postcode: ['postnummer', 'postnr', 'postcode'], place: ['poststed', 'stad', 'place'], latitude: ['breddegrad', 'breiddegrad', 'latitude', 'lat'], longitude: ['lengdegrad', 'longitude', 'lon'], source: ['kilde', 'kjelde', 'source'], measuredOn: ['dato', 'date'] },
  read: { postcode, place: (cell) => words(cell) || null, latitude: number, longitude: number, source: words, measuredOn: day },
}

async function read<T>(bytes: Uint8Array, { row: shape, columns, optional, read: readers, keyOf, noHeader }: Spec<T>): Promise<FileReading<T>> {
  const sheet = await readSheet(bytes)
  const [header, ...rows] = sheet.rows
  const names = (header?.cells ?? []).map((cell) => letters(words(cell)))
  // reason for the cast: Object.keys forgets the literal names
  const fields = Object.keys(columns) as (keyof T & string)[]
  const place = (field: keyof T & string): number => names.findIndex((name) => columns[field].some((known) => letters(known) === name))
  if (header === undefined || fields.some((field) => !optional.includes(field) && place(field) < 0)) return refusedFile(noHeader)
  const reading: FileReading<T> = { rows: [], refused: [...sheet.refused], notes: [] }
  const first = new Map<string, number>()
  for (const { row, cells } of rows) {
    const judged = shape.safeParse(Object.fromEntries(fields.map((field) => [field, readers[field](cells[place(field)])])))
    const before = judged.success ? first.get(keyOf(judged.data)) : undefined
    const faults: RowRemark[] = !judged.success ? judged.error.issues.map(({ path }) => ({ row, field: String(path[0]), code: 'travel.cell', params: { column: String(path[0]) } })) : before === undefined ? [] : [{ row, code: 'travel.twice', params: { first: before } }]
    reading.refused.push(...faults)
    if (!judged.success || faults.length > 0) continue
    first.set(keyOf(judged.data), row)
    reading.rows.push({ row, value: judged.data })
  }
  return reading
}

/** Reads a table of travel times: fra, til (postcodes), måte (gå, sykkel, kollektiv, bil), minutter, kilde, dato. */
export const readTravelTimes = (bytes: Uint8Array): Promise<FileReading<TravelTimeRow>> => read(bytes, times)
/** Reads where postcodes lie: postnummer, poststed (may be left out), breddegrad, lengdegrad, kilde, dato. */
export const readPostcodes = (bytes: Uint8Array): Promise<FileReading<PostcodeRow>> => read(bytes, spots)
