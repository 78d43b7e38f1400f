import { z } from 'zod'
import { fold } from '#shared/text.ts'
import { refusedFile, type FileReading, type RowRemark } from '#shared/file-reading.ts'
import { decodeJson } from '#shared/file-text.ts'
import { readSheet, type Cell, type SheetRow } from '#platform/sheets.ts'

/** One entry of the standard for occupations (STYRK-08): 1 major group … 4 unit group. A code has as many digits as its level. */
export const OccupationRow = z.object({
  code: z.string().regex(/^\d{1,4}$/), parentCode: z.string().regex(/^\d{1,3}$/).optional(), level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]), name: z.string().min(1),
})
export type OccupationRow = z.infer<typeof OccupationRow>

/** An entry as it stands in a file, before it is judged. */
type Entry = { row: number; code: string; parentCode: string; level: string; name: string }

const Word = z.union([z.string(), z.number()]).nullish().transform((value) => String(value ?? '').trim())
const KlassVersion = z.looseObject({ classificationItems: z.array(z.looseObject({ code: Word, parentCode: Word, level: Word, name: Word })) })

/** A number cell has lost its leading zeros; the level says how many digits there should be. */
const digits = (cell: Cell | undefined, length: string): string =>
  typeof cell === 'number' ? String(cell).padStart(Number(length) || 1, '0') : String(cell ?? '').trim()

const COLUMNS = { code: ['code', 'kode'], parentCode: ['parentcode', 'overordnetkode', 'foreldrekode'], level: ['level', 'niva'], name: ['name', 'navn', 'namn'] } as const

function entriesInSheet([header, ...rows]: SheetRow[]): Entry[] | undefined {
  const names = (header?.cells ?? []).map((cell) => fold(String(cell ?? '')).replace(/[^a-z]/g, ''))
  const place = (column: keyof typeof COLUMNS): number => names.findIndex((name) => COLUMNS[column].some((known) => known === name))
  if (place('code') < 0 || place('name') < 0) return undefined
  return rows.map(({ row, cells }) => {
    const level = String(cells[place('level')] ?? '').trim()
    const above = level === '' ? '' : String(Number(level) - 1)
    return { row, level, code: digits(cells[place('code')], level), parentCode: digits(cells[place('parentCode')], above), name: String(cells[place('name')] ?? '').trim() }
  })
}

function judge({ row, code, parentCode, level, name }: Entry): RowRemark[] {
  const stated = level === '' ? code.length : Number(level)
  const isCode = /^\d{1,4}$/.test(code) && code.length === stated
  const hasParent = parentCode === '' || (code.startsWith(parentCode) && parentCode.length === code.length - 1)
  return [
    ...(isCode ? [] : [{ row, field: 'code', code: 'occupation.codeAndLevel', params: { value: code, level: String(stated) } }]),
    ...(isCode && !hasParent ? [{ row, field: 'parentCode', code: 'occupation.parent', params: { value: parentCode, child: code } }] : []),
    ...(name === '' ? [{ row, field: 'name', code: 'occupation.noName', params: { value: code } }] : []),
  ]
}

const LEVELS = [1, 2, 3, 4] as const

/** The parent is the code without its last digit, also where the file leaves it out. Names stay as written. */
function toRow({ code, name }: Entry): OccupationRow | undefined {
  const level = LEVELS.find((candidate) => candidate === code.length)
  return level && { code, ...(level > 1 && { parentCode: code.slice(0, -1) }), level, name }
}

function readEntries(entries: Entry[]): FileReading<OccupationRow> {
  const reading: FileReading<OccupationRow> = { rows: [], refused: [], notes: [] }
  const firstRow = new Map<string, number>()
  for (const entry of entries) {
    const first = firstRow.get(entry.code)
    const faults = first === undefined ? judge(entry) : [{ row: entry.row, field: 'code', code: 'occupation.twice', params: { value: entry.code, first } }]
    firstRow.set(entry.code, first ?? entry.row)
    reading.refused.push(...faults)
    const value = faults.length === 0 ? toRow(entry) : undefined
    if (value) reading.rows.push({ row: entry.row, value })
  }
  return reading
}

const isJson = (bytes: Uint8Array): boolean => /^(?:\ufeff|ï»¿)?\s*[{[]/.test(new TextDecoder('windows-1252').decode(bytes.subarray(0, 200)))

/**
 * Reads a version of the standard for occupations as KLASS of Statistics Norway gives it: JSON (`classificationItems`)
 * or the csv export (also as xlsx), in UTF-8 or Windows-1252. Leading zeros are kept.
 */
export async function readOccupations(bytes: Uint8Array): Promise<FileReading<OccupationRow>> {
  if (!isJson(bytes)) {
    const sheet = await readSheet(bytes)
    if (sheet.rows.length === 0) return { rows: [], refused: sheet.refused, notes: [] }
    const entries = entriesInSheet(sheet.rows)
    if (!entries) return refusedFile('occupation.unknownFormat')
    const reading = readEntries(entries)
    return { ...reading, refused: [...sheet.refused, ...reading.refused] }
  }
  const content = decodeJson(bytes)
  if (!content.ok) return refusedFile(content.code, content.params)
  const version = KlassVersion.safeParse(content.value)
  if (!version.success) return refusedFile('occupation.unknownFormat')
  return readEntries(version.data.classificationItems.map(({ code, parentCode, level, name }, at) => ({ row: at + 1, code, parentCode, level, name })))
}
