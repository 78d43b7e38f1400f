import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { workbook, zip } from '#test/zip.ts'
import { readSheet, writeSheets } from './sheets.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const codes = async (bytes: Uint8Array): Promise<string[]> => (await readSheet(bytes)).refused.map(({ code }) => code)
const cells = async (text: string | Uint8Array): Promise<unknown[]> => (await readSheet(typeof text === 'string' ? utf8(text) : text)).rows.map((row) => row.cells)

describe('text files', () => {
  test.each([';', ',', '\t'])('separator %j, quoted separators, quotes and line breaks', async (separator) => {
    const text = ['a', 'b', 'c'].join(separator) + '\r\n' + ['1', `"x${separator}""y""\nz"`, 'æøå'].join(separator) + '\r\n\r\nlast'
    const reading = await readSheet(utf8(text))
    expect(reading).toEqual({ rows: [{ row: 1, cells: ['a', 'b', 'c'] }, { row: 2, cells: ['1', `x${separator}"y"\nz`, 'æøå'] }, { row: 4, cells: ['last'] }], refused: [] })
  })

  test('the header decides the separator, also when values are full of commas', async () => {
    expect(await cells('navn;tall\nA, B, C, D;1,5\n')).toEqual([['navn', 'tall'], ['A, B, C, D', '1,5']])
    expect(await cells('sep=;\na,b;c\n')).toEqual([['a,b', 'c']])
  })

  test('UTF-8 with mark, Windows-1252 and UTF-16 in both orders give the same letters', async () => {
    const text = 'Fødselsdato;Språk\nÅse;é'
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le')
    for (const bytes of [utf8(`\ufeff${text}`), Buffer.from(text, 'latin1'), utf16, Buffer.from(utf16).swap16()]) {
      expect(await cells(new Uint8Array(bytes))).toEqual([['Fødselsdato', 'Språk'], ['Åse', 'é']])
    }
  })

  test('an empty file, one of blanks, one with NUL bytes and one with an open quotation mark are refused whole', async () => {
    expect(await codes(new Uint8Array())).toEqual(['file.empty'])
    expect(await codes(utf8(' \n\n;;\n'))).toEqual(['file.empty'])
    expect(await codes(utf8('a;b\n\0\0'))).toEqual(['file.notText'])
    expect(await readSheet(utf8('a;b\n1;"open\n2;3\n'))).toEqual({ rows: [], refused: [{ row: 0, code: 'file.unclosedQuote' }] })
  })

  test('formulas are refused where they stand; telephone numbers, minus signs and ="0123" are not formulas', async () => {
    const reading = await readSheet(utf8('a;b\n1;=cmd|calc\n2;@SUM(A1)\n+47 400 00 000;-\n="0123";-5\n-1|x;1\n#REF!;1'))
    expect(reading.rows.map((row) => row.cells)).toEqual([['a', 'b'], ['+47 400 00 000', '-'], ['0123', '-5']])
    expect(reading.refused).toEqual([
      { row: 2, code: 'cell.formula', params: { column: 'B' } }, { row: 3, code: 'cell.formula', params: { column: 'B' } },
      { row: 6, code: 'cell.formula', params: { column: 'A' } }, { row: 7, code: 'cell.error', params: { column: 'A' } },
    ])
  })

  test('limits of size, columns, rows and cells', async () => {
    expect(await codes(new Uint8Array(20 * 1024 * 1024 + 1).fill(65))).toEqual(['file.tooLarge'])
    expect(await codes(utf8(Array.from({ length: 201 }, () => 'a').join(';')))).toEqual(['file.tooManyColumns'])
    expect(await codes(utf8('a\n'.repeat(50_001)))).toEqual(['file.tooManyRows'])
    expect(await codes(utf8(`a;b\n${'x'.repeat(32_768)};1`))).toEqual(['cell.tooLong'])
  })
})

describe('workbooks', () => {
  test('what is written comes back, with dates as days and the numbers of the rows', async () => {
    const bytes = await writeSheets([{ name: 'A', rows: [['Navn', 'Tall'], ['Æøå & <b>', 1.5], ['', ''], ['sist', 2]], widths: [10, 10] }, { name: 'B', rows: [['ikke lest']] }])
    expect(await readSheet(bytes)).toEqual({ rows: [{ row: 1, cells: ['Navn', 'Tall'] }, { row: 2, cells: ['Æøå & <b>', 1.5] }, { row: 4, cells: ['sist', 2] }], refused: [] })
  })

  test('a formula gives its stored answer; without one the row is refused', async () => {
    const reading = await readSheet(workbook('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="b"><v>1</v></c></row><row r="3"><c r="A3"><v>7</v></c><c r="B3"><f>A3</f></c></row>'))
    expect(reading).toEqual({ rows: [{ row: 1, cells: [2, 'ja'] }], refused: [{ row: 3, code: 'cell.formulaWithoutValue', params: { column: 'B' } }] })
  })

  test('broken, cut, old and foreign files are refused by name', async () => {
    const whole = await writeSheets([{ name: 'A', rows: [['a']] }])
    expect(await codes(whole.slice(0, whole.length - 30))).toEqual(['file.unreadable'])
    expect(await codes(whole.slice(0, 100))).toEqual(['file.unreadable'])
    expect(await codes(zip([{ name: 'a.txt', content: utf8('x') }]))).toEqual(['file.unreadable'])
    expect(await codes(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toEqual(['file.oldExcel'])
    expect(await codes(workbook(''))).toEqual(['file.empty'])
  })

  test('too many columns and rows', async () => {
    expect(await codes(workbook('<row r="1"><c r="ZZ1"><v>1</v></c></row>'))).toEqual(['file.tooManyColumns'])
    expect(await codes(workbook('<row><c><v>1</v></c></row>'.repeat(50_001)))).toEqual(['file.tooManyRows'])
  })

  test('a bomb of 480 MB is refused with little memory, whatever size it claims', async () => {
    const bomb = Buffer.alloc(480 * 1024 * 1024, ' ')
    const [honest, lying] = [workbook(new Uint8Array(bomb.buffer)), workbook(new Uint8Array(bomb.buffer), 1000)]
    const before = process.memoryUsage().rss
    expect(honest.length).toBeLessThan(1024 * 1024)
    expect(await codes(honest)).toEqual(['file.bomb'])
    expect(await codes(lying)).toEqual(['file.bomb'])
    expect(await codes(workbook(`<row>${'<c/>'.repeat(8_100_000)}</row>`))).toEqual(['file.bomb'])
    expect((process.memoryUsage().rss - before) / 1e6).toBeLessThan(200)
  })
})

test('nothing in a file makes it throw', async () => {
  const workbookBytes = workbook('<row r="1"><c r="A1"><v>2</v></c></row>')
  const damaged = fc.array(fc.tuple(fc.nat(workbookBytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 })
    .map((changes) => { const bytes = workbookBytes.slice(); for (const [at, byte] of changes) bytes[at] = byte; return bytes })
  await fc.assert(fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 400 }), damaged), async (bytes) => {
    const { rows, refused } = await readSheet(bytes)
    expect(rows.length + refused.length).toBeGreaterThan(0)
  }), { numRuns: 300 })
})
