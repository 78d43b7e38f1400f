import { PlainDate } from '#shared/date.ts'

const full = (year: number, month: number, day: number): string | undefined => {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return PlainDate.safeParse(text).success ? text : undefined
}

const written = /^(\d{1,2})[./\s-]+(\d{1,2})[./\s-]+(\d{2}|\d{4})$/
const together = /^(\d{2})(\d{2})(\d{2}|\d{4})$/
const iso = /^(\d{4})-(\d{2})-(\d{2})$/

/** Two digits of year: the nearest that is not more than ten years ahead of `thisYear`. */
const century = (year: string, thisYear: number): number => {
  if (year.length === 4) return Number(year)
  const inThis = Math.floor(thisYear / 100) * 100 + Number(year)
  return inThis > thisYear + 10 ? inThis - 100 : inThis
}

/**
 * Reads a day as people type it: 1.2.2026, 01.02.26, 1/2 2026, 01022026, 2026-02-01. Gives `YYYY-MM-DD`, or undefined
 * for what is not a day.
 */
export function readDate(typed: string, thisYear: number): string | undefined {
  const text = typed.trim()
  const byYear = iso.exec(text)
  if (byYear) return full(Number(byYear[1]), Number(byYear[2]), Number(byYear[3]))
  const found = written.exec(text) ?? together.exec(text)
  if (!found) return undefined
  return full(century(found[3] ?? '', thisYear), Number(found[2]), Number(found[1]))
}

/** `2026-02-01` as 1.2.2026; anything else as it stands. */
export function writeDate(value: string): string {
  const found = iso.exec(value)
  return found ? `${Number(found[3])}.${Number(found[2])}.${found[1]}` : value
}

/** Reads 37,5 or 37.5 or 1 200; undefined when empty, NaN for what is not a number. */
export function readNumber(typed: string): number | undefined {
  const text = typed.replace(/[\s\u00a0]/g, '').replace(',', '.')
  if (text === '') return undefined
  return /^[-+]?\d+(\.\d*)?$/.test(text) ? Number(text) : Number.NaN
}

/** A number for typing on: decimal comma, no grouping; nothing for NaN and undefined. */
export const writeNumber = (value: number | undefined): string =>
  value === undefined || Number.isNaN(value) ? '' : String(value).replace('.', ',')
