import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeSheets } from '#platform/sheets.ts'
import { readOccupations } from './occupations-file.ts'

const readText = (text: string, encoding: BufferEncoding = 'utf8'): ReturnType<typeof readOccupations> => readOccupations(new Uint8Array(Buffer.from(text, encoding)))
const readItems = (classificationItems: unknown): ReturnType<typeof readOccupations> => readText(JSON.stringify({ classificationItems }))
const SOLDIERS = [{ row: 2, value: { code: '0', level: 1, name: 'Militære yrker' } }, { row: 3, value: { code: '0110', parentCode: '011', level: 4, name: 'Offiserer fra fenrik og høyere grad' } }]
const CSV = '"code";"parentCode";"level";"name";"shortName"\n"0";"";"1";"Militære yrker";""\n"0110";"011";"4";"Offiserer fra fenrik og høyere grad";""\n'

describe('the csv export of KLASS', () => {
  test.each(['utf8', 'latin1'] as const)('%s', async (encoding) => {
    expect(await readText(CSV, encoding)).toEqual({ rows: SOLDIERS, refused: [], notes: [] })
  })

  test('with commas, without parents, and as a workbook that lost its zeros', async () => {
    expect((await readText('code,level,name\n0,1,Militære yrker\n0110,4,Offiserer fra fenrik og høyere grad')).rows).toEqual(SOLDIERS)
    const bytes = await writeSheets([{ name: 'A', rows: [['Kode', 'Overordnet kode', 'Nivå', 'Navn'], [0, '', 1, 'Militære yrker'], [110, 11, 4, 'Offiserer fra fenrik og høyere grad']] }])
    expect((await readOccupations(bytes)).rows).toEqual(SOLDIERS)
  })

  test('what is not a list of occupations is refused', async () => {
    expect((await readText('a;b\n1;2')).refused).toEqual([{ row: 0, code: 'occupation.unknownFormat' }])
    expect((await readText('{"name":"x"}')).refused).toEqual([{ row: 0, code: 'occupation.unknownFormat' }])
    expect((await readText('{"name":')).refused).toEqual([{ row: 0, code: 'file.notJson' }])
  })
})

test('codes, levels, parents and names that do not fit are refused in their row', async () => {
  const item = { code: '7411', parentCode: '741', level: '4', name: 'Elektrikere' }
  const reading = await readItems([item, { ...item, code: '74.1' }, { ...item, code: '74' }, { ...item, code: '7412', parentCode: '742' }, { ...item, code: '7413', name: '' }, item])
  expect(reading.rows.map(({ value }) => value.code)).toEqual(['7411'])
  expect(reading.refused.map(({ row, code }) => [row, code])).toEqual([[2, 'occupation.codeAndLevel'], [3, 'occupation.codeAndLevel'], [4, 'occupation.parent'], [5, 'occupation.noName'], [6, 'occupation.twice']])
})

test('hyphens inside words are left as they are', async () => {
  const reading = await readItems([{ code: '2', level: 1, name: 'Sivilingeniører (petro-leumsteknologi)' }])
  expect(reading.rows[0]?.value.name).toBe('Sivilingeniører (petro-leumsteknologi)')
})

test('nothing makes it throw', async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array(), fc.jsonValue(), async (bytes, items) => {
    expect(Array.isArray((await readOccupations(bytes)).rows)).toBe(true)
    expect(Array.isArray((await readItems(items)).rows)).toBe(true)
  }))
})

const REAL = '../shared/data/klass/styrk08-yrkesklassifisering-2011.json'
test.skipIf(!existsSync(REAL))('the whole of STYRK-08 (needs ../shared/data)', async () => {
  const { rows, refused } = await readOccupations(readFileSync(REAL))
  expect(refused).toEqual([])
  expect([1, 2, 3, 4].map((level) => rows.filter(({ value }) => value.level === level).length)).toEqual([10, 43, 122, 407])
  const codes = new Set(rows.map(({ value }) => value.code))
  expect(rows.every(({ value }) => value.parentCode === undefined || codes.has(value.parentCode))).toBe(true)
  expect(codes.has('0110')).toBe(true)
})
