import { idnr } from '@navikt/fnrvalidator'
import type { PlainDate } from '#shared/date.ts'
import { hasDufControl } from '#shared/identity-number.ts'
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

/** `YYYY-MM-DD` as `DDMMYY`, to hold against a number. */
export const ddmmyy = (day: PlainDate): string => day.slice(8, 10) + day.slice(5, 7) + day.slice(2, 4)

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
  return read({ number, checked: hasDufControl(number) })
}
