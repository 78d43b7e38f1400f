import { PlainDate } from '#shared/date.ts'
import { refusedFile, type FileReading, type RowRemark } from '#shared/file-reading.ts'
import { bare, words } from '#platform/read-table.ts'
import { readSheet, type SheetRow } from '#platform/sheets.ts'
import { EscoRow, RELATIONS } from './occupations.schema.ts'

/** What a file of ESCO says, one row for each occupation, and where it comes from where it says so itself. */
export type EscoReading = FileReading<EscoRow> & { source: string | null; sourceOn: PlainDate | null; /** Lines about groups and skills, which are no occupations. */ passedOver: number }

/** Where the columns stand: of a mapping to the standard of Norway, or of names. */
type Columns = { uri: number; name: number; others: number; target: number; relation: number }

/** A header may stand under lines that describe the file. */
const MOST_LINES_ABOVE = 40
const at = (names: readonly string[], ...wanted: string[]): number => names.findIndex((name) => wanted.includes(name))

function columnsOf({ cells }: SheetRow): Columns | undefined {
  const raw = cells.map(words)
  // the digits tell the two sides of a mapping apart
  const mapping = raw.indexOf('Classification 1 URI')
  if (mapping >= 0) return { uri: mapping, name: raw.indexOf('Classification 1 PrefLabel'), others: -1, target: raw.indexOf('Classification 2 URI'), relation: raw.indexOf('Mapping relation') }
  const names = raw.map(bare)
  const [uri, name] = [at(names, 'concepturi', 'uri'), at(names, 'preferredlabel', 'label', 'navn', 'name')]
  return uri < 0 || name < 0 ? undefined : { uri, name, others: at(names, 'altlabels'), target: -1, relation: -1 }
}

/** The group an address ends in: without its leading zero in the Norwegian mapping, after a C where it is a group of ISCO-08, whose digits STYRK-08 shares. */
const targetOf = (address: string): { code: string; isIsco: boolean } => {
  const last = address.split('/').at(-1) ?? ''
  return last.startsWith('C') ? { code: last.slice(1), isIsco: true } : { code: last.padStart(4, '0'), isIsco: false }
}

const isOccupation = (uri: string): boolean => uri.includes('/esco/occupation/')
type Found = { row: number; uri: string; name: string; otherNames: Set<string>; matches: Map<string, string> | null }

/** Puts one line to what is known of its occupation. A relation that says there is none is left out. */
function add(found: Map<string, Found>, { row, cells }: SheetRow, columns: Columns, notes: RowRemark[]): void {
  const cell = (place: number): string => (place < 0 ? '' : words(cells[place]))
  const [uri, name] = [cell(columns.uri), cell(columns.name)]
  const one = found.get(uri) ?? { row, uri, name, otherNames: new Set<string>(), matches: columns.target < 0 ? null : new Map<string, string>() }
  found.set(uri, one)
  for (const other of [name, ...cell(columns.others).split(/\r?\n/)]) if (other.trim() !== '' && other.trim() !== one.name) one.otherNames.add(other.trim())
  const relation = RELATIONS.find((known) => cell(columns.relation).endsWith(`${known}Match`))
  if (one.matches === null || relation === undefined) return
  const { code, isIsco } = targetOf(cell(columns.target))
  if (isIsco) notes.push({ row, field: 'code', code: 'esco.isco', params: { name, code } })
  one.matches.set(code, relation)
}

/** The metadata above a mapping: `Classification 1 Version`, `Mapping project version date`. */
function sourceOf(above: readonly SheetRow[]): Pick<EscoReading, 'source' | 'sourceOn'> {
  const said = new Map(above.map(({ cells }) => [words(cells[0]), words(cells[1])]))
  const [version, on] = [said.get('Classification 1 Version'), PlainDate.safeParse(said.get('Mapping project version date')).data ?? null]
  return { source: version === undefined ? null : `ESCO ${version}`, sourceOn: on }
}

/**
 * Reads ESCO's occupations: the mapping to the standard of Norway (CSV of the European Commission), or a file of names in
 * any language (`occupations_no.csv` of the ESCO download, or a sheet with `uri` and `label`). Which it is, is seen from its columns.
 */
export async function readEsco(bytes: Uint8Array): Promise<EscoReading> {
  const sheet = await readSheet(bytes)
  const none = { source: null, sourceOn: null, passedOver: 0 }
  if (sheet.rows.length === 0) return { rows: [], refused: sheet.refused, notes: [], ...none }
  const header = sheet.rows.slice(0, MOST_LINES_ABOVE).findIndex((row) => columnsOf(row) !== undefined)
  const columns = sheet.rows[header] && columnsOf(sheet.rows[header])
  if (!columns) return { ...refusedFile('esco.noHeader'), ...none }
  const [found, notes] = [new Map<string, Found>(), [] as RowRemark[]]
  const lines = sheet.rows.slice(header + 1)
  const about = lines.filter(({ cells }) => isOccupation(words(cells[columns.uri])))
  for (const line of about) add(found, line, columns, notes)
  const reading: EscoReading = { rows: [], refused: [...sheet.refused], notes, ...sourceOf(sheet.rows.slice(0, header)), passedOver: lines.length - about.length }
  for (const { row, matches, otherNames, ...one } of found.values()) {
    const judged = EscoRow.safeParse({ ...one, otherNames: [...otherNames], matches: matches && [...matches].map(([code, relation]) => ({ code, relation })) })
    if (judged.success) reading.rows.push({ row, value: judged.data })
    else reading.refused.push(...judged.error.issues.map(({ path }) => ({ row, field: String(path[0]), code: 'esco.cell', params: { column: String(path[0]), value: one.uri.slice(0, 100) } })))
  }
  return reading
}
