import { PlainDate } from './date.ts'

const weighted = (number: string, weights: readonly number[]): number => weights.reduce((sum, weight, at) => sum + weight * Number(number[at]), 0)
const control = (number: string, weights: readonly number[]): number => (11 - (weighted(number, weights) % 11)) % 11

/** Whether the nine first digits carry the first control digit of the numbers given out before 2032. */
export const isBefore2032 = (number: string): boolean => control(number, [3, 7, 6, 1, 8, 9, 4, 5, 2]) === Number(number[9])

/** Whether both control digits fit a number of eleven digits, as they are made before 2032. One changed digit never fits. */
export const hasControlDigits = (number: string): boolean => isBefore2032(number) && control(number, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) === Number(number[10])

/** The century of a fødselsnummer by its individual number and two-digit year (folkeregisterforskriften § 2-2-1). */
function century(individual: number, year: number): number | undefined {
  if (individual < 500) return 1900
  if (individual < 750 && year >= 54) return 1800
  if (year < 40) return 2000
  return individual >= 900 ? 1900 : undefined
}

/**
 * The birth date inside a number of eleven digits: day, month and two-digit year always (40 and 80 taken away); the whole
 * date where the individual number tells the century. It does not in a D-number, which takes it from the whole series
 * (folkeregisterforskriften § 2-2-2), nor in numbers of the kind that comes in 2032.
 */
export function birthDateIn(number: string): { ddmmyy: string; date?: PlainDate } {
  const part = (from: number): number => Number(number.slice(from, from + 2))
  const [day, month, year] = [part(0) % 40, part(2) % 40, part(4)]
  const two = (value: number): string => String(value).padStart(2, '0')
  const start = isBefore2032(number) && part(0) <= 40 ? century(Number(number.slice(6, 9)), year) : undefined
  const date = start === undefined ? undefined : PlainDate.safeParse(`${start + year}-${two(month)}-${two(day)}`).data
  return { ddmmyy: two(day) + two(month) + two(year), ...(date && { date }) }
}

/**
 * Whether the two last digits of a DUF number fit the weighted sum of the ten first, as the KOSTRA control of Statistics
 * Norway counts it. The directorate has not published the rule: a number that does not fit is remarked upon, never refused.
 */
export const hasDufControl = (number: string): boolean => weighted(number, [4, 6, 3, 2, 4, 6, 3, 2, 7, 5]) % 11 === Number(number.slice(10))
