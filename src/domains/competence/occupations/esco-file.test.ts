import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeSheets } from '#platform/sheets.ts'
import { readEsco } from './esco-file.ts'
import { readFamilies } from './families-file.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const uri = (at: number): string => `http://data.europa.eu/esco/occupation/00000000-0000-4000-8000-00000000000${at}`
const norwegian = (code: string): string => `http://data.europa.eu/esco/concept/norwegian-occupations/${code}`
const isco = (code: string): string => `http://data.europa.eu/esco/isco/${code}`
const mapping = (...lines: string[]): Uint8Array => bytesOf(['Mapping project name,Prøve', 'Mapping project version date,2026-05-04', 'Classification 1 Version,1.2', '', '',
  'Classification 1 URI,Classification 1 PrefLabel,Classification 1 URL,Classification 2 URI,Classification 2 PrefLabel,Classification 2 URL,Mapping relation,Editorial note', ...lines].join('\n'))
const line = (at: number, name: string, target: string, relation = 'skos:broadMatch'): string => `${uri(at)},${name},,${target},,,${relation},`

describe('the mapping to Norwegian occupations', () => {
  test('says from where it is, puts the lines of an occupation together, and gives a code its zeros back', async () => {
    const { rows, refused, notes, source, sourceOn } = await readEsco(mapping(line(1, 'lagerarbeider', norwegian('4321')), line(2, 'sersjant', norwegian('210'), 'skos:closeMatch'), line(1, 'lagerarbeider', norwegian('9333'), 'skos:exactMatch')))
    expect({ refused, notes, source, sourceOn }).toEqual({ refused: [], notes: [], source: 'ESCO 1.2', sourceOn: '2026-05-04' })
    expect(rows.map(({ value }) => value.matches)).toEqual([[{ code: '4321', relation: 'broad' }, { code: '9333', relation: 'exact' }], [{ code: '0210', relation: 'close' }]])
    expect(rows[0]).toMatchObject({ value: { uri: uri(1), name: 'lagerarbeider', otherNames: [] } })
  })

  test('a group of ISCO is read as the same digits with a note; no relation, groups and skills are passed over', async () => {
    const { rows, notes, passedOver } = await readEsco(mapping(line(1, 'stallsjef', isco('C6121')), line(2, 'ingenting', norwegian('7549'), 'no relation'), `${isco('C4224')},gruppe,,${norwegian('4224')},,,skos:narrowMatch,`, `,,,${norwegian('2224')},Vernepleiere,,no relation,`))
    expect(rows.map(({ value }) => value.matches)).toEqual([[{ code: '6121', relation: 'broad' }], []])
    expect(notes).toMatchObject([{ code: 'esco.isco', params: { name: 'stallsjef', code: '6121' } }])
    expect(passedOver).toBe(2)
  })

  test('an address or a code that is none is refused in its row', async () => {
    expect((await readEsco(mapping(line(1, 'kokk', norwegian('51x0')), line(2, 'gruppe', isco('C311')), 'http://data.europa.eu/esco/occupation/nei,x,,,,,skos:exactMatch,'))).refused.map(({ row, field }) => [row, field])).toEqual([[7, 'matches'], [8, 'matches'], [9, 'uri']])
  })
})

describe('names', () => {
  test('as ESCO gives them out, with other names on lines of their own', async () => {
    const { rows } = await readEsco(bytesOf(`conceptType,conceptUri,iscoGroup,preferredLabel,altLabels\nOccupation,${uri(1)},5120,cook,"chef de partie\nline cook"\nISCOGroup,${isco('C5120')},5120,Cooks,`))
    expect(rows.map(({ value }) => value)).toEqual([{ uri: uri(1), name: 'cook', otherNames: ['chef de partie', 'line cook'], matches: null }])
  })

  test('as a sheet with a line for each name, the first the main one', async () => {
    const bytes = await writeSheets([{ name: 'A', rows: [['uri', 'label'], [uri(1), 'kokk'], [uri(2), 'baker'], [uri(1), 'koldjomfru'], [uri(1), 'kokk']] }])
    expect((await readEsco(bytes)).rows.map(({ value: { name, otherNames } }) => [name, otherNames])).toEqual([['kokk', ['koldjomfru']], ['baker', []]])
  })
})

test('what is neither is refused, and nothing makes it throw', async () => {
  expect((await readEsco(bytesOf('a;b\n1;2'))).refused).toEqual([{ row: 0, code: 'esco.noHeader' }])
  await fc.assert(fc.asyncProperty(fc.uint8Array(), fc.array(fc.string()), async (bytes, cells) => {
    expect(Array.isArray((await readEsco(bytes)).rows)).toBe(true)
    expect(Array.isArray((await readEsco(mapping(cells.join(',')))).rows)).toBe(true)
  }))
})

describe('a list of related occupations', () => {
  test('of one’s own, with source and day, in any order; a line that stands twice is refused', async () => {
    const reading = await readFamilies(bytesOf('dato;kilde;familie;yrkeskode\n1.11.2026;NAV lokalt;Mat;5120\n1.11.2026;NAV lokalt;Mat;5120\n;;Mat;94\n;;Mat;9412'))
    expect(reading.rows.map(({ value }) => value)).toEqual([{ code: '5120', name: 'Mat', source: 'NAV lokalt', sourceOn: '2026-11-01' }, { code: '9412', name: 'Mat', source: '', sourceOn: null }])
    expect(reading.refused).toMatchObject([{ row: 3, code: 'family.twice', params: { first: 2 } }, { row: 4, field: 'code', code: 'family.cell' }])
  })

  test('Nav’s own: the finer category is the family, without its trailing blanks', async () => {
    expect((await readFamilies(bytesOf('Styrk code;Styrk description;Category level 1;Category level 2\n0110;Offiserer;Sikkerhet ;Forsvar '))).rows).toMatchObject([{ value: { code: '0110', name: 'Forsvar' } }])
    expect((await readFamilies(bytesOf('kode;navn\n5120;Kokk'))).refused).toEqual([{ row: 0, code: 'family.noHeader' }])
  })
})

const REAL = '../shared/data/esco-styrk/'
describe.skipIf(!existsSync(REAL))('the published files (needs ../shared/data)', () => {
  const real = (name: string): Uint8Array => readFileSync(REAL + name)
  test('the whole mapping: nearly three thousand occupations, of which some belong to two groups', async () => {
    const { rows, refused, source, sourceOn } = await readEsco(real('NO_mapping_20.09.2022.csv'))
    expect({ refused, source, sourceOn }).toEqual({ refused: [], source: 'ESCO 1.0.8', sourceOn: '2022-09-20' })
    expect([rows.length, rows.filter(({ value }) => (value.matches?.length ?? 0) > 1).length]).toEqual([2942, 65])
    expect(rows.find(({ value }) => value.name === 'lagerarbeider')?.value.matches?.map(({ code }) => code)).toEqual(['4321', '9333'])
  })
  test('names in Norwegian and English are of the same occupations', async () => {
    const [no, en] = [await readEsco(real('esco-1.0.8-labels-no.tsv')), await readEsco(real('esco-1.0.8-labels-en.tsv'))]
    expect([no.refused, en.refused, no.passedOver]).toEqual([[], [], 619])
    expect(en.rows.map(({ value }) => value.uri)).toEqual(no.rows.map(({ value }) => value.uri))
    expect(en.rows.flatMap(({ value }) => value.otherNames).length).toBeGreaterThan(25_000)
  })
  test('Nav’s categories', async () => {
    const { rows, refused } = await readFamilies(real('styrk_category_mapping.csv'))
    expect([refused.length, rows.length, new Set(rows.map(({ value }) => value.name)).size]).toEqual([0, 407, 115])
  })
})
