import { idnr } from '@navikt/fnrvalidator'
import { PlainDate } from '#shared/date.ts'
import { read, unreadable, type Reading } from '#shared/file-reading.ts'
import type { NationalNumber } from './participants-file.schema.ts'

const KINDS = {
  fnr: { kind: 'fnr', synthetic: false }, dnr: { kind: 'dnr', synthetic: false },
  tnr: { kind: 'fnr', synthetic: true }, 'dnr-and-tnr': { kind: 'dnr', synthetic: true },
  hnr: undefined, 'dnr-and-hnr': undefined,
} as const

const digitsOf = (input: string | number): string => String(input).replace(/[\s.\-/]/g, '')

/**
 * A Norwegian identity number or D-number, by @navikt/fnrvalidator (with the control digits that come in 2032).
 * Synthetic ones (month + 80) only where `allowSynthetic`. Help numbers of the health service are refused.
 */
export function readNationalNumber(input: string | number, allowSynthetic: boolean): Reading<NationalNumber> {
  if (/[eE][+]/.test(String(input))) return unreadable('nationalNumber.rounded')
  // The spreadsheet takes the zero away from the front of a number; ten digits get it back.
  const number = digitsOf(input).replace(/^(?=\d{10}$)/, '0')
  if (!/^\d{11}$/.test(number)) return unreadable('nationalNumber.length')
  const result = idnr(number)
  if (result.status !== 'valid') return unreadable('nationalNumber.invalid')
  const kind = KINDS[result.type]
  if (!kind) return unreadable('nationalNumber.helpNumber')
  if (kind.synthetic && !allowSynthetic) return unreadable('nationalNumber.synthetic')
  return read({ ...kind, number })
}

/** Whether the nine first digits carry the first control digit of the numbers given out before 2032. */
function isBefore2032(number: string): boolean {
  const sum = [3, 7, 6, 1, 8, 9, 4, 5, 2].reduce((total, weight, at) => total + weight * Number(number[at]), 0)
  return (11 - (sum % 11)) % 11 === Number(number[9])
}

function century(individual: number, year: number): number | undefined {
  if (individual < 500) return 1900
  if (individual < 750 && year >= 54) return 1800
  if (year < 40) return 2000
  return individual >= 900 ? 1900 : undefined
}

/**
 * The birth date inside a number: day, month and two-digit year always; the whole date where the individual number
 * tells the century, which is so only for numbers of the kind given out before 2032.
 */
export function birthDateIn({ number }: Pick<NationalNumber, 'number'>): { ddmmyy: string; date?: PlainDate } {
  const part = (from: number): number => Number(number.slice(from, from + 2))
  const [day, month, year] = [part(0) % 40, part(2) % 40, part(4)]
  const two = (value: number): string => String(value).padStart(2, '0')
  const start = isBefore2032(number) ? century(Number(number.slice(6, 9)), year) : undefined
  const date = start === undefined ? undefined : PlainDate.safeParse(`${start + year}-${two(month)}-${two(day)}`).data
  return { ddmmyy: two(day) + two(month) + two(year), ...(date && { date }) }
}

/** `YYYY-MM-DD` as `DDMMYY`, to hold against a number. */
export const ddmmyy = (day: PlainDate): string => day.slice(8, 10) + day.slice(5, 7) + day.slice(2, 4)

const DUF_WEIGHTS = [4, 6, 3, 2, 4, 6, 3, 2, 7, 5]

/**
 * A DUF number: twelve digits that begin with the year of registration. `checked` says whether the two last digits fit
 * the weighted sum that Statistics Norway's KOSTRA control uses; the directorate has not published the rule, so a
 * number that does not fit is remarked upon and not refused.
 */
export function readDufNumber(input: string | number, today: PlainDate): Reading<{ number: string; checked: boolean }> {
  if (/[eE][+]/.test(String(input))) return unreadable('dufNumber.rounded')
  const number = digitsOf(input)
  const year = Number(number.slice(0, 4))
  if (!/^\d{12}$/.test(number)) return unreadable('dufNumber.length')
  if (year < 1970 || year > Number(today.slice(0, 4))) return unreadable('dufNumber.year', { year: String(year) })
  const sum = DUF_WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0)
  return read({ number, checked: sum % 11 === Number(number.slice(10)) })
}
