import type { PlainDate } from '#shared/date.ts'

/** One row of the file for payroll. Amounts in øre. */
export type FileRow = { personId: string; reference: string | null; nationalNumber: string | null; kind: string; forMonth: PlainDate; ore: number }
export type FileHead = { month: PlainDate; payOn: PlainDate; hash: string }

/** Øre as kroner with a comma and two decimals, no separator between thousands: `-1234,50`. */
export function kronerText(ore: number): string {
  const [sign, whole] = [ore < 0 ? '-' : '', Math.abs(ore)]
  return `${sign}${Math.floor(whole / 100)},${String(whole % 100).padStart(2, '0')}`
}

const inOrder = <R extends { personId: string; forMonth: string; kind: string }>(rows: readonly R[]): R[] => {
  const key = ({ personId, forMonth, kind }: R): string => `${personId} ${forMonth} ${kind}`
  return rows.map((row) => ({ row, key: key(row) })).toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ row }) => row)
}

/** What was approved, as text in one order, to be hashed: the same rows give the same text, however they come. */
export const canonical = (rows: readonly { personId: string; forMonth: PlainDate; kind: string; ore: number }[]): string =>
  inOrder(rows).map(({ personId, forMonth, kind, ore }) => `${personId};${forMonth};${kind};${ore}\n`).join('')

const columns = ['type', 'deltaker', 'lonnsreferanse', 'fodselsnummer', 'linje', 'gjelder', 'utbetales', 'belop'] as const
/** A cell never begins with what a spreadsheet takes for a formula, and holds no separator. */
const cell = (text: string): string => text.replace(/[;"\r\n]/g, ' ').replace(/^[=+\-@\t]/, "'$&")

/**
 * The file for payroll (docs/payroll-file.md): semicolons, kroner with comma, one line each for an amount, then the control line
 * with how many there are and their sum. No names.
 */
export function payrollFile(rows: readonly FileRow[], { month, payOn, hash }: FileHead): string {
  const lines = inOrder(rows).map(({ personId, reference, nationalNumber, kind, forMonth, ore }) =>
    ['linje', personId, cell(reference ?? ''), nationalNumber ?? '', kind, forMonth.slice(0, 7), payOn, kronerText(ore)].join(';'))
  const total = rows.reduce((all, { ore }) => all + ore, 0)
  return [columns.join(';'), ...lines, ['kontroll', rows.length, '', '', hash, month.slice(0, 7), payOn, kronerText(total)].join(';'), ''].join('\r\n')
}
