import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainDate } from '#shared/date.ts'
import type { FileRow } from './file.core.ts'
import { canonical, kronerText, payrollFile } from './file.core.ts'

const head = { month: plainDate('2026-10-01'), payOn: plainDate('2026-11-12'), hash: 'abc' }
const anyRow = fc.record({ personId: fc.uuid(), reference: fc.option(fc.string({ maxLength: 8 }), { nil: null }), nationalNumber: fc.constant(null), kind: fc.constantFrom('base', 'set_off', 'income'), forMonth: fc.constantFrom(plainDate('2026-10-01'), plainDate('2026-09-01')), ore: fc.integer({ min: -5_000_000, max: 5_000_000 }) })
const once = (rows: FileRow[]): FileRow[] => [...new Map(rows.map((row) => [`${row.personId}${row.forMonth}${row.kind}`, row])).values()]
const oreOf = (kroner: string): number => Number(kroner.replace(',', ''))

test.each([[2_275_817, '22758,17'], [-75_861, '-758,61'], [5, '0,05'], [0, '0,00'], [-5, '-0,05']])('%i øre is %s', (ore, text) => {
  expect(kronerText(ore)).toBe(text)
})

test('every line has as many cells, the control line counts and adds them up, and the order they came in does not matter', () => {
  fc.assert(fc.property(fc.array(anyRow, { maxLength: 30 }).map(once), (rows) => {
    const lines = payrollFile(rows, head).split('\r\n')
    const cells = lines.slice(0, -1).map((line) => line.split(';'))
    expect(new Set(cells.map(({ length }) => length))).toEqual(new Set([8]))
    const [control, ...amounts] = [cells.at(-1), ...cells.slice(1, -1)]
    expect([control?.[0], control?.[1], oreOf(control?.[7] ?? '')]).toEqual(['kontroll', String(rows.length), rows.reduce((all, { ore }) => all + ore, 0)])
    expect(amounts.reduce((all, one) => all + oreOf(one[7] ?? ''), 0)).toBe(oreOf(control?.[7] ?? ''))
    expect(payrollFile(rows.toReversed(), head)).toBe(payrollFile(rows, head))
    expect(canonical(rows.toReversed())).toBe(canonical(rows))
  }))
})

test('a reference cannot become a formula, or two cells', () => {
  const row = { personId: 'p', reference: '=A1;"x"\n', nationalNumber: null, kind: 'base', forMonth: head.month, ore: 100 }
  expect(payrollFile([row], head).split('\r\n')[1]).toBe("linje;p;'=A1  x  ;;base;2026-10;2026-11-12;1,00")
})
