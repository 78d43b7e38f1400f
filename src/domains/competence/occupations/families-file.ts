import type { FileReading } from '#shared/file-reading.ts'
import { day, fourDigits, readTable, words, type TableSpec } from '#platform/read-table.ts'
import { FamilyRow } from './occupations.schema.ts'

const families: TableSpec<FamilyRow> = {
  row: FamilyRow, optional: ['source', 'sourceOn'], codes: { noHeader: 'family.noHeader', cell: 'family.cell', twice: 'family.twice' }, keyOf: ({ code, name, source }) => `${code} ${name} ${source}`,
  columns: { code: ['yrkeskode', 'styrk', 'styrk code', 'kode', 'code'], name: ['familie', 'yrkesfamilie', 'gruppe', 'kategori', 'category level 2', 'family'], source: ['kilde', 'kjelde', 'source'], sourceOn: ['dato', 'date'] },
  read: { code: fourDigits, name: words, source: words, sourceOn: (cell) => day(cell) || null },
}

/**
 * Reads a list of related occupations: yrkeskode, familie, and may be kilde and dato. Nav's own list of categories
 * (`Styrk code; …; Category level 2`) is such a list: occupations of one category are a family.
 */
export const readFamilies = (bytes: Uint8Array): Promise<FileReading<FamilyRow>> => readTable(bytes, families)
