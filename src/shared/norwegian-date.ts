import { addDays, PlainDate, plainDate, yearsBetween } from './date.ts'
import { read, unreadable, type Reading } from './file-reading.ts'

/** A day as somebody wrote it, before the century of a two-digit year is settled. */
type Written = { year: number; month: number; day: number }

const MONTHS = [
  ['januar', 'january', 'jan'], ['februar', 'february', 'feb'], ['mars', 'march', 'mar'], ['april', 'apr'], ['mai', 'may'],
  ['juni', 'june', 'jun'], ['juli', 'july', 'jul'], ['august', 'aug'], ['september', 'sept', 'sep'], ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'], ['desember', 'december', 'des', 'dec'],
]
const MONTH_OF = new Map(MONTHS.flatMap((names, at) => names.map((name) => [name, at + 1])))

const TIME = String.raw`(?:[\st,]*(?:kl\.?\s*)?\d{1,2}[:.]\d{2}.*)?$`
const ISO = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})` + TIME)
const DAY_FIRST = new RegExp(String.raw`^(\d{1,2})\s*[./ -]\s*(\d{1,2})\s*[./ -]\s*(\d{4}|\d{2})` + TIME)
const IN_WORDS = new RegExp(String.raw`^(\d{1,2})\.?\s*([a-z]+)\.?,?\s*(\d{4}|\d{2})` + TIME)
const EIGHT_DIGITS = /^(\d{8})$/
const FIVE_DIGITS = /^[1-6]\d{4}$/
const WEEKDAY = /^(?:mandag|tirsdag|tysdag|onsdag|torsdag|fredag|lordag|laurdag|sondag|sundag)[\s,]+(?:den\s+)?/

/** The serial numbers of Excel that are taken as days: 1910-01-01 to 2099-12-31, so that a bare year is never one. */
const FIRST_SERIAL = 3654
const LAST_SERIAL = 73_050
const SERIAL_ZERO = plainDate('1899-12-30')

const exists = ({ year, month, day }: Written): PlainDate | undefined =>
  PlainDate.safeParse(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`).data

const plausible = ({ year }: Written): boolean => year >= 1900 && year < 2100

/** Eight digits are read as year-month-day or day-month-year, whichever of them is a real day. */
function eightDigits(digits: string): Written | undefined {
  const cut = (from: number, to: number): number => Number(digits.slice(from, to))
  const isReal = (written: Written): boolean => plausible(written) && exists(written) !== undefined
  const both = [
    { year: cut(0, 4), month: cut(4, 6), day: cut(6, 8) },
    { year: cut(4, 8), month: cut(2, 4), day: cut(0, 2) },
  ].filter(isReal)
  return both.length === 1 ? both[0] : undefined
}

function parse(text: string): Written | undefined {
  const plain = text.toLowerCase().replace(/ø/g, 'o').replace(/^[\s.]+|[\s]+$/g, '').replace(/\s+/g, ' ').replace(WEEKDAY, '')
  const numbers = (match: RegExpExecArray): number[] => match.slice(1, 4).map(Number)
  const iso = ISO.exec(plain)
  if (iso) { const [year = 0, month = 0, day = 0] = numbers(iso); return { year, month, day } }
  const dayFirst = DAY_FIRST.exec(plain)
  if (dayFirst) { const [day = 0, month = 0, year = 0] = numbers(dayFirst); return { year, month, day } }
  const words = IN_WORDS.exec(plain)
  const month = MONTH_OF.get(words?.[2] ?? '')
  if (words && month) return { year: Number(words[3]), month, day: Number(words[1]) }
  return EIGHT_DIGITS.test(plain) ? eightDigits(plain) : undefined
}

/**
 * Every day that `input` can mean. More than one only for a two-digit year, which gives both centuries.
 * Takes ISO, `1.2.1985`, `01.02.85`, `1/2-85`, `1. februar 1985`, `1 feb 85`, `01021985`, `19850201` (each with or
 * without a time after it) and Excel's serial numbers. Day before month, always. Refuses what is no date
 * (`date.unknown`) and days that do not exist (`date.impossible`).
 */
export function possibleDays(input: string | number): Reading<PlainDate[]> {
  const serial = typeof input === 'number' ? Math.floor(input) : FIVE_DIGITS.test(input.trim()) ? Number(input) : undefined
  if (serial !== undefined) {
    return serial >= FIRST_SERIAL && serial <= LAST_SERIAL ? read([addDays(SERIAL_ZERO, serial)]) : unreadable('date.unknown', { value: input })
  }
  const written = parse(String(input))
  if (!written) return unreadable('date.unknown', { value: input })
  const years = written.year < 100 ? [written.year + 1900, written.year + 2000] : [written.year]
  const days = years.map((year) => exists({ ...written, year })).filter((day) => day !== undefined)
  return days.length > 0 && (written.year < 100 || plausible(written)) ? read(days) : unreadable('date.impossible', { value: input })
}

/**
 * A day near our own time (settled, assessed, due): a two-digit year means 20yy, or 19yy when 20yy would be more than
 * ten years after `today`.
 */
export function readRecentDay(input: string | number, today: PlainDate): Reading<PlainDate> {
  const days = possibleDays(input)
  if (!days.ok) return days
  const latest = Number(today.slice(0, 4)) + 10
  const day = days.value.findLast((candidate) => days.value.length === 1 || Number(candidate.slice(0, 4)) <= latest)
  return day ? read(day) : unreadable('date.impossible', { value: input })
}

const OLDEST = 110

/**
 * The days of birth that `input` can mean: not after `today`, and at most 110 years before it. Two remain only when a
 * two-digit year can be both an old person and a child; then something else must settle it.
 */
export function possibleBirthDays(input: string | number, today: PlainDate): Reading<PlainDate[]> {
  const days = possibleDays(input)
  if (!days.ok) return days
  const living = days.value.filter((day) => day <= today && yearsBetween(day, today) <= OLDEST)
  return living.length > 0 ? read(living) : unreadable('birthDate.notLiving', { value: input })
}
